"""What must stand beside a chunk of text for a name of several parts to stand there.

Parts of names are ordinary words mostly: “Place” of Our Place. Whether such a name may stand
around one is told by two letters of its neighbours. This module knows no texts and no lexicon.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import product

from listlint.brandwords.folding import classes, letters_in
from listlint.namedtuples import NamedTuple

_ALNUM = "abcdefghijklmnopqrstuvwxyz0123456789"
_PASS_FOR: dict[str, str] = {}
for _char in _ALNUM:
    _PASS_FOR[classes(_char)] = _PASS_FOR.get(classes(_char), "") + _char


class Beside(NamedTuple):
    """What a chunk that follows must begin with, or one before end with: two letters or one."""

    after: frozenset[str]
    before: frozenset[str]


def beside(chunk: str, names: Iterable[str]) -> Beside | None:
    """What must stand beside *chunk* for one of *names* to stand over it; None if nothing must.

    All are letters alone, by `classes`.
    """
    after: set[str] = set()
    before: set[str] = set()
    length = len(chunk)
    for name in names:
        for at in range(1 - length, len(name)):
            end = at + length
            if name[max(0, at) : end] != chunk[max(0, -at) : len(name) - at]:
                continue
            if end < len(name):
                after |= _written(name[end : end + 2], first=True)
            elif at > 0:
                before |= _written(name[max(0, at - 2) : at], first=False)
            else:
                return None
    return Beside(frozenset(after), frozenset(before))


@lru_cache(maxsize=2048)
def _written(two: str, *, first: bool) -> frozenset[str]:
    """How one or two letters next to a chunk may be written, or only the nearest of them.

    That is the *first* or the last. A letter alone has a digit next to it, or is a digit.
    """
    ways = [_PASS_FOR.get(char, char) for char in two]
    single = ways[0] if first else ways[-1]
    if len(ways) == 2:
        return frozenset((*map("".join, product(*ways)), *single))
    pairs = [each for each in product(single, _ALNUM) if any(map(str.isdigit, each))]
    return frozenset((*("".join(each if first else each[::-1]) for each in pairs), *single))


def standing(
    gates: Mapping[str, Beside | None], parts: Iterable[str], chunks: Sequence[str]
) -> dict[str, list[int]]:
    """Where *parts* among *chunks* have beside them what their gates in *gates* ask for."""
    found: dict[str, list[int]] = {}
    closed = ("", *chunks, "")
    for part in parts:
        gate = gates[part]
        if closed.count(part) == 1:
            places = [closed.index(part)]
        else:
            places = [at for at, chunk in enumerate(closed) if chunk == part]
        for at in places:
            if gate is None or _is_beside(gate, closed[at - 1], closed[at + 1]):
                found.setdefault(part, []).append(at - 1)
    return found


def _is_beside(gate: Beside, before: str, after: str) -> bool:
    """Whether the chunks *before* and *after* another may be what its *gate* asks for."""
    wanted = gate.after
    if wanted:
        two = after[:2].lower()
        if two in wanted:
            return True
        if not (two.isalnum() and two.isascii()) and not _is_other(two, after, wanted, 0):
            return True
    wanted = gate.before
    if not wanted:
        return False
    two = before[-2:].lower()
    if two in wanted:
        return True
    return not (two.isalnum() and two.isascii()) and not _is_other(two, before, wanted, 1)


def _is_other(two: str, chunk: str, wanted: frozenset[str], side: int) -> bool:
    """Whether *chunk*, with *two*, not only plain letters, on the *side*, is none *wanted*.

    One with something accented, or of signs alone, may be anything.
    """
    if not two:
        return True
    if not chunk.isascii():
        return False
    readings = letters_in(chunk).split("\n")
    if not all(readings):
        return False
    if side:
        return all(each[-2:] not in wanted and each[-1] not in wanted for each in readings)
    return all(each[:2] not in wanted and each[0] not in wanted for each in readings)


def letters_around(chunks: Sequence[str], places: Iterable[int]) -> str:
    """The letters of *chunks* at and beside *places*, by `classes`; "" if they are no ASCII.

    Names have no more parts than are looked at.
    """
    around = "\n".join(
        ["".join(chunks[max(0, at - _MOST_PARTS) : at + _MOST_PARTS + 1]) for at in places]
    )
    parts = [letters_in(part) for part in around.split("\n")]
    return "\n".join(parts) if all(parts) else ""


_MOST_PARTS = 8
