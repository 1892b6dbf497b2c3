"""Attributes give no contact data.

A telephone number, e-mail address or messenger id in an attribute leads buyers away from the
platform, as it does in a title; the small fields are where it is hidden most.

**What platforms do.** DHgate refuses contact data in title and short description (tutorials relay
it, ssopdot.com /blog/13829.html, confidence T), and attributes that do not match the product
(notice of 2017-06, P*). That attributes are judged alike is our own reading, hence a warning.

**What is reported.** Contact data in the name or a value of an attribute or custom attribute, also
where the name says what the value is (WeChat: shop_123). The title is read by
`title/contact-info`, other texts by `text/contact-info`, web addresses by `text/external-link`.

**Repair.** Take the attribute out. Buyers reach a shop by the platform's messages.

**Limits.** Attributes that law asks for (manufacturer, importer, responsible person) may hold
addresses and are not read. A telephone number is told only by its country code after a plus sign,
or by a word such as Tel before it; a number written as a JSON number is not seen.
"""

import re
from collections.abc import Iterator

from listlint import Finding, Listing, Options, Text, bad, good, pattern, rule

from .. import _contacts

# Where the name of an attribute says what its value is; \x1f parts the two in triggers.
_NAMED = (
    r"(?i:\x1f(?:whats ?app|we ?chat|weixin|telegram|skype|viber|kakao ?talk|微信|qq|line)"
    r"(?: ?id| ?no\.?| ?number|号)?\x1f)"
)
_FIELDS = ("attributes", "custom_attributes")
_ASKED_BY_LAW = (
    r"manufactur|maker|importer|responsible|representative|packer|customer care|consumer care"
    r"|制造商|生产商|厂家|厂名|厂址|进口商|经销商|责任人"
)


@rule(
    on="text",
    when=pattern(f"{_contacts.SUSPICIOUS}|{_NAMED}"),
    level="warn",
    messages={
        "contact": "“{contact}” is contact data ({kind}). Buyers write on the platform: remove it."
    },
    examples=[
        good({"title": "Mug", "attributes": {"Volume": "500 ml", "EAN": "5901234123457"}}),
        good({"title": "Phone", "attributes": {"Phone": "+ Bluetooth", "Model": "8618-3800-138"}}),
        good({"title": "Watch", "custom_attributes": {"WeChat": "supported", "Line": "Classic"}}),
        good({"title": "Mug", "attributes": {"Importer": "Northline, hello@northline.example"}}),
        good({"title": "Mug, tel +86 138 0013 8000"}),
        bad(
            {"title": "Mug", "custom_attributes": {"Note": "call +86 138 0013 8000"}},
            ("contact", "/custom_attributes/Note"),
        ),
        bad(
            {"title": "Mug", "custom_attributes": {"WeChat": "shop_123", "Tel": "400-123-4567"}},
            ("contact", "/custom_attributes/WeChat"),
            ("contact", "/custom_attributes/Tel"),
        ),
        bad(
            {"title": "Mug", "attributes": {"Use": ["home", "write to bob@example.com"]}},
            ("contact", "/attributes/Use/1"),
        ),
        bad(
            {"title": "Mug", "custom_attributes": {"QQ: 12345678": "ask"}},
            ("contact", "/custom_attributes/QQ: 12345678", "key"),
        ),
    ],
)
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    if text.field not in _FIELDS:
        return
    name = str(text.pointer[1])
    value = text.value if text.on == "key" else f"{name}: {text.value}"
    found = [contact for contact in _contacts.contacts(value) if contact.text in text.value]
    if found and not re.search(_ASKED_BY_LAW, name, re.IGNORECASE):
        for kind, told in found:
            yield text.finding("contact", contact=told, kind=kind, text=told)
