"""In which form and of which kind a likeness to a brand word is; and what is none after all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from listlint.brandwords.folding import (
    SIGN_LETTERS,
    consonants,
    distance,
    glued,
    mixes_alphabets,
    sound,
)
from listlint.brandwords.halves import HALVES
from listlint.brandwords.handoubts import HEARD, SEEN, SLIP
from listlint.brandwords.layer import CONTEXT, INITIAL, Word
from listlint.brandwords.likeness import Likeness
from listlint.brandwords.places import Found, slip
from listlint.brandwords.shortforms import is_short_form, short_disguise
from listlint.brandwords.store import Lexicon
from listlint.lazily import Lazily
from listlint.wordscan import SEPARATOR

if TYPE_CHECKING:
    from listlint.brandwords.hannear import HanFound

_PARTING = Lazily(r"[\W_]+")
_LONG_NAME = 7
_APOSTROPHE = Lazily(r"['’]")


def latin_likeness(lexicon: Lexicon, text: str, found: Found) -> Iterator[Likeness]:
    """*found*, if it is something."""
    form = _form(lexicon, text, found)
    if form is not None:
        how, kind = form
        dot = how == "a part shortened" and text[found.end : found.end + 1] == "."
        yield Likeness(found.word, found.start, found.end + dot, how, kind, found.cost)


def _form(lexicon: Lexicon, text: str, found: Found) -> tuple[str, str] | None:
    """The form and the kind of *found*; None where it is none after all."""
    word, how = found.word, found.how
    surface = text[found.start : found.end]
    if how == "masked":
        known = len(word.folded) - found.cost
        if surface[-1] in "*＊" and (known < 3 or lexicon.is_ordinary(glued(surface))):
            return None  # what a star after a word stands for is told elsewhere
        return ("a sign for a letter", "deformed") if known >= 3 or "*" in surface else None
    if how == "begun":
        return "the beginning of the name", "partial"
    if how == "vowels":
        bare = len(surface) > 5 and consonants(surface.lower()) == sound(surface.lower())
        told = bare or (surface.isupper() and len(surface) > 3)
        return ("the name without vowels", "deformed") if told else None
    if how == "near":
        return _near_form(lexicon, text, found)
    read, first, last = found.letters, found.first, found.last
    folded = read.folded[first:last]
    if _is_sentence_between(text, found):
        return None
    if len(word.folded) <= 3:
        if not read.borders[first] == 2 == read.borders[last]:
            return None
        disguise = short_disguise(text, found)
        if disguise is not None:
            return disguise
        mixed = len(word.folded) == 3 and mixes_alphabets(surface)
        if not mixed and not is_short_form(text, surface, found):
            return None
    marks = set(read.marks[first:last])
    if folded == word.folded:
        if "r" in marks:
            return ("letters repeated", "deformed") if len(folded) > 3 else None
        if _is_sign_at_its_end(lexicon, text, found):
            return None
        if how == "joined":
            return "joined with another word", "deformed"
        if marks & {"h", "w", "s", "p"} or ("a" in marks and not _has_accents_of(surface, word)):
            if "p" in marks and lexicon.is_ordinary(glued(surface)):
                return None
            return "disguised letters", "leet" if "s" in marks else "homoglyph"
        if any(first < index < last for index in read.hidden):
            return "letters spaced out", "spaced"
        if _splits(found):
            if len(word.folded) < 4:
                return None
            if how in HALVES:
                return _halved_form(lexicon, surface, how, word)
            return None if _is_of_words(lexicon, text, found) else ("letters spaced out", "spaced")
        if word.flags & INITIAL:
            return _initial_form(lexicon, text[found.start : found.end + 1].strip(), word)
        plainly = not word.flags & CONTEXT
        form = "the word itself" if plainly else "the word itself, an ordinary word too"
        return form, word.kind
    if not read.borders[first] == 2 == read.borders[last] or _splits(found):
        return None
    return _classed_form(lexicon, surface, folded, word, marks)


def _is_sign_at_its_end(lexicon: Lexicon, text: str, found: Found) -> bool:
    """Whether *found* begins or ends with a sign that tells no letter of a word: Fend!"""
    first, last = text[found.start], text[found.end - 1]
    if first not in SIGN_LETTERS and last not in SIGN_LETTERS:
        return False
    surface = text[found.start : found.end]
    if any(sign in SIGN_LETTERS for sign in surface[1:-1]):
        return False
    rest = glued(surface)
    if len(rest) >= _LONG_NAME and " " in found.word.surface:
        return False  # +ory Burch
    return len(rest) < 3 or lexicon.is_ordinary(rest) or first in "+|" or last == "|"


def _classed_form(
    lexicon: Lexicon, surface: str, folded: str, word: Word, marks: set[str]
) -> tuple[str, str] | None:
    """Letters that pass for the word's: H0KA, Dlsney."""
    if len(folded) < 4 or word.flags & INITIAL or lexicon.is_ordinary(folded):
        return None
    differ = [(a, b) for a, b in zip(folded, word.folded, strict=True) if a != b]
    if any(b.isdigit() for _, b in differ):
        return None
    lettered = sum(map(str.isalpha, folded))
    if len(differ) * 3 > len(folded) * 2 or lettered < 2 or _is_code(folded):
        return None
    if " " in word.surface and _differs_in_a_short_part(word, folded):
        return None
    pieces = [glued(piece) for piece in surface.split()]
    if all(piece.isalpha() and lexicon.is_ordinary(piece) for piece in pieces if piece):
        return None
    digits = any(a.isdigit() for a, _ in differ) or "s" in marks
    return "disguised letters", "leet" if digits else "homoglyph"


def _is_code(folded: str) -> bool:
    """Whether *folded* is rather the number of a model or file than a word: 61ad, d562."""
    digits = [index for index, char in enumerate(folded) if char.isdigit()]
    in_a_row = bool(digits) and digits[-1] - digits[0] == len(digits) - 1  # unlike B0s3
    return in_a_row and len(digits) * 2 >= len(folded) and len(folded) < 6


def _differs_in_a_short_part(word: Word, folded: str) -> bool:
    """Whether one of the parts of *word* of three letters or less stands otherwise in *folded*."""
    at = 0
    for part in map(glued, word.surface.split()):
        written = folded[at : at + len(part)]
        if len(part) <= 3 and written != part and written.isalpha() == part.isalpha():
            return True
        at += len(part)
    return False


def _near_form(lexicon: Lexicon, text: str, found: Found) -> tuple[str, str] | None:
    word = found.word
    surface = text[found.start : found.end]
    folded = found.letters.folded[found.first : found.last]
    length = len(word.folded)
    if any(sign in SIGN_LETTERS and sign not in "@$" for sign in (surface[0], surface[-1])):
        return None
    if _is_sentence_between(text, found):
        return None
    # An apostrophe parts no words: Tod'z.
    pieces = [glued(piece) for piece in _PARTING.split(_APOSTROPHE.sub("", surface))]
    if _has_digit_for_a_letter(surface, folded, found):
        return "a misspelling", "leet"
    if lexicon.is_ordinary(folded) or all(
        not piece.isalpha() or len(piece) == 1 or lexicon.is_ordinary(piece)
        for piece in pieces
        if piece
    ):
        return None
    if len(folded) < 5 <= length and found.cost > 0.5 and not _lacks_a_vowel(folded, word):
        return None
    if length == 4 and found.cost > 0.5:
        if len(folded) != 4 or folded[0] != word.folded[0]:
            return None
        how = slip(folded, word.folded)
        if how != "vowel" and not (how == "swapped" and word.brand.risk == 2):
            return None
    if found.cost > 1 and (
        length < 7 or word.brand.risk < 2 or consonants(folded) != consonants(word.folded)
    ):
        return None
    if folded.startswith(word.folded) and folded[-1] not in (word.folded[-1], "s", "e"):
        return None  # a longer word that begins like the brand
    if folded[0] != word.folded[0] and (length < 6 or found.cost > 1):
        return None
    if folded == f"{word.folded}s" or folded == f"{word.folded}es":
        if found.letters.marks[found.first : found.last].strip():
            return None  # a disguise of a longer word
        form = "the word itself" if not word.flags & CONTEXT else None
        return (form, word.kind) if form else None
    looks = [
        (a, b) for a, b in zip(folded, word.folded, strict=False)
        if a != b and {a, b} in _LOOK_ALIKE
    ]  # fmt: skip
    same_length = len(folded) == length
    if same_length and looks and len(looks) == distance(folded, word.folded, 3):
        return "a misspelling", "homoglyph"
    return "a misspelling", "typo"


def _has_digit_for_a_letter(surface: str, folded: str, found: Found) -> bool:
    """Whether *surface* is a long famous name with a digit for one letter: 3urberry."""
    word = found.word
    return (
        surface.isalnum()
        and surface.isascii()
        and len(folded) == len(word.folded) >= 7
        and word.brand.risk == 2
        and sum(map(str.isdigit, surface)) == 1
        and not surface[-1].isdigit()
        and distance(surface.lower(), word.folded, 1) == 1
    )


def _lacks_a_vowel(folded: str, word: Word) -> bool:
    """Whether *folded* is *word*, a famous name, without one vowel amid it: Rolx."""
    famous = word.brand.risk == 2 and word.kind == "exact" and not word.flags & CONTEXT
    return (
        famous
        and folded[-1] == word.folded[-1]
        and slip(folded, word.folded) == "dropped"
        and consonants(folded) == consonants(word.folded)
    )


_LOOK_ALIKE = ({"c", "e"}, {"i", "l"}, {"u", "v"}, {"h", "b"}, {"n", "h"}, {"o", "c"}, {"f", "t"})


def _has_accents_of(surface: str, word: Word) -> bool:
    """Whether *surface* has no accents but such as the word has."""
    theirs = set(word.surface.casefold())
    return all(char.isascii() or char in theirs for char in surface.casefold())


def _splits(found: Found) -> list[tuple[int, int]]:
    """What stands between letters of one part of the word: starts and ends in the text."""
    read, first, last = found.letters, found.first, found.last
    own = _own_borders(found.word.surface, len(found.word.folded))
    return [
        (read.ends[index - 1], read.starts[index])
        for index in range(first + 1, last)
        if read.borders[index] == 2 and index - first not in own
    ]


def _is_of_words(lexicon: Lexicon, text: str, found: Found) -> bool:
    """Whether the parts of a word that is split are just ordinary words: all-terrain."""
    word = found.word
    surface = text[found.start : found.end]
    between = {text[start:end] for start, end in _splits(found)}
    if word.brand.risk and not between & {" ", "-", "/"}:
        return False  # no ordinary words are parted by a star or a dot
    famous = word.brand.risk == 2 and word.kind == "exact" and not word.flags & CONTEXT
    pieces = _PARTING.split(surface)
    if famous and all(" " not in each for each in between) and min(map(len, pieces)) > 1:
        return False
    parts = [part for part in _PARTING.split(surface.casefold()) if len(part) > 1]
    return bool(parts) and all(map(lexicon.is_ordinary, parts))


def _halved_form(lexicon: Lexicon, surface: str, how: str, word: Word) -> tuple[str, str] | None:
    """*surface*, if it is *word* with a space amid it, and else as it is written."""
    if " " in word.surface:
        own = len(word.surface.split()) + 1 == len(surface.split())
        return ("letters spaced out", "spaced") if own else None
    one, _, two = surface.partition(" ")
    if not one.isalpha() or not two.isalpha() or glued(surface) != word.folded:
        return None
    if two.islower() and one[1:] == one[1:].lower():
        if how == "halves":
            return "in two halves", "spaced"
        goods = lexicon.sectors_of(one.lower()) | lexicon.sectors_of(two)  # Beauty blender
        named = one[0].isupper() and not goods
        return ("in two halves that are words", "spaced") if named else None
    return ("in two halves", "spaced") if how == "halves" and surface.isupper() else None


@lru_cache(maxsize=4096)
def _own_borders(surface: str, length: int) -> frozenset[int]:
    at: list[int] = []
    count = 0
    for char in surface.replace("&", "and" if length > len(glued(surface)) else "&"):
        if char.isalnum():
            count += len(glued(char))
        else:
            at.append(count)
    return frozenset(at)


def _is_sentence_between(text: str, found: Found) -> bool:
    """Whether a sentence or list ends between the letters found, or much stands between them."""
    read = found.letters
    for index in range(found.first + 1, found.last):
        start, end = read.ends[index - 1], read.starts[index]
        if end > start:
            between = text[start:end]
            if (
                SEPARATOR in between
                or len(between) > 3
                or (len(between) > 1 and any(char in between for char in ",;:!?，。；、\n()[]"))
            ):
                return True
    return False


def _initial_form(lexicon: Lexicon, surface: str, word: Word) -> tuple[str, str] | None:
    pieces = surface.split()
    if len(pieces) != len(word.surface.split()) or not all(piece[0].isupper() for piece in pieces):
        return None
    dotted = any(piece.endswith(".") and len(piece) == 2 for piece in pieces)
    rare = any(len(piece) > 3 and not lexicon.is_ordinary(glued(piece)) for piece in pieces)
    return ("a part shortened", "partial") if dotted or rare else None


def han_likeness(text: str, found: HanFound) -> Iterator[Likeness]:
    """*found*, if it is something."""
    word = found.word
    surface = text[found.start : found.end]
    if found.how == "same":
        form = (
            "the word itself"
            if not word.flags & CONTEXT
            else ("the word itself, an ordinary word too")
        )
        kind = word.kind
    elif found.how == "heard":
        form, kind = HEARD, "typo"
    elif found.how == "seen":
        form, kind = SEEN, "typo"
    elif found.how == "slip":
        form, kind = SLIP, "typo"
    elif found.how == "masked":
        form, kind = "a sign for a letter", "deformed"
    elif found.how == "parted":
        if " " in surface and word.flags & CONTEXT:
            return
        form, kind = "letters spaced out", "spaced"
    else:
        form, kind = "Latin syllables", "deformed"
    yield Likeness(word, found.start, found.end, form, kind, found.cost if kind == "typo" else 0)
