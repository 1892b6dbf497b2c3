"""The words of a title are parted by single plain spaces.

A space too many, a tab or a line break survives into the shop's page, into the search index and
into comparisons of titles; most come from a spreadsheet or a web page that the title was copied
from. Characters without width are worse: nobody sees them, but a search for the word that holds
one does not find the product, and each counts against the platform's length limit.

No platform publishes a rule on this; it is our own judgement, so the level is a warning.

**Repair.** Part words by one space, and let a title begin and end with a word. Retype a place
that is reported but looks right: the character there is invisible.

**Limits.** Joiners inside scripts that need them (Devanagari, Persian, …) and inside emoji are
left alone, so are marks of direction in titles in Arabic or Hebrew, no-break spaces in French,
and the wide space in Chinese and Japanese.
"""

import re
import unicodedata
from collections.abc import Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, pattern, rule

_RUN = "(?<=[^\\s])([ \u00a0\u3000]{2,})(?=[^\\s])"
_BREAKS = "[\t-\r\x1c-\x1f\x85\u2028\u2029]"
_NO_BREAK = "[\u00a0\u2007\u202f]"
_WIDE = "\u3000"
_ODD = "[\u1680\u2000-\u2006\u2008-\u200a\u205f]"
_HIDDEN = "[\x00-\x08\x0e-\x1b\x7f\u00ad\u180e\u200b\u2060-\u2064\ufeff]"
_JOINERS = "(?<=[!-~])[\u200c\u200d]|[\u200c\u200d](?=[!-~])"
_DIRECTION = "[\u200e\u200f\u202a-\u202e\u2066-\u2069]"
_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"


@rule(
    on="title",
    when=pattern(
        "^ | $|  |[\x00-\x1f\x7f\x85\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f"
        "\u205f-\u2069\u3000\ufeff]"
    ),
    level="warn",
    messages={
        "edge": "The title {where} with a space. Remove it.",
        "double": "{count} spaces in a row {where}. Leave one.",
        "break": "The title holds {name}. Put a plain space.",
        "special-space": "The title holds {name} {where}. Put a plain space.",
        "invisible": "The title holds an invisible character, {name}, {where}. Delete it.",
    },
    options={
        "language": Option("en", "The language of a listing that does not state its own."),
    },
    examples=[
        good({"title": "Stainless Steel Travel Mug, 500 ml"}),
        good({"title": "故宫画谱　人物卷"}, language="zh"),
        good({"title": "Tasse 50\u00a0cl en acier"}, language="fr"),
        good({"title": "हिन्दी क्\u200dष Book"}, language="hi"),
        good({"title": "كوب \u200eUSB\u200e"}, language="ar"),
        bad({"title": " Stainless Steel Mug"}, ("edge", "/title")),
        bad({"title": "Stainless Steel Mug "}, ("edge", "/title")),
        bad({"title": "Stainless  Steel   Mug"}, ("double", "/title")),
        bad({"title": "Stainless\tSteel\nMug"}, ("break", "/title")),
        bad({"title": "Mug 500\u00a0ml"}, ("special-space", "/title")),
        bad({"title": "Mug　500 ml"}, ("special-space", "/title")),
        bad({"title": "Stainless \u200bSteel Mug\ufeff"}, ("invisible", "/title")),
        bad({"title": "Steel \u200eMug"}, ("invisible", "/title")),
        bad({"title": "Osaka\u00ad Light"}, ("invisible", "/title")),
    ],
)
def check(title: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    value = title.value
    if value[:1] == " ":
        yield title.finding("edge", where="begins")
    elif value[-1:] == " " and value.strip():
        yield title.finding("edge", where="ends")
    if run := re.search(_RUN, value):
        yield title.finding(
            "double", count=len(run[1]), where=_where(value, run.start()), text=run[1]
        )
    if found := re.search(_BREAKS, value):
        name = "a tab" if found[0] == "\t" else "a line break" if found[0] in "\n\r" else None
        yield title.finding("break", name=name or _name(found[0]), text=found[0])
    found = _special_space(value, listing.get("language") or options["language"])
    if found and not (run and found.start() in range(*run.span())):  # else told as a double space
        yield title.finding(
            "special-space",
            name=_name(found[0]),
            where=_where(value, found.start()),
            text=found[0],
        )
    if found := _invisible(value):
        yield title.finding(
            "invisible", name=_name(found[0]), where=_where(value, found.start()), text=found[0]
        )


def _special_space(value: str, language: str) -> re.Match[str] | None:
    found = re.search(_ODD, value)
    if not language.startswith("fr"):
        found = found or re.search(_NO_BREAK, value)
    if not language.startswith(("zh", "ja", "ko")):
        found = found or re.search(_WIDE, value)
    return found


def _invisible(value: str) -> re.Match[str] | None:
    found = re.search(_HIDDEN, value) or re.search(_JOINERS, value)
    if not re.search(_RIGHT_TO_LEFT, value):
        found = found or re.search(_DIRECTION, value)
    return found


def _where(value: str, at: int) -> str:
    """Which word *at* follows, told without what cannot be shown."""
    words = "".join(char if char.isprintable() else " " for char in value[:at]).split()
    return f"after “{words[-1][-20:]}”" if words else "at its start"


def _name(char: str) -> str:
    name = unicodedata.name(char, "").lower()
    code = f"U+{ord(char):04X}"
    return f"{code} ({name})" if name else code
