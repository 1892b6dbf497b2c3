"""The facts of a picture that rules see: plain frozen values.

They come from a file's header (`ImageFile`), from one bounded decode (`ImagePixels`), or from a
file of facts about pictures that are elsewhere (`read_facts`). This module opens no file and
knows no decoder.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from listlint.imageformats import OTHERS, format_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Status = Literal["ok", "missing", "outside", "unreadable", "remote", "pointer"]
"""What stands behind the source of a picture.

``ok``: a picture, or facts about one; ``missing``: no such file; ``outside``: not a file of the
catalog, so it was not opened; ``unreadable``: a file, and no picture that can be opened;
``remote``: an address, not fetched; ``pointer``: Git LFS keeps the content elsewhere.
"""

Fault = Literal[
    "empty",
    "folder",
    "no-access",
    "not-a-file",
    "not-a-picture",
    "cut-off",
    "damaged",
    "too-many-bytes",
    "too-many-pixels",
    "too-costly",
]
"""Why there is no picture that can be opened, or why it was not tried."""

MAX_BYTES = 32 * 1024 * 1024
"""Larger files are not read. No marketplace takes more than 20 MB a picture."""

MAX_PIXELS = {"jpeg": 64_000_000, "png": 64_000_000, "webp": 25_000_000}
"""By format, the pixels of the largest picture that is decoded; no other format is.

64 million are the most that a marketplace takes (Google). The decoder needs up to 6 bytes a pixel
for a progressive JPEG, 5 for a PNG and 16 for a WebP: 400 MB at most.
"""


@dataclass(frozen=True, slots=True)
class ImageFile:
    """What is known of a picture without decoding it; None wherever it is not known.

    *format* is told by the content, never by the name; for a file that is no picture it may be
    ``html``, ``pdf``, ``video`` or ``zip``. *width* and *height* are pixels as stored, before any
    rotation that EXIF asks for. *path* is the file's path below the catalog's root, for messages.
    *nearest* is a name in the same folder that may have been meant where the file is missing.
    *reader* reads the digest of a file at hand; ask `digest`.
    """

    status: Status = "ok"
    format: str | None = None
    width: int | None = None
    height: int | None = None
    bytes: int | None = None
    sha256: str | None = None
    error: Fault | None = None
    path: str = ""
    nearest: str | None = None
    reader: Callable[[], str | None] | None = field(default=None, repr=False, compare=False)

    @property
    def shown(self) -> str:
        """The path for a message: its end, where it is long."""
        return self.path if len(self.path) <= 80 else f"…{self.path[-79:]}"

    def digest(self) -> str | None:
        """The SHA-256 of the content in hexadecimal digits.

        A local file is read for it when asked and not before: ask only where it can decide.
        """
        return self.sha256 or (self.reader() if self.reader else None)


@dataclass(frozen=True, slots=True)
class SmallCopy:
    """A picture made small, for rules that look at it: *rgb* holds its rows, 3 bytes a pixel.

    What was transparent is white.
    """

    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True, slots=True)
class ImagePixels:
    """What one decode tells: *error* where the picture is damaged, else its *small* copy.

    Both are None where there was nothing to decode: the picture is not at hand, or is of a format
    that is known by name only. *file* holds the facts of the header.
    """

    file: ImageFile = ImageFile()
    error: Fault | None = None
    small: SmallCopy | None = None


_POINTER = re.compile(
    rb"version https://git-lfs\.github\.com/spec/v1\r?\n"
    rb"(?:ext-[^\n]*\n)*oid sha256:([0-9a-f]{64})\r?\nsize ([0-9]{1,18})\r?\n?"
)
POINTER_BYTES = 1024
"""Git LFS writes no pointer longer than this."""


def read_pointer(data: bytes, path: str) -> ImageFile | None:
    """The facts that a Git LFS pointer file at *path* holds; None if *data* is no pointer."""
    found = _POINTER.fullmatch(data)
    if found is None:
        return None
    return ImageFile("pointer", bytes=int(found[2]), sha256=found[1].decode(), path=path)


Facts = dict[str, ImageFile]
"""Facts of pictures by their source as products name it, or by path below the catalog's root."""


def read_facts(lines: Iterable[bytes]) -> tuple[Facts, list[tuple[int, str]]]:
    """Read a file of facts: lines of ``{"src", "width", "height", "bytes", "format", "sha256"}``.

    All but ``src`` may be left out; other keys are passed over. Empty lines count but say
    nothing. Returns the facts of the good lines, and (line number, what is wrong) of the bad.
    """
    import orjson

    facts: Facts = {}
    faults: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            src, file = _fact(orjson.loads(line))
            if facts.get(src, file) != file:
                raise ValueError(f"{src!r} has other facts on an earlier line")
        except ValueError as error:  # JSONDecodeError is one
            faults.append((number, str(error)))
        else:
            facts[src] = file
    return facts, faults


def _fact(entry: Any) -> tuple[str, ImageFile]:
    if not isinstance(entry, dict):
        raise ValueError('a line is an object, {"src": …, "width": …}')
    src = entry.get("src")
    if not isinstance(src, str) or not src:
        raise ValueError('"src" must name the picture')
    name = entry.get("format")
    kind = format_named(name) if isinstance(name, str) else None
    if name is not None and kind is None:
        raise ValueError(f'"format" is no picture format that is known: {name!r}')
    digest = entry.get("sha256")
    if digest is not None and not (
        isinstance(digest, str) and re.fullmatch("[0-9a-fA-F]{64}", digest)
    ):
        raise ValueError('"sha256" must have 64 hexadecimal digits')
    other = kind in OTHERS
    return src, ImageFile(
        "unreadable" if other else "ok",
        kind,
        _count(entry, "width", 1),
        _count(entry, "height", 1),
        _count(entry, "bytes", 0),
        digest and digest.lower(),
        error="not-a-picture" if other else None,
        path=src,
    )


def _count(entry: dict[str, Any], name: str, least: int) -> int | None:
    value = entry.get(name)
    if value is None or (type(value) is int and value >= least):
        return value
    raise ValueError(f'"{name}" must be a whole number from {least}, not {value!r}')
