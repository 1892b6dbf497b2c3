"""JSON text of values that may hold any Python string, by orjson.

What orjson refuses is repaired, not dropped: half a surrogate pair becomes U+FFFD, an integer
beyond 64 bits a string of its digits. The text never holds ``##[``, which a GitHub runner takes
for a command wherever it stands in a line.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson


def encode(value: Any) -> str:
    """*value* as compact JSON on one line."""
    try:
        text = orjson.dumps(value)
    except TypeError:
        text = orjson.dumps(_sound(value))
    if b"##[" in text:  # only ever inside a string
        text = text.replace(b"##[", b"##\\u005b")
    return text.decode()


def _sound(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, Mapping):
        return {_sound(key): _sound(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_sound(item) for item in value]
    if isinstance(value, int) and not -(2**63) <= value < 2**64:
        return str(value)
    return value
