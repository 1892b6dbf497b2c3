"""Amazon's payloads: told by their shape, read into a product, updates blamed for nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from commandline import check, put

from listlint.payload import Payload
from listlint.platform import Platforms

FIXTURES = Path(__file__).parent / "fixtures" / "amazon"
SCHEMA = Platforms().payload_schema("amazon")
assert SCHEMA is not None
AMAZON = Payload("amazon", SCHEMA)
CLEAN = json.loads((FIXTURES / "payload-clean.json").read_text("utf-8"))
PUT, PATCH, ANSWER = CLEAN[:3]
IMG = "https://img.northline.example/"


def entry(value: Any, **more: Any) -> list[dict[str, Any]]:
    return [{"value": value, "marketplace_id": "ATVPDKIKX0DER", **more}]


def read(payload: dict[str, Any]) -> dict[str, Any]:
    return AMAZON.read(payload).product


def test_a_submission_is_read_into_a_product():
    product = read(PUT)
    assert product.pop("bullets")[0].startswith("Warm to hold")
    assert product.pop("description") == "A stoneware mug for everyday coffee and tea."
    assert product == {
        "title": "Northline Stoneware Coffee Mug 350 ml, Sage Green",
        "brand": "Northline",
        "language": "en",
        "gtin": "4012345000016",
        "keywords": ["tea cup ceramic pottery kitchen gift office drinkware"],
        "condition": "new_new",
        "mpn": "MUG-350-SG",
        "trade": {"origin_country": "PT"},
        "category_id": "DRINKING_CUP",
        "images": [IMG + "mug-1.jpg", IMG + "mug-2.jpg", IMG + "mug-3.jpg"],
        "price": {"amount": 14.9, "currency": "USD"},
        "list_price": {"amount": 17.9, "currency": "USD"},
        "stock": 25,
        "lead_time_days": 2,
        "package": {"weight_kg": 0.42, "length_cm": 14, "width_cm": 11, "height_cm": 11},
        "attributes": {
            "title_differentiation": "Cork base, matt glaze, dishwasher safe",
            "item_type_keyword": "coffee-cups",
            "color": "Sage Green",
            "material": ["Stoneware", "Cork"],
        },
    }


def test_patches_are_read_as_what_they_put_in_place():
    assert read(PATCH) == {
        "title": "Northline Stoneware Coffee Mug 350 ml, Sage Green",
        "language": "en",
        "bullets": [each["value"] for each in PUT["attributes"]["bullet_point"]],
        "price": {"amount": 13.9, "currency": "USD"},
        "category_id": "DRINKING_CUP",
    }


def test_an_answer_is_read_from_its_attributes_first():
    summary = {**ANSWER["summaries"][0], "itemName": "What the catalog shows"}
    assert read({**ANSWER, "summaries": [summary]})["title"] == read(ANSWER)["title"]
    bare = {"sku": "A", "summaries": [summary], "offers": ANSWER["offers"]}
    assert read(bare) == {
        "id": "A",
        "title": "What the catalog shows",
        "category_id": "DRINKING_CUP",
        "condition": "new_new",
        "price": {"amount": "14.90", "currency": "USD"},
    }


def test_prices_for_companies_are_not_the_price():
    def offer(audience: str, amount: float) -> dict[str, Any]:
        schedule = [{"schedule": [{"value_with_tax": amount}]}]
        return {"audience": audience, "currency": "EUR", "our_price": schedule}

    attributes = {"purchasable_offer": [offer("B2B", 9.5), offer("ALL", 12)]}
    product = read({"productType": "MUG", "attributes": attributes})
    assert product["price"] == {"amount": 12, "currency": "EUR"}


@pytest.mark.parametrize(
    ("unit", "amount", "kilograms"), [("pounds", 2, 0.90718474), ("grams", 250, 0.25)]
)
def test_weights_are_in_kilograms(unit, amount, kilograms):
    attributes = {"item_package_weight": entry(amount, unit=unit)}
    assert read({"productType": "MUG", "attributes": attributes})["package"] == {
        "weight_kg": kilograms
    }


@pytest.mark.parametrize(
    ("name", "value", "excused"),
    [
        ("merchant_suggested_asin", "B0EXAMPLE1", True),
        ("parentage_level", "parent", True),
        ("parentage_level", "child", False),
        ("supplier_declared_has_product_identifier_exemption", True, True),
        ("supplier_declared_has_product_identifier_exemption", False, False),
    ],
)
def test_an_identifier_may_be_missing_with_a_reason(tmp_path, name, value, excused):
    attributes = dict(PUT["attributes"])
    del attributes["externally_assigned_product_identifier"]
    attributes[name] = entry(value)
    put(tmp_path / "put.json", {**PUT, "attributes": attributes})
    assert check(cwd=tmp_path).rules == ([] if excused else ["identifiers/missing"])


@pytest.mark.parametrize(
    "partial",
    [
        {"productType": "MUG", "patches": []},
        {"productType": "MUG", "requirements": "LISTING_OFFER_ONLY", "attributes": {}},
        {"messageId": 1, "sku": "A", "operationType": "DELETE"},
        {"sku": "A", "operationType": "PARTIAL_UPDATE", "productType": "MUG", "attributes": {}},
        {"sku": "A", "summaries": [{"marketplaceId": "M"}]},
        {"sku": "A", "attributes": {"item_name": entry("Mug")}},
    ],
    ids=json.dumps,
)
def test_an_update_leaves_the_rest_as_it_is(partial):
    assert AMAZON.tells(partial)
    assert AMAZON.read(partial).partial


@pytest.mark.parametrize(
    "whole",
    [
        {"productType": "MUG", "attributes": {}},
        {"productType": "MUG", "requirements": "LISTING_PRODUCT_ONLY", "attributes": {}},
        {"sku": "A", "operationType": "UPDATE", "productType": "MUG", "attributes": {}},
    ],
    ids=json.dumps,
)
def test_a_whole_submission_is_no_update(whole):
    assert AMAZON.tells(whole)
    assert not AMAZON.read(whole).partial


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Mug", "productType": "Cup", "attributes": {"Color": "Green"}},
        {"productType": "Cup", "vendor": "Northline"},
        {"sku": "A", "attributes": {"Color": "Green"}},
        {"sku": "A", "attributes": []},
        {"sku": "A", "status": "ACCEPTED", "submissionId": "1", "issues": []},
        {"sku": "A", "summaries": "text"},
        {"productType": "MUG", "attributes": "text"},
    ],
    ids=json.dumps,
)
def test_other_objects_are_none_of_amazon_s(other):
    assert not AMAZON.tells(other)


def test_a_feed_is_judged_message_by_message(tmp_path):
    feed = json.loads((FIXTURES / "feed.json").read_text("utf-8"))
    put(tmp_path / "feed.json", feed)
    found = [(each["ruleId"], each["extra"]["pointer"]) for each in check(cwd=tmp_path).messages]
    assert found == [
        ("payload/not-here", "/messages/2/requirements"),
        ("payload/min-properties", "/messages/2/attributes"),
    ]


def test_a_search_s_answer_holds_several_items(tmp_path):
    wrong = {"sku": "B", "attributes": {"item_name": entry("mug of stoneware")}}
    put(tmp_path / "found.json", {"numberOfResults": 2, "items": [ANSWER, wrong]})
    [each] = check(cwd=tmp_path).messages
    assert each["ruleId"] == "title/lower-case"
    assert each["extra"]["pointer"] == "/items/1/attributes/item_name/0/value"
    assert each["extra"]["product"] == "B"


TITLE = "Northline Stoneware Coffee Mug 350 ml with Cork Base and Sage Green Matt Glaze"


@pytest.mark.parametrize(
    ("day", "level"), [("2026-07-26", "info"), ("2026-07-27", "warn")], ids=["before", "after"]
)
def test_the_advised_length_of_titles_holds_from_its_day(tmp_path, day, level):
    put(tmp_path / "put.json", _with(item_name=entry(TITLE), title_differentiation=None))
    [each] = check("--as-of", day, cwd=tmp_path).messages
    assert (each["ruleId"], each["extra"]["level"]) == ("title/advised-length", level)


def test_a_title_over_the_hard_limit_is_told_once(tmp_path):
    title = "Northline Stoneware Coffee Mug 350 ml with Cork Base " + "x" * 150
    put(tmp_path / "put.json", _with(item_name=entry(title), title_differentiation=None))
    assert check(cwd=tmp_path).rules == ["title/max-length"]


def test_highlights_need_a_short_title(tmp_path):
    put(tmp_path / "put.json", _with(item_name=entry(TITLE)))
    rules = check(cwd=tmp_path).rules
    assert rules == ["title/advised-length", "title/highlights-with-long-title"]


@pytest.mark.parametrize(
    ("kept", "told"),
    [([], 0), ([1], 0), ([1, 2, 3], 0), ([2], 1), ([1, 3], 1), ([3, 5], 2)],
    ids=str,
)
def test_the_slots_of_pictures_have_no_gap(tmp_path, kept, told):
    pictures = dict.fromkeys(f"other_product_image_locator_{n}" for n in range(1, 9))
    for number in kept:
        address = f"{IMG}{number}.jpg"
        pictures[f"other_product_image_locator_{number}"] = [{"media_location": address}]
    put(tmp_path / "put.json", _with(**pictures))
    assert check(cwd=tmp_path).rules == ["images/slot-gap"] * told


def _with(**attributes: Any) -> dict[str, Any]:
    """The submission with other *attributes*; None takes one out."""
    merged = {**PUT["attributes"], **attributes}
    return {**PUT, "attributes": {name: each for name, each in merged.items() if each is not None}}
