"""JSON Lines → records, one line at a time, for the whole file or for a range of its bytes.

Memory is one line, whatever the file's size. A line that is no JSON is a record with a problem,
and the next line is read. This module knows no rules, configuration or command line, and opens no
file: it reads a binary file that is handed in.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterator
from typing import BinaryIO, Final

import orjson

from listlint.record import (
    BLANK,
    BOM_PROBLEM,
    REFUSALS,
    Record,
    foreign_encoding,
    foreign_problem,
    keys_differ,
    read_one,
)

SUFFIXES: Final = (".jsonl", ".ndjson", ".jl")
_PIECE: Final = 1 << 20


def read_lines(file: BinaryIO, start: int = 0, end: int = sys.maxsize) -> Iterator[Record]:
    """The records of the lines of *file* that begin at *start* or later and before *end*.

    So ranges that cover the file give each record once, wherever they are cut. Lines count from 1
    in each range, offsets from the start of the file; blank lines are no records. With a *start*
    of 0 the file is read from where it stands, and need not be seekable.

    A byte order mark is a problem of its line, whose product is delivered all the same; a file in
    UTF-16 or UTF-32 is one record with one problem.
    """
    loads, dumps, newline = orjson.loads, orjson.dumps, orjson.OPT_APPEND_NEWLINE
    offset = 0
    if start > 0:
        file.seek(0)
        if foreign_encoding(file.readline(4)):
            return  # told once, in the range that owns the first line
        file.seek(start - 1)
        offset = start - 1 + _skip_line(file)
    index = 0
    for number, data in enumerate(file, 1):
        if offset >= end:
            break
        try:
            value = loads(data)
            written = dumps(value, None, newline)
            # Many files are as compact as orjson writes: the cheapest proof, without a call.
            sound = written == data or keys_differ(data, written)
        except REFUSALS:
            sound = False
        if sound:
            yield Record(value, data, offset, index, (), (), number)
            index += 1
        elif offset == 0 and (encoding := foreign_encoding(data[:4])):
            yield Record(None, data, 0, -1, (), (foreign_problem(encoding),))
            return
        elif (text := data.removeprefix(codecs.BOM_UTF8)).strip(BLANK):
            value, problems = read_one(text)
            mark = len(data) - len(text)
            if mark:
                problems = (BOM_PROBLEM, *problems)
            yield Record(value, text, offset + mark, index, (), problems, number)
            index += 1
        offset += len(data)


def line_ranges(file: BinaryIO, size: int, chunk: int) -> list[tuple[int, int]]:
    """The *size* bytes of *file* in ranges of about *chunk* bytes, each begun where a line does.

    They cover the file without gaps. A range is longer where a line is.
    """
    if chunk < 1:
        raise ValueError("a range has at least one byte")
    ranges = []
    start = 0
    while start < size:
        end = size
        if start + chunk < size:
            file.seek(start + chunk - 1)
            end = min(start + chunk - 1 + _skip_line(file), size)
        ranges.append((start, end))
        start = end
    return ranges


def is_lines(name: str, head: bytes) -> bool:
    """Whether the file *name* that begins with *head* is JSON Lines.

    Its suffix says so; or its first line that is not blank is a complete object or array, and
    more follows, which no JSON text can be, however it is laid out. *head* should hold the first
    line and some of the next.
    """
    if name.lower().endswith(SUFFIXES):
        return True
    first, _, rest = head.removeprefix(codecs.BOM_UTF8).lstrip(BLANK).partition(b"\n")
    if not first.startswith((b"{", b"[")) or not rest.strip(BLANK):
        return False
    try:
        orjson.loads(first)
    except orjson.JSONDecodeError:
        return False
    return True


def _skip_line(file: BinaryIO) -> int:
    """Read to the end of the line, however long, and say how many bytes that took."""
    passed = 0
    while piece := file.readline(_PIECE):
        passed += len(piece)
        if piece.endswith(b"\n"):
            break
    return passed
