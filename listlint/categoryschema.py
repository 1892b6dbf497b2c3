"""What a category asks of a listing, as a JSON Schema to add to the platform's.

This module knows no form of answer, no platform and no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from listlint.categories import AttributeRule, Category, Form
from listlint.numberforms import at_least, at_most, number
from listlint.spellings import Shape, listed, literal, silent, spelled, spelling

_PARTS_OF_BRAND = re.compile(r"[/()（）]")


def category_schema(category: Category, source: str | None = None) -> Shape:
    """What *category* asks of a listing; *source* is the key of ``x-sources`` that findings carry.

    Findings are named ``attributes/required``, ``attributes/enum``, ``attributes/pattern``,
    ``attributes/max-items``, …, and as `Category.schemas` names them.
    """
    asked = [
        *(_missing(rule, source) for rule in category.attributes.values() if _may_lack(rule)),
        *(_out_of_place(rule, source) for rule in category.attributes.values() if rule.allowed),
        *(_of_field(rule, source) for rule in category.attributes.values() if _is_field(rule)),
        *category.schemas,
    ]
    schema = judged(category.attributes.values(), source)
    return {"allOf": asked, **schema} if asked else schema


def judged(rules: Iterable[AttributeRule], source: str | None) -> Shape:
    """What *rules* ask of the values of attributes, wherever a listing states them."""
    found = {
        spelled(rule.names): values for rule in rules if (values := _value_schema(rule, source))
    }
    return {"properties": {"attributes": {"patternProperties": found}}} if found else {}


def limited(
    keyword: str,
    value: object,
    name: str,
    source: str | None,
    message: str = "",
    level: str = "error",
) -> Shape:
    """The schema of one *keyword*, with the finding's *name*, *level*, *source* and *message*.

    Without a *name* it is named by its place, as the limits of platforms are.
    """
    known = (("severity", level), ("name", name), ("source", source))
    limit = {key: value for key, value in known if value}
    schema: Shape = {keyword: value, "x-limits": {keyword: limit}}
    return {**schema, "x-message": message} if message else schema


# What is asked of the listing as a whole


def _may_lack(rule: AttributeRule) -> bool:
    return rule.required or rule.required_when is not None


def _missing(rule: AttributeRule, source: str | None) -> Shape:
    name = literal(rule.names[0])
    told = f"No attribute {name}. The category asks for it: add it."
    if rule.required_when is not None and not rule.required:
        told = f"No attribute {name}. The category asks for it beside what is stated: add it."
    lacking = silent(rule.names, in_variants=rule.in_variants, field=rule.field)
    missing = limited("not", lacking, "attributes/required", source, told)
    when = [] if rule.required else [rule.required_when]
    when += [rule.allowed] if rule.allowed else []
    return {"if": {"allOf": when}, "then": missing} if when else missing


def _out_of_place(rule: AttributeRule, source: str | None) -> Shape:
    told = (
        f"{literal(rule.names[0])} does not go with the other attributes. Remove it, or check them."
    )
    refused = limited("not", {}, "attributes/not-allowed", source, told)
    stated = {"properties": {"attributes": {"patternProperties": {spelled(rule.names): refused}}}}
    return {"if": rule.allowed, "else": stated}


def _is_field(rule: AttributeRule) -> bool:
    return bool(rule.field and rule.values and not rule.open)


def _of_field(rule: AttributeRule, source: str | None) -> Shape:
    """What the field that stands for the attribute may hold.

    A warning only: a brand's name is written in more ways than the platform lists.
    """
    spellings = {part.strip() for value in rule.values for part in _parts(value)}
    told = _not_listed(
        rule,
        f"“{{actual}}” is none of the values that the category takes for {literal(rule.names[0])}",
    )
    known = limited("not", {}, f"{rule.field}/enum", source, told, "warn")
    return {"properties": {rule.field: {"if": listed(sorted(spellings)), "else": known}}}


def _parts(names: Iterable[str]) -> Iterator[str]:
    """*names*, and the names that stand in one of them: ``Acme/爱可``, ``爱可（Acme）``."""
    for name in names:
        yield name
        yield from filter(str.strip, _PARTS_OF_BRAND.split(name))


# What is asked of a value


def _value_schema(rule: AttributeRule, source: str | None) -> Shape:
    """What the value of an attribute must be: one, or an array of them."""
    schema: Shape = {}
    single = _single_schema(rule, source)
    if single:
        schema["allOf"] = [single]
        schema["items"] = single
    counts = list(_counts(rule, source))
    if counts:
        schema["allOf"] = [*schema.get("allOf", ()), *counts]
    return schema


def _single_schema(rule: AttributeRule, source: str | None) -> Shape:
    if rule.values and not rule.open:
        told = _not_listed(rule, f"The category has no such {literal(rule.names[0])}")
        unknown = limited("not", {}, "attributes/enum", source, told)
        return {"if": _no_single(_values(rule)), "else": unknown}
    asked = [] if rule.form is None else list(_formed(literal(rule.names[0]), rule.form, source))
    if not asked:
        return {}
    formed: Shape = {"allOf": asked}
    return {"if": _values(rule), "else": formed} if rule.values else formed


def _no_single(schema: Shape) -> Shape:
    return {"anyOf": [{"type": "array"}, schema]}


def _not_listed(rule: AttributeRule, told: str) -> str:
    names = [literal(value[0]) for value in rule.values]
    if len(names) > 30:
        return f"{told}. Use one of the {len(names)} that it lists: {', '.join(names[:20])}, …"
    return f"{told}. Use one of: {', '.join(names)}."


def _counts(rule: AttributeRule, source: str | None) -> Iterator[Shape]:
    if rule.most:
        yield limited("maxItems", rule.most, "attributes/max-items", source)
    if rule.least > 1:
        yield {
            "if": {"type": "array"},
            "then": limited("minItems", rule.least, "attributes/min-items", source),
        }
    if rule.most_own and rule.values and rule.open:
        told = (
            f"{literal(rule.names[0])} has more values of your own than the category takes; "
            "at most {limit}. Use listed ones."
        )
        own = {"contains": {"not": _values(rule)}, "minContains": 0}
        yield {**own, **limited("maxContains", rule.most_own, "attributes/max-items", source, told)}


def _formed(name: str, form: Form, source: str | None) -> Iterator[Shape]:
    """What a value that is not listed must be like."""
    if form.number:
        yield from _numbers(name, form, source)
    if form.pattern:
        told = f"{name}: “{{actual}}” has not the form that the category asks for."
        yield limited("pattern", form.pattern, "attributes/pattern", source, told)
    for keyword, limit, rule in (
        ("maxLength", form.max_length, "attributes/max-length"),
        ("maxWidth", form.max_width, "attributes/max-length"),
        ("minLength", form.min_length, "attributes/min-length"),
    ):
        if limit is not None:
            yield limited(keyword, limit, rule, source)


def _numbers(name: str, form: Form, source: str | None) -> Iterator[Shape]:
    after = f" *({'|'.join(map(spelling, form.units))})?" if form.units else ""

    def whole(body: str) -> str:
        return f"^ *({body}){after} *$"

    any_number = whole(number())
    pattern = whole(number(form.decimals, form.least_decimals))
    units = f" or with one of: {literal(', '.join(form.units))}" if form.units else ""
    told = f"{name} takes a number alone{units}. Leave other units and words out."
    if pattern != any_number:
        digits = _digits_told(form)
        told = f"{name} takes a number {digits}alone{units}. Leave other units and words out."
    yield limited("pattern", pattern, "attributes/pattern", source, told)
    if form.decimals == 0:
        yield limited("multipleOf", 1, "attributes/pattern", source, told)
    bounds = []
    for limit, open_end, body, keyword, rule in (
        (form.minimum, form.above_minimum, at_least, "minimum", "attributes/minimum"),
        (form.maximum, form.below_maximum, at_most, "maximum", "attributes/maximum"),
    ):
        if limit is not None:
            ends = f"{'exclusiveM' if open_end else 'm'}{keyword[1:]}"
            sign = {"minimum": "at least ", "maximum": "at most "}[keyword]
            if open_end:
                sign = {"minimum": "more than ", "maximum": "less than "}[keyword]
            told = f"{name} is {{actual}}; the category takes {sign}{limit:f}."
            text = whole(body(limit, open_end=open_end))
            bounds.append(limited("pattern", text, rule, source, told))
            bound = int(limit) if limit == int(limit) else float(limit)
            bounds.append(limited(ends, bound, rule, source, told))
    if bounds:
        yield {"if": {"pattern": any_number}, "then": {"allOf": bounds}}


def _digits_told(form: Form) -> str:
    if form.decimals == 0:
        return "without a fraction "
    least = f"at least {form.least_decimals} " if form.least_decimals else ""
    most = f"at most {form.decimals} " if form.decimals is not None else ""
    return f"of {' and '.join(filter(None, (least.strip(), most.strip())))} decimals "


def _values(rule: AttributeRule) -> Shape:
    return listed([each for names in rule.values for each in names])
