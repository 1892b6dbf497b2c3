"""Search keywords name no brand, not even the listing's own.

A platform that searches the brand of each listing by itself wants none among the keywords: the own
one takes room for nothing, and another's brings buyers who look for other goods.

**What platforms do.** Amazon: search terms name neither the own brand nor another, or the listing
is taken out of the search (Seller Central 23501, confidence P). Elsewhere the own brand is welcome,
so the rule is off unless a platform asks for it.

**What is reported.** The listing's own brand, whole and in any case, and words of the brand lexicon
that other texts may hold: authorized brands, and those that the goods fit (“for iPhone 15”). All
other brands are told by `brand/infringing-word`; the two never tell the same word. Each brand is
told once a keyword.

**Repair.** Take the word out. The brand stands in its own field; what the goods fit belongs into
the title or an attribute.

**Limits.** Brands outside the lexicon are seen only where they are the listing's own. A brand that
is an ordinary word too is reported in each sense, as the platform cannot tell them apart either.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from listlint import Finding, Listing, Options, Text, Value, bad, good, rule
from listlint.brandwords import Mention, all_mentions, is_authorized, stands_for
from listlint.wordscan import SEPARATOR, fold, is_whole, unfolded_span

from .._unbranded import names_no_brand

_BOTH = re.compile("[/|（）()]")
_SHORTEST = 2


@rule(
    on="keywords",
    level="off",
    messages={
        "own": "“{word}” is the listing's own brand. Keywords name no brand here: remove it.",
        "other": "“{word}” names {brand}. Keywords name no brand here, not even one that the goods"
        " fit: remove it.",
    },
    examples=[
        good({"title": "Northline Mug", "brand": "Northline", "keywords": ["mug", "northlines"]}),
        good({"title": "Mug", "brand": "Generic", "keywords": ["generic mug"]}),
        good({"title": "Nike Shoe", "brand": "Nike", "bullets": ["Nike Air sole"]}),
        good({"title": "Mug", "brand": "Northline", "keywords": ["gucci mug"]}),
        bad({"title": "Mug", "brand": "Northline", "keywords": ["mug", "NORTHLINE cup"]},
            ("own", "/keywords/1")),
        bad({"title": "Mug", "brand": "Café Nord/北线", "keywords": ["北线杯", "café nord"]},
            ("own", "/keywords/0"), ("own", "/keywords/1")),
        bad({"title": "Nike Shoe", "brand": "Nike", "keywords": ["nike nike shoe"]},
            ("own", "/keywords/0")),
        bad({"title": "Silicone Case", "brand": "Northline",
             "keywords": ["case for iphone 15", "phone cover"]},
            ("other", "/keywords/0")),
        bad({"title": "Gucci tote", "brand": "Gucci", "keywords": ["gucci prada bag"]},
            ("own", "/keywords/0"), ("other", "/keywords/0"), brands=["Gucci", "Prada"]),
    ],
)  # fmt: skip
def check(keywords: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    texts = keywords.value
    mentions = all_mentions(texts, listing.surroundings.lexicon)
    names = _names(listing.brand)
    if names:
        folded = fold(SEPARATOR.join(texts))
        if any(name in folded for name in names):
            return _findings(keywords, mentions, names)
    return _findings(keywords, mentions, ()) if mentions else ()


@lru_cache(maxsize=4096)  # of brands in products, which have no bound
def _names(brand: str | None) -> tuple[str, ...]:
    """How the own brand may stand in a text, folded; () where there is none."""
    if brand is None or names_no_brand(brand):
        return ()
    parts = (fold(part).strip() for part in (brand, *_BOTH.split(brand)))
    return tuple(dict.fromkeys(part for part in parts if len(part) >= _SHORTEST))


def _findings(
    keywords: Value, mentions: dict[int, list[Mention]], names: tuple[str, ...]
) -> Iterator[Finding]:
    listing = keywords.listing
    own = listing.brand or ""
    words = listing.surroundings.lexicon
    for index, keyword in enumerate(keywords.value):
        known = mentions.get(index, [])
        text = Text(listing, (*keywords.pointer, index), keyword)
        if not any(own and stands_for(own, mention.brand, words) for mention in known):
            for word in _own_words(keyword, names):
                yield text.finding("own", text=word, word=word, brand=own, kind="exact")
        told: set[str] = set()
        for mention in known:
            if mention.brand not in told and _is_told_here(listing, mention, own):
                told.add(mention.brand)
                is_own = own and stands_for(own, mention.brand, words)
                message = "own" if is_own else "other"
                yield text.finding(
                    message, text=mention.word, word=mention.word, brand=mention.brand,
                    kind=mention.kind,
                )  # fmt: skip


def _is_told_here(listing: Listing, mention: Mention, own: str) -> bool:
    """Whether *mention* is none that the rules on brand words tell."""
    if mention.framed:
        return True
    rights, words = listing.surroundings.rights, listing.surroundings.lexicon
    if is_authorized(mention.brand, rights, words):
        return True
    return bool(own) and stands_for(own, mention.brand, words) and rights.allows(own, own)


def _own_words(keyword: str, names: tuple[str, ...]) -> Iterator[str]:
    """The first mention of the own brand in *keyword*, as it is written there."""
    folded = fold(keyword)
    for name in names:
        start = folded.find(name)
        while start >= 0:
            end = start + len(name)
            if is_whole(folded, start, end):
                first, last = unfolded_span(keyword, start, end)
                yield keyword[first:last]
                return
            start = folded.find(name, start + 1)
