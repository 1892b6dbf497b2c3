"""Sentences of a text: those of descriptions come again from product to product.

A name does not go on from one sentence into the next, so each is read by itself, once.
"""

from __future__ import annotations

_END = ". "
_LEAST = 3  # letters of a word that is no abbreviation: Dr. Martens, North F. boots


def sentences(text: str) -> list[tuple[int, str]]:
    """The sentences of *text*, without the points between them; each with its start."""
    found = []
    start = at = 0
    for part in text.split(_END):
        end = at + len(part)
        last = part[-_LEAST:]
        if last.isalpha() and last.islower() and len(last) == _LEAST:
            found.append((start, text[start:end]))
            start = end + len(_END)
        at = end + len(_END)
    if start < len(text):
        found.append((start, text[start:]))
    return found
