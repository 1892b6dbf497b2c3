"""Make a catalog of synthetic products for benchmarks: seeded, so that every machine has the same.

    python benchmarks/make_corpus.py --products 100000 --out products.jsonl
    python benchmarks/make_corpus.py --products 5000 --format files --out catalog/

About 2.4 KB a product, the fields a DHgate seller fills. Half of the products are clean; the others
carry one or two faults of `corpus_faults.py`. 15 % hold text outside ASCII. Product number *n* is
a function of the seed and *n* alone. `--key` writes which product carries which faults.
"""

import argparse
import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import product as matrix
from pathlib import Path
from random import Random
from typing import Any

import corpus_words as words
from corpus_faults import FAULTS

FAULTY_SHARE = 0.5
OUTSIDE_ASCII_SHARE = 0.12  # the faults bring it to 0.15
CENT = Decimal("0.01")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--products", type=int, default=100_000)
    parser.add_argument("--format", choices=("jsonl", "files", "array"), default="jsonl")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--number-amounts", action="store_true", help='25.9 instead of "25.90"')
    parser.add_argument("--ascii", action="store_true", help="json.dumps with its defaults")
    parser.add_argument("--key", type=Path, help="write the faults of each product here")
    parser.add_argument("--out", type=Path, required=True, help="a file; a folder for files")
    given = parser.parse_args()
    made = products(given.products, given.seed)
    if given.key:
        made = noting(made, given.key)
    only = (numbered(each) if given.number_amounts else each for each, _ in made)
    write(only, given.format, given.out, given.ascii)


def write(made: Iterator[dict[str, Any]], form: str, out: Path, ascii_only: bool) -> None:
    """Write the products as JSON Lines, as one array, or each as a file of the folder `out`."""
    if form == "files":
        out.mkdir(parents=True, exist_ok=True)
        for each in made:
            body = json.dumps(each, indent=2, ensure_ascii=ascii_only) + "\n"
            (out / f"{each['id']}.json").write_text(body, "utf-8")
        return
    separators = None if ascii_only else (",", ":")
    before, between, after = ("[\n", ",\n", "\n]\n") if form == "array" else ("", "\n", "\n")
    with out.open("w", encoding="utf-8") as file:
        file.write(before)
        for number, each in enumerate(made):
            file.write(between if number else "")
            file.write(json.dumps(each, ensure_ascii=ascii_only, separators=separators))
        file.write(after)


def noting(
    made: Iterator[tuple[dict[str, Any], list[str]]], path: Path
) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Pass the products on, and write a line of `{"id", "faults"}` for each."""
    with path.open("w", encoding="utf-8") as file:
        for each, faults in made:
            file.write(json.dumps({"id": each["id"], "faults": faults}) + "\n")
            yield each, faults


def numbered(made: Any) -> Any:
    """The same with each amount as a number: what a listing's schema takes as it stands."""
    if isinstance(made, list):
        return [numbered(each) for each in made]
    if isinstance(made, dict):
        return {k: float(v) if k == "amount" else numbered(v) for k, v in made.items()}
    return made


def products(count: int, seed: int) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """`count` products, each with the names of the faults it was given."""
    for number in range(1, count + 1):
        random = Random(f"{seed}/{number}")
        made, faults = clean_product(number, random), []
        if random.random() < FAULTY_SHARE:
            faults = random.sample(list(FAULTS), random.choice((1, 1, 2)))
            for name in faults:
                FAULTS[name](made, random)
        yield made, faults


def clean_product(number: int, random: Random) -> dict[str, Any]:
    """A product that DHgate would take as it is."""
    kind = random.choice(words.KINDS)
    brand, colors = random.choice(words.BRANDS), random.sample(words.COLORS, 3)
    material, use = random.choice(kind.materials), random.choice(kind.uses)
    feature, finish = random.choice(kind.features), random.choice(words.FINISHES)
    packaging = random.choice(words.PACKAGING)
    length, width, height = (side + random.randrange(3) for side in kind.centimetres)
    grams = kind.grams + 10 * random.randrange(10)
    said = {
        "noun": kind.noun.lower(),
        "material": material.lower(),
        "feature": feature.lower(),
        "use": use.lower(),
        "finish": finish.lower(),
        "packaging": packaging.lower(),
        "length": length,
        "width": width,
        "height": height,
        "grams": grams,
    }
    title = f"{brand} {random.choice(words.ADJECTIVES)} {material} {kind.noun}"
    mpn = f"{brand[:2].upper()}{kind.category_id[-4:]}-{number}"
    title += f" with {feature} for {use} {mpn}"
    cents = random.randrange(499, 8999)
    sold = list(variants(number, kind, colors, cents, random))
    shown = list(dict.fromkeys(each["options"]["Color"] for each in sold))
    made: dict[str, Any] = {
        "id": f"SKU-{number:07}",
        "language": "en",
        "title": title,
        "short_description": "{noun} in {material} for {use}, {finish}".format(**said).capitalize(),
        "description": description(said, random),
        "brand": brand,
        "category": kind.category,
        "category_id": kind.category_id,
        "gtin": gtin(number * 8),
        "mpn": mpn,
        "condition": "new",
        "bullets": [line.format(**said).capitalize() for line in random.sample(words.BULLETS, 3)],
        "keywords": [f"{material} {kind.noun}".lower(), kind.noun.lower(), feature.lower()],
        "images": [picture(number, n) for n in range(1, random.randint(5, 8) + 1)],
        "attributes": attributes(kind, shown, material, finish, random),
        "custom_attributes": custom_attributes(packaging, random),
        "price": dollars(cents),
        "price_tiers": tiers(cents, random),
        "variants": sold,
        "stock": sum(each["stock"] for each in sold),
        "lead_time_days": random.choice((1, 2)),
        "purchase_limit": random.choice((500, 1000, 10_000)),
        "package": {
            "weight_kg": grams / 1000,
            "length_cm": length + 2,
            "width_cm": width + 2,
            "height_cm": height + 2,
            "quantity": 1,
        },
        "platforms": {"dhgate": {}},
    }
    if random.random() < OUTSIDE_ASCII_SHARE:
        outside_ascii(made, kind, random)
    return made


def attributes(
    kind: words.Kind, colors: list[str], material: str, finish: str, random: Random
) -> dict[str, Any]:
    """10 to 15 of them: the fixed ones, then the kind's own, then some that all goods have."""
    made: dict[str, Any] = {
        "Color": colors,
        "Material": material,
        "Finish": finish,
        "Place of Origin": random.choice(words.ORIGINS),
        "Cleaning": random.choice(words.CLEANING),
        "Pattern": random.choice(words.PATTERNS),
        "Season": random.choice(words.SEASONS),
    }
    made |= {name: random.choice(values) for name, values in kind.facts}
    common = {
        "Customizable": random.choice(("Yes", "On request")),
        "Pieces per Pack": 1,
        "Assembly Required": "No",
        "Gift Ready": "Yes",
        "Style": random.choice(("Casual", "Classic", "Minimalist", "Rustic")),
    }
    for name in random.sample(list(common), random.randint(0, 5)):
        made[name] = common[name]
    return made


def custom_attributes(packaging: str, random: Random) -> dict[str, Any]:
    """2 to 4 attributes of the seller's own."""
    own = {
        "Packing": packaging,
        "Guarantee Period": random.choice(words.WARRANTIES),
        "Workshop Batch": f"B{random.randrange(10, 99)}",
        "Care Leaflet": random.choice(("English", "English and Spanish")),
    }
    return {name: own[name] for name in random.sample(list(own), random.randint(2, 4))}


def variants(
    number: int, kind: words.Kind, colors: list[str], cents: int, random: Random
) -> Iterator[dict[str, Any]]:
    """3 to 6 variants: the full matrix of some colours and some choices of the kind's axis."""
    shades, sizes = random.choice(((1, 3), (2, 2), (3, 1), (2, 3), (3, 2)))
    coded = random.random() < 0.2
    for place, (color, choice) in enumerate(matrix(colors[:shades], kind.choices[:sizes]), 1):
        made: dict[str, Any] = {
            "id": f"SKU-{number:07}-{place}",
            "options": {"Color": color, kind.axis: choice},
            "stock": random.randrange(10, 400),
        }
        if extra := kind.choices.index(choice):
            made["price"] = dollars(cents + 100 * extra)
        if coded:
            made["gtin"] = gtin(number * 8 + place)
        yield made


def tiers(cents: int, random: Random) -> list[dict[str, Any]]:
    """2 or 3 steps; each starts higher than the one before and costs less."""
    steps = list(zip((10, 50, 200), (5, 10, 16), strict=True))[: random.choice((2, 3))]
    if random.random() < 0.6:
        return [{"quantity": least, "discount": off / 100} for least, off in steps]
    return [
        {"quantity": least, "price": dollars(cents * (100 - off) // 100)} for least, off in steps
    ]


def description(said: dict[str, Any], random: Random) -> str:
    """About 400 characters, plain or as simple HTML."""
    middles = random.sample(words.MIDDLES, 4)
    sentences = [random.choice(words.OPENINGS), *middles, random.choice(words.CLOSINGS)]
    told = [sentence.format(**said) for sentence in sentences]
    return "<p>" + "</p><p>".join(told) + "</p>" if random.random() < 0.4 else " ".join(told)


def outside_ascii(made: dict[str, Any], kind: words.Kind, random: Random) -> None:
    """Put in what a seller's file holds beside English: a Chinese category, accents, emoji."""
    sort = random.randrange(4)
    if sort == 0:
        made["category"] = kind.chinese
    else:
        lists = (words.ACCENTED, words.TYPOGRAPHIC, words.EMOJI)
        made["description"] += " " + random.choice(lists[sort - 1])


def dollars(cents: int) -> dict[str, str]:
    return {"amount": str(cents * CENT), "currency": "USD"}


def picture(number: int, place: int) -> str:
    return f"https://img.example.com/p/{number:07}/{place:02}.jpg"


def gtin(number: int) -> str:
    """The EAN-13 of an item number, below a prefix of GS1 China; the check digit is right."""
    body = f"69{number:010}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(body))
    return f"{body}{-total % 10}"


if __name__ == "__main__":
    main()
