"""What ``x-categories`` can tell beyond DHgate's: ids, counts, bounds, conditions, limits, options.

The shape is that of Pinduoduo's answer, the answer invented.
"""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from listlint.categories import Category, read_answer
from listlint.categoryschema import category_schema
from listlint.schema import Schema
from listlint.served import AnswerError

TOP = "/cat_rule_get_response"
ASKED = {"at": "/required", "equals": "true"}
SHAPE: dict[str, Any] = {
    "source": "api",
    "attributes": {
        "each": f"{TOP}/goods_properties_rule/properties/*",
        "names": ["/name", "/ref_pid"],
        "fields": {"brand": [{"at": "/name", "equals": "品牌"}]},
        "required": [{"all": [ASKED, {"at": "/required_rule_type", "not": "1"}]}],
        "required_when": {
            "if": [{"all": [ASKED, {"at": "/required_rule_type", "equals": "1"}]}],
            "any": "/required_rule/*",
            "all": "/*",
            "attribute": "/ref_pid",
            "values": "/vid",
        },
        "allowed_when": {
            "all": "/show_condition/*",
            "attribute": "/parent_ref_pid",
            "values": "/parent_vids",
        },
        "in_variants": [{"at": "/is_sale", "equals": "true"}],
        "max_values": "/choose_max_num",
        "open": [{"at": "/input_max_num", "not": "0"}],
        "max_own": "/input_max_num",
        "number": [{"at": "/property_value_type", "equals": "1"}],
        "minimum": "/min_value",
        "maximum": "/max_value",
        "decimals": "/value_precision",
        "units": "/value_unit",
        "text": [{"at": "/property_value_type", "equals": "0"}],
        "max_length": "/max_value",
        "values": {"each": "/values/*", "names": ["/value", "/vid"]},
    },
    "limits": [
        {
            "if": [{"at": f"{TOP}/goods_type_list", "not": ["", "3"]}],
            "schema": {
                "properties": {
                    "trade": {
                        "properties": {
                            "mode": {
                                "not": {"const": "bonded-bc"},
                                "x-limits": {
                                    "not": {
                                        "severity": "error",
                                        "name": "trade/category",
                                        "source": "api",
                                    }
                                },
                            }
                        }
                    }
                }
            },
        }
    ],
    "rules": {"price/spread": {"max-ratio": f"{TOP}/goods_sku_rule/price_range_ratio"}},
}


def values(*named: tuple[int, str]) -> list[dict[str, Any]]:
    return [{"vid": vid, "value": value, "spec_id": 0} for vid, value in named]


BRAND = {
    "name": "品牌",
    "ref_pid": 310,
    "required": True,
    "required_rule_type": 0,
    "required_rule": None,
    "choose_max_num": 1,
    "input_max_num": 0,
    "property_value_type": 0,
    "values": values((11, "Northmug/北杯"), (12, "Acme")),
}
MATERIAL = {
    "name": "材质",
    "ref_pid": 5,
    "required": True,
    "required_rule_type": 0,
    "choose_max_num": 2,
    "input_max_num": 0,
    "values": values((51, "棉"), (52, "丝绸"), (53, "羊毛")),
}
GRADE = {
    "name": "丝绸等级",
    "ref_pid": 6,
    "required": True,
    "required_rule_type": 1,
    "required_rule": '[[{"ref_pid":5,"vid":52}],[{"ref_pid":5,"vid":53},{"ref_pid":8,"vid":0}]]',
    "show_condition": [{"parent_ref_pid": 5, "parent_vids": [52, 53]}],
    "values": values((61, "A"), (62, "B")),
    "input_max_num": 0,
}
WEIGHT = {
    "name": "净含量",
    "ref_pid": 7,
    "property_value_type": 1,
    "min_value": "1",
    "max_value": "99.5",
    "value_precision": 1,
    "value_unit": ["g", "克"],
    "input_max_num": 1,
    "values": [],
}
STYLE = {
    "name": "风格",
    "ref_pid": 9,
    "property_value_type": 0,
    "max_value": "4",
    "input_max_num": 1,
    "choose_max_num": 3,
    "values": values((91, "简约现代风格"), (92, "复古")),
}
COLOR = {"name": "颜色", "ref_pid": 10, "is_sale": True, "required": True, "input_max_num": 5}


def answer(*properties: dict[str, Any], **more: Any) -> dict[str, Any]:
    rules = {"goods_properties_rule": {"properties": list(properties)}, **more}
    return {"cat_rule_get_response": rules}


def category(*properties: dict[str, Any], **more: Any) -> Category:
    return read_answer(SHAPE, answer(*properties, **more), "8464")["8464"]


def told(read: Category, **listing: Any) -> list[tuple[str, str]]:
    """The names of what the listing breaks and where, once both validators agree that it does."""
    schema = category_schema(read, "api")
    found = list(Schema(schema).broken(listing))
    assert jsonschema.Draft202012Validator(schema).is_valid(listing) is (not found)
    assert all(each.source == "api" for each in found)
    return [(each.name, "/".join(map(str, each.finding.pointer))) for each in found]


def test_the_file_tells_the_category_where_the_answer_does_not() -> None:
    assert list(read_answer(SHAPE, answer(BRAND), "8464")) == ["8464"]


@pytest.mark.parametrize(
    ("broken", "place"),
    [
        ({"error_response": {"error_code": 10001}}, "/cat_rule_get_response"),
        ([answer(BRAND)], "the answer"),
        (answer({**GRADE, "required_rule": "str"}), "/required_rule"),
        (answer({**WEIGHT, "max_value": "2020-05-20"}), "/max_value"),
        (answer({**WEIGHT, "name": True}), "/name"),
        (answer({"ref_pid": None}), "/name"),
    ],
)
def test_what_is_no_such_answer_says_where(broken: Any, place: str) -> None:
    with pytest.raises(AnswerError) as caught:
        read_answer(SHAPE, broken, "8464")
    assert place in str(caught.value).split(":")[0]


def test_a_condition_that_is_not_asked_for_is_not_read() -> None:
    plain = {**GRADE, "required_rule_type": 0, "required_rule": "str"}
    assert category(plain).attributes["丝绸等级"].required


@pytest.mark.parametrize("name", ["材质", "5"])
@pytest.mark.parametrize("value", ["棉", "51", 51, 51.0, ["棉", 52]])
def test_ids_name_attributes_and_values(name: str, value: Any) -> None:
    assert told(category(MATERIAL), attributes={name: value}) == []


@pytest.mark.parametrize("value", ["麻", "54", 54, ""])
def test_a_value_or_id_that_is_not_listed(value: Any) -> None:
    assert told(category(MATERIAL), attributes={"5": value}) == [
        ("attributes/enum", "attributes/5")
    ]
    assert told(category(MATERIAL), attributes={"5": ["棉", value]}) == [
        ("attributes/enum", "attributes/5/1")
    ]


def test_ids_of_many_digits_are_not_mistaken() -> None:
    long = 1234567890123456789
    read = category({**MATERIAL, "values": values((long, "棉"), (5, "麻"))})
    for value in (long, str(long), 5, "5"):
        assert told(read, attributes={"5": value}) == []
    for value in (str(long + 1), 6):
        assert told(read, attributes={"5": value}) == [("attributes/enum", "attributes/5")]


def test_more_values_than_are_taken() -> None:
    three = {"材质": ["棉", "丝绸", "羊毛"]}
    assert told(category(MATERIAL), attributes=three) == [
        ("attributes/max-items", "attributes/材质")
    ]
    unlimited = category({**MATERIAL, "choose_max_num": 0})
    assert told(unlimited, attributes=three) == []


def test_the_field_brand_states_the_brand() -> None:
    read = category(BRAND)
    assert told(read) == [("attributes/required", "")]
    for brand in ("Northmug", "北杯", "northmug/北杯", "ACME"):
        assert told(read, brand=brand) == []
    assert told(read, attributes={"310": 12}) == []
    assert told(read, brand="Acmé") == [("brand/enum", "brand")]
    (found,) = Schema(category_schema(read, "api")).broken({"brand": "Acmé"})
    assert found.level.label == "warn"


def test_an_attribute_is_required_beside_certain_values_only() -> None:
    read = category(MATERIAL, GRADE, {"name": "产地", "ref_pid": 8})
    assert told(read, attributes={"材质": "棉"}) == []
    for silk in ("丝绸", 52, ["棉", "52"]):
        assert told(read, attributes={"材质": silk}) == [("attributes/required", "")]
        assert told(read, attributes={"材质": silk, "丝绸等级": "A"}) == []
    assert told(read, attributes={"材质": "羊毛"}) == []
    assert told(read, attributes={"材质": "羊毛", "8": "0"}) == [("attributes/required", "")]


def test_an_attribute_is_allowed_beside_certain_values_only() -> None:
    read = category(MATERIAL, GRADE)
    stray = [("attributes/not-allowed", "attributes/丝绸等级")]
    assert told(read, attributes={"材质": "棉", "丝绸等级": "A"}) == stray
    assert told(read, attributes={"材质": "羊毛", "丝绸等级": "A"}) == []
    any_parent = {**GRADE, "show_condition": [{"parent_ref_pid": 5, "parent_vids": []}]}
    assert told(category(any_parent), attributes={"6": "A"}) == [
        ("attributes/not-allowed", "attributes/6")
    ]
    assert told(category(any_parent), attributes={"6": "A", "5": "麻"}) == []


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("1", []),
        ("99.5", []),
        ("99.5 G", []),
        ("42克", []),
        (42, []),
        (99.5, []),
        ("0.9", ["attributes/minimum"]),
        (0.5, ["attributes/minimum"]),
        ("99.6克", ["attributes/maximum"]),
        (100, ["attributes/maximum"]),
        ("42.55", ["attributes/pattern"]),
        ("42kg", ["attributes/pattern"]),
        ("about 42", ["attributes/pattern"]),
    ],
)
def test_a_number_within_bounds(value: Any, names: list[str]) -> None:
    assert [name for name, _ in told(category(WEIGHT), attributes={"净含量": value})] == names


def test_whole_numbers_are_asked_of_numbers_too() -> None:
    whole = category({**WEIGHT, "value_precision": 0})
    assert told(whole, attributes={"7": 42}) == []
    for value in (42.5, "42.5"):
        assert told(whole, attributes={"7": value}) == [("attributes/pattern", "attributes/7")]


def test_own_values_beside_listed_ones() -> None:
    read = category(STYLE)
    assert told(read, attributes={"风格": ["简约现代风格", "92", "田园"]}) == []
    assert told(read, attributes={"风格": "田园牧歌风"}) == [
        ("attributes/max-length", "attributes/风格")
    ]
    assert told(read, attributes={"风格": ["田园", "乡村"]}) == [
        ("attributes/max-items", "attributes/风格")
    ]


def test_options_of_variants_state_what_builds_them() -> None:
    red = [{"options": {"颜色": "红"}}]
    assert told(category(COLOR)) == [("attributes/required", "")]
    assert told(category(COLOR), variants=red) == []


def test_limits_hold_where_the_answer_says_so() -> None:
    bonded = {"mode": "bonded-bc"}
    closed = category(goods_service_rule=None, goods_type_list=[1, 2])
    assert told(closed, trade=bonded) == [("trade/category", "trade/mode")]
    assert told(closed, trade={"mode": "general"}) == []
    assert told(category(goods_type_list=[1, 3]), trade=bonded) == []
    assert told(category(goods_type_list=[]), trade=bonded) == []
    assert told(category(), trade=bonded) == []


def test_options_of_rules_come_with_the_category() -> None:
    read = category(goods_sku_rule={"price_range_ratio": "2.5"})
    assert read.options == {"price/spread": {"max-ratio": 2.5}}
    assert category(goods_sku_rule={"price_range_ratio": 0.0}).options == {}


def test_thousands_of_values_are_read_and_told() -> None:
    many = [(number, f"Brand of {number} Words") for number in range(3000)]
    read = category({**BRAND, "values": values(*many)})
    assert told(read, attributes={"310": 2999}) == []
    assert told(read, attributes={"310": "brand of 2999 words"}) == []
    assert told(read, attributes={"310": "brand of none"}) == [
        ("attributes/enum", "attributes/310")
    ]
