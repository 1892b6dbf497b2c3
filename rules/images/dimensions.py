"""Every picture has enough pixels to be looked at closely, and no more than the platform takes.

Buyers zoom in. A platform that states limits has them set in its folder (`min-width`,
`min-height`, `min-longer-side`, `max-width`, `max-height`), and the size that it advises
(`advised-side`): advice is never more than a warning. Amazon is said to take 500 pixels on the
longer side and to zoom from 1000 on (page G1881 as others quote it, confidence T).

Where a platform states neither, our own floor stands in: the longer side should have 500 pixels. It
is near the lowest limit among marketplaces that do state one (Google asks for 500 × 500 from
2027-01-31, eBay for 500 on the longer side), and its message says that no limit is stated.

**Repair.** Export the picture again from the original. Enlarging a small one adds pixels and no
detail, and some platforms refuse that too.

**Detail pictures.** Those in `detail_images` have limits of their own (`detail-min-width`, …),
since they fill the width of a description and may be long. Without these options nothing is said
of them: they may be small parts of a description.

**Limits.** Width and height are those stored in the file; a photograph that EXIF turns by 90°
has them the other way round.
"""

from collections.abc import Iterator

from listlint import Finding, Image, Listing, Option, Options, bad, good, rule

_ADVISED = 500

_SMALL = {"format": "jpeg", "width": 400, "height": 300}
_SQUARE = {"format": "jpeg", "width": 800, "height": 800}
_LONG = {"format": "jpeg", "width": 750, "height": 9000}


@rule(
    on=("images[].file", "detail_images[].file"),
    level="warn",
    messages={
        "small": "{width} × {height} pixels: poor when zoomed. The platform states no minimum; "
        "advised: {advised} on the longer side. Export it larger.",
        "advised": "{width} × {height} pixels: poor when zoomed. Advised: at least {advised} on "
        "the longer side. Export it larger.",
        "too-small": "{width} × {height} pixels; at least {limit}. Export it larger.",
        "too-large": "{width} × {height} pixels; at most {limit}. Export it smaller.",
    },
    at_most={"small": "warn", "advised": "warn"},
    options={
        "min-width": Option(None, "The smallest width that the platform takes, in pixels.", int),
        "min-height": Option(None, "The smallest height that the platform takes, in pixels.", int),
        "min-longer-side": Option(
            None, "The smallest longer side that the platform takes, in pixels.", int
        ),
        "max-width": Option(None, "The largest width that the platform takes, in pixels.", int),
        "max-height": Option(None, "The largest height that the platform takes, in pixels.", int),
        "advised-side": Option(
            None,
            "The longer side should have this many pixels; 0 is none. Where neither this nor a "
            "minimum is set, it is 500.",
            int,
        ),
        "detail-min-width": Option(None, "The smallest width of a detail picture.", int),
        "detail-min-height": Option(None, "The smallest height of a detail picture.", int),
        "detail-max-width": Option(None, "The largest width of a detail picture.", int),
        "detail-max-height": Option(None, "The largest height of a detail picture.", int),
    },
    examples=[
        good({"images": ["mug.jpg"]}, images={"mug.jpg": _SQUARE}),
        good({"images": ["pen.jpg"]}, images={"pen.jpg": {"width": 160, "height": 1200}}),
        good({"images": ["mug.tif"]}, images={"mug.tif": {"format": "tiff"}}),
        good({"images": ["mug.jpg"]}, images={"mug.jpg": _SMALL}, options={"advised-side": 0}),
        good({"images": ["mug.jpg"]}, images={"mug.jpg": _SMALL}, options={"min-width": 400}),
        good({"detail_images": ["mug.jpg"]}, images={"mug.jpg": _SMALL}),
        good(
            {"detail_images": ["mug.jpg"]},
            images={"mug.jpg": _SMALL},
            options={"min-width": 800, "detail-min-width": 400},
        ),
        good(
            {"images": ["mug.jpg"]},
            images={"mug.jpg": {"format": "jpeg", "width": 300, "height": 500}},
            options={"min-longer-side": 500},
        ),
        bad({"images": ["mug.jpg"]}, ("small", "/images/0"), images={"mug.jpg": _SMALL}),
        bad(
            {"images": ["mug.jpg", "large.jpg"]},
            ("too-small", "/images/0"),
            ("advised", "/images/1"),
            images={"mug.jpg": _SMALL, "large.jpg": _SQUARE},
            options={"min-longer-side": 500, "advised-side": 1000},
        ),
        bad(
            {"images": ["mug.jpg"]},
            ("too-small", "/images/0"),
            images={"mug.jpg": _SMALL},
            options={"min-width": 400, "min-height": 400},
        ),
        bad(
            {"images": ["mug.jpg"]},
            ("too-large", "/images/0"),
            images={"mug.jpg": _SQUARE},
            options={"max-height": 600},
        ),
        bad(
            {"images": ["mug.jpg"], "detail_images": ["mug.jpg", "long.jpg"]},
            ("too-small", "/detail_images/0"),
            ("too-large", "/detail_images/1"),
            images={"mug.jpg": _SMALL, "long.jpg": _LONG},
            options={"min-width": 400, "detail-min-width": 480, "detail-max-height": 2500},
        ),
    ],
)
def check(image: Image, listing: Listing, options: Options) -> Iterator[Finding]:
    width, height = image.file.width, image.file.height
    if width is None or height is None:
        return
    detail = image.pointer[0] == "detail_images"
    prefix = "detail-" if detail else ""
    least = options[f"{prefix}min-width"], options[f"{prefix}min-height"]
    most = options[f"{prefix}max-width"], options[f"{prefix}max-height"]
    if width < (least[0] or 0) or height < (least[1] or 0):
        yield image.finding("too-small", width=width, height=height, limit=_sides(*least))
    elif not detail:
        yield from _longer_side(image, width, height, options)
    if width > (most[0] or width) or height > (most[1] or height):
        yield image.finding("too-large", width=width, height=height, limit=_sides(*most))


def _longer_side(image: Image, width: int, height: int, options: Options) -> Iterator[Finding]:
    longer = max(width, height)
    needed, advised = options["min-longer-side"], options["advised-side"]
    stated = needed or options["min-width"] or options["min-height"]
    if longer < (needed or 0):
        limit = f"{needed} on the longer side"
        yield image.finding("too-small", width=width, height=height, limit=limit)
    elif longer < (advised or 0):
        yield image.finding("advised", width=width, height=height, advised=advised)
    elif advised is None and not stated and longer < _ADVISED:
        yield image.finding("small", width=width, height=height, advised=_ADVISED)


def _sides(width: int | None, height: int | None) -> str:
    """``600 × 600``, or ``600 × any`` where one side has no limit."""
    return f"{width or 'any'} × {height or 'any'}"
