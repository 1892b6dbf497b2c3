"""Own shapes: a product as its owner keeps it → the neutral product, each value with its pointer.

A role says where a field of the neutral product stands in the owner's: a JSON Pointer with ``*``
for each item, and how the value is to be read (``unit``, ``join``, ``decode``, ``when``). Nothing
is rewritten: pointers of findings are led back. This module knows no platform and no rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

import orjson

from listlint.model import Pointer, parse_pointer

OBJECT_ARRAYS = ("variants", "price_tiers", "brand_documents")
"""Fields that hold arrays of objects: the first ``*`` of a role below them counts the entries."""

_VALUE_ARRAYS = ("images", "detail_images", "bullets", "keywords", "services")

UNITS: Mapping[str, float] = {
    "cent": 0.01,
    "fen": 0.01,
    "percent": 0.01,
    "gram": 0.001,
    "g": 0.001,
    "kg": 1,
    "lb": 0.45359237,
    "oz": 0.028349523125,
    "mm": 0.1,
    "cm": 1,
    "m": 100,
    "inch": 2.54,
}
"""Unit of a role → what a number in it is worth in the unit of the field."""

Roles = Mapping[str, Mapping[str, Any]]
"""Dotted field of the neutral product → its role."""


def mapped(value: Any, roles: Roles) -> tuple[dict[str, Any], Callable[[Pointer], Pointer]]:
    """The neutral product that *roles* read out of *value*, and the way back for pointers.

    A field whose role leads nowhere is absent. ``platforms`` and ``$schema`` are taken over.
    """
    product: dict[str, Any] = {}
    moved: dict[Pointer, Pointer] = {}
    if isinstance(value, dict) and "platforms" in value and not roles.get("platforms"):
        product["platforms"] = value["platforms"]
        moved["platforms",] = ("platforms",)
    for field, role in roles.items():
        for target, source, found in _placed(field, role, value):
            _put(product, target, found)
            moved[target] = source

    def back(pointer: Pointer) -> Pointer:
        for length in range(len(pointer), 0, -1):
            source = moved.get(pointer[:length])
            if source is not None:
                return source + pointer[length:]
        return pointer

    return product, back


def _placed(
    field: str, role: Mapping[str, Any], value: Any
) -> Iterator[tuple[Pointer, Pointer, Any]]:
    """(pointer in the neutral product, pointer in the source, value) of each thing *role* reads."""
    path = tuple(field.split("."))
    found = [
        (source, items, _read(each, role))
        for source, items, each in _matches(value, parse_pointer(role["pointer"]), (), ())
        if _counts(value, source, role.get("when"))
    ]
    if path[0] in OBJECT_ARRAYS and len(path) > 1:
        if path[-1] not in _VALUE_ARRAYS:
            for source, items, each in found:
                yield (path[0], items[0] if items else 0, *path[1:]), source, each
            return
        counts: dict[int, int] = {}
        for source, items, each in found:
            entry = items[0] if items else 0
            place = counts[entry] = counts.get(entry, -1) + 1
            yield (path[0], entry, *path[1:], place), source, each
    elif path[-1] in _VALUE_ARRAYS and not any(isinstance(each, list) for _, _, each in found):
        for index, (source, _, each) in enumerate(found):
            yield (*path, index), source, each
    elif found and "join" in role:
        yield path, found[0][0], role["join"].join(str(each) for _, _, each in found)
    elif found:
        yield path, found[0][0], found[0][2]


def _matches(
    value: Any, parts: tuple[str, ...], at: Pointer, items: tuple[int, ...]
) -> Iterator[tuple[Pointer, tuple[int, ...], Any]]:
    if not parts:
        yield at, items, value
        return
    first, rest = parts[0], parts[1:]
    if isinstance(value, list):
        if first == "*":
            for index, each in enumerate(value):
                yield from _matches(each, rest, (*at, index), (*items, index))
        elif first.isdecimal() and int(first) < len(value):
            yield from _matches(value[int(first)], rest, (*at, int(first)), items)
    elif isinstance(value, dict) and first in value:
        yield from _matches(value[first], rest, (*at, first), items)


def _counts(value: Any, source: Pointer, when: Mapping[str, Any] | None) -> bool:
    """Whether what stands beside the value at *source* is as *when* wants it."""
    if not when:
        return True
    for part in source[:-1]:
        value = value[part]
    return isinstance(value, dict) and all(
        value.get(name) == wanted for name, wanted in when.items()
    )


def _read(value: Any, role: Mapping[str, Any]) -> Any:
    if role.get("decode") == "json" and isinstance(value, str):
        try:
            value = orjson.loads(value)
        except orjson.JSONDecodeError:
            return value
    unit = role.get("unit")
    if unit is None:
        return value
    try:
        return round(float(value) * UNITS[unit], 9)
    except (TypeError, ValueError):
        return value


def _put(holder: Any, path: Pointer, value: Any) -> None:
    for part, following in pairwise(path):
        holder = _entry(holder, part, [] if isinstance(following, int) else {})
    last = path[-1]
    if isinstance(last, int):
        _entry(holder, last, None)
    holder[last] = value


def _entry(holder: Any, part: str | int, new: Any) -> Any:
    if isinstance(part, int):
        while len(holder) <= part:
            holder.append(type(new)() if new is not None else None)
        return holder[part]
    return holder.setdefault(part, new)
