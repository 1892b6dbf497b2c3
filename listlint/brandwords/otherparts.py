"""The other parts of a name, beside one that is disguised: they may be disguised otherwise."""

from __future__ import annotations

from listlint.brandwords.folding import classes, plain_char

STARS = frozenset("*＊✱✻※●○◯#?×")
"""Signs that hide a letter."""
_MOST_BETWEEN = 3


def around(
    text: str, first: int, last: int, before: str, after: str
) -> tuple[int, int, int] | None:
    """The span that holds ``text[first:last]`` and the letters that should stand around it.

    With it, how many of these are hidden by a sign; None where others stand there.
    """
    hidden = 0
    if before:
        found = _along(text[:first][::-1], before[::-1])
        if found is None:
            return None
        first -= found[0]
        hidden += found[1]
    if after:
        found = _along(text[last:], after)
        if found is None:
            return None
        last += found[0]
        hidden += found[1]
    return first, last, hidden


def _along(text: str, letters: str) -> tuple[int, int] | None:
    """How far *letters* reach in *text*, and how many of them signs hide; None if others stand."""
    at = hidden = between = done = 0
    while done < len(letters):
        char = text[at : at + 1]
        if not char or between > _MOST_BETWEEN:
            return None
        told = plain_char(char)
        if told and classes(told) == classes(letters[done]):
            done += 1
            between = 0
        elif char in STARS and at and (text[at - 1].isalnum() or text[at - 1] in STARS) and done:
            done += 1
            hidden += 1
        elif char.isalnum():
            return None
        elif told:
            between += 1
        at += 1
    if _goes_on(text[at - 1], text[at : at + 1]):
        return None
    return at, hidden


def _goes_on(char: str, beyond: str) -> bool:
    """Whether *beyond* is of the same word as *char*."""
    if not beyond.isalnum() or char.isdigit() != beyond.isdigit():
        return False
    return not char.isalpha() or char.islower() == beyond.islower()
