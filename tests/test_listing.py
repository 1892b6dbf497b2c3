"""Product → listing: overlays, brands, own shapes, platforms; every pointer leads to the source."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from commandline import check, lines, product, put
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pictures import picture
from products import anything, texts, valid

from listlint.listing import listing_of, merge_patch, number_amounts
from listlint.mapping import mapped
from listlint.model import Pointer, resolve

LONG = "x" * 150
SLOW = settings(deadline=None, suppress_health_check=list(HealthCheck))


def told(folder: Path, *arguments: str) -> list[tuple[str, str]]:
    """(rule, pointer) of each finding in *folder*."""
    messages = check(*arguments, cwd=folder).messages
    return [(each["ruleId"], each["extra"]["pointer"]) for each in messages]


def pointers(value: Any, at: Pointer = ()) -> Iterator[Pointer]:
    """The pointer of every value in *value*."""
    yield at
    items: Any = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    for name, below in items:
        yield from pointers(below, (*at, name))


# Overlays -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("base", "patch", "merged"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
        ({"a": "x"}, {"a": {"b": 1, "c": None}}, {"a": {"b": 1}}),
    ],
)
def test_an_overlay_is_a_merge_patch_as_rfc_7396_has_it(base, patch, merged):
    before = copy.deepcopy((base, patch))
    assert merge_patch(base, patch) == merged
    assert (base, patch) == before


OVERLAYS: dict[str, tuple[dict[str, Any], list[tuple[str, str]]]] = {
    "it sets a field": (
        {"title": LONG},
        [("title/max-length", "/platforms/dhgate/title")],
    ),
    "it sets part of a field": (
        {"price": {"amount": "0.00"}},
        [("price/exclusive-minimum", "/platforms/dhgate/price/amount")],
    ),
    "it removes a field": (
        {"brand": None},
        [("brand/required", "/platforms/dhgate/brand")],
    ),
    "it replaces an array": (
        {"images": ["https://pictures.example/1.jpg"]},
        [("images/min-items", "/platforms/dhgate/images")],
    ),
    "it sets an entry of an array": (
        {"keywords": ["steel", "mug!"]},
        [("keywords/pattern", "/platforms/dhgate/keywords/1")],
    ),
    "it sets one of the attributes": (
        {"attributes": {"Size": "call +86 138 0013 8000"}},
        [("attributes/contact-info", "/platforms/dhgate/attributes/Size")],
    ),
    "it leaves an attribute": (
        {"attributes": {"Size": "350 ml"}, "title": None},
        [
            ("title/required", "/platforms/dhgate/title"),
            ("attributes/placeholder", "/attributes/Color"),
        ],
    ),
    "it has a field that is none": (
        {"titel": "x"},
        [("schema/unknown-field", "/platforms/dhgate/titel")],
    ),
    "it has a value of a wrong type": (
        {"title": 5},
        [("title/type", "/platforms/dhgate/title")],
    ),
}


@pytest.mark.parametrize(("overlay", "expected"), OVERLAYS.values(), ids=OVERLAYS)
def test_a_finding_stands_where_its_value_was_written_where(tmp_path, overlay, expected):
    base: dict[str, Any] = {} if "Size" not in str(overlay) else {"attributes": {"Color": "N/A"}}
    if "call" in str(overlay):
        base = {"attributes": {"Color": "Red"}}
    put(tmp_path / "a.json", product(**base, platforms={"dhgate": overlay}))
    assert told(tmp_path) == expected


@SLOW
@given(valid)
def test_every_pointer_of_a_listing_leads_to_its_value_in_the_source(one):
    number_amounts(one)
    before = copy.deepcopy(one)
    listing = listing_of(one, "dhgate")
    for pointer in pointers(listing.data):
        value = resolve(listing.data, pointer)
        if isinstance(value, dict | list):
            continue  # it may be put together of both
        assert resolve(one, listing.source(pointer)) == value
    assert one == before


@SLOW
@given(valid)
def test_a_pointer_to_what_the_overlay_removed_leads_to_where_it_did(one):
    overlay = one["platforms"]["dhgate"]
    listing = listing_of(one, "dhgate")
    for name, value in overlay.items():
        if value is None and not (name == "brand" and "brand" in listing.data):
            assert listing.source((name,)) == ("platforms", "dhgate", name)


# The brand ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"brand": "No Brand"}, []),
        ({"brand": None}, [("brand/required", "/id")]),
        ({"brand": None, "attributes": {"Brand": "No Brand"}}, []),
        ({"brand": None, "attributes": {"brand": "No Brand"}}, []),
        ({"brand": None, "attributes": {"品牌": "No Brand"}}, []),
        (
            {"brand": None, "attributes": {"Brand": "N/A"}},
            [("brand/placeholder", "/attributes/Brand")],
        ),
        ({"brand": None, "attributes": {"Brand": 5}}, [("brand/required", "/id")]),
        ({"brand": 5}, [("brand/type", "/brand")]),
        ({"brand": "Northline", "attributes": {"Brand": "northline"}}, []),
        (
            {"brand": "Northline", "attributes": {"Brand": "Southline"}},
            [("brand/mismatch", "/attributes/Brand")],
        ),
    ],
)
def test_the_brand_may_stand_as_an_attribute(tmp_path, fields, expected):
    put(tmp_path / "a.json", product(**fields))
    assert told(tmp_path) == expected


@pytest.mark.parametrize("brand", ["", " ", "\u3000"])
def test_an_empty_brand_is_none(tmp_path, brand):
    put(tmp_path / "a.json", product(brand=brand))
    [(rule, pointer)] = told(tmp_path)
    assert (rule.partition("/")[0], pointer) == ("brand", "/brand")


def test_a_brand_in_an_overlays_attribute_is_found_there(tmp_path):
    overlay = {"brand": None, "attributes": {"Brand": "N/A"}}
    put(tmp_path / "a.json", product(platforms={"dhgate": overlay}))
    assert told(tmp_path) == [("brand/placeholder", "/platforms/dhgate/attributes/Brand")]


# Refused values -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": 5}, [("title/type", "/title")]),
        ({"title": None}, [("title/required", "/id")]),
        ({"images": "a.jpg"}, [("images/type", "/images")]),
        ({"images": [1, 2, 3, 4]}, [("images/type", f"/images/{each}") for each in range(4)]),
        ({"brand": ["Nike"]}, [("brand/type", "/brand")]),
        ({"price": {"amount": "free"}}, [("price/pattern", "/price/amount")]),
        ({"attributes": {"Color": None}}, [("attributes/type", "/attributes/Color")]),
        ({"variants": [{"stock": "many"}]}, [("variants/type", "/variants/0/stock")]),
        ({"wieght": 5}, [("schema/unknown-field", "/wieght")]),
    ],
)
def test_a_refused_value_is_told_once_and_is_not_missing(tmp_path, fields, expected):
    fields = {name: value for name, value in fields.items() if value is not None}
    base = product(title=None) if not fields else product(**fields)
    put(tmp_path / "a.json", base)
    assert told(tmp_path) == expected


def test_what_is_left_beside_a_refused_value_is_judged_at_its_own_place(tmp_path):
    put(tmp_path / "1.jpg", picture("png", 800, 800))
    images = [5, "1.jpg", {"src": ""}, {"alt": "x"}, {"src": "none.jpg"}, None]
    put(tmp_path / "a.json", product(images=images, keywords=[1, "mug!"]))
    found = told(tmp_path)
    assert ("images/format", "/images/1") in found
    assert ("images/missing-file", "/images/4") in found
    assert ("keywords/pattern", "/keywords/1") in found
    assert [pointer for rule, pointer in found if rule == "images/type"] == [
        "/images/0",
        "/images/5",
    ]
    assert ("images/min-items", "/images") not in found


def test_a_wrong_value_in_one_overlay_concerns_that_platform(tmp_path):
    bazaar(tmp_path, "bazaar")
    one = product(platforms={"dhgate": {}, "bazaar": {"title": 5}})
    put(tmp_path / "a.json", one)
    [each] = check(cwd=tmp_path).messages
    assert (each["ruleId"], each["extra"]["platforms"]) == ("title/type", ["bazaar"])


# Own shapes ---------------------------------------------------------------------------------------

SHAPE = """
default-platforms = ["dhgate"]
[product]
id = "/sku"
title = "/name/en"
brand = "/maker"
images = "/media/*/url"
keywords = { pointer = "/tags/*/text", when = { lang = "en" } }
bullets = "/points"
short_description = { pointer = "/lines/*", join = " " }
attributes = { pointer = "/specs", decode = "json" }
stock = "/stock/0"
[product.price]
amount = { pointer = "/cents", unit = "cent" }
currency = "/currency"
[product.variants]
id = "/skus/*/code"
gtin = "/skus/*/ean"
stock = "/skus/*/left"
images = "/skus/*/pictures/*"
[product.package]
weight_kg = { pointer = "/grams", unit = "g" }
"""

SOURCE: dict[str, Any] = {
    "sku": "A-1",
    "name": {"en": "Double wall steel travel mug", "de": "Becher"},
    "maker": "No Brand",
    "media": [{"url": f"https://pictures.example/{each}.jpg"} for each in (1, 2, 3)],
    "cents": 1290,
    "currency": "USD",
    "stock": [3, 4],
    "grams": 250,
}

MAPPED: dict[str, tuple[dict[str, Any], list[tuple[str, str]]]] = {
    "all is well": ({}, []),
    "a field": ({"name": {"en": LONG}}, [("title/max-length", "/name/en")]),
    "a value of a wrong type": ({"name": {"en": 5}}, [("title/type", "/name/en")]),
    "a value in another unit": ({"cents": -5}, [("price/exclusive-minimum", "/cents")]),
    "a weight in another unit": ({"grams": 0}, [("package/exclusive-minimum", "/grams")]),
    "a unit of a text": ({"cents": "free"}, [("price/pattern", "/cents")]),
    "a unit of a truth": ({"cents": True}, [("price/type", "/cents")]),
    "an entry of an array": (
        {"media": [*SOURCE["media"], {"url": "none.jpg"}]},
        [("images/missing-file", "/media/3/url")],
    ),
    "an array as a whole": ({"media": SOURCE["media"][:1]}, [("images/min-items", "/media")]),
    "an array that is one": (
        {"points": ["fine", "call +86 138 0013 8000"]},
        [("text/contact-info", "/points/1")],
    ),
    "an entry under a condition": (
        {
            "tags": [
                {"lang": "de", "text": "Tasse!"},
                {"lang": "en", "text": "mug!"},
            ]
        },
        [("keywords/pattern", "/tags/1/text")],
    ),
    "joined texts": (
        {"lines": ["a" * 300, "b" * 300]},
        [("short-description/max-length", "/lines/0")],
    ),
    "a text that holds JSON": (
        {"specs": '{"Color": "N/A"}'},
        [("attributes/placeholder", "/specs")],
    ),
    "a text that holds no JSON": ({"specs": "{"}, [("attributes/type", "/specs")]),
    "a missing field": ({"maker": None}, [("brand/required", "/sku")]),
    "a field of a variant": (
        {"skus": [{"code": "1", "left": 1}, {"code": "2", "left": -1}]},
        [("variants/minimum", "/skus/1/left")],
    ),
    "a picture of a variant": (
        {"skus": [{"code": "1", "pictures": ["a.jpg", 5]}]},
        [("variants/type", "/skus/0/pictures/1")],
    ),
    "an entry by its number": ({"stock": [-3, 4]}, [("stock/minimum", "/stock/0")]),
}


@pytest.mark.parametrize(("fields", "expected"), MAPPED.values(), ids=MAPPED)
def test_of_own_shapes_a_finding_stands_in_the_source_for(tmp_path, fields, expected):
    put(tmp_path / "listlint.toml", SHAPE)
    whole = {**SOURCE, **fields}
    put(tmp_path / "a.json", {name: value for name, value in whole.items() if value is not None})
    found = told(tmp_path)
    if "skus" in fields:  # variants without options are a finding of their own
        found = [each for each in found if each[0] not in ("variants/duplicate",)]
    assert found == expected


def test_of_own_shapes_lines_and_ids_are_those_of_the_source(tmp_path):
    put(tmp_path / "listlint.toml", SHAPE)
    put(tmp_path / "a.jsonl", lines(SOURCE, {**SOURCE, "sku": "A-2", "name": {"en": LONG}}))
    [each] = check(cwd=tmp_path).messages
    assert (each["line"], each["extra"]["product"]) == (2, "A-2")
    text = (tmp_path / "a.jsonl").read_text("utf-8").splitlines()[1]
    assert text[each["column"] - 1 : each["endColumn"] - 1] == f'"{LONG}"'


def test_of_own_shapes_an_id_said_twice_is_shown_where_it_stands(tmp_path):
    put(tmp_path / "listlint.toml", SHAPE)
    put(tmp_path / "a.json", [SOURCE, {**SOURCE, "cents": 5}])
    assert told(tmp_path) == [("catalog/duplicate-id", "/1/sku")]


def test_own_shapes_may_name_platforms_and_overlays(tmp_path):
    put(tmp_path / "listlint.toml", SHAPE.replace('default-platforms = ["dhgate"]', ""))
    put(tmp_path / "a.json", {**SOURCE, "platforms": {"dhgate": {"title": LONG}}})
    assert told(tmp_path) == [("title/max-length", "/platforms/dhgate/title")]


def test_what_is_no_product_even_when_mapped_is_told(tmp_path):
    put(tmp_path / "listlint.toml", SHAPE)
    put(tmp_path / "a.json", {"name": "no product"})
    assert told(tmp_path, "a.json") == [("schema/not-a-product", "")]


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ({"p": {"amount": "1", "currency": "USD"}, "q": 2}, {"amount": 2, "currency": "USD"}),
        ({"p": 5, "q": 2}, 5),
        ({"p": [5], "q": 2}, [5]),
        ({"q": 2}, {"amount": 2}),
    ],
)
def test_a_role_of_a_part_is_laid_over_that_of_the_whole(source, expected, order):
    roles = [("price", {"pointer": "/p"}), ("price.amount", {"pointer": "/q"})]
    before = copy.deepcopy(source)
    product, back = mapped(source, dict(roles[::order]))
    assert product["price"] == expected
    assert source == before
    if isinstance(expected, dict):
        assert back(("price", "amount")) == ("q",)


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        (("images",), ("media",)),
        (("images", 1), ("media", 1, "url")),
        (("images", 1, "alt"), ("media", 1, "url", "alt")),
        (("bullets",), ("point",)),
        (("variants",), ("skus",)),
        (("variants", 1), ("skus", 1)),
        (("variants", 1, "stock"), ("skus", 1)),
        (("variants", 1, "images"), ("skus", 1, "pictures")),
        (("variants", 1, "images", 0), ("skus", 1, "pictures", 0)),
        (("price_tiers", 0), ("tiers", 0)),
        (("title",), ("title",)),
    ],
)
def test_what_has_no_value_of_its_own_leads_back_to_what_it_is_read_from(pointer, expected):
    source = {
        "media": [{"url": "a.jpg"}, {"url": "b.jpg"}],
        "point": "Light",
        "skus": [{"code": "1"}, {"code": "2", "pictures": ["c.jpg"]}],
        "tiers": [5],
    }
    roles = {
        "images": {"pointer": "/media/*/url"},
        "bullets": {"pointer": "/point"},
        "variants.id": {"pointer": "/skus/*/code"},
        "variants.images": {"pointer": "/skus/*/pictures"},
        "price_tiers.quantity": {"pointer": "/tiers/*"},
    }
    product, back = mapped(source, roles)
    assert product["variants"][1] == {"id": "2", "images": ["c.jpg"]}
    assert back(pointer) == expected


@pytest.mark.parametrize("value", [True, None, "free", "nan", "inf", "1_000", [1]])
def test_a_unit_makes_numbers_of_numbers_only(value):
    role = {"price.amount": {"pointer": "/c", "unit": "cent"}}
    assert mapped({"c": value}, role)[0] == {"price": {"amount": value}}


ROLES = {
    "id": {"pointer": "/i"},
    "title": {"pointer": "/t"},
    "images": {"pointer": "/m/*/u"},
    "keywords": {"pointer": "/k"},
    "price.amount": {"pointer": "/p/a"},
    "attributes": {"pointer": "/x"},
    "variants.id": {"pointer": "/s/*/i"},
    "variants.options": {"pointer": "/s/*/o"},
    "variants.images": {"pointer": "/s/*/m/*"},
    "price_tiers.quantity": {"pointer": "/q/*"},
}

_variant = st.fixed_dictionaries(
    {}, optional={"i": texts, "o": st.dictionaries(texts, texts, max_size=2),
                  "m": st.lists(texts, max_size=2)}
)  # fmt: skip
_own = st.fixed_dictionaries(
    {},
    optional={
        "i": texts | anything,
        "t": texts,
        "m": st.lists(st.fixed_dictionaries({}, optional={"u": texts}) | anything, max_size=3),
        "k": st.lists(texts, max_size=3) | anything,
        "p": st.fixed_dictionaries({}, optional={"a": texts | anything}) | anything,
        "x": anything,
        "s": st.lists(_variant | anything, max_size=3) | anything,
        "q": st.lists(st.integers(), max_size=3) | anything,
    },
)


@SLOW
@given(_own | anything)
def test_every_pointer_of_a_mapped_product_leads_to_its_value_in_the_source(value):
    before = copy.deepcopy(value)
    made, back = mapped(value, ROLES)
    for pointer in pointers(made):
        inside = resolve(made, pointer)
        if pointer and not isinstance(inside, dict | list) and inside is not None:
            assert resolve(value, back(pointer)) == inside
    assert value == before


# Platforms ----------------------------------------------------------------------------------------


def bazaar(folder: Path, *names: str, language: str = "en", **schema: Any) -> None:
    """Platforms of the folder's own, with the first limits of DHgate."""
    put(folder / "listlint.toml", "platform-folders = ['platforms']\nrule-folders = ['rules']\n")
    (folder / "rules").mkdir(exist_ok=True)
    for name in names:
        about = {"name": name, "title": name.title(), "language": language}
        put(
            folder / "platforms" / name / "listing.json",
            {
                "x-platform": about,
                "required": ["brand"],
                "properties": {"title": {"maxLength": 140}},
                **schema,
            },
        )


TWO = {"dhgate": {}, "bazaar": {}}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"title": LONG}, "title/max-length"),
        ({"brand": None}, "brand/required"),
        ({"title": "Steel mug with ★ inside"}, "title/forbidden-character"),
        ({"gtin": "4006381333932"}, "identifiers/gtin"),
        ({"title": 5}, "title/type"),
        ({"images": ["none.jpg"] * 3}, "images/missing-file"),
    ],
)
def test_equal_findings_of_two_platforms_are_one_that_names_both(tmp_path, language, fields, rule):
    bazaar(tmp_path, "bazaar", language=language)
    put(tmp_path / "a.json", product(platforms=TWO, **fields))
    found = check(cwd=tmp_path).of(rule)
    places = [each["extra"]["pointer"] for each in found]
    assert places == sorted(set(places))
    assert {tuple(each["extra"]["platforms"]) for each in found} == {("bazaar", "dhgate")}


def test_equal_findings_are_one_though_another_platform_has_its_own_fields(tmp_path):
    bazaar(tmp_path, "bazaar", "souk")
    platforms = {"dhgate": {}, "bazaar": {"mpn": "A1"}, "souk": {"title": "Mug for the souk"}}
    put(tmp_path / "a.json", product(title=LONG, gtin="4006381333932", platforms=platforms))
    found = {each["ruleId"]: each["extra"]["platforms"] for each in check(cwd=tmp_path).messages}
    assert found == {
        "title/max-length": ["bazaar", "dhgate"],
        "identifiers/gtin": ["bazaar", "dhgate", "souk"],
    }


def test_findings_of_different_limits_are_two(tmp_path):
    bazaar(tmp_path, "bazaar", properties={"title": {"maxLength": 100}})
    put(tmp_path / "a.json", product(title=LONG, platforms=TWO))
    found = [(each["message"], each["extra"]["platforms"]) for each in check(cwd=tmp_path).messages]
    assert [platforms for _, platforms in found] == [["bazaar"], ["dhgate"]]
    assert ["100" in found[0][0], "140" in found[1][0]] == [True, True]


def test_a_finding_of_two_levels_is_one_for_each(tmp_path):
    bazaar(tmp_path, "bazaar", properties={"title": {
        "maxLength": 140, "x-limits": {"maxLength": {"severity": "warn"}}}})  # fmt: skip
    put(tmp_path / "a.json", product(title=LONG, platforms=TWO))
    found = [
        (each["extra"]["level"], each["extra"]["platforms"])
        for each in check(cwd=tmp_path).messages
    ]
    assert sorted(found) == [("error", ["dhgate"]), ("warn", ["bazaar"])]


COUNTED = '''"""It counts how often it is called.

A test reads the count.
"""
from pathlib import Path

from listlint import Option, rule


@rule(on="title", level="warn", messages={}, options={"most": Option(3, "A number.")}, examples=[])
def check(title, listing, options):
    with (Path(__file__).parent.parent.parent / "calls").open("a") as file:
        file.write("x")
    return ()
'''


@pytest.mark.parametrize(
    ("setting", "language", "calls"),
    [
        ("", "en", 1),
        ("[platforms.bazaar.rules]\n'acme/counted' = { most = 3 }\n", "en", 1),
        ("[platforms.bazaar.rules]\n'acme/counted' = 'info'\n", "en", 1),
        ("[platforms.bazaar.rules]\n'acme/counted' = { most = 4 }\n", "en", 2),
        ("[platforms.bazaar.rules]\n'acme/counted' = 'off'\n", "en", 1),
        ("[rules]\n'acme/counted' = 'off'\n", "en", 0),
        ("", "zh", 1),
    ],
)
def test_a_rule_runs_once_for_equal_options(tmp_path, setting, language, calls):
    bazaar(tmp_path, "bazaar", "souk", language=language)
    put(tmp_path / "rules" / "acme" / "counted.py", COUNTED)
    with (tmp_path / "listlint.toml").open("a", encoding="utf-8") as file:
        file.write(setting)
    put(tmp_path / "a.json", product(platforms={"dhgate": {}, "bazaar": {}, "souk": {}}))
    assert check(cwd=tmp_path).messages == []
    counted = tmp_path / "calls"
    assert (counted.read_text("utf-8") if counted.exists() else "") == "x" * calls


def test_a_platform_of_the_users_own_takes_the_place_of_one_of_ours(tmp_path):
    bazaar(tmp_path, "dhgate", properties={"title": {"maxLength": 9}}, required=[])
    put(tmp_path / "a.json", product(brand=None))
    assert told(tmp_path) == [("title/max-length", "/title")]


def test_each_product_goes_where_it_says(tmp_path):
    bazaar(tmp_path, "bazaar", "souk")
    put(
        tmp_path / "a.jsonl",
        [
            product(id="A", title=LONG, platforms={"bazaar": {}}),
            product(id="B", title=LONG, platforms={"souk": {}, "dhgate": {}}),
        ],
    )
    named = [each["extra"]["platforms"] for each in check(cwd=tmp_path).messages]
    assert named == [["bazaar"], ["dhgate", "souk"]]
    asked = [
        each["extra"]["platforms"] for each in check("--platform", "souk", cwd=tmp_path).messages
    ]
    assert asked == [["souk"], ["souk"]]
