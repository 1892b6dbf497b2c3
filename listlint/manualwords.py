"""A limit in a few words, as the manual tells it: ``at most 8 entries``.

This module knows keywords alone: no platform, no page.
"""

from __future__ import annotations

from collections.abc import Mapping

from listlint.limits import Limit
from listlint.sentences import SENTENCES


def limit_words(limit: Limit, message: str | None = None) -> str:
    """What *limit* allows, in a few words: ``at most 8 entries``; *message* is the schema's own."""
    value = limit.value
    match limit.keyword:
        case "required":
            return "mandatory"
        case "dependentRequired":
            return "; ".join(f"with {each} also {', '.join(also)}" for each, also in value.items())
        case "type":
            return str(SENTENCES["type"].facts(None, value, "")["limit"])
        case "enum":
            listed = ", ".join(str(each) for each in value if each is not None)
            return f"one of: {listed}"
        case "const":
            return f"only “{value}”"
        case "enumDeprecated":
            return f"going out of use: {', '.join(map(str, value))}"
        case "openEnum":
            return f"in the platform's list: {', '.join(map(str, value))}"
        case "replacedBy":
            return f"going out of use for {value}"
        case "format":
            return f"written as {value}"
        case "pattern":
            if message is None:
                return f"of the form {value}"
            return message.removeprefix("“{actual}”: ").replace("{actual}", "…")
        case "uniqueItems":
            return "no entry twice"
        case "multipleOf":
            return f"a multiple of {value:,}"
        case keyword if keyword in _MEASURES:
            before, unit, after = _MEASURES[keyword]
            number = f"{value:,}"
            counted = f" {_unit(unit, value)}" if unit else ""
            return f"{before} {number}{counted}{after}"
    return f"{limit.keyword} {value}"


_MEASURES: Mapping[str, tuple[str, str, str]] = {
    "maxItems": ("at most", "entry", ""),
    "minItems": ("at least", "entry", ""),
    "minContains": ("at least", "entry", " of one kind"),
    "maxContains": ("at most", "entry", " of one kind"),
    "maxProperties": ("at most", "entry", ""),
    "minProperties": ("at least", "entry", ""),
    "maxLength": ("at most", "character", ""),
    "minLength": ("at least", "character", ""),
    "maxWidth": ("at most", "column", "; a Chinese character takes two"),
    "maxUtf8Bytes": ("at most", "byte", " in UTF-8"),
    "maxUtf8ByteLength": ("at most", "byte", " in UTF-8"),
    "minUtf8ByteLength": ("at least", "byte", " in UTF-8"),
    "maxUniqueItems": ("at most", "entry", " that agree"),
    "minUniqueItems": ("at least", "entry", " that agree"),
    "maxWords": ("at most", "word", ""),
    "maximum": ("at most", "", ""),
    "minimum": ("at least", "", ""),
    "exclusiveMaximum": ("below", "", ""),
    "exclusiveMinimum": ("above", "", ""),
}
"""Keyword → what stands before the number, what is counted, what stands behind."""


def _unit(one: str, count: float) -> str:
    if count == 1:
        return one
    return f"{one[:-1]}ies" if one.endswith("y") else f"{one}s"
