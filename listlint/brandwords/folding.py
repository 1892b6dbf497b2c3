"""Texts as a stream of letters: folded, without what stands between them, each with its place.

A brand word is told however it is spaced, accented or disguised: so words and texts are compared
by their letters alone, of which look-alike ones are one class. This module knows no brands.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import compress
from operator import or_

from listlint.brandwords.unspaced import is_unspaced
from listlint.namedtuples import NamedTuple

# Letters, digits and signs that pass for each other, mapped to one of them.
_PASS = {
    **dict.fromkeys("l1!|", "i"),
    "0": "o",
    **dict.fromkeys("4@", "a"),
    **dict.fromkeys("3€", "e"),
    **dict.fromkeys("5$", "s"),
    **dict.fromkeys("7+", "t"),
    "8": "b",
    **dict.fromkeys("96q", "g"),
    "2": "z",
}
_CLASSES = str.maketrans(_PASS)
ONLY_CLASSES = {
    code: chr(code).lower().translate(_CLASSES) if chr(code).isalnum() else None
    for code in range(128)
}
"""Translates ASCII text into its letters and digits alone, by `classes`."""
SIGN_LETTERS = {"@": "a", "$": "s", "!": "i", "|": "l", "+": "t", "€": "e", "£": "l", "¥": "y"}
"""Signs that stand for letters, and for which."""
_CHARS = bytes(range(128))
_BYTE_CLASSES = bytes(ord(chr(code).lower().translate(_CLASSES)) for code in _CHARS) + bytes(128)
_NO_LETTERS = bytes(code for code in _CHARS if not chr(code).isalnum())
_NO_LETTERS_NOR_SIGNS = bytes(code for code in _NO_LETTERS if chr(code) not in SIGN_LETTERS)
_NO_SIGNS_NOR_MASKS = bytes(code for code in _CHARS if chr(code) not in {*SIGN_LETTERS, "*"})


def letters_in(text: str) -> str:
    """The letters of an ASCII *text* by `classes`; once more with signs read as letters, if any.

    Nothing where a star hides one, or the text is not ASCII: then there may be any.
    """
    if not text.isascii():
        return ""
    raw = text.encode()
    signs = raw.translate(None, _NO_SIGNS_NOR_MASKS)
    if b"*" in signs:
        return ""
    letters = raw.translate(_BYTE_CLASSES, _NO_LETTERS).decode()
    if not signs:
        return letters
    return f"{letters}\n{raw.translate(_BYTE_CLASSES, _NO_LETTERS_NOR_SIGNS).decode()}"


PAIRS = {"rn": "m", "vv": "w", "cl": "d"}
"""Two letters that look like one."""


def classes(letters: str) -> str:
    """*letters* with one letter for all that pass for it; of the same length."""
    return letters.translate(_CLASSES)


@lru_cache(maxsize=65536)
def plain_char(char: str) -> str:
    """*char* without case, width, style and accents; "" for what shows nothing by itself."""
    if unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return ""
    folded = unicodedata.normalize("NFKC", char).casefold()
    if len(folded) == 1 and "\uac00" <= folded <= "\ud7a3":
        return folded
    parts = unicodedata.normalize("NFD", folded)
    bare = "".join(each for each in parts if not unicodedata.combining(each)) or char
    # What is left may fold further: a letter whose accent alone kept it from doing so.
    return bare if bare == char or bare.isascii() else "".join(map(plain_char, bare))


def plain(text: str) -> str:
    """*text* without case, width, style and accents."""
    if text.isascii():
        return text.lower()
    return "".join(map(plain_char, unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=8192)
def glued(text: str) -> str:
    """The folded letters and digits of *text*, one after another."""
    return "".join(filter(str.isalnum, plain(text)))


class Letters(NamedTuple):
    """A text's letters and digits, folded; each with where it starts and ends in the text.

    *classed* is *folded* by `classes`. *marks* tells what each letter was: a space for itself,
    ``a`` accented, ``w`` of another width or style, ``h`` a look-alike of another script, ``s`` a
    sign, ``p`` a pair, ``r`` one repeated. *borders* has an entry for each letter and one more: 2
    where a word may start, 1 where only capitals or digits part it from what stands before, else 0.
    *hidden* are the indices of letters before which invisible characters stand.
    """

    folded: str
    classed: str
    starts: list[int]
    ends: list[int]
    marks: str
    borders: bytes
    hidden: tuple[int, ...]


def letters(
    text: str,
    start: int,
    end: int,
    looks: Mapping[str, str] | None = None,
    *,
    signs: bool = False,
    pairs: bool = False,
) -> Letters:
    """The letters of ``text[start:end]``.

    *looks* maps characters of other scripts to what they look like; *signs* says to read signs
    next to letters as letters, *pairs* two letters that look like one as that one.
    """
    if not (signs or pairs) and text[start:end].isascii():
        return _ascii_letters(text, start, end)
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    marks: list[str] = []
    borders = bytearray()
    hidden: list[int] = []
    gap = True
    before = ""
    position = start
    while position < end:
        char = text[position]
        at, position = position, position + 1
        told = _letter(char, looks)
        if told is None:
            stands = SIGN_LETTERS.get(char) if signs else None
            if stands is None or not _touches(text, at, start, end):
                gap = True
                continue
            told = stands, "s"
        letter, mark = told
        if not letter:
            hidden.append(len(folded))
            continue
        if pairs and text[at : at + 2].lower() in PAIRS and position < end:
            letter, mark = PAIRS[text[at : at + 2].lower()], "p"
            position += 1
        for each in letter:
            folded.append(each)
            starts.append(at)
            ends.append(position)
            marks.append(mark)
            borders.append(2 if gap else _soft(before, char) if each is letter[0] else 0)
            gap = False
        before = char
    borders.append(2 if gap or end >= len(text) or not text[end].isalnum() else 0)
    joined = "".join(folded)
    return Letters(
        joined, classes(joined), starts, ends, "".join(marks), bytes(borders), tuple(hidden)
    )


def pieces_of(read: Letters) -> Iterator[tuple[str, bool]]:
    """The runs of letters between borders, single and joined; and whether each is by itself."""
    at = [index for index, border in enumerate(read.borders) if border]
    if not read.folded:
        return
    seen: set[str] = set()
    far = 5 if len(at) <= 7 else 2
    for index, first in enumerate(at):
        for last in at[index + 1 : index + 1 + far]:
            piece = read.folded[first:last]
            if piece not in seen and len(piece) > 1:
                seen.add(piece)
                yield piece, read.borders[first] == 2 == read.borders[last]
    if read.folded not in seen and len(read.folded) < 40:
        yield read.folded, True


def plain_word(chunk: str) -> str:
    """The letters of *chunk* without signs around it, if it is a plain ASCII word; else ""."""
    core = chunk.strip(_SIGNS)
    return core if core.isalpha() and core[1:].islower() and core.isascii() else ""


def _word_letters(text: str, start: int, end: int, core: str) -> Letters:
    """What `letters` says of ``text[start:end]``, of which *core* is the `plain_word`."""
    first = text.index(core, start, end)
    last = first + len(core)
    hard = last < end or end >= len(text) or not text[end].isalnum()
    borders = b"\2" + bytes(len(core) - 1) + (b"\2" if hard else b"\0")
    folded = core.lower()
    starts, ends = list(range(first, last)), list(range(first + 1, last + 1))
    return Letters(folded, classes(folded), starts, ends, " " * len(core), borders, ())


def _ascii_letters(text: str, start: int, end: int) -> Letters:
    window = text[start:end]
    core = plain_word(window)
    if core:
        return _word_letters(text, start, end, core)
    kinds = window.encode().translate(_KINDS)
    before = b"\0" + kinds[:-1].translate(_BEFORE)
    pairs = bytes(map(or_, before, kinds)).translate(_BORDERS, _GAPS)
    starts = list(compress(range(start, end), kinds))
    gap = not kinds[-1:] or not kinds[-1] or end >= len(text) or not text[end].isalnum()
    borders = pairs + (b"\2" if gap else b"\0")
    folded = window.lower().translate(_ONLY_LETTERS)
    ends = [at + 1 for at in starts]
    return Letters(folded, classes(folded), starts, ends, " " * len(starts), borders, ())


_LOWER, _UPPER, _DIGIT = 1, 2, 3
_KINDS = bytes(
    _LOWER * char.islower() or _UPPER * char.isupper() or _DIGIT * char.isdigit()
    for char in map(chr, range(128))
) + bytes(128)
_BEFORE = bytes(kind << 2 for kind in range(4)) + bytes(252)
"""Of each letter's kind, moved out of the way of the kind of the next one."""


def _border(pair: int) -> int:
    """What `Letters.borders` has between two characters of the kinds in *pair*."""
    before, kind = pair >> 2, pair & 3
    if not before:
        return 2
    return int((before == _DIGIT) != (kind == _DIGIT) or (before, kind) == (_LOWER, _UPPER))


_BORDERS = bytes(map(_border, range(16))) + bytes(240)
_GAPS = bytes(pair for pair in range(16) if not pair & 3)
_SIGNS = "".join(chr(code) for code in range(128) if not chr(code).isalnum())
_ONLY_LETTERS = {code: None for code in range(128) if not chr(code).isalnum()}


def _letter(char: str, looks: Mapping[str, str] | None) -> tuple[str, str] | None:
    """What *char* is read as, and its mark; "" for what shows nothing, None for no letter."""
    if char.isascii():
        return (char.lower(), " ") if char.isalnum() else None
    return _foreign_letter(char, looks)


def _foreign_letter(char: str, looks: Mapping[str, str] | None) -> tuple[str, str] | None:
    folded = plain_char(char)
    if not folded:
        return "", " "
    if folded.isascii() and folded.isalnum():
        styled = unicodedata.normalize("NFKC", char) != unicodedata.normalize("NFC", char)
        return folded, "w" if styled else "a"
    if looks is not None:
        alike = looks.get(char) or looks.get(folded)
        if alike:
            return alike, "h"
    if is_unspaced(char) or not folded[0].isalnum():
        return None
    return folded, " "


def _touches(text: str, at: int, start: int, end: int) -> bool:
    """Whether the sign at *at* stands beside a letter."""
    after = at + 1 < end and (text[at + 1].isalnum() or text[at + 1] in SIGN_LETTERS)
    before = at > start and (text[at - 1].isalnum() or text[at - 1] in SIGN_LETTERS)
    return after or before


def mixes_alphabets(text: str) -> bool:
    """Whether *text* has letters of ASCII and others that bear no accent."""
    others = [char for char in text if not char.isascii() and char.isalpha()]
    return any(not plain_char(char).isascii() for char in others) and any(
        char.isascii() and char.isalpha() for char in text
    )


def _soft(before: str, char: str) -> int:
    """1 where a word may start although nothing stands between: NikeShoes, nike2024."""
    if before.isdigit() != char.isdigit():
        return 1
    return 1 if char.isupper() and before.islower() else 0


@lru_cache(maxsize=32768)
def sound(word: str) -> str:
    """How *word* sounds, roughly: what is often written for each other is one, no doubles."""
    for old, new in _SOUNDS:
        word = word.replace(old, new)
    if word[-2:] in ("ay", "ey"):
        word = f"{word[:-2]}e"
    word = word.translate(_SOUND)
    return "".join(a for a, b in zip(word, f"{word[1:]} ", strict=False) if a != b)


_SOUNDS = (
    ("xx", "x"),
    ("ph", "f"),
    ("ch", "k"),
    ("ck", "k"),
    ("sh", "s"),
    ("th", "t"),
    ("kh", "k"),
    ("x", "ks"),
)
_SOUND = str.maketrans("cqzyw", "kksiv")


def deletions(word: str) -> Iterator[str]:
    """*word* and all that is left of it without one letter."""
    yield word
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]


def consonants(word: str) -> str:
    """*word* without its vowels, as it sounds."""
    return sound(word).translate(_NO_VOWELS).replace("ks", "x")


_NO_VOWELS = str.maketrans("", "", "aeiou")


def distance(left: str, right: str, most: int) -> int:
    """How many letters are to be changed, added, left out or swapped; *most* + 1 if more."""
    if left == right:
        return 0
    if abs(len(left) - len(right)) > most:
        return most + 1
    start = _shared(left, right)
    left, right = left[start:], right[start:]
    end = _shared(left[::-1], right[::-1])
    left, right = left[: len(left) - end], right[: len(right) - end]
    if not left or not right:
        return len(left) + len(right)
    if len(left) == len(right) <= 2:
        return 1 if len(left) == 1 or left == right[::-1] else min(2, most + 1)
    if most == 1:
        return 2
    two: list[int] = []
    one = list(range(len(right) + 1))
    for row, char in enumerate(left, 1):
        now = [row]
        for column, other in enumerate(right, 1):
            cost = min(one[column] + 1, now[-1] + 1, one[column - 1] + (char != other))
            if row > 1 and column > 1 and char == right[column - 2] and left[row - 2] == other:
                cost = min(cost, two[column - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        two, one = one, now
    return min(one[-1], most + 1)


def _shared(left: str, right: str) -> int:
    """How many letters *left* and *right* begin alike with."""
    count = 0
    for char, other in zip(left, right, strict=False):
        if char != other:
            break
        count += 1
    return count
