"""The limits that a schema states: their names, their sources, and how they are changed.

A schema is data here; nothing is validated. This module knows no platform, rule or setting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from listlint.model import Level, Pointer
from listlint.namedtuples import NamedTuple
from listlint.sentences import FOREIGN, SENTENCES

LIMITS = "x-limits"
"""Beside a keyword, what we know of it: ``severity``, ``source``, ``from``, ``until``, ``name``."""


COMING = "coming"
"""In a fitted schema, the day from which a limit will be in force that is not yet."""


class Limit(NamedTuple):
    """One keyword of a platform's schema: what `listlint explain` tells and findings are named by.

    *pointer* leads through the listing to what is limited (``*`` for each item or attribute).
    *value* is the limit itself; *at* leads through the schema to the keyword's holder. *named*
    says that the schema gives the name.
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
    named: bool = False


_NAMES = {
    "maxWidth": "max-length",
    "maxUtf8Bytes": "max-length",
    "dependentRequired": "required",
}
_BELOW = {"properties", "patternProperties"}
_NESTED = ("items", "contains", "propertyNames", "if", "then", "else", "not")
_COMPOUND = ("allOf", "anyOf", "oneOf")


def kebab(name: str) -> str:
    """``maxItems`` and ``short_description`` as names of findings write them."""
    dashed = "".join(f"-{char.lower()}" if char.isupper() else char for char in name)
    return dashed.replace("_", "-")


def limit_name(pointer: Pointer, keyword: str, family: str | None = None) -> str:
    """The derived name of *keyword* broken at *pointer* of a listing; of a payload, by *family*."""
    field = family or (kebab(str(pointer[0])) if pointer else "listing")
    return f"{field}/{_NAMES.get(keyword) or kebab(keyword)}"


PAYLOAD = "payload"
"""The family of what a payload's structure asks for."""


PAYLOAD_NAMES = frozenset(
    limit_name((), keyword, PAYLOAD) for keyword in (*SENTENCES, "additionalProperties")
)
"""Every name that a finding by a payload's structure, or by a served definition, may have."""


def limits(schema: Mapping[str, Any], family: str | None = None) -> list[Limit]:
    """Every limit that *schema* states, in its order; named by *family*, or by their fields."""
    found = _limits(schema, schema, (), ())
    if family is None:  # that a listing is closed is no limit of its own
        return [each for each in found if each.keyword != "additionalProperties"]
    return [
        each if each.named else each._replace(name=limit_name((), each.keyword, family))
        for each in found
    ]


def _limits(root: Mapping[str, Any], schema: Any, pointer: Pointer, at: Pointer) -> Iterator[Limit]:
    if not isinstance(schema, dict):
        return
    reference = schema.get("$ref")
    if isinstance(reference, str):
        parts = tuple(reference.removeprefix("#/").split("/"))
        if at[: len(parts)] != parts:  # a schema that refers to itself is walked once
            yield from _limits(root, within(root, parts), pointer, parts)
    known = schema.get(LIMITS, {})
    for keyword, value in schema.items():
        if keyword == "required":
            for name in value:
                yield _limit(known.get("required", {}).get(name, {}), keyword, (*pointer, name),
                             True, at)  # fmt: skip
        elif keyword in SENTENCES and keyword not in (*_COMPOUND, "not", "contains", *FOREIGN):
            yield _limit(known.get(keyword, {}), keyword, pointer, value, at)
        elif keyword in _BELOW:
            for name, below in value.items():
                yield from _limits(root, below, (*pointer, name), (*at, keyword, name))
        elif keyword == "additionalProperties":
            if value is False:
                yield _limit(known.get(keyword, {}), keyword, pointer, value, at)
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
        named="name" in known,
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def within(schema: Any, at: Iterable[str | int]) -> Any:
    """What *at* leads to in *schema*."""
    for part in at:
        schema = schema[part]
    return schema


def fitted(
    schema: Mapping[str, Any],
    overrides: Mapping[str, Any],
    today: date,
    off: frozenset[str],
    family: str | None = None,
) -> dict[str, Any]:
    """*schema* with the limits that hold *today*, or will; of these it says so (`COMING`).

    *overrides* maps a finding's name to another limit; findings named in *off* are not looked for.
    *family* names them, as in `limits`.
    """
    result: dict[str, Any] = _copy(schema)
    for limit in limits(schema, family):
        holder = within(result, limit.at)
        if (limit.until and today > limit.until) or limit.name in off:
            if limit.keyword == "required":
                name = limit.pointer[-1]
                holder["required"] = [each for each in holder["required"] if each != name]
            else:
                holder.pop(limit.keyword, None)
        elif limit.name in overrides and limit.keyword != "required":
            holder[limit.keyword] = overrides[limit.name]
        if limit.since and today < limit.since:
            about = holder[LIMITS][limit.keyword]
            if limit.keyword == "required":
                about = about[limit.pointer[-1]]
            about[COMING] = limit.since.isoformat()
    return result


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _copy(each) for name, each in value.items()}
    return [_copy(each) for each in value] if isinstance(value, list) else value
