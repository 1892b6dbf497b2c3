"""What a mention stands amid: the goods that the listing speaks of, how its texts are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from listlint.brandwords.folding import glued
from listlint.brandwords.hanforms import LONGEST_SHOWN, han_fold
from listlint.brandwords.store import Lexicon
from listlint.brandwords.unspaced import ANY, is_unspaced, shape_of, without_unspaced
from listlint.lazily import Lazily
from listlint.namedtuples import NamedTuple

_WORDS = Lazily(r"[^\W_]+(?:['’-][^\W_]+)*")
_RUNS = Lazily(f"[a-z]?[{ANY}]{{1,40}}")
_FAR = 160


class Shown(NamedTuple):
    """A word that shows of which sectors the goods are."""

    start: int
    end: int
    sectors: int


class Scene(NamedTuple):
    """The listing that texts are of. *about* are its words on the goods: category, type.

    *knows_own* tells that the listing's own brand is one of the lexicon, which it may use.
    """

    lexicon: Lexicon
    own: str | None
    title: str
    about: tuple[str, ...] = ()
    knows_own: bool = False

    def sectors(self, text: str, start: int, end: int) -> int:
        """The sectors shown around ``text[start:end]`` and by the rest of the listing."""
        left = max(0, start - _FAR)
        near = text[left : end + _FAR]
        found = 0
        for shown in shown_in(self.lexicon, near):
            if shown.end + left <= start or shown.start + left >= end:
                found |= shown.sectors
        for each in (self.title, *self.about):
            if each != text:
                for shown in shown_in(self.lexicon, each[: 4 * _FAR]):
                    found |= shown.sectors
        return found


@lru_cache(maxsize=1024)
def shown_in(lexicon: Lexicon, text: str) -> tuple[Shown, ...]:
    """The words of *text* that show sectors."""
    found: list[Shown] = []
    latin = without_unspaced(text)
    words = [(match.start(), match.end(), glued(match[0])) for match in _WORDS.finditer(latin)]
    for start, end, word in words:
        _add(found, lexicon, start, end, word)
        if word.endswith("s") and len(word) > 4:
            _add(found, lexicon, start, end, word[:-1])
    for one, two in pairwise(words):
        _add(found, lexicon, one[0], two[1], one[2] + two[2])
    if not text.isascii():
        folded = han_fold(text, lexicon.simplified)
        for run in _RUNS.finditer(shape_of(folded)):
            for start in range(*run.span()):
                for end in range(start + 1, min(run.end(), start + LONGEST_SHOWN) + 1):
                    _add(found, lexicon, start, end, folded[start:end])
    return tuple(found)


def _add(found: list[Shown], lexicon: Lexicon, start: int, end: int, word: str) -> None:
    sectors = lexicon.sectors_of(word)
    if sectors:
        found.append(Shown(start, end, sectors))


@lru_cache(maxsize=1024)
def style_of(text: str) -> str:
    """How *text* uses capitals: ``upper``, ``lower``, ``titled`` (each word) or ``sentence``."""
    words = [word for word in re.findall(r"[^\W\d_]{3,}", text) if word.lower() != word.upper()]
    if not words:
        return "lower"
    upper = sum(word.isupper() for word in words)
    lower = sum(word.islower() for word in words)
    if upper * 3 > len(words) * 2 and len(words) > 2:
        return "upper"
    if lower == len(words):
        return "lower"
    titled = sum(word.istitle() for word in words)
    return "titled" if titled * 2 > len(words) else "sentence"


def is_first(text: str, start: int) -> bool:
    """Whether *start* is where *text* or a sentence in it begins."""
    before = text[:start].rstrip(" \t\"'“(【[")
    return not before or before[-1] in ".!?\n:"


def is_sign_of_a_name(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is written as no ordinary word is: B&O, 男装Champion男装.

    That is with a sign, or in Latin capitals amid a script that has none.
    """
    surface = text[start:end]
    if "&" in surface:
        return True
    if text.isascii() or not (surface.isascii() and surface[:1].isupper()):
        return False
    before = next((char for char in reversed(text[:start]) if char.isalnum()), "")
    after = next((char for char in text[end:] if char.isalnum()), "")
    return bool(before or after) and all(is_unspaced(char) for char in before + after)


def words_in(words: Sequence[str], folded: str) -> bool:
    """Whether one of *words*, folded, stands in *folded* by itself."""
    return any(
        word in folded and (not word.isascii() or _by_itself(word).search(folded) is not None)
        for word in words
    )


@lru_cache(maxsize=1024)
def _by_itself(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])")
