"""No picture's file is larger than the platform takes.

A platform's upload refuses a file above its limit, often with a message that does not say so.
There is no limit unless the platform's folder or the configuration sets one: `max-bytes`.

**Repair.** Save the picture with more compression (JPEG quality 85 is hard to tell from 100) or
with fewer pixels, from the original and not from a picture that was compressed before.
"""

from collections.abc import Iterator

from listlint import Finding, Image, Listing, Option, Options, bad, good, rule

_HEAVY = {"format": "jpeg", "bytes": 3_500_000}


@rule(
    on=("images[].file", "detail_images[].file"),
    level="error",
    messages={
        "too-large": "{bytes:,} bytes; at most {limit:,}. "
        "Save the picture with more compression or fewer pixels.",
    },
    options={"max-bytes": Option(None, "The largest file that the platform takes.", int)},
    examples=[
        good({"images": ["mug.jpg"]}, images={"mug.jpg": _HEAVY}),
        good(
            {"images": ["mug.jpg", "cup.jpg"]},
            images={"mug.jpg": {"format": "jpeg", "bytes": 2_097_152}, "cup.jpg": {}},
            options={"max-bytes": 2_097_152},
        ),
        bad(
            {"images": ["mug.jpg"], "detail_images": ["mug.jpg", "cup.jpg"]},
            ("too-large", "/images/0"),
            ("too-large", "/detail_images/0"),
            ("too-large", "/detail_images/1"),
            images={"mug.jpg": _HEAVY, "cup.jpg": {"status": "pointer", "bytes": 2_000_001}},
            options={"max-bytes": 2_000_000},
        ),
    ],
)
def check(image: Image, listing: Listing, options: Options) -> Iterator[Finding]:
    limit = options["max-bytes"]
    size = image.file.bytes
    if limit is not None and size is not None and size > limit:
        yield image.finding("too-large", bytes=size, limit=limit)
