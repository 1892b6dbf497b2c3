"""Pictures of a catalog → their facts: bounded, cached, and never an exception.

Whatever bytes a file holds, an answer comes back in bounded time and memory. Headers are read
without any decoder. Pixels are decoded once for a picture, by the only import of Pillow in the
house, with one decoder chosen by the content and fed nothing but what makes pixels. The formats
that are decoded are those that marketplaces show (`MAX_PIXELS`): of any other the first bytes
tell what it is, and its decoder is one less that hostile bytes can reach. Addresses
are not fetched; nothing outside the catalog's root is opened. This module knows no rules.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from listlint.imagebytes import (
    HEAD_BYTES,
    CutOff,
    TooCostly,
    bare_jpeg,
    bare_png,
    format_of,
    size_of,
)
from listlint.imagefacts import (
    MAX_BYTES,
    MAX_PIXELS,
    POINTER_BYTES,
    Fault,
    ImageFile,
    ImagePixels,
    SmallCopy,
    read_pointer,
)
from listlint.imageformats import PICTURES, is_remote
from listlint.imageplaces import Places, Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PIL import Image
    from PIL.ImageFile import ImageFile as PillowFile

__all__ = [
    "ImageFile",
    "ImagePixels",
    "ImageStore",
    "example_header",
    "example_pixels",
]

SMALL = 400
"""The longer side of the small copy, in pixels, at most."""

REMOTE = ImageFile("remote")


class ImageStore:
    """The pictures below the folder *root*, and *facts* of pictures that are elsewhere.

    Facts answer where there is no picture at hand: for addresses, files that are missing, and
    Git LFS pointers. They are looked for by path below the root, then by the source as written.
    """

    def __init__(self, root: Path, *, facts: Mapping[str, ImageFile] | None = None) -> None:
        self._places = Places(root)
        self._facts = facts or {}
        # Enough for the pictures of one product, and those that neighbours share with it; the
        # small copies of the second cache are up to 480 KB each.
        self._local = lru_cache(1024)(self._local_header)
        self._decoded = lru_cache(16)(_decode)

    def header(self, src: str, base: Path) -> ImageFile:
        """The facts of *src*, named by a file in the folder *base*, without decoding anything."""
        if is_remote(src):
            return self._facts.get(src, REMOTE)
        return self._local(src, base)[0]

    def pixels(self, src: str, base: Path) -> ImagePixels:
        """The facts of *src* that take one decode; an error of the header is the answer too."""
        file, real = (self.header(src, base), "") if is_remote(src) else self._local(src, base)
        if file.status == "unreadable":
            return ImagePixels(file, file.error)
        if not real or file.format not in MAX_PIXELS:
            return ImagePixels(file)
        error, small = self._decoded(real, file)
        return ImagePixels(file, error, small)

    def _local_header(self, src: str, base: Path) -> tuple[ImageFile, str]:
        """The facts of a path, and the file that may be opened for more, if any."""
        spot = self._places.locate(src, base)
        if spot.kind == "file":
            file = _read_header(spot)
            if file.status != "pointer":
                return file, spot.real
        else:
            file = _ABSENT[spot.kind]
            file = replace(file, path=spot.path, nearest=spot.nearest)
        known = self._facts.get(spot.path) or self._facts.get(src)
        if known is None or file.status not in ("missing", "pointer"):
            return file, ""
        return known, ""


_ABSENT = {
    "missing": ImageFile("missing"),
    "outside": ImageFile("outside"),
    "device": ImageFile("outside", error="not-a-file"),
    "folder": ImageFile("unreadable", error="folder"),
    "no-access": ImageFile("unreadable", error="no-access"),
}


def _read_header(spot: Spot) -> ImageFile:
    try:
        with _open(spot.real) as file:
            size = os.fstat(file.fileno()).st_size
            head = file.read(HEAD_BYTES)
            pointer = read_pointer(head, spot.path) if size <= POINTER_BYTES else None
            if pointer is not None:
                return pointer
            name = format_of(head)
            error: Fault | None = None
            sides = None
            if name not in PICTURES:
                error = "not-a-picture" if head else "empty"
            elif size > MAX_BYTES:
                error = "too-many-bytes"
            else:
                sides, error = _sides(name, head, file)
    except OSError:
        return ImageFile("unreadable", error="no-access", path=spot.path)
    width, height = sides or (None, None)
    return ImageFile(
        "ok" if error is None else "unreadable",
        name,
        width,
        height,
        size,
        error=error,
        path=spot.path,
        reader=lambda: _digest(spot.real),
    )


def _sides(name: str, head: bytes, file: BinaryIO) -> tuple[tuple[int, int] | None, Fault | None]:
    try:
        try:
            return size_of(head, name), None
        except CutOff:
            # A JPEG states its size after its metadata, which may be long.
            return size_of(head + _rest(file), name), None
    except ValueError as error:
        return None, _fault(error)


def _fault(error: Exception) -> Fault:
    if isinstance(error, CutOff | EOFError) or "truncated" in str(error).lower():
        return "cut-off"
    return "too-costly" if isinstance(error, TooCostly | MemoryError) else "damaged"


def _open(real: str) -> BinaryIO:
    """The ordinary file *real*, open for reading; OSError for anything else.

    It was looked at before; it is looked at again here because it may have been exchanged since.
    """
    flags = os.O_RDONLY
    for name in ("O_BINARY", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC"):
        flags |= getattr(os, name, 0)
    number = os.open(real, flags)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError("no ordinary file")
    return cast("BinaryIO", os.fdopen(number, "rb"))


def _read(real: str) -> bytes:
    with _open(real) as file:
        return _rest(file)


def _rest(file: BinaryIO) -> bytes:
    # Not `read(MAX_BYTES)`: that takes as much memory for every file, however small.
    return file.read(min(os.fstat(file.fileno()).st_size, MAX_BYTES))


def _digest(real: str) -> str | None:
    try:
        return hashlib.sha256(_read(real)).hexdigest()
    except OSError:
        return None


def _decode(real: str, file: ImageFile) -> tuple[Fault | None, SmallCopy | None]:
    """Whether the whole picture decodes, and its small copy."""
    assert file.width is not None
    assert file.height is not None
    assert file.format is not None
    if file.width * file.height > MAX_PIXELS[file.format]:
        return "too-many-pixels", None
    try:
        picture = _picture(_read(real), file.format)
        if picture is None:
            return None, None
        if picture.size != (file.width, file.height):
            return "damaged", None
        picture.draft("RGB", (SMALL, SMALL))  # a JPEG is made smaller while it is decoded
        picture.load()
        return None, _small(picture)
    except Exception as error:  # a decoder may raise anything on hostile bytes; none may escape
        return _fault(error), None


def _picture(data: bytes, name: str) -> PillowFile | None:
    """The picture, opened and not yet decoded; None if this Pillow was built without *name*.

    The decoder is taken directly: `PIL.Image.open` would try others, and imports them all.
    """
    if name == "jpeg":
        from PIL.JpegImagePlugin import JpegImageFile

        return JpegImageFile(io.BytesIO(bare_jpeg(data)))
    if name == "png":
        from PIL.PngImagePlugin import PngImageFile

        return PngImageFile(io.BytesIO(bare_png(data)))
    from PIL import WebPImagePlugin

    return WebPImagePlugin.WebPImageFile(io.BytesIO(data)) if WebPImagePlugin.SUPPORTED else None


def _small(picture: Image.Image) -> SmallCopy:
    from PIL import Image

    # What is far too large is thinned out before anything makes another copy of it.
    picture.thumbnail((4 * SMALL, 4 * SMALL), Image.Resampling.NEAREST, reducing_gap=None)
    if picture.mode == "P":
        picture = picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    elif picture.mode.startswith("I"):  # 16 bits a pixel; Pillow's own way to RGB cuts at 255
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    elif picture.mode == "1":
        picture = picture.convert("L")
    factor = -(-max(picture.size) // SMALL)
    if factor > 1:
        picture = picture.reduce(factor)
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear)
    picture = picture.convert("RGB")
    return SmallCopy(*picture.size, picture.tobytes())


def example_header(images: Mapping[str, Mapping[str, Any]]) -> Callable[[str], ImageFile]:
    """How a rule's examples get the facts of pictures: from *images*, keys of `ImageFile` by src.

    A path of no entry is missing, an address of no entry is remote.
    """
    files = {src: ImageFile(**{"path": src, **facts}) for src, facts in images.items()}

    def header(src: str) -> ImageFile:
        return files.get(src) or (REMOTE if is_remote(src) else ImageFile("missing", path=src))

    return header


def example_pixels(images: Mapping[str, Mapping[str, Any]]) -> Callable[[str], ImagePixels]:
    """How a rule's examples get what a decode tells: the *error* of the facts, if there is one."""
    header = example_header(images)

    def pixels(src: str) -> ImagePixels:
        file = header(src)
        return ImagePixels(file, file.error if file.status in ("ok", "unreadable") else None)

    return pixels
