"""The brand lexicon: its data is sound, and names are told as listings write them."""

from pathlib import Path

import orjson
import pytest

import listlint
from listlint.lexicon import (
    brand_of,
    is_known,
    load,
    names_of,
    stands_for,
    takes_accessories,
)
from listlint.wordscan import fold

_FILE = Path(listlint.__file__).parent / "data" / "brands.json"
_BRANDS = orjson.loads(_FILE.read_bytes())["brands"]


def test_the_file_is_small_and_sorted() -> None:
    assert _FILE.stat().st_size < 100_000
    names = [brand["name"] for brand in _BRANDS]
    assert names == sorted(names, key=str.casefold)
    assert len(names) == len(set(names)) > 300


@pytest.mark.parametrize("brand", _BRANDS, ids=lambda brand: brand["name"])
def test_each_brand_has_the_form_that_the_readme_tells(brand: dict) -> None:
    assert set(brand) <= {"name", "owners", "accessories", "words"}
    assert brand["words"][0][0] == brand["name"]
    known = {each["name"] for each in _BRANDS}
    assert set(brand.get("owners", ())) <= known - {brand["name"]}
    for word, kind, *why in brand["words"]:
        assert word == word.strip()
        assert word
        assert kind in ("exact", "translated", "series", "abbreviation")
        assert why in ([], ["ordinary"], ["component"])


def test_no_word_is_of_two_brands() -> None:
    owners: dict[str, str] = {}
    for brand in _BRANDS:
        for word, *_ in brand["words"]:
            assert owners.setdefault(fold(word), brand["name"]) == brand["name"], word


def test_words_that_need_their_surroundings_are_not_looked_for() -> None:
    words = {word for word, _, _ in load()}
    assert {"Nike", "耐克", "Air Jordan"} <= words
    assert words.isdisjoint({"Apple", "Coach", "小米", "Intel", "Jordan"})


def test_other_spellings_of_a_word_are_looked_for_too() -> None:
    words = {word for word, brand, _ in load() if brand in ("Hermès", "Levi's", "L'Oréal")}
    assert {"Hermès", "Hermes", "Levi’s", "L’Oréal", "L'Oreal"} <= words


@pytest.mark.parametrize(
    ("name", "brand", "same"),
    [
        ("Nike", "Nike", True),
        ("NIKE Inc.", "Nike", True),
        ("耐克", "Nike", True),
        ("Adidas ORIGINALS", "Adidas", True),
        ("ray ban", "Ray-Ban", True),
        ("Mattel", "Barbie", True),
        ("Barbie", "Mattel", True),
        ("Barbie", "Hot Wheels", False),
        ("Apple", "Apple", True),
        ("Nikecraft", "Nike", False),
        ("Marshall Ring", "Ring", True),
        ("Ring Light Co", "Kenzo", False),
        ("Northline", "Nike", False),
        ("Nike", "no such brand", False),
    ],
)
def test_a_stated_brand_stands_for_one_of_the_lexicon(name: str, brand: str, same: bool) -> None:
    assert stands_for(name, brand) is same


def test_brands_are_known_by_any_of_their_words() -> None:
    assert brand_of("ARC'TERYX") == "Arc'teryx"
    assert brand_of("始祖鸟") == "Arc'teryx"
    assert brand_of("Northline") is None
    assert is_known("Adidas Originals")
    assert not is_known("Northline")
    assert names_of("no such brand") == ()
    assert takes_accessories("Apple")
    assert not takes_accessories("Gucci")
