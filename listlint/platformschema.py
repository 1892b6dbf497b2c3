"""Judging a platform's folder: are its listing.json and payload.json schemas that we can read?

Built-in platforms are judged by tests; those of users, plugins and other repositories here, when
they are first named, by jsonschema for the sake of its exact places. This module reads its own
schema and nothing else; it knows no platform.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from listlint.errors import instead
from listlint.limits import LIMITS
from listlint.model import Pointer, pointer_text
from listlint.platform import product_schema
from listlint.roles import ROLE, kind_of
from listlint.schema import is_limit
from listlint.sentences import SENTENCES, fields_of

SCHEMA_FILE = Path(__file__).parent / "data" / "platform.schema.json"
PAYLOAD_SCHEMA_FILE = SCHEMA_FILE.with_name("payload.schema.json")

_WORDS = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "properties": {
            "words": {"type": "array", "items": {"type": "string", "minLength": 1}},
            "level": {"enum": ["off", "info", "warn", "error"]},
            "source": {"type": "string"},
        },
        "required": ["words"],
        "additionalProperties": False,
    },
}


def listing_faults(schema: dict[str, Any]) -> Iterator[str]:
    """What is wrong with *schema*, the content of a listing.json: place and reason, a line each."""
    yield from _faults(schema, SCHEMA_FILE)


def payload_faults(schema: dict[str, Any]) -> Iterator[str]:
    """What is wrong with *schema*, the content of a payload.json: place and reason, a line each."""
    found = list(_faults(schema, PAYLOAD_SCHEMA_FILE))
    yield from found
    if not found:
        for at, below in _schemas(schema, ()):
            stated = below.get(ROLE, ())
            for role in [stated] if isinstance(stated, dict) else stated:
                yield from _faults_of_role(role, (*at, ROLE))


def _faults_of_role(role: Mapping[str, Any], at: Pointer) -> Iterator[str]:
    """What is wrong with a *role*: it must feed a field that a product has, in a way it takes."""
    if "field" not in role:
        return
    field = tuple(role["field"].split("."))
    product = product_schema()
    top = product["properties"]
    if field[0] not in top:
        yield f"{pointer_text((*at, 'field'))}: “{field[0]}” is no field{instead(field[0], top)}"
    elif kind_of(field, product) == "any":
        yield f"{pointer_text((*at, 'field'))}: “{role['field']}” is no field that takes a value."
    elif "key" in role and kind_of(field, product) != "keyed":
        yield f"{pointer_text((*at, 'key'))}: “{role['field']}” has no entries with names."


def _faults(schema: dict[str, Any], file: Path) -> Iterator[str]:
    from jsonschema import Draft202012Validator

    ours = json.loads(file.read_text(encoding="utf-8"))
    found = [
        *_told(Draft202012Validator(ours), schema),
        *_told(Draft202012Validator(Draft202012Validator.META_SCHEMA), schema),
    ]
    yield from found
    if not found:  # else it is no schema to walk through
        for at, below in _schemas(schema, ()):
            yield from _faults_within(at, below)


_NAMED = ("properties", "patternProperties", "dependentSchemas", "$defs")
_SINGLE = ("items", "additionalProperties", "propertyNames", "contains", "not", "if", "then",
           "else", "unevaluatedItems", "unevaluatedProperties")  # fmt: skip
_LISTED = ("allOf", "anyOf", "oneOf", "prefixItems")


def _schemas(schema: Any, at: Pointer) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """*schema* and every schema within, each with its place."""
    if not isinstance(schema, dict):
        return
    yield at, schema
    for keyword, value in schema.items():
        if keyword in _NAMED:
            for name, below in value.items():
                yield from _schemas(below, (*at, keyword, name))
        elif keyword in _SINGLE:
            yield from _schemas(value, (*at, keyword))
        elif keyword in _LISTED:
            for index, below in enumerate(value):
                yield from _schemas(below, (*at, keyword, index))


def _faults_of_known(known: Mapping[str, Any], at: Pointer) -> Iterator[str]:
    """What is wrong with what is *known* of a schema's keywords."""
    for keyword, about in known.items():
        below = (*at, keyword)
        if keyword == "required" and about is not None:
            yield from _faults_of_known(about, below)
        elif about is None:
            yield f"{pointer_text(below)}: there is nothing here that null could take away."
        else:
            for end in ("from", "until"):
                try:
                    date.fromisoformat(about.get(end, "2000-01-01"))
                except ValueError:
                    yield f"{pointer_text((*below, end))}: there is no day “{about[end]}”."


def _faults_within(at: Pointer, schema: dict[str, Any]) -> Iterator[str]:
    """What no schema can tell: patterns that cannot be read, messages that cannot be filled."""
    patterns: list[tuple[Pointer, str]] = []
    if "pattern" in schema:
        patterns.append((("pattern",), schema["pattern"]))
    for name in schema.get("patternProperties", ()):
        patterns.append((("patternProperties", name), name))
    for below, pattern in patterns:
        if not is_limit("pattern", pattern):
            place = pointer_text((*at, *below))
            yield f"{place}: “{pattern}” is no pattern that can be read (look-around is not)."
    yield from _faults_of_known(schema.get(LIMITS, {}), (*at, LIMITS))
    message = schema.get("x-message")
    if message is not None:
        place = pointer_text((*at, "x-message"))
        known = {
            keyword: fields_of(SENTENCES[keyword].template) | {"what"}
            for keyword in schema
            if keyword in SENTENCES and keyword != "required"
        }
        try:
            fields = fields_of(message)
        except ValueError as error:
            yield f"{place}: this message cannot be filled ({error}); write a brace twice."
        else:
            if known and not any(fields <= each for each in known.values()):
                *_, widest = sorted(known.values(), key=len)
                foreign = sorted(fields - widest)[0]
                yield f"{place}: nothing fills “{{{foreign}}}”{instead(foreign, widest)}"


def words_faults(words: dict[str, Any]) -> Iterator[str]:
    """What is wrong with *words*, the content of a words.json."""
    from jsonschema import Draft202012Validator

    yield from _told(Draft202012Validator(_WORDS), words)


def _told(validator: Any, value: Any) -> Iterator[str]:
    for error in sorted(validator.iter_errors(value), key=lambda error: list(map(str, error.path))):
        place = pointer_text(tuple(error.path)) or "/"
        for sentence in _sentences(error):
            yield f"{place}: {sentence}"


def _sentences(error: Any) -> Iterator[str]:
    keyword, limit, value = error.validator, error.validator_value, error.instance
    if keyword == "required":
        yield from (f"there is no “{name}” here." for name in limit if name not in value)
    elif keyword == "additionalProperties":
        known = error.schema.get("properties", {})
        foreign = [name for name in value if name not in known]
        yield from (f"“{name}” is not known here{instead(name, known)}" for name in foreign)
    elif keyword in SENTENCES:
        sentence = SENTENCES[keyword]
        yield sentence.template.format_map(sentence.facts(value, limit, "the value"))
    else:
        yield f"this does not keep to “{keyword}”."
