"""The lexicon that texts are read with: the built-in one, with a user's own words laid over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path

from listlint.brandwords.folding import glued
from listlint.brandwords.layer import Layer, Word, key_of

_MOST_REMEMBERED = 100_000


class Lexicon:
    """Layers of words. *allow* are words that are never reported."""

    def __init__(self, layers: Sequence[Layer], allow: Sequence[str] = ()) -> None:
        self.layers = tuple(layers)
        self.allow = frozenset(map(glued, allow))
        self._sectors: dict[str, int] = {}

    def find(self, tag: str, text: str) -> tuple[Word, ...]:
        """The words that *text* leads to in the index called *tag*, or a few of the same hash."""
        key = key_of(tag, text)
        found: tuple[Word, ...] = ()
        for layer in self.layers:
            at = layer.index(key)
            if at >= 0:
                found += layer.words_at(at)
        return found

    def holds(self, tag: str, text: str) -> bool:
        """Whether *text* leads to any word in the index called *tag*."""
        key = key_of(tag, text)
        return any(layer.index(key) >= 0 for layer in self.layers)

    def is_ordinary(self, folded: str) -> bool:
        """Whether *folded* is an ordinary word of a language."""
        key = key_of("o", folded)
        return any(layer.is_ordinary(key) for layer in self.layers)

    def is_unspaced(self, folded: str) -> bool:
        """Whether *folded* is a common word of a script that writes no spaces."""
        key = key_of("b", folded)
        return any(layer.is_ordinary(key) for layer in self.layers)

    def sectors_of(self, folded: str) -> int:
        """The sectors that the ordinary word *folded* shows, as bits."""
        found = self._sectors.get(folded)
        if found is None:
            key = key_of("s", folded)
            found = 0
            for layer in self.layers:
                found |= layer.sectors_of(key)
            if len(self._sectors) >= _MOST_REMEMBERED:
                self._sectors.clear()
            self._sectors[folded] = found
        return found

    @property
    def looks(self) -> Mapping[str, str]:
        """Characters → the Latin letters that they look like."""
        return self.layers[0].table("looks")

    @property
    def simplified(self) -> Mapping[str, str]:
        """Traditional Chinese characters → simplified ones."""
        return self.layers[0].table("simplified")

    @property
    def sounds(self) -> Mapping[str, str]:
        """Chinese characters → their syllables."""
        return self.layers[0].table("sounds")

    @property
    def shapes(self) -> Mapping[str, str]:
        """Chinese characters → those that look like them."""
        return self.layers[0].table("shapes")


@cache
def built_in() -> Lexicon:
    """The lexicon that ships with listlint."""
    path = Path(__file__).parents[1] / "data" / "brands.bin"
    # Mapped, not read: a product asks for a few of its pages, and processes share them.
    with path.open("rb") as file:
        return Lexicon([Layer(mmap(file.fileno(), 0, access=ACCESS_READ))])
