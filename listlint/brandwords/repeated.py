"""Letters that are repeated, as nobody writes a word but to hide it: Niiike. Knows no brands."""

from __future__ import annotations

import re

from listlint.brandwords.folding import Letters, classes
from listlint.lazily import Lazily

REPEATED = {"repeated to one": 1, "repeated to two": 2}
"""Readings of letters that are repeated, and how many of each are read."""


def has_repeated(text: str) -> bool:
    """Whether a letter stands in *text* three times in a row or more."""
    return _REPEATED.search(text) is not None


_REPEATED = Lazily(r"([^\W\d_])\1\1", re.IGNORECASE)


def unrepeated(read: Letters, most: int) -> Letters:
    """*read* with *most* letters for each letter that stands three times in a row or more.

    They are marked ``r``.
    """
    folded, starts, ends, marks, borders = [], [], [], [], bytearray()
    at = 0
    while at < len(read.folded):
        char = read.folded[at]
        last = at + 1
        while read.folded[last : last + 1] == char and char.isalpha() and not read.borders[last]:
            last += 1
        run = last - at > 2
        for each in range(at, min(last, at + most) if run else last):
            folded.append(char)
            starts.append(read.starts[each])
            ends.append(read.ends[each])
            marks.append("r" if run else read.marks[each])
            borders.append(read.borders[each])
        ends[-1] = read.ends[last - 1]
        at = last
    borders.append(read.borders[-1])
    joined = "".join(folded)
    return Letters(joined, classes(joined), starts, ends, "".join(marks), bytes(borders), ())
