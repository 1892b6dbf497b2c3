"""Own shapes: a product as its owner keeps it → the neutral product, each value with its pointer.

A role says where a field of the neutral product stands in the owner's: a JSON Pointer with ``*``
for each item, and how the value is to be read (``unit``, ``join``, ``decode``, ``when``). Nothing
is rewritten: pointers of findings are led back. This module knows no platform and no rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from itertools import pairwise
from math import isfinite
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

    A field whose role leads nowhere is absent. ``platforms`` and ``$schema`` are taken over. A role
    of a part (``price.amount``) is laid over that of the whole (``price``). A pointer that leads
    to no value of its own leads back to the nearest array or entry that it is read from.
    """
    product: dict[str, Any] = {}
    moved: dict[Pointer, Pointer] = {}
    holders: dict[Pointer, Pointer] = {}
    if isinstance(value, dict) and "platforms" in value and not roles.get("platforms"):
        product["platforms"] = value["platforms"]
        moved["platforms",] = ("platforms",)
    for field, role in sorted(roles.items(), key=_depth):
        for target, source, stars, found in _placed(field, role, value):
            if put(product, target, found, moved):
                moved[target] = source
                _hold(holders, target, source, stars)

    def back(pointer: Pointer) -> Pointer:
        for length in range(len(pointer), 0, -1):
            part = pointer[:length]
            source = moved.get(part)
            if source is not None:
                return source + pointer[length:]
            source = holders.get(part)
            if source is not None:
                return source
        return pointer

    return product, back


def _depth(item: tuple[str, object]) -> int:
    return item[0].count(".")


def _hold(
    holders: dict[Pointer, Pointer], target: Pointer, source: Pointer, stars: tuple[int, ...]
) -> None:
    """Remember which array, and which entry, of the source an array of *target* is read from."""
    arrays = [at for at, part in enumerate(target) if isinstance(part, int)]
    for at, star in zip(arrays, stars, strict=False):
        holders.setdefault(target[:at], source[:star])
        holders.setdefault(target[: at + 1], source[: star + 1])
    if arrays and not stars:
        holders.setdefault(target[: arrays[0]], source)


_Match = tuple[Pointer, tuple[int, ...], Any]
"""A pointer in the source, where in it a ``*`` stood, and the value there."""


def _placed(
    field: str, role: Mapping[str, Any], value: Any
) -> Iterator[tuple[Pointer, Pointer, tuple[int, ...], Any]]:
    """(pointer in the neutral product, pointer in the source, where in that a ``*`` stood, value)
    of each thing *role* reads."""
    path = tuple(field.split("."))
    found = [
        (source, stars, _read(each, role))
        for source, stars, each in _matches(value, parse_pointer(role["pointer"]), (), ())
        if _counts(value, source, role.get("when"))
    ]
    if path[0] in OBJECT_ARRAYS and len(path) > 1:
        counts: dict[int, int] = {}
        for source, stars, each in found:
            entry = source[stars[0]] if stars else 0
            assert isinstance(entry, int), "a star stands for an entry of an array"
            target: Pointer = (path[0], entry, *path[1:])
            if path[-1] in _VALUE_ARRAYS and not isinstance(each, list):
                place = counts[entry] = counts.get(entry, -1) + 1
                target = (*target, place)
            yield target, source, stars, each
    elif path[-1] in _VALUE_ARRAYS and not any(isinstance(each, list) for _, _, each in found):
        for index, (source, stars, each) in enumerate(found):
            yield (*path, index), source, stars, each
    elif found and "join" in role:
        yield path, found[0][0], (), role["join"].join(str(each) for _, _, each in found)
    elif found:
        yield path, *found[0]


def _matches(
    value: Any, parts: tuple[str, ...], at: Pointer, stars: tuple[int, ...]
) -> Iterator[_Match]:
    if not parts:
        yield at, stars, value
        return
    first, rest = parts[0], parts[1:]
    if isinstance(value, list):
        if first == "*":
            stars = (*stars, len(at))
            for index, each in enumerate(value):
                yield from _matches(each, rest, (*at, index), stars)
        elif first.isdecimal() and int(first) < len(value):
            yield from _matches(value[int(first)], rest, (*at, int(first)), stars)
    elif isinstance(value, dict) and first in value:
        yield from _matches(value[first], rest, (*at, first), stars)


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
    return converted(value, role.get("unit"))


def converted(value: Any, unit: str | None) -> Any:
    """*value* in the unit of its field, where it is a number in *unit*; else as it is."""
    if unit is None or isinstance(value, bool):  # true is no number, though Python counts with it
        return value
    try:
        number = float(value) * UNITS[unit]
    except (TypeError, ValueError):
        return value
    # “nan” and “1_000” are numbers to Python alone.
    return round(number, 9) if isfinite(number) and "_" not in str(value) else value


def put(holder: Any, path: Pointer, value: Any, moved: Mapping[Pointer, Pointer]) -> bool:
    """Put *value* at *path*; False where a value stands in the way that cannot hold it.

    What *moved* says was taken over from the source is copied before it is written into.
    """
    shared = False
    for at, (part, following) in enumerate(pairwise(path), 1):
        kind = list if isinstance(following, int) else dict
        below = _entry(holder, part, kind())
        if not isinstance(below, kind):
            return False  # of a wrong type, which is told of the whole
        shared = shared or path[:at] in moved
        if shared:
            below = holder[part] = copy(below)
        holder = below
    last = path[-1]
    if isinstance(last, int):
        _entry(holder, last, None)
    holder[last] = value
    return True


def _entry(holder: Any, part: str | int, new: Any) -> Any:
    if isinstance(part, int):
        while len(holder) <= part:
            holder.append(type(new)() if new is not None else None)
        return holder[part]
    return holder.setdefault(part, new)
