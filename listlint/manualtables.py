"""The parts that several pages of the manual on a terminal have: headings, tables, sources.

Each function yields lines of plain text without line ends; nothing is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from listlint.formatters._terminal import padded, width
from listlint.layout import COLUMNS, table, wrapped
from listlint.manualfacts import CONFIDENCE, Source

INDENT = "  "
GAP = "  "
BELOW = " " * 8
"""What begins a text that stands below its row."""


def heading(text: str) -> Iterator[str]:
    """A blank line, then *text*."""
    yield ""
    yield text


def full_table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The table of *rows*, a head first, without the columns that say nothing."""
    kept = [index for index in range(len(rows[0])) if any(row[index] for row in rows[1:])]
    yield from table([[row[index] for index in kept] for row in rows])


def open_table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The table of *rows*, a head first, with a text last: below its row where it is too long."""
    widths = [max(map(width, cells)) for cells in zip(*(row[:-1] for row in rows), strict=True)]
    for row in rows:
        line = INDENT + GAP.join(map(padded, row[:-1], widths))
        if width(line) + len(GAP) + width(row[-1]) <= COLUMNS:
            yield f"{line}{GAP}{row[-1]}".rstrip()
        else:
            yield line.rstrip()
            yield from wrapped(row[-1], COLUMNS, BELOW)


def titles(cited: Iterable[tuple[str, Source]]) -> Iterator[str]:
    """Which source each key means: *cited* are (platform, source), equal titles told once."""
    platforms: dict[tuple[str, str], dict[str, None]] = {}
    for platform, source in cited:
        if source.title:
            platforms.setdefault((source.key, source.title), {})[platform] = None
    if platforms:
        yield from heading("Sources")
        yield from table([(", ".join(names), *source) for source, names in platforms.items()])


def confidences(sources: Iterable[Source]) -> Iterator[str]:
    """What the marks of confidence of *sources* mean."""
    used = {source.confidence for source in sources}
    known = [(mark, means) for mark, means in CONFIDENCE.items() if mark in used]
    if known:
        yield ""
        yield from wrapped(
            f"Confidence {'; '.join(f'{mark}: {means}' for mark, means in known)}.", COLUMNS, "  "
        )


def cited(source: Source) -> str:
    """*source* in one line: its title, when it was read, how sure it is."""
    parts = (source.title, source.read and f"read {source.read}",
             source.confidence and f"confidence {source.confidence}")  # fmt: skip
    return ", ".join(part for part in parts if part)
