"""Category answers: what is read from them, and what a listing of the category then breaks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from listlint.categories import (
    AnswerError,
    AttributeRule,
    Category,
    Form,
    read_answer,
)
from listlint.categoryschema import category_schema
from listlint.platform import BUILTIN
from listlint.schema import Schema

DHGATE = json.loads((BUILTIN / "dhgate" / "listing.json").read_text("utf-8"))["x-categories"]
ANSWERS = json.loads(
    (Path(__file__).parent / "fixtures" / "dhgate" / "categories.json").read_text("utf-8")
)


def skirts() -> Category:
    return read_answer(DHGATE, ANSWERS)["014024001"]


def broken(category: Category, listing: dict[str, Any]) -> list[tuple[str, str]]:
    """The names and sentences of what *listing* breaks, once both validators agree that it does."""
    schema = category_schema(category, "served")
    found = list(Schema(schema).broken(listing))
    assert jsonschema.Draft202012Validator(schema).is_valid(listing) is (not found)
    assert all(each.source == "served" and each.level.label == "error" for each in found)
    return [(each.name, str(each.finding.data.get("own", ""))) for each in found]


def names(category: Category, **listing: Any) -> list[str]:
    return [name for name, _ in broken(category, listing)]


# Reading


def test_reads_each_category_of_a_saved_file() -> None:
    assert list(read_answer(DHGATE, ANSWERS)) == ["014024001", "014006004"]
    assert list(read_answer(DHGATE, ANSWERS[1])) == ["014006004"]


def test_reads_the_words_of_a_title() -> None:
    assert skirts().title_must == ("skirt", "skirts")
    assert skirts().title_must_not == ("jean", "jeans", "shorts")


def test_null_means_that_nothing_is_asked() -> None:
    assert read_answer(DHGATE, ANSWERS)["014006004"] == Category("014006004")


def test_reads_the_attributes() -> None:
    attributes = skirts().attributes
    assert "Brand" not in attributes  # the field brand is mandatory anyway
    assert attributes["Material"] == AttributeRule(
        names=("Material", "材质"),
        required=True,
        most=1,
        values=(("Cotton", "棉"), ("Linen", "亚麻"), ("Polyester", "涤纶")),
    )
    assert attributes["Size"].in_variants
    assert attributes["Size"].open  # a seller may define sizes
    assert attributes["Waist Style"].open  # it has the value Other
    assert attributes["Length CM"].form == Form(number=True)
    assert skirts().required_attributes == ("Material", "Size", "Waist Style")


def test_numbers_and_strings_are_compared_as_text() -> None:
    answer = json.loads(json.dumps(ANSWERS[0]))
    material = answer["categoryPubAttrList"][1]
    material["required"], material["defined"] = 1, 1
    read = read_answer(DHGATE, answer)["014024001"].attributes["Material"]
    assert read.required
    assert read.open


def test_the_later_of_two_answers_counts() -> None:
    later = {"catePubId": "014024001", "inlucdeKeyWords": "kilt"}
    assert read_answer(DHGATE, [ANSWERS[0], later])["014024001"].title_must == ("kilt",)


def test_an_id_may_be_a_number_and_words_an_array() -> None:
    shape = {"id": "/cat/id", "title_must": "/words"}
    answer = {"cat": {"id": 2271}, "words": ["skirt, short", " kilt "]}
    assert read_answer(shape, answer) == {"2271": Category("2271", ("skirt, short", "kilt"))}


@pytest.mark.parametrize(
    ("answer", "pointer"),
    [
        ("014024001", ()),
        ([ANSWERS[0], None], (1,)),
        ({}, ("catePubId",)),
        ({"status": {"code": "44"}, "catePubId": None}, ("catePubId",)),
        ({"catePubId": ["014"]}, ("catePubId",)),
        ({"catePubId": True}, ("catePubId",)),
        ({"catePubId": "1", "excludeKeyWords": {"a": 1}}, ("excludeKeyWords",)),
        ({"catePubId": "1", "excludeKeyWords": [1]}, ("excludeKeyWords",)),
        ({"catePubId": "1", "categoryPubAttrList": {}}, ("categoryPubAttrList",)),
        ({"catePubId": "1", "categoryPubAttrList": [5]}, ("categoryPubAttrList", 0)),
        (
            [{"catePubId": "1", "categoryPubAttrList": [{"attrId": 1}]}],
            (0, "categoryPubAttrList", 0, "lineAttrName"),
        ),
        (
            {
                "catePubId": "1",
                "categoryPubAttrList": [{"lineAttrName": "A", "categoryPubAttrValList": ["B"]}],
            },
            ("categoryPubAttrList", 0, "categoryPubAttrValList", 0),
        ),
    ],
)
def test_an_answer_of_another_form_says_where(answer: Any, pointer: tuple[str | int, ...]) -> None:
    with pytest.raises(AnswerError) as caught:
        read_answer(DHGATE, answer)
    assert caught.value.pointer == pointer
    assert str(caught.value).startswith("".join(f"/{part}" for part in pointer) or "the answer: ")


# Judging


def test_a_category_that_asks_for_nothing_breaks_nothing() -> None:
    assert category_schema(Category("1")) == {}


GOOD = {"Material": "Cotton", "Size": "110", "Waist Style": "High"}


def test_a_listing_that_states_all_breaks_nothing() -> None:
    assert names(skirts(), attributes=GOOD) == []


@pytest.mark.parametrize(
    "attributes",
    [
        {"material": "cotton", "SIZE": "110", "waist-style": "High"},
        {"材质": "棉", "尺码": "110", "腰型": "松紧腰"},
        {**GOOD, "Material": ["Linen"], "Season": ["Summer", "autumn"], "Length CM": 42},
        {**GOOD, "Length CM": "42.5", "Pattern Name": "Meadow", "Pockets": "2"},
    ],
)
def test_spelling_and_own_attributes_break_nothing(attributes: dict[str, Any]) -> None:
    assert names(skirts(), attributes=attributes) == []


def test_each_missing_attribute_is_told_by_name() -> None:
    assert broken(skirts(), {}) == [
        ("attributes/required", f"No attribute {name}. The category asks for it: add it.")
        for name in ("Material", "Size", "Waist Style")
    ]
    assert names(skirts(), attributes={"Material 2": "x", "Size": "1", "Waist Style": "Low"}) == [
        "attributes/required"
    ]


def test_an_option_of_the_variants_stands_in_for_an_attribute_that_builds_them() -> None:
    attributes = {"Material": "Cotton", "Waist Style": "High"}
    by_size = [{"options": {"size": "110"}}, {"options": {"size": "120"}}]
    by_color = [{"options": {"Color": "Red"}}, {}]
    assert names(skirts(), attributes=attributes, variants=by_size) == []
    assert names(skirts(), attributes=attributes, variants=by_color) == ["attributes/required"]
    assert names(skirts(), attributes=attributes, variants=[]) == ["attributes/required"]
    material = [{"options": {"Material": "Cotton"}}]
    del attributes["Material"]
    assert names(skirts(), attributes={**attributes, "Size": "1"}, variants=material) == [
        "attributes/required"
    ]


@pytest.mark.parametrize("value", ["Silk", "Cotton blend", "", ["Silk"]])
def test_a_value_that_the_category_does_not_list(value: Any) -> None:
    assert broken(skirts(), {"attributes": {**GOOD, "Material": value}}) == [
        (
            "attributes/enum",
            "The category has no such Material. Use one of: Cotton, Linen, Polyester.",
        )
    ]


def test_several_values_where_one_is_taken() -> None:
    assert names(skirts(), attributes={**GOOD, "Material": ["Cotton", "Linen"]}) == [
        "attributes/max-items"
    ]


def test_words_where_a_number_is_taken() -> None:
    assert names(skirts(), attributes={**GOOD, "Length CM": "42 cm"}) == ["attributes/pattern"]


@pytest.mark.parametrize(
    ("value", "same", "other"),
    [
        ("V-Neck", ["v neck", "V_NECK", " v-neck "], ["vneck", "V", "neck"]),
        ("-5 to 0 °C", ["-5 TO 0 °c"], ["5 to 0 °C"]),
        ("-", ["-"], [""]),
        ("C++ (new)", ["c++ (NEW)"], ["C+ (new)", "C++ new"]),
        ("Écru", ["écru", "ÉCRU"], ["Ecru"]),
        ("Straße", ["STRAßE"], ["Strasse"]),
        ("50% [a-z]", ["50% [A-Z]"], ["50% b"]),
        ("{x}", ["{X}"], ["x"]),
    ],
)
def test_values_are_compared_without_case(value: str, same: list[str], other: list[str]) -> None:
    rule = AttributeRule(("Trim",), values=((value,),))
    category = Category("1", attributes={"Trim": rule})
    for each in [value, *same]:
        assert names(category, attributes={"Trim": each}) == [], each
    for each in other:
        ((name, sentence),) = broken(category, {"attributes": {"Trim": each}})
        assert name == "attributes/enum"
        assert value in sentence.format()  # the sentence is a template: braces are kept
