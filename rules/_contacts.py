"""Contact data in a text: telephone numbers, e-mail addresses and messenger ids.

Shared by the rules on contact data of the title and of the other texts. What looks like a number
is judged by `phonenumbers`, an address by `linkify-it-py`; both are imported only for a text that
a cheap look has made suspicious. Sizes, model numbers, bar codes and prices are no telephone
numbers: one needs a country code after a plus sign, or a word such as "Tel" before it. This
module knows no fields and no messages.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from . import _links
from ._case import small

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


class Contact(NamedTuple):
    """One way to reach the seller: its *kind* in words, and the *text* as it stands."""

    kind: str
    text: str


def contacts(text: str) -> Iterator[Contact]:
    """The contact data in *text*, each once, in no promised order."""
    found = [*_addresses(text), *_numbers(text)]
    messengers = [*_messengers(text)]
    # With or without a trigger, say the same; all that `found` holds is suspicious.
    if found or (messengers and re.search(SUSPICIOUS, text)):
        found += messengers
    told: list[str] = []
    for contact in found:
        same = re.sub(r"[\s()+.-]", "", contact.text)
        if not any(same in each or each in same for each in told):
            told.append(same)
            yield contact


_AT = r"[0-9A-Za-z_]@[0-9A-Za-z-]+\.[A-Za-z]"
_DIGITS = "[0-9][0-9() .-]{5}"
_INTERNATIONAL = r"(?<![0-9A-Za-z])\+ ?\(?[1-9][0-9() .-]{7,}"
_CALL = rf"(?i:{_CALLING})(?P<number>{_NUMBER}[0-9() .-]*[0-9])"
# Where a number after such a word may be from when it has no country code.
_REGIONS = ("CN", "US", "GB", "HK", "IN", "DE")
_MOST_GROUPS = 4
_LONGEST = 40


def _addresses(text: str) -> Iterator[Contact]:
    if "@" not in text:
        return
    words = [word for word in text.split() if "@" in word]  # no address reaches over a space
    if any(re.search(_AT, word) for word in words):
        for match in [each for word in words for each in _links.finder().match(word) or ()]:
            if match.schema == "mailto:":
                yield Contact("e-mail address", match.text)


def _numbers(text: str) -> Iterator[Contact]:
    if not re.search(_DIGITS, text):
        return
    if "+" in text:
        for found in re.finditer(_INTERNATIONAL, text):
            yield from _number(found[0][:_LONGEST], None)
    for found in re.finditer(_CALL, text):
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


# A kind, what stands in each text of it (in small letters), and its pattern.
_MESSENGERS = (
    ("WhatsApp id", ("whats",), _app("whats ?app")),
    (
        "WeChat id",
        ("wechat", "we chat", "weixin", "vx", "微信", "薇信", "威信"),
        _app("we ?chat|weixin|vx|微信|薇信|威信"),
    ),
    (
        "WeChat id",
        ("微信", "薇信", "威信", "加v", "+v", "＋v"),
        rf"[加+＋](?:微信|薇信|威信|vx?)\s*{_NO_WORD}(?P<id>{_HANDLE})",
    ),
    ("Telegram id", ("telegram",), _app("telegram")),
    ("Skype id", ("skype",), _app("skype")),
    ("Viber id", ("viber",), _app("viber")),
    ("KakaoTalk id", ("kakao",), _app("kakao ?talk")),
    (
        "LINE id",
        ("line",),
        rf"(?<![0-9A-Za-z])line\s*(?:id\s*[:：#=]\s*|[:：]\s*(?=@))(?P<id>{_HANDLE})",
    ),
    (
        "QQ number",
        ("qq", "扣扣"),
        r"(?<![0-9A-Za-z])(?:qq|扣扣)\s*(?:(?:号码?|群|number|no\.?|id)\s*[:：]?|[:：])\s*"
        r"(?P<id>[1-9][0-9]{4,10})(?![0-9])",
    ),
)


def _messengers(text: str) -> Iterator[Contact]:
    lower = small(text)
    for kind, names, regex in _MESSENGERS:
        if any(name in lower for name in names):
            for found in re.finditer(regex, text, re.IGNORECASE):
                yield Contact(kind, found["id"].rstrip(".-"))
