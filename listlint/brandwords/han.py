"""Brand words in scripts that write no spaces: Chinese, Japanese, Korean, Thai.

They are found by their first two characters; with a sign for a character or between characters;
Chinese ones also with a syllable in Latin letters for a character, and written nearly right, which
`hannear` tells. Pairs of characters that lead to no brand word are remembered.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.brandwords.hanforms import han_fold
from listlint.brandwords.hannear import NOTHING, At, HanFound, nearly, sounding, words_at
from listlint.brandwords.layer import Word
from listlint.brandwords.store import Lexicon
from listlint.brandwords.unspaced import (
    ANY,
    HAN,
    MAYBE_UNSPACED,
    has_unspaced,
    is_unspaced,
    shape_of,
)
from listlint.lazily import Lazily

_MOST_REMEMBERED = 200_000
_SIGN = r"(?:[^\w\n\x1f]|[_xX])"
# Enclosed characters are folded to those that they enclose.
_ENCLOSED = Lazily("[\u3190-\u319f\u3200-\u33ff\U0001f200-\U0001f2ff]")
_PARTED = Lazily(f"[{ANY}](?:{_SIGN}{{1,3}}[{ANY}]){{1,9}}")
_LISTING = Lazily(
    r"[^\w*＊✱※●○◯·•.。․‧・~～\-‐-―/|+×✖✘^=◆★☆▪\u200b-\u200d\u2060\ufe0f\ufeff\u00ad\U00002600-\U000027bf\U0001f000-\U0001faff]"
)
"""Signs that part words rather than the characters of one."""
_OPEN, _CLOSED = frozenset("([{【（「『《"), frozenset(")]}】）」』》")
_SIGNS = Lazily(f"{_SIGN}+")
_HIDING = r"(?:[*＊✱※●○◯〇□■◆☆★△▲×✖✘#~～._?？@$\-囗某]{1,3}|(?<![a-z0-9])[xo]{1,3}(?![a-z0-9]))"
_STRONG = frozenset("*×✖✘xo○●◯〇□■囗某?~")
"""Signs that hide even the first or the last character of a word."""
_MASKED = Lazily(f"(?<=[{ANY}]){_HIDING}|{_HIDING}(?=[{ANY}])")
_MIXED = Lazily(f"(?<![a-z0-9])[a-z]{{1,12}}(?=[{HAN}])|(?<=[{HAN}])[a-z]{{1,12}}(?![a-z0-9])")
_BESIDE = 4
_FURTHEST = 5


class HanReader:
    """Reads texts with one lexicon, and remembers what it read."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._clean: set[str] = set()
        self._known: dict[str, At] = {}

    def found(self, text: str) -> Iterator[HanFound]:
        """What in *text* is written like a brand word."""
        if MAYBE_UNSPACED.search(text) is None or not (
            has_unspaced(text) or _ENCLOSED.search(text)
        ):
            return
        folded = han_fold(text, self._lexicon.simplified)
        yield from self._plain(folded)
        shape = shape_of(folded)
        for match in _PARTED.finditer(shape):
            if not match[0].isalnum():
                yield from self._parted(folded, *match.span())
        for match in _MASKED.finditer(shape):
            yield from self._masked(folded, *match.span())
        for match in _MIXED.finditer(shape):
            start, end = match.span()
            if (start and self._lexicon.holds("q", folded[start - 1 : end])) or (
                self._lexicon.holds("q", folded[start : end + 1])
            ):
                yield from self._mixed(folded, start, end)

    def _plain(self, folded: str) -> Iterator[HanFound]:
        pairs = set(map(str.__add__, folded, folded[1:]))
        pairs -= self._clean
        for pair in pairs:
            same, near, sound = self._words(pair)
            if not (same or near or sound):
                continue
            at = folded.find(pair)
            while at >= 0:
                yield from _same(folded, at, pair, same)
                for each in near:
                    yield from nearly(self._lexicon, folded, at, each)
                if sound:
                    yield from sounding(self._lexicon, folded, at, sound)
                at = folded.find(pair, at + 1)

    def _words(self, pair: str) -> At:
        known = self._known.get(pair)
        if known is not None:
            return known
        found = NOTHING
        if is_unspaced(pair[0]) or is_unspaced(pair[1]):
            found = words_at(self._lexicon, pair)
        if found == NOTHING:
            if len(self._clean) >= _MOST_REMEMBERED:
                self._clean.clear()
            self._clean.add(pair)
        else:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[pair] = found
        return found

    def _parted(self, folded: str, start: int, end: int) -> Iterator[HanFound]:
        # The run of characters that the parted ones stand in, without the signs between.
        places = [
            index
            for index in range(max(0, start - _BESIDE), min(len(folded), end + _BESIDE))
            if folded[index].isalnum() and (folded[index] not in "xX" or not start < index < end)
        ]
        joined = "".join([folded[index] for index in places])
        for at, place in enumerate(places):
            if place >= end - 1 or at + 1 == len(places):
                break
            pair = joined[at : at + 2]
            if pair in self._clean:
                continue
            for found in _same(joined, at, pair, self._words(pair).same):
                first, last = places[found.start], places[found.end - 1] + 1
                if last - first > len(found.word.folded) and self._may_part(folded, first, last):
                    yield HanFound(found.word, first, last, "parted", 0)

    def _may_part(self, folded: str, start: int, end: int) -> bool:
        """Whether the signs in ``folded[start:end]`` may part the characters of one word.

        Spaces and such stand between words: no part may be one, or go on beyond the word.
        """
        surface = folded[start:end]
        if not _LISTING.search(surface):
            return True
        parts = [part for part in _SIGNS.split(surface) if part]
        if len(parts[0]) + len(parts[-1]) == sum(map(len, parts)) == 2:
            closed = surface[1:-1] in _OPEN and folded[end : end + 1] in _CLOSED
            return (closed or surface[1:-1].isspace()) and _is_alone(folded, start, end)
        goes_on = (len(parts[0]) == 1 and has_unspaced(folded[max(0, start - 1) : start])) or (
            len(parts[-1]) == 1 and has_unspaced(folded[end : end + 1])
        )
        return not goes_on and not any(map(self._lexicon.is_ordinary, parts))

    def _masked(self, folded: str, first: int, last: int) -> Iterator[HanFound]:
        before = folded[first - 1 : first] if first and is_unspaced(folded[first - 1]) else ""
        after = folded[last : last + 1] if has_unspaced(folded[last : last + 1]) else ""
        holds = self._lexicon.holds
        within = bool(before and after) and holds("y", f"{before}*{after}")
        if within or (after and holds("y", f"*{after}")) or (before and holds("y", f"{before}*")):
            yield from self._hidden(folded, first, last)

    def _hidden(self, folded: str, first: int, last: int) -> Iterator[HanFound]:
        begin, end = first, last
        while begin > max(0, first - _FURTHEST) and is_unspaced(folded[begin - 1]):
            begin -= 1
        while end < min(len(folded), last + _FURTHEST) and is_unspaced(folded[end]):
            end += 1
        for left in range(begin, first + 1):
            for right in range(end, last - 1, -1):
                if right - left == last - first:
                    continue
                edge = left == first or right == last
                if edge and not self._may_hide(folded, left, first, last, right):
                    continue
                masked = f"{folded[left:first]}*{folded[last:right]}"
                for word in sorted(self._lexicon.find("x", masked), key=_likeliest):
                    if len(word.folded) == len(masked):
                        yield HanFound(word, left, right, "masked", 1)

    def _may_hide(self, folded: str, left: int, first: int, last: int, right: int) -> bool:
        """Whether ``folded[first:last]``, signs, may hide the first or last character of a word."""
        beside = folded[left - 1] if left == first and left else folded[right : right + 1]
        if folded[first] not in _STRONG or beside.isalnum():
            return False
        return not self._lexicon.is_ordinary(folded[left:first] or folded[last:right])

    def _mixed(self, folded: str, start: int, end: int) -> Iterator[HanFound]:
        for left in range(max(0, start - _BESIDE), start + 1):
            for right in range(min(len(folded), end + _BESIDE), end - 1, -1):
                if (left == start and right == end) or not folded[left:right].isalnum():
                    continue
                for word in self._lexicon.find("p", folded[left:right]):
                    yield HanFound(word, left, right, "mixed", end - start)


def _likeliest(word: Word) -> tuple[int, bool, int]:
    """The first of several words that a sign may hide: copied most, and of the fewest goods."""
    return -word.brand.risk, word.kind == "series", word.brand.sectors.bit_count()


def _same(folded: str, at: int, pair: str, words: tuple[Word, ...]) -> Iterator[HanFound]:
    for word in words:
        start = at - word.folded.index(pair)
        end = start + len(word.folded)
        if start < 0 or not folded.startswith(word.folded, start):
            continue
        if _cuts_letters(folded, start) or _cuts_letters(folded, end):
            continue
        yield HanFound(word, start, end, "same", 0)


def _is_alone(folded: str, start: int, end: int) -> bool:
    """Whether no character of a script without spaces stands beside ``folded[start:end]``."""
    return not (
        has_unspaced(folded[max(0, start - 1) : start]) or has_unspaced(folded[end : end + 1])
    )


def _cuts_letters(folded: str, at: int) -> bool:
    """Whether *at* lies between two Latin letters, or two digits."""
    if not 0 < at < len(folded):
        return False
    left, right = folded[at - 1], folded[at]
    return left.isascii() and right.isascii() and left.isalnum() and right.isalnum()
