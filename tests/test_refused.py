"""What product.json refuses hides nothing but what it makes seem missing."""

from datetime import date

import pytest

from listlint.listing import is_product
from listlint.planning import engine_of
from listlint.settings import Settings
from listlint.world import World

ENGINE = engine_of(World(Settings(), date(2026, 11, 21)))
SOUND = {
    "title": "Steel Mug",
    "brand": "Northline",
    "images": [f"https://img.example.com/{name}.jpg" for name in "abc"],
}


def found(**fields):
    product = {name: value for name, value in {**SOUND, **fields}.items() if value is not None}
    return {judged.name for judged in ENGINE.judge(product, ("dhgate",)).found}


def test_a_sound_product_has_no_finding():
    assert found() == set()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"brand": 5}, {"brand/type"}),
        ({"images": [1, 2, 3, 4]}, {"images/type"}),
        ({"platforms": {"dhgate": {"brand": 5}}, "brand": None}, {"brand/type"}),
    ],
)
def test_a_refused_value_is_not_told_as_missing_too(fields, told):
    assert found(**fields) == told


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"brand": None, "variants": [{"id": "A", "brand": "x"}]}, "brand/required"),
        ({"images": SOUND["images"][:1], "variants": [{"id": "A", "images": 5}]},
         "images/min-items"),
        ({"brand": None, "platforms": {"elsewhere": {"brand": 5}}}, "brand/required"),
    ],
)  # fmt: skip
def test_a_value_refused_elsewhere_hides_nothing(fields, told):
    assert told in found(**fields)


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        ({"title": "Steel Mug"}, True),
        ({"$schema": "./product.schema.json", "title": "Steel Mug"}, True),
        ({"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Product"}, False),
        ({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Product"}, False),
    ],
)
def test_a_json_schema_with_a_title_is_no_product(value, verdict):
    assert is_product(value) is verdict
