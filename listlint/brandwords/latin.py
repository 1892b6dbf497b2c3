"""Brand words among words that are parted by spaces: Latin, Cyrillic, Arabic and the like.

Every word of a text is judged once and remembered: most hold no letters of any brand, and cost
nothing when they come again. Where one does, the letters around it are compared with the brand's.
What a likeness is worth is judged elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from listlint.brandwords.chunks import BESIDE_OTHERS, ITSELF_ONLY, ChunkJudge
from listlint.brandwords.folding import (
    ONLY_CLASSES,
    PAIRS,
    SIGN_LETTERS,
    Letters,
    classes,
    glued,
    letters,
    letters_in,
    plain_word,
)
from listlint.brandwords.neighbours import Beside, beside, letters_around, standing
from listlint.brandwords.places import (
    Found,
    begun_places,
    masked_places,
    may_be_near,
    near_places,
    same_places,
)
from listlint.brandwords.repeated import REPEATED, unrepeated
from listlint.brandwords.spelled import spaced_places
from listlint.brandwords.store import Lexicon
from listlint.brandwords.suspects import (
    BASE,
    PAIRED,
    SIGNS,
    WITHIN,
    Suspect,
    Suspicion,
    add_standing,
)
from listlint.lazily import Lazily

_MOST_REMEMBERED = 200_000
_AROUND = 56
_PAIRS_SEEN = tuple(map(classes, PAIRS))
_SHORTENED = Lazily(r"[^\W\d_a-z]\.")
"""A name shortened to its first letter: K. Spade."""


class LatinReader:
    """Reads texts with one lexicon, and remembers what it read."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._judge = ChunkJudge(lexicon)
        self._clean: set[str] = set()
        self._quiet: set[str] = set()
        self._known: dict[str, Suspicion] = {}
        self._gates: dict[str, Beside | None] = {}

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
        if chunk[-1].isdigit() and self._judge.is_plain_code(chunk):
            return None  # it is not remembered: each product has its own
        suspicion = self._judge.suspicion(chunk)
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
                and how in BESIDE_OTHERS
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
            if same or reading in ITSELF_ONLY:
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


def _gate(chunk: str, suspicion: Suspicion) -> Beside | None:
    """What must stand beside *chunk* for any of the names that it is a part of."""
    names = (each.word.classed for each in suspicion.phrases)
    return beside(chunk.translate(ONLY_CLASSES), names)


def _far(suspects: Sequence[Suspect]) -> int:
    """How far from a chunk the rest of the words may stand."""
    longest = max((len(each.word.folded) for each in suspects if each.how not in WITHIN), default=0)
    return min(_AROUND, 2 * longest + 8) if longest else 0


def places_of(chunk: str, text: str) -> Iterator[int]:
    """Where *chunk* stands in *text* between spaces."""
    at = text.find(chunk)
    while at >= 0:
        end = at + len(chunk)
        if (at == 0 or text[at - 1].isspace()) and (end == len(text) or text[end].isspace()):
            yield at
        at = text.find(chunk, end)
