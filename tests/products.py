"""Products for property tests: as ``product.json`` has them, and wrong in every way."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from listlint.platform import product_schema

SCHEMA = product_schema()

WORDS = [
    "Steel", "mug", "mug", "NIKE", "nike", "new 2024", "FREE SHIPPING", "★", "杯子", "😀", "\x1f",
    "\x1f\x1f", "  ", "\n", "N/A", "No Brand", "best seller", "+86 138 0013 8000", "a@b.example",
    "https://x.example/y?z", "www.x.example", "<b>bold</b>", "<script>", "&nbsp;", "Ã©", "{value}",
    "{", "}", "%s", "\\", "\"", "\u200b", "\ufeff", "İ", "ß", "ﬀ", "é", "e\u0301",
    "x" * 150, "TODO", "lorem ipsum", "4006381333931", "4006381333932", "Cotton", "Wool", "Red",
    "1.jpg", "../../etc/passwd", "/dev/zero", "data:image/png;base64,AAAA", "//x.example/1.jpg",
]  # fmt: skip

texts = (
    st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
    | st.lists(st.sampled_from(WORDS), max_size=3).map("".join)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
)
"""Texts in which the rules find something, and texts of any characters."""

numbers = (
    st.integers(-3, 100)
    | st.sampled_from([0, -1, 2**53, 2**63, 2**64, 10**30, 10**308, 0.0, -0.0, 1e-320, 1e308, 0.05])
    | st.floats(allow_nan=False, allow_infinity=False)
)

anything = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=8,
)
"""Any JSON value."""

NAMES = st.sampled_from(
    ["Color", "color", "Brand", "品牌", "brand", "Material", "", "a/b~c", "Size", "*", "0", "{x}"]
)


def fitting(schema: dict[str, Any], wrong: st.SearchStrategy[Any] | None) -> Any:
    """Values that *schema*, a part of ``product.json``, describes; *wrong* stands in for some."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    kinds = schema.get("type", "object")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    made = st.one_of([_of_kind(kind, schema, wrong) for kind in kinds])
    if wrong is None:
        return made
    return st.integers(0, 11).flatmap(lambda chance: made if chance else wrong)


def _of_kind(kind: str, schema: dict[str, Any], wrong: Any) -> Any:
    match kind:
        case "null":
            return st.none()
        case "integer":
            return st.integers(-5, 100) | st.sampled_from([2**63, 10**30, 60.0])
        case "number":
            return numbers
        case "array":
            return st.lists(fitting(schema.get("items", {}), wrong), max_size=5)
        case "object":
            return _object(schema, wrong)
    if "enum" in schema:
        return st.sampled_from([each for each in schema["enum"] if each is not None])
    if schema.get("pattern", "").startswith("^-?"):
        return st.sampled_from(["25.90", "0", "-1", "007", "9" * 400, "0.00"])
    if "pattern" in schema:
        return st.just("2027-01-31")
    return texts.filter(len) if schema.get("minLength") else texts


def _object(schema: dict[str, Any], wrong: Any) -> Any:
    if "properties" not in schema:
        return st.dictionaries(NAMES, fitting(schema["additionalProperties"], wrong), max_size=4)
    fields = {
        name: fitting(below, wrong)
        for name, below in schema["properties"].items()
        if name != "platforms"
    }
    required = schema.get("required", [])
    # A few fields at a time: products are made ten times as fast as with some of each of them.
    few = st.lists(st.sampled_from(sorted(fields)), max_size=5).map(lambda some: [*required, *some])
    made = few.flatmap(lambda names: st.fixed_dictionaries({name: fields[name] for name in names}))
    if wrong is None:
        return made
    return st.builds(lambda one, more: {**one, **more}, made, st.just({}) | _slips(schema))


def _slips(schema: dict[str, Any]) -> Any:
    """Fields that are not there, or are of any kind."""
    names = st.sampled_from(["titel", "", "x", *schema["properties"]])
    return st.dictionaries(names, anything, max_size=1)


_OVERLAY = SCHEMA["$defs"]["overlay"]

valid = st.builds(
    lambda one, overlay: {**one, "platforms": {"dhgate": overlay}},
    _object(SCHEMA, None),
    st.just({}) | fitting(_OVERLAY, None),
)
"""Products that ``product.json`` takes, for dhgate."""

_lists_of_platforms = st.dictionaries(
    st.sampled_from(["dhgate", "dhgate", "dhgat", "", "敦煌网"]),
    st.just({}) | _object(_OVERLAY, anything),
    max_size=2,
)

any_kind = st.builds(
    lambda one, platforms: {**one, "platforms": platforms},
    _object(SCHEMA, anything),
    _lists_of_platforms | anything,
)
"""Products that are wrong here and there, their platforms too."""


def text_of(value: Any) -> bytes:
    """*value* as JSON that orjson reads alike: numbers beyond 64 bits stay digits."""
    return json.dumps(value, ensure_ascii=False).encode()
