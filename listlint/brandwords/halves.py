"""Where a name may be parted by a space, so that neither half tells it. Knows no texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

HALVES = {"halves": "b", "halves, words": "e"}
"""How a name may be parted, and the tag under which the lexicon has such halves."""
_LONGEST = 14
_LEAST_PART = 4


def halves_of(
    form: str, is_ordinary: Callable[[str], bool], english: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """One half of each two that *form* may be parted into, the one that is met less often.

    The tag is ``b``, or ``e`` of two words of English: they may follow each other in any text.
    """
    if not form.isascii() or not 4 <= len(form) <= _LONGEST:
        return
    for at in range(1, len(form)):
        halves = form[:at], form[at:]
        words = all(len(half) == 1 or half in english for half in halves)
        if halves[1] == "s" or (words and min(map(len, halves)) < 3):
            continue
        rarer = min(halves, key=lambda half: (half in english, is_ordinary(half), -len(half)))
        if len(rarer) > 1 and (len(rarer) == 2 or is_ordinary(rarer) or at == 1):
            yield "e" if words else "b", rarer


def halves_of_parts(parts: Iterable[str], is_ordinary: Callable[[str], bool]) -> Iterator[str]:
    """One half of each two that one of *parts*, of a name of several, may be parted into.

    The rest of the name stands beside them, so that it matters little what else they are.
    """
    for part in parts:
        if len(part) >= _LEAST_PART and part.isascii() and part.isalpha():
            for at in range(2, len(part) - 1):
                yield min(part[:at], part[at:], key=lambda half: (is_ordinary(half), -len(half)))
