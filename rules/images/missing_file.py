"""Every picture that a listing names is there.

A path that leads to no file leaves a hole in the listing, or stops the upload of the whole
product. Most are slips of the name: `Photo.JPG` beside `photo.jpg` is one file on the author's
computer and two on the server.

A path is relative to the file that names it, or to the configured image root. Where the folder
has a name that differs only in case, spaces, dashes or extension, or by a letter or two, it is
named.

**Repair.** Correct the path, add the file, or remove the entry. Where the pictures are kept
elsewhere, a facts file (`[images] facts`) tells of them.
"""

from collections.abc import Iterator

from listlint import Finding, Image, Listing, Options, bad, good, rule


@rule(
    on=("images[].file", "detail_images[].file"),
    level="error",
    messages={
        "missing": "No file {path}. Correct the path, or add the file.",
        "nearest": "No file {path}, but {nearest} is there. Correct the name, or add the file.",
        "blank": "The path of a picture is blank. Name a file, or remove the entry.",
    },
    examples=[
        good({"images": ["mug.jpg"]}, images={"mug.jpg": {"format": "jpeg"}}),
        good({"images": ["mug.jpg"]}, images={"mug.jpg": {"status": "pointer"}}),
        good({"images": ["https://img.example.com/a.jpg"]}, images={"mug.jpg": {}}),
        bad({"images": ["mug.jpg"]}, ("missing", "/images/0"), images={"cup.jpg": {}}),
        bad(
            {"detail_images": ["cup.jpg", {"src": "Mug.JPG"}]},
            ("nearest", "/detail_images/1"),
            images={"cup.jpg": {}, "Mug.JPG": {"status": "missing", "nearest": "mug.jpg"}},
        ),
        bad({"images": [" "]}, ("blank", "/images/0"), images={"cup.jpg": {}}),
    ],
)
def check(image: Image, listing: Listing, options: Options) -> Iterator[Finding]:
    file = image.file
    if file.status != "missing":
        return
    if not image.src.strip():
        yield image.finding("blank")
    elif file.nearest is not None:
        yield image.finding("nearest", path=file.shown, nearest=file.nearest)
    else:
        yield image.finding("missing", path=file.shown)
