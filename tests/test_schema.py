"""A broken keyword becomes a finding: its name, its sentence, its level, its day, its place."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from commandline import check, product, put
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from products import any_kind, valid

from listlint.engine import _template
from listlint.limits import limits
from listlint.listing import listing_of, number_amounts
from listlint.model import pointer_text
from listlint.platform import BUILTIN, Platforms, product_schema
from listlint.platformschema import listing_faults
from listlint.prune import pruned
from listlint.schema import Schema, _keywords
from listlint.sentences import FOREIGN, SENTENCES

FIXTURES = Path(__file__).parent / "fixtures" / "messages"
ROWS = json.loads((FIXTURES / "sentences.json").read_text("utf-8"))
DHGATE = json.loads((BUILTIN / "dhgate" / "listing.json").read_text("utf-8"))


def told(schema: dict[str, Any], value: Any) -> list[dict[str, str]]:
    """What is said of *value*: name, place and sentence of each finding."""
    made = []
    for broken in Schema(schema).broken(value):
        finding = broken.finding
        row = {"name": broken.name, "at": pointer_text(finding.pointer)}
        if finding.on == "key":
            row["on"] = "key"
        made.append({**row, "says": _template(finding).format_map(finding.data)})
    return made


def of_title(**keywords: Any) -> dict[str, Any]:
    return {"properties": {"title": keywords}}


# Sentences ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "row", ROWS, ids=lambda row: " and ".join(each["name"] for each in row["told"])
)
def test_each_keyword_says_what_is_wrong_and_what_is_allowed(row):
    assert told(row["schema"], row["value"]) == row["told"]


def test_every_sentence_is_shown_by_a_row():
    shown = set()
    for row in ROWS:
        shown |= {broken.finding.message for broken in Schema(row["schema"]).broken(row["value"])}
    # A branch of anyOf is told by what it lacks.
    assert set(SENTENCES) - shown <= {"anyOf", "dependentRequired", *FOREIGN}


KEYWORDS: dict[str, tuple[Any, Any]] = {
    "type": ("string", 5), "enum": (["a"], "b"), "const": ("a", "b"), "pattern": ("^a", "b"),
    "minLength": (2, "b"), "maxLength": (1, "ab"), "maxWidth": (1, "中"), "maxWords": (1, "a b"),
    "maxUtf8Bytes": (1, "é"), "minimum": (2, 1), "maximum": (2, 3), "exclusiveMinimum": (2, 2),
    "exclusiveMaximum": (2, 2), "multipleOf": (2, 3), "minItems": (1, []), "maxItems": (0, ["a"]),
    "uniqueItems": (True, [1, 1]), "contains": ({"const": 1}, [2]), "prefixItems": ([False], [1]),
    "items": (False, [1]), "minProperties": (1, {}), "maxProperties": (0, {"a": 1}),
    "required": (["a"], {}), "dependentRequired": ({"a": ["b"]}, {"a": 1}),
    "dependentSchemas": ({"a": False}, {"a": 1}), "propertyNames": ({"maxLength": 1}, {"ab": 1}),
    "additionalProperties": (False, {"a": 1}), "unevaluatedProperties": (False, {"a": 1}),
    "unevaluatedItems": (False, [1]), "patternProperties": ({"a": False}, {"a": 1}),
    "not": ({}, 1), "anyOf": ([{"const": 1}, {"type": "string"}], 2), "allOf": ([False], 1),
    "oneOf": ([{}, {}], 1),
}  # fmt: skip


@pytest.mark.parametrize("keyword", KEYWORDS)
def test_whatever_keyword_is_broken_something_is_said(keyword):
    limit, value = KEYWORDS[keyword]
    findings = told(of_title(**{keyword: limit}), {"title": value})
    assert findings
    for each in findings:
        assert each["at"].startswith("/title")
        assert each["name"].partition("/")[0] in ("title", "schema")
        assert len(each["says"]) <= 200


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"contains": {"const": 1}, "minContains": 2}, [1]),
        ({"contains": {"const": 1}, "maxContains": 1}, [1, 1]),
        ({"if": {"const": 1}, "then": {"type": "string"}}, 1),
        ({"if": {"const": 1}, "then": True, "else": {"const": 3}}, 2),
        ({"$ref": "#/$defs/a~1b", "$defs": {}}, 5),
    ],
    ids=["minContains", "maxContains", "then", "else", "an escaped reference"],
)
def test_keywords_that_go_together_are_told_too(schema, value):
    whole = of_title(**schema)
    whole["$defs"] = {"a/b": {"type": "string"}}
    assert {each["at"].partition("/title")[1] for each in told(whole, {"title": value})} == {
        "/title"
    }


@pytest.mark.parametrize("value", [{"a": 1}, [1], None, True, 5, 1.5, "x" * 500], ids=repr)
@pytest.mark.parametrize("keyword", ["enum", "const", "not", "type"])
def test_values_are_shown_as_json_has_them_and_in_short(keyword, value):
    limit = {"enum": ["a", None, True], "const": False, "not": {}, "type": "null"}[keyword]
    if keyword == "type" and value is None:
        return
    for each in told(of_title(**{keyword: limit}), {"title": value}):
        assert len(each["says"]) <= 200
        for python in ("{'", "None", "True", "False"):
            assert python not in each["says"]


def test_names_of_the_user_keep_their_capitals():
    schema = {"properties": {"attributes": {"additionalProperties": {"type": "string"}}}}
    [each] = told(schema, {"attributes": {"iPhone USB-C": 5}})
    assert "iPhone USB-C" in each["says"] or "IPhone USB-C" in each["says"]


# Places -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["38", "", "0", "a/b", "~", "~1", "é", "a.b", "*", "$ref"])
def test_a_pointer_leads_through_names_of_any_kind(name):
    schema = {"properties": {"attributes": {"additionalProperties": {"type": ["string", "array"]}}}}
    [broken] = Schema(schema).broken({"attributes": {name: 5, "other": "x"}})
    assert broken.finding.pointer == ("attributes", name)
    inner = {"additionalProperties": {"additionalProperties": {"type": "string"}}}
    [broken] = Schema(inner).broken({name: {name: 5}, "other": {name: "x"}})
    assert broken.finding.pointer == (name, name)


def test_a_pointer_counts_the_entries_of_an_array():
    schema = {"properties": {"keywords": {"items": {"type": "string"}}}}
    [broken] = Schema(schema).broken({"keywords": ["a", 5]})
    assert broken.finding.pointer == ("keywords", 1)


# Alternatives -------------------------------------------------------------------------------------

PICTURE = [
    {"type": "string", "minLength": 1},
    {
        "type": "object",
        "required": ["src"],
        "properties": {"src": {"type": "string"}, "role": {"enum": ["main", "white"]}},
    },
]
SHIPPING = [
    {
        "properties": {"mode": {"const": "general"}, "customs": {"type": "string"}},
        "required": ["mode", "customs"],
    },
    {
        "properties": {"mode": {"const": "bonded"}, "warehouse": {"type": "string"}},
        "required": ["mode", "warehouse"],
    },
]


@pytest.mark.parametrize("keyword", ["anyOf", "oneOf"])
@pytest.mark.parametrize(
    ("branches", "value", "at"),
    [
        (PICTURE, "", ["/title"]),
        (PICTURE, {"alt": "x"}, ["/title/src"]),
        (PICTURE, {"src": 5}, ["/title/src"]),
        (PICTURE, {"src": "a", "role": "whit"}, ["/title/role"]),
        (PICTURE, 5, ["/title"]),
        (SHIPPING, {"mode": "bonded"}, ["/title/warehouse"]),
        (SHIPPING, {"mode": "general"}, ["/title/customs"]),
        (SHIPPING, {"mode": "bonded", "warehouse": 5}, ["/title/warehouse"]),
        (SHIPPING, {"mode": "general", "customs": 5}, ["/title/customs"]),
        (SHIPPING[::-1], {"mode": "general", "customs": 5}, ["/title/customs"]),
    ],
)
def test_of_alternatives_the_one_that_was_meant_is_told(keyword, branches, value, at):
    findings = told(of_title(**{keyword: branches}), {"title": value})
    assert [each["at"] for each in findings] == at


def test_of_alternatives_that_all_fit_there_is_one_too_many():
    [each] = told(of_title(oneOf=[{"type": "string"}, {"maxLength": 9}]), {"title": "Mug"})
    assert (each["name"], each["at"]) == ("title/one-of", "/title")


# What stands beside a keyword ---------------------------------------------------------------------


def bazaar(folder: Path, **schema: Any) -> Path:
    """A platform of the folder's own, called bazaar."""
    put(folder / "listlint.toml", "platform-folders = ['platforms']\n")
    about = {"name": "bazaar", "title": "Bazaar", "language": "en"}
    sources = {"law": {"title": "The law of the bazaar"}}
    listing = {"x-platform": about, "x-sources": sources, **schema}
    put(folder / "platforms" / "bazaar" / "listing.json", listing)
    put(folder / "a.json", product(title="Steel mug", platforms={"bazaar": {}}))
    return folder


def limited(limit: int = 3, **about: Any) -> dict[str, Any]:
    title = {"maxLength": limit, "x-limits": {"maxLength": about}}
    return {"properties": {"title": title}}


@pytest.mark.parametrize(
    ("about", "level", "code"),
    [
        ({}, "error", 1),
        ({"severity": "error"}, "error", 1),
        ({"severity": "warn"}, "warn", 0),
        ({"severity": "info"}, "info", 0),
    ],
)
def test_the_severity_beside_a_keyword_is_the_level(tmp_path, about, level, code):
    done = check(cwd=bazaar(tmp_path, **limited(**about)))
    assert (done.code, done.messages[0]["extra"]["level"]) == (code, level)


def test_the_source_beside_a_keyword_is_told(tmp_path):
    [each] = check(cwd=bazaar(tmp_path, **limited(source="law"))).messages
    assert each["extra"]["source"] == "The law of the bazaar"


def test_the_name_beside_a_keyword_is_that_of_the_finding_and_of_its_settings(tmp_path):
    bazaar(tmp_path, **limited(name="title/too-long-for-a-stall"))
    assert check(cwd=tmp_path).rules == ["title/too-long-for-a-stall"]
    rule = "title/too-long-for-a-stall=off"
    assert check("--rule", rule, cwd=tmp_path).messages == []
    assert check("--rule", "title/max-length=off", cwd=tmp_path).rules == [rule[:-4]]


def test_each_of_the_mandatory_fields_has_its_own_severity(tmp_path):
    known = {"mpn": {"severity": "warn"}, "gtin": {"severity": "error", "name": "gtin/lacking"}}
    bazaar(tmp_path, required=["gtin", "mpn"], **{"x-limits": {"required": known}})
    levels = {each["ruleId"]: each["extra"]["level"] for each in check(cwd=tmp_path).messages}
    assert levels == {"mpn/required": "warn", "gtin/lacking": "error"}


@pytest.mark.parametrize(
    ("about", "day", "holds"),
    [
        ({"from": "2026-03-01"}, "2026-02-28", ["info"]),
        ({"from": "2026-03-01"}, "2026-03-01", ["error"]),
        ({"until": "2026-03-01"}, "2026-03-01", ["error"]),
        ({"until": "2026-03-01"}, "2026-03-02", []),
        ({"from": "2026-03-01", "until": "2026-04-01"}, "2026-03-15", ["error"]),
        ({"from": "2026-03-01", "until": "2026-04-01"}, "2026-04-02", []),
    ],
)
def test_a_dated_limit_holds_on_its_days(tmp_path, about, day, holds):
    bazaar(tmp_path, **limited(**about))
    found = check("--as-of", day, cwd=tmp_path).messages
    assert [each["extra"]["level"] for each in found] == holds
    coming = "In force from 2026-03-01."
    assert all(each["message"].endswith(coming) is (holds == ["info"]) for each in found)


def test_a_limit_to_come_is_no_more_than_told_whatever_it_is_set_to(tmp_path):
    bazaar(tmp_path, **limited(**{"from": "2026-03-01"}))
    done = check("--as-of", "2026-02-28", "--rule", "title/max-length=error", cwd=tmp_path)
    assert (done.code, done.messages[0]["extra"]["level"]) == (0, "info")


def test_a_mandatory_field_may_be_dated_too(tmp_path):
    known = {"required": {"mpn": {"from": "2026-03-01"}}}
    bazaar(tmp_path, required=["brand", "mpn"], **{"x-limits": known})
    for day, level in (("2026-02-28", "info"), ("2026-03-01", "error")):
        found = check("--as-of", day, cwd=tmp_path).messages
        assert [(each["ruleId"], each["extra"]["level"]) for each in found] == [
            ("mpn/required", level)
        ]


def test_two_limits_of_one_keyword_may_follow_each_other(tmp_path):
    now = {"maxLength": 9, "x-limits": {"maxLength": {"until": "2026-03-01"}}}
    then = {"maxLength": 5, "x-limits": {"maxLength": {"from": "2026-03-02"}}}
    bazaar(tmp_path, **of_title(allOf=[now, then]))
    for day, level in (("2026-03-01", "info"), ("2026-03-02", "error")):
        [each] = check("--as-of", day, cwd=tmp_path).messages
        assert ("5" in each["message"], each["extra"]["level"]) == (True, level)


# Settings -----------------------------------------------------------------------------------------

SETTINGS = [
    ("'title/max-length' = { limit = 9 }", []),
    ("'title/max-length' = { limit = 8 }", ["title/max-length"]),
    ("'title/max-length' = 'off'", []),
    ("'title/max-length' = { level = 'warn', limit = 4 }", ["title/max-length"]),
    ("'title/*' = 'off'", []),
    ("'*' = 'off'", []),
]


@pytest.mark.parametrize(("setting", "rules"), SETTINGS)
@pytest.mark.parametrize("table", ["rules", "platforms.bazaar.rules"])
def test_a_limit_is_set_like_any_rule(tmp_path, table, setting, rules):
    bazaar(tmp_path, **limited())
    with (tmp_path / "listlint.toml").open("a", encoding="utf-8") as file:
        file.write(f"[{table}]\n{setting}\n")
    assert check(cwd=tmp_path).rules == rules


def test_a_limit_that_is_set_is_the_one_that_is_told(tmp_path):
    bazaar(tmp_path, **limited())
    with (tmp_path / "listlint.toml").open("a", encoding="utf-8") as file:
        file.write("[rules]\n'title/max-length' = { limit = 4, level = 'warn' }\n")
    [each] = check(cwd=tmp_path).messages
    assert each["message"] == "Title has 9 characters; at most 4 are allowed. Shorten it by 5."
    assert each["extra"]["level"] == "warn"


def test_a_mandatory_field_may_be_let_go(tmp_path):
    bazaar(tmp_path, required=["gtin", "mpn"])
    assert check("--rule", "gtin/required=off", cwd=tmp_path).rules == ["mpn/required"]


def test_a_limit_set_for_one_platform_holds_there_alone(tmp_path):
    bazaar(tmp_path, **limited(20))
    put(tmp_path / "a.json", product(title="A steel mug", platforms={"bazaar": {}, "dhgate": {}}))
    with (tmp_path / "listlint.toml").open("a", encoding="utf-8") as file:
        file.write("[platforms.dhgate.rules]\n'title/max-length' = { limit = 10 }\n")
    assert [each["extra"]["platforms"] for each in check(cwd=tmp_path).messages] == [["dhgate"]]


def test_a_platform_built_on_another_loosens_tightens_and_removes_its_limits(tmp_path):
    title = {"maxLength": 10, "x-limits": {"maxLength": {"severity": "warn"}}}
    images = {"maxItems": None, "minItems": 4}
    bazaar(tmp_path, **{"x-extends": "dhgate", "properties": {"title": title, "images": images}})
    nine = [f"https://pictures.example/{number}.jpg" for number in range(9)]
    one = product(title="A steel mug", images=nine, brand=None, platforms={"bazaar": {}})
    put(tmp_path / "a.json", one)
    assert check(cwd=tmp_path).rules == ["brand/required", "title/max-length"]
    put(tmp_path / "a.json", one | {"images": nine[:3]})
    assert "images/min-items" in check(cwd=tmp_path).rules


# Our own keywords ---------------------------------------------------------------------------------

TEXTS = st.text(st.sampled_from("aé中文😀 \u3000\n\tﬀ｡ア가\u0301"), max_size=12)


@given(TEXTS, st.integers(0, 12))
def test_widths_bytes_and_words_are_measured_as_said(text, limit):
    measures = {
        "maxWidth": sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text),
        "maxUtf8Bytes": len(text.encode()),
        "maxWords": len(text.split()),
    }
    for keyword, size in measures.items():
        findings = told(of_title(**{keyword: limit}), {"title": text})
        assert bool(findings) is (size > limit)


@pytest.mark.parametrize("keyword", ["maxWidth", "maxUtf8Bytes", "maxWords"])
@pytest.mark.parametrize("value", [5, None, ["a b c"], {"a": "b"}])
def test_what_is_no_text_has_no_width(keyword, value):
    assert told(of_title(**{keyword: 0}), {"title": value}) == []


# The second opinion -------------------------------------------------------------------------------


def _measured(keyword: str, kind: type) -> Any:
    def check_one(validator: object, limit: int, value: object, schema: object) -> Any:
        try:
            kind(schema, limit, ()).validate(value)
        except ValueError:
            yield jsonschema.ValidationError(keyword)

    return check_one


Opinion = jsonschema.validators.extend(
    jsonschema.Draft202012Validator,
    {keyword: _measured(keyword, kind) for keyword, kind in _keywords().items()},
)
OPINIONS = {"product": Opinion(product_schema()), "dhgate": Opinion(DHGATE)}
NATIVE = {"product": Schema(product_schema()), "dhgate": Schema(DHGATE)}


def second(name: str, value: Any) -> set[tuple[str, str]]:
    """What jsonschema finds wrong: the place and the keyword."""
    return {
        (pointer_text(tuple(error.absolute_path)), str(error.validator))
        for error in OPINIONS[name].iter_errors(value)
    }


def first(name: str, value: Any) -> set[tuple[str, str]]:
    """What the native validator finds wrong, as it says it."""
    compiled = jsonschema_rs.Draft202012Validator(
        NATIVE[name].schema,
        keywords=_keywords(),
        pattern_options=jsonschema_rs.RegexOptions(),
        offline=True,
    )
    return {
        (
            "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in place),
            error.kind.keyword if error.kind.name == "custom" else error.kind.name,
        )
        for error in compiled.iter_errors(value)
        for place in [error.instance_path]
    }


def no_line_end(value: Any) -> bool:
    """Whether no text ends a line: there Python's ``$`` matches before it, and no other's does."""
    return '\\n"' not in json.dumps(value)


def no_empty_name(value: Any) -> bool:
    """Whether no name is empty: the native validator leaves such names out of its places."""
    return '"": ' not in json.dumps(value)


SLOW = settings(deadline=None, suppress_health_check=list(HealthCheck))


@SLOW
@given(any_kind.filter(no_line_end).filter(no_empty_name))
def test_both_validators_agree_on_any_product(value):
    expected = second("product", value)
    assert first("product", value) == expected
    assert NATIVE["product"].is_valid(value) is not bool(expected)


@SLOW
@given(valid.filter(no_line_end))
def test_both_validators_agree_on_any_listing(value):
    assert NATIVE["product"].is_valid(value)
    number_amounts(value)
    listing = listing_of(value, "dhgate").data
    expected = second("dhgate", listing)
    assert first("dhgate", listing) == expected
    assert NATIVE["dhgate"].is_valid(listing) is not bool(expected)


@SLOW
@given(any_kind.filter(no_line_end))
def test_every_fault_of_a_product_is_told_once_for_each_place_and_keyword(value):
    expected = second("product", value)
    places = {
        (pointer_text(broken.finding.pointer), broken.finding.message)
        for broken in NATIVE["product"].broken(value)
    }
    # A missing or unknown field is told at the field; the validator speaks of what holds it.
    outer = {
        (place.rpartition("/")[0] if message in ("required", "unknown-field") else place)
        for place, message in places
    }
    assert outer == {place for place, _ in expected}


def test_every_limit_of_dhgate_is_listed_with_a_name_a_level_and_a_place():
    names = {limit.name: limit for limit in limits(DHGATE)}
    assert names["images/max-items"].value == 8
    assert names["brand/required"].pointer == ("brand",)
    assert names["price-tiers/exclusive-maximum"].pointer == ("price_tiers", "*", "discount")
    for limit in names.values():
        assert limit.source in DHGATE["x-sources"]


def test_what_only_describes_is_no_limit():
    schema = {"properties": {"images": {"items": {"type": "string", "format": "uri"}}}}
    assert [limit.name for limit in limits(schema)] == ["images/type"]
    assert told(schema, {"images": ["no address"]}) == []


# What cannot be used ------------------------------------------------------------------------------


@SLOW
@given(any_kind)
def test_what_is_left_of_a_product_without_what_is_refused_is_valid(value):
    left, _ = pruned(value, NATIVE["product"].broken(value))
    assert NATIVE["product"].is_valid(left)


def test_a_value_goes_with_what_is_mandatory_in_it():
    value = {"images": [{"src": "", "alt": "x"}, "a.jpg"], "price": {"amount": "free"}}
    left, back = pruned(value, NATIVE["product"].broken(value))
    assert left == {"images": ["a.jpg"], "price": {}}
    assert back(("images", 0)) == ("images", 1)


def test_names_that_the_validator_takes_for_one_are_told_apart():
    schema = {"additionalProperties": {"type": "string"}}
    places = [
        broken.finding.pointer for broken in Schema(schema).broken({"7": 1, "007": 1, "+7": 1})
    ]
    assert sorted(places) == [("+7",), ("007",), ("7",)]


# What stands in a platform's folder ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("schema", "fault"),
    [
        ({"properties": {"title": {"pattern": "(?=a)"}}}, "/properties/title/pattern: “(?=a)”"),
        ({"patternProperties": {"(": {}}}, "/patternProperties/(: “(”"),
        ({"maxItems": 1, "x-message": "{limt}."}, "/x-message: nothing fills “{limt}”; did you"),
        ({"maxItems": 1, "x-message": "{limit:d}."}, "/x-message: this message cannot be filled"),
        ({"maxItems": 1, "x-message": "{."}, "/x-message: this message cannot be filled"),
        (
            {"maxItems": 1, "x-limits": {"maxItems": {"from": "2026-02-30"}}},
            "/x-limits/maxItems/from: there is no day “2026-02-30”.",
        ),
        ({"x-limits": {"required": {"mpn": None}}}, "/x-limits/required/mpn: there is nothing"),
    ],
)
def test_what_no_schema_can_tell_of_a_platform_is_told(schema, fault):
    [told_of] = listing_faults(schema)
    assert told_of.startswith(fault)


def test_a_platform_built_on_another_may_take_its_rules_away(tmp_path):
    put(
        tmp_path / "platforms" / "base" / "listing.json",
        {"x-rules": {"title/year": {"level": "off"}}},
    )
    listing = {"x-extends": "base", "x-rules": {"title/year": None}}
    put(tmp_path / "platforms" / "top" / "listing.json", listing)
    platforms = Platforms([tmp_path / "platforms"])
    assert platforms.get("base").rules == {"title/year": {"level": "off"}}
    assert platforms.get("top").rules == {}
