"""A bullet point is a fragment that begins with a capital and ends without punctuation.

Bullet points are read at a glance, one below the other. A platform that asks for one form of them
edits or drops those of another.

**What platforms do.** Amazon asks for a capital at the start, a fragment rather than a sentence,
and no punctuation at the end (its bullet point requirements since 2024-08-15, seen only as told by
third parties, confidence T). The rule is off unless a platform asks for it.

**What is reported.** A bullet point whose first word is in small letters, or that ends with one of
`end-marks`.

**Repair.** Write the first letter large; delete the mark at the end.

**Limits.** A word with a capital further on (iPhone, pH, mAh), a letter before a hyphen (x-ray) and
the listing's own brand may be written as they are, and a bullet point may begin with a figure. The
full stop of an abbreviation (oz., approx., etc., U.S.) may stand at the end. Whether it is a
sentence is not judged.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from listlint import Finding, Listing, Option, Options, Value, bad, good, rule
from listlint.wordscan import fold

_FIRST_WORD = re.compile(r"[\W_]*(?P<word>(?:[^\W_]|['’])+)")
_ABBREVIATION = re.compile(
    r"(?i)\b(?:[a-z]|in|oz|fl|lbs?|ft|yds?|cm|mm|sq|qt|pt|gal|pcs?|pkg|ct|approx|incl|etc|inc|ltd"
    r"|co|corp|vs|no|nos|dr|jr|sr|st|max|min|hrs?|mins?|secs?|diam|dia|temp|vol|wt)\.$"
)


@rule(
    on="bullets",
    level="off",
    messages={
        "small": "The bullet point begins with “{word}”. Begin it with a capital letter.",
        "end": "The bullet point ends with “{mark}”. No punctuation stands at its end: delete it.",
    },
    options={
        "capital": Option(True, "Whether a bullet point must begin with a capital letter."),
        "end-marks": Option(".!?;。！？；", "What no bullet point ends with; empty: all may."),
    },
    examples=[
        good({"title": "Mug", "bullets": ["Keeps tea hot: 2 walls", "500 ml; fits cup holders"]}),
        good({"title": "Mug", "bullets": ["iPhone stand", "pH neutral", "x-ray safe", "保温杯",
                                         "&bull; Steel&reg;"]}),
        good({"title": "Mug", "bullets": ["Holds 12 oz.", "Made in the U.S.", "- Steel", ""]}),
        good({"title": "Mug", "brand": "northline", "bullets": ["northline mug"]}),
        good({"title": "Mug", "bullets": ["keeps tea hot."]},
             options={"capital": False, "end-marks": ""}),
        bad({"title": "Mug", "bullets": ["Large", "keeps tea hot"]}, ("small", "/bullets/1")),
        bad({"title": "Mug", "bullets": ["【steel】Keeps tea hot", "a 12 oz mug"]},
            ("small", "/bullets/0"), ("small", "/bullets/1")),
        bad({"title": "Mug", "bullets": ["Keeps tea hot. "]}, ("end", "/bullets/0")),
        bad({"title": "Mug", "bullets": ["Buy it now!"]}, ("end", "/bullets/0")),
        bad({"title": "Mug", "bullets": ["keeps tea hot;", "Steel"]},
            ("small", "/bullets/0"), ("end", "/bullets/0")),
        bad({"title": "杯子", "bullets": ["双层不锈钢。"]}, ("end", "/bullets/0"), language="zh"),
    ],
)  # fmt: skip
def check(bullets: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    capital = options["capital"]
    marks = tuple(options["end-marks"])
    suspicious = [
        (index, bullet)
        for index, bullet in enumerate(bullets.value)
        if not bullet[:1].isupper() or not bullet[-1].isalnum()
    ]
    return _findings(bullets, suspicious, capital, marks) if suspicious else ()


def _findings(
    bullets: Value, suspicious: list[tuple[int, str]], capital: bool, marks: tuple[str, ...]
) -> Iterator[Finding]:
    for index, bullet in suspicious:
        bullet = unescape(bullet)
        if capital and (word := _small(bullet, bullets.listing.brand)):
            yield bullets.finding("small", at=(index,), text=word, word=word)
        text = bullet.rstrip()
        if marks and text.endswith(marks) and not _ABBREVIATION.search(text):
            yield bullets.finding("end", at=(index,), text=text[-1], mark=text[-1])


def _small(bullet: str, brand: str | None) -> str | None:
    """The first word of *bullet*, if it should begin with a capital and does not."""
    first = _FIRST_WORD.match(bullet)
    if first is None:
        return None
    word = first["word"]
    if not (word[0].islower() and word.islower()):
        return None
    if len(word) == 1 and bullet[first.end() : first.end() + 1] != " ":
        return None
    if brand and fold(bullet[first.start("word") :]).startswith(fold(brand)):
        return None
    return word
