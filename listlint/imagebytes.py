"""The bytes of a picture file: its format, its size, and the part that makes pixels.

Everything here is a pure function of bytes and takes time and memory in proportion to them at
most. Metadata (EXIF, ICC profiles, comments) is stepped over and never interpreted: no rule needs
it, and it is where decoders are attacked and where they complain of trifles. This module opens no
file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD_BYTES = 65_536
"""How much of a file `format_of` and `size_of` want to see first."""

MAX_SEGMENTS = 65_536
"""More JPEG segments or PNG chunks than this are not walked; real files have below 10 000."""


class CutOff(ValueError):
    """The bytes end before the picture does."""


class TooCostly(ValueError):
    """The file is built so that reading it takes more work than a picture should."""


_MAGIC = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"II+\0", "tiff"),
    (b"MM\0+", "tiff"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "jpeg2000"),
    (b"\xff\x4f\xff\x51", "jpeg2000"),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "jxl"),
    (b"\xff\x0a", "jxl"),
    (b"8BPS\0\x01", "psd"),
    (b"%!PS-Adobe", "eps"),
    (b"\xc5\xd0\xd3\xc6", "eps"),
    (b"%PDF-", "pdf"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"PK\x03\x04", "zip"),
)
_BRANDS = {
    b"avif": "avif",
    b"avis": "avif",
    b"heic": "heif",
    b"heix": "heif",
    b"heim": "heif",
    b"heis": "heif",
    b"hevc": "heif",
    b"hevx": "heif",
    b"mif1": "heif",
    b"msf1": "heif",
}
# The sizes that a BMP's second header may have: two letters alone are too weak a sign.
_BMP_HEADERS = (12, 16, 40, 52, 56, 64, 108, 124)


def format_of(head: bytes) -> str | None:
    """The format that the first bytes of a file tell, if they tell a known one."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        # A generic HEIF brand first, AVIF among the compatible ones: an AVIF.
        compatible = head[16 : min(int.from_bytes(head[:4], "big"), 256)]
        brand = _BRANDS.get(head[8:12], "video")
        return "avif" if brand == "heif" and b"avif" in compatible else brand
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADERS:
        return "bmp"
    return _markup(head)


def _markup(head: bytes) -> str | None:
    text = head[:2048].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if not text.startswith(b"<"):
        return None
    if text.startswith((b"<!doctype html", b"<html")):
        return "html"
    if b"<svg" in text:
        return "svg"
    return "html" if b"<html" in text or b"<!doctype html" in text else None


def size_of(data: bytes, name: str) -> tuple[int, int] | None:
    """The width and height in pixels that the header of a *name* picture states.

    None for formats that are known by name only. CutOff if *data* ends before the size does, a
    plain ValueError if the header is damaged, TooCostly as the class says.
    """
    if name == "jpeg":
        return _jpeg_size(data)
    if name == "png":
        size = _big(data, 16, 4), _big(data, 20, 4)
        if data[12:16] != b"IHDR":
            raise ValueError("no PNG header")
    elif name == "gif":
        size = _little(data, 6, 2), _little(data, 8, 2)
    elif name == "webp":
        size = _webp_size(data)
    elif name == "bmp":
        size = _bmp_size(data)
    else:
        return None
    if 0 in size:
        raise ValueError("a side of no pixels")
    return size


def _jpeg_size(data: bytes) -> tuple[int, int]:
    for marker, start, _ in _segments(data):
        if marker in _FRAMES:
            size = _big(data, start + 7, 2), _big(data, start + 5, 2)
            if 0 in size:
                raise ValueError("a side of no pixels")
            return size
        if marker == _SCAN:
            raise ValueError("a scan before the frame")
    raise CutOff("no frame")


def _webp_size(data: bytes) -> tuple[int, int]:
    chunk = data[12:16]
    if chunk == b"VP8X":
        return _little(data, 24, 3) + 1, _little(data, 27, 3) + 1
    if chunk == b"VP8L":
        bits = _little(data, 21, 4)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 ":
        return _little(data, 26, 2) & 0x3FFF, _little(data, 28, 2) & 0x3FFF
    raise (CutOff if len(data) < 16 else ValueError)("no WebP header")


def _bmp_size(data: bytes) -> tuple[int, int]:
    if _little(data, 14, 4) == 12:
        return _little(data, 18, 2), _little(data, 20, 2)
    # The height is signed: below zero, the rows run from top to bottom.
    height = _little(data, 22, 4)
    return _little(data, 18, 4), min(height, (1 << 32) - height)


_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN = 0xDA
_END = 0xD9
_NO_LENGTH = frozenset((0x01, 0xD8))
# In a scan's data FF stands before 00 (a plain FF) or D0 to D7 (a restart); FF FF is padding.
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(marker, start, end) of each segment of a JPEG up to its end mark or the end of *data*.

    *start* is where the marker's FF stands. A scan ends with its own header: the next search
    steps over its data, and over junk between segments, as libjpeg does.
    """
    at = 2
    for _ in range(MAX_SEGMENTS):
        found = _MARKER.search(data, at)
        if found is None:
            return
        marker, start = data[found.start() + 1], found.start()
        if marker in _NO_LENGTH:
            at = start + 2
            continue
        if marker == _END:
            return
        if start + 4 > len(data):
            return
        at = max(start + 2 + _big(data, start + 2, 2), start + 4)
        yield marker, start, at
    raise TooCostly("segments without end")


MAX_SCANS = 100
"""A progressive JPEG has about ten scans; each costs a pass over all of the picture."""


def bare_jpeg(data: bytes) -> bytes:
    """A JPEG without its metadata: JFIF and Adobe marks stay, they settle the colours.

    CutOff if *data* ends before the picture starts, TooCostly as the class says.
    """
    kept = [data[:2]]
    marks = {0xE0: b"JFIF", 0xEE: b"Adobe"}
    scans = 0
    for marker, start, end in _segments(data):
        if marker == _SCAN:
            if not scans:
                kept.append(data[start:])
            scans += 1
            if scans > MAX_SCANS:
                raise TooCostly("too many scans")
        elif scans:
            continue
        elif marker in marks:
            if data.startswith(marks[marker], start + 4):
                kept.append(data[start:end])
                del marks[marker]
        elif marker != 0xFE and not 0xE0 <= marker <= 0xEF:
            kept.append(data[start:end])
    if not scans:
        raise CutOff("no scan")
    return b"".join(kept)


_PNG_KEPT = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"))


def bare_png(data: bytes) -> bytes:
    """A PNG without its metadata and without frames after the first. TooCostly as above."""
    kept = [data[:8]]
    at = 8
    for _ in range(MAX_SEGMENTS):
        if at + 8 > len(data):
            return b"".join(kept)
        kind = data[at + 4 : at + 8]
        end = at + 12 + _big(data, at, 4)
        if kind in _PNG_KEPT:
            kept.append(data[at:end])
        if kind == b"IEND":
            return b"".join(kept)
        at = end
    raise TooCostly("chunks without end")


def _big(data: bytes, at: int, count: int) -> int:
    return int.from_bytes(_bytes(data, at, count), "big")


def _little(data: bytes, at: int, count: int) -> int:
    return int.from_bytes(_bytes(data, at, count), "little")


def _bytes(data: bytes, at: int, count: int) -> bytes:
    if at + count > len(data):
        raise CutOff("the header is cut off")
    return data[at : at + count]
