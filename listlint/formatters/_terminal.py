"""Text for a terminal or a log: it cannot break a line or pose as a command, and has a width.

Product text may hold anything. What is shown of it stays on its line, moves no cursor and turns
no reading direction. This module knows no report.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import combining, east_asian_width

from listlint.lazily import Lazily

Paint = Callable[[str, str], str]
"""(style, text) → the text in that style: ``red``, ``yellow``, ``blue``, ``green``, ``bold``,
``dim`` or ``underline``, or several of these parted by a space."""

# Controls, line and paragraph separators, marks of direction, invisible formatters and lone
# surrogates. Joiners stay: scripts and emoji need them. And the bracket of a runner's command.
_UNSAFE = Lazily(
    "(?<=##)\\[|[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff]"
)
_NAMED = {"\t": "\\t", "\n": "\\n", "\r": "\\r", "[": "\\["}
_WIDTHLESS = frozenset("\u200c\u200d\ufe0e\ufe0f")
_CODES = {
    "bold": ("1", "22"),
    "dim": ("2", "22"),
    "underline": ("4", "24"),
    "red": ("31", "39"),
    "green": ("32", "39"),
    "yellow": ("33", "39"),
    "blue": ("34", "39"),
}


def shown(text: str, start: int = 0, end: int | None = None) -> str:
    r"""``text[start:end]`` on one line: what cannot be seen is escaped as ``\n`` or ``\u202e``.

    ``##[``, which a GitHub runner takes for a command anywhere in a line, becomes ``##\[``, also
    where it is cut: the parts of a text can be joined again.
    """
    part = text[start:end]
    if part.isprintable() and "##[" not in text:
        return part
    pieces, at = [], start
    for match in _UNSAFE.finditer(text, start, len(text) if end is None else end):
        pieces += [text[at : match.start()], _escape(match)]
        at = match.end()
    return "".join((*pieces, text[at:end]))


def width(text: str) -> int:
    """How many columns a terminal gives to *text*, which is `shown`: wide characters take two."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def padded(text: str, columns: int) -> str:
    """*text* filled with spaces to *columns*; unchanged where it is as wide or wider."""
    return text + " " * (columns - width(text))


def counted(count: int, noun: str) -> str:
    """``1 product``, ``2 products``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def painter(colour: bool) -> Paint:
    """What colours text by ANSI codes, or leaves it as it is."""
    return _coloured if colour else _plain


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    return _NAMED.get(char) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def _columns(char: str) -> int:
    if char in _WIDTHLESS or combining(char):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def _plain(style: str, text: str) -> str:
    return text


def _coloured(style: str, text: str) -> str:
    if not text:
        return text
    for name in style.split():
        begin, end = _CODES[name]
        text = f"\x1b[{begin}m{text}\x1b[{end}m"
    return text
