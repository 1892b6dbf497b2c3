"""A title holds no word more often than the platform allows.

Repeated words make a title long and hard to read, and buyers find the product no better.

**What platforms do.** Amazon allows the same word twice in a title, in whatever case, since
2025-01-21, and corrects or hides others; prepositions, articles and conjunctions are not counted,
a brand's name is (announcement of the rule: confidence P; that brands count: T).

**Repair.** Say each word once. What the product fits, and synonyms, belong into bullets and search
terms.

**Limits.** Words of two letters or more, compared in any case; a plural is another word, and so is
a compound with a hyphen. Numbers, sizes and model names (words with digits), units and the words of
`ignore` are not counted. Languages without spaces between words are `title/keyword-stuffing`, which
counts plurals as one as well.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from listlint import Finding, Listing, Option, Options, Text, bad, good, rule

from .._units import UNITS

_WORD = re.compile(r"[^\W_](?:[^\W_]|[-'’&](?=[^\W_]))+")
_RUN = re.compile(r"[^\W\d_]+")
# ASCII: all but small letters a space.
_LETTERS = bytes(code if chr(code).islower() else 32 for code in range(128)) + bytes(128)


@rule(
    on="title",
    level="off",
    messages={
        "repeated": "“{word}” stands {count} times in the title; allowed: {limit}. Say it once."
    },
    options={
        "max-repeats": Option(2, "How often a word may stand in a title."),
        "ignore": Option(
            [
                *("a", "an", "the", "and", "or", "nor", "but", "yet", "so", "if", "as", "than"),
                *("of", "for", "with", "without", "to", "from", "in", "into", "on", "onto", "at"),
                *("by", "per", "via", "off", "out", "up", "down", "over", "under", "between"),
                *("about", "against", "inside", "outside", "through", "upto", "plus", "vs", "de"),
                *("der", "die", "das", "den", "dem", "des", "ein", "eine", "und", "oder", "mit"),
                *("für", "von", "zu", "zum", "zur", "im", "aus", "auf", "bis", "ohne", "le", "la"),
                *("les", "un", "une", "du", "et", "ou", "pour", "avec", "sans", "en", "sur", "par"),
                *("au", "aux", "el", "los", "las", "una", "del", "al", "y", "o", "para", "con"),
                *(
                    "sin",
                    "por",
                    "il",
                    "lo",
                    "gli",
                    "di",
                    "da",
                    "per",
                    "e",
                    "ed",
                    "com",
                    "sem",
                    "os",
                ),
                *("do", "no", "na", "dan", "dengan", "untuk", "atau", "van", "het", "een", "voor"),
                *("met", "zonder", "och", "med", "för", "utan", "dla", "do", "ze", "bez", "ve"),
            ],
            "Words that are not counted: prepositions, articles, conjunctions.",
        ),
    },
    examples=[
        good({"title": "Steel Mug for Tea, Mug for Coffee, for Home and for Travel"}),
        good({"title": "Box 10 inch x 20 inch x 30 inch, Old Navy Lid in Navy Blue"}),
        good({"title": "Toner for HL-1110, HL-1112, HL-1212, Mugs, Mug, Mug-Lid, Mug"}),
        good({"title": "Tea Mug, Tea Cup, Tea Pot"}, options={"max-repeats": 3}),
        good({"title": "Tea Mug, Tea Cup, Tea Pot"}, options={"ignore": ["tea"]}),
        good({"title": "保温杯 保温杯 保温杯"}, language="zh"),
        bad({"title": "Tea Mug, TEA Cup, Pot for tea"}, ("repeated", "/title")),
        bad({"title": "Acme Mug by Acme, Acme Cup Cup Cup"}, *[("repeated", "/title")] * 2),
        bad({"title": "Mug for Tea, Mug"}, ("repeated", "/title"), options={"max-repeats": 1}),
    ],
)
def check(title: Text, listing: Listing, options: Options) -> Iterable[Finding]:
    limit = options["max-repeats"]
    lower = title.value.lower()
    parts = _parts(lower)
    # Else no word can stand so often.
    if len(parts) - len(set(parts)) >= limit and max(Counter(parts).values()) > limit:
        return _repeated(title, lower, limit, options["ignore"])
    return ()


def _parts(lower: str) -> list[Any]:
    """The runs of letters of *lower*; each word begins with one, or with a digit."""
    if lower.isascii():
        return lower.encode().translate(_LETTERS).split()  # as quick again
    return _RUN.findall(lower)


def _repeated(title: Text, lower: str, limit: int, ignored: list[str]) -> Iterator[Finding]:
    uncounted = {word.lower() for word in ignored}
    for word, count in Counter(_WORD.findall(lower)).items():
        if count > limit and word not in uncounted and _is_counted(word):
            yield title.finding("repeated", word=word, count=count, limit=limit, text=word)


def _is_counted(word: str) -> bool:
    return word not in UNITS and not any(map(str.isdigit, word)) and word < "\u2e80"
