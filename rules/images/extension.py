"""The name of every picture names an allowed format, the one that it has.

Two things go wrong with names. An address that ends in `.png` will most likely be answered with a
PNG, which a platform for JPEG refuses; the picture is not fetched, so this is told by the name
alone and is a warning. And a JPEG named `.png` is a good picture that an upload form may refuse,
because it goes by the name.

Of an address, only an ending that leaves no doubt counts. Nothing is said of
`a.jpg_80x80.jpg_.webp`, of addresses with a query (`a.png?format=jpg`; `?v=123` is no matter), or
of those that ask a server to make the picture (`/f_auto/a.png`).

**Repair.** Use the address of the picture in an allowed format; where it is in one despite its
name, say so in the facts file. Rename a file after its content.

**Limits.** Pictures whose content is not allowed are reported by `images/format`, not here.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from listlint import Finding, Image, Listing, Option, Options, Value, bad, good, rule
from listlint.imageformats import (
    EXTENSIONS,
    format_named,
    format_title,
    format_titles,
    is_remote,
    named_format,
)
from listlint.selectors import select

_CDN = "https://img.example.com/"


@rule(
    on="images",
    level="warn",
    messages={
        "address": "The address ends in .{extension}; allowed: {allowed}. "
        "It was not fetched: use one that ends in an allowed format, or give its facts.",
        "misnamed": "{actual} image named .{extension}. "
        "Upload forms may go by the name: rename it to .{wanted}.",
    },
    options={"allow": Option(["jpeg"], "The formats that the platform takes.")},
    examples=[
        good({"images": [_CDN + "mug.jpg", _CDN + "mug.JPEG?v=1437071901", _CDN + "1234"]}),
        good({"images": [_CDN + "mug.png?format=jpg", _CDN + "f_auto/mug.png"]}),
        good({"images": [_CDN + "mug.jpg_80x80q80.jpg_.webp"]}),
        good({"images": [_CDN + "mug.png"]}, images={_CDN + "mug.png": {"format": "png"}}),
        good({"images": [_CDN + "mug.png"]}, options={"allow": ["jpeg", "png"]}),
        good({"images": ["mug.jfif"]}, images={"mug.jfif": {"format": "jpeg"}}),
        good({"images": ["mug.jpg"]}, images={"mug.jpg": {"format": "png"}}),
        bad(
            {"images": [_CDN + "a.jpg", {"src": _CDN + "b.webp"}, _CDN + "c.png?v=12"]},
            ("address", "/images/1"),
            ("address", "/images/2"),
        ),
        bad({"images": [_CDN + "mug.png"]}, ("address", "/images/0"), images={"a.jpg": {}}),
        bad(
            {"images": ["mug.png"]},
            ("misnamed", "/images/0"),
            images={"mug.png": {"format": "jpeg"}},
        ),
    ],
)
def check(images: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    allowed, endings = _allowed(*options["allow"])
    known = select(listing, "images[].file")
    for entry in images.value:
        if known or not (entry if type(entry) is str else entry["src"]).endswith(endings):
            return _misnamed(images, known, allowed, endings)
    return ()


def _misnamed(
    images: Value, files: Iterable[Value], allowed: tuple[str, ...], endings: tuple[str, ...]
) -> Iterator[Finding]:
    known: dict[int, str] = {}
    for image in files:
        assert isinstance(image, Image), "what the selector promises"
        if image.file.status == "ok" and image.file.format is not None:
            known[int(image.pointer[1])] = image.file.format
    for index, entry in enumerate(images.value):
        src: str = entry if isinstance(entry, str) else entry["src"]
        actual = known.get(index)
        if actual is None and src.endswith(endings):
            continue
        named = named_format(src)
        if named is None or (actual is None and not is_remote(src)):
            continue
        extension = src.partition("?")[0].rpartition(".")[2]
        if actual is None:
            if named not in allowed:
                told = format_titles(allowed)
                yield images.finding("address", at=(index,), extension=extension, allowed=told)
        elif actual in allowed and named != actual:
            wanted = next(ending for ending, name in EXTENSIONS.items() if name == actual)
            yield images.finding(
                "misnamed",
                at=(index,),
                actual=format_title(actual),
                extension=extension,
                wanted=wanted,
            )


@lru_cache(16)
def _allowed(*names: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The formats that *names* mean, and how a name of such a picture usually ends."""
    formats = tuple(format_named(name) or name for name in names)
    return formats, tuple(f".{ending}" for ending, name in EXTENSIONS.items() if name in formats)
