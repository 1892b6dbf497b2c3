"""Search keywords add words that the title does not hold.

A search looks in the title too. A word of it among the keywords finds nothing more, and takes room
from one that would.

**What platforms do.** Amazon asks that search terms repeat nothing (Seller Central 23501,
confidence P); that words of the title count as repeated is our own reading, so this is never more
than a warning. DHgate asks for the opposite, keywords taken from the title. So the rule is off
unless a platform asks for it.

**What is reported.** Words of three letters or more, and whole keywords of a script without spaces,
that stand in the title too, in any case: once a keyword.

**Repair.** Put synonyms, uses and other spellings in their place.

**Limits.** Another form of the word (mug, mugs) counts as another word, as does a part of a longer
one. Words that only bind others (for, with) are `keywords/stop-word`.
"""

import re
from collections.abc import Iterable, Iterator

from listlint import Finding, Listing, Options, Value, bad, good, rule
from listlint.wordscan import fold

from .._tokens import tokens

_WORD = re.compile(r"[^\W_]{3,}")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{2,}")
_BINDING = frozenset("for with and the from your you all are but per than into".split())
_SHOWN = 5


@rule(
    on="keywords",
    level="off",
    messages={
        "words": "Already in the title: {words}. A search finds them there; write other words.",
        "whole": "“{keyword}” stands in the title. A search finds it there; write another word.",
    },
    at_most={"words": "warn", "whole": "warn"},
    examples=[
        good({"title": "Steel Mug with Lid", "keywords": ["tea cup", "thermos for car", "mugs"]}),
        good({"title": "USB-C Hub 4K", "keywords": ["c port", "adapter"]}),
        good({"title": "不锈钢保温杯", "keywords": ["水杯"]}, language="zh"),
        good({"keywords": ["mug"]}),
        bad({"title": "Steel Mug with Lid", "keywords": ["tea cup", "MUG with handle, steel"]},
            ("words", "/keywords/1")),
        bad({"title": "Steel Mug with Lid", "keywords": ["steel mug"]}, ("whole", "/keywords/0")),
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
    return _findings(keywords, fold(title))


def _findings(keywords: Value, title: str) -> Iterator[Finding]:
    held = set(_WORD.findall(title)) - _BINDING
    for index, keyword in enumerate(keywords.value):
        folded = fold(keyword)
        if _UNSPACED.fullmatch(folded):
            if folded in title:
                yield keywords.finding("whole", at=(index,), text=keyword, keyword=keyword)
            continue
        words = _WORD.findall(folded)
        found = [word for word in dict.fromkeys(words) if word in held]
        if not found:
            continue
        if len(found) == len(folded.split()):
            yield keywords.finding("whole", at=(index,), text=keyword, keyword=keyword)
            continue
        shown = ", ".join(f"“{word}”" for word in found[:_SHOWN])
        if len(found) > _SHOWN:
            shown += f" and {len(found) - _SHOWN} more"
        yield keywords.finding("words", at=(index,), text=" ".join(found), words=shown)
