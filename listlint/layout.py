"""Text laid out for a terminal: wrapped, in columns, JSON on as few lines as fit.

Widths are those of a terminal, where a Chinese character takes two columns. This module knows
nothing of what the text is about, and prints nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from listlint.formatters._terminal import padded, width

COLUMNS = 100
"""No line is wider, but for a word of code that cannot be broken."""

_UNBROKEN = 34
"""Words of a table up to this width are not cut."""

_GAP = "  "
_BULLET = re.compile(r"(?:[-*]|[0-9]+\.) ")
_MARKS = re.compile(
    r"\*\*(.+?)\*\*|(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])|`{1,2}([^`]+)`{1,2}", re.DOTALL
)


def wrapped(
    text: str, columns: int = COLUMNS, first: str = "", rest: str | None = None
) -> Iterator[str]:
    """*text* on lines of at most *columns*, begun by *first*, then *rest* (else as wide a blank).

    Words are parted at spaces; one that is wider than a line is cut.
    """
    begin = first
    following = " " * width(first) if rest is None else rest
    line = ""
    for word in text.split():
        room = columns - width(begin)
        if line and width(line) + 1 + width(word) <= room:
            line += f" {word}"
            continue
        if line:
            yield begin + line
            begin, room = following, columns - width(following)
        while width(word) > room:
            head = fitting(word, room)
            yield begin + head
            begin, room, word = following, columns - width(following), word[len(head) :]
        line = word
    if line:
        yield begin + line


def fitting(text: str, columns: int) -> str:
    """As much of the beginning of *text* as *columns* hold, but at least one character."""
    taken = 0
    for index, char in enumerate(text):
        taken += width(char)
        if taken > columns and index:
            return text[:index]
    return text


def shortened(text: str, columns: int) -> str:
    """*text*, cut with an ellipsis where it is wider than *columns*."""
    return text if width(text) <= columns else f"{fitting(text, columns - 1).rstrip()}…"


def table(
    rows: Sequence[Sequence[str]], columns: int = COLUMNS, indent: str = "  "
) -> Iterator[str]:
    """*rows* with their cells lined up; where they are too wide, the widest cells are wrapped."""
    widths = [max(map(width, cells)) for cells in zip(*rows, strict=True)]
    least = [_widest_word(cells) for cells in zip(*rows, strict=True)]
    room = columns - width(indent) - len(_GAP) * (len(widths) - 1)
    while sum(widths) > room:
        wrappable = [index for index, size in enumerate(widths) if size > least[index]]
        if not wrappable:
            break
        widths[max(wrappable, key=widths.__getitem__)] -= 1
    for row in rows:
        cells = [list(wrapped(cell, size)) or [""] for cell, size in zip(row, widths, strict=True)]
        for line in range(max(map(len, cells))):
            parts = (
                padded(cell[line] if line < len(cell) else "", size)
                for cell, size in zip(cells, widths, strict=True)
            )
            yield (indent + _GAP.join(parts)).rstrip()


def _widest_word(cells: Sequence[str]) -> int:
    return min(_UNBROKEN, max((width(word) for cell in cells for word in cell.split()), default=0))


def cut(text: str, columns: int) -> Iterator[str]:
    """*text*, such as a regular expression, in pieces of at most *columns*, nothing changed."""
    while text:
        piece = fitting(text, columns)
        yield piece
        text = text[len(piece) :]


def prose(markdown: str, columns: int = COLUMNS) -> Iterator[str]:
    """The paragraphs, lists and blocks of code of *markdown* as plain text."""
    for index, block in enumerate(re.split(r"\n\s*\n", markdown.strip("\n"))):
        if index:
            yield ""
        lines = block.splitlines()
        if all(line.startswith("    ") for line in lines):
            yield from lines
        elif any(_BULLET.match(line) for line in lines):
            yield from _listed(lines, columns)
        else:
            yield from wrapped(plain(block), columns)


def plain(markdown: str) -> str:
    """*markdown* without the marks of emphasis and of code."""
    return _MARKS.sub(lambda match: match[1] or match[2] or match[3], markdown)


def _listed(lines: Sequence[str], columns: int) -> Iterator[str]:
    items: list[list[str]] = []
    for line in lines:
        if _BULLET.match(line) or not items:
            items.append([])
        items[-1].append(line)
    for item in items:
        text = plain(" ".join(item))
        bullet = _BULLET.match(text)
        begin = bullet[0] if bullet else ""
        yield from wrapped(text[len(begin) :], columns, begin)


def json_lines(value: Any, columns: int = COLUMNS) -> list[str]:
    """*value* as JSON: on one line where that fits, else an entry a line.

    Characters that cannot be seen are written as escapes.
    """
    text = visible(json.dumps(value, ensure_ascii=False))
    if width(text) <= columns or not isinstance(value, dict | list) or not value:
        return [text]
    if isinstance(value, dict):
        opening, closing = "{", "}"
        entries = [
            (f"{visible(json.dumps(name, ensure_ascii=False))}: ", each)
            for name, each in value.items()
        ]
    else:
        opening, closing = "[", "]"
        entries = [("", each) for each in value]
    lines = [opening]
    for index, (name, each) in enumerate(entries):
        first, *more = json_lines(each, columns - 2 - width(name))
        comma = "," if index < len(entries) - 1 else ""
        inner = [f"  {name}{first}", *(f"  {line}" for line in more)]
        inner[-1] += comma
        lines += inner
    return [*lines, closing]


def visible(text: str) -> str:
    """*text* with what cannot be seen as a JSON escape, such as a zero-width space."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in text)
