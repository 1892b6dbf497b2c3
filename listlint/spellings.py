"""How listings state attributes: names and values by any of their spellings, as JSON Schema.

Names and values count as equal where only case differs, or what stands between words (spaces,
hyphens, underscores): platforms take ids, so no listing is wrong for a capital. This module knows
no category, no platform and no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from listlint.numberforms import plain

Shape = dict[str, Any]
"""A JSON Schema."""

NOTHING: Shape = {"not": {}}
"""The schema of no value."""

_BETWEEN_WORDS = re.compile(r"(?<=[^\W_])[ _-]+(?=[^\W_])")
_EXACT = 10**15
"""Beyond, numbers in JSON may lose digits, and are not compared."""
_AT_ONCE = 300
"""How many spellings go into one expression: those of thousands of values would be too large."""


def silent(
    names: Sequence[str], value: Shape | None = None, *, in_variants: bool = False, field: str = ""
) -> Shape:
    """The listings that state no attribute of one of *names*, or none that is a *value*.

    *in_variants* counts options of variants as well, *field* that field of the listing.
    """
    other = NOTHING if value is None else {"not": value}
    lacking = {"patternProperties": {spelled(names): other}}
    properties: Shape = {"attributes": lacking}
    if in_variants:
        properties["variants"] = {"items": {"properties": {"options": lacking}}}
    if field:
        properties[field] = other
    return {"properties": properties}


def stating(
    names: Sequence[str], value: Shape | None = None, *, in_variants: bool = False
) -> Shape:
    """The listings that state an attribute of one of *names*, and there a *value*, if given."""
    return {"not": silent(names, value, in_variants=in_variants)}


def one_of(spellings: Iterable[str]) -> Shape:
    """The texts and numbers that are one of *spellings*, and the arrays that hold one."""
    single = listed(list(spellings))
    return {"anyOf": [single, {"type": "array", "contains": single}]}


def listed(spellings: Sequence[str]) -> Shape:
    """The texts and numbers that are one of *spellings*."""
    patterns: list[Shape] = [
        {"type": "string", "pattern": spelled(spellings[start : start + _AT_ONCE])}
        for start in range(0, len(spellings), _AT_ONCE)
    ]
    numbers = {found for text in spellings if (found := plain(text)) is not None}
    small = sorted(each for each in numbers if abs(each) < _EXACT)
    exact = [int(each) if each == int(each) else float(each) for each in small]
    if exact:
        patterns.append({"enum": exact})
    if any(abs(each) >= _EXACT for each in numbers):
        patterns.append({"type": "number", "minimum": _EXACT})
    return {"anyOf": patterns}


def literal(text: str) -> str:
    """*text* for a message template, in which braces name data."""
    return text.replace("{", "{{").replace("}", "}}")


def spelled(texts: Sequence[str]) -> str:
    """A regular expression for any of *texts*, in any case; Python, Rust and JavaScript alike."""
    return f"^ *({'|'.join(map(spelling, texts))}) *$"


def spelling(text: str) -> str:
    """*text* as a regular expression: any case, anything that parts words between them."""
    return "[ _-]+".join("".join(map(_either_case, part)) for part in _BETWEEN_WORDS.split(text))


def _either_case(char: str) -> str:
    lower, upper = char.lower(), char.upper()
    if lower != upper and len(lower) == len(upper) == 1:
        return f"[{lower}{upper}]"
    return f"\\{char}" if char in "^$\\.*+?()[]{}|/" else char
