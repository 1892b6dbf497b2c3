"""Whether a value surely fits a schema: the verdict on a clean product without the validator.

To load the native validator takes longer than all else that one product costs. So the first
values of a run are looked at here, by the keywords that our schemas are made of. Only a yes
counts: where the answer is no, or a schema says what is not known here, the validator has the
word. Tests hold the two to one verdict.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from listlint.sentences import utf8_bytes, width, word_count
from listlint.wordscan import Search, prepared, searcher


class UnsureError(Exception):
    """The validator has to tell."""


def surely_fits(value: Any, schema: Mapping[str, Any]) -> bool:
    """Whether *value*, as a JSON parser gives it, is known to be valid by *schema*."""
    try:
        return _fits(value, schema, schema)
    except (UnsureError, RecursionError):
        return False


def _fits(value: Any, schema: Any, root: Any) -> bool:
    """Whether *value* is valid by *schema*, a part of *root*; UnsureError where it is not known."""
    if isinstance(schema, bool):
        return schema
    for keyword, stated in schema.items():
        test = _TESTS.get(keyword)
        if test is not None:
            if not test(value, stated, schema, root):
                return False
        elif keyword not in _TELLING and not keyword.startswith("x-"):
            raise UnsureError
    return True


_TELLING = {"$schema", "$defs", "title", "description", "then", "else", "default", "examples"}
"""Keywords that ask for nothing, or for nothing by themselves."""


def _has_type(value: Any, stated: Any, schema: Any, root: Any) -> bool:
    wanted = stated if isinstance(stated, list) else [stated]
    if type(value) is float and "integer" in wanted and "number" not in wanted:
        raise UnsureError  # 1.0 is one
    if type(value) not in _TYPES:
        raise UnsureError
    return any(each in _TYPES[type(value)] for each in wanted)


_TYPES: Mapping[type, tuple[str, ...]] = {
    dict: ("object",),
    list: ("array",),
    str: ("string",),
    int: ("integer", "number"),
    float: ("number",),
    bool: ("boolean",),
    type(None): ("null",),
}


def _refers(value: Any, stated: str, schema: Any, root: Any) -> bool:
    first, *parts = stated.split("/")
    if first != "#" or "~" in stated or "%" in stated:
        raise UnsureError
    found = root
    for part in parts:
        found = found[part]
    return _fits(value, found, root)


def _has_properties(value: Any, stated: Any, schema: Any, root: Any) -> bool:
    if not isinstance(value, dict):
        return True
    return all(_fits(value[name], stated[name], root) for name in stated if name in value)


def _has_alike(value: Any, stated: Any, schema: Any, root: Any) -> bool:
    """``patternProperties``."""
    if not isinstance(value, dict):
        return True
    return all(
        _fits(each, below, root)
        for pattern, below in stated.items()
        for name, each in value.items()
        if _matches(pattern, name)
    )


def _has_others(value: Any, stated: Any, schema: Any, root: Any) -> bool:
    """``additionalProperties``."""
    if not isinstance(value, dict):
        return True
    known, patterns = schema.get("properties", ()), schema.get("patternProperties", ())
    return all(
        _fits(each, stated, root)
        for name, each in value.items()
        if name not in known and not any(_matches(pattern, name) for pattern in patterns)
    )


def _is_one_of(value: Any, stated: Any, schema: Any, root: Any) -> bool:
    if not (value is None or isinstance(value, str)):
        raise UnsureError  # numbers are equal or not in more than one way
    return value in stated


def _fits_if(value: Any, stated: Any, schema: Any, root: Any) -> bool:
    return _fits(value, schema.get("then" if _fits(value, stated, root) else "else", True), root)


def _matches(pattern: str, text: str) -> bool:
    look = prepared(text)
    if isinstance(look, str) and look.endswith("\n"):
        raise UnsureError  # Python's $ stands before it, too
    return _search(pattern)(look, 0) is not None


@cache
def _search(pattern: str) -> Search:
    """A search for *pattern*, if it is one that means the same in all libraries of patterns."""
    if _SPECIAL.search(pattern):
        raise UnsureError
    return searcher(pattern)


# Escapes, groups with a meaning, classes within classes, and operators on classes.
_SPECIAL = re.compile(r"\\|\(\?|\[[^]]*\[|&&|--|~~")

_Test = Callable[[Any, Any, Any, Any], bool]
"""(value, what stands beside the keyword, the schema that has it, the whole schema) → fits."""


def _number(allows: Callable[[Any, Any], bool]) -> _Test:
    def test(value: Any, stated: Any, schema: Any, root: Any) -> bool:
        return type(value) not in (int, float) or bool(allows(value, stated))

    return test


def _size(kind: type, measure: Callable[[Any], int], least: bool = False) -> _Test:
    def test(value: Any, stated: Any, schema: Any, root: Any) -> bool:
        if not isinstance(value, kind):
            return True
        size = measure(value)
        return bool(size >= stated if least else size <= stated)

    return test


_TESTS: Mapping[str, _Test] = {
    "type": _has_type,
    "$ref": _refers,
    "properties": _has_properties,
    "patternProperties": _has_alike,
    "additionalProperties": _has_others,
    "propertyNames": lambda value, stated, schema, root: (
        not isinstance(value, dict) or all(_fits(name, stated, root) for name in value)
    ),
    "required": lambda value, stated, schema, root: (
        not isinstance(value, dict) or all(name in value for name in stated)
    ),
    "items": lambda value, stated, schema, root: (
        not isinstance(value, list) or all(_fits(each, stated, root) for each in value)
    ),
    "enum": _is_one_of,
    "const": lambda value, stated, schema, root: _is_one_of(value, [stated], schema, root),
    "pattern": lambda value, stated, schema, root: (
        not isinstance(value, str) or _matches(stated, value)
    ),
    "allOf": lambda value, stated, schema, root: all(_fits(value, each, root) for each in stated),
    "not": lambda value, stated, schema, root: not _fits(value, stated, root),
    "if": _fits_if,
    "minimum": _number(lambda value, stated: value >= stated),
    "maximum": _number(lambda value, stated: value <= stated),
    "exclusiveMinimum": _number(lambda value, stated: value > stated),
    "exclusiveMaximum": _number(lambda value, stated: value < stated),
    "minLength": _size(str, len, least=True),
    "maxLength": _size(str, len),
    "minItems": _size(list, len, least=True),
    "maxItems": _size(list, len),
    "minProperties": _size(dict, len, least=True),
    "maxProperties": _size(dict, len),
    "maxWidth": _size(str, width),
    "maxUtf8Bytes": _size(str, utf8_bytes),
    "maxWords": _size(str, word_count),
}
