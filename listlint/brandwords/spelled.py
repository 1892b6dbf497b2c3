"""Brand words that are written letter by letter: G u c c i."""

from __future__ import annotations

from collections.abc import Iterator

from listlint.brandwords.folding import letters
from listlint.brandwords.places import Found, found_at
from listlint.brandwords.store import Lexicon
from listlint.lazily import Lazily

_SPACED = Lazily(r"(?<![^\W_])(?:[^\W_][^\w\n\x1f,;]{1,3}){2,}[^\W_](?![^\W_])")

_SHAPE = {code: "a" if chr(code).isalnum() else " " for code in range(128)}
_ALONE = (" a a ", " a  a ", " a   a ")


def has_spaced(text: str) -> bool:
    """Whether letters stand in *text* by themselves, one after another."""
    if text.isascii():
        shape = f" {text.translate(_SHAPE)} "
        if not any(alone in shape for alone in _ALONE):
            return False
    return _SPACED.search(text) is not None


def spaced_places(lexicon: Lexicon, text: str) -> Iterator[Found]:
    """Where letters that stand in *text* by themselves spell a brand word."""
    for run in _SPACED.finditer(text):
        read = letters(text, *run.span())
        length = len(read.folded)
        if length > 40:
            continue
        # Of three letters all must be of the word: more words begin or end in three.
        least = 3 if length == 3 else 4
        for first in range(length - least + 1):
            for last in range(min(length, first + 26), first + least - 1, -1):
                for word in lexicon.find("w", read.classed[first:last]):
                    if word.classed == read.classed[first:last]:
                        yield found_at(word, "same", 0, read, first, last)
