"""A compiled lexicon: what is looked up in it by letters, read from bytes without parsing them.

The bytes are made by `compile`. Keys are hashes: sorted numbers that are searched in, so that a
lexicon of any size is there at once; what a key leads to is read when it is asked for, and whoever
asks compares the words themselves, for two keys may have one hash.
"""

from __future__ import annotations

import marshal
from bisect import bisect_left
from collections.abc import Mapping
from mmap import mmap
from typing import Any
from zlib import crc32

from listlint.brandwords.folding import classes, glued
from listlint.brandwords.hanforms import han_fold
from listlint.namedtuples import NamedTuple

CONTEXT = 1
"""Flag of a word that is an ordinary word or a name too: it counts only with evidence."""
NEAR = 2
"""Flag of a word whose misspellings are looked for."""
INITIAL = 4
"""Flag of a word made of a brand's name by shortening one of its parts to its first letter."""
HAN = 8
"""Flag of a word in a script that writes no spaces."""

KINDS = ("exact", "series", "partial", "abbreviation", "translated", "deformed")
"""The kinds of words that the lexicon states."""

MAGIC = b"listlint brands 3\n"

TABLES = ("looks", "simplified", "sounds", "shapes")
"""What characters look like, are, sound like; and which look like them."""

LOW_BITS = 16
"""Bits of a key that are searched for; the others lead to where."""


class Brand(NamedTuple):
    """A brand: *sectors* as the bits of `source.SECTORS`, *risk* 0 to 2."""

    name: str
    owners: tuple[str, ...]
    sectors: int
    risk: int
    accessories: bool
    component: bool
    owner_words: tuple[str, ...]
    unless_words: tuple[str, ...]
    words: tuple[str, ...]


class Word(NamedTuple):
    """A word of a brand: *surface* as its source has it, *folded* its letters, *classed* those."""

    brand: Brand
    kind: str
    flags: int
    surface: str
    folded: str
    classed: str


def key_of(tag: str, text: str) -> int:
    """The number that *text* is looked up by in the index called *tag*."""
    return crc32((tag + text).encode("utf-8", "surrogatepass"))


class Keys:
    """Sorted keys, each found by what its highest bits lead to."""

    def __init__(self, sorted_keys: memoryview[int], starts: memoryview[int]) -> None:
        self._keys = sorted_keys
        self._starts = starts

    def index(self, key: int) -> int:
        """Where *key* is; -1 if it is none of them."""
        part = key >> LOW_BITS
        end = self._starts[part + 1]
        at = bisect_left(self._keys, key, self._starts[part], end)
        return at if at < end and self._keys[at] == key else -1


class Layer:
    """One compiled lexicon."""

    def __init__(self, data: bytes | mmap) -> None:
        whole = memoryview(data)
        start = len(MAGIC)
        if whole[:start] != MAGIC:
            raise ValueError("this is no lexicon of this version of listlint")
        size = int.from_bytes(whole[start : start + 4], "little")
        parts: dict[str, tuple[int, int]] = marshal.loads(whole[start + 4 : start + 4 + size])

        def numbers(name: str) -> memoryview[int]:
            at, length = parts[name]
            return whole[at : at + length].cast("I")

        def keys(name: str) -> Keys:
            return Keys(numbers(name), numbers(f"{name} starts"))

        self._keys = keys("keys")
        self.index = self._keys.index
        """Where a key is; -1 if there is nothing under it."""
        self._values = numbers("values")
        self._words = numbers("words")
        self._brands = numbers("brands")
        self._ordinary = keys("ordinary")
        self._context = keys("context")
        at, length = parts["sectors"]
        self._sectors = whole[at : at + length].cast("Q")
        at, length = parts["records"]
        self._records = whole[at : at + length]
        self._stated = {
            name: whole[at : at + length] for name in TABLES for at, length in (parts[name],)
        }
        self._tables: dict[str, Mapping[str, str]] = {}
        self._word: dict[int, Word] = {}
        self._brand: dict[int, Brand] = {}

    def words_at(self, at: int) -> tuple[Word, ...]:
        """The words under the key at *at*, which `index` gives."""
        value = self._values[at]
        if value & 0x80000000:
            return (self.word(value & 0x7FFFFFFF),)
        return tuple(map(self.word, self._record(value)))

    def is_ordinary(self, key: int) -> bool:
        """Whether *key*, of the tag ``o`` or ``b``, is that of an ordinary word."""
        return self._ordinary.index(key) >= 0

    def sectors_of(self, key: int) -> int:
        """The sectors that the word of *key*, of the tag ``s``, shows."""
        at = self._context.index(key)
        return int(self._sectors[at]) if at >= 0 else 0

    def word(self, number: int) -> Word:
        """The word of *number*."""
        word = self._word.get(number)
        if word is None:
            brand, kind, flags, surface, folded = self._record(self._words[number])
            if not folded:
                folded = self._han(surface) if flags & HAN else glued(surface)
            word = self._word[number] = Word(
                self.brand(brand), KINDS[kind], flags, surface, folded, classes(folded)
            )
        return word

    def brand(self, number: int) -> Brand:
        """The brand of *number*."""
        brand = self._brand.get(number)
        if brand is None:
            brand = self._brand[number] = Brand._make(self._record(self._brands[number]))
        return brand

    def _han(self, surface: str) -> str:
        return han_fold(surface, self.table("simplified")).replace(" ", "")

    @property
    def size(self) -> int:
        """How many brands there are."""
        return len(self._brands)

    def _record(self, at: int) -> Any:
        return marshal.loads(self._records[at:])

    def table(self, name: str) -> Mapping[str, str]:
        """One of `TABLES`, by its characters."""
        table = self._tables.get(name)
        if table is None:
            chars, values = marshal.loads(self._stated[name])
            table = self._tables[name] = dict(zip(chars, values.split(), strict=True))
        return table
