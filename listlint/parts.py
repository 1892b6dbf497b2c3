"""A piece of work and what came of it: plain values that travel between processes.

A part is a file, or a byte range of one that is cut at lines. This module judges nothing and knows
no rules and no settings.
"""

# ruff: noqa: PTH123
# Files are opened by name: a catalog may have thousands, and a path object costs more than that.

from __future__ import annotations

import io
from collections.abc import Iterator

from listlint.document import Where, is_lines, read_document, read_lines
from listlint.namedtuples import NamedTuple
from listlint.record import Record
from listlint.report import Counts

HEAD = 65536
"""How much of a file tells whether it is JSON Lines."""


class Part(NamedTuple):
    """A piece of work: a file, or the lines of it that begin in ``[start, end)``.

    *settings* is the index of the file's settings among the run's. *root* is the catalog's root.
    *data* is set for standard input. *end* is None for a whole file, read at once. *size* is how
    many bytes there are to read, 0 where that cannot be known.
    """

    path: str
    root: str
    named: bool
    settings: int
    start: int = 0
    end: int | None = None
    known_non_product: bool = False
    data: bytes | None = None
    size: int = 0


class Outcome:
    """What came of a part; plain values that travel between processes.

    *rows* is a marshalled list of (index of the record, its diagnostics as tuples), lines counted
    from the part's start. *keys* maps rule → (digests, record indices) as array bytes. *lines* is
    what the next part of the file is shifted by. *pointers* are the paths of pictures that are
    Git LFS pointers, at most one more than `MOST_POINTERS`. *unplaced* counts products
    that go to no known platform. *answered* are (platform, its key of a product) whose imported
    issues were told. *nowhere* says that the products are not where they should be,
    *error* why nothing could be read.
    """

    def __init__(self, error: str | None = None) -> None:
        self.counts = Counts()
        self.rows = b""
        self.keys: dict[str, tuple[bytes, bytes]] = {}
        self.by_rule: dict[str, int] = {}
        self.lines = 0
        self.passed_over = 0
        self.pointers: set[str] = set()
        self.crashed = False
        self.unplaced = 0
        self.nowhere = ""
        self.answered: set[tuple[str, str | None]] = set()
        self.error = error


def records(
    part: Part, outcome: Outcome, products: tuple[str, ...] | None, where: Where
) -> Iterator[Record]:
    """The records of *part*; of a range, *outcome* is told how many lines it has.

    *products* and *where* tell where they are in a document, as `read_document` takes them.
    """
    if part.end is not None:
        with open(part.path, "rb") as file:
            yield from read_lines(file, part.start, part.end)
            outcome.lines = _lines_begun(file, part.start, part.end)
        return
    data = part.data
    if data is None:
        with open(part.path, "rb") as file:
            data = file.read()
    if is_lines(part.path, data[:HEAD]):
        yield from read_lines(io.BytesIO(data), 0, len(data))
    else:
        yield from read_document(data, products, None if products else where)


def _lines_begun(file: io.BufferedReader, start: int, end: int) -> int:
    """How many lines of *file* begin in ``[start, end)``, which need not be cut at lines."""
    # One begins at 0 and one byte after each newline: so the newlines are counted a byte earlier.
    file.seek(max(start - 1, 0))
    left = end - max(start, 1)
    lines = int(start == 0 < end)
    while left > 0 and (block := file.read(min(left, 1 << 20))):
        lines += block.count(b"\n")
        left -= len(block)
    return lines
