"""What the JSON Schema of a file that users write in TOML says of a table, told in our words.

`data/config.schema.json` says what a configuration may hold, `data/words.schema.json` what a file
of brand words may, and, as ``x-says`` and ``x-meant``, some of the sentences. The native validator
gives the verdict; only a table that it refuses is judged again by jsonschema, slower to import and
exact, and every fault is told at once. This module reads its schemas and nothing else; names of
rules and platforms are not its business.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from listlint.errors import instead, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import jsonschema_rs
    from jsonschema.exceptions import ValidationError

    from listlint import tomltext

_DATA = Path(__file__).parent / "data"

_FIRST = ("required", "type", "enum", "pattern", "oneOf")
"""Where several keywords refuse one value, the one that is told; one fault of a value will do."""


CONFIG = "config"
WORDS = "words"
"""The schemas there are: of a configuration, and of a file of brand words."""


def config_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a configuration file; `listlint schema --config` prints it."""
    return _schema(CONFIG)


@cache
def _schema(name: str) -> dict[str, Any]:
    text = (_DATA / f"{name}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def faults_of(table: Mapping[str, Any], name: str = CONFIG) -> list[tuple[tomltext.Path, str]]:
    """All that the schema *name* finds wrong with *table*: where, and a sentence.

    Dates must stand as text in it.
    """
    if _native(name).is_valid(table):
        return []
    from jsonschema import Draft202012Validator

    told: dict[tomltext.Path, tuple[int, str]] = {}
    for error in Draft202012Validator(_schema(name)).iter_errors(table):
        keyword = str(error.validator)
        rank = _FIRST.index(keyword) if keyword in _FIRST else len(_FIRST)
        for path, sentence in _said(error):
            if path not in told or rank < told[path][0]:
                told[path] = (rank, sentence)
    return [(path, sentence) for path, (_, sentence) in told.items()]


@cache
def _native(name: str) -> jsonschema_rs.Draft202012Validator:
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(_schema(name))


def _said(error: ValidationError) -> Iterator[tuple[tomltext.Path, str]]:
    """The sentences for one broken keyword, each with the place it is about."""
    at = tuple(error.absolute_path)
    schema: Mapping[str, Any] = error.schema
    limit: Any = error.validator_value
    value: Any = error.instance
    own = schema.get("x-says", {}).get(error.validator)
    match error.validator:
        case "additionalProperties" | "unevaluatedProperties":
            known = _names(schema)
            meant = schema.get("x-meant", {})
            for name in value:
                if name in meant:
                    yield (*at, name), f"unknown key; did you mean '{meant[name]}'?"
                elif name not in known:
                    yield (*at, name), own or f"unknown key{instead(name, known)}"
        case "required":
            lacking = [f"'{name}'" for name in limit if name not in value]
            yield at, f"needs {' and '.join(lacking)}."
        case "dependentRequired":
            for name, needed in limit.items():
                for other in needed:
                    if name in value and other not in value:
                        yield at, f"'{name}' needs '{other}' beside it."
        case "type":
            yield at, own or f"must be {_types(limit)}, not {_type(value)}."
        case "enum":
            yield at, unknown(str(value), limit, "value")
        case "minItems" | "minLength" | "minProperties":
            yield at, own or "must not be empty."
        case "minimum":
            yield at, f"must be at least {limit}."
        case _:
            yield at, own or "is not allowed here."


def _names(schema: Mapping[str, Any]) -> set[str]:
    """The properties that *schema* knows, those of the definitions it refers to included."""
    names = set(schema.get("properties", ()))
    if reference := schema.get("$ref"):
        names |= _names(config_schema()["$defs"][reference.rpartition("/")[2]])
    return names


_TYPES = {
    "string": "a text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a table",
}


def _types(types: str | list[str]) -> str:
    *others, last = [types] if isinstance(types, str) else types
    words = [_TYPES[each] for each in others]
    return f"{', '.join(words)} or {_TYPES[last]}" if words else _TYPES[last]


def _type(value: object) -> str:
    kinds: tuple[tuple[type, str], ...] = (
        (bool, "boolean"), (str, "string"), (list, "array"), (dict, "object"),
    )  # fmt: skip
    return _TYPES[next((word for kind, word in kinds if isinstance(value, kind)), "number")]
