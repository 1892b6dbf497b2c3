"""Every picture is in a format that the platform takes.

A platform refuses a picture of another format at upload, or shows an empty place. What counts is
the content of the file: a PNG that was named `.jpg` is still a PNG, and many upload forms accept
it by its name only for the platform to drop the picture later.

DHgate's pictures are JPEG. A notice of the platform, relayed by third parties, admits PNG too:
who relies on it sets `allow = ["jpeg", "png"]`.

**Repair.** Open the picture and save it again in an allowed format, with a quality of 85 or more;
put white behind a transparent ground first, or it may turn black. A new name changes nothing.

**Limits.** Only pictures at hand are judged, and those that a facts file tells of; for addresses
that are not fetched see `images/extension`. Of pictures in `detail_images`, which are part of the
description, nothing is said without `detail-allow`.
"""

from collections.abc import Iterator

from listlint import Finding, Image, Listing, Option, Options, bad, good, rule
from listlint.imageformats import format_named, format_title, format_titles, named_format

_PNG = {"format": "png"}
_JPEG = {"format": "jpeg"}


@rule(
    on=("images[].file", "detail_images[].file"),
    level="error",
    messages={
        "format": "{actual} image; allowed: {allowed}. Save it again as {allowed}.",
        "renamed": "{actual} image named .{extension}; allowed: {allowed}. "
        "A name does not change the format: save it again as {allowed}.",
    },
    options={
        "allow": Option(["jpeg"], "The formats that the platform takes."),
        "detail-allow": Option([], "The formats of detail pictures; none: any."),
    },
    examples=[
        good({"images": ["mug.jpg"]}, images={"mug.jpg": _JPEG}),
        good({"images": ["mug.png"]}, images={"mug.png": _PNG}, options={"allow": ["JPG", "PNG"]}),
        good({"images": ["mug.jpg"]}, images={"mug.jpg": {"status": "pointer", "bytes": 90_000}}),
        good(
            {"images": ["mug.jpg"]},
            images={"mug.jpg": {"status": "unreadable", "format": "html"}},
        ),
        good({"detail_images": ["size.png"]}, images={"size.png": _PNG}),
        good(
            {"detail_images": ["size.png"]},
            images={"size.png": _PNG},
            options={"detail-allow": ["jpeg", "png"]},
        ),
        bad(
            {"images": ["mug.jpg"], "detail_images": ["size.png"]},
            ("format", "/detail_images/0"),
            images={"mug.jpg": _JPEG, "size.png": _PNG},
            options={"detail-allow": ["jpeg"]},
        ),
        bad({"images": ["mug.png"]}, ("format", "/images/0"), images={"mug.png": _PNG}),
        bad(
            {"images": ["a.jpg", {"src": "b.jpg", "role": "white"}]},
            ("renamed", "/images/1"),
            images={"a.jpg": _JPEG, "b.jpg": _PNG},
        ),
        bad(
            {"images": ["https://img.example.com/1"]},
            ("format", "/images/0"),
            images={"https://img.example.com/1": {"format": "webp"}},
        ),
    ],
)
def check(image: Image, listing: Listing, options: Options) -> Iterator[Finding]:
    file = image.file
    if file.status != "ok" or file.format is None:
        return
    detail = image.pointer[0] == "detail_images"
    names = options["detail-allow" if detail else "allow"]
    allowed = [format_named(name) or name for name in names]
    if file.format in allowed or (detail and not allowed):
        return
    actual, told = format_title(file.format), format_titles(allowed)
    if named_format(image.src) in allowed:
        extension = image.src.partition("?")[0].rpartition(".")[2]
        yield image.finding("renamed", actual=actual, extension=extension, allowed=told)
    else:
        yield image.finding("format", actual=actual, allowed=told)
