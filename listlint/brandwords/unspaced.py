"""Scripts that write no spaces, such as Chinese, kana, Hangul and Thai, as characters of texts.

Python's `re` compiles a class of characters by walking through all of them: for milliseconds where
they are as many as here. So texts are asked about one character after another, each of which is
remembered, or translated to a *shape* in which a few characters stand for all of a kind, and
regular expressions that are small read that.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import chain

from listlint.lazily import Lazily

# Where the blocks of such characters begin and where others follow, in turn.
_BORDERS = tuple(
    chain.from_iterable(
        (first, last + 1)
        for first, last in (
            (0x0E00, 0x0EFF),  # Thai, Lao
            (0x1000, 0x109F),  # Myanmar
            (0x1780, 0x17FF),  # Khmer
            (0x2E80, 0x2FDF),  # radicals
            (0x3005, 0x3007),  # 々〆〇
            (0x3021, 0x3029),  # numerals
            (0x3031, 0x3035),  # marks of repetition
            (0x3041, 0x30FA),  # kana
            (0x30FC, 0x318F),  # kana, Bopomofo, Hangul in letters
            (0x31A0, 0x31FF),  # Bopomofo, strokes, kana
            (0x3400, 0x4DBF),  # Chinese, extension A
            (0x4E00, 0xA4CF),  # Chinese, Yi
            (0xAC00, 0xD7FF),  # Hangul
            (0xF900, 0xFAFF),  # Chinese, compatibility
            (0xFF66, 0xFF9F),  # kana, half width
            (0x20000, 0x3FFFF),  # Chinese, extensions
        )
    )
)
# Most texts that are not ASCII hold no character but of these and are told at once: Latin with
# accents, Greek, Cyrillic, Arabic, dashes, quotes, emoji.
MAYBE_UNSPACED = Lazily("[^\0-\u0dff\u1e00-\u2bff\ufe00-\ufe0f\U0001f300-\U0001faff]")
"""Finds where the first character may be of such a script, or enclose one that is."""

HAN = "一囗某"
"""Chinese characters in a shape, for a regular expression; 囗 and 某 pass for signs, too."""
ANY = f"{HAN}〇ア\u0e31"
"""All such characters in a shape, for a regular expression; the last stands for what is no letter.

〇 is there as itself: it passes for a sign, too.
"""


@lru_cache(maxsize=65536)
def is_unspaced(char: str) -> bool:
    """Whether *char* is of a script that writes no spaces."""
    return bisect_right(_BORDERS, ord(char)) % 2 == 1


def has_unspaced(text: str) -> bool:
    """Whether *text* has a character of a script that writes no spaces."""
    if text.isascii():
        return False
    maybe = MAYBE_UNSPACED.search(text)
    return maybe is not None and any(map(is_unspaced, text[maybe.start() :]))


def without_unspaced(text: str) -> str:
    """*text* with a space for each character of a script that writes no spaces."""
    if text.isascii() or MAYBE_UNSPACED.search(text) is None:
        return text
    return text.translate(_GAPS)


def shape_of(text: str) -> str:
    """*text* with one of `ANY` for each character of a script that writes no spaces."""
    return text.translate(_SHAPES)


class _Gaps(dict[int, str]):
    """What `without_unspaced` has for each character, told when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        told = self[code] = " " if is_unspaced(char) else char
        return told


class _Shapes(dict[int, str]):
    """What `shape_of` has for each character, told when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        told = self[code] = _shape(char) if is_unspaced(char) else char
        return told


def _shape(char: str) -> str:
    if char in ANY:
        return char
    if "\u4e00" <= char <= "\u9fff":
        return HAN[0]
    return ANY[-2] if char.isalnum() else ANY[-1]


_GAPS = _Gaps()
_SHAPES = _Shapes()
