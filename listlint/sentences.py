"""What a broken keyword of a schema says, in our words.

No message of a schema library reaches a user. A sentence is a template and a function that finds
the facts which fill it. This module knows no schema library and no platform.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from listlint.model import Pointer
from listlint.namedtuples import NamedTuple

Facts = Mapping[str, object]


class Sentence(NamedTuple):
    """What a broken keyword says, and how the facts of that saying are found.

    *facts* maps (value, limit, what) to the template's fields; *what* is the value's name in
    words, as `named` gives it.
    """

    template: str
    facts: Callable[[Any, Any, str], Facts]


def width(text: str) -> int:
    """The width of *text* in half-width columns: a Chinese or full-width character counts 2."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def utf8_bytes(text: str) -> int:
    """How many bytes *text* takes in UTF-8."""
    return len(text.encode("utf-8", "surrogatepass"))


def word_count(text: str) -> int:
    """How many words, told apart by spaces, *text* has."""
    return len(text.split())


def named(pointer: Pointer) -> str:
    """What stands at *pointer*, in words: ``package weight kg``, ``images``, ``keyword 2``."""
    if not pointer:
        return "the listing"
    *_, last = pointer
    if isinstance(last, int):
        return f"{named(pointer[:-1]).removesuffix('s')} {last + 1}"
    return str(last).replace("_", " ")


def called(pointer: Pointer) -> str:
    """As `named`, but what an entry keeps in ``value`` is called by the entry."""
    if len(pointer) > 2 and pointer[-1] == "value":
        return named(pointer[:-1])
    return named(pointer)


def capital(text: str) -> str:
    """*text* as the beginning of a sentence; all but its first letter stays as it is."""
    return text[:1].upper() + text[1:]


def alike(entries: list[Any], selectors: Sequence[str] | None) -> list[list[int]]:
    """Which of *entries*, by their index, agree in what *selectors* name (None: in everything).

    What is no object is passed over, as a selector that an object has not.
    """
    groups: dict[object, list[int]] = {}
    for index, entry in enumerate(entries):
        if isinstance(entry, dict):
            names = entry if selectors is None else selectors
            key = frozenset((name, _comparable(entry[name])) for name in names if name in entry)
            groups.setdefault(key, []).append(index)
    return list(groups.values())


def _comparable(value: Any) -> object:
    """*value* as JSON Schema compares it: 1 equals 1.0, but true does not."""
    if isinstance(value, dict):
        return frozenset((name, _comparable(each)) for name, each in value.items())
    if isinstance(value, list):
        return tuple(_comparable(each) for each in value)
    return ("boolean", value) if isinstance(value, bool) else value


def fields_of(template: str) -> set[str]:
    """The names of the fields that *template* shows; ValueError where it cannot be filled so."""
    import string

    fields = set()
    for _, name, form, conversion in string.Formatter().parse(template):
        if form or conversion:
            raise ValueError(f"{{{name}}} takes no form")
        if name is not None:
            fields.add(name)
    return fields


def shown(value: object, length: int = 60) -> str:
    """*value* as a sentence shows it: a text as it is, all else as JSON; cut to *length*."""
    if not isinstance(value, str):
        import json

        value = json.dumps(value, ensure_ascii=False)
    return value if len(value) <= length else value[: length - 1] + "…"


def _number(value: float) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _counted(count: int, plural: str) -> str:
    return f"{count} {plural.removesuffix('s') if count == 1 else plural}"


def _too_long(measure: Callable[[str], int], units: str) -> Sentence:
    def facts(value: str, limit: int, what: str) -> Facts:
        size = measure(value)
        return {"what": capital(what), "actual": _counted(size, units), "limit": limit,
                "excess": size - limit}  # fmt: skip

    template = "{what} has {actual}; at most {limit} are allowed. Shorten it by {excess}."
    return Sentence(template, facts)


def _too_many(value: Any, limit: int, what: str) -> Facts:
    return {"what": capital(what), "actual": _counted(len(value), what), "limit": limit,
            "excess": len(value) - limit}  # fmt: skip


def _too_few(value: Any, limit: int, what: str) -> Facts:
    return {"what": capital(what), "actual": _counted(len(value), what), "limit": limit,
            "lacking": limit - len(value)}  # fmt: skip


def _compared(value: float, limit: float, what: str) -> Facts:
    return {"what": capital(what), "actual": _number(value), "limit": _number(limit)}


def _quoted(value: Any, limit: Any, what: str) -> Facts:
    return {"what": capital(what), "actual": shown(value)}


def _refused(value: Any, limit: Any, what: str) -> Facts:
    names = limit.get("required") if isinstance(limit, dict) else None
    if names and isinstance(value, dict):  # what is refused is that they stand there
        value = ", ".join(map(str, names)).replace("_", " ")
    return _quoted(value, limit, what)


def _nothing(value: Any, limit: Any, what: str) -> Facts:
    return {"what": capital(what)}


def _limited(value: Any, limit: Any, what: str) -> Facts:
    return {"what": capital(what), "limit": limit}


_TYPES = {
    "string": "text in quotes",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list […]",
    "object": "an object {…}",
    "null": "null",
}


def _types(value: Any, limit: str | list[str], what: str) -> Facts:
    allowed = [limit] if isinstance(limit, str) else [each for each in limit if each != "null"]
    return {
        "what": capital(what),
        "actual": _kind(value),
        "limit": " or ".join(_TYPES[each] for each in allowed),
    }


def _kind(value: object) -> str:
    for kinds, word in (
        (bool, "true or false"),
        (str, "text"),
        (int | float, "a number"),
        (list, "a list"),
        (dict, "an object"),
    ):
        if isinstance(value, kinds):
            return word
    return "null"


def _allowed(value: Any, limit: list[Any], what: str) -> Facts:
    # That a field may be null, to take it out in an overlay, is no help here.
    allowed = [each for each in limit if each is not None] or limit
    return {
        "what": capital(what),
        "actual": shown(value, 40),
        "limit": shown(", ".join(map(shown, allowed)), 90),
    }


_FORMATS = {
    "date": "a day such as 2026-11-21",
    "date-time": "a day and time such as 2026-11-21T09:30:00Z",
    "time": "a time such as 09:30:00Z",
    "uri": "a web address such as https://shop.example/1.jpg",
    "email": "an e-mail address",
}


def _form(value: Any, limit: str, what: str) -> Facts:
    wanted = _FORMATS.get(limit, f"of the form “{limit}”")
    return {"what": capital(what), "actual": shown(value, 40), "limit": wanted}


def _short_of_bytes(value: str, limit: int, what: str) -> Facts:
    size = _counted(utf8_bytes(value), "bytes")
    return {"what": capital(what), "actual": size, "limit": limit}


def _listed(words: Sequence[object]) -> str:
    *first, last = map(str, words)
    return f"{', '.join(first)} and {last}" if first else last


def _agreeing(group: Sequence[int], selectors: Sequence[str] | None, what: str) -> Facts:
    same = [name.replace("_", " ") for name in selectors or ()]
    return {
        "what": capital(what),
        "entries": _listed([index + 1 for index in group[:5]]),
        "same": _listed(same or ["content"]),
    }


def _too_many_agree(value: list[Any], limit: tuple[int, list[str] | None], what: str) -> Facts:
    most = max(alike(value, limit[1]), key=len)
    told = _agreeing(most, limit[1], what)
    return {**told, "limit": limit[0], "excess": len(most) - limit[0]}


def _too_few_agree(value: list[Any], limit: tuple[int, list[str] | None], what: str) -> Facts:
    fewest = min(alike(value, limit[1]), key=len)
    told = _agreeing(fewest, limit[1], what)
    return {**told, "limit": limit[0], "lacking": limit[0] - len(fewest)}


SENTENCES: Mapping[str, Sentence] = {
    "required": Sentence("No {field}. It is mandatory: add it.", _nothing),
    "dependentRequired": Sentence("No {field}. It is mandatory: add it.", _nothing),
    "unknown-field": Sentence("“{field}” is no field that is known here; {hint}", _nothing),
    "type": Sentence("{what} is {actual}; it must be {limit}.", _types),
    "maxItems": Sentence("{actual}; at most {limit} are allowed. Remove {excess}.", _too_many),
    "minItems": Sentence("{actual}; at least {limit} are needed. Add {lacking}.", _too_few),
    "maxProperties": Sentence("{actual}; at most {limit} are allowed. Remove {excess}.", _too_many),
    "minProperties": Sentence("{actual}; at least {limit} are needed. Add {lacking}.", _too_few),
    "uniqueItems": Sentence("{what}: an entry stands here twice. Remove one.", _nothing),
    "contains": Sentence("{what}: no entry is one that must be there.", _nothing),
    "minContains": Sentence(
        "{what}: too few entries are what must be there; at least {limit} are needed.", _limited
    ),
    "maxContains": Sentence(
        "{what}: too many entries are of one kind; at most {limit} are allowed.", _limited
    ),
    "maxLength": _too_long(len, "characters"),
    "maxWidth": _too_long(width, "columns (a Chinese character counts 2)"),
    "maxUtf8Bytes": _too_long(utf8_bytes, "bytes"),
    "maxWords": _too_long(word_count, "words"),
    "minLength": Sentence(
        "{what} has {actual}; at least {limit} are needed. Write more.",
        lambda value, limit, what: {
            "what": capital(what),
            "actual": _counted(len(value), "characters"),
            "limit": limit,
        },
    ),
    "maximum": Sentence("{what} is {actual}; at most {limit} is allowed.", _compared),
    "minimum": Sentence("{what} is {actual}; at least {limit} is needed.", _compared),
    "exclusiveMaximum": Sentence("{what} is {actual}; it must be below {limit}.", _compared),
    "exclusiveMinimum": Sentence("{what} is {actual}; it must be above {limit}.", _compared),
    "multipleOf": Sentence("{what} is {actual}; it must be a multiple of {limit}.", _compared),
    "enum": Sentence("{what}: “{actual}” is not allowed. Allowed: {limit}.", _allowed),
    "const": Sentence(
        "{what}: “{actual}” is not allowed; it must be “{limit}”.",
        lambda value, limit, what: _allowed(value, [limit], what),
    ),
    "pattern": Sentence("{what}: “{actual}” has not the form that is asked for.", _quoted),
    "not": Sentence("{what}: “{actual}” is not allowed.", _refused),
    "falseSchema": Sentence("{what} is not allowed here. Remove it.", _nothing),
    "anyOf": Sentence("{what} has none of the forms that are allowed.", _nothing),
    "oneOf": Sentence("{what} must have exactly one of the forms that are allowed.", _nothing),
    "format": Sentence("{what}: “{actual}” is not {limit}.", _form),
    "maxUtf8ByteLength": _too_long(utf8_bytes, "bytes"),
    "minUtf8ByteLength": Sentence(
        "{what} has {actual}; at least {limit} are needed. Write more.", _short_of_bytes
    ),
    "maxUniqueItems": Sentence(
        "{what}: entries {entries} have the same {same}; at most {limit} may. Remove {excess}.",
        _too_many_agree,
    ),
    "minUniqueItems": Sentence(
        "{what}: too few entries have the same {same} as entry {entries}; at least {limit} are"
        " needed. Add {lacking}.",
        _too_few_agree,
    ),
    "enumDeprecated": Sentence(
        "{what}: “{actual}” is going out of use. Use one of: {limit}.", _allowed
    ),
    "replacedBy": Sentence("{what} is going out of use. Use {limit} instead.", _limited),
    "openEnum": Sentence(
        "{what}: “{actual}” is not in the platform's list, which it is compared with later."
        " In the list: {limit}.",
        _allowed,
    ),
}
"""Keyword → its sentence. A schema may give a better one for its place: ``x-message`` beside it."""

COMPLETED: Mapping[str, str] = {"maxUniqueItems": "selectors", "minUniqueItems": "selectors"}
"""Keyword → another that stands beside it and completes it: its limit is both, as a pair."""

FOREIGN = frozenset(
    {"format", "maxUtf8ByteLength", "minUtf8ByteLength", "maxUniqueItems", "minUniqueItems"}
    | {"enumDeprecated", "replacedBy", "openEnum"}
)
"""Of the sentences, those for schemas that a platform wrote: in ours these words bind nothing."""
