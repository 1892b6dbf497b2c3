"""The compiled schema's verdict, told as findings in our words.

A broken keyword is a finding with a name of its own, ``<field>/<keyword>``: `images/max-items`,
`brand/required`. The native validator gives the verdict; only what it refuses is asked why. This
is the only module that knows the schema libraries; it knows no rules, settings or files.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from listlint.errors import nearest
from listlint.model import Finding, Level, Pointer

LIMITS = "x-limits"


class Limit(NamedTuple):
    """One keyword of a platform's schema: what `listlint explain` tells and findings are named by.

    *pointer* leads through the listing to what is limited (``*`` for each item or attribute).
    *value* is the limit itself; *at* leads through the schema to the keyword's holder.
    """

    name: str
    keyword: str
    pointer: Pointer
    value: Any
    level: Level
    source: str | None
    since: date | None
    until: date | None
    at: Pointer


class Broken(NamedTuple):
    """A limit that a value breaks: the finding, and what stands beside the keyword."""

    name: str
    finding: Finding
    level: Level
    source: str | None


class Sentence(NamedTuple):
    """What a broken keyword says, and how the facts of that saying are found."""

    template: str
    facts: Callable[[Any, Any], Mapping[str, object]]


def _shown(value: object, width: int = 60) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= width else text[: width - 1] + "…"


def _number(value: float) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def width(text: str) -> int:
    """The width of *text* in half-width columns: a Chinese or full-width character counts 2."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _many(count: int, one: str) -> str:
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


def _too_long(measure: Callable[[str], int], unit: str) -> Sentence:
    return Sentence(
        "{actual}; at most {limit} are allowed. Shorten it by {excess}.",
        lambda value, limit: {
            "actual": _many(measure(value), unit),
            "limit": limit,
            "excess": measure(value) - limit,
        },
    )


_TYPES = {
    "string": "text in quotes",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list [ … ]",
    "object": "an object { … }",
    "null": "null",
}


def _type_words(types: object) -> str:
    listed = [types] if isinstance(types, str) else list(types)  # type: ignore[call-overload]
    return " or ".join(_TYPES[each] for each in listed)


def _kind(value: object) -> str:
    for kinds, word in (
        (bool, "true or false"),
        (str, "text"),
        (int | float, "a number"),
        (list, "a list"),
        (dict, "an object"),
    ):
        if isinstance(value, kinds):
            return word
    return "null"


SENTENCES: Mapping[str, Sentence] = {
    "required": Sentence(
        "No {field}. It is mandatory: add {field}.", lambda value, limit: {}
    ),
    "type": Sentence(
        "This is {actual}; it must be {limit}.",
        lambda value, limit: {"actual": _kind(value), "limit": _type_words(limit)},
    ),
    "maxItems": Sentence(
        "{actual}; at most {limit} are allowed. Remove {excess}.",
        lambda value, limit: {
            "actual": _many(len(value), "entry").replace("entrys", "entries"),
            "limit": limit,
            "excess": len(value) - limit,
        },
    ),
    "minItems": Sentence(
        "{actual}; at least {limit} are needed. Add {lacking}.",
        lambda value, limit: {
            "actual": _many(len(value), "entry").replace("entrys", "entries"),
            "limit": limit,
            "lacking": limit - len(value),
        },
    ),
    "maxLength": _too_long(len, "character"),
    "maxWidth": _too_long(width, "column"),
    "maxUtf8Bytes": _too_long(lambda text: len(text.encode()), "byte"),
    "maxWords": _too_long(lambda text: len(text.split()), "word"),
    "minLength": Sentence(
        "{actual}; at least {limit} are needed. Say more.",
        lambda value, limit: {"actual": _many(len(value), "character"), "limit": limit},
    ),
    "maxProperties": Sentence(
        "{actual} entries; at most {limit} are allowed. Remove {excess}.",
        lambda value, limit: {
            "actual": len(value), "limit": limit, "excess": len(value) - limit,
        },
    ),
    "minProperties": Sentence(
        "{actual} entries; at least {limit} are needed.",
        lambda value, limit: {"actual": len(value), "limit": limit},
    ),
    "maximum": Sentence(
        "{actual} is too much; at most {limit} is allowed.",
        lambda value, limit: {"actual": _number(value), "limit": _number(limit)},
    ),
    "minimum": Sentence(
        "{actual} is too little; at least {limit} is needed.",
        lambda value, limit: {"actual": _number(value), "limit": _number(limit)},
    ),
    "exclusiveMaximum": Sentence(
        "{actual} is too much; it must be below {limit}.",
        lambda value, limit: {"actual": _number(value), "limit": _number(limit)},
    ),
    "exclusiveMinimum": Sentence(
        "{actual} is too little; it must be above {limit}.",
        lambda value, limit: {"actual": _number(value), "limit": _number(limit)},
    ),
    "multipleOf": Sentence(
        "{actual} is no multiple of {limit}.",
        lambda value, limit: {"actual": _number(value), "limit": _number(limit)},
    ),
    "enum": Sentence(
        "“{actual}” is not allowed here. Allowed: {limit}.",
        lambda value, limit: {
            "actual": _shown(value), "limit": _shown(", ".join(map(str, limit)), 120),
        },
    ),
    "const": Sentence(
        "“{actual}” is not allowed here; it must be “{limit}”.",
        lambda value, limit: {"actual": _shown(value), "limit": _shown(limit)},
    ),
    "pattern": Sentence(
        "“{actual}” has not the form that is asked for: {form}.",
        lambda value, limit: {"actual": _shown(value), "form": limit},
    ),
    "uniqueItems": Sentence("An entry stands here twice. Remove one.", lambda value, limit: {}),
    "format": Sentence(
        "“{actual}” is no {limit}.",
        lambda value, limit: {"actual": _shown(value), "limit": limit},
    ),
    "contains": Sentence(
        "None of the entries is one that must be there.", lambda value, limit: {}
    ),
    "not": Sentence(
        "“{actual}” is not allowed here.", lambda value, limit: {"actual": _shown(value)}
    ),
    "falseSchema": Sentence("This is not allowed here. Remove it.", lambda value, limit: {}),
    "unknown-field": Sentence(
        "“{field}” is no field that is known here; {hint}", lambda value, limit: {}
    ),
    "anyOf": Sentence("None of the allowed forms fits.", lambda value, limit: {}),
    "oneOf": Sentence("Exactly one of the allowed forms must fit.", lambda value, limit: {}),
}
"""Keyword → its sentence. A schema may give a better one for its place: ``x-message`` beside it."""

_NAMES = {"maxWidth": "max-length", "maxUtf8Bytes": "max-length"}
_BELOW = {"properties", "patternProperties"}
_NESTED = ("items", "contains", "propertyNames", "if", "then", "else", "not")
_COMPOUND = ("allOf", "anyOf", "oneOf")


def kebab(name: str) -> str:
    """``maxItems`` and ``short_description`` as names of findings write them."""
    dashed = "".join(f"-{char.lower()}" if char.isupper() else char for char in name)
    return dashed.replace("_", "-")


def limit_name(pointer: Pointer, keyword: str) -> str:
    """The derived name of *keyword* broken at *pointer* of a listing."""
    field = kebab(str(pointer[0])) if pointer else "listing"
    return f"{field}/{_NAMES.get(keyword) or kebab(keyword)}"


def limits(schema: Mapping[str, Any]) -> list[Limit]:
    """Every limit that *schema* states, in its order."""
    return list(_limits(schema, schema, (), ()))


def _limits(
    root: Mapping[str, Any], schema: Any, pointer: Pointer, at: Pointer
) -> Iterator[Limit]:
    if not isinstance(schema, dict):
        return
    reference = schema.get("$ref")
    if isinstance(reference, str):
        parts = tuple(reference.removeprefix("#/").split("/"))
        if not any(at[: len(parts)] == parts for _ in (0,)):
            yield from _limits(root, _walk(root, parts), pointer, parts)
    known = schema.get(LIMITS, {})
    for keyword, value in schema.items():
        if keyword == "required":
            for name in value:
                yield _limit(known.get("required", {}).get(name, {}), keyword, (*pointer, name),
                             True, at)  # fmt: skip
        elif keyword in SENTENCES and keyword not in (*_COMPOUND, "not", "contains"):
            yield _limit(known.get(keyword, {}), keyword, pointer, value, at)
        elif keyword in _BELOW:
            for name, below in value.items():
                yield from _limits(root, below, (*pointer, name), (*at, keyword, name))
        elif keyword == "additionalProperties":
            yield from _limits(root, value, (*pointer, "*"), (*at, keyword))
        elif keyword in _NESTED:
            step = ("*",) if keyword in ("items", "contains") else ()
            if keyword not in ("if", "not"):
                yield from _limits(root, value, (*pointer, *step), (*at, keyword))
        elif keyword in _COMPOUND:
            for index, below in enumerate(value):
                yield from _limits(root, below, pointer, (*at, keyword, index))


def _limit(
    known: Mapping[str, Any], keyword: str, pointer: Pointer, value: Any, at: Pointer
) -> Limit:
    return Limit(
        name=known.get("name") or limit_name(pointer, keyword),
        keyword=keyword,
        pointer=pointer,
        value=value,
        level=Level.parse(known.get("severity", "error")),
        source=known.get("source"),
        since=_date(known.get("from")),
        until=_date(known.get("until")),
        at=at,
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _walk(schema: Any, at: Iterable[str | int]) -> Any:
    for part in at:
        schema = schema[part]
    return schema


def fitted(
    schema: Mapping[str, Any], overrides: Mapping[str, Any], today: date, off: frozenset[str]
) -> dict[str, Any]:
    """*schema* with the limits that hold *today*.

    *overrides* maps a finding's name to another limit; findings named in *off* are not looked for.
    """
    result: dict[str, Any] = _copy(schema)
    for limit in limits(schema):
        holder = _walk(result, limit.at)
        dated = (limit.since and today < limit.since) or (limit.until and today > limit.until)
        if dated or limit.name in off:
            if limit.keyword == "required":
                name = limit.pointer[-1]
                holder["required"] = [each for each in holder["required"] if each != name]
            else:
                holder.pop(limit.keyword, None)
        elif limit.name in overrides and limit.keyword != "required":
            holder[limit.keyword] = overrides[limit.name]
    return result


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _copy(each) for name, each in value.items()}
    return [_copy(each) for each in value] if isinstance(value, list) else value


@cache
def _keywords() -> dict[str, type]:
    """Our own keywords, in the form that the native validator takes."""

    def keyword(measure: Callable[[str], int]) -> type:
        class Measured:
            __slots__ = ("limit",)

            def __init__(self, parent: object, limit: int, path: object) -> None:
                self.limit = limit

            def validate(self, instance: object) -> None:
                if isinstance(instance, str) and measure(instance) > self.limit:
                    raise ValueError

        return Measured

    return {
        "maxWidth": keyword(width),
        "maxUtf8Bytes": keyword(lambda text: len(text.encode())),
        "maxWords": keyword(lambda text: len(text.split())),
    }


class Schema:
    """A compiled schema: a verdict at once, reasons when asked."""

    __slots__ = ("_validator", "is_valid", "schema")

    def __init__(self, schema: dict[str, Any]) -> None:
        import jsonschema_rs

        self.schema = schema
        self._validator = jsonschema_rs.Draft202012Validator(
            schema,
            keywords=_keywords(),
            pattern_options=jsonschema_rs.RegexOptions(),
            offline=True,
        )
        self.is_valid: Callable[[Any], bool] = self._validator.is_valid

    def broken(self, value: Any) -> Iterator[Broken]:
        """What *value* breaks, in the validator's order; nothing where it is valid."""
        for error in self._validator.iter_errors(value):
            yield from self._told(value, error)

    def _told(self, value: Any, error: Any) -> Iterator[Broken]:
        keyword: str = error.kind.name
        if keyword in ("anyOf", "oneOf") and getattr(error.kind, "context", None):
            for meant in _meant_branch(error.kind.context):
                yield from self._told(value, meant)
            return
        pointer: Pointer = tuple(error.instance_path)
        path = tuple(error.schema_path)
        if keyword == "custom":
            keyword = error.kind.keyword
        if keyword == "propertyNames":
            path = path[: path.index("propertyNames") + 1]
        elif path and path[-1] == keyword:
            path = path[:-1]
        holder = _walk(self.schema, path) if keyword != "falseSchema" else {}
        known = holder.get(LIMITS, {}) if isinstance(holder, dict) else {}
        at = _at(value, pointer)
        if keyword == "required":
            name = error.kind.property
            entry = known.get("required", {}).get(name, {})
            yield _broken(entry, keyword, (*pointer, name), {"field": name}, holder)
        elif keyword in ("additionalProperties", "unevaluatedProperties"):
            names = list(holder.get("properties", ()))
            for name in error.kind.unexpected:
                close = nearest(name, names)
                hint = f"did you mean “{close}”?" if close else "remove it, or correct its name."
                finding = Finding(
                    "unknown-field", (*pointer, name), "key", {"field": name, "hint": hint}, name
                )
                yield Broken("schema/unknown-field", finding, Level.ERROR, None)
        else:
            sentence = SENTENCES.get(keyword)
            limit = holder.get(keyword) if isinstance(holder, dict) else None
            facts = dict(sentence.facts(at, limit)) if sentence else {}
            yield _broken(known.get(keyword, {}), keyword, pointer, facts, holder)


def _broken(
    known: Mapping[str, Any],
    keyword: str,
    pointer: Pointer,
    facts: Mapping[str, object],
    holder: Mapping[str, Any],
) -> Broken:
    own = holder.get("x-message") if keyword != "required" else None
    data = {**facts, "own": own} if own else facts
    message = keyword if keyword in SENTENCES else "anyOf"
    return Broken(
        known.get("name") or limit_name(pointer, keyword),
        Finding(message, pointer, "value", data),
        Level.parse(known.get("severity", "error")),
        known.get("source"),
    )


def _at(value: Any, pointer: Pointer) -> Any:
    for part in pointer:
        value = value[part]
    return value


def _meant_branch(branches: list[list[Any]]) -> list[Any]:
    """The errors of the alternative that was meant: its type and its constants fit, or it went
    deepest."""

    def distance(errors: list[Any]) -> tuple[int, int, int]:
        kinds = [error.kind.name for error in errors]
        return (
            sum(kind == "type" for kind in kinds),
            sum(kind in ("const", "enum") for kind in kinds),
            -max((len(error.instance_path) for error in errors), default=0),
        )

    return min(branches, key=distance)

