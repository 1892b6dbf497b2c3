"""A title gives no contact data.

Telephone numbers, e-mail addresses, web addresses and messenger ids draw buyers away from the
platform, where neither payment nor delivery is protected; platforms remove such products and
punish the shop. For DHgate tutorial sites relay that title and short description may hold no
telephone number, postal address, e-mail or other shop information (so this is a warning here).

This rule reads the title and the short description; descriptions, bullets and keywords are
`text/contact-info` and `text/external-link`.

**Repair.** Take the data out. Buyers reach a shop by the platform's messages.

**Limits.** A telephone number is told only by a country code after a plus sign or by a word such
as "Tel" before it, since titles are full of numbers. A messenger's name alone ("watch with
WhatsApp messages") is fine; a name with an id is not. A brand that is a domain is fine where the
listing names it as its brand, or `allow` does. Postal addresses are not looked for.
"""

from collections.abc import Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, pattern, rule

from .. import _contacts, _links


@rule(
    on=("title", "short_description"),
    when=pattern(f"{_contacts.SUSPICIOUS}|{_links.SUSPICIOUS}"),
    level="warn",
    messages={
        "contact": "“{contact}” is contact data ({kind}). Buyers write on the platform: remove it.",
        "link": "“{contact}” is a web address. Links are not allowed here: remove it.",
    },
    options={
        "allow": Option(["startech.com"], "Web domains that may stand there, such as brands."),
    },
    examples=[
        good({"title": "Steel Mug 500 ml EAN 5901234123457, 10 x 20 x 30 cm"}),
        good({"title": "Phone Case for 7 8 11 12 13 14 15, Node.js v2.0.pro No.1"}),
        good({"title": "Smart Watch with WhatsApp and WeChat Messages, QQ"}),
        good({"title": "StarTech.com USB Hub"}),
        good({"title": "Vanish.com Soap", "brand": "Vanish.com"}),
        good({"title": "Printer 8GB+256GB RAM+12345678901"}),
        good({"title": "Steel Mug", "description": "Tel: +86 138 0013 8000"}),
        bad({"title": "Steel Mug WhatsApp +86 138 0013 8000"}, ("contact", "/title")),
        bad({"title": "Steel Mug, Tel 400-123-4567"}, ("contact", "/title")),
        bad({"title": "Steel Mug bob@example.com"}, ("contact", "/title")),
        bad({"title": "Steel Mug WeChat: mugs88"}, ("contact", "/title")),
        bad({"title": "不锈钢保温杯 加微信mugs88"}, ("contact", "/title"), language="zh"),
        bad({"title": "Steel Mug www.example.com"}, ("link", "/title")),
        bad({"title": "Steel Mug mugs-example.com"}, ("link", "/title")),
        bad(
            {"title": "Steel Mug", "short_description": "More on https://example.com/mugs"},
            ("link", "/short_description"),
        ),
    ],
)
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    for kind, told in _contacts.contacts(text.value):
        yield text.finding("contact", contact=told, kind=kind, text=told)
    for link in _links.links(text.value):
        if not _links.is_allowed(link, options["allow"], listing.brand):
            yield text.finding("link", contact=link.text[:60], text=link.text)
