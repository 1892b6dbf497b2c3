"""How names of attributes are compared: as a buyer reads them, not as a keyboard writes them.

Shared by the rules that look for one attribute under two names. It knows names only, no values.
"""

from collections.abc import Iterable

from listlint.wordscan import fold

_MARKS = str.maketrans("", "", " _-./:()[]#*,'&：（）　\t\x1f")
_MOST = 10_000


class _Read(dict[str, str]):
    """A name → how it is read; worked out once each, since a catalog has few names."""

    def __missing__(self, name: str) -> str:
        if len(self) >= _MOST:  # of products, whose names have no bound
            self.clear()
        read = self[name] = fold(name).translate(_MARKS).replace("colour", "color")
        return read


as_read = _Read().__getitem__
"""A name without case, width, spaces and punctuation, spelled the American way.

A name of punctuation alone becomes empty.
"""


def folded(names: Iterable[str]) -> list[str]:
    """Each of *names* `as_read`."""
    return list(map(as_read, names))
