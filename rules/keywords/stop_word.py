"""Search keywords hold no words that no search looks for.

Words such as “and”, “for” and “with” are passed over in a search. Among keywords they take room
that a word to search for could have.

**What platforms do.** Amazon asks to leave out a, an, and, by, for, of, the and with (Seller
Central 23501, confidence P; an older list is longer). It costs room, nothing else, so a warning.
The rule is off unless a platform asks for it: elsewhere keywords are phrases as buyers type them.

**What is reported.** Whole words among `words`, in any case: once a keyword.

**Repair.** Take them out: “mug lid” finds what “mug with lid” finds.

**Limits.** A letter that names a kind is no article (vitamin A, type A, USB A), nor does “by” stand
between two figures for nothing (5 by 7). A compound is one word (below-the-knee). Words of the
listing's own brand are not told, where the keyword holds the brand.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from listlint import Finding, Listing, Option, Options, Value, bad, good, rule
from listlint.wordscan import fold

from .._tokens import tokens

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_KIND = re.compile(
    r"(?i)(?:vitamins?|type|usb|class|grade|size|cup|hepatitis|plug|series|model|group|plan|part)"
    r"[\s-]*$"
)
_LETTER = re.compile(r"[/.&+'’0-9]")
_FIGURE_BEFORE, _FIGURE_AFTER = re.compile(r"[0-9]\S*\s*$"), re.compile(r"\s*[0-9]")


@rule(
    on="keywords",
    level="off",
    messages={
        "stop-word": "Stop words in the keyword: {words}. No search looks for them: take them out.",
    },
    options={
        "words": Option(
            ["a", "an", "and", "by", "for", "of", "the", "with"], "Words that no keyword needs."
        ),
    },
    examples=[
        good({"title": "Mug", "keywords": ["mug lid", "android theme forest"]}),
        good({"title": "Mug", "keywords": ["vitamin a cream", "below-the-knee", "5 by 7 frame"]}),
        good({"title": "Mug", "keywords": ["mug with lid"]}, options={"words": ["for"]}),
        good({"title": "Shirt", "brand": "Circle of Gentlemen",
              "keywords": ["circle of gentlemen shirt"]}),
        bad({"title": "Mug", "keywords": ["cup", "Mug with lid for the car"]},
            ("stop-word", "/keywords/1")),
        bad({"title": "Mug", "keywords": ["a mug"]}, ("stop-word", "/keywords/0")),
        bad({"title": "Tasse", "keywords": ["tasse à thé"]}, ("stop-word", "/keywords/0"),
            options={"words": ["à"]}, language="fr"),
    ],
)  # fmt: skip
def check(keywords: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    joined = " ".join(keywords.value)
    listed, parts = _listed(tuple(options["words"]))
    if joined.isascii() and parts.isdisjoint(tokens(joined)):
        return ()
    return _findings(keywords, listed)


@lru_cache(maxsize=16)
def _listed(words: tuple[str, ...]) -> tuple[frozenset[str], frozenset[bytes]]:
    """*words* as they are compared, and the `tokens` of those in ASCII."""
    parts = [part for word in words if word.isascii() for part in tokens(word)]
    return frozenset(word.casefold() for word in words), frozenset(parts)


def _findings(keywords: Value, listed: frozenset[str]) -> Iterator[Finding]:
    brand = fold(keywords.listing.brand or "")
    for index, keyword in enumerate(keywords.value):
        told = listed
        if brand and brand in fold(keyword):
            told = listed.difference(_WORD.findall(brand))
        found = dict.fromkeys(
            match[0]
            for match in _WORD.finditer(keyword)
            if match[0].casefold() in told and not _is_meant(keyword, match)
        )
        if found:
            shown = ", ".join(f"“{word}”" for word in found)
            yield keywords.finding("stop-word", at=(index,), text=" ".join(found), words=shown)


def _is_meant(keyword: str, match: re.Match[str]) -> bool:
    before, after = keyword[: match.start()], keyword[match.end() :]
    if before.endswith("-") or after.startswith("-"):
        return True
    if len(match[0]) == 1 and match[0].isalpha():
        return bool(
            _KIND.search(before) or _LETTER.match(after) or (before and _LETTER.match(before[-1]))
        )
    return bool(_FIGURE_BEFORE.search(before) and _FIGURE_AFTER.match(after))
