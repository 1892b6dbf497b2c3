"""Make labelled texts with deformed names of the lexicon's brands, to see which are found.

    python benchmarks/deform_brands.py TITLES... --rows 1500 --seed 1 --out made.jsonl
    python benchmarks/brands.py made.jsonl

TITLES are JSON Lines of products: titles in which the detector finds nothing take a name each, at
the start, in the middle or at the end, of goods that the brand sells where there are such. The
rows have the form that `brands.py` reads; `way` tells how the name is deformed, by one of those in
`deforming.py`. The same arguments give the same rows. What is made at random is judged by nobody:
that a row is missed says that somebody might write so, not that somebody does.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from deforming import FOREIGN_WAYS, WAYS, Way, letters_of

from listlint.brandwords.detect import Texts
from listlint.brandwords.folding import glued
from listlint.brandwords.scene import shown_in
from listlint.brandwords.shared import detector
from listlint.brandwords.source import SourceBrand, read_brands, sector_bits
from listlint.brandwords.unspaced import has_unspaced

LEXICON = Path(__file__).parents[1] / "lexicon"
_LEAST = 4
_TITLE_WORDS = range(3, 25)
_GOODS = {
    "shoes": ("shoes", "sneakers", "boots"), "clothing": ("shirt", "jacket", "hoodie", "jeans"),
    "bags": ("bag", "wallet", "backpack"), "watches": ("watch", "watches"), "toys": ("toys", "toy"),
    "perfume": ("perfume",), "cosmetics": ("cream", "lipstick"), "eyewear": ("sunglasses",),
    "jewelry": ("necklace", "ring"), "phones": ("phone", "charger"), "audio": ("headphones",),
    "characters": ("shirt", "toy", "poster"), "kitchen": ("mug",), "cars": ("keychain",),
}  # fmt: skip
_FITS = ("for", "fits", "with", "by", "of", "to", "and", "&", "+", "für", "para")
"""Words after which a name tells what the goods fit, or is a partner's."""
_HIGH = 0.75
_MAIN = 0.75
_TRIES = 60
_TITLES_SEEN = 300
_WITH_GOODS = "with goods"


class Title(NamedTuple):
    """An innocent title and the sectors that it shows."""

    text: str
    lang: str
    sectors: int


def innocent_titles(paths: Iterable[Path], most: int, chance: Random) -> list[Title]:
    """Titles in the files at *paths* in which no brand is found, *most* of them."""
    found: dict[str, Title] = {}
    for path in paths:
        lines = [line for line in path.read_text("utf-8").split("\n") if line]
        chance.shuffle(lines)
        for line in lines[:most]:
            product = json.loads(line)
            text = " ".join(str(product.get("title") or "").split())
            brand = product.get("brand") or ""
            if brand and text.casefold().startswith(brand.casefold()):
                text = text[len(brand) :].strip(" -,|:")
            if not (text.isascii() or product.get("language") == "zh"):
                continue
            if text in found or (text.isascii() and len(text.split()) not in _TITLE_WORDS):
                continue
            if len(text) < 8 or detector().mentions(Texts([text], title=text)):
                continue
            shown = 0
            for each in shown_in(detector().lexicon, text):
                shown |= each.sectors
            found[text] = Title(text, product.get("language", "en"), shown)
    titles = list(found.values())
    chance.shuffle(titles)
    return titles[:most]


def names_of(brand: SourceBrand) -> Iterator[tuple[str, bool]]:
    """The names of *brand* that are deformed, and whether each is its main one."""
    for word, kind in {brand.name: "exact", **brand.words}.items():
        if kind not in ("exact", "partial") or has_unspaced(word) or not word.isascii():
            continue
        if len(glued(word)) >= _LEAST and word.replace(" ", "").replace("'", "").isalpha():
            yield word, word == brand.name


def foreign_names_of(brand: SourceBrand) -> list[str]:
    """The names of *brand* in alphabets that part words by spaces, other than Latin."""
    return [
        word
        for word, kind in brand.words.items()
        if kind == "translated" and not has_unspaced(word) and len(letters_of(word)) >= _LEAST + 1
        if not any(char.isascii() and char.isalpha() for char in word)
    ]


class Maker:
    """Makes rows of brands and titles."""

    def __init__(
        self, brands: Sequence[SourceBrand], titles: Sequence[Title], risks: Sequence[str],
        chance: Random,
    ) -> None:  # fmt: skip
        self._chance = chance
        self._titles = titles
        self._by_risk = {
            risk: [b for b in brands if b.risk == risk and list(names_of(b))] for risk in risks
        }
        self._foreign = [b for b in brands if b.risk in risks and foreign_names_of(b)]
        self._known = {glued(word) for brand in brands for word in (brand.name, *brand.words)}

    def row(self, kind: str, way: str, deform: Way, foreign: bool = False) -> dict[str, Any] | None:
        """A row of a name deformed by *deform*; None where none is found that can be."""
        for _ in range(_TRIES):
            brand, name = self._foreign_name() if foreign else self._name()
            made = deform(name, self._chance)
            if made is not None and way == _WITH_GOODS:
                goods = [word for each in sorted(brand.sectors) for word in _GOODS.get(each, ())]
                made = made + self._chance.choice(goods) if goods else None
            if made is None or made == name or not self._is_fair(made, name, kind):
                continue
            title = self._title(sector_bits(brand.sectors))
            return self._put(made, title, brand.name, kind, way)
        return None

    def _name(self) -> tuple[SourceBrand, str]:
        high = self._chance.random() < _HIGH
        risk = "high" if "high" in self._by_risk and (high or len(self._by_risk) < 2) else "medium"
        brand = self._chance.choice(self._by_risk[risk])
        names = list(names_of(brand))
        main = [name for name, is_main in names if is_main]
        name = main[0] if main and self._chance.random() < _MAIN else self._chance.choice(names)[0]
        return brand, name

    def _foreign_name(self) -> tuple[SourceBrand, str]:
        brand = self._chance.choice(self._foreign)
        return brand, self._chance.choice(foreign_names_of(brand))

    def _is_fair(self, made: str, name: str, kind: str) -> bool:
        """Whether *made* is neither an ordinary word nor another name, but a disguise."""
        form = glued(made)
        if kind == "spaced":
            parts = [glued(part) for part in made.replace("-", " ").split()]
            return not all(map(detector().lexicon.is_ordinary, parts)) or len(form) == len(parts)
        return form not in self._known or form == glued(name)

    def _title(self, sectors: int) -> Title:
        seen = [self._chance.choice(self._titles) for _ in range(_TITLES_SEEN)]
        return next((title for title in seen if title.sectors & sectors), seen[0])

    def _put(self, made: str, title: Title, brand: str, kind: str, way: str) -> dict[str, Any]:
        written = self._chance.random()
        if kind != "homoglyph" and (title.text.islower() or written < 0.15):
            made = made.lower()
        elif kind != "homoglyph" and (title.text.isupper() or written < 0.3):
            made = made.upper()
        words = title.text.split() if title.lang != "zh" else [title.text]
        places = [at for at in range(len(words)) if not at or words[at - 1].lower() not in _FITS]
        at = self._chance.choice((0, 0, len(words), self._chance.choice(places)))
        before = "".join(f"{word} " for word in words[:at])
        text = f"{before}{made}{''.join(f' {word}' for word in words[at:])}"
        mention = {
            "brand": brand, "kind": kind, "match": made,
            "start": len(before), "end": len(before) + len(made),
            "kinds_ok": [kind, *(other for other in (*WAYS, "partial") if other != kind)],
        }  # fmt: skip
        return {
            "text": text, "lang": title.lang, "field": "title", "listing_brand": "",
            "authorized": False, "expect": [mention], "category": "positive", "way": way,
            "origin": "made: a deformed name in an innocent title",
        }  # fmt: skip


def in_one(name: str, _: Random) -> str:
    """nike, to be followed by goods: nikeshoes."""
    return name.replace(" ", "").lower()


def ways() -> list[tuple[str, str, Way, bool]]:
    """Each way: its kind, its name, what does it, and whether for names in other alphabets."""
    found = [(kind, name, way, False) for kind, each in WAYS.items() for name, way in each.items()]
    found.append(("deformed", _WITH_GOODS, in_one, False))
    return [*found, *(("typo", name, way, True) for name, way in FOREIGN_WAYS.items())]


def made_rows(maker: Maker, count: int) -> Iterator[dict[str, Any]]:
    """*count* rows, of each kind as many, and within a kind of each way."""
    by_kind: dict[str, list[Callable[[], dict[str, Any] | None]]] = defaultdict(list)
    for way in ways():
        by_kind[way[0]].append(partial(maker.row, *way))
    number = 0
    turn = 0
    while number < count:
        for makes in by_kind.values():
            row = makes[turn % len(makes)]()
            if row is not None and number < count:
                number += 1
                yield {"id": f"M{number:05}", **row}
        turn += 1


def main() -> None:
    """Write the rows."""
    about = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    about.add_argument("titles", type=Path, nargs="+")
    about.add_argument("--rows", type=int, default=1500)
    about.add_argument("--seed", type=int, default=1)
    about.add_argument("--risk", choices=("high", "medium"), action="append")
    about.add_argument("--out", type=Path)
    asked = about.parse_args()
    chance = Random(asked.seed)
    files = (path for path in sorted(LEXICON.glob("*.toml")) if path.name != "context.toml")
    titles = innocent_titles(asked.titles, 2000, chance)
    maker = Maker(read_brands(files), titles, asked.risk or ("high", "medium"), chance)
    lines = [json.dumps(row, ensure_ascii=False) for row in made_rows(maker, asked.rows)]
    told = "\n".join(lines) + "\n"
    if asked.out:
        asked.out.write_text(told, "utf-8")
    else:
        sys.stdout.write(told)


if __name__ == "__main__":
    main()
