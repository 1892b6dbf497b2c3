"""Make JPEG pictures like shop photographs, and two small catalogs that name them.

    python benchmarks/make_pictures.py FOLDER COUNT

In `FOLDER/pictures`: `001.jpg` and so on, 1600 x 1600, quality 88, about 300 KB, all different;
`local.jsonl` names them by path, `elsewhere.jsonl` is the same products with addresses instead.
"""

import json
import sys
from pathlib import Path
from random import Random

from make_corpus import products
from PIL import Image, ImageDraw, ImageFilter

SIDE = 1600
A_PRODUCT = 6


def main() -> None:
    folder, count = Path(sys.argv[1]) / "pictures", int(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        picture(Random(number)).save(folder / f"{number:03}.jpg", quality=88)
    made = [each for each, faults in products(count, seed=1) if not faults]
    with (folder / "local.jsonl").open("w") as local, (folder / "elsewhere.jsonl").open("w") as far:
        for place in range(0, count, A_PRODUCT):
            names = [f"{n + 1:03}.jpg" for n in range(place, min(place + A_PRODUCT, count))]
            product = made[place // A_PRODUCT]
            local.write(json.dumps(product | {"images": names}) + "\n")
            urls = [f"https://img.example.com/{name}" for name in names]
            far.write(json.dumps(product | {"images": urls}) + "\n")


def picture(random: Random) -> Image.Image:
    """A thing on a light ground: soft shapes, and grain, which is what fills a JPEG."""
    image = Image.new("RGB", (SIDE, SIDE), (245, 244, 242))
    draw = ImageDraw.Draw(image)
    for _ in range(40):
        x, y = random.randrange(200, 1300), random.randrange(200, 1300)
        wide, high = random.randrange(40, 500), random.randrange(40, 500)
        color = tuple(random.randrange(256) for _ in range(3))
        shape = draw.ellipse if random.random() < 0.5 else draw.rectangle
        shape((x, y, x + wide, y + high), fill=color)
    grain = Image.frombytes("L", (SIDE // 2, SIDE // 2), random.randbytes(SIDE * SIDE // 4))
    grain = grain.resize((SIDE, SIDE)).filter(ImageFilter.GaussianBlur(1))
    soft = image.filter(ImageFilter.GaussianBlur(3))
    return Image.blend(soft, Image.merge("RGB", (grain, grain, grain)), 0.1)


if __name__ == "__main__":
    main()
