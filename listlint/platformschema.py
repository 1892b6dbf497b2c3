"""Judging a platform's folder: is its listing.json a schema that we can read?

Built-in platforms are judged by tests; those of users, plugins and other repositories here, when
they are first named, by jsonschema for the sake of its exact places. This module reads its own
schema and nothing else; it knows no platform.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from listlint.errors import instead
from listlint.model import pointer_text
from listlint.sentences import SENTENCES

SCHEMA_FILE = Path(__file__).parent / "data" / "platform.schema.json"

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
    from jsonschema import Draft202012Validator

    ours = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    yield from _told(Draft202012Validator(ours), schema)
    yield from _told(Draft202012Validator(Draft202012Validator.META_SCHEMA), schema)


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
