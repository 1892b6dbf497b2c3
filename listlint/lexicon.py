"""The brand lexicon: words that name brands which marketplaces and owners enforce.

`load` gives the words that are looked for in texts; the other functions tell of a name, as a
listing states it, which brand of the lexicon it is. The words stand in ``data/brands.json``, its
form in ``data/README.md``. This module knows no rules and no listings: whether a mention is right
or wrong is for rules to judge.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from listlint.listing import fold_name
from listlint.wordscan import fold, is_whole

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def load() -> tuple[tuple[str, str, str], ...]:
    """The words to look for, as (word, brand, kind); a brand's spellings each on their own.

    *kind* is ``exact``, ``translated``, ``series`` or ``abbreviation``. Words that are ordinary
    words too, or that name a part of other goods, need their surroundings read to be understood
    and are left out.
    """
    return tuple(
        (spelling, brand, word[1])
        for brand, entry in _entries().items()
        for word in entry["words"]
        if len(word) == 2
        for spelling in _spellings(word[0])
    )


@cache
def names_of(brand: str) -> tuple[str, ...]:
    """All words of *brand*, of its owner and of the brands that it owns; () if it is unknown."""
    return tuple(
        spelling
        for related in _related(brand)
        for word in _entries()[related]["words"]
        for spelling in _spellings(word[0])
    )


@lru_cache(maxsize=4096)  # of names in products, which have no bound
def brand_of(name: str) -> str | None:
    """The brand that *name* is a word of, in whatever case and punctuation; None if unknown."""
    return _by_folded_name().get(fold_name(name))


@lru_cache(maxsize=4096)
def is_known(name: str) -> bool:
    """Whether *name* is a brand of the lexicon or holds its name: Adidas Originals, HP Inc."""
    if brand_of(name):
        return True
    text = fold(name)
    return any(_holds(text, fold(word)) for word, _, kind in load() if kind == "exact")


@lru_cache(maxsize=4096)
def stands_for(name: str, brand: str) -> bool:
    """Whether *name*, a brand as a listing states it, is *brand*, its owner or one it owns.

    It need not be only that: ``Adidas Originals`` stands for ``Adidas``.
    """
    folded = fold_name(name)
    if any(fold_name(word) == folded for word in names_of(brand)):
        return True
    text = fold(name)
    return any(
        _holds(text, fold(spelling))
        for related in _related(brand)
        for word in _entries()[related]["words"]
        if len(word) == 2 or word[0] == related  # an ordinary word within a name says nothing
        for spelling in _spellings(word[0])
    )


def takes_accessories(brand: str) -> bool:
    """Whether others make parts and accessories for the goods of *brand*, as for phones or cars."""
    return bool(_entries().get(brand, _NONE).get("accessories"))


_NONE: dict[str, Any] = {}


def _holds(text: str, word: str) -> bool:
    start = text.find(word)
    while start >= 0:
        if is_whole(text, start, start + len(word)):
            return True
        start = text.find(word, start + 1)
    return False


@cache
def _entries() -> dict[str, dict[str, Any]]:
    path = Path(__file__).parent / "data" / "brands.json"
    return {entry["name"]: entry for entry in orjson.loads(path.read_bytes())["brands"]}


@cache
def _by_folded_name() -> dict[str, str]:
    return {
        fold_name(spelling): brand
        for brand, entry in reversed(_entries().items())
        for word in entry["words"]
        for spelling in _spellings(word[0])
    }


@cache
def _related(brand: str) -> tuple[str, ...]:
    entries = _entries()
    if brand not in entries:
        return ()
    owned = (name for name, entry in entries.items() if brand in entry.get("owners", ()))
    return (brand, *entries[brand].get("owners", ()), *owned)


def _spellings(word: str) -> Iterator[str]:
    """*word* and how else keyboards write it: without accents, with a printer's apostrophe."""
    yield word
    if word.isascii() and "'" not in word:
        return
    plain = "".join(
        char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char)
    )
    # Korean syllables come apart as accents do, and are put together again.
    plain = unicodedata.normalize("NFC", plain)
    if plain != word:
        yield plain
    for each in dict.fromkeys((word, plain)):
        if "'" in each:
            yield each.replace("'", "’")
