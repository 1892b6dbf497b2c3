"""A mention of a brand: what is found in a text, and what speaks for and against it."""

from __future__ import annotations

from listlint.namedtuples import NamedTuple

SURE = 0.7
"""A mention of at least this score is an error."""
LIKELY = 0.45
"""A mention of at least this score is a warning; of a lower one nothing is told."""


class Mention(NamedTuple):
    """``text[start:end]``, *word*, names *brand* in the way of *kind*.

    *score* is between 0 and 1; *reasons* name the evidence, what speaks against it with a minus.
    *framed* says that the text names the brand only to tell what the goods fit; *places* how often
    the listing has it.
    """

    word: str
    start: int
    end: int
    brand: str
    kind: str
    score: float
    reasons: tuple[str, ...] = ()
    framed: bool = False
    places: int = 1

    @property
    def is_sure(self) -> bool:
        """Whether it is an infringement as far as a text can tell."""
        return self.score >= SURE and not self.framed

    @property
    def is_likely(self) -> bool:
        """Whether it is worth a warning."""
        return LIKELY <= self.score < SURE and not self.framed
