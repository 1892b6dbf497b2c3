"""Every picture opens, down to its last row.

A file that was cut off while it was copied, an error page that was saved under a picture's name,
or an empty file looks like a picture in a list of files. The platform refuses it, or shows a half
of it. The whole picture is decoded once to be sure; a header alone tells nothing about the rest.

Files that would take too much memory or work to open are not opened, and reported: above
64 million pixels (WebP: 25 million) or 32 MB.

**Repair.** Copy or export the picture again from its original.

**Limits.** Pixels are looked at in JPEG, PNG and WebP; of other formats only the first bytes are.
Damage that leaves a valid code in a JPEG shows as coloured blocks and decodes without complaint.
Of an animation the first picture counts.
"""

from collections.abc import Iterator

from listlint import Finding, Image, Listing, Options, bad, good, rule
from listlint.imagefacts import MAX_BYTES, MAX_PIXELS
from listlint.imageformats import OTHERS, format_title


@rule(
    on=("images[].pixels", "detail_images[].pixels"),
    level="error",
    messages={
        "empty": "The file is empty. Copy or export the picture again.",
        "folder": "This names a folder, not a picture. Name a file in it.",
        "no-access": "The file cannot be opened. Make it readable.",
        "other-file": "The file holds a {kind}, not a picture. Put the picture in its place.",
        "not-a-picture": "The file holds no picture of a known format. Put a picture in its place.",
        "cut-off": "The picture is cut off: its file ends too early. Copy or export it again.",
        "damaged": "The picture cannot be decoded: its data is damaged. Export it again.",
        "too-many-bytes": "{bytes:,} bytes are more than is safe to open ({limit:,}). "
        "Export the picture smaller.",
        "too-many-pixels": "{width} × {height} pixels are more than is safe to open "
        "({limit:,} in all). Export the picture smaller.",
        "too-costly": "The file is built so that opening it takes too much work. "
        "Export the picture again.",
    },
    examples=[
        good({"images": ["mug.jpg"]}, images={"mug.jpg": {"format": "jpeg"}}),
        good({"images": ["mug.jpg"]}, images={"mug.jpg": {"status": "pointer"}}),
        good({"images": ["mug.jpg", "../a.jpg"]}, images={"../a.jpg": {"status": "outside"}}),
        bad(
            {"images": ["cut.jpg", "worn.jpg"], "detail_images": ["empty.jpg"]},
            ("cut-off", "/images/0"),
            ("damaged", "/images/1"),
            ("empty", "/detail_images/0"),
            images={
                "cut.jpg": {"format": "jpeg", "error": "cut-off"},
                "worn.jpg": {"format": "jpeg", "error": "damaged"},
                "empty.jpg": {"status": "unreadable", "bytes": 0, "error": "empty"},
            },
        ),
        bad(
            {"images": ["404.jpg", "notes.jpg", "photos", "locked.jpg"]},
            ("other-file", "/images/0"),
            ("not-a-picture", "/images/1"),
            ("folder", "/images/2"),
            ("no-access", "/images/3"),
            images={
                "404.jpg": {"status": "unreadable", "format": "html", "error": "not-a-picture"},
                "notes.jpg": {"status": "unreadable", "error": "not-a-picture"},
                "photos": {"status": "unreadable", "error": "folder"},
                "locked.jpg": {"status": "unreadable", "error": "no-access"},
            },
        ),
        bad(
            {"images": ["wide.png", "heavy.png", "scans.jpg"]},
            ("too-many-pixels", "/images/0"),
            ("too-many-bytes", "/images/1"),
            ("too-costly", "/images/2"),
            images={
                "wide.png": {
                    "format": "png",
                    "width": 30_000,
                    "height": 30_000,
                    "error": "too-many-pixels",
                },
                "heavy.png": {"bytes": 99_000_000, "error": "too-many-bytes"},
                "scans.jpg": {"format": "jpeg", "error": "too-costly"},
            },
        ),
    ],
)
def check(image: Image, listing: Listing, options: Options) -> Iterator[Finding]:
    pixels = image.pixels
    error, file = pixels.error, pixels.file
    if error is None:
        return
    if error == "not-a-picture" and file.format in OTHERS:
        yield image.finding("other-file", kind=format_title(str(file.format)))
    elif error == "too-many-bytes":
        yield image.finding(error, bytes=file.bytes, limit=MAX_BYTES)
    elif error == "too-many-pixels":
        limit = MAX_PIXELS.get(file.format or "", 0)
        yield image.finding(error, width=file.width, height=file.height, limit=limit)
    else:
        yield image.finding(error)
