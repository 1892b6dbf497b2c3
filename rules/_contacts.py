"""Contact data in a text: telephone numbers, e-mail addresses and messenger ids.

Shared by the rules on contact data of the title and of the other texts. What looks like a number
is judged by `phonenumbers`, an address by `linkify-it-py`; both are imported only for a text that
a cheap look has made suspicious. Sizes, model numbers, bar codes and prices are no telephone
numbers: one needs a country code after a plus sign, or a word such as "Tel" before it. This
module knows no fields and no messages.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import _links

_CALLING = (
    r"(?:\b(?:tel|telephone|phone|call|mobile|mob|cell|hotline|fax|whats ?app|contact|sms|ring)\b"
    r"|电话|手机号|手机|热线|联系|传真|客服|咨询|微信|薇信)[^0-9+]{0,16}"
)
_NUMBER = r"[+(]?[0-9][0-9() .-]{5}"

SUSPICIOUS = (
    rf"(?i:[0-9a-z_]@[0-9a-z-]+\.[a-z]|\+ ?\(?[1-9][0-9() .-]{{7}}|{_CALLING}{_NUMBER}"
    r"|(?:whats ?app|we ?chat|weixin|telegram|skype|viber|kakao ?talk|微信|薇信|威信|扣扣"
    r"|\b(?:vx|qq|line))\s*(?:id|no|number|account|号|群|账|[:：=])|[+＋加](?:微信|薇信|威信|vx?))"
)
"""What a text with contact data matches, in the syntax of triggers."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach the seller: its *kind* in words, and the *text* as it stands."""

    kind: str
    text: str


def contacts(text: str) -> Iterator[Contact]:
    """The contact data in *text*, each once, in no promised order."""
    if not _MAYBE.search(text):
        return
    told: list[str] = []
    for contact in (*_addresses(text), *_numbers(text), *_messengers(text)):
        same = re.sub(r"[\s()+.-]", "", contact.text)
        if not any(same in each or each in same for each in told):
            told.append(same)
            yield contact


_MAYBE = re.compile(SUSPICIOUS)
_AT = re.compile(r"[0-9A-Za-z_]@[0-9A-Za-z-]+\.[A-Za-z]")
_INTERNATIONAL = re.compile(r"(?<![0-9A-Za-z])\+ ?\(?[1-9][0-9() .-]{7,}")
_CALL = re.compile(rf"(?i:{_CALLING})(?P<number>{_NUMBER}[0-9() .-]*[0-9])")
# Where a number after such a word may be from when it has no country code.
_REGIONS = ("CN", "US", "GB", "HK", "IN", "DE")
_MOST_GROUPS = 4
_LONGEST = 40


def _addresses(text: str) -> Iterator[Contact]:
    if _AT.search(text):
        for match in _links.finder().match(text) or ():
            if match.schema == "mailto:":
                yield Contact("e-mail address", match.text)


def _numbers(text: str) -> Iterator[Contact]:
    for found in _INTERNATIONAL.finditer(text):
        yield from _number(found[0][:_LONGEST], None)
    for found in _CALL.finditer(text):
        if len(re.findall("[0-9]+", found["number"])) <= _MOST_GROUPS:  # else a row of numbers
            yield from _number(found["number"][:_LONGEST], _REGIONS)


def _number(text: str, regions: tuple[str, ...] | None) -> Iterator[Contact]:
    from phonenumbers import Leniency, PhoneNumberMatcher

    if regions is None:
        for match in PhoneNumberMatcher(text, None, Leniency.VALID):
            yield Contact("telephone number", match.raw_string)
        return
    for region in regions:
        for match in PhoneNumberMatcher(text, region, Leniency.STRICT_GROUPING):
            yield Contact("telephone number", match.raw_string)
            return


_HANDLE = r"[+@]?[0-9A-Za-z][0-9A-Za-z_.-]{4,}"
_NO_WORD = r"(?=[+@]|[0-9A-Za-z_.-]*[0-9_])"  # what follows cannot be a plain word
_SAYS_ID = r"(?:id|no\.?|number|account|号码|账号|号)"


def _app(words: str) -> str:
    """An app's name, then "id:" and a handle, or "id" or a colon and one that is no word."""
    return (
        rf"(?<![0-9A-Za-z])(?:{words})\s*"
        rf"(?:{_SAYS_ID}\s*(?:[:：#=]\s*|{_NO_WORD})|[:：=]\s*{_NO_WORD})(?P<id>{_HANDLE})"
    )


_MESSENGERS = tuple(
    (kind, re.compile(regex, re.IGNORECASE))
    for kind, regex in (
        ("WhatsApp id", _app("whats ?app")),
        ("WeChat id", _app("we ?chat|weixin|vx|微信|薇信|威信")),
        ("WeChat id", rf"[加+＋](?:微信|薇信|威信|vx?)\s*{_NO_WORD}(?P<id>{_HANDLE})"),
        ("Telegram id", _app("telegram")),
        ("Skype id", _app("skype")),
        ("Viber id", _app("viber")),
        ("KakaoTalk id", _app("kakao ?talk")),
        ("LINE id", rf"(?<![0-9A-Za-z])line\s*(?:id\s*[:：#=]\s*|[:：]\s*(?=@))(?P<id>{_HANDLE})"),
        (
            "QQ number",
            r"(?<![0-9A-Za-z])(?:qq|扣扣)\s*(?:(?:号码?|群|number|no\.?|id)\s*[:：]?|[:：])\s*"
            r"(?P<id>[1-9][0-9]{4,10})(?![0-9])",
        ),
    )
)


def _messengers(text: str) -> Iterator[Contact]:
    for kind, regex in _MESSENGERS:
        for found in regex.finditer(text):
            yield Contact(kind, found["id"].rstrip(".-"))
