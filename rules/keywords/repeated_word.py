"""Search keywords hold no word twice.

A search finds a product by each of its keywords in any order. A word that stands there a second
time finds nothing more, and takes room from one that would.

**What platforms do.** Amazon asks for search terms without repetition, and for the singular or the
plural of a word, not both (Seller Central 23501, confidence P): the second is advice, and told as a
hint. Elsewhere keywords are phrases as buyers type them, in which words come again, so the rule is
off unless a platform asks for it.

**What is reported.** Words that stood in the keywords before, in any case: once a keyword. In
English also a plural beside its singular.

**Repair.** Take them out: “steel mug lid” finds what “steel mug, mug lid” finds.

**Limits.** Words of two letters or more. Numbers, words with digits, units and the words of
`ignore` may come again, as may a short word twice in a row, which is a name (yo yo, pom pom).
A compound with a hyphen is one word. Words of another meaning in the plural are two words (glass,
glasses). Languages without spaces between words are not looked at.
"""

import re
from collections.abc import Iterable, Iterator

from listlint import Finding, Listing, Option, Options, Value, bad, good, rule
from listlint.wordscan import fold

from .._tokens import tokens
from .._units import UNITS

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NAME = 4  # letters: what is no longer and said twice in a row is a name
_OTHERS = frozenset(
    (
        *("glasses", "shorts", "tights", "briefs", "news", "goods", "blinds", "spectacles", "arms"),
        *("pants", "customs", "outdoors", "woods", "waters", "spirits", "looks", "species"),
        *("series", "mens", "womens", "childrens"),  # the last three without their apostrophe
    )
)
_SHOWN = 6


@rule(
    on="keywords",
    level="off",
    messages={
        "repeated": "Already in the keywords: {words}. Once is enough: take them out here.",
        "plural": "Singular and plural in the keywords: {words}. A search finds both: keep one.",
    },
    at_most={"plural": "info"},
    options={
        "ignore": Option(
            [
                *("a", "an", "and", "by", "for", "of", "the", "with", "from", "in", "on", "or"),
                *("to", "your"),
            ],
            "Words that may come again; they are the matter of `keywords/stop-word`.",
        ),
        "language": Option("en", "The language of a listing that does not state its own."),
    },
    examples=[
        good({"title": "Mug", "keywords": ["steel travel mug", "cup for tea", "flask for car"]}),
        good({"title": "Box", "keywords": ["5 inch 7 inch 5 case", "pom pom yo yo hat"]}),
        good({"title": "Mug", "keywords": ["t-shirt shirt mug-lid lid", "wine glass for glasses"]}),
        good({"title": "Tasse", "keywords": ["tasse", "tasses"]}, language="fr"),
        good({"title": "杯", "keywords": ["保温杯", "保温杯"]}, language="zh"),
        good({"title": "Mug", "keywords": ["tea mug", "tea cup"]}, options={"ignore": ["tea"]}),
        bad({"title": "Mug", "keywords": ["tea cup", "travel mug", "Tea MUG, cup"]},
            ("repeated", "/keywords/2")),
        bad({"title": "Mug", "keywords": ["mug cup mug"]}, ("repeated", "/keywords/0")),
        bad({"title": "Tasse", "keywords": ["tasse thé café thé"]}, ("repeated", "/keywords/0"),
            language="fr"),
        bad({"title": "Mug", "keywords": ["mugs box", "travel mug berry", "boxes berries berry"]},
            ("plural", "/keywords/1"), ("repeated", "/keywords/2"), ("plural", "/keywords/2")),
    ],
)  # fmt: skip
def check(keywords: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    joined = " ".join(keywords.value)
    if joined.isascii():
        parts = tokens(joined)
        if len(parts) == len(set(parts)) and b"s " not in b" ".join(parts) + b" ":
            return ()
    english = (listing.get("language") or options["language"]).startswith("en")
    return _findings(keywords, frozenset(options["ignore"]), english)


def _findings(keywords: Value, ignored: frozenset[str], english: bool) -> Iterator[Finding]:
    before: dict[str, None] = {}
    for index, keyword in enumerate(keywords.value):
        again: dict[str, None] = {}
        plurals: dict[str, str] = {}
        last = ""
        for word in _WORD.findall(fold(keyword)):
            in_a_row, last = word == last and len(word) <= _NAME, word
            if not _is_counted(word) or word in ignored or in_a_row:
                continue
            if word in before:
                again[word] = None
            elif english and (other := _other_form(word, before)):
                plurals[word] = other
            before[word] = None
        if again:
            yield keywords.finding(
                "repeated", at=(index,), text=" ".join(again), words=_shown(list(again))
            )
        if plurals:
            both = [each for pair in plurals.items() for each in reversed(pair)]
            yield keywords.finding(
                "plural", at=(index,), text=" ".join(plurals), words=_shown(both)
            )


def _is_counted(word: str) -> bool:
    return (
        len(word) > 1 and word < "\u2e80" and word not in UNITS and not any(map(str.isdigit, word))
    )


def _other_form(word: str, before: dict[str, None]) -> str | None:
    """The one of *before* of which *word* is the English plural, or the singular."""
    singular = next((each for each in _singulars(word) if each in before), None)
    return singular or next((each for each in _plurals(word) if each in before), None)


def _singulars(word: str) -> Iterator[str]:
    if word in _OTHERS or len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return
    yield word[:-1]
    if word.endswith(("ses", "xes", "zes", "ches", "shes")):
        yield word[:-2]
    if word.endswith("ies"):
        yield f"{word[:-3]}y"


def _plurals(word: str) -> Iterator[str]:
    ways = [f"{word}s", f"{word}es", f"{word[:-1]}ies"]
    return (each for each in ways if word in _singulars(each))


def _shown(found: list[str]) -> str:
    shown = ", ".join(f"“{each}”" for each in found[:_SHOWN])
    return f"{shown} and {len(found) - _SHOWN} more" if len(found) > _SHOWN else shown
