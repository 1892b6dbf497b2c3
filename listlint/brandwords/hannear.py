"""Chinese words written nearly right: other characters that sound or look alike, or a slip.

A word of two characters is told from ordinary ones by little: one of them must stand as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.brandwords.hanforms import heard, is_heard, pairs_of
from listlint.brandwords.layer import CONTEXT, NEAR, Word
from listlint.brandwords.store import Lexicon
from listlint.namedtuples import NamedTuple

_LONG = 4
_WHOLE = ("exact", "translated")


class HanFound(NamedTuple):
    """``text[start:end]`` is written like *word*.

    *how* is ``same``, ``heard`` or ``seen`` (*cost* characters are others that sound or look
    alike), ``slip`` (a character is doubled, missing, another, or two have changed places),
    ``masked``, ``parted`` (signs between) or ``mixed`` (Latin syllables).
    """

    word: Word
    start: int
    end: int
    how: str
    cost: int


class Near(NamedTuple):
    """*word* may stand nearly right where a pair of characters is that at *place* in it."""

    word: Word
    place: int


class At(NamedTuple):
    """What a pair of characters leads to.

    It begins the words of *same*; *near* may stand there nearly right; *sound* is how the pair
    sounds if words of three characters or more begin so.
    """

    same: tuple[Word, ...] = ()
    near: tuple[Near, ...] = ()
    sound: str = ""


NOTHING = At()


def words_at(lexicon: Lexicon, pair: str) -> At:
    """The words that *pair* leads to."""
    found = lexicon.find("c", pair)
    same: tuple[Word, ...] = ()
    near: tuple[Near, ...] = ()
    if found:
        same = tuple(word for word in found if pair == next(pairs_of(word.folded), ""))
        if not lexicon.is_ordinary(pair):
            near = tuple(
                Near(word, place)
                for word in found
                if word.flags & (NEAR | CONTEXT) == NEAR
                and (place := _place(lexicon, pair, word.folded)) is not None
            )
    first, second = pair[0], pair[1]
    if not (is_heard(first) and is_heard(second)):
        return At(same, near)
    sounds = lexicon.sounds
    key = f"{heard(first, sounds.get(first))} {heard(second, sounds.get(second))}"
    return At(same, near, key if lexicon.holds("h", key) else "")


def sounding(lexicon: Lexicon, folded: str, at: int, sound: str) -> Iterator[HanFound]:
    """The words that ``folded[at:]`` sounds like, of which the first two characters *sound* so."""
    after = folded[at + 2 : at + 3]
    if not after:
        return
    for word in lexicon.find("t", f"{sound} {heard(after, lexicon.sounds.get(after))}"):
        piece = folded[at : at + len(word.folded)]
        if len(piece) < len(word.folded) or piece == word.folded:
            continue
        how, cost = _changed(lexicon, piece, word, seen=False)
        if how:
            yield HanFound(word, at, at + len(piece), how, cost)


def _place(lexicon: Lexicon, pair: str, folded: str) -> int | None:
    """Where *pair* may stand in *folded*, nearly right; None if nowhere."""
    if len(folded) == 2:
        return 0 if _is_near_pair(lexicon, pair, folded) else None
    if pair == folded[-2:] and len(folded) >= _LONG:
        return len(folded) - 2
    return 0 if pair[0] == folded[0] or pair[1] == folded[1] else None


def _is_near_pair(lexicon: Lexicon, pair: str, folded: str) -> bool:
    """Whether *pair*, no ordinary word, is *folded* but for one of its two characters."""
    if (pair[0] == folded[0]) == (pair[1] == folded[1]) or lexicon.is_ordinary(pair):
        return False
    one, other = (0, 0) if pair[0] != folded[0] else (1, 1)
    sounds = lexicon.sounds
    alike = sounds.get(pair[one], "") == sounds.get(folded[other], "?")
    return alike or folded[other] in lexicon.shapes.get(pair[one], "")


def nearly(lexicon: Lexicon, folded: str, at: int, near: Near) -> Iterator[HanFound]:
    """How *near* stands in *folded*, its two characters at *at*."""
    word, place = near
    whole = word.folded
    length = len(whole)
    start, end = at - place, at - place + length
    if start >= 0 and end <= len(folded):
        piece = folded[start:end]
        if piece == whole:
            return
        how, cost = _changed(lexicon, piece, word, seen=True)
        if how:
            yield HanFound(word, start, end, how, cost)
            return
    if length < 3 or word.kind not in _WHOLE or word.flags & CONTEXT:
        return
    for by in (1, -1) if length >= _LONG else (1,):
        first, last = (at, at + length + by) if not place else (at + 2 - length - by, at + 2)
        if first < 0 or last > len(folded):
            continue
        piece = folded[first:last]
        longer, shorter = (piece, whole) if by > 0 else (whole, piece)
        gap = next((i for i, char in enumerate(shorter) if longer[i] != char), len(shorter))
        if longer[gap + 1 :] == shorter[gap:] and (
            longer[gap] == longer[gap - 1] if by > 0 else _is_telling(lexicon, whole, gap)
        ):
            yield HanFound(word, first, last, "slip", 1)


def _is_telling(lexicon: Lexicon, whole: str, gap: int) -> bool:
    """Whether *whole* without its character at *gap* still is more than ordinary words.

    加拿大 is not enough of 加拿大鹅.
    """
    parts = [part for part in (whole[:gap], whole[gap + 1 :]) if len(part) > 1]
    return not all(map(lexicon.is_ordinary, parts))


def _changed(lexicon: Lexicon, piece: str, word: Word, *, seen: bool) -> tuple[str, int]:
    """How *piece*, as long as *word*, differs from it, and in how many characters."""
    whole = word.folded
    if not piece.isalnum():
        return "", 0
    sounds, shapes = lexicon.sounds, lexicon.shapes
    differ = [(one, two) for one, two in zip(piece, whole, strict=True) if one != two]
    unheard = [
        (one, two)
        for one, two in differ
        if heard(one, sounds.get(one)) != heard(two, sounds.get(two))
    ]
    if not unheard:
        return "heard", len(differ)
    if not seen:
        return "", 0
    most = 1 if len(whole) < _LONG else 2
    if len(differ) <= most and all(two in shapes.get(one, "") for one, two in unheard):
        return "seen", len(differ)
    if len(whole) < _LONG or word.kind not in _WHOLE or word.flags & CONTEXT:
        return "", 0
    places = [at for at, (one, two) in enumerate(zip(piece, whole, strict=True)) if one != two]
    if len(places) == 1 and _is_telling(lexicon, whole, places[0]):
        return "slip", 1
    if len(places) == 2 and places[1] - places[0] == 1 and sorted(piece) == sorted(whole):
        return "slip", 1
    return "", 0
