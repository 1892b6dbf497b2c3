"""Amazon's product type definitions: the schema that a seller downloaded, used as it is.

A definition is JSON Schema 2019-09 with keywords of Amazon's own. Nothing is ever fetched:
``$schema`` and ``$id`` are names. What a definition lets pass although Amazon refuses or retires
it is told as a warning. This module knows no platform folder, no file and no setting.

=======================  ========================================================================
``maxUniqueItems``       how many entries may agree in all ``selectors`` (without: in everything)
``minUniqueItems``       how many must, of those that stand there; Amazon publishes no example of
                         it, so it is a warning
``maxUtf8ByteLength``    the bytes of a text in UTF-8; likewise ``minUtf8ByteLength``
``anyOf``                a text that is free, or of a list: the list is what Amazon goes by later
                         (`payload/open-enum`)
``$lifecycle``           ``enumDeprecated`` lists values, ``replacedBy`` attributes, that go out
                         of use
=======================  ========================================================================

``editable``, ``hidden`` and ``enumNames`` are for forms. Warnings are not looked for inside
conditions (``if`` and ``then``); all else in them binds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from listlint.errors import UsageError
from listlint.limits import PAYLOAD, limit_name
from listlint.model import Finding, Level, Pointer, pointer_text
from listlint.schema import Broken, Schema
from listlint.sentences import SENTENCES, alike, called, utf8_bytes

Definition = Mapping[str, Any]


class ProductType:
    """A compiled definition. *name* is that of the product type, such as ``SUITCASE``."""

    __slots__ = ("_definition", "_schema", "name")

    def __init__(self, name: str, definition: Definition, schema: Schema) -> None:
        self.name = name
        self._definition = definition
        self._schema = schema

    def broken(self, attributes: dict[str, Any], *, partial: bool = False) -> Iterator[Broken]:
        """What *attributes* break of the definition; pointers lead on from there.

        A *partial* submission leaves the rest as it is: no attribute is told as missing.
        """
        told: set[tuple[object, ...]] = set()
        if not self._schema.is_valid(attributes):
            for each in self._schema.broken(attributes):
                message, pointer, data = (
                    each.finding.message,
                    each.finding.pointer,
                    each.finding.data,
                )
                if partial and message == "required" and len(pointer) == 1:
                    continue
                # An attribute and its alternatives say alike that it is no text.
                key = (message, pointer, tuple(map(str, data.values())))
                if key not in told:
                    told.add(key)
                    weak = message == "minUniqueItems"
                    yield each._replace(level=Level.WARN) if weak else each
        for finding in _warnings(self._definition, self._definition, attributes, (), told):
            name = limit_name((), finding.message, PAYLOAD)
            yield Broken(name, finding, Level.WARN, None, finding.pointer)

    def broken_in(self, payload: Mapping[str, Any], *, partial: bool = False) -> Iterator[Broken]:
        """What *payload*, which holds ``attributes`` or ``patches``, breaks of the definition.

        Pointers lead on from the payload. Of patches, those count that state a whole attribute:
        one that deletes or merges states a part.
        """
        attributes, whole, places = _submitted(payload)
        if whole == ("patches",) and not places:
            return

        def led(pointer: Pointer) -> Pointer:
            if not pointer:
                return whole
            name = str(pointer[0])
            return (*places.get(name, (*whole, name)), *pointer[1:])

        for each in self.broken(attributes, partial=partial or whole == ("patches",)):
            finding = each.finding
            moved = finding._replace(pointer=led(finding.pointer))
            yield each._replace(finding=moved, refused=led(each.refused))


def _submitted(
    payload: Mapping[str, Any],
) -> tuple[dict[str, Any], Pointer, Mapping[str, Pointer]]:
    """The attributes that *payload* states, where they stand, and where each does."""
    attributes = payload.get("attributes")
    if isinstance(attributes, dict):
        return attributes, ("attributes",), {name: ("attributes", name) for name in attributes}
    stated: dict[str, Any] = {}
    places: dict[str, Pointer] = {}
    patches = payload.get("patches")
    for index, patch in enumerate(patches if isinstance(patches, list) else ()):
        if isinstance(patch, dict) and patch.get("op") in ("add", "replace") and "value" in patch:
            above, _, name = str(patch.get("path")).rpartition("/")
            if above == "/attributes" and name:
                stated[name] = patch["value"]
                places[name] = ("patches", index, "value")
    return stated, ("patches",), places


def name_of(definition: Definition, otherwise: str = "") -> str:
    """The product type that *definition* is of: the end of its ``$id``, else *otherwise*."""
    identity = definition.get("$id")
    if not isinstance(identity, str):
        return otherwise
    path = identity.partition("#")[0].partition("?")[0]
    return path.rstrip("/").rpartition("/")[2] or otherwise


def compiled(definition: dict[str, Any], name: str = "") -> ProductType:
    """*definition*, ready to judge; UsageError where it is none.

    *name* stands in where there is no ``$id``. A large definition takes a moment: `name_of` tells
    at once which product type it is of.
    """
    name = name_of(definition, name)
    what = f"The definition of product type {name}" if name else "The product type definition"
    if not isinstance(definition.get("properties"), dict):
        hint = "Use the file that Amazon serves, unchanged."
        if isinstance(definition.get("schema"), dict):
            hint = "It is the answer that links to it: use the file at schema.link.resource."
        raise UsageError(f"{what} describes no properties. {hint}")
    for pointer, reference in _lost(definition):
        raise UsageError(f"{what}: {pointer_text(pointer)}: “{reference}” leads nowhere in it.")
    try:
        schema = Schema(definition, PAYLOAD, KEYWORDS)
    except ValueError as error:
        place = pointer_text(tuple(getattr(error, "instance_path", ())))
        where = f" at {place}" if place else ""
        raise UsageError(
            f"{what} is no JSON Schema that can be read{where}. Download it again."
        ) from error
    return ProductType(name, definition, schema)


def _lost(definition: Definition) -> Iterator[tuple[Pointer, str]]:
    """Each reference in *definition* that leads to nothing within it, and its place."""
    waiting: list[tuple[Any, Pointer]] = [(definition, ())]
    while waiting:
        value, at = waiting.pop()
        if isinstance(value, dict):
            reference = value.get("$ref")
            if isinstance(reference, str) and _referred(definition, reference) is None:
                yield (*at, "$ref"), reference
            waiting += [(each, (*at, name)) for name, each in value.items()]
        elif isinstance(value, list):
            waiting += [(each, (*at, index)) for index, each in enumerate(value)]


def _referred(definition: Definition, reference: str) -> Any:
    """What *reference* leads to within *definition*; None where it leads nowhere."""
    identity, _, fragment = reference.partition("#")
    if identity and identity != definition.get("$id"):
        return None
    value: Any = definition
    for part in fragment.split("/")[1:]:
        name = unquote(part).replace("~1", "/").replace("~0", "~")
        if isinstance(value, list):
            index = int(name) if name.isdecimal() else len(value)
            value = value[index] if index < len(value) else None
        else:
            value = value.get(name) if isinstance(value, dict) else None
    return value


# What a definition binds --------------------------------------------------------------------------

_Selectors = Sequence[str] | None


def _keyword(is_broken: Callable[[Any, int, _Selectors], bool], kind: type) -> type:
    """A keyword that counts, in the form that the native validator takes."""

    class Counted:
        __slots__ = ("limit", "selectors")

        def __init__(self, parent: Definition, limit: object, path: object) -> None:
            selectors = parent.get("selectors")
            if isinstance(limit, bool) or not isinstance(limit, int):
                raise ValueError("a whole number is expected")
            if selectors is not None and not (
                isinstance(selectors, list) and all(isinstance(each, str) for each in selectors)
            ):
                raise ValueError("selectors are a list of names")
            self.limit = limit
            self.selectors: _Selectors = selectors

        def validate(self, value: object) -> None:
            if isinstance(value, kind) and is_broken(value, self.limit, self.selectors):
                raise ValueError

    return Counted


KEYWORDS: Mapping[str, type] = {
    "maxUniqueItems": _keyword(
        lambda value, limit, names: any(len(each) > limit for each in alike(value, names)), list
    ),
    "minUniqueItems": _keyword(
        lambda value, limit, names: any(len(each) < limit for each in alike(value, names)), list
    ),
    "maxUtf8ByteLength": _keyword(lambda value, limit, _: utf8_bytes(value) > limit, str),
    "minUtf8ByteLength": _keyword(lambda value, limit, _: utf8_bytes(value) < limit, str),
}
"""Amazon's keywords that bind, besides those of JSON Schema."""

# What it lets pass --------------------------------------------------------------------------------


def _warnings(
    definition: Definition, schema: Any, value: Any, at: Pointer, told: set[tuple[object, ...]]
) -> Iterator[Finding]:
    """What is out of use, or outside the list, in *value* and below; each once.

    *value* is led through the definition, not the other way round: it is small.
    """
    for holder, shared in _holders(definition, schema, frozenset()):
        for message, limit in _notes(holder, value):
            # Of what stands in $defs, the market and the language, each entry has the same.
            key = (message, shared, str(value)) if shared else (message, at)
            if key not in told:
                told.add(key)
                facts = SENTENCES[message].facts(value, limit, called(at))
                yield Finding(message, at, "value", facts)
        if isinstance(value, dict):
            for name, each in value.items():
                below = _of_member(holder, name)
                if not isinstance(below, dict):
                    continue
                names = _replacements(below)
                if names and ("replacedBy", (*at, name)) not in told:
                    told.add(("replacedBy", (*at, name)))
                    facts = SENTENCES["replacedBy"].facts(each, names, called((*at, name)))
                    yield Finding("replacedBy", (*at, name), "key", facts, name)
                yield from _warnings(definition, below, each, (*at, name), told)
        elif isinstance(value, list):
            for index, each in enumerate(value):
                yield from _warnings(definition, holder.get("items"), each, (*at, index), told)


def _holders(
    definition: Definition, schema: Any, passed: frozenset[str], shared: str = ""
) -> Iterator[tuple[Definition, str]]:
    """*schema* and what is said of the same value without condition; each with the reference that
    led there, if any."""
    if not isinstance(schema, dict):
        return
    if not _TELLING.isdisjoint(schema):
        yield schema, shared
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference not in passed:
        target = _referred(definition, reference)
        yield from _holders(definition, target, passed | {reference}, reference)
    for each in schema.get("allOf", ()):
        yield from _holders(definition, each, passed, shared)


_TELLING = frozenset({"properties", "additionalProperties", "items", "anyOf", "enum", "$lifecycle"})


def _of_member(holder: Definition, name: str) -> Any:
    """What *holder* says of the member *name* of an object."""
    properties = holder.get("properties", {})
    return properties[name] if name in properties else holder.get("additionalProperties")


def _notes(holder: Definition, value: Any) -> Iterator[tuple[str, list[Any]]]:
    """The warnings that *holder* has for *value*, each with the values that it lists."""
    if isinstance(value, dict | list):
        return
    branches = [holder, *(each for each in holder.get("anyOf", ()) if isinstance(each, dict))]
    lists = [each["enum"] for each in branches if "enum" in each]
    lifecycle = holder.get("$lifecycle")
    retired = lifecycle.get("enumDeprecated") if isinstance(lifecycle, dict) else None
    if isinstance(retired, list) and value in retired:
        listed = [each for one in lists for each in one if each not in retired]
        yield "enumDeprecated", listed or ["another"]
    elif (
        isinstance(value, str)
        and _is_open(branches[1:])
        and not any(value in each for each in lists)
    ):
        yield "openEnum", [each for one in lists for each in one]


def _is_open(branches: Sequence[Definition]) -> bool:
    """Whether of these alternatives one is a list, and another takes any text."""
    free = [each for each in branches if "enum" not in each]
    return len(free) < len(branches) and any(
        each.get("type") == "string" and each.keys() <= _SAYING_NOTHING for each in free
    )


_SAYING_NOTHING = frozenset({"type", "title", "description", "examples", "editable", "hidden"})


def _replacements(schema: Definition) -> str | None:
    """The names of what the attribute that *schema* describes is replaced by."""
    lifecycle = schema.get("$lifecycle")
    pointers = lifecycle.get("replacedBy") if isinstance(lifecycle, dict) else None
    found = pointers if isinstance(pointers, list) else [pointers]
    names = [each.rpartition("/")[2].replace("_", " ") for each in found if isinstance(each, str)]
    return " or ".join(filter(None, names)) or None
