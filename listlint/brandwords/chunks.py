"""What a chunk of text, parted from others by spaces, may be of: the brand words like it.

A chunk is judged by itself, in each way that it may be read; whether the rest of a name stands
beside it is told elsewhere. This module remembers plain words, and knows no texts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from listlint.brandwords.folding import (
    ONLY_CLASSES,
    PAIRS,
    SIGN_LETTERS,
    Letters,
    classes,
    consonants,
    deletions,
    letters,
    pieces_of,
    plain_word,
    sound,
)
from listlint.brandwords.halves import HALVES
from listlint.brandwords.layer import CONTEXT, INITIAL, NEAR, Word
from listlint.brandwords.places import (
    MASKED,
    has_masked,
    has_near,
    is_part,
    stars,
    undigited,
)
from listlint.brandwords.repeated import REPEATED, has_repeated, unrepeated
from listlint.brandwords.shortforms import is_leet
from listlint.brandwords.store import Lexicon
from listlint.brandwords.suspects import (
    BASE,
    LOOKS,
    PAIRED,
    SIGNS,
    Suspect,
    Suspicion,
    is_plain_word,
    is_seldom_meant,
)
from listlint.lazily import Lazily

Add = Callable[[Iterable[Word], str, str], None]
"""Takes words that a chunk may be of, how it may be, and the reading."""

_MOST_REMEMBERED = 200_000
_OFTEN_MET = 5
"""Letters of pieces of which there are so few that they come again in numbers of models."""
ITSELF_ONLY = (PAIRED, *REPEATED)
"""Readings in which a word is sought in its own letters only."""
_LEAST_BEGUN = 5
_LONG_NAME = 9
"""Letters of a name of several ordinary words that are no ordinary word when they are joined."""
BESIDE_OTHERS = ("part of it", *HALVES)
"""How a chunk may be of a word of which the rest must stand beside it."""
_EXACT = ("same", *BESIDE_OTHERS, "plural", "joined", "part")
_MASK = Lazily(
    r"[^\W\d_](?:[*＊✱✻※•●○◯#?^~_=×·.\-‐-―✚+/\\|]+)(?=[^\W_])|[*＊]+(?=[^\W\d_])|(?<=[^\W\d_])[*＊]+"
)


_MEANING = (*SIGN_LETTERS, "*")
"""Signs that may stand for letters."""


class ChunkJudge:
    """Judges chunks with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._words: dict[str, tuple[Suspect, ...]] = {}
        self._led: dict[str, tuple[tuple[Word, ...], tuple[Word, ...]]] = {}

    def suspicion(self, chunk: str) -> Suspicion | None:
        """What *chunk* may be of; None if of nothing."""
        if "://" in chunk or chunk.startswith("www."):
            return None
        word = plain_word(chunk).lower()
        if word and chunk.isascii() and not any(sign in chunk for sign in _MEANING):
            suspects = self._words.get(word)
            if suspects is None:
                if len(self._words) >= _MOST_REMEMBERED:
                    self._words.clear()
                suspects = self._words[word] = tuple(self._suspects(word, word))
        else:
            suspects = tuple(self._suspects(chunk, word))
        return _suspicion(chunk, suspects) if suspects else None

    def is_plain_code(self, chunk: str) -> bool:
        """Whether *chunk*, which ends in a digit, is surely no brand's: products have their own."""
        start, sign, end = chunk.partition("-")
        if not _is_code(chunk) or not (start + end).isalnum() or not chunk.isascii():
            return False
        lower = chunk.lower()
        if (sign and not end[0].isdigit()) or any(pair in lower for pair in PAIRS):
            return False  # masked, or letters that look like one
        letters = chunk.translate(ONLY_CLASSES)
        return not (self._lexicon.holds("w", letters) or self._lexicon.holds("a", letters))

    def _suspects(self, chunk: str, word: str) -> Collection[Suspect]:
        """What *chunk* may be of; *word* is the plain word that it is, or nothing."""
        found: dict[tuple[int, str], Suspect] = {}

        def add(words: Iterable[Word], how: str, reading: str) -> None:
            for word in words:
                found.setdefault((id(word), how), Suspect(word, how, reading))

        for reading, read in self._readings(chunk):
            for piece, whole in pieces_of(read) if not _is_code(chunk) else ((read.folded, True),):
                self._judge_piece(piece, whole, reading, add)
        if any(pair in word for pair in PAIRS):
            for pair, one in PAIRS.items():
                word = word.replace(pair, one)
            self._judge_piece(word, True, PAIRED, add)
        if (not word or "*" in chunk) and len(chunk) < 40 and _MASK.search(chunk):
            self._judge_masked(chunk, add)
        return found.values()

    def _readings(self, chunk: str) -> Iterator[tuple[str, Letters]]:
        yield BASE, letters(chunk, 0, len(chunk))
        if not chunk.isascii():
            yield LOOKS, letters(chunk, 0, len(chunk), self._lexicon.looks)
        if any(sign in chunk for sign in SIGN_LETTERS):
            yield SIGNS, letters(chunk, 0, len(chunk), self._lexicon.looks, signs=True)
        lower = chunk.lower()
        if any(pair in lower for pair in PAIRS) and not plain_word(chunk):
            yield PAIRED, letters(chunk, 0, len(chunk), pairs=True)
        if has_repeated(chunk):
            for most in REPEATED:
                yield most, unrepeated(letters(chunk, 0, len(chunk)), REPEATED[most])

    def _judge_piece(self, piece: str, whole: bool, reading: str, add: Add) -> None:
        find = self._lexicon.find
        classed = classes(piece)
        whole_words, parts = self._words_of(classed)
        if piece.isdigit():  # no letters in disguise
            whole_words = tuple(word for word in whole_words if word.folded == piece)
            parts = tuple(word for word in parts if piece in word.folded)
        words = [w for w in whole_words if _is_same(w, classed, piece) or is_leet(piece, w)]
        if (
            words
            and any(word.folded != piece for word in words)
            and self._lexicon.is_ordinary(piece)
        ):
            words = [word for word in words if word.folded == piece]
        add(words, "same", reading)
        anchored = [word for word in parts if classed in word.classed]
        if anchored:
            rare = len(piece) > 3 and not self._lexicon.is_ordinary(piece)
            near = [word for word in anchored if rare and word.flags & NEAR]
            add(near, "anchor", reading)
            add((word for word in anchored if word not in near), "part of it", reading)
        if reading == BASE and whole and piece.isalpha():
            for how, tag in HALVES.items():
                add((word for word in find(tag, classed) if classed in word.classed), how, reading)
        if reading in ITSELF_ONLY and whole and len(piece) > 3:
            names = find("d", sound(piece))
            add((word for word in names if is_part(word, piece)), "part of it", reading)
        if reading in ITSELF_ONLY or len(piece) < 3 or not piece.isalpha():
            return
        if piece[-1] == "s" and len(piece) > 4:
            less = classed[:-1]
            add((w for w in find("w", less) if w.classed == less), "plural", reading)
        if self._lexicon.is_ordinary(piece):
            return
        if whole:
            halves = find("f", piece)
            add(halves, "part", reading)
            if len(piece) >= _LEAST_BEGUN:
                add((word for word in halves if _may_begin(word, piece)), "begun", reading)
        if len(piece) < 4 or len(piece) > 24:
            return
        alike = {id(word): word for left in deletions(sound(piece)) for word in find("d", left)}
        add((word for word in alike.values() if has_near(word, piece)), "near", reading)
        bare = consonants(piece)
        if len(bare) >= 4 and len(piece) - len(bare) <= 1:
            add(find("v", bare), "vowels", reading)
        if len(piece) >= 7:
            for at in range(3, len(piece) - 2):
                left, right = piece[:at], piece[at:]
                if at >= 4 and self._is_noun(right):
                    names = find("w", classed[:at])
                    add((w for w in names if _may_join(w, left)), "joined", reading)
                if len(right) >= 5 and self._is_noun(left):
                    names = find("w", classed[at:])
                    add((w for w in names if _may_join(w, right)), "joined", reading)

    def _words_of(self, classed: str) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        """The words that *classed* leads to as a whole and as a part, remembered if short."""
        known = self._led.get(classed)
        if known is None:
            known = self._lexicon.find("w", classed), self._lexicon.find("a", classed)
            if len(classed) < _OFTEN_MET:
                if len(self._led) >= _MOST_REMEMBERED:
                    self._led.clear()
                self._led[classed] = known
        return known

    def _is_noun(self, piece: str) -> bool:
        """Whether *piece* may be joined with a brand: NikeShoes."""
        return bool(self._lexicon.sectors_of(piece)) and self._lexicon.is_ordinary(piece)

    def _judge_masked(self, chunk: str, add: Add) -> None:
        find = self._lexicon.find
        for match in MASKED.finditer(undigited(chunk)):
            masked = stars(match[0])
            signs = masked.count("*")
            if signs == 0 or len(masked) - signs < 2:
                continue
            words: list[Word] = []
            if signs == 1:
                words += find("d", sound(masked.replace("*", "")))
            if "*" not in (masked[0], masked[-1]):
                words += find("m", f"{masked[0]}{masked[-1]}{len(masked)}")
            elif masked[-1] == "*" not in masked[:2]:
                words += find("m", f"{masked[:2]}*{len(masked)}")
            add((word for word in words if has_masked(word, masked)), "masked", BASE)


def _suspicion(chunk: str, suspects: Iterable[Suspect]) -> Suspicion:
    """What *suspects* of *chunk* ask for to be thought of."""
    alone: list[Suspect] = []
    lettered: list[Suspect] = []
    shortened: list[Suspect] = []
    phrases: list[Suspect] = []
    for suspect in suspects:
        if suspect.reading != BASE or suspect.how not in _EXACT or not chunk.isascii():
            alone.append(suspect)
        elif suspect.how in BESIDE_OTHERS:
            initial = suspect.word.flags & INITIAL
            (shortened if initial else phrases).append(suspect)
        elif suspect.how == "part" or is_seldom_meant(suspect.word):
            lettered.append(suspect)
        else:
            alone.append(suspect)
    return Suspicion(
        tuple(alone),
        not alone or is_plain_word(chunk, alone),
        tuple(lettered),
        tuple(shortened),
        tuple(phrases),
    )


def _is_code(chunk: str) -> bool:
    """Whether *chunk* is such as model codes are, AR1005-1: then no part of it is a name."""
    return chunk[-1:].isdigit() and sum(map(str.isdigit, chunk)) >= 3


def _may_join(word: Word, piece: str) -> bool:
    """Whether *piece* of a longer word may be *word*: only famous names are sought there."""
    if word.folded != piece or word.brand.risk < 2:
        return False
    return not word.flags & CONTEXT or (" " in word.surface and len(piece) >= _LONG_NAME)


def _may_begin(word: Word, piece: str) -> bool:
    """Whether *piece* may be *word* cut off: most of it, and no ordinary word."""
    if word.flags & CONTEXT or " " in word.surface or len(piece) * 10 < len(word.folded) * 7:
        return False
    return word.folded.startswith(piece)


def _is_same(word: Word, classed: str, piece: str) -> bool:
    """Whether *piece* may be *word*: short ones and shortened ones are not disguised."""
    if len(classed) <= 3 or word.flags & INITIAL:
        return word.folded == piece
    return word.classed == classed
