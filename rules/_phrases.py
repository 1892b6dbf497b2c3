"""Phrases that were found in a text: which to tell, and which stand in a longer one that is fine.

Shared by the rules on phrases that may not be used. This module knows no rule and no phrase.
"""

import re
from collections.abc import Iterable, Iterator

from listlint.wordscan import Hit


def apart(hits: Iterable[Hit]) -> Iterator[Hit]:
    """*hits*, sorted by their start, without those that overlap the one before."""
    end = 0
    for hit in hits:
        if hit.start >= end:
            end = hit.end
            yield hit


def is_covered(text: str, start: int, end: int, phrases: Iterable[str]) -> bool:
    """Whether ``text[start:end]`` lies within one of *phrases* as it stands there, in any case."""
    return any(
        match.start() <= start and end <= match.end()
        for phrase in phrases
        if phrase
        for match in re.finditer(re.escape(phrase), text, re.IGNORECASE)
    )
