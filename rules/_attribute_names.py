"""How names of attributes are compared: as a buyer reads them, not as a keyboard writes them.

Shared by the rules that look for one attribute under two names. It knows names only, no values.
"""

from listlint.wordscan import fold

from ._remembered import Remembered

_MARKS = str.maketrans("", "", " _-./:()[]#*,'&：（）　\t\x1f")


def _read(name: str) -> str:
    return fold(name).translate(_MARKS).replace("colour", "color")


as_read = Remembered(_read).__getitem__
"""A name without case, width, spaces and punctuation, spelled the American way.

A name of punctuation alone becomes empty.
"""
