"""Descriptions, bullets and keywords give no contact data.

Telephone numbers, e-mail addresses and messenger ids draw buyers away from the platform, where
neither payment nor delivery is protected; platforms remove such products and punish the shop.
DHgate states it for titles and short descriptions (tutorial sites relay it); that the other texts
are judged alike is our own reading, so this is a warning.

This rule reads description, bullets and keywords. The title and the short description are
`title/contact-info`, web addresses `text/external-link`, attributes `attributes/contact-info`.

**Repair.** Take the data out. Buyers reach a shop by the platform's messages; the address of a
responsible person, where law asks for one, belongs in the field that the platform has for it.

**Limits.** A telephone number is told only by a country code after a plus sign or by a word such
as "Tel" before it. A messenger's name alone is fine; a name with an id is not. Postal addresses
are not looked for.
"""

from collections.abc import Iterator

from listlint import Finding, Listing, Options, Text, bad, good, pattern, rule

from .. import _contacts


@rule(
    on=("description", "bullets[]", "keywords[]"),
    when=pattern(_contacts.SUSPICIOUS),
    level="warn",
    messages={
        "contact": "“{contact}” is contact data ({kind}). Buyers write on the platform: remove it."
    },
    examples=[
        good({"title": "Steel Mug", "description": "Holds 500 ml. EAN 5901234123457. No. 1!"}),
        good({"title": "Watch", "bullets": ["Shows WhatsApp, WeChat and Skype messages"]}),
        good({"title": "Case", "keywords": ["phone 11 12 13 14 15 case"]}),
        good({"title": "Mug +86 138 0013 8000", "attributes": {"Tel": "+86 138 0013 8000"}}),
        bad(
            {"title": "Mug", "description": "<p>Call <b>+86 138 0013 8000</b> for orders</p>"},
            ("contact", "/description"),
        ),
        bad(
            {"title": "Mug", "description": "Write to bob@example.com or WhatsApp 13800138000."},
            ("contact", "/description"),
            ("contact", "/description"),
        ),
        bad({"title": "Mug", "bullets": ["500 ml", "QQ: 12345678"]}, ("contact", "/bullets/1")),
        bad({"title": "Mug", "keywords": ["mug tel 400-123-4567"]}, ("contact", "/keywords/0")),
    ],
)
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    for kind, told in _contacts.contacts(text.value):
        yield text.finding("contact", contact=told, kind=kind, text=told)
