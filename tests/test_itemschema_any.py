"""No XML text makes the reader of item schemas fail, and what keeps to one breaks nothing of it."""

from __future__ import annotations

import contextlib
from decimal import Decimal
from typing import Any, NamedTuple
from xml.sax.saxutils import quoteattr

import jsonschema
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from listlint.categoryschema import category_schema
from listlint.itemrules import read_item_schema
from listlint.safexml import XmlFault
from listlint.schema import Schema

SHAPE: dict[str, Any] = {
    "form": "item-schema",
    "fields": {
        "title": "title",
        "price": "price.amount",
        "prop_20000": "brand",
        "images": "images",
        "sku": "variants",
        "sku_price": "variants.price.amount",
    },
    "attributes": "^(?:prop_|p-)([0-9]+)$",
}

# Texts of the vocabulary, well formed or nearly so


IDS = ["title", "price", "prop_20000", "prop_1", "p-2", "in_prop_1", "images", "images_0", "sku",
       "sku_price", "postage"]  # fmt: skip
KINDS = ["input", "multiInput", "singleCheck", "multiCheck", "complex", "multiComplex", "label"]
RULES = ["requiredRule", "disableRule", "readOnlyRule", "valueTypeRule", "minLengthRule",
         "maxLengthRule", "minValueRule", "maxValueRule", "minInputNumRule", "maxInputNumRule",
         "minDecimalDigitsRule", "maxDecimalDigitsRule", "regexRule", "tipRule"]  # fmt: skip
VALUES = ["true", "false", "text", "integer", "decimal", "date", "0", "-1", "2.50", "60",
          "99999999999999999999", "1e9", "many", "", "^[0-9]+$", "^(", r"^\d{1,9}[\w.]*$",
          r"^(a{999}){999}$", "棉", "-"]  # fmt: skip
SYMBOLS = ["==", "!=", ">", "<=", "contains", "not contains", "is null", "is not null", "~", "",
           "this field's value in fieldOptions"]  # fmt: skip


def tag(name: str, attributes: dict[str, str], inner: str) -> str:
    told = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{told}>{inner}</{name}>"


def attributes(*needed: str, **of: list[str]) -> st.SearchStrategy[dict[str, str]]:
    drawn = {name: st.sampled_from(values) for name, values in of.items()}
    always = {name: drawn.pop(name) for name in needed}
    return st.fixed_dictionaries(always, optional=drawn)


EXPRESS = st.builds(
    tag,
    st.just("depend-express"),
    attributes("fieldId", fieldId=IDS, symbol=SYMBOLS, value=VALUES),
    st.just(""),
)
GROUP = st.recursive(
    EXPRESS,
    lambda inner: st.builds(
        tag,
        st.just("depend-group"),
        attributes(operator=["and", "or"]),
        st.lists(inner, max_size=3).map("".join),
    ),
    max_leaves=4,
)  # fmt: skip
RULE = st.builds(
    tag,
    st.just("rule"),
    attributes(
        "name", name=RULES, value=VALUES, unit=["byte", "character"], exProperty=["not include"]
    ),
    GROUP | st.just(""),
)
OPTION = st.builds(
    tag, st.just("option"), attributes(displayName=VALUES, value=VALUES), st.just("")
)
FIELD = st.recursive(
    st.builds(
        lambda attributes, rules, options: tag(
            "field",
            attributes,
            f"<rules>{''.join(rules)}</rules><options>{''.join(options)}</options>",
        ),
        attributes("id", "type", id=IDS, type=KINDS, name=VALUES),
        st.lists(RULE, max_size=4),
        st.lists(OPTION, max_size=3),
    ),
    lambda inner: st.builds(
        lambda attributes, fields: tag(
            "field", attributes, f"<value>x</value><fields>{''.join(fields)}</fields>"
        ),
        attributes("id", "type", id=IDS, type=KINDS, name=VALUES),
        st.lists(inner, max_size=3),
    ),
    max_leaves=6,
)
WHOLE = st.lists(FIELD, max_size=5).map(lambda fields: f"<itemRule>{''.join(fields)}</itemRule>")


def damaged(text: str, at: int) -> str:
    """*text* without a character."""
    return text[:at] + text[at + 1 :]


LISTING = {
    "title": "棉 Mug 2.50",
    "price": {"amount": 2.5},
    "brand": "棉",
    "images": ["a"],
    "attributes": {"棉": ["true", 60], "prop_1": "2026-05-20", "1": -1, "p-2": 2.5, "": "x"},
    "variants": [{"options": {"60": "棉"}, "price": {"amount": 60}}, {}],
}


@settings(max_examples=300, deadline=None)
@given(WHOLE)
def test_no_schema_makes_reading_or_judging_fail(text: str) -> None:
    assume("<field" in text)
    category = read_item_schema(SHAPE, text, "1")
    schema = category_schema(category, "served")
    jsonschema.Draft202012Validator.check_schema(schema)
    compiled = Schema(schema)
    for listing in (LISTING, {}):
        found = list(compiled.broken(listing))
        assert compiled.is_valid(listing) is (not found)
        for each in found:
            assert each.name.partition("/")[2]


@settings(max_examples=300, deadline=None)
@given(
    st.text(max_size=60) | st.binary(max_size=60) | st.builds(damaged, WHOLE, st.integers(0, 400))
)
def test_no_text_makes_reading_fail(text: str | bytes) -> None:
    with contextlib.suppress(XmlFault):
        read_item_schema(SHAPE, text, "1")


# Schemas of which a listing is known that keeps to them


class Kept(NamedTuple):
    """A field's XML, and a value that keeps to its rules; None where it may be left out."""

    kind: str
    rules: tuple[str, ...]
    options: tuple[str, ...]
    value: Any


def rule(name: str, value: object, **attributes: str) -> str:
    return tag("rule", {"name": name, "value": str(value), **attributes}, "")


WORDS = st.text("ab棉麻 09.-", min_size=1, max_size=8).filter(str.strip)


@st.composite
def kept(draw: st.DrawFn) -> Kept:
    """A field and a value within its bounds, drawn together."""
    required = [rule("requiredRule", "true")] if draw(st.booleans()) else []
    kind = draw(st.sampled_from(["text", "number", "one", "several"]))
    value: Any
    if kind == "text":
        value = draw(WORDS)
        wide = draw(st.booleans())
        size = sum(1 + (wide and each > "\u3000") for each in value)
        limits = [rule("maxLengthRule", size, unit="byte" if wide else "character")]
        limits.append(
            rule("minLengthRule", draw(st.integers(0, size)), unit="byte" if wide else "")
        )
        made = Kept("input", (*limits, *required), (), value)
    elif kind == "number":
        number = Decimal(draw(st.integers(-9999, 9999))) / 100
        below, above = (Decimal(draw(st.integers(0, 500))) / 100 for _ in "12")
        bounds = [rule("valueTypeRule", "decimal"), rule("maxDecimalDigitsRule", 2)]
        bounds.append(rule("minValueRule", number - below, exProperty="include"))
        bounds.append(rule("maxValueRule", number + above, exProperty="include"))
        value = draw(st.sampled_from([f"{number:f}", float(number)]))
        made = Kept("input", (*bounds, *required), (), value)
    else:
        options = draw(st.lists(WORDS, min_size=1, max_size=5, unique_by=str.strip))
        chosen = draw(st.lists(st.sampled_from(options), min_size=1, max_size=3, unique=True))
        value = chosen if kind == "several" else chosen[0]
        counts = [rule("maxInputNumRule", len(chosen), exProperty="include")]
        counts.append(rule("minInputNumRule", len(chosen) - 1, exProperty="not include"))
        limits = counts if kind == "several" else []
        made = Kept("multiCheck" if kind == "several" else "singleCheck", (*limits, *required),
                    tuple(options), value)  # fmt: skip
    return made if required or draw(st.booleans()) else made._replace(value=None)


@settings(max_examples=300, deadline=None)
@given(st.lists(kept(), min_size=1, max_size=5), st.booleans())
def test_a_listing_that_keeps_to_a_schema_breaks_nothing(fields: list[Kept], by_id: bool) -> None:
    text = "".join(
        tag(
            "field",
            {"id": f"prop_{index}", "name": f"Field {index}", "type": each.kind},
            f"<rules>{''.join(each.rules)}</rules><options>"
            + "".join(
                tag("option", {"displayName": option, "value": f"id {number}"}, "")
                for number, option in enumerate(each.options)
            )
            + "</options>",
        )
        for index, each in enumerate(fields)
    )
    category = read_item_schema(SHAPE, f"<itemRule>{text}</itemRule>", "1")
    stated = {
        str(index) if by_id else f"field_{index}": each.value
        for index, each in enumerate(fields)
        if each.value is not None
    }
    schema = Schema(category_schema(category))
    assert [(each.name, each.finding.data) for each in schema.broken({"attributes": stated})] == []
    assert schema.is_valid({"attributes": stated})
