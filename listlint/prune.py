"""Taking out of a product what its schema refuses, so that no rule meets a wrong type.

Pointers of what is left are led back to the source, for array entries move up. This module
knows no rules and no platforms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from listlint.model import Pointer
from listlint.schema import Broken


def pruned(
    product: dict[str, Any], broken: Iterable[Broken]
) -> tuple[dict[str, Any], Callable[[Pointer], Pointer]]:
    """*product* without the values that *broken* names, and the way back for pointers.

    A value that lacks something mandatory, or would lack it then, goes as a whole; an unknown
    field goes alone. The product itself is not changed.
    """
    refused = {each.refused for each in broken}
    kept: dict[Pointer, list[int]] = {}
    result = _without(product, (), refused, kept)

    def back(pointer: Pointer) -> Pointer:
        source: Pointer = ()
        for part in pointer:
            if isinstance(part, int) and source in kept:
                part = kept[source][part]
            source = (*source, part)
        return source

    return result, back


def _without(value: Any, at: Pointer, refused: set[Pointer], kept: dict[Pointer, list[int]]) -> Any:
    if isinstance(value, dict):
        return {
            name: _without(each, (*at, name), refused, kept)
            for name, each in value.items()
            if (*at, name) not in refused
        }
    if isinstance(value, list):
        left = [index for index in range(len(value)) if (*at, index) not in refused]
        if len(left) < len(value):
            kept[at] = left
        return [_without(value[index], (*at, index), refused, kept) for index in left]
    return value
