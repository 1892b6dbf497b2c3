"""The ways in which sellers deform a brand's name, each as a function of the name and of chance.

What they give differs from the name, or is None where the name has nothing that could be deformed
so. Nothing here is taken from the linter: it is to be measured by these.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random

Way = Callable[[str, Random], str | None]
"""Takes a name and chance."""

_VOWELS = "aeiou"
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_HEARD = (
    ("ck", "k"), ("ph", "f"), ("f", "ph"), ("ch", "sh"), ("sh", "ch"), ("qu", "k"), ("ou", "u"),
    ("oo", "u"), ("ee", "ea"), ("ea", "ee"), ("gu", "g"), ("ce", "se"), ("ci", "si"), ("c", "k"),
    ("k", "c"), ("s", "z"), ("z", "s"), ("i", "y"), ("y", "i"), ("x", "ks"), ("v", "w"), ("w", "v"),
    ("ei", "ie"), ("ie", "ei"), ("th", "t"), ("j", "g"), ("er", "ar"), ("or", "er"), ("ai", "ay"),
)  # fmt: skip
_DIGITS = {"a": "4", "e": "3", "i": "1", "o": "0", "s": "5", "b": "8", "g": "9", "t": "7", "z": "2",
           "l": "1"}  # fmt: skip
_SIGNS = {"a": "@", "s": "$", "i": "!", "l": "|", "t": "+", "e": "€"}
_CYRILLIC = dict(
    zip("acehijkmoprstxyABCEHIJKMOPSTXY", "асеһіјкморгѕтхуАВСЕНІЈКМОРЅТХУ", strict=True)
)
_CYRILLIC.pop("r")
_GREEK = dict(zip("aiknoptuvxABEHIKMNOPTXYZ", "αικηορτυνχΑΒΕΗΙΚΜΝΟΡΤΧΥΖ", strict=True))
_ACCENTS = {
    "a": "áàâäãåā", "e": "éèêëē", "i": "íìîïī", "o": "óòôöõø", "u": "úùûüū", "c": "çćč", "n": "ñń",
    "s": "śš", "z": "źžż", "y": "ýÿ", "g": "ğ", "l": "ł", "r": "ř", "d": "đ", "t": "ť",
}  # fmt: skip
_LOOKS = (("l", "I"), ("i", "l"), ("I", "l"), ("m", "rn"), ("rn", "m"), ("w", "vv"), ("d", "cl"),
          ("cl", "d"), ("u", "v"), ("v", "u"), ("e", "c"), ("c", "e"), ("g", "q"), ("q", "g"),
          ("o", "0"), ("h", "b"), ("n", "h"))  # fmt: skip
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"


def letters_of(name: str) -> list[int]:
    """Where the letters of *name* are."""
    return [at for at, char in enumerate(name) if char.isalpha()]


def _inner(name: str) -> list[int]:
    """Where letters of *name* are that are no first letters of its words."""
    return [at for at in letters_of(name) if at and name[at - 1].isalpha()]


def _put(name: str, at: int, length: int, new: str) -> str:
    return name[:at] + new + name[at + length :]


def _like(model: str, new: str) -> str:
    """*new* in capitals if *model* is."""
    return new.upper() if model.isupper() else new


def _exchanged(name: str, chance: Random, pairs: Sequence[tuple[str, str]]) -> str | None:
    """*name* with one of *pairs*, old and new, put into effect somewhere."""
    places = [
        (at, old, new)
        for old, new in pairs
        for at in range(len(name) - len(old) + 1)
        if name[at : at + len(old)] == old
        or (old.islower() and name[at : at + len(old)].lower() == old)
    ]
    if not places:
        return None
    at, old, new = chance.choice(places)
    whole = name.isupper() and len(name) > 1
    return _put(name, at, len(old), new.upper() if whole and old != new.lower() else new)


def doubled(name: str, chance: Random) -> str | None:
    """Addiidas."""
    places = [at for at in _inner(name) if name[at - 1].lower() != name[at].lower()]
    if not places:
        return None
    at = chance.choice(places)
    return _put(name, at, 0, name[at])


def dropped(name: str, chance: Random) -> str | None:
    """Addas; of two alike one is dropped rather: Guci."""
    places = _inner(name)[:-1]
    twins = [at for at in places if name[at - 1].lower() == name[at].lower()]
    if twins and chance.random() < 0.5:
        places = twins
    return _put(name, at, 1, "") if places and (at := chance.choice(places)) else None


def swapped(name: str, chance: Random) -> str | None:
    """Adiads."""
    places = [
        at for at in _inner(name)
        if name[at + 1 : at + 2].isalpha() and name[at].lower() != name[at + 1].lower()
    ]  # fmt: skip
    if not places:
        return None
    at = chance.choice(places)
    return _put(name, at, 2, name[at + 1] + name[at])


def wrong(name: str, chance: Random) -> str | None:
    """Adidss: the key beside."""
    places = [at for at in _inner(name) if name[at].isascii()]
    if not places or len(letters_of(name)) < 5:
        return None
    at = chance.choice(places)
    row = next(row for row in _KEYS if name[at].lower() in row)
    where = row.index(name[at].lower())
    beside = row[max(0, where - 1) : where] + row[where + 1 : where + 2]
    return _put(name, at, 1, _like(name, chance.choice(beside)))


def heard(name: str, chance: Random) -> str | None:
    """Adydas, Guchi: as it sounds."""
    return _exchanged(name, chance, _HEARD)


def vowel(name: str, chance: Random) -> str | None:
    """Adidos."""
    places = [at for at in _inner(name) if name[at].lower() in _VOWELS]
    if not places:
        return None
    at = chance.choice(places)
    others = [char for char in _VOWELS if char != name[at].lower()]
    return _put(name, at, 1, _like(name, chance.choice(others)))


def added(name: str, chance: Random) -> str | None:
    """Adidase, Guhcci: a letter too many."""
    at = chance.choice([*_inner(name), len(name)])
    return _put(name, at, 0, _like(name, chance.choice("eeehhyai")))


def _replaced(name: str, chance: Random, table: Mapping[str, str], most: int) -> str | None:
    places = [at for at, char in enumerate(name) if char.lower() in table or char in table]
    if not places:
        return None
    chosen = chance.sample(places, min(most, len(places)))
    return "".join(
        (table.get(char) or table[char.lower()]) if at in chosen else char
        for at, char in enumerate(name)
    )


def _style(first_small: int, first_large: int, name: str) -> str:
    def styled(char: str) -> str:
        if not (char.isascii() and char.isalpha()):
            return char
        return chr(first_small + ord(char) - 97 if char.islower() else first_large + ord(char) - 65)

    return "".join(map(styled, name))


def accented(name: str, chance: Random, most: int) -> str | None:
    """Adidás."""
    table = {char: chance.choice(marked) for char, marked in _ACCENTS.items()}
    table |= {char.upper(): marked.upper() for char, marked in table.items()}
    return _replaced(name, chance, table, most)


def _parted(name: str, sign: str) -> str:
    return sign.join(char for char in name if char.isalnum())


def halves(name: str, chance: Random, signs: str) -> str | None:
    """Adi das: in two, of two letters or more."""
    places = [
        at for at in range(2, len(name) - 1)
        if name[at - 2 : at + 2].isalpha() and len(name[at - 2 : at + 2]) == 4
    ]  # fmt: skip
    return _put(name, chance.choice(places), 0, chance.choice(signs)) if places else None


def joined(name: str, chance: Random) -> str | None:
    """LouisVuitton, louisvuitton."""
    if " " not in name:
        return None
    whole = name.replace(" ", "")
    return chance.choice((whole, whole.lower()))


def hidden(name: str, chance: Random) -> str | None:
    """Letters parted by what shows nothing."""
    sign = chance.choice(_ZERO_WIDTH)
    places = _inner(name)
    if not places:
        return None
    return sign.join(name) if chance.random() < 0.4 else _put(name, chance.choice(places), 0, sign)


def masked(name: str, chance: Random, signs: str, most: int) -> str | None:
    """Ad*das: signs for letters, vowels mostly, never all of a short word."""
    places = [at for at in _inner(name)[:-1] if name[at + 1].isalpha()]
    vowels = [at for at in places if name[at].lower() in _VOWELS]
    if vowels and most == 1 and chance.random() < 0.7:
        places = vowels
    if len(places) < most or len(letters_of(name)) - most < 3:
        return None
    sign = chance.choice(signs)
    chosen = places[0] if most == 1 else chance.randrange(len(places) - most + 1)
    if most == 1:
        chosen = chance.choice(places)
        return _put(name, chosen, 1, sign)
    first = places[chosen]
    return _put(name, first, most, sign * most) if name[first : first + most].isalpha() else None


def cut(name: str, chance: Random) -> str | None:
    """Balenci: the end is missing."""
    last = name.split()[-1]
    if not last.isalpha() or len(last) < 7:
        return None
    return name[: len(name) - chance.randint(2, len(last) - 5)]


def repeated(name: str, chance: Random) -> str | None:
    """Niiike."""
    at = chance.choice(_inner(name) or [len(name) - 1])
    return _put(name, at, 0, name[at] * chance.randint(2, 3))


def mixed(name: str, chance: Random) -> str | None:
    """Two ways at once: 4did@s, Аdid4s."""
    once = _replaced(name, chance, chance.choice((_DIGITS, _SIGNS)), 1)
    if once is None:
        return None
    return _replaced(once, chance, chance.choice((_CYRILLIC, _SIGNS)), 1)


def _foreign(way: Way) -> Way:
    """*way* for names of other alphabets only."""
    return lambda name, chance: None if name.isascii() else way(name, chance)


WAYS: Mapping[str, Mapping[str, Way]] = {
    "typo": {
        "doubled": doubled, "dropped": dropped, "swapped": swapped, "wrong": wrong,
        "heard": heard, "vowel": vowel, "added": added,
    },
    "leet": {
        "digit": lambda name, chance: _replaced(name, chance, _DIGITS, 1),
        "digits": lambda name, chance: _replaced(name, chance, _DIGITS, 3),
        "sign": lambda name, chance: _replaced(name, chance, _SIGNS, 1),
        "signs": lambda name, chance: _replaced(name, chance, _SIGNS, 3),
    },
    "homoglyph": {
        "cyrillic": lambda name, chance: _replaced(name, chance, _CYRILLIC, 1),
        "cyrillic all": lambda name, chance: _replaced(name, chance, _CYRILLIC, 40),
        "greek": lambda name, chance: _replaced(name, chance, _GREEK, 2),
        "full width": lambda name, chance: _style(0xFF41, 0xFF21, name),
        "mathematical": lambda name, chance: _style(*chance.choice(
            ((0x1D41A, 0x1D400), (0x1D5BA, 0x1D5A0), (0x1D5EE, 0x1D5D4), (0x1D68A, 0x1D670))
        ), name),
        "accent": lambda name, chance: accented(name, chance, 1),
        "accents": lambda name, chance: accented(name, chance, 3),
        "look-alike": lambda name, chance: _exchanged(name, chance, _LOOKS),
    },
    "spaced": {
        "by spaces": lambda name, chance: _parted(name, " "),
        "by signs": lambda name, chance: _parted(name, chance.choice(".-_/|·")),
        "halves": lambda name, chance: halves(name, chance, "  -._/|"),
        "hidden": hidden,
        "joined": joined,
    },
    "deformed": {
        "star": lambda name, chance: masked(name, chance, "*", 1),
        "mask": lambda name, chance: masked(name, chance, ".~_×○#", 1),
        "stars": lambda name, chance: masked(name, chance, "*", chance.choice((2, 3))),
        "cut": cut, "repeated": repeated, "mixed": mixed,
    },
}  # fmt: skip
"""Kind → the name of each way of it → the way."""

FOREIGN_WAYS: Mapping[str, Way] = {
    f"foreign {name}": _foreign(way)
    for name, way in (("doubled", doubled), ("dropped", dropped), ("swapped", swapped))
}
"""Ways to misspell a name in Cyrillic or Arabic letters."""
