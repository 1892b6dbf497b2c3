"""A place in a text that is written like a brand word."""

from __future__ import annotations

from listlint.brandwords.layer import Word
from listlint.namedtuples import NamedTuple

ORDINARY = "the word itself, an ordinary word too"
"""The form of a word that is an ordinary word too, undisguised."""


class Likeness(NamedTuple):
    """A place that is written like a word.

    *form* is a key of `evidence.WEIGHTS`, *kind* is what is told, and *differ* how many letters
    differ.
    """

    word: Word
    start: int
    end: int
    form: str
    kind: str
    differ: float = 0
    framed: bool = False
