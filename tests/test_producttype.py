"""A product type definition is used as the schema, unchanged, with the words of its own."""

from __future__ import annotations

import copy
import json
import socket
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.engine import _template
from listlint.errors import UsageError
from listlint.limits import PAYLOAD_NAMES
from listlint.model import pointer_text
from listlint.producttype import KEYWORDS, compiled, name_of
from listlint.sentences import SENTENCES

HOME = "https://schemas.amazon.com/selling-partners/definitions/product-types"


def entries(value: dict[str, Any], *selectors: str, most: int = 1, **beside: Any) -> dict[str, Any]:
    """An attribute: a list of entries that hold *value*, as many as *most* for one selection."""
    properties = {
        "value": value,
        "marketplace_id": {"$ref": "#/$defs/marketplace_id"},
        "language_tag": {"$ref": "#/$defs/language_tag"},
        **beside,
    }
    return {
        "type": "array",
        "minItems": 1,
        "minUniqueItems": 1,
        "maxUniqueItems": most,
        "selectors": ["marketplace_id", *selectors],
        "items": {
            "type": "object",
            "required": ["value"],
            "properties": properties,
            "additionalProperties": False,
        },
    }


def one_of_a_list(*values: str) -> dict[str, Any]:
    return {"anyOf": [{"type": "string"}, {"type": "string", "enum": list(values)}]}


LANTERN: dict[str, Any] = {
    "$schema": f"{HOME}/meta-schema/v1",
    "$id": f"{HOME}/schema/v1/CAMP_LANTERN",
    "$defs": {
        "marketplace_id": {"type": "string", "editable": False, **one_of_a_list("M-ONE")},
        "language_tag": {"type": "string", "hidden": True, **one_of_a_list("en_US")},
    },
    "type": "object",
    "required": ["item_name", "brand"],
    "properties": {
        "item_name": entries({"type": "string", "maxLength": 20}, "language_tag"),
        "brand": entries({"type": "string", **one_of_a_list("Northline", "Halden")}),
        "model_number": entries({"type": "string", "maxUtf8ByteLength": 8, "minUtf8ByteLength": 3}),
        "feature": entries({"type": "string"}, "language_tag", most=2),
        "lamp_type": entries(
            {
                "type": "string",
                "enum": ["led", "halogen", "gas", "candle"],
                "enumNames": ["LED", "Halogen", "Gas", "Candle"],
                "$lifecycle": {"enumDeprecated": ["candle", "halogen"]},
            }
        ),
        "finish": {
            **entries({"type": "string"}),
            "$lifecycle": {"replacedBy": ["/properties/surface_finish"]},
        },
        "surface_finish": entries({"type": "string"}),
        "needs_battery": entries({"type": "boolean"}),
        "battery_type": entries({"type": "string"}),
        "part_of_pair": {
            "type": "array",
            "minUniqueItems": 2,
            "selectors": ["side"],
            "items": {"type": "object"},
        },
        "on_sale_from": entries(
            {
                "type": "string",
                "oneOf": [
                    {"type": "string", "format": "date"},
                    {"type": "string", "format": "date-time"},
                ],
            }
        ),
        "link": entries({"type": "string", "format": "uri"}),
        "code": entries({"type": "string", "pattern": "^(?!0)[0-9]+$"}),
        "size": entries(
            {"type": "object", "properties": {"unit": one_of_a_list("inches", "centimeters")}}
        ),
    },
    "allOf": [
        {
            "if": {
                "required": ["needs_battery"],
                "properties": {
                    "needs_battery": {
                        "contains": {
                            "required": ["value"],
                            "properties": {"value": {"const": True}},
                        }
                    }
                },
            },
            "then": {"required": ["battery_type"]},
            "else": {"not": {"required": ["battery_type"]}},
        },
    ],
}
"""A definition of ours, in the form of Amazon's: it shows every keyword."""

PRODUCT_TYPE = compiled(LANTERN)


def told(
    change: dict[str, Any], definition: dict[str, Any] = LANTERN, **how: bool
) -> list[tuple[str, str, str]]:
    """Name, place and level of each finding in a sound product with *change*; None takes away."""
    attributes = {**SOUND, **change}
    attributes = {name: value for name, value in attributes.items() if value is not None}
    before = copy.deepcopy(attributes)
    kind = PRODUCT_TYPE if definition is LANTERN else compiled(definition)
    found = list(kind.broken(attributes, **how))
    assert attributes == before
    assert {each.name for each in found} <= PAYLOAD_NAMES
    return [(each.name, pointer_text(each.finding.pointer), each.level.label) for each in found]


def said(change: dict[str, Any]) -> list[str]:
    """The sentences of the findings in a sound product with *change*."""
    found = [each.finding for each in PRODUCT_TYPE.broken({**SOUND, **change})]
    return [_template(finding).format_map(finding.data) for finding in found]


def text(value: Any, market: str = "M-ONE", **more: Any) -> dict[str, Any]:
    return {"value": value, "marketplace_id": market, **more}


SOUND = {
    "item_name": [text("Lantern", language_tag="en_US")],
    "brand": [text("Northline")],
}


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"item_name": [text("x" * 20, language_tag="en_US")]},
        {"item_name": [text("Lantern"), text("Lantern", language_tag="en_US")]},
        {"feature": [text("a"), text("b"), text("c", language_tag="en_US")]},
        {"feature": [text("a"), text("a")]},
        {"model_number": [text("äää")]},
        {"model_number": [text("ääää")]},
        {"lamp_type": [text("led")]},
        {"surface_finish": [text("matt")]},
        {"needs_battery": [text(True)], "battery_type": [text("AA")]},
        {"needs_battery": [text(False)]},
        {"part_of_pair": [{"side": "left"}, {"side": "left"}]},
        {"part_of_pair": [{"side": 1}, {"side": 1.0}]},
        {"part_of_pair": []},
        {"on_sale_from": [text("2026-11-21")]},
        {"on_sale_from": [text("2026-11-21T09:30:00Z")]},
        {"link": [text("https://shop.example/1")]},
        {"code": [text("120")]},
        {"size": [text({"unit": "inches"})]},
        {"unheard_of": [text("x")]},  # the definition is open
    ],
    ids=json.dumps,
)
def test_what_a_definition_allows_is_fine(change):
    assert told(change) == []


E1 = "error"
W1 = "warn"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"brand": None}, [("required", "/brand", E1)]),
        ({"item_name": [{"marketplace_id": "M-ONE"}]}, [("required", "/item_name/0/value", E1)]),
        ({"item_name": "Lantern"}, [("type", "/item_name", E1)]),
        ({"item_name": []}, [("min-items", "/item_name", E1)]),
        ({"item_name": [text("x" * 21)]}, [("max-length", "/item_name/0/value", E1)]),
        (
            {"item_name": [text("a", colour="x")]},
            [("additional-properties", "/item_name/0/colour", E1)],
        ),
        ({"item_name": [text("a"), text("b")]}, [("max-unique-items", "/item_name", E1)]),
        (
            {"feature": [text("a"), text("b", language_tag="en_US"), text("c"), text("d")]},
            [("max-unique-items", "/feature", E1)],
        ),
        (
            {"part_of_pair": [{"side": "left"}, {"side": "left"}, {"side": "right"}]},
            [("min-unique-items", "/part_of_pair", W1)],
        ),
        (
            {"part_of_pair": [{"side": True}, {"side": 1}, {"side": 1}]},
            [("min-unique-items", "/part_of_pair", W1)],
        ),
        (
            {"model_number": [text("äääää")]},
            [("max-utf8-byte-length", "/model_number/0/value", E1)],
        ),
        ({"model_number": [text("ab")]}, [("min-utf8-byte-length", "/model_number/0/value", E1)]),
        ({"brand": [text("Marlowe")]}, [("open-enum", "/brand/0/value", W1)]),
        ({"brand": [text(5)]}, [("type", "/brand/0/value", E1)]),
        ({"size": [text({"unit": "ells"})]}, [("open-enum", "/size/0/value/unit", W1)]),
        ({"lamp_type": [text("candle")]}, [("enum-deprecated", "/lamp_type/0/value", W1)]),
        ({"lamp_type": [text("torch")]}, [("enum", "/lamp_type/0/value", E1)]),
        ({"finish": [text("matt")]}, [("replaced-by", "/finish", W1)]),
        ({"needs_battery": [text(True)]}, [("required", "/battery_type", E1)]),
        ({"battery_type": [text("AA")]}, [("not", "", E1)]),
        ({"on_sale_from": [text("soon")]}, [("format", "/on_sale_from/0/value", E1)]),
        ({"link": [text("no address")]}, [("format", "/link/0/value", E1)]),
        ({"code": [text("0120")]}, [("pattern", "/code/0/value", E1)]),
    ],
    ids=lambda value: json.dumps(value) if isinstance(value, dict) else "",
)
def test_what_a_definition_forbids_is_told(change, expected):
    assert told(change) == [(f"payload/{name}", *rest) for name, *rest in expected]


def test_every_keyword_of_amazon_is_shown_broken_here():
    """By the two tests above: so that none can lose its effect unseen."""
    kinds = {*KEYWORDS, "format", "openEnum", "enumDeprecated", "replacedBy"}
    changes = [
        {"item_name": [text("a"), text("b")]},
        {"part_of_pair": [{"side": "left"}]},
        {"model_number": [text("äääää")]},
        {"model_number": [text("a")]},
        {"link": [text("no address")]},
        {"brand": [text("Marlowe")]},
        {"lamp_type": [text("candle")]},
        {"finish": [text("matt")]},
    ]
    found = [each for change in changes for each in PRODUCT_TYPE.broken({**SOUND, **change})]
    assert {each.finding.message for each in found} == kinds <= SENTENCES.keys()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            {"item_name": [text("a"), text("c", "M-TWO"), text("b")]},
            "Item name: entries 1 and 3 have the same marketplace id and language tag; at most 1"
            " may. Remove 1.",
        ),
        (
            {"part_of_pair": [{"side": "left"}]},
            "Part of pair: too few entries have the same side as entry 1; at least 2 are needed."
            " Add 1.",
        ),
        (
            {"model_number": [text("äääää")]},
            "Model number 1 has 10 bytes; at most 8 are allowed. Shorten it by 2.",
        ),
        (
            {"model_number": [text("a")]},
            "Model number 1 has 1 byte; at least 3 are needed. Write more.",
        ),
        (
            {"brand": [text("Marlowe")]},
            "Brand 1: “Marlowe” is not in the platform's list, which it is compared with later."
            " In the list: Northline, Halden.",
        ),
        (
            {"lamp_type": [text("candle")]},
            "Lamp type 1: “candle” is going out of use. Use one of: led, gas.",
        ),
        ({"finish": [text("x")]}, "Finish is going out of use. Use surface finish instead."),
        (
            {"on_sale_from": [text("soon")]},
            "On sale from 1: “soon” is not a day such as 2026-11-21.",
        ),
        ({"battery_type": [text("AA")]}, "The listing: “battery type” is not allowed."),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_it_is_said_in_our_words(change, sentence):
    assert sentence in said(change)


def test_without_selectors_entries_are_alike_that_are_equal():
    definition = {"properties": {"feature": {"type": "array", "maxUniqueItems": 1}}}
    same, other = {"value": {"a": [1]}}, {"value": {"a": [2]}}
    assert told({"feature": [same, other]}, definition) == []
    assert told({"feature": [same, "text", "text", same]}, definition) == [
        ("payload/max-unique-items", "/feature", "error")
    ]


def test_what_is_shared_by_all_entries_is_told_once_for_each_value():
    change = {
        "item_name": [text("Lantern", "M-TWO"), text("Lantern")],
        "brand": [text("Northline", "M-TWO"), text("Northline", "M-THREE")],
    }
    assert told(change) == [
        ("payload/open-enum", "/item_name/0/marketplace_id", "warn"),
        ("payload/open-enum", "/brand/1/marketplace_id", "warn"),
    ]


def test_an_update_lacks_nothing_but_what_an_entry_must_have():
    assert told({"item_name": None, "brand": None}, partial=True) == []
    assert told({"brand": None, "needs_battery": [text(True)]}, partial=True) == []
    assert told({"brand": [{}]}, partial=True) == [("payload/required", "/brand/0/value", "error")]


def led(payload: dict[str, Any], **how: bool) -> list[tuple[str, str]]:
    found = list(PRODUCT_TYPE.broken_in(payload, **how))
    for each in found:
        assert each.refused == each.finding.pointer[: len(each.refused)]
    return [(each.name, pointer_text(each.finding.pointer)) for each in found]


def test_findings_lead_to_the_attributes_of_a_payload():
    attributes = {**SOUND, "brand": [text("Marlowe")], "battery_type": [text("AA")]}
    assert led({"productType": "CAMP_LANTERN", "attributes": attributes}) == [
        ("payload/not", "/attributes"),
        ("payload/open-enum", "/attributes/brand/0/value"),
    ]
    assert led({"attributes": {}}) == [
        ("payload/required", "/attributes/item_name"),
        ("payload/required", "/attributes/brand"),
    ]
    assert led({"attributes": {}}, partial=True) == []


def test_findings_lead_to_the_patches_of_a_payload():
    def patch(op: str, path: str, *value: Any) -> dict[str, Any]:
        return {"op": op, "path": path, "value": list(value)}

    patches = [
        patch("replace", "/attributes/brand", text("Northline")),
        patch("delete", "/attributes/item_name", {"language_tag": "en_US"}),
        patch("merge", "/attributes/model_number", {"marketplace_id": "M-ONE"}),
        patch("replace", "/attributes/brand/0/value", 5),
        patch("add", "/attributes/lamp_type", text("torch")),
        {"op": "replace", "path": "/attributes/code"},
        {"op": "replace", "path": 5, "value": []},
        "no patch",
    ]
    assert led({"patches": patches}) == [("payload/enum", "/patches/4/value/0/value")]


@pytest.mark.parametrize(
    "payload", [{}, {"attributes": "x"}, {"patches": {}}, {"patches": []}, {"attributes": None}]
)
def test_a_payload_of_another_form_is_left_to_its_own_schema(payload):
    assert led(payload) == []


# Counting -----------------------------------------------------------------------------------------

FEW = st.sampled_from(["a", "b"])
ENTRIES = st.lists(
    st.fixed_dictionaries({"value": FEW}, optional={"side": FEW | st.sampled_from([1, 1.0, True])})
    | st.just("no object"),
    max_size=6,
)


def _of_side(value: list[Any]) -> Counter[str]:
    """How many of the objects in *value* have each side, counted another way than by us."""
    sides = [each.get("side", None) for each in value if isinstance(each, dict)]
    return Counter(json.dumps(1 if side is not True and side == 1 else side) for side in sides)


@given(ENTRIES, st.integers(0, 3))
def test_entries_are_counted_by_their_selectors(value, limit):
    counts = _of_side(value).values()
    for keyword, broken in (
        ("maxUniqueItems", any(count > limit for count in counts)),
        ("minUniqueItems", any(count < limit for count in counts)),
    ):
        kind = compiled({"properties": {"x": {keyword: limit, "selectors": ["side"]}}})
        found = list(kind.broken({"x": value}))
        assert bool(found) is broken
        for each in found:
            assert _template(each.finding).format_map(each.finding.data)


@given(st.text(st.sampled_from("aé中😀"), max_size=6), st.integers(0, 12))
def test_bytes_are_those_of_utf_8(value, limit):
    size = len(value.encode())
    for keyword, broken in (
        ("maxUtf8ByteLength", size > limit),
        ("minUtf8ByteLength", size < limit),
    ):
        kind = compiled({"properties": {"x": {keyword: limit}}})
        assert bool(list(kind.broken({"x": value}))) is broken


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["value", "side", "marketplace_id"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*LANTERN["properties"], "other"]), JSON, max_size=4))
def test_whatever_is_submitted_something_can_be_said(attributes):
    for each in PRODUCT_TYPE.broken(attributes):
        assert each.name in PAYLOAD_NAMES
        assert len(_template(each.finding).format_map(each.finding.data)) <= 300


# Definitions --------------------------------------------------------------------------------------


def test_a_definition_is_known_by_its_id_or_its_file():
    assert PRODUCT_TYPE.name == "CAMP_LANTERN"
    assert name_of({"$id": f"{HOME}/schema/v1/MUG?locale=en_US#"}, "file") == "MUG"
    for unnamed in ({}, {"$id": ""}, {"$id": 5}, {"$id": "#"}):
        assert name_of(unnamed, "LANTERN") == "LANTERN"
    assert compiled({"properties": {}}, "LANTERN").name == "LANTERN"


def test_a_definition_stays_as_it_is():
    definition = copy.deepcopy(LANTERN)
    assert list(compiled(definition).broken({"finish": [text("x")]}))
    assert definition == LANTERN


def test_nothing_is_ever_fetched(monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the net is asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert list(compiled(copy.deepcopy(LANTERN)).broken({}))
    with pytest.raises(UsageError, match="leads nowhere in it"):
        compiled({"properties": {"x": {"$ref": "https://schemas.amazon.com/x"}}})


def test_a_definition_may_refer_to_itself():
    tree = {"properties": {"parts": {"items": {"$ref": "#/$defs/part"}}}}
    part = {"properties": {"inner": {"$ref": "#/$defs/part"}, "kind": one_of_a_list("a")}}
    definition = {**tree, "$id": f"{HOME}/TREE", "$defs": {"part": part}}
    kind = compiled(definition)
    value = {"parts": [{"inner": {"kind": "b"}}]}
    [each] = kind.broken(value)
    assert pointer_text(each.finding.pointer) == "/parts/0/inner/kind"
    circle = {
        "properties": {"a": {"$ref": "#/$defs/b"}},
        "$defs": {"b": {"allOf": [{"$ref": "#/$defs/b"}]}},
    }
    assert compiled(circle).name == ""
    own = {
        **LANTERN,
        "properties": {"a": {"$ref": f"{HOME}/schema/v1/CAMP_LANTERN#/$defs/language_tag"}},
    }
    assert [name for name, *_ in told({"a": "xx"}, {**own, "required": []})] == [
        "payload/open-enum"
    ]


DEEP: dict[str, Any] = {}
_inner = DEEP
for _ in range(3000):
    _inner["properties"] = {"a": {}}
    _inner = _inner["properties"]["a"]


@pytest.mark.parametrize(
    ("definition", "sentence"),
    [
        ({}, "describes no properties. Use the file that Amazon serves"),
        ({"properties": []}, "describes no properties"),
        (
            {"productType": "MUG", "schema": {"link": {"resource": "https://x"}}},
            "the answer that links to it: use the file at schema.link.resource",
        ),
        ({"properties": {"a": {"type": "strng"}}}, "can be read at /properties/a/type. Download"),
        ({"properties": {"a": {"pattern": "("}}}, "can be read at /properties/a/pattern."),
        ({"properties": {"a": {"maxUniqueItems": "2"}}}, "/properties/a/maxUniqueItems."),
        ({"properties": {"a": {"maxUniqueItems": True}}}, "/properties/a/maxUniqueItems."),
        (
            {"properties": {"a": {"maxUniqueItems": 1, "selectors": "b"}}},
            "/properties/a/maxUniqueItems.",
        ),
        ({"properties": {"a": {"$ref": "#/$defs/b"}}}, "/properties/a/$ref: “#/$defs/b” leads now"),
        (
            {"$id": f"{HOME}/MUG", "properties": {"a": 5}},
            "The definition of product type MUG is no",
        ),
        (DEEP, "is no JSON Schema that can be read."),
    ],
    ids=lambda value: "deep" if value is DEEP else None,
)
def test_a_faulty_definition_is_refused_with_the_place(definition, sentence):
    with pytest.raises(UsageError) as refused:
        compiled(definition)
    assert sentence in str(refused.value)
    assert "jsonschema" not in str(refused.value)


@pytest.mark.parametrize(
    "lifecycle", [None, 5, "x", [], {"enumDeprecated": "a"}, {"replacedBy": 5}, {"replacedBy": []}]
)
def test_a_life_cycle_of_another_form_says_nothing(lifecycle):
    beside = {"type": "string", "enum": ["a"], "$lifecycle": lifecycle}
    assert told({"x": "a"}, {"properties": {"x": beside}}) == []


@pytest.mark.parametrize(
    "branches",
    [
        [{"type": "string", "maxLength": 3}, {"enum": ["a"]}],
        [{"type": "number"}, {"enum": ["a", "b"]}],
        [{"enum": ["a"]}, {"enum": ["b"]}],
        [{"type": "string"}, {"minLength": 1}],
    ],
    ids=json.dumps,
)
def test_other_alternatives_are_no_list(branches):
    assert told({"x": "b"}, {"properties": {"x": {"anyOf": branches}}}) == []
