"""The lexicon is sound, freshly compiled, and names are told as listings write them."""

from pathlib import Path

import pytest

import listlint
from listlint.brandwords import brand_of, is_known, lookalike, names_of, stands_for
from listlint.brandwords.compile import compiled, compiled_folder
from listlint.brandwords.folding import classes
from listlint.brandwords.layer import CONTEXT, Layer
from listlint.brandwords.shared import detector
from listlint.brandwords.source import SourceError, brands_of, read_brands
from listlint.brandwords.store import Lexicon

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "lexicon"


def test_the_compiled_lexicon_is_that_of_the_folder() -> None:
    compiled_file = Path(listlint.__file__).parent / "data" / "brands.bin"
    assert compiled_file.read_bytes() == compiled_folder(FOLDER), (
        "run: python -m listlint.brandwords.compile"
    )


def test_every_file_of_the_folder_is_read() -> None:
    paths = [path for path in FOLDER.glob("*.toml") if path.name != "context.toml"]
    brands = read_brands(paths)
    assert len({brand.name.casefold() for brand in brands}) == len(brands) > 1000


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({}, "no name"),
        ({"name": "A", "exakt": ["A"]}, "unknown keys exakt"),
        ({"name": "A", "sectors": ["ships"]}, "unknown sectors ships"),
        ({"name": "A", "risk": "some"}, "risk is one of low, medium, high"),
        ({"name": "A", "exact": [""]}, "exact holds what is no word"),
    ],
)
def test_a_wrong_entry_is_told(entry: dict, told: str) -> None:
    with pytest.raises(SourceError, match=told):
        brands_of([(entry, "words.toml")])


def test_entries_of_one_name_are_united() -> None:
    one = {"name": "Nike", "exact": ["Nike"], "risk": "low", "sectors": ["shoes"]}
    two = {"name": "NIKE", "translated": ["耐克"], "risk": "high", "accessories": True}
    (brand,) = brands_of([(one, "a"), (two, "b")])
    assert brand.words == {"Nike": "exact", "耐克": "translated"}
    assert (brand.name, brand.risk, brand.accessories) == ("Nike", "high", True)


def test_a_users_words_are_laid_over() -> None:
    entries = brands_of([({"name": "Zorblax", "exact": ["Zorblax"]}, "words.toml")])
    lexicon = Lexicon([Layer(compiled(entries))], allow=["Nike"])
    assert [word.brand.name for word in lexicon.find("w", "zorbiax")] == ["Zorblax"]
    assert lexicon.find("w", "nothing") == ()
    assert lexicon.allow == {"nike"}


def test_a_disguised_brand_is_known_for_what_it_is() -> None:
    assert (found := lookalike("Adidass")) is not None
    assert found.brand == "Adidas"
    assert lookalike("Adidas") is None
    assert lookalike("Northline") is None


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


@pytest.mark.parametrize(
    "word", ["Fortnite", "Minecraft", "Jellycat", "Montblanc", "Ultraboost", "Vuitton", "Batman"]
)
def test_a_famous_word_counts_by_itself(word: str) -> None:
    """Though the same letters in two words (Fort Nite), or a list of English, are ordinary."""
    words = detector(None).lexicon.find("w", classes(word.lower()))
    assert any(each.surface == word and not each.flags & CONTEXT for each in words)
