"""What a chunk of text may be of, and in which texts that need be thought of."""

from __future__ import annotations

from collections.abc import Sequence

from listlint.brandwords.folding import classes
from listlint.brandwords.layer import CONTEXT, INITIAL, Word
from listlint.namedtuples import NamedTuple

BASE, LOOKS, SIGNS, PAIRED = "base", "looks", "signs", "pairs"
_LONG_ENOUGH = 6
"""Letters of names of several parts that seldom stand in other words one after another."""
WITHIN = ("same", "plural", "joined", "masked", "vowels")
"""How a word may be that lies within a chunk."""


class Suspect(NamedTuple):
    """A word that a chunk of text may be of. *how* it may be, read in which way."""

    word: Word
    how: str
    reading: str


class Suspicion(NamedTuple):
    """What a chunk may be of, whatever stands around it, or where something does.

    *plain* says of what it is *alone* that this is but ordinary words, written as such. The letters
    of *lettered*, *shortened* and *phrases* must stand in the text; *shortened* are names with a
    part shortened to its first letter, *phrases* other names of several parts.
    """

    alone: tuple[Suspect, ...]
    plain: bool
    lettered: tuple[Suspect, ...]
    shortened: tuple[Suspect, ...]
    phrases: tuple[Suspect, ...]


def is_within(suspect: Suspect, *, plainly: bool) -> bool:
    """Whether *suspect* is so of its chunk in all texts, or in all *plainly* of ASCII."""
    word, how, _ = suspect
    if how not in WITHIN or how == "masked":
        return False
    return not is_seldom_meant(word) and (plainly or len(word.folded) > 3)


def is_plain_word(chunk: str, suspects: Sequence[Suspect]) -> bool:
    """Whether *chunk* is only like ordinary words, and written as one."""
    return chunk.islower() and all(
        suspect.how == "same" and suspect.word.flags & CONTEXT and suspect.reading == BASE
        for suspect in suspects
    )


def add_standing(
    found: dict[str, list[Suspect]],
    chunk: str,
    suspects: Sequence[Suspect],
    text: str,
    letters_of: str,
) -> bool:
    """Add those of *suspects* whose letters stand in *letters_of*, if these are known.

    Whether there are any.
    """
    standing = [
        suspect
        for suspect in suspects
        if not letters_of or (suspect.word.classed in letters_of and _may_stand(suspect.word, text))
    ]
    if standing:
        found[chunk] = standing + found.get(chunk, [])
    return bool(standing)


def is_seldom_meant(word: Word) -> bool:
    """Whether the letters of *word* stand in many texts that do not mean it."""
    return bool(word.flags & INITIAL) or (len(word.classed) <= _LONG_ENOUGH and " " in word.surface)


def _may_stand(word: Word, text: str) -> bool:
    """Whether *text*, which has its letters, may hold *word*; quickly."""
    if not is_seldom_meant(word):
        return True
    if word.flags & INITIAL:
        return word.surface in text or word.surface.upper() in text
    surface = word.surface.lower()
    lower = text.lower()
    if surface in lower or any(surface.replace(" ", sign) in lower for sign in ("-", "")):
        return True
    return classes(surface) in classes(lower)  # Miu M1u
