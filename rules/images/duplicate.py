"""No picture stands twice among the pictures of a listing.

A platform counts pictures; the same one again takes a place that another view could have, and
buyers see a gallery that does not move on. Two files count as one picture when every byte is
equal; pictures that only look alike do not.

No platform publishes a rule on this; it is our own judgement, so the level is a warning.

**Repair.** Remove one of the two, or name the picture that was meant.

**Limits.** `images` and `detail_images` are looked at apart: a description may show a picture of
the gallery again. A picture may stand once for each role (a swatch is shown elsewhere).
"""

from collections.abc import Iterable, Iterator

from listlint import Finding, Image, Listing, Options, Value, bad, good, rule
from listlint.selectors import select

_FILES = {field: f"{field}[].file" for field in ("images", "detail_images")}
_A = {"bytes": 90_000, "sha256": "aa" * 32}
_B = {"bytes": 90_000, "sha256": "bb" * 32}


@rule(
    on=("images", "detail_images"),
    level="warn",
    messages={
        "same-source": "The same as picture {number}. Remove one, or name another picture.",
        "same-content": "{path} holds the same picture as picture {number}. "
        "Remove one, or name another picture.",
    },
    examples=[
        good({"images": ["a.jpg", "b.jpg"]}, images={"a.jpg": _A, "b.jpg": _B}),
        good({"images": ["a.jpg", "b.jpg"]}, images={"a.jpg": _A, "b.jpg": {"bytes": 90_000}}),
        good({"images": ["a.jpg", {"src": "a.jpg", "role": "swatch"}]}),
        good({"images": ["a.jpg"], "detail_images": ["a.jpg"]}),
        good(
            {"images": ["a.jpg", "b.jpg"]},
            images={
                "a.jpg": {"status": "unreadable", "bytes": 0, "sha256": "ee" * 32},
                "b.jpg": {"status": "unreadable", "bytes": 0, "sha256": "ee" * 32},
            },
        ),
        bad(
            {"images": ["https://img.example.com/a", "b.jpg", "https://img.example.com/a"]},
            ("same-source", "/images/2"),
        ),
        bad(
            {"images": [{"src": "a.jpg", "role": "main"}, "b.jpg", "a.jpg"]},
            ("same-source", "/images/2"),
        ),
        bad(
            {"detail_images": ["a.jpg", "b.jpg", "copy.jpg"]},
            ("same-content", "/detail_images/2"),
            images={"a.jpg": _A, "b.jpg": _B, "copy.jpg": {"status": "pointer", **_A}},
        ),
    ],
)
def check(images: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    entries = images.value
    if len(entries) < 2:
        return ()
    known = select(listing, _FILES[images.field])
    if not known:
        sources = [entry if type(entry) is str else entry["src"] for entry in entries]
        if len(set(sources)) == len(sources):
            return ()
    return _duplicates(images, known)


def _duplicates(images: Value, known: Iterable[Value]) -> Iterator[Finding]:
    first: dict[tuple[str, str], int] = {}
    for index, entry in enumerate(images.value):
        src, role = (entry, None) if isinstance(entry, str) else (entry["src"], entry.get("role"))
        earlier = first.setdefault((src, role or "main"), index)
        if earlier != index:
            yield images.finding("same-source", at=(index,), number=earlier + 1)
    if known:
        yield from _same_content(known, frozenset(first.values()))


def _same_content(known: Iterable[Value], others: frozenset[int]) -> Iterator[Finding]:
    """Those of *known*, of the indices *others*, that hold what an earlier one of their role does.

    Only files of one length can be equal, so hardly any is read to its end for the digest.
    """
    alike: dict[tuple[str, int | None], list[Image]] = {}
    for image in known:
        assert isinstance(image, Image), "what the selector promises"
        if image.pointer[1] in others and image.file.status in ("ok", "pointer"):
            alike.setdefault((image.role or "main", image.file.bytes), []).append(image)
    for group in alike.values():
        first: dict[str, Image] = {}
        for image in group if len(group) > 1 else ():
            digest = image.file.digest()
            if digest is None:
                continue
            earlier = first.setdefault(digest, image)
            if earlier is not image:
                number = int(earlier.pointer[1]) + 1
                yield image.finding("same-content", path=image.file.shown, number=number)
