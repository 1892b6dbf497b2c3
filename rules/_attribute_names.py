"""How names of attributes are compared: as a buyer reads them, not as a keyboard writes them.

Shared by the rules that look for one attribute under two names. It knows names only, no values.
"""

from collections.abc import Sequence

from listlint.wordscan import fold

_PARTED = "\x1f"
_MARKS = str.maketrans("", "", " _-./:()[]#*,'&：（）　\t")


def folded(names: Sequence[str]) -> list[str]:
    """*names* without case, width, spaces and punctuation, spelled the American way.

    A name of punctuation alone becomes empty.
    """
    joined = _PARTED.join(names)
    if joined.count(_PARTED) >= len(names):  # a name holds the mark itself
        return [folded([name.replace(_PARTED, " ")])[0] for name in names]
    return fold(joined).translate(_MARKS).replace("colour", "color").split(_PARTED)
