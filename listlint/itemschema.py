"""A Taobao or Tmall item schema: the XML that says what a listing of a category must be like.

``tmall.item.add.schema.get`` and its like answer with fields, each with rules, options and
dependencies between them. Here they are read, and bound to what the field says; which field of a
listing each of them is stands in the platform's ``x-categories``, see `itemrules`. This module
knows no listing, no platform and no file.

The names are those of Alibaba's own software for it. Of what a field may be, ``label`` is only
shown, and ``complex`` and ``multiComplex`` hold fields themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from listlint.namedtuples import NamedTuple
from listlint.safexml import Element, XmlFault, read_xml

KINDS = ("input", "multiInput", "singleCheck", "multiCheck", "complex", "multiComplex", "label")


class Express(NamedTuple):
    """A comparison with another field's value: *symbol* is ``==``, ``!=``, ``contains``, …"""

    field: str
    symbol: str
    value: str


class Group(NamedTuple):
    """Comparisons and groups of which all must hold, or, where *any_of*, one."""

    any_of: bool
    of: tuple[Express | Group, ...]


class Rule(NamedTuple):
    """A rule of a field: *value* as written, and *when* it applies.

    *unit* is what a length is counted in; *exclusive* leaves the bound itself out.
    """

    name: str
    value: str
    unit: str = ""
    exclusive: bool = False
    when: Group | None = None

    @property
    def holds(self) -> bool:
        """Whether a rule of yes or no says yes."""
        return self.value.lower() == "true"


class Field(NamedTuple):
    """A field of the schema. *options* are values with their shown names, the name first.

    *is_filled* tells that the answer brings a value.
    """

    id: str
    name: str
    kind: str
    rules: tuple[Rule, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    fields: tuple[Field, ...] = ()
    is_filled: bool = False

    def named(self, *names: str) -> Iterator[Rule]:
        """The rules of one of *names*."""
        return (rule for rule in self.rules if rule.name in names)


def read_fields(text: bytes | str) -> list[Field]:
    """The fields that the XML *text* describes. XmlFault where it is no item schema.

    The schema may stand as text within the XML of an API's answer.
    """
    root = read_xml(text)
    found = list(_fields(root))
    if found:
        return found
    inner = next((each for each in _all(root) if each.text.startswith("<")), None)
    if inner is not None:
        found = list(_fields(read_xml(inner.text)))
    if not found:
        raise XmlFault(f"there is no <field> in <{root.name}>. Save the whole answer.", root.line)
    return found


def _all(element: Element) -> Iterator[Element]:
    yield element
    for below in element.below:
        yield from _all(below)


def _fields(holder: Element) -> Iterator[Field]:
    for inner in (holder, *holder.all("fields")):
        for element in inner.all("field"):
            yield _field(element)


def _field(element: Element) -> Field:
    identity, kind = element.get("id"), element.get("type")
    if not identity:
        raise XmlFault("a field has no id.", element.line)
    if kind not in KINDS:
        raise XmlFault(f"the field “{identity}” is of the unknown type “{kind}”.", element.line)
    rules = (rule for rules in element.all("rules") for rule in rules.all("rule"))
    options = (option for options in element.all("options") for option in options.all("option"))
    return Field(
        identity,
        element.get("name") or identity,
        kind,
        tuple(_rule(rule, identity) for rule in rules),
        tuple((option.get("displayName"), option.get("value")) for option in options),
        tuple(_fields(element)),
        any(_values(element)),
    )


_VALUES = ("value", "values", "default-value", "default-values", "complex-value", "complex-values",
           "default-complex-value", "default-complex-values")  # fmt: skip


def _values(element: Element) -> Iterator[bool]:
    for below in element.below:
        if below.name in _VALUES:
            yield any(each.text for each in _all(below))


def _rule(element: Element, field: str) -> Rule:
    name = element.get("name")
    if not name:
        raise XmlFault(f"a rule of the field “{field}” has no name.", element.line)
    groups = tuple(_group(each, field) for each in element.all("depend-group"))
    return Rule(
        name,
        element.get("value"),
        element.get("unit").lower(),
        element.get("exProperty").lower().startswith("not"),
        Group(False, groups) if groups else None,
    )


def _group(element: Element, field: str) -> Group:
    parts: list[Express | Group] = [_group(each, field) for each in element.all("depend-group")]
    for each in element.all("depend-express"):
        if not each.get("fieldId"):
            raise XmlFault(f"a condition of the field “{field}” names no field.", each.line)
        symbol = each.get("symbol").replace("’", "'") or "=="
        parts.append(Express(each.get("fieldId"), symbol, each.get("value")))
    return Group(element.get("operator").lower() == "or", tuple(parts))


def by_id(fields: list[Field]) -> Mapping[str, Field]:
    """All of *fields* and of what they hold, by id; of several, the one that stands first."""
    found: dict[str, Field] = {}
    waiting = list(fields)
    while waiting:
        for field in waiting:
            found.setdefault(field.id, field)
        waiting = [below for field in waiting for below in field.fields]
    return found
