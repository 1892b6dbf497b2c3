"""Payloads: told by their shape, read by their roles, with findings at their own places."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from commandline import check, put
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from listlint.model import resolve
from listlint.payload import Payload

SLOW = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))

LISTING = {
    "x-platform": {"name": "bazaar", "title": "Bazaar", "language": "en"},
    "required": ["title", "images"],
    "properties": {
        "title": {"maxLength": 20},
        "images": {"maxItems": 2},
        "package": {"properties": {"weight_kg": {"maximum": 2}}},
    },
}

PAYLOAD = {
    "x-recognise": {"required": ["goodsNo", "base"]},
    "x-products": [{"at": "/batch/goods", "when": {"required": ["batch"]}}],
    "x-partial": {"required": ["update"]},
    "required": ["goodsNo", "days"],
    "additionalProperties": False,
    "properties": {
        "update": {"type": "boolean"},
        "goodsNo": {"type": ["string", "integer"], "x-role": {"field": "id"}},
        "base": {
            "type": "object",
            "x-role": {"decode": "json"},
            "properties": {
                "name": {"type": "string", "x-role": {"field": "title"}},
                "grams": {"x-role": {"field": "package.weight_kg", "unit": "gram"}},
                "words": {"type": "string", "x-role": {"field": "keywords", "split": ";"}},
            },
        },
        "category": {"type": "integer", "x-role": {"field": "category_id"}},
        "days": {"enum": [14, 30]},
        "mode": {"x-role": {"field": "trade.mode", "values": {"1": "domestic", "3": "bonded-bc"}}},
        "refundable": {"x-role": {"field": "services", "values": {"true": "refund"}}},
        "cover": {"type": "string", "x-role": {"field": "images"}},
        "pictures": {
            "items": {"properties": {"url": {"x-role": {"field": "images", "unless": {"kind": 2}}}}}
        },
        "props": {
            "items": {
                "properties": {
                    "name": {"type": "string"},
                    "values": {
                        "items": {
                            "properties": {
                                "text": {"x-role": {"field": "attributes", "key": "name"}}
                            }
                        }
                    },
                }
            }
        },
        "glaze": {"x-role": {"field": "attributes", "key": {"name": "Glaze"}}},
        "free": {"additionalProperties": {"x-role": {"field": "custom_attributes", "key": "*"}}},
        "skus": {
            "items": {
                "properties": {
                    "code": {"x-role": {"field": "variants.id"}},
                    "fen": {
                        "x-role": {
                            "field": "variants.price.amount",
                            "unit": "fen",
                            "currency": "CNY",
                        }
                    },
                    "left": {"x-role": {"field": "variants.stock"}},
                    "specs": {
                        "x-role": {"decode": "json"},
                        "items": {"x-role": {"field": "variants.options", "key": "#"}},
                    },
                }
            }
        },
    },
}

LONG = "A steel mug for the long road"

GOODS: dict[str, Any] = {
    "goodsNo": 77,
    "base": {"name": "Steel mug", "grams": 350, "words": "mug; steel"},
    "category": 5012,
    "days": 14,
    "mode": 3,
    "refundable": True,
    "cover": "https://img.example/1.jpg",
    "pictures": [
        {"url": "https://img.example/2.jpg", "kind": 1},
        {"url": "https://img.example/3.jpg", "kind": 2},
    ],
    "props": [{"name": "Colour", "values": [{"text": "Grey"}, {"text": "Blue"}]}],
    "glaze": "Matt",
    "free": {"Lid": "Cork"},
    "skus": [
        {"code": "77-1", "fen": 1990, "left": "12", "specs": "[20, 5]"},
        {"code": "77-2", "fen": 2090, "left": 3, "specs": [21, 5]},
    ],
}


def bazaar(folder: Path, payload: Any = PAYLOAD, listing: Any = LISTING) -> None:
    put(folder / "listlint.toml", "platform-folders = ['platforms']\n")
    put(folder / "platforms" / "bazaar" / "listing.json", listing)
    put(folder / "platforms" / "bazaar" / "payload.json", payload)


def changed(**fields: Any) -> dict[str, Any]:
    made = copy.deepcopy(GOODS)
    for name, value in fields.items():
        holder, _, last = name.rpartition("__")
        target = made[holder] if holder else made
        if value is None:
            del target[last]
        else:
            target[last] = value
    return made


def told(folder: Path, goods: Any, *options: str) -> list[tuple[str, str]]:
    bazaar(folder)
    put(folder / "a.json", goods)
    done = check(*options, "a.json", cwd=folder)
    return [(each["ruleId"], each["extra"]["pointer"]) for each in done.messages]


def test_a_payload_is_read_into_the_neutral_product():
    reading = Payload("bazaar", PAYLOAD).read(GOODS)
    assert reading.product == {
        "id": "77",
        "title": "Steel mug",
        "package": {"weight_kg": 0.35},
        "keywords": ["mug", "steel"],
        "category_id": "5012",
        "trade": {"mode": "bonded-bc"},
        "services": ["refund"],
        "images": ["https://img.example/1.jpg", "https://img.example/2.jpg"],
        "attributes": {"Colour": ["Grey", "Blue"], "Glaze": "Matt"},
        "custom_attributes": {"Lid": "Cork"},
        "variants": [
            {
                "id": "77-1",
                "price": {"amount": 19.9, "currency": "CNY"},
                "stock": 12,
                "options": {"1": 20, "2": 5},
            },
            {
                "id": "77-2",
                "price": {"amount": 20.9, "currency": "CNY"},
                "stock": 3,
                "options": {"1": 21, "2": 5},
            },
        ],
    }


@pytest.mark.parametrize(
    ("pointer", "on", "expected"),
    [
        (("title",), "value", (("base", "name"), "value")),
        (("brand",), "value", (("brand",), "value")),
        (("images",), "value", (("cover",), "value")),
        (("images", 1), "value", (("pictures", 0, "url"), "value")),
        (("attributes", "Colour", 1), "value", (("props", 0, "values", 1, "text"), "value")),
        (("attributes", "Colour"), "key", (("props", 0, "name"), "value")),
        (("attributes", "Glaze"), "value", (("glaze",), "value")),
        (("attributes", "Glaze"), "key", (("glaze",), "value")),
        (("custom_attributes", "Lid"), "key", (("free", "Lid"), "key")),
        (("variants", 1, "stock"), "value", (("skus", 1, "left"), "value")),
        (("variants", 0, "gtin"), "value", (("skus", 0), "value")),
        (("variants", 0, "options", "1"), "value", (("skus", 0, "specs"), "value")),
        (("package", "length_cm"), "value", (("base",), "value")),
    ],
)
def test_a_pointer_leads_back_to_where_the_payload_has_it(pointer, on, expected):
    assert Payload("bazaar", PAYLOAD).read(GOODS).back(pointer, on) == expected


def test_a_sound_payload_has_no_finding_though_it_names_no_platform(tmp_path):
    assert told(tmp_path, GOODS) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"base__name": LONG}, [("title/max-length", "/base/name")]),
        ({"base__grams": 2500}, [("package/maximum", "/base/grams")]),
        ({"base__name": None}, [("title/required", "/base")]),
        ({"base__name": 5}, [("payload/type", "/base/name")]),
        ({"base": json.dumps({"name": LONG})}, [("title/max-length", "/base")]),
        ({"base": "{\"name\": 5}"}, [("payload/type", "/base")]),
        ({"base": "{name}"}, [("payload/json", "/base"), ("payload/type", "/base")]),
        ({"days": 15}, [("payload/enum", "/days")]),
        ({"days": None}, [("payload/required", "/goodsNo")]),
        ({"colour": "red"}, [("payload/additional-properties", "/colour")]),
        ({"pictures": [{"url": f"https://img.example/{n}.jpg"} for n in range(5, 8)]},
         [("images/max-items", "/cover")]),
        ({"update": True, "days": 30, "base__name": None}, []),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_place_in_the_payload(tmp_path, fields, expected):
    assert told(tmp_path, changed(**fields)) == expected


def test_a_document_may_hold_several_payloads(tmp_path):
    long = changed(base__name=LONG, goodsNo="78")
    found = told(tmp_path, {"batch": {"goods": [GOODS, long]}})
    assert found == [("title/max-length", "/batch/goods/1/base/name")]


def test_two_payloads_of_one_key_meet(tmp_path):
    assert told(tmp_path, [GOODS, GOODS]) == [("catalog/duplicate-id", "/1/goodsNo")]


def test_a_payload_is_judged_for_its_own_platform_only(tmp_path):
    bazaar(tmp_path)
    put(tmp_path / "a.json", changed(base__name=LONG))
    put(tmp_path / "b.json", {"id": "1", "title": "Mug", "platforms": {"dhgate": {}}})
    assert check("--platform", "bazaar", "a.json", cwd=tmp_path).rules == ["title/max-length"]
    other = check("--platform", "dhgate", "a.json", cwd=tmp_path)
    assert (other.code, other.messages) == (2, [])
    assert "payloads of one that was not asked for" in other.err


def test_rules_of_a_payload_can_be_set(tmp_path):
    goods = changed(days=15)
    assert told(tmp_path, goods, "--rule", "payload/enum=off") == []
    put(tmp_path / "a.json", changed(base="{"))
    off = check("--rule", "payload/*=off", "--rule", "title/required=off", "a.json", cwd=tmp_path)
    assert off.messages == []


def test_a_product_with_a_strange_field_is_no_payload(tmp_path):
    put(tmp_path / "a.json", {"id": "1", "title": "Mug", "goodsNo": 1, "platforms": {"dhgate": {}}})
    bazaar(tmp_path)
    assert "schema/unknown-field" in check("a.json", cwd=tmp_path).rules


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"x-recognise": None}, "there is no “x-recognise” here."),
        ({"x-recognise": {}}, "/x-recognise"),
        ({"properties": {"a": {"x-role": {"feild": "title"}}}}, "“feild” is not known here"),
        ({"properties": {"a": {"x-role": {"field": "titel"}}}}, "did you mean 'title'?"),
        ({"properties": {"a": {"x-role": {"field": "price"}}}}, "takes a value"),
        ({"properties": {"a": {"x-role": {"field": "title", "key": "n"}}}}, "no entries with"),
        ({"properties": {"a": {"x-role": {"field": "title", "unit": "pood"}}}}, "unit"),
        ({"properties": {"a": {"x-role": {"field": "attributes", "key": {"nam": "n"}}}}}, "nam"),
        ({"properties": {"a": {"x-role": {"field": "attributes", "key": [{}]}}}}, "key"),
    ],
)
def test_a_faulty_payload_schema_is_refused_with_the_place(tmp_path, change, told):
    made = {**PAYLOAD, **change}
    bazaar(tmp_path, {name: value for name, value in made.items() if value is not None})
    put(tmp_path / "a.json", GOODS)
    done = check("a.json", cwd=tmp_path)
    assert done.code == 2
    assert told in done.err
    assert "payload.json" in done.err


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 10**6) | st.floats() | st.text(max_size=5)
    | st.sampled_from(["[20, 5]", "{", "{\"name\": 1}", "12", "-1.5"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(
        ["name", "grams", "words", "url", "kind", "values", "text", "code", "fen", "left", "specs"]
    ), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip


@SLOW
@given(st.dictionaries(st.sampled_from(sorted(GOODS)), anything))
def test_whatever_a_payload_holds_each_value_read_leads_back_to_where_it_stands(goods):
    before = copy.deepcopy(goods)
    reading = Payload("bazaar", PAYLOAD).read(goods)
    assert repr(goods) == repr(before)
    for pointer in _leaves(reading.product, ()):
        place, _ = reading.back(pointer)
        resolve(goods, place)


def _leaves(value, pointer):
    if isinstance(value, dict):
        for name, below in value.items():
            yield from _leaves(below, (*pointer, name))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _leaves(below, (*pointer, index))
    else:
        yield pointer


@SLOW
@given(goods=st.dictionaries(st.sampled_from(sorted(GOODS)), anything))
def test_nothing_in_a_payload_makes_the_run_fail(tmp_path_factory, goods):
    folder = tmp_path_factory.getbasetemp() / "any-payload"
    bazaar(folder)
    text = json.dumps({**GOODS, **goods}, allow_nan=False, default=str) if _finite(goods) else "{}"
    (folder / "a.json").write_text(text, encoding="utf-8")
    done = check("a.json", cwd=folder)
    assert "internal-error" not in done.rules


def _finite(value):
    try:
        json.dumps(value, allow_nan=False)
    except ValueError:
        return False
    return True


BRANDED = {
    **PAYLOAD,
    "x-brand-id": {"required": ["brandId"]},
    "properties": {
        **PAYLOAD["properties"],
        "brandId": {"type": "integer"},
        "brand": {"type": "string", "x-role": {"field": "brand"}},
    },
}


@pytest.mark.parametrize(
    ("fields", "config", "rules"),
    [
        ({}, "", ["brand/infringing-word"]),
        ({"brand": "Northline"}, "", ["brand/infringing-word"]),
        ({"brandId": 14026}, "", []),
        ({"brand": "14026"}, "", []),
        ({"update": True}, "", []),
        ({"brandId": 14026}, "[brands]\nauthorized = ['Northline']\n", ["brand/infringing-word"]),
        ({"brandId": 14026}, "[brands]\nauthorized = ['Gucci']\n", []),
    ],
)
def test_a_brand_that_is_not_stated_by_its_name_may_be_any(tmp_path, fields, config, rules):
    bazaar(tmp_path, BRANDED)
    put(tmp_path / "listlint.toml", f"platform-folders = ['platforms']\n{config}")
    put(tmp_path / "a.json", changed(base__name="Gucci mug", **fields))
    assert check("a.json", cwd=tmp_path).rules == rules
