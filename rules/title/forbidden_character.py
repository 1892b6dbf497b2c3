"""A title holds letters, digits and ordinary punctuation, no decoration.

Stars, hearts, emoji, arrows and rows of exclamation marks take room from words that buyers search
for, are read aloud by screen readers, and are shown as boxes where a font lacks them. DHgate
refuses "special characters or symbols without meaning" in titles and keywords on submission
(notice of 2022-05-10 on its product information standard, seen as relayed by a news mirror); it
publishes no list of them. The choice below is therefore our own and careful, and never more than a
warning. Pinduoduo refuses emoji (`pdd.goods.add`, confidence P). Amazon names its characters
(page 201100890, confidence P), and in older tips the marks ™ ® ©.

Reported are emoji, dingbats, stars, arrows, blocks, box drawings and other pictorial symbols,
private-use characters (a logo in one font, a box in all others), the brackets 【】〖〗『』 outside
Chinese and Japanese, and repeated punctuation such as `!!!`, `***` or `||`.

**Repair.** Delete them. Where a symbol stands for a word, write the word: "2 pieces" for "✌".

**Limits.** Signs with a meaning stay: ™ ® © ° ℃ № Ø ⌀ × ± ² ½ € ″ ♀ ♂ – … and all letters of all
scripts. A platform with a stricter list sets `characters`, which may name them too; they are fine
where the listing's own brand is written with them. Letters, digits, spaces and
``- , . ' ( ) / & + % :`` are never refused, whatever the option says.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from listlint import Finding, Listing, Option, Options, Text, bad, good, pattern, rule

# Blocks of symbols without a meaning of their own, in code points.
_DECORATION = (
    "\u203b\u2042\u2051"  # reference mark, asterisms
    "\u2190-\u21ff\u2300-\u2317\u2319-\u23ff"  # arrows, technical signs (⌀ is taken out below)
    "\u2500-\u25ff\u2600-\u27bf"  # boxes, blocks, shapes, miscellaneous, dingbats
    "\u2900-\u297f\u2b00-\u2bff"  # more arrows and stars
    "\u3004\u3012\u3013\u3020\u3030\u303d\u303f"  # Japanese marks
    "\ue000-\uf8ff\ufe0e\ufe0f"  # private use, choice of emoji or plain form
    "\U0001f000-\U0001faff\U000f0000-\U0010ffff"  # emoji, private use
)
_EMOJI = re.compile("[\U0001f000-\U0001faff]")
_MEANINGFUL = "⌀♀♂♭♮♯⚥®™©️"
_BRACKETS = "【】〖〗『』〘〙〚〛"
_NEVER_REFUSED = "-,.'()/&+%: "
_REPEATED = r"([!?！？~～*#$^=|_<>{}\\@;])(?:\s*\1)+|[!?！？]{2,}"


@rule(
    on="title",
    when=pattern(r"[^0-9A-Za-z \-,.'()/&+%:]"),
    level="warn",
    messages={
        "emoji": "Emoji in the title: {characters}. Delete: letters, digits and punctuation are "
        "allowed.",
        "listed": "{characters} in the title: not allowed. Delete, or write a word for it.",
        "symbol": "{characters} in the title. Delete: letters, digits and punctuation are allowed.",
        "repeated": "“{characters}” in the title: repeated punctuation. Leave one sign or none.",
    },
    at_most={"symbol": "warn", "repeated": "warn"},
    options={
        "characters": Option(
            "", "Further characters that the title may not hold, but where the brand holds them."
        ),
        "allow": Option("", "Characters that are fine though they count as decoration."),
        "language": Option("en", "The language of a listing that does not state its own."),
    },
    examples=[
        good({"title": 'Dell Latitude® 15.6" Laptop – 8 GB + 256 GB, 50 % (Ø 5 mm, 2 × 3)'}),
        good({"title": "Men’s “Classic” Tee… 90°C №5 µm ⌀20 Unisex ♀/♂"}),
        good({"title": "【正版】故宫画谱 人物卷"}, language="zh"),
        good({"title": "C++ Primer, SPF50 PA+++ | A_B #3 @ 5V!"}),
        good({"title": "★ Wars Poster"}, options={"allow": "★"}),
        bad({"title": "★ Steel Mug ❤ Gift"}, ("symbol", "/title")),
        good({"title": "Yahoo! Mug by YAHOO!", "brand": "Yahoo!"}, options={"characters": "!"}),
        bad({"title": "Steel Mug 🎁 for Coffee"}, ("emoji", "/title")),
        bad(
            {"title": "Steel Mug 🎁 ★ Acme™"},
            ("emoji", "/title"),
            ("listed", "/title"),
            ("symbol", "/title"),
            options={"characters": "™®©"},
        ),
        bad(
            {"title": "Yahoo! Mug! Now", "brand": "Yahoo!"},
            ("listed", "/title"),
            options={"characters": "!"},
        ),
        bad({"title": "【Hot】Steel Mug"}, ("symbol", "/title")),
        bad({"title": "Steel Mug \ue001"}, ("symbol", "/title")),
        bad({"title": "Steel Mug!!! Big ** Deal"}, ("repeated", "/title")),
        bad({"title": "Steel Mug | Coffee"}, ("listed", "/title"), options={"characters": "|~"}),
        bad({"title": "钢杯！！"}, ("repeated", "/title"), language="zh"),
    ],
)
def check(title: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    language = listing.get("language") or options["language"]
    brackets = "" if language.startswith(("zh", "ja")) else _BRACKETS
    refused = _refused(brackets, options["characters"], options["allow"])
    if found := list(dict.fromkeys(refused.findall(title.value))):
        for message, those in _sorted(found, title.value, listing, options["characters"]):
            yield title.finding(message, characters=_shown(those), text="".join(those))
    if repeated := re.search(_REPEATED, title.value):
        yield title.finding("repeated", characters=repeated[0], text=repeated[0])


@cache
def _refused(brackets: str, listed: str, allow: str) -> re.Pattern[str]:
    """One refused character; an emoji is taken with what modifies it."""
    refused = f"[{_DECORATION}{brackets}]"
    one = f"(?![{re.escape(allow + _MEANINGFUL + _NEVER_REFUSED)}]){refused}"
    if named := "".join(char for char in listed if char not in allow + _NEVER_REFUSED):
        one = f"(?:[{re.escape(named)}]|{one})"
    return re.compile(f"{one}(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d{refused})*")


def _sorted(
    found: list[str], title: str, listing: Listing, listed: str
) -> Iterator[tuple[str, list[str]]]:
    """*found* by the message that tells it; a *listed* character may stand within the brand."""
    brand = listing.brand or ""
    unbranded = re.sub(re.escape(brand), "", title, flags=re.IGNORECASE) if brand else title
    kinds: dict[str, list[str]] = {"emoji": [], "listed": [], "symbol": []}
    for each in found:
        if _EMOJI.search(each):
            kinds["emoji"].append(each)
        elif each[0] not in listed:
            kinds["symbol"].append(each)
        elif each[0] in unbranded:
            kinds["listed"].append(each)
    for message, those in kinds.items():
        if those:
            yield message, those


def _shown(found: list[str]) -> str:
    """Up to five of the characters, named where they cannot be shown."""
    named = ", ".join(map(_named, found[:5]))
    return f"{named} and {len(found) - 5} more" if len(found) > 5 else named


def _named(char: str) -> str:
    if unicodedata.category(char[0]) == "Co":
        return f"U+{ord(char[0]):04X} (private use)"
    return f"“{char}”"
