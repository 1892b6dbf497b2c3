"""Words in texts: folding that keeps offsets, and one scan for every word of every rule.

A *word* is what a rule or a platform lists; it may hold spaces. Words are found in any case,
whole: between letters or digits of an alphabet there is no border, between Chinese characters
there always is. This module knows no rules and no platforms.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import accumulate
from typing import Any, Protocol

from listlint.namedtuples import NamedTuple

SEPARATOR = "\x1f"
"""Stands between the texts of a product when they are scanned as one; part of no word."""


class Hit(NamedTuple):
    """A listed word in a text: *word* as the list has it, at ``text[start:end]``.

    *brand* and *kind* are set for words of the brand lexicon.
    """

    word: str
    start: int
    end: int
    brand: str | None = None
    kind: str | None = None


class _Folds(dict[int, str]):
    """Code point → its folded characters, worked out once each."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKC", chr(code)).casefold() or chr(code)
        self[code] = folded
        return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """*text* without differences of case and width, character by character.

    Each character becomes one or more, so a text of unchanged length has unchanged offsets.
    """
    if text.isascii():
        return text.lower()
    if unicodedata.is_normalized("NFKC", text):
        return text.casefold()  # the same, for then no character is another's compatible form
    return text.translate(_FOLDS)


def unfolded_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Where ``fold(text)[start:end]`` lies in *text*."""
    if text.isascii():
        return start, end
    ends = list(accumulate(len(_FOLDS[ord(char)]) for char in text))
    return bisect_right(ends, start), bisect_right(ends, end - 1) + 1


# Scripts that write no spaces between words, as first and last code points of their blocks:
# a border is between any two characters.
_UNSPACED = (
    *(0x0E00, 0x0EFF),  # Thai, Lao
    *(0x1000, 0x109F),  # Myanmar
    *(0x1100, 0x11FF),  # Hangul, in letters
    *(0x1780, 0x17FF),  # Khmer
    *(0x2E80, 0xA4CF),  # Chinese, kana, Yi
    *(0xA960, 0xA97F),  # Hangul, in letters
    *(0xAC00, 0xD7FF),  # Hangul
    *(0xF900, 0xFAFF),  # Chinese, compatibility
    *(0xFF66, 0xFF9F),  # kana, half width
    *(0x20000, 0x3FFFF),  # Chinese, extensions
)


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is a word of its own, not a part of a longer one."""
    return not (start > 0 and _joined(text[start - 1], text[start])) and not (
        end < len(text) and _joined(text[end - 1], text[end])
    )


def _joined(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and not _is_unspaced(left) and not _is_unspaced(right)


def _is_unspaced(char: str) -> bool:
    code = ord(char)
    at = bisect_right(_UNSPACED, code)
    return at % 2 == 1 or (at > 0 and _UNSPACED[at - 1] == code)


class WordScan:
    """All words of all rules, looked for in one pass.

    *words* are (owner, word, brand, kind): the owner is whatever the caller tells hits apart by.
    """

    def __init__(self, words: Iterable[tuple[int, str, str | None, str | None]]) -> None:
        self._entries: list[list[tuple[int, str, str | None, str | None]]] = []
        index: dict[str, int] = {}
        for entry in words:
            folded = fold(entry[1])
            if not folded:
                continue
            at = index.setdefault(folded, len(self._entries))
            if at == len(self._entries):
                self._entries.append([])
            self._entries[at].append(entry)
        self._words = list(index)
        self._find = _finder(self._words, quick_to_build=True)
        self._scans = 0

    def hits(self, joined: str, texts: Sequence[str]) -> dict[int, dict[int, list[Hit]]]:
        """Owner → index into *texts* → the hits there, longest of those that lie within each other.

        *joined* is *texts* joined by `SEPARATOR`.
        """
        self._scans += 1
        if self._scans == _MANY:
            self._find = _finder(self._words, quick_to_build=False)
        folded = fold(joined)
        found = self._find(folded)
        if not found:
            return _NO_HITS
        return self._owned(folded, found, texts)

    def _owned(
        self, folded: str, found: list[tuple[int, int, int]], texts: Sequence[str]
    ) -> dict[int, dict[int, list[Hit]]]:
        owned: dict[int, dict[int, list[Hit]]] = {}
        starts: list[int] | None = None
        for index, start, end in sorted(found, key=lambda hit: (hit[1], -hit[2])):
            if not is_whole(folded, start, end):
                continue
            if starts is None:
                starts = [0, *accumulate(len(fold(text)) + 1 for text in texts)]
            at = bisect_right(starts, start) - 1
            span = unfolded_span(texts[at], start - starts[at], end - starts[at])
            for owner, word, brand, kind in self._entries[index]:
                hits = owned.setdefault(owner, {}).setdefault(at, [])
                if not hits or span[1] > hits[-1].end:  # sorted: else it lies within the last
                    hits.append(Hit(word, *span, brand, kind))
        return owned


_NO_HITS: dict[int, dict[int, list[Hit]]] = {}


_MANY = 2000
"""After so many texts it pays to build the automaton that is slow to build and quick to run."""


def _finder(
    words: list[str], *, quick_to_build: bool
) -> Callable[[str], list[tuple[int, int, int]]]:
    if not words:
        return lambda text: []
    try:
        import ahocorasick_rs
    except ImportError:  # no wheel for this interpreter: the same answers, slower
        patterns = [(index, re.compile(re.escape(word))) for index, word in enumerate(words)]
        return lambda text: [
            (index, *match.span()) for index, each in patterns for match in each.finditer(text)
        ]
    kinds = ahocorasick_rs.Implementation
    automaton = ahocorasick_rs.AhoCorasick(
        words, implementation=kinds.ContiguousNFA if quick_to_build else kinds.DFA
    )
    find = automaton.find_matches_as_indexes
    return lambda text: find(text, overlapping=True)


class PatternSet:
    """Which of many regular expressions match a text, in one pass where RE2 is installed.

    Texts are asked about in the form that `prepared` gives them, once for all patterns.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns
        self.matching: Callable[[Prepared], Sequence[int]] = self._match_first
        """The indices of the patterns that match somewhere in a text."""

    def _match_first(self, text: Prepared) -> Sequence[int]:
        """As `matching`; compiles the patterns, which takes longer than to judge a product."""
        self.matching = _matcher(self._patterns)
        return self.matching(text)


Prepared = str | bytes
"""A text as the library of patterns reads it fastest; see `prepared`."""


def prepared(text: str) -> Prepared:
    """*text* for `PatternSet` and `searcher`: UTF-8 for RE2, else as it is."""
    return text if _re2() is None else text.encode("utf-8", "surrogatepass")


def separators(text: Prepared, start: int, end: int) -> int:
    """How many `SEPARATOR` there are in ``text[start:end]``."""
    return text.count(SEPARATOR if isinstance(text, str) else _SEPARATOR, start, end)  # type: ignore[arg-type]


def next_separator(text: Prepared, start: int) -> int:
    """Where the next `SEPARATOR` is in *text* from *start* on; -1 if there is none."""
    return text.find(SEPARATOR if isinstance(text, str) else _SEPARATOR, start)  # type: ignore[arg-type]


_SEPARATOR = SEPARATOR.encode()


@cache
def _re2() -> Any:
    """RE2, or None where it has no wheel: the same answers, slower."""
    try:
        import re2
    except ImportError:
        return None
    return re2


def _matcher(patterns: Sequence[str]) -> Callable[[Any], Sequence[int]]:
    if not patterns:
        return lambda text: ()
    re2 = _re2()
    if re2 is None:
        compiled = [(index, re.compile(each)) for index, each in enumerate(patterns)]
        return lambda text: [index for index, each in compiled if each.search(text)]
    found = re2.Set.SearchSet()
    for each in patterns:
        found.Add(each)
    found.Compile()
    match = found.Match
    return lambda text: match(text) or ()


class Span(Protocol):
    """Where a match lies; the matches of both libraries have it."""

    def span(self) -> tuple[int, int]:
        """Start and end in the prepared text."""


Search = Callable[[Any, int], Span | None]


def searcher(regex: str) -> Search:
    """A function that finds the first match of *regex* in a prepared text from a position on."""
    re2 = _re2()
    found: Search = (re if re2 is None else re2).compile(regex).search
    return found
