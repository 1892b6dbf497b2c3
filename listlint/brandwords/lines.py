"""Brands of which a seller may use some product lines only: the others are found too."""

from __future__ import annotations

from functools import cache

from listlint.brandwords.detect import Detector, Texts
from listlint.brandwords.layer import Word
from listlint.brandwords.store import Lexicon, built_in
from listlint.listing import Rights


class LimitedDetector(Detector):
    """Finds, beside what any detector finds, the lines that an authorisation does not name."""

    def _may_use(self, texts: Texts, word: Word) -> bool:
        return super()._may_use(texts, word) and not is_shut_out(word, texts.rights)


def is_shut_out(word: Word, rights: Rights) -> bool:
    """Whether *word* is a line of a brand that *rights* authorise for other lines only."""
    brand = word.brand
    return word.kind == "series" and rights.shuts_out(word.surface, (brand.name, *brand.words))


@cache
def limited_detector(lexicon: Lexicon | None = None) -> LimitedDetector:
    """The one such detector of *lexicon*, or of the built-in one."""
    return LimitedDetector(lexicon or built_in())
