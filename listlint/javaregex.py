"""Regular expressions of others, written for Java, as far as our validators read them alike.

This module knows nothing of platforms and files.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

_CLASSES = {"d": "0-9", "w": "A-Za-z0-9_"}
_MEANT_OTHERWISE = frozenset("bBDWSpPGZQERXNkxc0123456789")
_HEX = frozenset("0123456789abcdefABCDEF")


def readable(pattern: str) -> str:
    """*pattern* in a form that means the same here; empty where there is none.

    It must be bound to the whole text by ``^`` and ``$``: else it is not told whether a part of
    the text is meant. Classes such as ``\\d`` are written out, since they differ in Unicode.
    """
    if not pattern.startswith("^") or not pattern.endswith("$") or pattern.endswith("\\$"):
        return ""
    written = []
    inside = False
    characters = iter(pattern)
    for char in characters:
        if char == "\\":
            char = next(characters, "")
            if not char or char in _MEANT_OTHERWISE:
                return ""
            char = _code(characters) if char == "u" else _escaped(char, inside)
        elif char == "[":
            if inside:  # a union in Java, a bracket elsewhere
                return ""
            inside = True
        elif char == "]":
            inside = False
        elif char == "&" and inside:  # an intersection in Java
            return ""
        if not char:
            return ""
        written.append(char)
    found = "".join(written)

    from listlint.schema import is_limit

    return found if is_limit("pattern", found) else ""


def _escaped(char: str, inside: bool) -> str:
    listed = _CLASSES.get(char)
    if listed is None:
        return f"\\{char}"
    return listed if inside else f"[{listed}]"


def _code(characters: Iterator[str]) -> str:
    """The character that the next four hexadecimal digits tell; empty where they tell none."""
    digits = "".join(itertools.islice(characters, 4))
    if len(digits) < 4 or not _HEX.issuperset(digits):
        return ""
    char = chr(int(digits, 16))
    return char if char.isalnum() else ""
