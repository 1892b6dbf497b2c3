"""Brand words among words that are parted by spaces: Latin, Cyrillic, Arabic and the like.

Every word of a text is judged once and remembered: most hold no letters of any brand, and cost
nothing when they come again. Where one does, the letters around it are compared with the brand's.
What a likeness is worth is judged elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from listlint.brandwords.folding import (
    ONLY_CLASSES,
    PAIRS,
    SIGN_LETTERS,
    Letters,
    classes,
    consonants,
    deletions,
    glued,
    letters,
    letters_in,
    pieces_of,
    plain_word,
    sound,
)
from listlint.brandwords.halves import HALVES
from listlint.brandwords.layer import CONTEXT, INITIAL, NEAR, Word
from listlint.brandwords.neighbours import Beside, beside, letters_around, standing
from listlint.brandwords.places import (
    MASKED,
    Found,
    begun_places,
    has_masked,
    has_near,
    is_part,
    masked_places,
    may_be_near,
    near_places,
    same_places,
    stars,
    undigited,
)
from listlint.brandwords.repeated import REPEATED, has_repeated, unrepeated
from listlint.brandwords.shortforms import is_leet
from listlint.brandwords.spelled import spaced_places
from listlint.brandwords.store import Lexicon
from listlint.brandwords.suspects import (
    BASE,
    LOOKS,
    PAIRED,
    SIGNS,
    WITHIN,
    Suspect,
    Suspicion,
    add_standing,
    is_plain_word,
    is_seldom_meant,
)
from listlint.lazily import Lazily

Add = Callable[[Iterable[Word], str, str], None]
"""Takes words that a chunk may be of, how it may be, and the reading."""

_MOST_REMEMBERED = 200_000
_AROUND = 56
_OFTEN_MET = 5
"""Letters of pieces of which there are so few that they come again in numbers of models."""
_ITSELF_ONLY = (PAIRED, *REPEATED)
"""Readings in which a word is sought in its own letters only."""
_LEAST_BEGUN = 5
_LONG_NAME = 9
"""Letters of a name of several ordinary words that are no ordinary word when they are joined."""
_BESIDE_OTHERS = ("part of it", *HALVES)
"""How a chunk may be of a word of which the rest must stand beside it."""
_EXACT = ("same", *_BESIDE_OTHERS, "plural", "joined", "part")
_MASK = Lazily(
    r"[^\W\d_](?:[*＊✱✻※•●○◯#?^~_=×·.\-‐-―✚+/\\|]+)(?=[^\W_])|[*＊]+(?=[^\W\d_])|(?<=[^\W\d_])[*＊]+"
)


_PAIRS_SEEN = tuple(map(classes, PAIRS))
_MEANING = (*SIGN_LETTERS, "*")
"""Signs that may stand for letters."""
_SHORTENED = Lazily(r"[^\W\d_a-z]\.")
"""A name shortened to its first letter: K. Spade."""


class LatinReader:
    """Reads texts with one lexicon, and remembers what it read."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._clean: set[str] = set()
        self._quiet: set[str] = set()
        self._known: dict[str, Suspicion] = {}
        self._words: dict[str, tuple[Suspect, ...]] = {}
        self._gates: dict[str, Beside | None] = {}
        self._led: dict[str, tuple[tuple[Word, ...], tuple[Word, ...]]] = {}

    def suspicious(self, text: str, *, plain: bool) -> dict[str, list[Suspect]]:
        """The chunks of *text*, parted by spaces, and the brand words that each may be of.

        Ordinary words that are written as such are among them if *plain*.
        """
        chunks = text.split()
        every = set(chunks)
        every -= self._clean
        if not every:
            return {}
        found: dict[str, list[Suspect]] = {}
        known = self._known
        lettered: list[tuple[str, Sequence[Suspect]]] = []
        shortened = "." in text and _SHORTENED.search(text) is not None
        for chunk in every if plain or shortened else every - self._quiet:
            suspicion = known.get(chunk) or self._remembered(chunk)
            if suspicion is None:
                continue
            if suspicion.alone and (plain or not suspicion.plain):
                found[chunk] = [*suspicion.alone]
            if suspicion.lettered:
                lettered.append((chunk, suspicion.lettered))
            if shortened and suspicion.shortened:
                lettered.append((chunk, suspicion.shortened))
        if lettered:
            letters_of = letters_in(text)
            for chunk, suspects in lettered:
                add_standing(found, chunk, suspects, text, letters_of)
        parts = every & self._gates.keys()
        for chunk, places in standing(self._gates, parts, chunks).items() if parts else ():
            suspicion = known[chunk]
            if add_standing(found, chunk, suspicion.phrases, text, letters_around(chunks, places)):
                found[chunk] += suspicion.alone if suspicion.plain and not plain else ()
        return found

    def _remembered(self, chunk: str) -> Suspicion | None:
        """What *chunk* may be of, to be known from now on; None if of nothing."""
        if chunk[-1].isdigit() and self._is_plain_code(chunk):
            return None  # it is not remembered: each product has its own
        suspicion = self._judge(chunk)
        if suspicion is None:
            if len(self._clean) >= _MOST_REMEMBERED:
                self._clean.clear()
            self._clean.add(chunk)
            return None
        if len(self._known) >= _MOST_REMEMBERED // 8:
            self._known.clear()
            self._quiet.clear()
            self._gates.clear()
        self._known[chunk] = suspicion
        if suspicion.plain and not suspicion.lettered:
            self._quiet.add(chunk)
        if suspicion.phrases:
            # What is no plain word seldom comes again: it is not worth the work.
            self._gates[chunk] = _gate(chunk, suspicion) if plain_word(chunk) else None
        return suspicion

    def found(self, text: str, chunks: Mapping[str, Sequence[Suspect]]) -> Iterator[Found]:
        """What in *text* is written like a brand word, of its suspicious *chunks*."""
        made: dict[tuple[int, int, str], Letters] = {}
        for chunk, suspects in chunks.items():
            for at in places_of(chunk, text):
                yield from self._around(text, at, at + len(chunk), suspects, made)

    def spaced(self, text: str) -> Iterator[Found]:
        """Brand words in *text* that are written letter by letter: G u c c i."""
        return spaced_places(self._lexicon, text)

    # What a chunk may be of.

    def _judge(self, chunk: str) -> Suspicion | None:
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

    def _is_plain_code(self, chunk: str) -> bool:
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
        if reading in _ITSELF_ONLY and whole and len(piece) > 3:
            names = find("d", sound(piece))
            add((word for word in names if is_part(word, piece)), "part of it", reading)
        if reading in _ITSELF_ONLY or len(piece) < 3 or not piece.isalpha():
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

    # Where the words of its suspects are.

    def _around(
        self,
        text: str,
        start: int,
        end: int,
        suspects: Sequence[Suspect],
        made: dict[tuple[int, int, str], Letters],
    ) -> Iterator[Found]:
        far = _far(suspects)
        left, right = start, end
        if far:
            left, right = max(0, start - far), min(len(text), end + far)
            while left and text[left - 1].isalnum():
                left -= 1
            while right < len(text) and text[right].isalnum():
                right += 1
        window = text[left:right]
        others = not window.isascii() or any(sign in window for sign in SIGN_LETTERS)
        letters_of = "" if others else window.translate(ONLY_CLASSES)
        paired = bool(letters_of) and any(pair in letters_of for pair in _PAIRS_SEEN)
        for word, how, reading in suspects:
            if (
                letters_of
                and how in _BESIDE_OTHERS
                and reading == BASE
                and word.classed not in letters_of
            ):
                continue
            if how == "masked":
                yield from masked_places(text, start, end, word)
                continue
            read = made.get((left, right, reading))
            if read is None:
                read = made[left, right, reading] = self._read(text, left, right, reading)
            same = list(same_places(read, start, end, word, how))
            otherwise = SIGNS if others else PAIRED if how == "anchor" and paired else ""
            if otherwise and not same and how in ("anchor", "part of it") and reading == BASE:
                # The name's other parts may be disguised in a way that this one is not.
                read = made.get((left, right, otherwise))
                if read is None:
                    read = self._read(text, left, right, otherwise)
                    made[left, right, otherwise] = read
                same = list(same_places(read, start, end, word, how))
            yield from same
            if same or reading in _ITSELF_ONLY:
                continue
            if how == "near" or (how == "anchor" and len(word.folded) > 7):
                if others or may_be_near(read, word, glued(text[start:end])):
                    yield from near_places(read, start, end, word)
            elif how in ("begun", "vowels"):
                yield from begun_places(read, start, end, word, how)

    def _read(self, text: str, start: int, end: int, reading: str) -> Letters:
        if reading == BASE:
            return letters(text, start, end)
        if reading == PAIRED:
            return letters(text, start, end, pairs=True)
        if reading in REPEATED:
            return unrepeated(letters(text, start, end), REPEATED[reading])
        return letters(text, start, end, self._lexicon.looks, signs=reading == SIGNS)


def _suspicion(chunk: str, suspects: Iterable[Suspect]) -> Suspicion:
    """What *suspects* of *chunk* ask for to be thought of."""
    alone: list[Suspect] = []
    lettered: list[Suspect] = []
    shortened: list[Suspect] = []
    phrases: list[Suspect] = []
    for suspect in suspects:
        if suspect.reading != BASE or suspect.how not in _EXACT or not chunk.isascii():
            alone.append(suspect)
        elif suspect.how in _BESIDE_OTHERS:
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


def _gate(chunk: str, suspicion: Suspicion) -> Beside | None:
    """What must stand beside *chunk* for any of the names that it is a part of."""
    names = (each.word.classed for each in suspicion.phrases)
    return beside(chunk.translate(ONLY_CLASSES), names)


def _far(suspects: Sequence[Suspect]) -> int:
    """How far from a chunk the rest of the words may stand."""
    longest = max((len(each.word.folded) for each in suspects if each.how not in WITHIN), default=0)
    return min(_AROUND, 2 * longest + 8) if longest else 0


def _is_code(chunk: str) -> bool:
    """Whether *chunk* is such as model codes are, AR1005-1: then no part of it is a name."""
    return chunk[-1:].isdigit() and sum(map(str.isdigit, chunk)) >= 3


def places_of(chunk: str, text: str) -> Iterator[int]:
    """Where *chunk* stands in *text* between spaces."""
    at = text.find(chunk)
    while at >= 0:
        end = at + len(chunk)
        if (at == 0 or text[at - 1].isspace()) and (end == len(text) or text[end].isspace()):
            yield at
        at = text.find(chunk, end)


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
