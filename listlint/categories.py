"""Category answers: what a platform serves on a category, read by data.

Which attributes a category asks for, which values it takes and which words a title must hold are
known only to the platform. A saved answer of its API tells them; ``x-categories`` in the
platform's listing.json tells where in the answer each fact stands. This module knows no platform,
no rule and no file; ``categoryschema`` judges listings by what is read here.

``x-categories`` (pointers as in RFC 6901; ``*`` stands for each item of an array, and a text on
the way that holds JSON is read through)::

    {
      "source": "…",              key of x-sources: who states the facts
      "id": "/…",                 the category's id; without it, the file's name is the id
      "title_must": "/…",         words of which a title holds at least one
      "title_must_not": "/…",     words that a title never holds
      "separator": ",",           what parts words that stand in one string
      "attributes": {
        "each": "/…/*",           the attributes; all pointers below lead on from there
        "names": ["/…"],          the attribute's name, the same in other languages, its id
        "skip": [TEST…],          it is no attribute of a listing
        "fields": {"brand": [TEST…]},  the listing's field may state it instead
        "required": [TEST…],      a listing must state it
        "required_when": WHEN,    a listing must state it beside certain other values
        "allowed_when": WHEN,     a listing may state it beside certain other values only
        "in_variants": [TEST…],   it may stand as an option of the variants instead
        "single": [TEST…],        it takes one value
        "max_values": "/…",       how many values it takes
        "open": [TEST…],          it takes values that are not listed
        "max_own": "/…",          how many that are not listed
        "number": [TEST…],        a value that is not listed is a number
        "minimum": "/…", "maximum": "/…", "decimals": "/…",    of that number
        "units": "/…",            an array: what may follow that number
        "text": [TEST…],          a value that is not listed is a text
        "max_length": "/…",       of that text, in characters
        "values": {"each": "/…/*", "names": ["/…"]}
      },
      "limits": [{"if": [TEST…], "schema": {…}}],    limits of the whole listing
      "rules": {"price/spread": {"max-ratio": "/…"}} options of rules, in this category
    }

A TEST is ``{"at": "/…", "equals": "1"}``, or ``"not"`` for the opposite; either may list several
texts. ``{"all": [TEST…]}`` asks for all of them; of several TESTs, one must hold. Strings, numbers
and booleans are compared as text, since answers write both ``1`` and ``"1"``; nothing is ``""``; of
an array, one item must be equal (for ``not``: none may be). Where a number counts, 0 and null set
no limit, but for ``decimals``, ``minimum`` and ``maximum``.

WHEN leads to other attributes and their values: ``{"if": [TEST…], "any": "/…/*", "all": "/*",
"attribute": "/…", "values": "/…"}``. Of what ``any`` leads to, one must hold; of each of these,
all that ``all`` leads to; each names an ``attribute`` and one or several ``values`` (none: any
value), by a name or an id. Without ``any``, ``all`` leads on from the attribute itself.

Other forms of answer have ``"form"``: ``item-schema``, see ``itemschema``, and
``product-type-definition``, whose files are JSON Schemas that need no reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from listlint.model import Pointer, parse_pointer
from listlint.namedtuples import NamedTuple
from listlint.served import AnswerError, Served
from listlint.spellings import one_of, stating


class Form(NamedTuple):
    """What a value is like that no list holds: a number within bounds, or a text.

    *above_minimum* and *below_maximum* leave the bounds themselves out. *units* may follow a
    number. *max_length* and *min_length* count characters, *max_width* a Chinese one as two.
    """

    number: bool = False
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    above_minimum: bool = False
    below_maximum: bool = False
    decimals: int | None = None
    least_decimals: int = 0
    units: tuple[str, ...] = ()
    pattern: str = ""
    max_length: int | None = None
    max_width: int | None = None
    min_length: int | None = None


class AttributeRule(NamedTuple):
    """What a category says of one attribute.

    *names* holds its name, the same in other languages and its id, *values* the same for each
    listed value; where there are none, or *open*, others will do, of the *form* if it is known.
    *in_variants* lets an option of the variants stand in for it, *field* a field of the listing.
    It takes from *least* to *most* values (0: any number), *most_own* of them not listed.
    *required_when* and *allowed* are schemas of the listings that must or may state it.
    """

    names: tuple[str, ...]
    required: bool = False
    in_variants: bool = False
    values: tuple[tuple[str, ...], ...] = ()
    open: bool = False
    form: Form | None = None
    most: int = 0
    least: int = 0
    most_own: int = 0
    field: str = ""
    required_when: Mapping[str, Any] | None = None
    allowed: Mapping[str, Any] | None = None


class Category(NamedTuple):
    """What a platform serves on one category.

    A title holds at least one word of *title_must* (where there are any) and none of
    *title_must_not*. *attributes* maps each attribute's first name to what is asked of it, and
    *required_attributes* names those that no listing may lack. *schemas* are limits of the whole
    listing, with their names and sources. *options* maps rule → option → the category's value.
    *definition* is a product type definition as the platform serves it.
    """

    id: str = ""
    title_must: tuple[str, ...] = ()
    title_must_not: tuple[str, ...] = ()
    attributes: Mapping[str, AttributeRule] = {}  # of a tuple: never written
    schemas: tuple[Mapping[str, Any], ...] = ()
    options: Mapping[str, Mapping[str, float]] = {}
    definition: Mapping[str, Any] | None = None

    @property
    def required_attributes(self) -> tuple[str, ...]:
        """The first names of the attributes that a listing must state."""
        return tuple(name for name, each in self.attributes.items() if each.required)


def read_answer(shape: Mapping[str, Any], answer: Any, name: str = "") -> dict[str, Category]:
    """The categories of a saved *answer*, by id; an array of answers is read item by item.

    *shape* is the platform's ``x-categories``. *name* is the id of the category where the answer
    does not state it. Of two answers on one category the later counts. AnswerError where the
    answer has another form.
    """
    if isinstance(answer, list) and "id" not in shape:
        raise AnswerError((), "no answer states its category. Save each in a file named by its id.")
    answers = enumerate(answer) if isinstance(answer, list) else [(None, answer)]
    read = (
        _category(shape, each, () if index is None else (index,), name) for index, each in answers
    )
    return {category.id: category for category in read}


def _category(shape: Mapping[str, Any], answer: Any, at: Pointer, name: str) -> Category:
    if not isinstance(answer, dict):
        raise AnswerError(at, "an object is expected here, one category's answer.")
    served = Served(answer, at)
    separator = shape.get("separator")
    attributes = shape.get("attributes")
    rules = shape.get("rules", {})
    return Category(
        id=_id(served, shape, name),
        title_must=served.words(shape.get("title_must"), separator),
        title_must_not=served.words(shape.get("title_must_not"), separator),
        attributes=_attributes(served, attributes) if attributes else {},
        schemas=tuple(
            limit["schema"] for limit in shape.get("limits", ()) if served.passes(limit["if"])
        ),
        options={
            rule: found for rule, each in rules.items() if (found := dict(_options(served, each)))
        },
    )


def _id(served: Served, shape: Mapping[str, Any], name: str) -> str:
    """The category's id, by which all else is known: without one, nothing is a whole answer."""
    if "id" not in shape:
        top = "/" + parse_pointer(shape["attributes"]["each"])[0] if "attributes" in shape else ""
        if top and not isinstance(served.get(top), dict):
            raise AnswerError(
                served.below(top), "no answer about a category. Save the whole answer."
            )
        return name
    pointer = shape["id"]
    name = served.text(pointer)
    if not name:
        raise AnswerError(served.below(pointer), "no category id. Save the whole answer.")
    return name


def _options(served: Served, pointers: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    for option, pointer in pointers.items():
        value = served.number(pointer)
        if value:
            yield option, int(value) if value == int(value) else float(value)


def _attributes(served: Served, shape: Mapping[str, Any]) -> dict[str, AttributeRule]:
    kept: list[tuple[Served, tuple[str, ...]]] = []
    for each in served.each(shape["each"]):
        names = each.texts(shape["names"])
        if not names:
            raise AnswerError(each.below(shape["names"][0]), "the attribute has no name.")
        if not each.passes(shape.get("skip")):
            kept.append((each, names))
    known = _Known(shape, kept)
    return {names[0]: _attribute(each, names, shape, known) for each, names in kept}


def _attribute(
    each: Served, names: tuple[str, ...], shape: Mapping[str, Any], known: _Known
) -> AttributeRule:
    fields = shape.get("fields", {})
    values = _values(each, shape.get("values"))
    return AttributeRule(
        names=names,
        required=each.passes(shape.get("required")),
        in_variants=each.passes(shape.get("in_variants")),
        values=tuple(values),
        open=each.passes(shape.get("open")),
        form=_form(each, shape),
        most=1 if each.passes(shape.get("single")) else each.count(shape.get("max_values")),
        most_own=each.count(shape.get("max_own")),
        field=next((field for field, tests in fields.items() if each.passes(tests)), ""),
        required_when=known.when(each, shape.get("required_when")),
        allowed=known.when(each, shape.get("allowed_when")),
    )


def _form(attribute: Served, shape: Mapping[str, Any]) -> Form | None:
    """What a value of *attribute* is like that is not listed, where the answer tells."""
    if attribute.passes(shape.get("number")):
        decimals = attribute.number(shape.get("decimals"))
        return Form(
            number=True,
            minimum=attribute.number(shape.get("minimum")),
            maximum=attribute.number(shape.get("maximum")),
            decimals=None if decimals is None else int(decimals),
            units=attribute.words(shape.get("units"), None),
        )
    if attribute.passes(shape.get("text")):
        return Form(max_length=attribute.count(shape.get("max_length")) or None)
    return None


def _values(attribute: Served, shape: Mapping[str, Any] | None) -> Iterator[tuple[str, ...]]:
    """The listed values of *attribute*, each with its names; a nameless one is passed over."""
    if shape is not None:
        named = (value.texts(shape["names"]) for value in attribute.each(shape["each"]))
        yield from (names for names in named if names)


class _Known(NamedTuple):
    """All attributes of a category, by which conditions on some of them are told."""

    shape: Mapping[str, Any]
    attributes: Sequence[tuple[Served, tuple[str, ...]]]

    def when(self, attribute: Served, when: Mapping[str, Any] | None) -> dict[str, Any] | None:
        """The schema of the listings for which *when* holds; None where nothing is asked."""
        if when is None or not attribute.passes(when.get("if", ALWAYS)):
            return None
        ways = [attribute] if "any" not in when else attribute.each(when["any"])
        found = [
            {"allOf": asked}
            for way in ways
            if (asked := [self._stating(each, when) for each in way.each(when["all"])])
        ]
        return {"anyOf": found} if found else None

    def _stating(self, condition: Served, when: Mapping[str, Any]) -> dict[str, Any]:
        name = condition.text(when["attribute"])
        served, names = next(
            (each for each in self.attributes if name in each[1]), (condition, (name,))
        )
        listed = _values(served, self.shape.get("values")) if served is not condition else ()
        same = {each: value for value in listed for each in value}
        wanted = [
            text for each in condition.items(when["values"]) for text in same.get(each, (each,))
        ]
        return stating(names, one_of(wanted) if wanted else None, in_variants=True)


ALWAYS: Sequence[Mapping[str, Any]] = ({"all": ()},)
"""A list of tests that always passes."""
