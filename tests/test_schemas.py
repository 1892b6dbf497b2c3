"""The bundled schemas: well formed, read alike by both validators, each limit with its source."""

from __future__ import annotations

import copy
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest

from listlint.limits import LIMITS
from listlint.listing import listing_of, number_amounts
from listlint.model import Level, pointer_text
from listlint.platform import BUILTIN, Platforms, product_schema
from listlint.platformschema import payload_faults
from listlint.registry import walked
from listlint.schema import Schema
from listlint.sentences import SENTENCES
from listlint.wordscan import fold

FIXTURES = Path(__file__).parent / "fixtures"
ALL = Platforms()
PLATFORMS = ALL.names
PLATFORM = {name: ALL.get(name) for name in PLATFORMS}
OUR_KEYWORDS = ("maxWidth", "maxUtf8Bytes", "maxWords")
CONFIDENCE = ("owner", "P", "P*", "T", "C")
FACTS = frozenset({"title", "who", "where", "read", "confidence"})


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def listing_schema(platform: str) -> dict[str, Any]:
    """The schema of *platform*, with what it takes from the platform that it is built on."""
    return dict(PLATFORM[platform].schema)


def payload_schema(platform: str) -> dict[str, Any]:
    return ALL.payload_schema(platform) or {}


def catalog(platform: str, name: str) -> list[dict[str, Any]]:
    return read(FIXTURES / platform / f"{name}.json")


def subschemas(schema: Any, pointer: str = "") -> Any:
    """Each subschema of *schema* with where it stands, the schema itself first."""
    if not isinstance(schema, dict):
        return
    yield pointer, schema
    for keyword in ("properties", "patternProperties", "$defs", "dependentSchemas"):
        for name, below in schema.get(keyword, {}).items():
            yield from subschemas(below, f"{pointer}/{keyword}/{name}")
    for keyword in ("items", "contains", "additionalProperties", "propertyNames", "if", "then",
                    "else", "not"):  # fmt: skip
        yield from subschemas(schema.get(keyword), f"{pointer}/{keyword}")
    for keyword in ("allOf", "anyOf", "oneOf", "prefixItems"):
        for index, below in enumerate(schema.get(keyword, ())):
            yield from subschemas(below, f"{pointer}/{keyword}/{index}")


def listed(product: dict[str, Any], platform: str) -> dict[str, Any]:
    """The listing of *product*, which names *platform*, as data."""
    numbered = copy.deepcopy(product)
    number_amounts(numbered)
    return listing_of(numbered, platform).data


def native(schema: Any) -> Any:
    options = jsonschema_rs.RegexOptions()
    return jsonschema_rs.Draft202012Validator(schema, pattern_options=options, offline=True)


def agreed(schema: Any, value: Any) -> bool:
    """Whether *value* is valid, asked of both validators, which must be of one mind."""
    verdict = native(schema).is_valid(value)
    assert jsonschema.Draft202012Validator(schema).is_valid(value) is verdict, value
    return verdict


ALL_SCHEMAS = [("product", product_schema())] + [(name, listing_schema(name)) for name in PLATFORMS]


@pytest.mark.parametrize(("name", "schema"), ALL_SCHEMAS)
def test_is_json_schema_2020_12(name: str, schema: dict[str, Any]) -> None:
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema_rs.meta.validate(schema)


@pytest.mark.parametrize(("name", "schema"), ALL_SCHEMAS)
def test_refers_to_nothing_outside(name: str, schema: dict[str, Any]) -> None:
    for pointer, below in subschemas(schema):
        assert below.get("$ref", "#/").startswith("#/"), pointer


@pytest.mark.parametrize(("name", "schema"), ALL_SCHEMAS)
def test_patterns_are_read_alike_everywhere(name: str, schema: dict[str, Any]) -> None:
    for pointer, below in subschemas(schema):
        for pattern in [*filter(None, [below.get("pattern")]), *below.get("patternProperties", ())]:
            re.compile(pattern)
            native({"pattern": pattern})
            # No classes by letter and no groups but plain ones: their meaning differs.
            assert not re.search(r"\\[A-Za-z0-9]|\(\?", pattern), f"{pointer}: {pattern}"


# The product


def test_product_is_closed_and_described() -> None:
    for pointer, below in subschemas(product_schema()):
        if "properties" not in below:
            continue
        assert below["additionalProperties"] is False, pointer
        for name, field in below["properties"].items():
            assert field.get("description", "").endswith("."), f"{pointer}/properties/{name}"


def test_product_limits_nothing_that_a_platform_limits() -> None:
    limits = {"maxLength", "maxItems", "minItems", "maximum", "minimum", "maxProperties"}
    for pointer, below in subschemas(product_schema()):
        assert not limits & below.keys(), pointer


def test_overlay_has_the_fields_of_the_product_and_takes_null() -> None:
    schema = product_schema()

    def resolved(field: dict[str, Any]) -> dict[str, Any]:
        if "$ref" not in field:
            return field
        return {**schema["$defs"][field["$ref"].removeprefix("#/$defs/")], **field}

    def compare(base: dict[str, Any], overlay: dict[str, Any], at: str) -> None:
        base, overlay = resolved(base), resolved(overlay)
        types = base["type"] if isinstance(base["type"], list) else [base["type"]]
        assert overlay["type"] == [*types, "null"], at
        assert base.get("description") == overlay.get("description"), at
        assert overlay.get("items") == base.get("items"), at  # an array is replaced whole
        assert overlay.get("pattern") == base.get("pattern"), at
        assert overlay.get("enum") == ([*base["enum"], None] if "enum" in base else None), at
        assert overlay.get("properties", {}).keys() == base.get("properties", {}).keys(), at
        for name, below in base.get("properties", {}).items():
            compare(below, overlay["properties"][name], f"{at}/{name}")
        if isinstance(base.get("additionalProperties"), dict):
            compare(base["additionalProperties"], overlay["additionalProperties"], f"{at}/*")
        elif "properties" in base:
            assert overlay["additionalProperties"] is False

    fields = {**schema["properties"]}
    del fields["$schema"], fields["platforms"]
    overlay = schema["$defs"]["overlay"]["properties"]
    assert list(overlay) == list(fields)
    for name, field in fields.items():
        compare(field, overlay[name], name)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"$schema": "../schemas/product.json"},
        {"price": {"amount": 25}},
        {"price": {"amount": "25"}},
        {"price": {"amount": "-0.50", "currency": "USD"}},
        {"images": ["a.jpg", {"src": "b.jpg", "role": "white"}]},
        {"attributes": {"Color": "Black", "Volume": 750, "Sizes": ["S", 42]}},
        {"stock": 5.0},
        {"stock": 10**30},
        {"title": "瓶子 \U0001f600"},
        {"platforms": {}},
        {"platforms": {"dhgate": {"title": None, "images": None, "trade": {"mode": None}}}},
        {"platforms": {"dhgate": {"price": {"amount": None}, "attributes": {"Color": None}}}},
        {"brand_documents": [{"expires": "2028-02-29"}]},
    ],
)
def test_product_takes(fields: dict[str, Any]) -> None:
    assert agreed(product_schema(), fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"titel": "Mug"},
        {"title": 5},
        {"title": None},
        {"gtin": 4012345000016},
        {"keywords": "mug"},
        {"keywords": ["mug", 5]},
        {"images": "a.jpg"},
        {"images": [""]},
        {"images": [5]},
        {"images": [{"alt": "Mug"}]},
        {"images": [{"src": ""}]},
        {"images": [{"src": "a.jpg", "role": "cover"}]},
        {"images": [{"src": "a.jpg", "width": 800}]},
        {"price": 25},
        {"price": {"amount": "25,90"}},
        {"price": {"amount": "US$25"}},
        {"price": {"amount": True}},
        {"price": {"amount": ""}},
        {"price": {"amount": "1e3"}},
        {"price": {"value": 25}},
        {"attributes": {"Waterproof": True}},
        {"attributes": {"Color": None}},
        {"attributes": {"Color": [["Black"]]}},
        {"attributes": []},
        {"price_tiers": [{"quantity": 10, "off": 0.05}]},
        {"variants": [{"options": {"Color": ["Black"]}}]},
        {"variants": [{"sku": "A"}]},
        {"stock": 2.5},
        {"stock": "12"},
        {"stock": True},
        {"package": {"weight": 2}},
        {"trade": {"mode": "smuggled"}},
        {"brand_documents": [{"expires": "2028-13-01"}]},
        {"brand_documents": [{"expires": "01.02.2028"}]},
        {"platforms": ["dhgate"]},
        {"platforms": {"dhgate": None}},
        {"platforms": {"dhgate": {"titel": "Mug"}}},
        {"platforms": {"dhgate": {"title": 5}}},
        {"platforms": {"dhgate": {"platforms": {}}}},
        {"platforms": {"dhgate": {"keywords": [None]}}},
        {"platforms": {"dhgate": {"price": {"amount": "x"}}}},
        {"platforms": {"dhgate": {"images": [{"alt": "Mug"}]}}},
    ],
)
def test_product_refuses(fields: dict[str, Any]) -> None:
    assert not agreed(product_schema(), fields)


# The platforms: what is known of each limit


@pytest.mark.parametrize("platform", PLATFORMS)
def test_states_its_limits_open_and_alone(platform: str) -> None:
    schema = listing_schema(platform)
    assert schema["x-platform"]["name"] == platform
    for pointer, below in subschemas(schema):
        closing = {"additionalProperties", "unevaluatedProperties", "type"}
        assert not closing & below.keys(), f"{pointer}: product.json judges names and types"


@pytest.mark.parametrize("platform", PLATFORMS)
def test_each_limit_has_a_severity_and_a_source(platform: str) -> None:
    schema = listing_schema(platform)
    sources = schema["x-sources"]
    for pointer, below in subschemas(schema):
        if "/if" in pointer or "/not" in pointer:  # a condition limits nothing
            continue
        known = below.get(LIMITS, {})
        limits = {
            keyword for keyword in below if keyword in SENTENCES or keyword in OUR_KEYWORDS
        } - {"anyOf", "oneOf", "not"}
        assert known.keys() - {"anyOf", "oneOf", "not"} == limits, pointer
        entries = [(key, entry) for key, entry in known.items() if key != "required"]
        if "required" in known:
            assert list(known["required"]) == below["required"], pointer
            entries += known["required"].items()
        for keyword, entry in entries:
            assert entry.keys() <= {"severity", "source", "from", "until", "name"}, pointer
            confidence = sources[entry["source"]]["confidence"]
            allowed = ("warn", "info") if confidence in "TC" else ("error", "warn", "info")
            assert entry["severity"] in allowed, f"{pointer} {keyword}: {confidence}"
            since, until = entry.get("from", "0001-01-01"), entry.get("until", "9999-12-31")
            assert date.fromisoformat(since) <= date.fromisoformat(until), pointer


@pytest.mark.parametrize("platform", PLATFORMS)
def test_each_source_says_who_and_where_and_is_used(platform: str) -> None:
    schema = listing_schema(platform)
    for key, source in schema["x-sources"].items():
        assert source.keys() == FACTS, key
        assert source["confidence"] in CONFIDENCE, key
        date.fromisoformat(source["read"])
        assert all(source[fact].strip() for fact in FACTS), key
    rules = [PLATFORM[platform].rules]
    stated = json.dumps([schema, payload_schema(platform), rules], ensure_ascii=False)
    used = set(re.findall(r'"source": "([^"]+)"', stated))
    own = read(BUILTIN / platform / "listing.json").get("x-sources", {})
    assert {key for key, source in own.items() if source is not None} <= used
    assert used <= schema["x-sources"].keys()


RULES = {rule.name: rule for rule in walked()}


@pytest.mark.parametrize("platform", PLATFORMS)
def test_rules_are_set_to_what_they_take(platform: str) -> None:
    schema = listing_schema(platform)
    for name, entry in PLATFORM[platform].rules.items():
        rule = RULES[name]
        assert entry.keys() <= {"level", "options", "source", "words"}, name
        words = entry.get("words", ())
        assert len({fold(word) for word in words}) == len(words)
        assert not words or "words" in rule.options
        rule.settled(entry.get("options", {}))
        level = Level.parse(entry["level"]) if "level" in entry else rule.level
        if schema["x-sources"][entry["source"]]["confidence"] in "TC":
            assert level < Level.ERROR, f"{name}: only third parties say so"


@pytest.mark.parametrize("platform", [name for name in PLATFORMS if payload_schema(name)])
def test_a_payload_is_described_soundly(platform: str) -> None:
    schema = payload_schema(platform)
    assert list(payload_faults(schema)) == []
    jsonschema.Draft202012Validator.check_schema(schema)
    for pointer, below in subschemas(schema):
        for entry in below.get(LIMITS, {}).values():
            for known in [entry] if "severity" in entry or "source" in entry else entry.values():
                confidence = PLATFORM[platform].sources[known["source"]]["confidence"]
                assert confidence not in "TC" or known.get("severity") in ("warn", "info"), pointer


# The platforms: their catalogs


CATALOGS = ["dhgate"]
"""Catalogs of limits alone; those of all platforms are run whole in test_platform_fixtures."""


@pytest.mark.parametrize("platform", CATALOGS)
@pytest.mark.parametrize("name", ["clean", "bad"])
def test_json_lines_hold_the_same_products(platform: str, name: str) -> None:
    lines = (FIXTURES / platform / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == catalog(platform, name)


@pytest.mark.parametrize("platform", CATALOGS)
@pytest.mark.parametrize("name", ["clean", "bad"])
def test_catalogs_hold_products_with_ids_of_their_own(platform: str, name: str) -> None:
    products = catalog(platform, name)
    assert len({product["id"] for product in products}) == len(products)
    for product in products:
        assert agreed(product_schema(), product), product["id"]


@pytest.mark.parametrize("platform", CATALOGS)
def test_clean_products_break_no_limit(platform: str) -> None:
    for product in catalog(platform, "clean"):
        assert agreed(listing_schema(platform), listed(product, platform)), product["id"]


@pytest.mark.parametrize(
    ("platform", "product"),
    [
        pytest.param(platform, product, id=f"{platform} {product['id']}")
        for platform in CATALOGS
        for product in catalog(platform, "bad")
    ],
)
def test_a_bad_product_breaks_the_limit_that_its_id_names(
    platform: str, product: dict[str, Any]
) -> None:
    listing = listed(product, platform)
    schema = listing_schema(platform)
    assert not agreed(schema, listing)
    broken = list(Schema(schema).broken(listing))
    assert [each.name for each in broken] == [product["id"].partition(":")[0]]
    assert broken[0].source in schema["x-sources"]


@pytest.mark.parametrize("platform", CATALOGS)
def test_each_limit_is_broken_by_a_bad_product(platform: str) -> None:
    """So that no limit of the schema is one that cannot be broken, or stands beside its field."""
    schema = listing_schema(platform)
    compiled = native(schema)
    seen = set()
    listings = [listed(product, platform) for product in catalog(platform, "bad")]
    for listing in [*listings, {"description": "x" * 80_001}]:
        for error in compiled.iter_errors(listing):
            path = "".join(f"/{part}" for part in error.schema_path)
            seen.add(f"{path}/{error.kind.property}" if path == "/required" else path)
    stated = set()
    for pointer, below in subschemas(schema):
        for keyword in below.get(LIMITS, {}):
            if keyword == "required":
                stated |= {f"{pointer}/required/{name}" for name in below["required"]}
            else:
                stated.add(f"{pointer}/{keyword}")
    assert stated == seen


def test_dhgate_limits_stand_where_they_are_stated() -> None:
    """The numbers, once more, away from the schema: a slip of a digit must not go unseen."""
    schema = Schema(listing_schema("dhgate"))

    def names(**fields: Any) -> set[str]:
        product = {"title": "Mug", "brand": "Northline", "images": ["1.jpg", "2.jpg", "3.jpg"]}
        return {each.name for each in schema.broken({**product, **fields})}

    assert names(title="x" * 140, short_description="x" * 500, description="x" * 80_000) == set()
    assert names(title="瓶" * 140) == set()  # plain characters are counted
    assert names(title="x" * 141) == {"title/max-length"}
    assert names(short_description="x" * 501) == {"short-description/max-length"}
    assert names(description="x" * 80_001) == {"description/max-length"}
    assert names(images=["1.jpg"] * 8) == set()
    assert names(images=["1.jpg"] * 9) == {"images/max-items"}
    assert names(keywords=["steel water bottle", "tea_mug 2", "Über kettle"]) == set()
    assert names(custom_attributes={str(number): "x" for number in range(10)}) == set()
    assert names(custom_attributes={str(number): "x" for number in range(11)}) == {
        "custom-attributes/max-properties"
    }
    assert names(lead_time_days=1) == names(lead_time_days=60) == set()
    assert names(purchase_limit=10_000, stock=0) == set()
    assert names(price_tiers=[{"quantity": 1, "discount": 0}]) == set()
    assert names(price_tiers=[{"quantity": 1, "discount": 1}]) == {"price-tiers/exclusive-maximum"}


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://www.youtube.com/xxxxx",
        "https://youtu.be/abc",
        "https://m.youtube.com/watch?v=abc",
        "https://www.youtube-nocookie.com/embed/abc",
        "//www.YouTube.com/embed/abc",
        "youtube.com",
    ],
)
def test_dhgate_takes_videos_of_youtube(address: str) -> None:
    assert agreed(listing_schema("dhgate")["properties"]["video"], address)


@pytest.mark.parametrize(
    "address",
    [
        "https://vimeo.com/1",
        "mug.mp4",
        "https://notyoutube.com/watch",
        "https://youtube.com.mug.example/",
        "https://mug.example/youtube.com/",
        "https://mug.example/?v=https://youtu.be/abc",
    ],
)
def test_dhgate_takes_no_other_videos(address: str) -> None:
    assert not agreed(listing_schema("dhgate")["properties"]["video"], address)


@pytest.mark.parametrize(
    ("keyword", "severities"),
    [
        ("steel water bottle", []),
        ("phone_case 13", []),
        ("смартфон чехол", []),
        ("水杯", []),
        ("100%", ["error"]),
        ("mug; cup", ["error"]),
        ("mug\tcup", ["error"]),
        ("mug 😀", ["error"]),
        ("mug® cup", ["error"]),
        ("ｍｕｇ！", ["error"]),
        ("T-Shirt", ["warn"]),
        ("men's watch", ["warn"]),
    ],
)
def test_dhgate_keywords(keyword: str, severities: list[str]) -> None:
    schema = listing_schema("dhgate")
    whole = {"title": "Mug", "brand": "Northline", "images": ["1", "2", "3"], "keywords": [keyword]}
    broken = list(Schema(schema).broken(whole))
    assert [each.level.label for each in broken] == severities
    assert all(pointer_text(each.finding.pointer) == "/keywords/0" for each in broken)
    assert agreed(schema, whole) is (severities == [])
