"""Brand words of two or three letters: written as the brand's, or in a disguise that tells itself.

So few letters stand in many codes and words: they count where they are written with care.
"""

from __future__ import annotations

import unicodedata

from listlint.brandwords.folding import glued, plain, plain_char
from listlint.brandwords.layer import CONTEXT, Word
from listlint.brandwords.places import Found
from listlint.brandwords.scene import style_of

_LENGTH = 3


def is_short_form(text: str, surface: str, found: Found) -> bool:
    """Whether two or three letters are written as the brand's: with its signs, in capitals."""
    word = found.word
    if len(word.folded) == 2 and word.flags & CONTEXT and not surface.isupper():
        return False
    if plain(surface).strip() != plain(word.surface).strip() and not (
        surface.isupper() and glued(surface) == word.folded and "&" not in word.surface
        and " " not in surface
    ):  # fmt: skip
        return False
    if word.surface.isupper() and not surface.isupper():
        return style_of(text) == "lower" and not text.isascii()
    return True


def short_disguise(text: str, found: Found) -> tuple[str, str] | None:
    """The form and the kind of *found*, two or three letters, if they are disguised with care."""
    word, read = found.word, found.letters
    surface = text[found.start : found.end]
    if len(word.folded) == 2 and not _is_foreign(text, surface):
        return None
    plainly = word.folded.isascii() and word.surface.isalnum()
    if not plainly or len(word.folded) not in (2, _LENGTH):
        return None
    if not surface.isascii():
        marks = read.marks[found.first : found.last]
        styled = set(marks) == {"w"} and not any("\uff00" <= char <= "\uffef" for char in surface)
        capitals = surface.isupper() or _script(surface[0]) == "LATIN"  # small capitals
        if styled or (set(marks) == {"h"} and capitals and _is_alone(text, surface)):
            return "disguised letters", "homoglyph"
        return None
    if not surface.isupper():
        return None
    if read.folded[found.first : found.last] == word.folded:
        return ("letters spaced out", "spaced") if _is_spelled(surface) else None
    beside = f"{text[: found.start][-1:]}{text[found.end :][:1]}"
    coded = beside and not beside.isspace()  # an end of a longer code
    return ("disguised letters", "leet") if is_leet(surface, word) and not coded else None


def is_leet(surface: str, word: Word) -> bool:
    """Whether *surface*, whose letters pass for *word*'s, has one digit, as no code has it: 0PI."""
    told = surface.lower()
    if len(told) != _LENGTH or not told.isalnum() or not word.folded.isalpha():
        return False
    digits = [at for at, char in enumerate(told) if char.isdigit()]
    differ = [at for at, char in enumerate(told) if char != word.folded[at]]
    return len(digits) == 1 and differ == digits and (digits[0] == 0 or told[digits[0]] == "0")


def is_native(text: str, surface: str) -> bool:
    """Whether *surface* is all of another alphabet, and so is something else in *text*: того."""
    return (
        surface.isalpha()
        and not any(plain_char(char).isascii() for char in surface)
        and not _is_alone(text, surface)
    )


def _is_foreign(text: str, surface: str) -> bool:
    """Whether *surface* is two capitals of another alphabet, alone in a text of ASCII: НР 305."""
    return (
        len(surface) == 2
        and surface.isupper()
        and not any(map(str.isascii, surface))
        and text.replace(surface, "").isascii()
    )


def _is_spelled(surface: str) -> bool:
    """Whether one and the same sign parts all letters of *surface*: O P I, J.B.L."""
    return len(surface) == 2 * _LENGTH - 1 and surface[1] == surface[3] and not surface[1].isalnum()


def _is_alone(text: str, surface: str) -> bool:
    """Whether *surface* alone in *text* is of its alphabet."""
    script = _script(surface[0])
    rest = text.replace(surface, " ", 1)
    return not any(not char.isascii() and _script(char) == script for char in rest)


def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0]
