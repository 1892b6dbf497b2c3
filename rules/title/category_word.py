"""A title holds a word that its category asks for, and none that it refuses.

Some categories take only titles that name the product in the platform's own words, and refuse
words that belong to another category. DHgate serves both lists with the category
(`inlucdeKeyWords`, `excludeKeyWords` of `dh.category.get`, its own API reference) and rejects an
upload that breaks them. The facts come from a saved category answer that the configuration names
and hold for listings with that `category_id`; without one this rule says nothing.

**Repair.** Name the product by one of the listed words; take refused words out, or choose the
category that they belong to.

**Limits.** Words are compared whole and in any case; for words that are asked for, a plural in
-s or -es will do. Save the answer anew when the platform changes its category.
"""

from collections.abc import Iterator

from listlint import Finding, Listing, Options, Text, bad, good, rule
from listlint.wordscan import fold, is_whole, unfolded_span

_SHOWN = 6


@rule(
    on="title",
    level="error",
    messages={
        "missing": "No word that the category asks for in the title. Use one of: {words}.",
        "refused": "“{word}” in the title, which the category refuses. Remove it.",
    },
    examples=[
        good({"title": "Steel Travel Mug", "category_id": "7"}),
        good(
            {"title": "Virgin Hair Bundles 20 Inch", "category_id": "7"},
            category={"title_must": ("hair", "wig"), "title_must_not": ("synthetic",)},
        ),
        good(
            {"title": "Curly Wigs for Women", "category_id": "7"},
            category={"title_must": ("hair", "wig")},
        ),
        good(
            {"title": "Hair Clip Parasynthetic", "category_id": "7"},
            category={"title_must_not": ("synthetic", "lip")},
        ),
        bad(
            {"title": "Bundles 20 Inch Chair", "category_id": "7"},
            ("missing", "/title"),
            category={"title_must": ("hair", "wig")},
        ),
        bad(
            {"title": "Synthetic Hair Wig", "category_id": "7"},
            ("refused", "/title"),
            category={"title_must": ("hair",), "title_must_not": ("synthetic",)},
        ),
        bad(
            {"title": "不锈钢保温杯", "category_id": "7"},
            ("refused", "/title"),
            category={"title_must": ("杯",), "title_must_not": ("保温",)},
            language="zh",
        ),
    ],
)
def check(title: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    category = listing.category
    if category is None:
        return
    folded = fold(title.value)
    asked = category.title_must
    if asked and not any(_holds(folded, word + end) for word in asked for end in ("", "s", "es")):
        words = ", ".join(asked[:_SHOWN]) + (" …" if len(asked) > _SHOWN else "")
        yield title.finding("missing", words=words)
    for word in category.title_must_not:
        at = _position(folded, fold(word))
        if at >= 0:
            start, end = unfolded_span(title.value, at, at + len(fold(word)))
            written = title.value[start:end]
            yield title.finding("refused", word=written, text=written)


def _holds(folded: str, word: str) -> bool:
    return _position(folded, fold(word)) >= 0


def _position(folded: str, word: str) -> int:
    """Where *word* stands as a whole word in *folded*; -1 where it does not."""
    at = folded.find(word) if word else -1
    while at >= 0 and not is_whole(folded, at, at + len(word)):
        at = folded.find(word, at + 1)
    return at
