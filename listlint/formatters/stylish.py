"""For people: ESLint's layout, with the product and the platforms that each finding is about.

::

    catalog/mugs.json
      12:5   error    9 pictures; at most 8 are shown. Remove 1.  images/max-items  MUG-1 · dhgate
      40:14  warning  The title holds the year 2019.              title/year        MUG-7 · dhgate

    ✖ 2 problems (1 error, 1 warning) in 12 products

Files without findings are not listed. Columns are code points. The cells of a file line up as
far as its first findings tell: a file of a million findings is not held in memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from listlint.formatters._selection import shown_messages, summary
from listlint.formatters._terminal import Paint, padded, painter, shown, width
from listlint.model import Diagnostic, Level
from listlint.report import Report, Result

_MEASURED = 1000
_WIDEST = 100
"""A message wider than this pushes what follows it, instead of all cells of the file."""

LEVELS = {
    Level.ERROR: ("error", "red"),
    Level.WARN: ("warning", "yellow"),
    Level.INFO: ("info", "blue"),
}
"""The word and the colour of each level that is reported."""

Cells = tuple[str, str, Level, str, str, str]
"""line, column, level, message, rule, product and platforms; texts are `shown`."""


def render(report: Report) -> Iterator[str]:
    """The files that have findings, then the summary."""
    paint = painter(report.colour)
    before = ""
    for result in report.results:
        for text in _file(report, result, paint):
            yield text
            before = "\n"
    yield before + summary(report, paint)


def owner(diagnostic: Diagnostic) -> str:
    """What *diagnostic* is about, shown: ``MUG-1 · dhgate``; either part may be missing."""
    product = shown(diagnostic.product or "")
    platforms = shown(", ".join(diagnostic.platforms))
    return f"{product} · {platforms}" if product and platforms else product or platforms


def shown_path(path: str) -> str:
    """*path*, shown; at the start of a line a CI system must not take it for a command."""
    path = shown(path)
    return f"./{path}" if path.lstrip().startswith("::") else path


def _file(report: Report, result: Result, paint: Paint) -> Iterator[str]:
    rows = map(_cells, shown_messages(report, result))
    first = list(islice(rows, _MEASURED))
    if not first:
        return
    yield f"\n{paint('underline', shown_path(result.path))}\n"
    widths = _widths(first)
    for row in chain(first, rows):
        yield _line(row, widths, paint)


def _cells(each: Diagnostic) -> Cells:
    return (
        str(each.line),
        str(each.column),
        each.level,
        shown(each.message),
        shown(each.rule),
        owner(each),
    )


def _widths(rows: list[Cells]) -> tuple[int, int, int, int, int]:
    lines, columns, levels, messages, rules, _ = zip(*rows, strict=True)
    fitting = [size for size in map(width, messages) if size <= _WIDEST]
    return (
        max(map(len, lines)),
        max(map(len, columns)),
        max(len(LEVELS[level][0]) for level in levels),
        max(fitting, default=0),
        max(map(width, rules)),
    )


def _line(row: Cells, widths: tuple[int, int, int, int, int], paint: Paint) -> str:
    line, column, level, message, rule, about = row
    word, style = LEVELS[level]
    place = f"{line.rjust(widths[0])}:{column}"
    gap = " " * (widths[1] - len(column))
    if about:
        rule = padded(rule, widths[4])
    return (
        f"  {paint('dim', place)}{gap}  {paint(style, word)}{' ' * (widths[2] - len(word))}"
        f"  {padded(message, widths[3])}  {paint('dim', rule)}{'  ' if about else ''}{about}\n"
    )
