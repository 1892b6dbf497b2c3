"""Draw the pictures of this example catalog: python examples/draw_pictures.py

Simple drawings, real files. Those whose names say so are wrong on purpose, each in one way.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

PICTURES = Path(__file__).parent / "pictures"
SIDE = 640
STEEL, BLUE, RED, GREEN, BLACK = "#9aa5ad", "#2f5d8a", "#b23a32", "#3f7d54", "#2b2b2e"

Box = tuple[float, float, float, float]


def canvas() -> Image.Image:
    """White, with the grey of a table's edge and the shadow of what stands on it."""
    picture = Image.new("RGB", (SIDE, SIDE), "#fbfbfa")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 470, SIDE, SIDE), fill="#eeece8")
    draw.ellipse((150, 500, 490, 560), fill="#d5d2cc")
    return picture.filter(ImageFilter.GaussianBlur(9))


def body(picture: Image.Image, box: Box, colour: str, radius: int = 24) -> None:
    """A round body, lit from the left."""
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle(box, radius, fill=colour)
    left, top, right, bottom = box
    light = Image.new("L", picture.size, 0)
    wide = (right - left) / 6
    ImageDraw.Draw(light).rounded_rectangle(
        (left + wide, top + 14, left + 2 * wide, bottom - 14), 12, fill=110
    )
    picture.paste("white", mask=light.filter(ImageFilter.GaussianBlur(10)))


def mug(colour: str, *, handle: bool = True, lid: bool = True) -> Image.Image:
    """A travel mug."""
    picture = canvas()
    draw = ImageDraw.Draw(picture)
    if handle:
        draw.arc((355, 240, 495, 420), -90, 90, fill=colour, width=26)
    body(picture, (210, 180, 430, 530), colour)
    if lid:
        body(picture, (196, 138, 444, 196), BLACK, 18)
        ImageDraw.Draw(picture).rectangle((300, 118, 340, 140), fill=BLACK)
    return picture


def lid() -> Image.Image:
    """The mug's lid from above."""
    picture = canvas()
    draw = ImageDraw.Draw(picture)
    draw.ellipse((150, 130, 490, 470), fill=BLACK)
    draw.ellipse((180, 160, 460, 440), outline="#55565a", width=6)
    draw.rounded_rectangle((280, 190, 360, 240), 18, fill="#77787c")
    return picture


def lamp(colour: str, *, bent: bool) -> Image.Image:
    """A desk lamp."""
    picture = canvas()
    draw = ImageDraw.Draw(picture)
    top = (410, 190) if bent else (330, 120)
    draw.line([(320, 510), (250, 330), top], fill=colour, width=18, joint="curve")
    draw.ellipse((210, 490, 430, 540), fill=colour)
    x, y = top
    draw.polygon([(x - 20, y - 20), (x + 90, y + 40), (x + 20, y + 130), (x - 70, y + 60)], colour)
    draw.ellipse((x - 40, y + 60, x + 20, y + 120), fill="#ffe9a8")
    return picture


def cap(colour: str, *, back: bool = False) -> Image.Image:
    """A baseball cap."""
    picture = canvas()
    draw = ImageDraw.Draw(picture)
    draw.pieslice((170, 200, 470, 560), 180, 360, fill=colour)
    draw.ellipse((308, 190, 332, 206), fill=colour)
    if back:
        draw.pieslice((270, 300, 370, 460), 180, 360, fill="#e4e1db")
    else:
        draw.ellipse((110, 350, 400, 420), fill=colour)
        draw.line([(130, 392), (390, 372)], fill="#ffffff", width=2)
    return picture


def jpeg(picture: Image.Image) -> bytes:
    """The file of *picture* as a JPEG."""
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=82, optimize=True)
    return file.getvalue()


def png(picture: Image.Image) -> bytes:
    """The file of *picture* as a PNG."""
    file = io.BytesIO()
    picture.quantize(48).save(file, "PNG", optimize=True)
    return file.getvalue()


def files() -> dict[str, bytes]:
    """Each picture's name and bytes."""
    front, side = jpeg(mug(STEEL)), jpeg(mug(STEEL, handle=False))
    return {
        "mug-front.jpg": front,
        "mug-side.jpg": side,
        "mug-lid.jpg": jpeg(lid()),
        "mug-blue.jpg": jpeg(mug(BLUE)),
        "mug-red.jpg": jpeg(mug(RED)),
        "mug-green.jpg": jpeg(mug(GREEN)),
        "mug-open.jpg": jpeg(mug(STEEL, lid=False)),
        "lamp-front.jpg": jpeg(lamp(BLACK, bent=False)),
        "lamp-bent.jpg": jpeg(lamp(BLACK, bent=True)),
        "lamp-red.jpg": jpeg(lamp(RED, bent=True)),
        "cap-blue.jpg": jpeg(cap(BLUE)),
        "cap-blue-back.jpg": jpeg(cap(BLUE, back=True)),
        "cap-green.jpg": jpeg(cap(GREEN)),
        # Wrong on purpose.
        "mug-drawing.png": png(mug(STEEL)),
        "mug-really-png.jpg": png(mug(BLUE)),
        "mug-really-jpeg.png": jpeg(mug(RED, handle=False)),
        "mug-cut-off.jpg": front[: len(front) // 2],
        "mug-front-copy.jpg": front,
        "mug-small.jpg": jpeg(mug(GREEN).resize((240, 240))),
    }


if __name__ == "__main__":
    for name, data in files().items():
        (PICTURES / name).write_bytes(data)
