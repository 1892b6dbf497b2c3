"""Search keywords add words that the title does not hold.

A search looks in the title too. A word of it among the keywords finds nothing more, and takes room
from one that would.

**What platforms do.** Amazon asks that search terms repeat nothing (Seller Central 23501,
confidence P); that words of the title count as repeated is our own reading, so this is never more
than a warning. DHgate asks for the opposite, keywords taken from the title. So the rule is off
unless a platform asks for it.

**What is reported.** A keyword of which all words stand in the title; and where a keyword is no
phrase but a row of more than three words, those of three letters or more that do. In any case, once
a keyword.

**Repair.** Put synonyms, uses and other spellings in their place.

**Limits.** Another form of the word (mug, mugs) counts as another word, as does a part of a longer
one. Words that only bind others (for, with) are `keywords/stop-word`, the brand is
`keywords/brand`.
"""

import re
from collections.abc import Iterable, Iterator

from listlint import Finding, Listing, Options, Value, bad, good, rule
from listlint.wordscan import fold

from .._tokens import tokens

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORTEST = 3
_PHRASE = 3  # words: what is longer is a row of words
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{2,}")
_BINDING = frozenset(
    ("for", "with", "and", "the", "from", "your", "you", "all", "are", "but", "per")
)
_SHOWN = 5


@rule(
    on="keywords",
    level="off",
    messages={
        "words": "Already in the title: {words}. A search finds them there; write other words.",
        "whole": "All of “{keyword}” stands in the title. A search finds it there; write other"
        " words.",
    },
    at_most={"words": "warn", "whole": "warn"},
    examples=[
        good({"title": "Steel Mug with Lid", "keywords": ["mug for tea", "cup for car", "mugs"]}),
        good({"title": "Men Steel Watch", "keywords": ["men's gift idea for his birthday"]}),
        good({"title": "North Mug", "brand": "North", "keywords": ["north"]}),
        good({"title": "USB-C Hub 4K", "keywords": ["c port", "adapter"]}),
        good({"title": "不锈钢保温杯", "keywords": ["水杯"]}, language="zh"),
        good({"keywords": ["mug"]}),
        bad({"title": "Steel Mug with Lid", "keywords": ["tea cup", "MUG with handle, steel cup"]},
            ("words", "/keywords/1")),
        bad({"title": "Steel Mug with Lid 5", "keywords": ["lid 5 for mug"]},
            ("whole", "/keywords/0")),
        bad({"title": "不锈钢保温杯", "keywords": ["保温杯", "水杯"]}, ("whole", "/keywords/0"),
            language="zh"),
    ],
)  # fmt: skip
def check(keywords: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    title = listing.data.get("title")
    if not title:
        return ()
    joined = " ".join(keywords.value)
    if joined.isascii() and title.isascii() and set(tokens(title)).isdisjoint(tokens(joined)):
        return ()
    return _findings(keywords, fold(title), fold(listing.brand or ""))


def _findings(keywords: Value, title: str, brand: str) -> Iterator[Finding]:
    standing = set(_WORD.findall(title)) | _BINDING
    told = {word for word in standing if len(word) >= _SHORTEST} - _BINDING
    told.difference_update(_WORD.findall(brand))
    for index, keyword in enumerate(keywords.value):
        folded = fold(keyword)
        if _UNSPACED.fullmatch(folded):
            if folded in title and folded not in brand:
                yield keywords.finding("whole", at=(index,), text=keyword, keyword=keyword)
            continue
        words = _WORD.findall(folded)
        found = [word for word in dict.fromkeys(words) if word in told]
        if found and standing.issuperset(words):
            yield keywords.finding("whole", at=(index,), text=keyword, keyword=keyword)
        elif found and len(words) > _PHRASE:
            shown = ", ".join(f"“{word}”" for word in found[:_SHOWN])
            if len(found) > _SHOWN:
                shown += f" and {len(found) - _SHOWN} more"
            yield keywords.finding("words", at=(index,), text=" ".join(found), words=shown)
