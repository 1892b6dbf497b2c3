"""Where reports go: which format to which file, and how a file is written.

A file has the whole report or the old one, never half of either. What is no file, a pipe or a
device, is written into and stays what it is. This module prints nothing and knows no findings.
"""

# ruff: noqa: PTH101, PTH105, PTH108, PTH116, PTH118, PTH123
# Names are the user's, and are told as they were given.

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Literal, TextIO

from listlint.errors import UsageError, unknown
from listlint.formatters import NAMES, formatter
from listlint.report import Formatter

PIECE = 65536
"""How many characters of a report are written at once, at least."""

_STREAMS = {"/dev/stdout": 1, "/dev/stderr": 2}


def targets(
    formats: tuple[str, ...], output_file: str | None
) -> list[tuple[Formatter, str | None]]:
    """Each format asked for (``NAME`` or ``NAME=FILE``), with its file; None: standard output."""
    found: list[tuple[Formatter, str | None]] = []
    for asked in formats or NAMES[:1]:
        name, equals, file = asked.partition("=")
        if name not in NAMES:
            raise UsageError(unknown(name, NAMES, "format"))
        if equals and not file:
            raise UsageError(f"'-f {asked}' names no file; write NAME=FILE, or only NAME.")
        found.append((formatter(name), file or None))
    open_ones = [index for index, (_, file) in enumerate(found) if file is None]
    if output_file is not None:
        if not output_file:
            raise UsageError("-o names no file.")
        if len(open_ones) != 1:
            raise UsageError("-o goes with one format; write -f NAME=FILE for each.")
        found[open_ones[0]] = (found[open_ones[0]][0], output_file)
    elif len(open_ones) > 1:
        raise UsageError("only one format can go to standard output; write -f NAME=FILE.")
    return found


def pour(chunks: Iterable[str], file: TextIO) -> None:
    """Write *chunks* to *file*, in large pieces."""
    held: list[str] = []
    size = 0
    for chunk in chunks:
        held.append(chunk)
        size += len(chunk)
        if size > PIECE:
            file.write("".join(held))
            held, size = [], 0
    file.write("".join(held))
    file.flush()


def write(chunks: Iterable[str], target: str) -> None:
    """Write *chunks* to the file *target*; UsageError, and the old file, where that fails."""
    with _told(target), _opened(target) as file:
        pour(chunks, file)


def append(chunks: Iterable[str], target: str) -> None:
    """Add *chunks* to the file *target*; UsageError where that fails."""
    with _told(target), _text(target, "a") as file:
        pour(chunks, file)


@contextmanager
def _told(target: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        pass  # a pipe whose reader left, as `| head` does: there is nobody to tell
    except OSError as error:
        raise UsageError(f"{target}: {error.strerror or error}.") from error


@contextmanager
def _opened(target: str) -> Iterator[TextIO]:
    """*target* for writing: beside, then renamed, if it is a file or there is none yet."""
    if target in _STREAMS:
        # Not opened by its name: that would empty the file that the stream leads to.
        with _text(os.dup(_STREAMS[target]), "w") as file:
            yield file
        return
    try:
        mode = os.stat(target).st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None and not stat.S_ISREG(mode):
        with _text(target, "w") as file:
            yield file
        return
    real = os.path.realpath(target)  # of a link, the file that it leads to is replaced
    folder, name = os.path.split(real)
    beside = os.path.join(folder, f".{name[:32]}.{os.getpid()}.tmp")
    file = _text(beside, "x")
    try:
        with file:
            if mode is not None:
                os.chmod(beside, stat.S_IMODE(mode))
            yield file
        os.replace(beside, real)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(beside)


def _text(target: str | int, mode: Literal["w", "x", "a"]) -> TextIO:
    # Names of files may hold what is no UTF-8; that must not cost the report.
    return open(target, mode, encoding="utf-8", errors="backslashreplace", newline="\n")
