"""Roles: which field of the neutral product each value of a payload is, told beside its schema.

``x-role`` beside a property says it (`docs/writing-a-platform.md` tells the form). Here a schema is
walked once for its roles; nothing is read or judged. This module knows no platform and no rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from listlint.limits import within
from listlint.mapping import OBJECT_ARRAYS
from listlint.model import Pointer
from listlint.namedtuples import NamedTuple

ROLE = "x-role"

KEYED = (("attributes",), ("custom_attributes",), ("variants", "options"))
"""Fields whose roles say under which name (``key``) a value stands."""


class Members(NamedTuple):
    """A step to each member of an object: those that *pattern* finds, but for *others*."""

    pattern: re.Pattern[str] | None
    others: frozenset[str]

    def takes(self, name: str) -> bool:
        """Whether the member *name* is meant."""
        if self.pattern is not None:
            return self.pattern.search(name) is not None
        return name not in self.others


class Items(NamedTuple):
    """A step to each item of an array."""


EACH_ITEM = Items()

Step = str | Items | Members


class Role(NamedTuple):
    """A value's role: it stands at *steps* of the payload and is *field* of the product.

    *kind* is the type that the field takes: ``string``, ``integer``, ``number``, ``amount``,
    ``array``, ``keyed`` or ``any``. *about* is the role as the data tells it.
    """

    field: tuple[str, ...]
    steps: tuple[Step, ...]
    kind: str
    about: Mapping[str, Any]


class Roles(NamedTuple):
    """All roles of a schema, in its order, and the steps to what is JSON in a string."""

    roles: tuple[Role, ...]
    decoded: tuple[tuple[Step, ...], ...]


def roles_of(schema: Mapping[str, Any], product: Mapping[str, Any]) -> Roles:
    """The roles in the payload's *schema*; *product* is the schema of the neutral product."""
    found = list(_walked(schema, schema, (), ()))
    # One text may be walked on several ways, such as through alternatives.
    told = {(steps, repr(about)): (steps, about) for steps, about in found}
    roles = []
    decoded: dict[tuple[Step, ...], None] = {}
    for steps, about in told.values():
        if about.get("decode") == "json":
            decoded[steps] = None
        if "field" in about:
            field = tuple(about["field"].split("."))
            roles.append(Role(field, steps, kind_of(field, product), about))
    return Roles(tuple(roles), tuple(sorted(decoded, key=len)))


def _walked(
    schema: Any, root: Mapping[str, Any], steps: tuple[Step, ...], seen: tuple[str, ...]
) -> Iterator[tuple[tuple[Step, ...], Mapping[str, Any]]]:
    if not isinstance(schema, dict):
        return
    stated = schema.get(ROLE, ())
    for about in [stated] if isinstance(stated, dict) else stated:
        yield steps, about
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference not in seen:
        parts = reference.removeprefix("#/").split("/")
        yield from _walked(within(root, parts), root, steps, (*seen, reference))
    properties = schema.get("properties", {})
    for name, below in properties.items():
        yield from _walked(below, root, (*steps, name), seen)
    patterns = schema.get("patternProperties", {})
    for pattern, below in patterns.items():
        members = Members(re.compile(pattern), frozenset())
        yield from _walked(below, root, (*steps, members), seen)
    if isinstance(schema.get("additionalProperties"), dict):
        members = Members(None, frozenset(properties))
        yield from _walked(schema["additionalProperties"], root, (*steps, members), seen)
    yield from _walked(schema.get("items"), root, (*steps, EACH_ITEM), seen)
    for keyword in ("then", "else"):
        yield from _walked(schema.get(keyword), root, steps, seen)
    for keyword in ("allOf", "anyOf", "oneOf"):
        for below in schema.get(keyword, ()):
            yield from _walked(below, root, steps, seen)


def kind_of(field: tuple[str, ...], product: Mapping[str, Any]) -> str:
    """The kind of value that *field* of the neutral product takes; see `Role`."""
    if field in KEYED:
        return "keyed"
    schema: Any = product
    for at, name in enumerate(field):
        schema = _resolved(schema, product).get("properties", {}).get(name)
        schema = _resolved(schema, product)
        if at == 0 and name in OBJECT_ARRAYS and len(field) > 1:
            schema = _resolved(schema.get("items"), product)
    if field[-1] == "amount":
        return "amount"
    kind = schema.get("type")
    return kind if kind in ("string", "integer", "number", "array") else "any"


def _resolved(schema: Any, root: Mapping[str, Any]) -> dict[str, Any]:
    if not isinstance(schema, dict):
        return {}
    reference = schema.get("$ref")
    if isinstance(reference, str):
        parts = reference.removeprefix("#/").split("/")
        return {**_resolved(within(root, parts), root), **schema}
    return schema


class Match(NamedTuple):
    """A value found: where, at which parts of that an item, and a member, of many was taken."""

    pointer: Pointer
    items: tuple[int, ...]
    members: tuple[int, ...]
    value: Any


def matches(value: Any, steps: tuple[Step, ...]) -> Iterator[Match]:
    """Every value that *steps* lead to in *value*, in its order."""
    yield from _matches(Match((), (), (), value), steps)


def _matches(at: Match, steps: tuple[Step, ...]) -> Iterator[Match]:
    if not steps:
        yield at
        return
    step, rest = steps[0], steps[1:]
    pointer, items, members, value = at
    if isinstance(step, str):
        if isinstance(value, dict) and step in value:
            yield from _matches(Match((*pointer, step), items, members, value[step]), rest)
    elif isinstance(step, Items):
        if isinstance(value, list):
            items = (*items, len(pointer))
            for index, each in enumerate(value):
                yield from _matches(Match((*pointer, index), items, members, each), rest)
    elif isinstance(value, dict):
        members = (*members, len(pointer))
        for name, each in value.items():
            if step.takes(name):
                yield from _matches(Match((*pointer, name), items, members, each), rest)
