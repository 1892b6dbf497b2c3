"""How texts in scripts that write no spaces are folded, and the pairs of characters in them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from listlint.brandwords.unspaced import is_unspaced

LONGEST_SHOWN = 5
"""How many characters of a word that shows what goods are are looked at: longer ones begin so."""


def han_fold(text: str, simplified: Mapping[str, str]) -> str:
    """*text* in small, simplified characters of common width; of the same length."""
    return "".join([_folded(char, simplified.get(char)) for char in text])


@lru_cache(maxsize=32768)
def _folded(char: str, simple: str | None) -> str:
    if simple is not None:
        return simple
    folded = unicodedata.normalize("NFKC", char).casefold()
    return _KANA.get(folded, folded) if len(folded) == 1 else char


_KANA = dict(zip("ァィゥェォッャュョヮヵヶー", "アイウエオツヤユヨワカケ一", strict=True))
"""Small kana, and the sign of a long vowel, that are written as what looks like them."""


def pairs_of(folded: str) -> Iterator[str]:
    """The pairs of neighbours in *folded* of which one is of a script that writes no spaces."""
    for left, right in pairwise(folded):
        if is_unspaced(left) or is_unspaced(right):
            yield left + right


@lru_cache(maxsize=8192)
def heard(char: str, sound: str | None) -> str:
    """How *char*, whose syllable is *sound*, sounds: one text for what is taken for each other."""
    if sound is not None:
        return syllable(sound)
    if "\uac00" <= char <= "\ud7a3":
        parts = unicodedata.normalize("NFD", char)
        return _TENSE.get(parts[0], parts[0]) + _VOWELS.get(parts[1], parts[1]) + parts[2:]
    if "\u30a1" <= char <= "\u30fa":
        return unicodedata.normalize("NFD", char)[0]
    return char


_TENSE = dict(
    zip(
        "\u1101\u110f\u1104\u1110\u1108\u1111\u110a\u110d\u110e",
        "\u1100\u1100\u1103\u1103\u1107\u1107\u1109\u110c\u110c",
        strict=True,
    )
)
"""Tense and aspirated consonants as the plain ones."""
_VOWELS = dict(zip("\u1162\u1164\u116b\u1170", "\u1166\u1168\u116c\u116c", strict=True))
"""ㅐ as ㅔ, ㅒ as ㅖ, ㅙ and ㅞ as ㅚ."""


def is_heard(char: str) -> bool:
    """Whether *char* is of a script in which words are known by their sound."""
    if "\u4e00" <= char <= "\u9fff":
        return True
    return "\u30a1" <= char <= "\u30fa" or "\uac00" <= char <= "\ud7a3"


def is_kana(char: str) -> bool:
    """Whether *char*, folded, is kana or the sign of a long vowel."""
    return "\u3041" <= char <= "\u30fa" or char == "一"


@lru_cache(maxsize=1024)
def latin_syllable(sound: str) -> str:
    """*sound*, a syllable in Latin letters, as who does not tell zh from z and ng from n has it."""
    if sound[:2] in ("zh", "ch", "sh"):
        sound = sound[0] + sound[2:]
    return sound.removesuffix("g") if sound.endswith("ng") else sound


@lru_cache(maxsize=1024)
def syllable(sound: str) -> str:
    """*sound*, a syllable in Latin letters, as one of those that are taken for each other."""
    told = latin_syllable(sound)
    return _TAKEN_FOR.get(told[0], told[0]) + told[1:]


_TAKEN_FOR = {"l": "n", "h": "f"}
