"""What is told of a value without the native validator is what the validator tells of it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import jsonschema_rs
import pytest
from commandline import environment, product, put
from hypothesis import given
from hypothesis import strategies as st
from products import any_kind, anything, texts, valid

from listlint.firstlook import UnsureError, _fits, surely_fits
from listlint.listing import listing_of
from listlint.platform import Platforms, product_schema
from listlint.schema import _FIRST, Schema, _keywords

PLATFORMS = Platforms()
SCHEMAS = {
    "product": product_schema(),
    **{name: dict(PLATFORMS.get(name).schema) for name in PLATFORMS.names},
}


def native(schema: dict[str, Any]) -> Any:
    return jsonschema_rs.Draft202012Validator(
        schema, keywords=_keywords(), pattern_options=jsonschema_rs.RegexOptions(), offline=True
    )


NATIVE = {name: native(schema) for name, schema in SCHEMAS.items()}


def agree(value: Any, schema: dict[str, Any], validator: Any) -> None:
    try:
        fits = _fits(value, schema, schema)
    except UnsureError:
        assert not surely_fits(value, schema)
    else:
        assert fits is validator.is_valid(value) is surely_fits(value, schema)


@pytest.mark.parametrize("name", SCHEMAS)
@given(any_kind | valid)
def test_products_of_any_kind_fit_by_both_or_by_neither(name, value):
    agree(value, SCHEMAS[name], NATIVE[name])


PATTERNS = st.sampled_from(
    [
        "^a", "x$", "^[^A-Z]*$", "[一-鿿]{2}", "(a|b)+.c?", "^$", "[.]", "^.*$", "[^/]+$",
        r"\d", r"\w", "(?i)mug", "[[:alpha:]]", "[a&&b]",
    ]
)  # fmt: skip
SIZES = st.integers(0, 6)
LIMITS = st.integers(-3, 100) | st.floats(-3, 100)
KINDS = st.sampled_from(["object", "array", "string", "number", "integer", "boolean", "null"])
NAMES = st.sampled_from(["a", "b", "mug", ""])


def keywords(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    by_name = st.dictionaries(NAMES, inner, max_size=2)
    sizes = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties",
             "maxWidth", "maxUtf8Bytes", "maxWords")  # fmt: skip
    limits = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
    return st.fixed_dictionaries(
        {},
        optional={
            "type": KINDS | st.lists(KINDS, min_size=1, max_size=3, unique=True),
            "properties": by_name,
            "patternProperties": st.dictionaries(PATTERNS, inner, max_size=1),
            "additionalProperties": inner,
            "propertyNames": inner,
            "required": st.lists(NAMES, max_size=2, unique=True),
            "items": inner,
            "enum": st.lists(VALUES, min_size=1, max_size=3, unique_by=repr),
            "const": VALUES,
            "pattern": PATTERNS,
            "allOf": st.lists(inner, min_size=1, max_size=2),
            "anyOf": st.lists(inner, min_size=1, max_size=2),
            "not": inner,
            "if": inner,
            "then": inner,
            "else": inner,
            "title": st.just("A title"),
            "x-source": st.just("owner"),
            **dict.fromkeys(sizes, SIZES),
            **dict.fromkeys(limits, LIMITS),
        },
    )


ENDS = st.sampled_from(["a", "ax", "x\n", "\n", "mug", "MUG", "杯子", "Ⅷ", "٣", ""])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 9) | st.sampled_from([0.0, 1.0, 2.5]) | ENDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=5,
)
PARTS = st.recursive(st.booleans() | st.just({}), keywords, max_leaves=4)


@given(keywords(PARTS), VALUES | anything | texts)
def test_any_schema_has_one_verdict(schema, value):
    agree(value, schema, native(schema))


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_say_nothing_that_is_not_known_here(name):
    """Else each run loads the validator."""
    one = product(platforms={})
    looked = SCHEMAS[name]
    assert _fits(one if name == "product" else listing_of(one, name).data, looked, looked) in (
        True,
        False,
    )


def test_the_validator_has_the_word_after_a_few_values():
    schema = Schema({"type": "object"})
    assert all(schema.is_valid({}) for _ in range(_FIRST))
    assert schema._native is None
    assert schema.is_valid({})
    assert schema._native is not None
    assert not Schema({"type": "object"}).is_valid([])


def test_a_clean_product_does_not_load_it(tmp_path):
    put(tmp_path / "a.json", product())
    program = (
        "import sys; sys.argv = ['listlint', 'check', 'a.json']\n"
        "from listlint.__main__ import main\n"
        "try: main()\n"
        "finally: print('jsonschema_rs' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment(), capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "False", json.dumps(done.stdout)
