"""A rule declared in the configuration → the same value as a rule that is a file.

For people who do not program: one field, one demand, their own sentence. This module knows
nothing of how the configuration is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from listlint.model import Finding, Pointer
from listlint.rule import Options, Rule
from listlint.settings import DeclaredRule

Demand = Callable[[Any], bool]


def declared_rule(declared: DeclaredRule) -> Rule:
    """The rule that *declared* describes; its message may show ``{value}``."""
    path = tuple(declared.field.split("."))
    demand = _demand(declared)

    def check(whole: Any, listing: Any, options: Options) -> Iterator[Finding]:
        if declared.required_if is not None:
            if _applies(declared, listing.data) and not list(_values(listing.data, path)):
                yield Finding("declared", path, data={"value": ""})
            return
        for pointer, value in _values(listing.data, path):
            if not demand(value):
                yield Finding("declared", pointer, data={"value": _shown(value)})

    return Rule(
        name=declared.name,
        doc=f"{declared.message}\n\nDeclared in the configuration, for `{declared.field}`.",
        on=("listing",),
        level=declared.level,
        messages={"declared": _template(declared.message)},
        options={},
        examples=(),
        check=check,
    )


def _demand(declared: DeclaredRule) -> Demand:
    if declared.pattern is not None:
        matches = re.compile(declared.pattern).search
        return lambda value: not isinstance(value, str) or matches(value) is not None
    if declared.max_length is not None:
        longest = declared.max_length
        return lambda value: not isinstance(value, str) or len(value) <= longest
    if declared.one_of is not None:
        allowed = declared.one_of
        return lambda value: value in allowed
    return lambda value: True


def _applies(declared: DeclaredRule, data: dict[str, Any]) -> bool:
    return all(
        any(value in wanted for _, value in _values(data, tuple(field.split("."))))
        for field, wanted in (declared.required_if or {}).items()
    )


def _values(data: Any, path: tuple[str, ...], at: Pointer = ()) -> Iterator[tuple[Pointer, Any]]:
    """Each value that *path* leads to; of an array, each entry."""
    if isinstance(data, list):
        for index, each in enumerate(data):
            yield from _values(each, path, (*at, index))
    elif not path:
        yield at, data
    elif isinstance(data, dict) and path[0] in data:
        yield from _values(data[path[0]], path[1:], (*at, path[0]))


def _shown(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _template(message: str) -> str:
    """*message* with no field but ``{value}``, whatever braces it holds."""
    escaped = message.replace("{", "{{").replace("}", "}}")
    return escaped.replace("{{value}}", "{value}")
