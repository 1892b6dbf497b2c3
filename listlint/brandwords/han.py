"""Brand words in scripts that write no spaces: Chinese, Japanese, Korean, Thai.

They are found by their first two characters; Chinese ones also by how they sound, with a sign for
a character or between characters, and with a syllable in Latin letters for a character. Pairs of
characters that begin no brand word are remembered.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.brandwords.folding import UNSPACED
from listlint.brandwords.hanforms import han_fold, pairs_of, syllable
from listlint.brandwords.layer import NEAR, Word
from listlint.brandwords.store import Lexicon
from listlint.lazily import Lazily
from listlint.namedtuples import NamedTuple


class HanFound(NamedTuple):
    """``text[start:end]`` is written like *word*.

    *how* is ``same``, ``heard`` (*cost* characters are others that sound alike), ``masked``,
    ``parted`` (signs between) or ``mixed`` (Latin syllables).
    """

    word: Word
    start: int
    end: int
    how: str
    cost: int


_MOST_REMEMBERED = 200_000
_SIGN = r"[*＊✱※●○◯·•.。․‧・~～\-‐-―_/|+×✖✘xX#^=◆★☆▪●\u200b-\u200d\u2060\ufeff\u00ad ]"
# Enclosed characters are folded to those that they enclose.
_READ = Lazily(f"[{UNSPACED}\u3190-\u319f\u3200-\u33ff\U0001f200-\U0001f2ff]")
_PARTED = Lazily(f"[{UNSPACED}](?:{_SIGN}{{1,2}}[{UNSPACED}]){{1,9}}")
_MASKED = Lazily(f"(?:[{UNSPACED}]{{1,5}}[*＊✱※●○◯×xX#~～._\\-]{{1,2}}[{UNSPACED}]{{0,5}})")
_MIXED = Lazily(
    r"(?<![a-z0-9])[a-z]{1,6}(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[a-z]{1,6}(?![a-z0-9])"
)
_BESIDE = 4


class HanReader:
    """Reads texts with one lexicon, and remembers what it read."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._clean: set[str] = set()
        self._known: dict[str, tuple[tuple[Word, ...], tuple[Word, ...]]] = {}

    def found(self, text: str) -> Iterator[HanFound]:
        """What in *text* is written like a brand word."""
        if not _READ.search(text):
            return
        folded = han_fold(text, self._lexicon.simplified)
        yield from self._plain(folded)
        for match in _PARTED.finditer(folded):
            if not match[0].isalnum():
                yield from self._parted(folded, *match.span())
        for match in _MASKED.finditer(folded):
            yield from self._masked(folded, *match.span())
        for match in _MIXED.finditer(folded):
            if self._lexicon.holds("q", match[0]):
                yield from self._mixed(folded, *match.span())

    def _plain(self, folded: str) -> Iterator[HanFound]:
        pairs = set(map(str.__add__, folded, folded[1:]))
        pairs -= self._clean
        for pair in pairs:
            same, heard = self._words(pair)
            if not same and not heard:
                continue
            at = folded.find(pair)
            while at >= 0:
                yield from _same(folded, at, pair, same)
                yield from self._heard(folded, at, heard)
                at = folded.find(pair, at + 1)

    def _words(self, pair: str) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        known = self._known.get(pair)
        if known is not None:
            return known
        found: tuple[tuple[Word, ...], tuple[Word, ...]] = ((), ())
        if next(pairs_of(pair), None) is not None:
            sounds = self._lexicon.sounds
            heard = tuple(
                word
                for word in self._lexicon.find(
                    "h", " ".join(syllable(sounds.get(c, c)) for c in pair)
                )
                if word.flags & NEAR
            )
            same = tuple(word for word in self._lexicon.find("c", pair) if pair in word.folded)
            found = same, heard
        if found == ((), ()):
            if len(self._clean) >= _MOST_REMEMBERED:
                self._clean.clear()
            self._clean.add(pair)
        else:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[pair] = found
        return found

    def _heard(self, folded: str, at: int, words: tuple[Word, ...]) -> Iterator[HanFound]:
        sounds = self._lexicon.sounds
        for word in words:
            end = at + len(word.folded)
            piece = folded[at:end]
            if len(piece) < len(word.folded) or piece == word.folded:
                continue
            cost = 0
            for one, two in zip(piece, word.folded, strict=True):
                if one != two:
                    cost += 1
                    if syllable(sounds.get(one, one)) != syllable(sounds.get(two, two)):
                        break
            else:
                yield HanFound(word, at, end, "heard", cost)

    def _parted(self, folded: str, start: int, end: int) -> Iterator[HanFound]:
        # The run of characters that the parted ones stand in, without the signs between.
        places = [
            index
            for index in range(max(0, start - _BESIDE), min(len(folded), end + _BESIDE))
            if folded[index].isalnum() and (folded[index] not in "xX" or not start < index < end)
        ]
        joined = "".join(folded[index] for index in places)
        for found in self._plain(joined):
            if found.how != "same":
                continue
            first, last = places[found.start], places[found.end - 1] + 1
            if last - first > len(found.word.folded):
                yield HanFound(found.word, first, last, "parted", 0)

    def _masked(self, folded: str, start: int, end: int) -> Iterator[HanFound]:
        signs = [index for index in range(start, end) if not folded[index].isalnum()]
        signs += [index for index in range(start, end) if folded[index] in "xX"]
        if not signs:
            return
        first, last = min(signs), max(signs) + 1
        for left in range(start, first + 1):
            for right in range(end, last - 1, -1):
                if right - left - (last - first) < 2:
                    continue
                masked = f"{folded[left:first]}*{folded[last:right]}"
                for word in self._lexicon.find("x", masked):
                    if len(word.folded) == len(masked):
                        yield HanFound(word, left, right, "masked", 1)

    def _mixed(self, folded: str, start: int, end: int) -> Iterator[HanFound]:
        for left in range(max(0, start - _BESIDE), start + 1):
            for right in range(min(len(folded), end + _BESIDE), end - 1, -1):
                if (left == start and right == end) or not folded[left:right].isalnum():
                    continue
                for word in self._lexicon.find("p", folded[left:right]):
                    yield HanFound(word, left, right, "mixed", end - start)


def _same(folded: str, at: int, pair: str, words: tuple[Word, ...]) -> Iterator[HanFound]:
    for word in words:
        start = at - word.folded.index(pair)
        end = start + len(word.folded)
        if start < 0 or not folded.startswith(word.folded, start):
            continue
        if _cuts_letters(folded, start) or _cuts_letters(folded, end):
            continue
        yield HanFound(word, start, end, "same", 0)


def _cuts_letters(folded: str, at: int) -> bool:
    """Whether *at* lies between two Latin letters, or two digits."""
    if not 0 < at < len(folded):
        return False
    left, right = folded[at - 1], folded[at]
    return left.isascii() and right.isascii() and left.isalnum() and right.isalnum()
