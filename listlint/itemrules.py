"""What an item schema asks of a listing: its fields, bound to the listing's by data.

``x-categories`` of the platform::

    {
      "form": "item-schema",
      "source": "…",                     key of x-sources: who states the facts
      "answer": ["/…"],                  where the XML stands in an answer that is JSON
      "fields": {"title": "title", "price": "price.amount", "prop_20000": "brand",
                 "sku": "variants", "sku_price": "variants.price.amount", …},
      "attributes": "^(?:prop_|p-)([0-9]+)$"
    }

``fields`` says which field of a listing a field of the schema is; a ``multiComplex`` that is
``variants`` holds what builds these. ``attributes`` tells by a regular expression which of the
others are attributes (without it: all). An attribute is known by its shown name, its id and the
groups of that expression; so are values by shown name and id. All other fields (freight templates,
shop categories, …) are no business of a listing.

What is read: requiredRule, disableRule, readOnlyRule, valueTypeRule (integers, decimals, dates),
min/maxLengthRule, min/maxValueRule, min/maxInputNumRule, min/maxDecimalDigitsRule, regexRule (an
expression for the whole text that we can read), options, and on what each depends. A condition
that the listing cannot tell switches a rule off: silence rather than a false alarm.

Lengths in ``byte`` count a Chinese character as two, those in ``character`` as one: in answers of
the platform “60 byte” stands beside the hint “30 Chinese characters (60 characters)”, and
“6 character” beside “6 Chinese characters”. So a byte is one of GBK, never of UTF-8. A field whose
length stands without a unit has ``character`` in other answers. A least length in bytes is held to
be broken only if it is were every character a Chinese one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from listlint.categories import AttributeRule, Category, Form
from listlint.categoryschema import judged, limited
from listlint.itemschema import Field, Group, Rule, by_id, read_fields
from listlint.itemwhen import Conditions, Truth, all_of, any_of
from listlint.javaregex import readable
from listlint.namedtuples import NamedTuple
from listlint.numberforms import plain
from listlint.served import AnswerError
from listlint.spellings import Shape

_NUMBERS = ("integer", "long", "decimal", "double", "float")
_WHOLE = ("integer", "long")
_DATE = "^ *[0-9]{4}-[0-9]{2}-[0-9]{2} *$"
_NUMBERED = re.compile(r"[0-9]+$")


def read_item_schema(shape: Mapping[str, Any], text: bytes | str, name: str) -> Category:
    """The category *name* as the item schema *text* describes it; XmlFault where it is none."""
    fields = read_fields(text)
    reader = _Reader(shape, by_id(fields))
    reader.read(fields)
    return Category(
        id=name,
        attributes={rule.names[0]: rule for rule in reader.attributes()},
        schemas=tuple(reader.schemas),
    )


class _Reader:
    """Gathers what each field asks: attributes, and limits of the whole listing."""

    def __init__(self, shape: Mapping[str, Any], known: Mapping[str, Field]) -> None:
        self._source: str | None = shape.get("source")
        self._targets: Mapping[str, str] = shape.get("fields", {})
        self._attribute_ids = _expression(shape.get("attributes", ""))
        self._when = Conditions(known, self._targets, self._names)
        self._free = {each.name for each in known.values() if "heck" not in each.kind}
        """The shown names of fields that take any text, perhaps beside a list of the same name."""
        self._found: dict[str, list[AttributeRule]] = {}
        self.schemas: list[Shape] = []

    def attributes(self) -> Iterator[AttributeRule]:
        """One rule for each name: a list and a field for values of one's own are one attribute."""
        for same in self._found.values():
            yield _merged(same)

    def read(
        self, fields: Iterable[Field], above: Truth = False, *, in_variants: bool = False
    ) -> None:
        """Take in what *fields* ask, in listings where what holds them is not off: *above*."""
        for field in fields:
            target = self._targets.get(field.id)
            off = any_of([above, self._when.off(field)])
            if off is True or field.kind == "label":
                continue
            if target == "variants":
                self.read(field.fields, off, in_variants=True)
            elif target is not None and target != "brand":  # which may stand as an attribute
                self._limit(field, target.split("."), off)
            elif target is not None or self._names(field):
                self._attribute(field, target or "", off, in_variants)
            elif field.kind == "complex":
                self.read(field.fields, off, in_variants=in_variants)

    def _names(self, field: Field) -> tuple[str, ...]:
        """The names by which a listing may state *field*; none where it is no attribute."""
        found = self._attribute_ids.search(field.id)
        if found is None:
            return ()
        return tuple(dict.fromkeys((field.name, field.id, *filter(None, found.groups()))))

    # Fields of the listing

    def _limit(self, field: Field, target: Sequence[str], off: Truth) -> None:
        if target[0] != "variants":  # a variant takes from the product what it does not state
            needed = [self._when.required(field), _not_by_variants(target[0])]
            self._add(_required(target, self._source), off, all_of(needed))
        if field.kind in ("complex", "multiComplex"):
            limits = dict(_slots(field))
            for keyword, count in limits.items():
                self._add(_within(target, limited(keyword, count, "", self._source)), off)
            return
        for when, rules in _by_condition(field):
            shape = {"allOf": [*_limits(rules, self._source)]}
            if shape["allOf"]:
                self._add(_within(target, shape), off, self._when.applies(when))

    def _add(self, shape: Shape, off: Truth, applies: Truth = True) -> None:
        """Add *shape*, for listings where it *applies* and the field is not *off*."""
        asked = all_of([applies, {"not": off} if isinstance(off, dict) else not off])
        if shape and isinstance(asked, dict):
            self.schemas.append({"if": asked, "then": shape})
        elif shape and asked:
            self.schemas.append(shape)

    # Attributes

    def _attribute(self, field: Field, target: str, off: Truth, in_variants: bool) -> None:
        names = self._names(field) or (field.name, field.id)
        required = self._when.required(field)
        if isinstance(off, dict):
            required = all_of([required, {"not": off}])
        stated = AttributeRule(
            names=names,
            required=required is True,
            in_variants=in_variants,
            field=target,
            required_when=required if isinstance(required, dict) else None,
            open=field.name in self._free,
        )
        rules = [rule for when, each in _by_condition(field) if when is None for rule in each]
        asked = stated._replace(
            values=tuple(
                value for option in field.options if (value := tuple(filter(None, option)))
            ),
            form=_form(rules),
            most=_count(rules, "maxInputNumRule", field.kind == "singleCheck"),
            least=_count(rules, "minInputNumRule"),
        )
        if in_variants:  # buyers' choices bear names of the seller's own
            self._found.setdefault(field.name, []).append(stated)
        elif isinstance(off, dict):
            self._found.setdefault(field.name, []).append(stated)
            self._add(judged([asked], self._source), off)
        else:
            self._found.setdefault(field.name, []).append(asked)
        for when, each in _by_condition(field):
            if when is not None and not in_variants:
                formed = stated._replace(open=True, form=_form(each))
                self._add(judged([formed], self._source), off, self._when.applies(when))


def _expression(written: str) -> re.Pattern[str]:
    try:
        return re.compile(written)
    except re.error as error:
        told = f"“{written}” in the platform's x-categories is no regular expression ({error})."
        raise AnswerError((), told) from None


def _merged(same: Sequence[AttributeRule]) -> AttributeRule:
    """One rule of several fields with one shown name: any of them will do."""
    first, *others = same
    if not others:
        return first
    needed = [rule.required_when for rule in same if rule.required_when is not None]
    return first._replace(
        names=tuple(dict.fromkeys(name for rule in same for name in rule.names)),
        required=any(rule.required for rule in same),
        required_when={"anyOf": needed} if needed else None,
        in_variants=any(rule.in_variants for rule in same),
        field=next((rule.field for rule in same if rule.field), ""),
        values=tuple(value for rule in same for value in rule.values),
        open=any(rule.open for rule in same),
        form=None,
        most=0,
        least=0,
    )


# Rules


def _by_condition(field: Field) -> Iterator[tuple[Group | None, list[Rule]]]:
    """The rules of *field*, those together that apply under one condition."""
    found: dict[Group | None, list[Rule]] = {}
    for rule in field.rules:
        found.setdefault(rule.when, []).append(rule)
    yield from found.items()


def _limits(rules: Sequence[Rule], source: str | None) -> Iterator[Shape]:
    """What *rules* ask of a field of the listing, a keyword each; named by the field."""
    form = _form(rules) or Form()
    low = "exclusiveMinimum" if form.above_minimum else "minimum"
    high = "exclusiveMaximum" if form.below_maximum else "maximum"
    for keyword, value in (
        (low, _json_number(form.minimum)),
        (high, _json_number(form.maximum)),
        ("maxLength", form.max_length),
        ("maxWidth", form.max_width),
        ("minLength", form.min_length),
        ("pattern", "" if form.pattern == _DATE else form.pattern),
    ):
        if value is not None and value != "":
            shape = limited(keyword, value, "", source)
            yield (
                {**shape, "items": shape} if "ength" in keyword or keyword == "maxWidth" else shape
            )
    most, least = _count(rules, "maxInputNumRule"), _count(rules, "minInputNumRule")
    if most:
        yield limited("maxItems", most, "", source)
    if least:
        yield limited("minItems", least, "", source)


def _json_number(limit: Decimal | None) -> float | None:
    if limit is None:
        return None
    return int(limit) if limit == int(limit) else float(limit)


class _Bound(NamedTuple):
    value: Decimal
    exclusive: bool


def _bound(rules: Iterable[Rule], name: str) -> _Bound | None:
    """The bound that the rule *name* states; None where it states none, or no number."""
    for rule in rules:
        if rule.name == name and (value := plain(rule.value)) is not None:
            return _Bound(value, rule.exclusive)
    return None


def _count(rules: Iterable[Rule], name: str, single: bool = False) -> int:
    """The count that the rule *name* states; 0 where it states none. A *single* one is 1."""
    bound = _bound(rules, name)
    if bound is None:
        return int(single)
    step = (1 if name.startswith("min") else -1) if bound.exclusive else 0
    return 1 if single else max(0, int(bound.value) + step)


def _form(rules: Sequence[Rule]) -> Form | None:
    """What *rules* say a value is like; None where they say nothing."""
    kinds = [rule.value.lower() for rule in rules if rule.name == "valueTypeRule"]
    minimum, maximum = _bound(rules, "minValueRule"), _bound(rules, "maxValueRule")
    digits = _bound(rules, "maxDecimalDigitsRule")
    patterns = [
        found
        for rule in rules
        if rule.name in ("regexRule", "regxRule") and (found := readable(rule.value))
    ]
    longest = {rule.unit == "byte": rule for rule in rules if rule.name == "maxLengthRule"}
    form = Form(
        number=any(kind in _NUMBERS for kind in kinds),  # texts have been seen with bounds
        minimum=minimum.value if minimum else None,
        maximum=maximum.value if maximum else None,
        above_minimum=bool(minimum and minimum.exclusive),
        below_maximum=bool(maximum and maximum.exclusive),
        decimals=0
        if any(kind in _WHOLE for kind in kinds)
        else (int(digits.value) if digits else None),
        least_decimals=_count(rules, "minDecimalDigitsRule"),
        pattern=patterns[0] if patterns else (_DATE if kinds == ["date"] else ""),
        max_length=_count([longest[False]], "maxLengthRule") or None if False in longest else None,
        max_width=_count([longest[True]], "maxLengthRule") or None if True in longest else None,
        min_length=_least_length(rules) or None,
    )
    return None if form == Form() else form


def _least_length(rules: Sequence[Rule]) -> int:
    """The least count of characters that *rules* ask for, whatever these are."""
    least = _count(rules, "minLengthRule")
    in_bytes = any(rule.name == "minLengthRule" and rule.unit == "byte" for rule in rules)
    return -(-least // 2) if in_bytes else least


# Places in the listing


def _within(target: Sequence[str], shape: Shape) -> Shape:
    """*shape* for what stands at *target*; of an array on the way, for each entry."""
    first, *below = target
    if below:
        inner = _within(below, shape)
        shape = {**inner, "items": inner}
    return {"properties": {first: shape}}


def _not_by_variants(name: str) -> Truth:
    """The listings of which no variant states *name* for itself."""
    if name not in ("price", "stock", "gtin"):
        return True
    return {"properties": {"variants": {"not": {"contains": {"required": [name]}}}}}


def _required(target: Sequence[str], source: str | None) -> Shape:
    limit = {"severity": "error", **({"source": source} if source else {})}
    *above, last = target
    shape: Shape = {"required": [last], "x-limits": {"required": {last: limit}}}
    for name in reversed(above):
        shape = {
            "required": [name],
            "x-limits": {"required": {name: limit}},
            "properties": {name: shape},
        }
    return shape


def _slots(field: Field) -> Iterator[tuple[str, int]]:
    """How many entries a field holds that has a numbered field for each, such as pictures."""
    slots = [each for each in field.fields if _NUMBERED.search(each.id)]
    if field.kind == "complex" and slots:
        yield "maxItems", len(slots)
        least = sum(any(rule.holds for rule in each.named("requiredRule")) for each in slots)
        if least:
            yield "minItems", least
