"""Item schemas: what is read from the XML, and what a listing of the category then breaks.

All XML is invented; its vocabulary is that of Alibaba's interfaces.
"""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from listlint.categories import Category
from listlint.categoryschema import category_schema
from listlint.itemrules import read_item_schema
from listlint.safexml import XmlFault
from listlint.schema import Schema

SHAPE: dict[str, Any] = {
    "form": "item-schema",
    "source": "served",
    "answer": ["/response/xml"],
    "fields": {
        "title": "title",
        "price": "price.amount",
        "quantity": "stock",
        "prop_20000": "brand",
        "images": "images",
        "points": "bullets",
        "sku": "variants",
        "sku_price": "variants.price.amount",
    },
    "attributes": "^(?:in_)?(?:prop_|p-)([0-9]+)$",
}


def rule(name: str, value: object = "true", inner: str = "", **attributes: str) -> str:
    more = "".join(f' {key}="{each}"' for key, each in attributes.items())
    return f'<rule name="{name}" value="{value}"{more}>{inner}</rule>'


def when(*express: tuple[str, str, str], operator: str = "and", inner: str = "") -> str:
    told = "".join(
        f'<depend-express fieldId="{field}" symbol="{symbol}" value="{value}"/>'
        for field, symbol, value in express
    )
    return f'<depend-group operator="{operator}">{told}{inner}</depend-group>'


def field(
    identity: str,
    kind: str = "input",
    *rules: str,
    name: str = "",
    options: dict[str, str] | None = None,
    inner: str = "",
) -> str:
    listed = "".join(
        f'<option displayName="{shown}" value="{value}"/>'
        for shown, value in (options or {}).items()
    )
    return (
        f'<field id="{identity}" name="{name or identity}" type="{kind}">'
        f"<rules>{''.join(rules)}</rules><options>{listed}</options>{inner}</field>"
    )


def holding(*fields: str) -> str:
    return f"<fields>{''.join(fields)}</fields>"


REQUIRED = rule("requiredRule")
MATERIAL = {"棉": "11", "丝绸": "12", "Other / 其它": "-1"}


def read(*fields: str) -> Category:
    return read_item_schema(SHAPE, f"<itemRule>{''.join(fields)}</itemRule>", "50012")


def told(category: Category, **listing: Any) -> list[tuple[str, str]]:
    """The names of what the listing breaks and where, once both validators agree that it does.

    The keywords of our own are judged by one of them only.
    """
    schema = category_schema(category, "served")
    found = list(Schema(schema).broken(listing))
    if "maxWidth" not in str(schema):
        assert jsonschema.Draft202012Validator(schema).is_valid(listing) is (not found)
    assert all(each.source == "served" for each in found)
    return [(each.name, "/".join(map(str, each.finding.pointer))) for each in found]


def names(category: Category, **listing: Any) -> list[str]:
    return [name for name, _ in told(category, **listing)]


# Fields of the listing


def test_a_length_in_bytes_counts_a_chinese_character_twice() -> None:
    title = field("title", "input", rule("maxLengthRule", 10, unit="byte", exProperty="include"))
    assert told(read(title), title="五个汉字啊") == []
    assert told(read(title), title="ten chars!") == []
    assert told(read(title), title="五个汉字啊!") == [("title/max-length", "title")]


@pytest.mark.parametrize("unit", ["", "character"])
def test_another_length_counts_characters(unit: str) -> None:
    title = field("title", "input", rule("minLengthRule", 4, unit=unit))
    assert names(read(title), title="四个汉字") == []
    assert names(read(title), title="三个字") == ["title/min-length"]
    title = field("title", "input", rule("maxLengthRule", 5, unit=unit))
    assert names(read(title), title="五个汉字啊") == []
    assert names(read(title), title="五个汉字啊!") == ["title/max-length"]


def test_a_least_length_in_bytes_is_broken_only_if_it_surely_is() -> None:
    title = field("title", "input", rule("minLengthRule", 5, unit="byte"))
    assert names(read(title), title="三个字") == []
    assert names(read(title), title="两个") == ["title/min-length"]


def test_the_bound_may_be_left_out() -> None:
    price = field(
        "price",
        "input",
        rule("valueTypeRule", "decimal"),
        rule("minValueRule", "0.00", exProperty="not include"),
        rule("maxValueRule", "100", exProperty="include"),
    )
    assert told(read(price), price={"amount": 100.0}) == []
    assert told(read(price), price={"amount": 0.0}) == [("price/exclusive-minimum", "price/amount")]
    assert told(read(price), price={"amount": 100.5}) == [("price/maximum", "price/amount")]
    title = field("title", "input", rule("maxLengthRule", 5, exProperty="not include"))
    assert names(read(title), title="12345") == ["title/max-length"]


def test_a_mandatory_field() -> None:
    asked = read(field("title", "input", REQUIRED), field("price", "input", REQUIRED))
    assert told(asked, title="Mug", price={"amount": 1.0}) == []
    assert told(asked) == [("title/required", "title"), ("price/required", "price")]


def test_what_variants_state_the_product_need_not() -> None:
    asked = read(field("price", "input", REQUIRED))
    assert names(asked, variants=[{"price": {"amount": 1.0}}]) == []
    assert names(asked, variants=[{"stock": 1}]) == ["price/required"]
    assert names(asked, variants=[]) == ["price/required"]


@pytest.mark.parametrize(
    "fields",
    [
        [field("title", "input", rule("requiredRule", "false"))],
        [field("title", "input", REQUIRED, rule("readOnlyRule"))],
        [field("title", "input", REQUIRED, rule("disableRule"))],
        [field("title", "input", REQUIRED, inner="<value>Mug</value>")],
        [field("title", "input", REQUIRED, inner="<default-value>Mug</default-value>")],
        [field("title", "label", REQUIRED)],
        [field("postage", "input", REQUIRED), field("shop", "complex", REQUIRED)],
        [field("sku", "multiComplex", inner=holding(field("sku_price", "input", REQUIRED)))],
    ],
)
def test_what_a_listing_need_not_state(fields: list[str]) -> None:
    assert told(read(*fields), variants=[{"options": {"颜色": "红"}}]) == []


def test_fields_of_the_variants() -> None:
    price = field("sku_price", "input", rule("maxValueRule", 9))
    asked = read(field("sku", "multiComplex", inner=holding(price)))
    variants = [{"price": {"amount": 9}}, {"price": {"amount": 10}}]
    assert told(asked, variants=variants) == [("variants/maximum", "variants/1/price/amount")]


def test_a_field_for_each_picture_tells_how_many() -> None:
    slots = [field(f"images_{n}", "input", *([REQUIRED] * (n < 2))) for n in range(3)]
    asked = read(field("images", "complex", inner=holding(*slots)))
    assert names(asked, images=["a", "b"]) == []
    assert names(asked, images=["a"]) == ["images/min-items"]
    assert names(asked, images=["a", "b", "c", "d"]) == ["images/max-items"]


def test_a_list_of_texts() -> None:
    points = field("points", "multiInput", rule("maxInputNumRule", 2), rule("maxLengthRule", 3))
    assert told(read(points), bullets=["abc", "abcd"]) == [("bullets/max-length", "bullets/1")]
    assert told(read(points), bullets=["a"] * 3) == [("bullets/max-items", "bullets")]


def test_a_rule_that_depends() -> None:
    longer = rule("maxLengthRule", 3, when(("prop_1", "==", "12")))
    asked = read(
        field("title", "input", longer),
        field("prop_1", "singleCheck", name="材质", options=MATERIAL),
    )
    assert told(asked, title="abcd") == []
    assert told(asked, title="abcd", attributes={"材质": "棉"}) == []
    assert told(asked, title="abcd", attributes={"材质": "丝绸"}) == [("title/max-length", "title")]
    assert names(asked, title="abcd", attributes={"1": 12}) == ["title/max-length"]


# Attributes


def test_an_attribute_by_its_names() -> None:
    asked = read(field("prop_1", "singleCheck", REQUIRED, name="材质", options=MATERIAL))
    for name in ("材质", "prop_1", "1"):
        assert told(asked, attributes={name: "棉"}) == []
        assert told(asked, attributes={name: "11"}) == []
        assert names(asked, attributes={name: "麻"}) == ["attributes/enum"]
        assert names(asked, attributes={name: ["棉", "丝绸"]}) == ["attributes/max-items"]
    assert told(asked) == [("attributes/required", "")]
    (found,) = Schema(category_schema(asked)).broken({})
    assert found.finding.data["own"] == "No attribute 材质. The category asks for it: add it."


def test_without_an_expression_all_fields_are_attributes() -> None:
    shape = {"form": "item-schema", "fields": {}}
    text = f"<itemRule>{field('postage', 'input', REQUIRED)}</itemRule>"
    category = read_item_schema(shape, text, "1")
    assert [each.name for each in Schema(category_schema(category)).broken({})] == [
        "attributes/required"
    ]


def test_the_brand_is_field_or_attribute() -> None:
    asked = read(
        field("prop_20000", "singleCheck", REQUIRED, name="品牌", options={"Acme/爱可": "1"})
    )
    assert told(asked) == [("attributes/required", "")]
    for brand in ("Acme", "爱可", "ACME/爱可"):
        assert told(asked, brand=brand) == []
    assert told(asked, attributes={"品牌": "Acme/爱可"}) == []
    assert told(asked, brand="Other") == [("brand/enum", "brand")]


def test_how_many_values_are_taken() -> None:
    asked = read(
        field(
            "prop_1",
            "multiCheck",
            rule("minInputNumRule", 1, exProperty="not include"),
            rule("maxInputNumRule", 2, exProperty="include"),
            options={"a": "1", "b": "2", "c": "3"},
        )
    )
    assert names(asked, attributes={"prop_1": ["a", "b"]}) == []
    assert names(asked, attributes={"prop_1": ["a"]}) == ["attributes/min-items"]
    assert names(asked, attributes={"prop_1": ["a", "b", "c"]}) == ["attributes/max-items"]


@pytest.mark.parametrize(
    ("rules", "good", "bad"),
    [
        ([rule("valueTypeRule", "integer")], ["12", 12, "-3"], ["1.5", 1.5, "twelve"]),
        ([rule("valueTypeRule", "decimal")], ["12", 1.5, "1.55"], ["1,5", "5 g"]),
        ([rule("valueTypeRule", "date")], ["2026-05-20"], ["20.5.2026", "2026-5-20"]),
        ([rule("valueTypeRule", "url"), rule("setRule", "x")], ["anything"], []),
        (
            [rule("valueTypeRule", "decimal"), rule("maxDecimalDigitsRule", 2)],
            ["1", "1.55"],
            ["1.555"],
        ),
        (
            [rule("valueTypeRule", "decimal"), rule("minValueRule", 0, exProperty="not include")],
            ["0.1", 3],
            ["0", 0, "-1"],
        ),
        ([rule("maxValueRule", 12)], ["a text"], []),
        ([rule("regexRule", r"^\d{4}$")], ["2026"], ["26", "年2026", "２０２６"]),
        ([rule("regexRule", r"^[\d\u4e00-\u9fa5-]+$")], ["2026年-5月"], ["May"]),
        ([rule("regexRule", r"\d{4}")], ["anything: 26"], []),
        ([rule("regexRule", r"^(?=.*\d).+$")], ["anything"], []),
        ([rule("maxLengthRule", 4, unit="byte")], ["abcd", "两字"], ["两个字"]),
        ([rule("maxLengthRule", "many")], ["anything"], []),
    ],
)
def test_what_a_value_is_like(rules: list[str], good: list[Any], bad: list[Any]) -> None:
    asked = read(field("prop_1", "input", *rules))
    for value in good:
        assert names(asked, attributes={"prop_1": value}) == [], value
    for value in bad:
        assert len(names(asked, attributes={"prop_1": value})) == 1, value


def test_a_list_beside_a_field_of_the_same_name_is_open() -> None:
    own = rule("disableRule", "true", when(("prop_1", "not contains", "-1")))
    asked = read(
        field("prop_1", "multiCheck", name="材质", options=MATERIAL),
        field("in_prop_1", "input", own, REQUIRED, name="材质"),
    )
    assert told(asked, attributes={"材质": ["棉", "竹纤维"]}) == []
    assert told(asked) == []


def test_options_of_variants_are_free() -> None:
    color = field("prop_2", "singleCheck", REQUIRED, name="颜色", options={"红": "1"})
    asked = read(field("sku", "multiComplex", inner=holding(color)))
    assert told(asked, variants=[{"options": {"颜色": "落日红"}}]) == []
    assert told(asked, variants=[{"options": {"尺码": "M"}}]) == [("attributes/required", "")]


def test_what_complex_fields_hold_is_read() -> None:
    origin = field("p-3", "input", REQUIRED, name="产地")
    assert names(read(field("catProp", "complex", inner=holding(origin)))) == [
        "attributes/required"
    ]
    tables = field("extra", "multiComplex", inner=holding(origin))
    assert names(read(tables)) == []


# Dependencies


def dependent(*express: tuple[str, str, str], operator: str = "and") -> Category:
    """A category that asks for 等级 unless the condition holds."""
    off = rule("disableRule", "true", when(*express, operator=operator))
    return read(
        field("prop_1", "singleCheck", name="材质", options=MATERIAL),
        field("prop_4", "input", name="支数"),
        field("postage", "input"),
        field("prop_9", "input", REQUIRED, off, rule("maxLengthRule", 2), name="等级"),
    )


ASKED = ["attributes/required"]


@pytest.mark.parametrize(
    ("symbol", "value", "stated", "found"),
    [
        ("!=", "12", {"材质": "丝绸"}, ASKED),
        ("!=", "12", {"材质": "棉"}, []),
        ("!=", "12", {}, []),
        ("not contains", "12", {"材质": ["丝绸", "棉"]}, [*ASKED, "attributes/max-items"]),
        ("not contains", "12", {"材质": ["棉"]}, []),
        ("==", "12", {"材质": "丝绸"}, []),
        ("==", "12", {"材质": "棉"}, ASKED),
        ("==", "12", {}, ASKED),
        ("is null", "", {}, []),
        ("is null", "", {"材质": "棉"}, ASKED),
        ("this field's value in fieldOptions", "", {"材质": "棉"}, []),
        ("this field’s value not in fieldOptions", "", {"材质": "棉"}, ASKED),
        ("resembles", "12", {"材质": "丝绸"}, []),
    ],
)
def test_symbols(symbol: str, value: str, stated: dict[str, Any], found: list[str]) -> None:
    asked = dependent(("prop_1", symbol, value))
    assert sorted(names(asked, attributes=stated)) == sorted(found)


@pytest.mark.parametrize(
    ("symbol", "off", "on"),
    [(">", ["41", 40.5], ["40", 40]), (">=", ["40"], ["39.9"]), ("<", ["-1", 39], ["40"]),
     ("<=", ["40.0", 40], [40.1])],
)  # fmt: skip
def test_comparisons(symbol: str, off: list[Any], on: list[Any]) -> None:
    asked = dependent(("prop_4", symbol.replace("<", "&lt;"), "40"))
    for value in off:
        assert names(asked, attributes={"支数": value}) == []
    for value in on:
        assert names(asked, attributes={"支数": value}) == ASKED


def test_what_a_listing_cannot_tell_asks_for_nothing() -> None:
    for symbol in ("==", "!=", "is null", ">"):
        assert names(dependent(("postage", symbol, "5"))) == []
        assert names(dependent(("nowhere", symbol, "5"))) == []


def test_groups_of_conditions() -> None:
    either = dependent(("prop_1", "==", "11"), ("prop_4", ">", "40"), operator="or")
    both = dependent(("prop_1", "==", "11"), ("prop_4", ">", "40"))
    for asked, stated, found in (
        (either, {"材质": "棉"}, []),
        (either, {"材质": "丝绸"}, ASKED),
        (both, {"材质": "棉"}, ASKED),
        (both, {"材质": "棉", "支数": 60}, []),
    ):
        assert names(asked, attributes=stated) == found
    inner = when(("prop_4", ">", "40"), ("prop_4", "==", "20"), operator="or")
    off = rule("disableRule", "true", when(("prop_1", "==", "11"), inner=inner))
    nested = read(
        field("prop_1", "singleCheck", options=MATERIAL),
        field("prop_4"),
        field("prop_9", "input", REQUIRED, off),
    )
    assert names(nested, attributes={"1": "11", "4": 20}) == []
    assert names(nested, attributes={"1": "11", "4": 30}) == ASKED


def test_a_field_that_is_off_may_hold_anything() -> None:
    asked = dependent(("prop_1", "==", "11"))
    assert names(asked, attributes={"材质": "棉", "等级": "very long"}) == []
    assert names(asked, attributes={"材质": "丝绸", "等级": "very long"}) == [
        "attributes/max-length"
    ]


# Reading


def test_an_answer_may_hold_the_schema_as_text() -> None:
    inner = field("prop_1", "input", REQUIRED).replace("<", "&lt;").replace(">", "&gt;")
    text = f"<response><xml>&lt;itemRule&gt;{inner}&lt;/itemRule&gt;</xml></response>"
    assert names(read_item_schema(SHAPE, text, "1")) == ASKED


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", 1, "no element found"),
        ("<itemRule>\n<field>\n</itemRule>", 3, "mismatched tag"),
        ("<itemRule>\n</itemRule>", 1, "no <field> in <itemRule>"),
        ("<itemRule>\n<field type='input'/></itemRule>", 2, "a field has no id"),
        ("<itemRule>\n<field id='a' type='slider'/></itemRule>", 2, "“a” is of the unknown type"),
        ("<itemRule><field id='a' type='input'><rules>\n<rule/></rules></field></itemRule>", 2,
         "a rule of the field “a” has no name"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", 1, "document type"),
        ("<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>", 1, "document type"),
        ("<x>&a;</x>", 1, "undefined entity"),
        ("<a>" * 100, 1, "more than 64 elements"),
        ("<error_response><code>11</code></error_response>", 1, "no <field>"),
    ],
)  # fmt: skip
def test_a_faulty_text_says_where_and_what(text: str, line: int, told: str) -> None:
    with pytest.raises(XmlFault) as caught:
        read_item_schema(SHAPE, text, "1")
    assert told in str(caught.value)
    assert caught.value.line == line


def test_a_huge_text_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("listlint.safexml.BYTES", 10)
    with pytest.raises(XmlFault, match="at most 10"):
        read(field("title"))


def test_another_encoding_is_read_or_refused() -> None:
    text = f"<itemRule>{field('prop_1', 'input', REQUIRED, name='材质')}</itemRule>"
    declared = f'<?xml version="1.0" encoding="utf-16"?>{text}'
    assert names(read_item_schema(SHAPE, declared.encode("utf-16"), "1")) == ASKED
    declared = f'<?xml version="1.0" encoding="gbk"?>{text}'
    assert names(read_item_schema(SHAPE, declared, "1")) == ASKED  # a text has no encoding
    with pytest.raises(XmlFault, match="UTF-8"):
        read_item_schema(SHAPE, declared.encode("gbk"), "1")
