"""Small picture files for tests, made when asked for: no binary file lies in the repository.

``python tests/pictures.py FOLDER`` writes one of each format to look at.
"""

import io
import sys
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw


def picture(
    format: str = "jpeg",
    width: int = 64,
    height: int = 48,
    *,
    mode: str = "RGB",
    seed: int = 0,
    **save: Any,
) -> bytes:
    """The bytes of a picture file of a disc on a ground; another *seed* has other colours.

    *mode* is Pillow's word for the kind of pixels, *save* goes to its encoder.
    """
    ground, disc = (40 * seed % 256, 200, 220), (200, 60 * seed % 256, 90)
    image = Image.new("RGB", (width, height), ground)
    ImageDraw.Draw(image).ellipse((width // 4, height // 4, width // 2, height // 2), fill=disc)
    file = io.BytesIO()
    image.convert(mode).save(file, format.upper(), **save)
    return file.getvalue()


def main() -> None:
    """Write one picture of each format into a folder."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for format in ("jpeg", "png", "gif", "webp", "bmp", "tiff", "avif"):
        (folder / f"{format}.{format}").write_bytes(picture(format, 640, 480))


if __name__ == "__main__":
    main()
