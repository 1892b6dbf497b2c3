"""Where a name may be parted by a space, so that neither half tells it. Knows no texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

HALVES = {"halves": "b", "halves, words": "e"}
"""How a name may be parted, and the tag under which the lexicon has such halves."""
_LONGEST = 14


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
