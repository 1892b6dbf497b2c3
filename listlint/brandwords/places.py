"""Where the words that a chunk of text may be of stand around it.

What a likeness is worth is judged elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from listlint.brandwords.folding import Letters, consonants, distance, letters, sound
from listlint.brandwords.halves import HALVES
from listlint.brandwords.layer import Word
from listlint.brandwords.otherparts import STARS, around
from listlint.brandwords.unspaced import is_unspaced
from listlint.lazily import Lazily
from listlint.namedtuples import NamedTuple


class Found(NamedTuple):
    """A likeness: ``text[start:end]`` is written like *word*.

    *how* is ``same`` (its letters, or such as pass for them), one of `HALVES` (they, with a space
    between), ``near`` (*cost* letters differ),
    ``masked``, ``begun`` (its beginning), ``vowels`` (without them) or ``joined`` (within a longer
    word). *letters* are those of the surroundings, the word's at *first* to *last*.
    """

    word: Word
    start: int
    end: int
    how: str
    cost: float
    letters: Letters
    first: int
    last: int


def same_places(read: Letters, start: int, end: int, word: Word, how: str) -> Iterator[Found]:
    """Where *word* stands in *read* in its own letters, over what is at *start* to *end*."""
    at = read.classed.find(word.classed)
    while at >= 0:
        last = at + len(word.classed)
        if read.starts[at] < end and read.ends[last - 1] > start:
            plural = how == "plural" and read.folded[last : last + 1] == "s"
            whole = read.borders[at] and read.borders[last + plural]
            if whole or (how == "joined" and (read.borders[at] or read.borders[last])):
                seen = how if how in HALVES else "same"
                yield found_at(word, seen if whole else "joined", 0, read, at, last)
        at = read.classed.find(word.classed, at + 1)


def near_places(read: Letters, start: int, end: int, word: Word) -> Iterator[Found]:
    """Where something like *word* stands in *read*, over what is at *start* to *end*."""
    length = len(word.folded)
    slack = 1 if length < 7 else 2
    best: Found | None = None
    hard = [index for index, border in enumerate(read.borders) if border == 2]
    for first in hard:
        if first == len(read.folded) or read.starts[first] >= end:
            break
        for last in hard:
            if last - first > length + slack:
                break
            if last - first < length - slack or last == first or read.ends[last - 1] <= start:
                continue
            cost = unlikeness(read.folded[first:last], word.folded, slack)
            if cost <= slack and (best is None or cost < best.cost):
                best = found_at(word, "near", cost, read, first, last)
    if best is not None:
        yield best


def may_be_near(read: Letters, word: Word, piece: str) -> bool:
    """Whether *read*, which has *piece*, like a part of *word*, may have something like the rest.

    Two letters may differ in all. So of the rest one third stands there as it is, or one half
    where *piece* differs from its part already.
    """
    if " " not in word.surface:
        return True
    for part, before, after in _parts(word.surface):
        if not _is_near(piece, part):
            continue
        rest = max(before, after, key=len)
        count = 3 if piece == part else 2
        at = [len(rest) * index // count for index in range(count + 1)]
        if not rest or any(rest[start:end] in read.folded for start, end in pairwise(at)):
            return True
    return False


def has_near(word: Word, piece: str) -> bool:
    """Whether *piece* is like *word* or one of its parts."""
    return any(_is_near(piece, part) for part, _, _ in _parts(word.surface))


def _is_near(piece: str, part: str) -> bool:
    slack = 1 if len(part) < 7 else 2
    return abs(len(part) - len(piece)) <= 2 and unlikeness(piece, part, slack) <= slack


def is_part(word: Word, piece: str) -> bool:
    """Whether *piece* is one of the parts of *word*, a name of several."""
    return any(piece == part for part, _, _ in _parts(word.surface)[1:])


def has_masked(word: Word, masked: str) -> bool:
    """Whether *masked*, with its stars, may be *word* or one of its parts."""
    return any(_is_masked(masked, part) for part, _, _ in _parts(word.surface))


def _is_masked(masked: str, piece: str) -> bool:
    return len(masked) == len(piece) and all(
        a in ("*", b) for a, b in zip(masked, piece, strict=True)
    )


@lru_cache(maxsize=8192)
def unlikeness(text: str, word: str, most: int) -> float:
    """How much *text* differs from *word*: letters, of which such that sound alike count half."""
    heard = distance(sound(text), sound(word), most)
    if heard > most:
        # One slip may change how several letters sound: Flxei.
        return 1.0 if distance(text, word, 1) <= 1 else most + 1
    seen = distance(text, word, most + 1)
    return min(float(seen), heard + 0.5) if seen <= 2 else most + 1.0


_VOWELS = frozenset("aeiouy")
_SHES = ("sh", "ch")
_KEYS = "qwertyuiop asdfghjkl zxcvbnm"
_TAKEN_FOR = frozenset(
    frozenset(pair)
    for pair in (
        "ce", "il", "uv", "hb", "nh", "oc", "ft", "vw", "mn", "gq", "ck", "cs", "sz", "cq", "kq",
        "gj",
    )
)  # fmt: skip


@lru_cache(maxsize=8192)
def slip(written: str, word: str) -> str:
    """How *written* comes to differ from *word*: as names are misspelt, or as others differ.

    One of ``doubled``, ``dropped``, ``swapped``, ``alike`` (a letter that looks or sounds like the
    right one), ``vowel`` (another, or one too many), ``cut`` (the last letter is missing), ``key``
    (the letter beside the right one on a keyboard),
    ``other`` (another letter than any that is taken for the right one) and ``several``.
    """
    if sound(written) == sound(word) or (
        written[:2] in _SHES and word[:2] in _SHES and sound(written[1:]) == sound(word[1:])
    ):
        return "alike" if len(written) == len(word) else "doubled"
    if len(written) == len(word):
        differ = [(a, b) for a, b in zip(written, word, strict=True) if a != b]
        if len(differ) == 2 and differ[0] == differ[1][::-1] and written[0] == word[0]:
            return "swapped"
        if all(frozenset(pair) in _TAKEN_FOR for pair in differ) and written[1:] != word[1:]:
            return "alike"
        if len(differ) > 1:
            return "several"
        ((put, due),) = differ
        if put in _VOWELS and due in _VOWELS:
            return "vowel"
        return "key" if put + due in _KEYS or due + put in _KEYS else "other"
    shorter, longer = sorted((written, word), key=len)
    if len(longer) - len(shorter) > 1:
        return "several"
    at = next((i for i, char in enumerate(shorter) if char != longer[i]), len(shorter))
    if shorter[at:] != longer[at + 1 :]:
        return "several"
    char = longer[at]
    if char in longer[max(0, at - 1) : at] or char == longer[at + 1 : at + 2]:
        return "doubled"
    if at == 0:
        return "other"
    if shorter is written:
        if at == len(shorter):
            return "other" if char == "s" else "cut"
        return "dropped"
    return "vowel" if char in _VOWELS or char == "h" else "other"


def begun_places(read: Letters, start: int, end: int, word: Word, how: str) -> Iterator[Found]:
    """Where the beginning of *word*, or its consonants, stand in *read* from *start* to *end*."""
    for first in range(len(read.folded)):
        if read.borders[first] != 2 or not start <= read.starts[first] < end:
            continue
        last = first + 1
        while read.borders[last] != 2:
            last += 1
        piece = read.folded[first:last]
        if how == "vowels":
            if consonants(piece) == consonants(word.folded):
                yield found_at(word, "vowels", 0, read, first, last)
        elif word.folded.startswith(piece):
            yield found_at(word, "begun", 0, read, first, last)


MASKED = Lazily(
    r"[^\W\d_]*(?:[^\w\s,;:，；：、。]{1,4}|_)[^\W\d_]+(?:(?:[^\w\s,;:，；：、。]{1,4}|_)[^\W\d_]*)*"
    r"|[^\W\d_]{2,}[*＊]{1,6}"
)


_DIGITS = str.maketrans("013457", "oieast")


def undigited(chunk: str) -> str:
    """*chunk* with letters for the digits that stand for them, if signs hide others: B*rb1e.

    Characters of a script that writes no spaces part its words as spaces do.
    """
    if not chunk.isascii():
        chunk = "".join([" " if is_unspaced(char) else char for char in chunk])
    if "*" not in chunk or chunk[0].isdigit() or chunk[-1].isdigit():
        return chunk
    return chunk.translate(_DIGITS)


def stars(masked: str) -> str:
    """*masked* in small letters, a star for each sign within it."""
    out = "".join(char.lower() if char.isalpha() else "*" for char in masked)
    if not any(star in masked for star in STARS):
        out = out.strip("*")
    return out


def masked_places(text: str, start: int, end: int, word: Word) -> Iterator[Found]:
    """Where *word* stands over ``text[start:end]`` with a sign for one letter or more."""
    pieces = _parts(word.surface)
    window = undigited(text[start:end])
    for match in MASKED.finditer(window):
        surface = match[0]
        for piece, before, after in pieces:
            masked = stars(surface)
            offset = 0 if len(masked) == len(surface) else surface.lower().find(masked[0])
            if "*" not in masked or offset < 0 or not _is_masked(masked, piece):
                continue
            if len(piece) == 3 and not any(star in surface for star in STARS):
                continue  # letters and dots are initials: A.R.
            first = start + match.start() + offset
            last = first + len(masked)
            beside = around(text, first, last, before, after)
            if beside is not None:
                start_of, end_of, hidden = beside
                read = letters(text, start_of, end_of)
                cost = masked.count("*") + hidden
                yield Found(word, start_of, end_of, "masked", cost, read, 0, len(read.folded))


@lru_cache(maxsize=32768)
def _parts(surface: str) -> tuple[tuple[str, str, str], ...]:
    """Each part of *surface* with what stands before and after it; and the whole."""
    read = letters(surface, 0, len(surface))
    at = [index for index, border in enumerate(read.borders) if border == 2]
    found = [(read.folded, "", "")]
    if len(at) > 2:
        found += [(read.folded[a:b], read.folded[:a], read.folded[b:]) for a, b in pairwise(at)]
    return tuple(found)


def found_at(word: Word, how: str, cost: float, read: Letters, first: int, last: int) -> Found:
    """The letters from *first* to *last* of *read* as a likeness to *word*."""
    return Found(word, read.starts[first], read.ends[last - 1], how, cost, read, first, last)
