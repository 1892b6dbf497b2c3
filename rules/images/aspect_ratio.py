"""The main pictures have the shape that the platform shows.

Where a platform shows main pictures as squares, one of another shape is cropped or refused at
upload: part of the product may be cut off, or an edge be added. There is no shape unless the
platform's folder or the configuration sets one: `ratio`.

**What platforms do.** Taobao's publish page asks for 1:1 main pictures and opens a cropping tool
for others (confidence P); Pinduoduo asks for 1:1 too (`pdd.goods.add`, P).

**Repair.** Crop the original so that the product is in the middle, or put a white edge around it.
Stretching a picture distorts the product.

**Limits.** Width and height are those stored in the file; a photograph that EXIF turns by 90° has
them the other way round. A deviation up to `tolerance` passes, since no platform says how exact
the ratio must be: 800 × 801 is taken for a square. Swatches and `detail_images` may have any
shape.
"""

import re
from collections.abc import Iterator

from listlint import Finding, Image, Listing, Option, Options, bad, good, rule

_RATIO = re.compile(r"([0-9]{1,5}):([0-9]{1,5})")

_SQUARE = {"format": "jpeg", "width": 800, "height": 800}
_NEARLY = {"format": "jpeg", "width": 800, "height": 801}
_UPRIGHT = {"format": "jpeg", "width": 750, "height": 1000}


@rule(
    on="images[].file",
    level="warn",
    messages={
        "shape": "{width} × {height} pixels; the platform shows {wanted}. "
        "Crop it, or add an edge, to {wanted}.",
    },
    options={
        "ratio": Option([], "Shapes that the platform takes, as width:height, such as “1:1”."),
        "tolerance": Option(0.02, "How far a ratio may be off, as a share of it."),
    },
    examples=[
        good({"images": ["mug.jpg"]}, images={"mug.jpg": _UPRIGHT}),
        good({"images": ["mug.jpg"]}, images={"mug.jpg": _SQUARE}, options={"ratio": ["1:1"]}),
        good({"images": ["mug.jpg"]}, images={"mug.jpg": _NEARLY}, options={"ratio": ["1:1"]}),
        good(
            {"images": ["a.jpg", "b.jpg"]},
            images={"a.jpg": _SQUARE, "b.jpg": _UPRIGHT},
            options={"ratio": ["1:1", "3:4"]},
        ),
        good(
            {"images": ["a.jpg", {"src": "b.jpg", "role": "swatch"}, "c.jpg"]},
            images={"a.jpg": _SQUARE, "b.jpg": _UPRIGHT, "c.jpg": {"status": "pointer"}},
            options={"ratio": ["1:1"]},
        ),
        good({"detail_images": ["a.jpg"]}, images={"a.jpg": _UPRIGHT}, options={"ratio": ["1:1"]}),
        bad(
            {"images": ["a.jpg", "b.jpg"]},
            ("shape", "/images/1"),
            images={"a.jpg": _SQUARE, "b.jpg": _UPRIGHT},
            options={"ratio": ["1:1"]},
        ),
        bad(
            {"images": ["mug.jpg"]},
            ("shape", "/images/0"),
            images={"mug.jpg": _NEARLY},
            options={"ratio": ["1:1"], "tolerance": 0.0},
        ),
    ],
)
def check(image: Image, listing: Listing, options: Options) -> Iterator[Finding]:
    width, height = image.file.width, image.file.height
    if not width or not height or image.role == "swatch" or not options["ratio"]:
        return
    for told in options["ratio"]:
        wanted = _RATIO.fullmatch(told)
        if wanted is None or not int(wanted[2]):
            return  # no shape can be read from it, so none is asked for
        shape = int(wanted[1]) / int(wanted[2])
        if abs(width / height - shape) <= options["tolerance"] * shape:
            return
    yield image.finding("shape", width=width, height=height, wanted=" or ".join(options["ratio"]))
