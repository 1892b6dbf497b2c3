"""Picture formats: their names for people, and what a path or an address promises.

Formats are lower-case words (``jpeg``, ``png``, ``heif``), the same in facts, options and findings.
This module sees names only: no disk, no bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.lazily import Lazily

if TYPE_CHECKING:
    from collections.abc import Iterable

PICTURES = {
    "jpeg": "JPEG",
    "png": "PNG",
    "gif": "GIF",
    "webp": "WebP",
    "avif": "AVIF",
    "heif": "HEIF",
    "bmp": "BMP",
    "tiff": "TIFF",
    "svg": "SVG",
    "jpeg2000": "JPEG 2000",
    "jxl": "JPEG XL",
    "psd": "Photoshop",
    "eps": "EPS",
}
"""Every picture format that is told apart, and how people write it."""

OTHERS = {
    "html": "web page",
    "pdf": "PDF document",
    "video": "video",
    "zip": "ZIP archive",
}
"""What is often found in the place of a picture, and what people call it."""

EXTENSIONS = {
    "jpg": "jpeg",
    "jpeg": "jpeg",
    "jpe": "jpeg",
    "jfif": "jpeg",
    "png": "png",
    "apng": "png",
    "gif": "gif",
    "webp": "webp",
    "avif": "avif",
    "heic": "heif",
    "heif": "heif",
    "hif": "heif",
    "bmp": "bmp",
    "dib": "bmp",
    "tif": "tiff",
    "tiff": "tiff",
    "svg": "svg",
    "jp2": "jpeg2000",
    "j2k": "jpeg2000",
    "jxl": "jxl",
    "psd": "psd",
    "eps": "eps",
}

# A picture's extension anywhere in a name: ``.jpg`` and ``.webp`` in ``a.jpg_80x80.jpg_.webp``.
_EXTENSION = Lazily(
    r"\.(" + "|".join(sorted(EXTENSIONS, key=len, reverse=True)) + r")(?![A-Za-z0-9])"
)
# Addresses whose server makes the picture on request, in a format that the path does not end in:
# Cloudinary's f_auto and f_jpg, Cloudflare's format=jpeg, and the like.
_MADE_ON_REQUEST = Lazily(r"[/,](?:f_|format[=:_,-]|fm[=:_-])")
# ``?v=1437071901`` is a mark for caches and leaves the picture alone; other queries may not.
_QUERY = Lazily(r"\?(?!v=[0-9]+$)|#")


# Without regard to case, which would cost more to compile than the rest of this module.
_ADDRESS = Lazily(r"(?!file:)[a-z][a-z0-9+.-]+://|//|data:")


def is_remote(src: str) -> bool:
    """Whether *src* is an address (``https:``, ``//host/…``, ``s3:``) or a ``data:`` address."""
    return src.startswith(("https://", "http://")) or _ADDRESS.match(src.lower()) is not None


def named_format(src: str) -> str | None:
    """The format that the name of *src*, a path or an address, promises.

    None where it promises nothing clear: no or an unknown extension, two that differ
    (``a.jpg_80x80.jpg_.webp``), or an address that a server answers with a picture made on
    request (``a.png?format=jpg``, ``/f_auto/a.png``).
    """
    if is_remote(src):
        if _QUERY.search(src) or _MADE_ON_REQUEST.search(src.lower()):
            return None
        _, _, src = src.partition("?")[0].partition("//")[2].partition("/")
    name = src.replace("\\", "/").rpartition("/")[2].lower()
    promised = {EXTENSIONS[found] for found in _EXTENSION.findall(name)}
    if len(promised) != 1 or EXTENSIONS.get(name.rpartition(".")[2]) not in promised:
        return None
    return promised.pop()


def format_named(text: str) -> str | None:
    """The format that *text* names, as people write it: ``JPG``, ``image/jpeg``, ``.tif``."""
    word = text.strip().lower().removeprefix("image/").removeprefix(".").partition("+")[0]
    return EXTENSIONS.get(word) or (word if word in PICTURES or word in OTHERS else None)


def format_title(name: str) -> str:
    """How people write the format *name*."""
    return PICTURES.get(name) or OTHERS.get(name) or name.upper()


def format_titles(names: Iterable[str]) -> str:
    """*names* as a choice for people: ``JPEG``, ``JPEG or PNG``, ``JPEG, PNG or WebP``."""
    *first, last = [format_title(name) for name in names] or ["none"]
    return f"{', '.join(first)} or {last}" if first else last
