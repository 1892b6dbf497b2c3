"""Payload → neutral product, each value with the way back to its place in the payload.

The roles of a payload's schema say which value is which field. Nothing is rewritten and nothing is
judged: what does not fit a field is left out, for its type is the payload schema's matter. This
module knows no platform, no rule and no schema library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import copy
from typing import Any

import orjson

from listlint.mapping import OBJECT_ARRAYS, converted, put
from listlint.model import On, Pointer, resolve
from listlint.namedtuples import NamedTuple
from listlint.roles import EACH_ITEM, Match, Role, Roles, matches

_AMOUNT = re.compile(r"-?[0-9]+([.][0-9]+)?")  # as product.json has it
_WHOLE = re.compile(r"-?[0-9]{1,18}")


class Undecoded(NamedTuple):
    """A text that should be JSON and is not."""

    pointer: Pointer
    reason: str


def decoded(value: Any, roles: Roles) -> tuple[Any, frozenset[Pointer], list[Undecoded]]:
    """*value* with the texts that hold JSON read, where those stand, and what cannot be read.

    *value* itself stays as it is.
    """
    texts: set[Pointer] = set()
    faults = []
    for steps in roles.decoded:  # the outer ones first
        for match in list(matches(value, steps)):
            if not isinstance(match.value, str) or not match.value.strip():
                continue
            try:
                read = orjson.loads(match.value)
                orjson.dumps(read)  # refuses what is nested too deep
            except (orjson.JSONDecodeError, orjson.JSONEncodeError) as error:
                faults.append(Undecoded(match.pointer, str(error).partition(":")[0]))
                continue
            value = _with(value, match.pointer, read)
            texts.add(match.pointer)
    return value, frozenset(texts), faults


def _with(value: Any, pointer: Pointer, new: Any) -> Any:
    """*value* with *new* at *pointer*; what leads there is copied."""
    if not pointer:
        return new
    value = copy(value)
    value[pointer[0]] = _with(value[pointer[0]], pointer[1:], new)
    return value


class WayBack:
    """Leads pointers of the neutral product back to the payload."""

    __slots__ = ("_absent", "_holders", "_moved", "_names", "_texts")

    def __init__(self, texts: frozenset[Pointer]) -> None:
        self._texts = texts
        self._moved: dict[Pointer, Pointer] = {}
        self._names: dict[Pointer, tuple[Pointer, On]] = {}
        self._holders: dict[Pointer, Pointer] = {}
        self._absent: dict[Pointer, Pointer] = {}

    def remember(self, target: Pointer, match: Match, source: Pointer) -> None:
        """That *target* is read from *source*, which *match* found."""
        self._moved[target] = source
        arrays = [at for at, part in enumerate(target) if isinstance(part, int)]
        for at, item in zip(arrays, match.items, strict=False):
            self._holders.setdefault(target[:at], source[:item])
            self._holders.setdefault(target[: at + 1], source[: item + 1])
        for length in range(1, len(target)):
            top = match.items[0] if match.items else len(source) - 1
            self._holders.setdefault(target[:length], source[:top])

    def name(self, target: Pointer, source: Pointer, on: On) -> None:
        """That the name of the entry *target* stands at *source*."""
        self._names.setdefault(target, (source, on))

    def expect(self, role: Role) -> None:
        """Where the field of *role* would stand if it were there."""
        leading = tuple(iter(_leading(role)))
        self._absent.setdefault(role.field, leading)

    def __call__(self, pointer: Pointer, on: On = "value") -> tuple[Pointer, On]:
        """Where in the payload *pointer* of the product comes from, or what it is read from."""
        if on == "key" and pointer in self._names:
            return self._outside(*self._names[pointer])
        for length in range(len(pointer), 0, -1):
            part = pointer[:length]
            if part in self._moved:
                return self._outside(self._moved[part] + pointer[length:], on)
            if length == len(pointer) and part in self._absent:
                return self._outside(self._absent[part], "value")
            if part in self._holders:
                return self._outside(self._holders[part], "value")
        return pointer, on

    def _outside(self, pointer: Pointer, on: On) -> tuple[Pointer, On]:
        """*pointer*, or the text that holds its value."""
        return outside(pointer, self._texts, on)


def outside(pointer: Pointer, texts: frozenset[Pointer], on: On = "value") -> tuple[Pointer, On]:
    """*pointer*, or that of the one of *texts* which holds, as JSON, what it leads to."""
    for length in range(1, len(pointer)):
        if pointer[:length] in texts:
            return pointer[:length], "value"
    return pointer, on


def _leading(role: Role) -> Iterator[str]:
    for step in role.steps:
        if not isinstance(step, str):
            return
        yield step


def product_of(
    value: Any, roles: Roles, texts: frozenset[Pointer] = frozenset()
) -> tuple[dict[str, Any], WayBack]:
    """The neutral product that *roles* read out of the decoded *value*, and the way back.

    *texts* are the pointers at which *value* stood as JSON in a string.
    """
    product: dict[str, Any] = {}
    back = WayBack(texts)
    for role in roles.roles:
        back.expect(role)
        for match in _joined(role, _counting(value, role)):
            _place(product, role, match, value, back)
        if role.kind == "array" and role.steps[-1] is EACH_ITEM:
            _place_empty(product, role, value, back)
    return product, back


def _counting(value: Any, role: Role) -> Iterator[Match]:
    """The values of *role* that its conditions let count."""
    when, unless = role.about.get("when"), role.about.get("unless")
    for match in matches(value, role.steps):
        if when and not _holds(when, value, match.pointer):
            continue
        if unless and _holds(unless, value, match.pointer):
            continue
        yield match


def _holds(conditions: Mapping[str, Any], value: Any, pointer: Pointer) -> bool:
    for name, wanted in conditions.items():
        found = _beside(name, value, pointer)
        allowed = wanted if isinstance(wanted, list) else [wanted]
        if _text(None if found is None else found[1]) not in map(_text, allowed):
            return False  # what is absent is as null
    return True


def _beside(name: str, value: Any, pointer: Pointer) -> tuple[Pointer, Any] | None:
    """The value *name* of the nearest object around *pointer* that has it, with its place."""
    around: list[tuple[Pointer, Any]] = [((), value)]
    for length in range(1, len(pointer)):
        around.append((pointer[:length], around[-1][1][pointer[length - 1]]))
    for at, holder in reversed(around):
        if isinstance(holder, dict) and name in holder:
            return (*at, name), holder[name]
    return None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else orjson.dumps(value).decode()


def _joined(role: Role, found: Iterator[Match]) -> Iterator[Match]:
    if "join" not in role.about:
        yield from found
        return
    parts = list(found)
    texts = [_text(each.value) for each in parts if isinstance(each.value, str | int | float)]
    if texts:
        yield parts[0]._replace(value=role.about["join"].join(texts), items=())


def _place(product: dict[str, Any], role: Role, match: Match, value: Any, back: WayBack) -> None:
    path = _path(role, match)
    for source, each in _values(role, match):
        if role.kind == "keyed":
            _place_named(product, role, path, (match, source, each), value, back)
            continue
        fitting = _fitting(each, role.kind)
        if fitting is None or (fitting == "" and role.kind == "array"):
            continue
        if role.kind == "array":
            target: Pointer = (*path, len(_there(product, path) or ()))
        elif _there(product, path) is not None:
            return  # the first counts
        else:
            target = path
        if put(product, target, fitting, {}):
            back.remember(target, match, source)
            if "currency" in role.about:
                put(product, (*path[:-1], "currency"), role.about["currency"], {})
                back.remember((*path[:-1], "currency"), match, source)


def _place_empty(product: dict[str, Any], role: Role, value: Any, back: WayBack) -> None:
    """Put an array without items where one stands: that is something else than none."""
    for match in matches(value, role.steps[:-1]):
        path = _path(role, match)
        if match.value == [] and _there(product, path) is None and put(product, path, [], {}):
            back.remember(path, match, match.pointer)


def _path(role: Role, match: Match) -> Pointer:
    """Where in the product the field of *role* is that *match* stands for."""
    if role.field[0] in OBJECT_ARRAYS and len(role.field) > 1:
        entry = match.pointer[match.items[0]] if match.items else 0
        return (role.field[0], entry, *role.field[1:])
    return role.field


def _place_named(
    product: dict[str, Any],
    role: Role,
    path: Pointer,
    found: tuple[Match, Pointer, Any],
    value: Any,
    back: WayBack,
) -> None:
    """Put what was *found* under its name into the object at *path*."""
    match, source, each = found
    if isinstance(each, bool) or not isinstance(each, str | int | float) or each == "":
        return
    named = _name(role.about.get("key", "*"), match, value)
    if named is None:
        return
    name, place, on = named
    target = (*path, name)
    known = _there(product, target)
    if known is None:
        put(product, target, each, {})
        back.remember(target, match, source)
    elif path[-1] == "options" or each in (known if isinstance(known, list) else [known]):
        return  # an option has one value
    else:
        values = known if isinstance(known, list) else [known]
        if not isinstance(known, list):
            back.remember((*target, 0), match, back(target)[0])
        put(product, target, [*values, each], {})
        back.remember((*target, len(values)), match, source)
    back.name(target, place, on)


def _name(key: Any, match: Match, value: Any) -> tuple[str, Pointer, On] | None:
    """The name of an entry, where that stands, and whether as a key."""
    for each in key if isinstance(key, list) else [key]:
        if isinstance(each, dict):
            return each["name"], match.pointer, "value"  # it stands in the data, not here
        if each == "*":
            if match.members:
                at = match.members[-1]
                return str(match.pointer[at]), match.pointer[: at + 1], "key"
        elif each == "#":
            if match.items:
                at = match.items[-1]
                return str(int(match.pointer[at]) + 1), match.pointer, "value"
        else:
            found = _beside(each, value, match.pointer)
            if found is not None and isinstance(found[1], str | int) and _text(found[1]).strip():
                return _text(found[1]), found[0], "value"
    return None


def _values(role: Role, match: Match) -> Iterator[tuple[Pointer, Any]]:
    """The values that *match* stands for, each with its place: converted, parted, looked up."""
    about = role.about
    value = match.value
    if "split" in about and isinstance(value, str):
        for part in value.split(about["split"]):
            yield match.pointer, part.strip()
        return
    parts = enumerate(value) if isinstance(value, list) else None
    for index, each in parts if parts is not None else [(None, value)]:
        place = match.pointer if index is None else (*match.pointer, index)
        if "values" in about:
            each = about["values"].get(_text(each)) if not isinstance(each, dict | list) else None
        yield place, converted(each, about.get("unit"))


def _fitting(value: Any, kind: str) -> Any:
    """*value* as the type that *kind* of field takes; None where it cannot be that."""
    if value is None or isinstance(value, bool):
        return None
    if kind in ("string", "array"):
        if isinstance(value, int | float):
            return _text(value)
        return value if isinstance(value, str) else None
    if kind == "amount":
        if isinstance(value, str):
            return value if _AMOUNT.fullmatch(value) else None
        return value if isinstance(value, int | float) else None
    if kind == "integer":
        if isinstance(value, str) and _WHOLE.fullmatch(value.strip()):
            return int(value)
        if isinstance(value, float) and value.is_integer():
            return int(value)
        return value if isinstance(value, int) else None
    if kind == "number":
        if isinstance(value, str) and _AMOUNT.fullmatch(value.strip()):
            return float(value)
        return value if isinstance(value, int | float) else None
    return value


def _there(product: Any, pointer: Pointer) -> Any:
    try:
        return resolve(product, pointer)
    except LookupError:
        return None
