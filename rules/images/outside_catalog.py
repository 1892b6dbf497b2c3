"""Every picture lies in the catalog.

A path that leads out of the catalog's folder (`../../photos/a.jpg`, `/home/ann/a.jpg`,
`C:\\photos\\a.jpg`, a symbolic link to another disk) works on one computer at best, and a product
file that somebody else wrote could use it to have any file read. Nothing outside is opened, so
nothing can be said of such a picture. The same goes for devices and pipes.

**Repair.** Copy the picture into the catalog and name it by a relative path. If the pictures lie
in a folder of their own on purpose, set `[images] root` to it.
"""

from collections.abc import Iterator

from listlint import Finding, Image, Listing, Options, bad, good, rule


@rule(
    on=("images[].file", "detail_images[].file"),
    level="error",
    messages={
        "outside": "{path} leads out of the catalog and was not read. "
        "Copy the picture into the catalog.",
        "not-a-file": "{path} is a device or a pipe and was not read. Name a picture file.",
    },
    examples=[
        good({"images": ["photos/mug.jpg"]}, images={"photos/mug.jpg": {"format": "jpeg"}}),
        bad(
            {"images": ["../../mug.jpg"]},
            ("outside", "/images/0"),
            images={"../../mug.jpg": {"status": "outside"}},
        ),
        bad(
            {"detail_images": ["/dev/zero", "pipe"]},
            ("outside", "/detail_images/0"),
            ("not-a-file", "/detail_images/1"),
            images={
                "/dev/zero": {"status": "outside"},
                "pipe": {"status": "outside", "error": "not-a-file"},
            },
        ),
    ],
)
def check(image: Image, listing: Listing, options: Options) -> Iterator[Finding]:
    file = image.file
    if file.status == "outside":
        yield image.finding("not-a-file" if file.error else "outside", path=file.shown)
