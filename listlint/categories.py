"""Category answers: what a platform serves on a category, read by data, judged by JSON Schema.

Which attributes a category asks for, which values it takes and which words a title must hold are
known only to the platform. A saved answer of its API tells them; ``x-categories`` in the
platform's listing.json tells where in the answer each fact stands. This module knows no platform,
no rule and no file.

``x-categories`` (pointers as in RFC 6901; ``*`` stands for each item of an array)::

    {
      "source": "…",              key of x-sources: who states the facts
      "id": "/…",                 the category's id, a string or a number
      "title_must": "/…",         words of which a title holds at least one
      "title_must_not": "/…",     words that a title never holds
      "separator": ",",           what parts words that stand in one string
      "attributes": {
        "each": "/…/*",           the attributes; all pointers below lead on from there
        "names": ["/…"],          the attribute's name, and the same in other languages
        "skip": [TEST…],          it is no attribute of a listing, such as the brand
        "required": [TEST…],      a listing must state it
        "in_variants": [TEST…],   it may stand as an option of the variants instead
        "single": [TEST…],        it takes one value
        "number": [TEST…],        its value is a number
        "open": [TEST…],          it takes values that are not listed
        "values": {"each": "/…/*", "names": ["/…"]}
      }
    }

Only ``id`` is needed. A TEST is ``{"at": "/…", "equals": "1"}``; of several, one must hold.
Strings and numbers are compared as text, since answers write both ``1`` and ``"1"``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from listlint.model import Pointer, parse_pointer, pointer_text

_BETWEEN_WORDS = re.compile(r"(?<=[^\W_])[ _-]+(?=[^\W_])")


class AttributeRule(NamedTuple):
    """What a category says of one attribute.

    *names* holds its name and the same in other languages, *values* the same for each listed
    value; no *values* means that any will do. *in_variants* lets an option of the variants stand
    in for it, *single* takes one value only, *number* takes numbers only.
    """

    names: tuple[str, ...]
    required: bool = False
    in_variants: bool = False
    single: bool = False
    number: bool = False
    values: tuple[tuple[str, ...], ...] = ()


class Category(NamedTuple):
    """What a platform serves on one category.

    A title holds at least one word of *title_must* (where there are any) and none of
    *title_must_not*. *attributes* maps each attribute's first name to what is asked of it, and
    *required_attributes* names those that no listing may lack.
    """

    id: str = ""
    title_must: tuple[str, ...] = ()
    title_must_not: tuple[str, ...] = ()
    attributes: Mapping[str, AttributeRule] = {}  # of a tuple: never written

    @property
    def required_attributes(self) -> tuple[str, ...]:
        """The first names of the attributes that a listing must state."""
        return tuple(name for name, each in self.attributes.items() if each.required)


class AnswerError(ValueError):
    """A saved answer has not the form that the platform's ``x-categories`` tells.

    *pointer* leads to the place in the answer.
    """

    def __init__(self, pointer: Pointer, sentence: str) -> None:
        super().__init__(f"{pointer_text(pointer) or 'the answer'}: {sentence}")
        self.pointer = pointer


def read_answer(shape: Mapping[str, Any], answer: Any) -> dict[str, Category]:
    """The categories of a saved *answer*, by id; an array of answers is read item by item.

    *shape* is the platform's ``x-categories``. Of two answers on one category the later counts.
    AnswerError where the answer has another form.
    """
    answers = enumerate(answer) if isinstance(answer, list) else [(None, answer)]
    read = (_category(shape, each, () if index is None else (index,)) for index, each in answers)
    return {category.id: category for category in read}


def _category(shape: Mapping[str, Any], answer: Any, at: Pointer) -> Category:
    if not isinstance(answer, dict):
        raise AnswerError(at, "an object is expected here, one category's answer.")
    served = _Served(answer, at)
    separator = shape.get("separator")
    return Category(
        id=_id(served, shape["id"]),
        title_must=served.words(shape.get("title_must"), separator),
        title_must_not=served.words(shape.get("title_must_not"), separator),
        attributes=dict(_attributes(served, shape["attributes"])) if "attributes" in shape else {},
    )


def _id(served: _Served, pointer: str) -> str:
    name = served.text(pointer)
    if not name:
        raise AnswerError(served.below(pointer), "no category id. Save the whole answer.")
    return name


def _attributes(served: _Served, shape: Mapping[str, Any]) -> Iterator[tuple[str, AttributeRule]]:
    for each in served.each(shape["each"]):
        names = each.texts(shape["names"])
        if not names:
            raise AnswerError(each.below(shape["names"][0]), "the attribute has no name.")
        if each.passes(shape.get("skip")):
            continue
        rule = AttributeRule(
            names=names,
            required=each.passes(shape.get("required")),
            in_variants=each.passes(shape.get("in_variants")),
            single=each.passes(shape.get("single")),
            number=each.passes(shape.get("number")),
            values=() if each.passes(shape.get("open")) else _values(each, shape.get("values")),
        )
        yield names[0], rule


def _values(attribute: _Served, shape: Mapping[str, Any] | None) -> tuple[tuple[str, ...], ...]:
    """The listed values of *attribute*, each with its names; a nameless one is passed over."""
    if shape is None:
        return ()
    named = (value.texts(shape["names"]) for value in attribute.each(shape["each"]))
    return tuple(names for names in named if names)


class _Served(NamedTuple):
    """A part of an answer, at *at* of the whole."""

    value: Any
    at: Pointer

    def below(self, pointer: str) -> Pointer:
        return (*self.at, *parse_pointer(pointer))

    def get(self, pointer: str) -> Any:
        """What *pointer* leads to; None where it leads nowhere."""
        value = self.value
        for part in parse_pointer(pointer):
            value = value.get(part) if isinstance(value, dict) else None
        return value

    def each(self, pointer: str) -> Iterator[_Served]:
        """The objects that *pointer*, which ends in ``/*``, leads to; none where null is served."""
        above = pointer.removesuffix("/*")
        items = self.get(above)
        if items is None:
            return
        if not isinstance(items, list):
            raise AnswerError(self.below(above), "an array is expected here.")
        for index, item in enumerate(items):
            if not isinstance(item, dict):
                raise AnswerError((*self.below(above), index), "an object is expected here.")
            yield _Served(item, (*self.below(above), index))

    def text(self, pointer: str) -> str:
        """The string or number at *pointer* as text without outer spaces; empty where null."""
        value = self.get(pointer)
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise AnswerError(self.below(pointer), "a string or a number is expected here.")
        return str(value).strip()

    def texts(self, pointers: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(text for each in pointers if (text := self.text(each))))

    def words(self, pointer: str | None, separator: str | None) -> tuple[str, ...]:
        """The words at *pointer*: an array of them, or one string that *separator* parts."""
        value = None if pointer is None else self.get(pointer)
        if value is None:
            return ()
        if isinstance(value, str):
            value = value.split(separator) if separator else [value]
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise AnswerError(self.below(pointer or ""), "words are expected here.")
        return tuple(dict.fromkeys(stripped for word in value if (stripped := word.strip())))

    def passes(self, tests: Sequence[Mapping[str, str]] | None) -> bool:
        """Whether one of *tests* holds."""
        return any(self.text(test["at"]) == str(test["equals"]) for test in tests or ())


def category_schema(category: Category, source: str | None = None) -> dict[str, Any]:
    """What *category* asks of a listing's attributes, as a JSON Schema to add to the platform's.

    Names and values count as equal where only case differs, or what stands between words (spaces,
    hyphens, underscores): the platform takes ids, so no listing is wrong for a capital.
    Findings are named ``attributes/required``, ``attributes/enum``, ``attributes/max-items`` and
    ``attributes/pattern``; *source* is the key of ``x-sources`` that they carry.
    """
    missing = [
        {
            "not": _lacking(rule),
            "x-message": f"No attribute {_literal(name)}. The category asks for it: add it.",
            "x-limits": {"not": _limit("attributes/required", source)},
        }
        for name, rule in category.attributes.items()
        if rule.required
    ]
    judged = {
        _spellings(rule.names): values
        for name, rule in category.attributes.items()
        if (values := _value_schema(name, rule, source))
    }
    schema: dict[str, Any] = {}
    if missing:
        schema["allOf"] = missing
    if judged:
        schema["properties"] = {"attributes": {"patternProperties": judged}}
    return schema


def _lacking(rule: AttributeRule) -> dict[str, Any]:
    """The schema of a listing that states the attribute nowhere."""
    lacking = {"propertyNames": {"not": {"pattern": _spellings(rule.names)}}}
    properties: dict[str, Any] = {"attributes": lacking}
    if rule.in_variants:
        properties["variants"] = {"items": {"properties": {"options": lacking}}}
    return {"properties": properties}


def _value_schema(name: str, rule: AttributeRule, source: str | None) -> dict[str, Any]:
    if rule.values:
        allowed = _literal(", ".join(names[0] for names in rule.values))
        known: dict[str, Any] = {
            "pattern": _spellings([each for names in rule.values for each in names]),
            "x-message": f"The category has no such {_literal(name)}. Use one of: {allowed}.",
            "x-limits": {"pattern": _limit("attributes/enum", source)},
        }
    elif rule.number:
        known = {
            "pattern": "^-?[0-9]+([.][0-9]+)?$",
            "x-message": f"{_literal(name)} takes a number alone. Leave units and words out.",
            "x-limits": {"pattern": _limit("attributes/pattern", source)},
        }
    else:
        known = {}
    schema: dict[str, Any] = {}
    if known:
        schema["allOf"] = [known]
        schema["items"] = known
    if rule.single:
        schema["maxItems"] = 1
        schema["x-limits"] = {"maxItems": _limit("attributes/max-items", source)}
    return schema


def _limit(name: str, source: str | None) -> dict[str, str]:
    limit = {"severity": "error", "name": name}
    return {**limit, "source": source} if source else limit


def _literal(text: str) -> str:
    """*text* for a message template, in which braces name data."""
    return text.replace("{", "{{").replace("}", "}}")


def _spellings(texts: Sequence[str]) -> str:
    """A regular expression for any of *texts*, in any case; Python, Rust and JavaScript alike."""
    return f"^ *({'|'.join(map(_spelling, texts))}) *$"


def _spelling(text: str) -> str:
    return "[ _-]+".join("".join(map(_either_case, part)) for part in _BETWEEN_WORDS.split(text))


def _either_case(char: str) -> str:
    lower, upper = char.lower(), char.upper()
    if lower != upper and len(lower) == len(upper) == 1:
        return f"[{lower}{upper}]"
    return f"\\{char}" if char in "^$\\.*+?()[]{}|/" else char
