"""Of which brand of the lexicon a name is, as listings state it, and what a listing may use.

This module knows no texts: it judges names by themselves.
"""

from __future__ import annotations

from functools import lru_cache

from listlint.brandwords.folding import classes, glued
from listlint.brandwords.hanforms import han_fold
from listlint.brandwords.layer import INITIAL, Brand
from listlint.brandwords.store import Lexicon
from listlint.brandwords.unspaced import has_unspaced
from listlint.lazily import Lazily
from listlint.listing import Rights, fold_name

_BOTH = Lazily(r"[/|()（）]")
_LEAST_BEGINNING = 4


@lru_cache(maxsize=4096)  # of names in products, which have no bound
def known_brand(lexicon: Lexicon, name: str) -> Brand | None:
    """The brand that *name* is a word of, in whatever case and punctuation; None if unknown."""
    if has_unspaced(name):
        folded = han_fold(name.strip(), lexicon.simplified).replace(" ", "")
        found = lexicon.find("n", folded)
    else:
        folded = glued(name)
        found = lexicon.find("w", classes(folded))
    words = [word for word in found if word.folded == folded and not word.flags & INITIAL]
    if not words:
        return None
    naming = min(words, key=lambda w: (glued(w.brand.name) != folded, w.kind != "exact"))
    return naming.brand


@lru_cache(maxsize=4096)
def brands_in(lexicon: Lexicon, name: str) -> tuple[Brand, ...]:
    """The brands that *name*, a brand as a listing states it, is or holds: Adidas Originals."""
    found: dict[str, Brand] = {}
    for part in dict.fromkeys((name, *_BOTH.split(name))):
        pieces = part.split()
        for first in range(len(pieces)):
            for last in range(len(pieces), first, -1):
                brand = known_brand(lexicon, " ".join(pieces[first:last]))
                if brand is not None:
                    found.setdefault(brand.name, brand)
    return tuple(found.values())


@lru_cache(maxsize=16384)
def is_of(lexicon: Lexicon, name: str, brand: Brand) -> bool:
    """Whether *name*, a brand as a listing states it, is *brand*, its owner or one it owns.

    It need not be only that, nor all of it: ``Adidas Originals`` is of Adidas, ``Fuji`` of
    Fujifilm.
    """
    for each in brands_in(lexicon, name):
        if each.name == brand.name or brand.name in each.owners or each.name in brand.owners:
            return True
    folded = glued(name)
    whole = glued(brand.name)
    of_owners = folded in map(glued, brand.owners)
    if of_owners or folded == whole or any(glued(word) == folded for word in brand.words):
        return True
    return len(folded) >= _LEAST_BEGINNING and whole.startswith(folded)


@lru_cache(maxsize=16384)
def may_use(lexicon: Lexicon, rights: Rights, own: str | None, brand: Brand) -> bool:
    """Whether a listing of the brand *own* may name *brand*."""
    if rights.authorized is not None:
        names = (brand.name, *brand.words, *brand.owners)
        if any(fold_name(name) in rights.authorized for name in names):
            return True
    return own is not None and is_of(lexicon, own, brand) and rights.allows(own, own)
