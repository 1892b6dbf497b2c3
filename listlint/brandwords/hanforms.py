"""How texts in scripts that write no spaces are folded, and the pairs of characters in them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from listlint.brandwords.folding import has_unspaced


def han_fold(text: str, simplified: Mapping[str, str]) -> str:
    """*text* in small, simplified characters of common width; of the same length."""
    return "".join([_folded(char, simplified.get(char)) for char in text])


@lru_cache(maxsize=32768)
def _folded(char: str, simple: str | None) -> str:
    if simple is not None:
        return simple
    folded = unicodedata.normalize("NFKC", char).casefold()
    return folded if len(folded) == 1 else char


@lru_cache(maxsize=65536)
def _is_unspaced(char: str) -> bool:
    return has_unspaced(char)


def pairs_of(folded: str) -> Iterator[str]:
    """The pairs of neighbours in *folded* of which one is of a script that writes no spaces."""
    for left, right in pairwise(folded):
        if _is_unspaced(left) or _is_unspaced(right):
            yield left + right


@lru_cache(maxsize=1024)
def syllable(sound: str) -> str:
    """*sound*, a syllable in Latin letters, as one of those that are taken for each other."""
    if sound[:2] in ("zh", "ch", "sh"):
        sound = sound[0] + sound[2:]
    return sound.removesuffix("g") if sound.endswith("ng") else sound
