"""The source around a finding, read from its file when a report shows it.

Bounded: of a line of any length only a window is read. This module knows no formats.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from listlint.model import Diagnostic
from listlint.report import Excerpt, Result

BEFORE = 60
AFTER = 100
"""How many bytes of a line are shown before and after the start of a finding, about."""

_BLANK = dict.fromkeys((*range(32), 127, 133, 8232, 8233), " ")


def excerpts(given: Mapping[str, bytes]) -> Callable[[Result, Diagnostic], Excerpt | None]:
    """A reader of excerpts; *given* maps absolute path → bytes of what is in no file, such as
    standard input."""

    def excerpt(result: Result, diagnostic: Diagnostic) -> Excerpt | None:
        try:
            with _opened(result, given) as file:
                return _excerpt(file, diagnostic)
        except OSError:
            return None

    return excerpt


def _opened(result: Result, given: Mapping[str, bytes]) -> BinaryIO:
    data = given.get(result.absolute)
    if data is not None:
        return io.BytesIO(data)
    return Path(result.absolute).open("rb")


def _excerpt(file: BinaryIO, diagnostic: Diagnostic) -> Excerpt | None:
    start = max(diagnostic.start, 0)
    window = max(0, start - BEFORE)
    file.seek(window)
    data = file.read(start - window + AFTER)
    left = data[: start - window]
    right = data[start - window :]
    line_left = left.rpartition(b"\n")[2]
    line_right, newline, _ = right.partition(b"\n")
    before = window > 0 and len(line_left) == len(left)
    after = not newline and len(right) == AFTER
    text_left = _text(line_left)
    marked = line_right[: max(1, diagnostic.end - start)]
    text_marked = _text(marked)
    rest = _text(line_right[len(marked) :])
    shown_left = text_left if before else text_left.lstrip()
    text = shown_left + text_marked + rest.rstrip()
    return Excerpt(text, len(shown_left), len(shown_left) + max(1, len(text_marked)), before, after)


def _text(data: bytes) -> str:
    # A window may cut a character; what is left of it is not shown.
    return data.decode("utf-8", "ignore").translate(_BLANK)
