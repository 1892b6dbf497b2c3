"""The compiled schema's verdict, told as findings in our words.

A broken keyword is a finding with a name of its own, ``<field>/<keyword>``: `images/max-items`,
`brand/required`. The native validator gives the verdict; only what it refuses is asked why. This
is the only module that knows that validator; it knows no rules, settings or files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from listlint.errors import nearest
from listlint.firstlook import surely_fits
from listlint.limits import COMING, LIMITS, limit_name, within
from listlint.model import Finding, Level, Pointer
from listlint.namedtuples import NamedTuple
from listlint.sentences import (
    COMPLETED,
    SENTENCES,
    called,
    capital,
    fields_of,
    named,
    utf8_bytes,
    width,
    word_count,
)


class Broken(NamedTuple):
    """A limit that a value breaks: the finding, and what stands beside the keyword.

    *refused* is the smallest value that cannot be used because of it: the broken one, or what
    cannot do without that. *coming* says that the limit is not in force yet.
    """

    name: str
    finding: Finding
    level: Level
    source: str | None
    refused: Pointer
    coming: bool = False


@cache
def _keywords() -> dict[str, type]:
    """Our own keywords, in the form that the native validator takes."""

    def keyword(measure: Callable[[str], int]) -> type:
        class Measured:
            __slots__ = ("limit",)

            def __init__(self, parent: object, limit: int, path: object) -> None:
                self.limit = limit

            def validate(self, instance: object) -> None:
                if isinstance(instance, str) and measure(instance) > self.limit:
                    raise ValueError

        return Measured

    return {
        "maxWidth": keyword(width),
        "maxUtf8Bytes": keyword(utf8_bytes),
        "maxWords": keyword(word_count),
    }


def is_limit(keyword: str, value: object) -> bool:
    """Whether *value* can stand beside *keyword* in a schema: a length, a readable pattern, …"""
    import jsonschema_rs

    if keyword in _keywords():  # of ours: a length, as the validator's own
        keyword = "maxLength"
    try:
        jsonschema_rs.Draft202012Validator(
            {keyword: value}, pattern_options=jsonschema_rs.RegexOptions(), offline=True
        )
    except ValueError:
        return False
    return True


_FIRST = 20
"""So many values are looked at before the native validator is loaded, which takes as long as to
look at seventy."""


class Schema:
    """A compiled schema: a verdict at once, reasons when asked."""

    __slots__ = ("_family", "_looks", "_native", "is_valid", "schema")

    def __init__(
        self,
        schema: dict[str, Any],
        family: str | None = None,
        foreign: Mapping[str, type] | None = None,
    ) -> None:
        """Findings are named by *family*, or by the field that they are about.

        *foreign* holds the keywords of a schema that others wrote, in draft 2019-09: there formats
        bind, and patterns may look around.
        """
        self.schema = schema
        self._family = family
        self._looks = 0
        self._native: Any = None
        self.is_valid: Callable[[Any], bool] = self._look_first
        """Whether a value is valid."""
        if foreign is not None:
            import jsonschema_rs

            self._native = jsonschema_rs.Draft201909Validator(
                schema,
                keywords=dict(foreign),
                pattern_options=jsonschema_rs.FancyRegexOptions(),
                validate_formats=True,
                offline=True,
            )
            self.is_valid = self._native.is_valid

    def compiled(self) -> Any:
        """The native validator, loaded and made when first asked; ValueError for no schema."""
        if self._native is None:
            import jsonschema_rs

            self._native = jsonschema_rs.Draft202012Validator(
                self.schema,
                keywords=_keywords(),
                pattern_options=jsonschema_rs.RegexOptions(),
                offline=True,
            )
            self.is_valid = self._native.is_valid
        return self._native

    def _look_first(self, value: Any) -> bool:
        """Whether *value* is valid: if it surely is, the validator is not asked."""
        self._looks += 1
        if self._looks <= _FIRST and surely_fits(value, self.schema):
            return True
        return bool(self.compiled().is_valid(value))

    def broken(self, value: Any) -> Iterator[Broken]:
        """What *value* breaks, in the validator's order; nothing where it is valid."""
        taken: set[tuple[Pointer, Pointer]] = set()
        for error in self.compiled().iter_errors(value):
            yield from self._told(value, error, taken)

    def _told(
        self, value: Any, error: Any, taken: set[tuple[Pointer, Pointer]]
    ) -> Iterator[Broken]:
        keyword: str = error.kind.name
        if keyword in ("anyOf", "oneOf"):
            branches = getattr(error.kind, "context", ())
            if branches and all(branches):  # else several fit, and that is what is wrong
                for meant in _meant_branch(branches, len(error.instance_path)):
                    yield from self._told(value, meant, taken)
                return
        path = tuple(error.schema_path)
        pointer, at = _place(value, error, path, taken)
        if keyword == "propertyNames":
            yield self._of_name(pointer, error.kind.error)
            return
        keyword, path = _keyword(error, path)
        holder = self._holder(path)
        refused = self._refused(path, pointer)
        if keyword == "required":
            yield self._of_absence(error.kind.property, path, pointer, refused)
        elif keyword in ("additionalProperties", "unevaluatedProperties"):
            names = list(holder.get("properties", ()))
            for name in error.kind.unexpected:
                close = nearest(name, names)
                hint = f"did you mean “{close}”?" if close else "remove it, or correct its name."
                below = (*pointer, name)
                finding = Finding(
                    "unknown-field", below, "key", {"field": name, "hint": hint}, name
                )
                yield self._of_unknown(holder, finding)
        else:
            told = _told_value(holder, keyword, at, called(pointer))
            finding = Finding(told.message, pointer, "value", told.data)
            known = holder.get(LIMITS, {}).get(keyword, {})
            yield _broken(known, keyword, finding, refused, self._family)

    def _of_absence(self, name: str, path: Pointer, pointer: Pointer, refused: Pointer) -> Broken:
        """That the value at *pointer* lacks *name*, which the schema at *path* asks for."""
        facts: dict[str, object] = {"field": named((*pointer, name))}
        depends = path[-1:] == ("dependentRequired",)
        holder = self._holder(path[:-1] if depends else path)
        known = holder.get(LIMITS, {})
        known = (
            known.get("dependentRequired", {})
            if depends
            else known.get("required", {}).get(name, {})
        )
        own = holder.get("x-message")
        if own and fields_of(own) <= facts.keys():
            facts["own"] = own
        finding = Finding("required", (*pointer, name), "value", facts)
        return _broken(known, "required", finding, refused, self._family)

    def _of_unknown(self, holder: Mapping[str, Any], finding: Finding) -> Broken:
        """That a name is none of those that *holder* knows."""
        if self._family is None:
            return Broken("schema/unknown-field", finding, Level.ERROR, None, finding.pointer)
        known = holder.get(LIMITS, {}).get("additionalProperties", {})
        return _broken(known, "additionalProperties", finding, finding.pointer, self._family)

    def _of_name(self, pointer: Pointer, error: Any) -> Broken:
        """What is wrong with a name itself: told at that name."""
        name = error.instance
        keyword, path = _keyword(error, tuple(error.schema_path))
        holder = self._holder(path)
        told = _told_value(holder, keyword, name, f"the name “{name}”")
        finding = Finding(told.message, (*pointer, name), "key", told.data, name)
        known = holder.get(LIMITS, {}).get(keyword, {})
        return _broken(known, keyword, finding, finding.pointer, self._family)

    def _holder(self, path: Pointer) -> Mapping[str, Any]:
        holder = within(self.schema, path)
        return holder if isinstance(holder, dict) else {}

    def _refused(self, path: Pointer, pointer: Pointer) -> Pointer:
        """*pointer*, or the value that goes with it: one in which it is mandatory."""
        while path and isinstance(path[-1], int):  # an alternative
            path = path[:-2]
        while path[-2:-1] == ("properties",) and path[-1:] == pointer[-1:]:
            path = path[:-2]
            if pointer[-1] not in self._holder(path).get("required", ()):
                break
            pointer = pointer[:-1]
        return pointer


def _keyword(error: Any, path: Pointer) -> tuple[str, Pointer]:
    """The keyword that is broken, and the way through the schema to what holds it."""
    keyword: str = error.kind.name
    if keyword == "custom":
        keyword = error.kind.keyword
    elif keyword == "contains":
        keyword = str(path[-1])  # or minContains, or maxContains
    return keyword, path[:-1] if path and path[-1] == keyword else path


def _told_value(holder: Mapping[str, Any], keyword: str, value: Any, what: str) -> Finding:
    """The message and the data of a finding about *value*, which is called *what*."""
    sentence = SENTENCES.get(keyword)
    if sentence is None:
        return Finding("anyOf", (), "value", {"what": capital(what)})
    limit = holder.get(keyword)
    if keyword in COMPLETED:
        limit = (limit, holder.get(COMPLETED[keyword]))
    facts = sentence.facts(value, limit, what)
    own = holder.get("x-message")
    if own and fields_of(own) <= facts.keys():
        facts = {**facts, "own": own}
    return Finding(keyword, (), "value", facts)


def _broken(
    known: Mapping[str, Any],
    keyword: str,
    finding: Finding,
    refused: Pointer,
    family: str | None,
) -> Broken:
    coming = known.get(COMING)
    if coming:
        own = finding.data.get("own") or SENTENCES[finding.message].template
        finding = finding._replace(data={**finding.data, "own": f"{own} In force from {coming}."})
    return Broken(
        known.get("name") or limit_name(finding.pointer, keyword, family),
        finding,
        Level.parse(known.get("severity", "error")),
        known.get("source"),
        refused,
        bool(coming),
    )


def _place(
    value: Any, error: Any, path: Pointer, taken: set[tuple[Pointer, Pointer]]
) -> tuple[Pointer, Any]:
    """Where in *value* the *error* is, and what stands there.

    The validator leaves empty names out of its places and makes names of digits numbers, so
    several places may be meant: it is one that holds the error's value and is not yet *taken*.
    """
    parts = tuple(error.instance_path)
    found = list(_places(value, parts, ()))
    if len(found) == 1:
        return found[0]
    instance = error.instance
    alike = [each for each in found if type(each[1]) is type(instance) and each[1] == instance]
    alike = alike or found
    place = next((each for each in alike if (each[0], path) not in taken), alike[0])
    taken.add((place[0], path))
    return place


def _places(value: Any, parts: Pointer, at: Pointer) -> Iterator[tuple[Pointer, Any]]:
    """Every place that the validator calls *parts*, with its value."""
    if not parts:
        yield at, value
    if isinstance(value, list):
        if parts and isinstance(parts[0], int) and parts[0] < len(value):
            yield from _places(value[parts[0]], parts[1:], (*at, parts[0]))
    elif isinstance(value, dict):
        if parts:
            for name in _names(value, parts[0]):
                yield from _places(value[name], parts[1:], (*at, name))
        if "" in value:
            yield from _places(value[""], parts, (*at, ""))


def _names(value: dict[str, Any], part: str | int) -> list[str]:
    """The names in *value* that the validator calls *part*: for 7 also ``007`` and ``+7``."""
    if isinstance(part, str):
        return [part] if part in value else []
    return [
        name
        for name in value
        if name.isascii() and name.removeprefix("+").isdigit() and int(name) == part
    ]


def _meant_branch(branches: list[list[Any]], depth: int) -> list[Any]:
    """The errors of the alternative that was meant: its own type fits, then its constants, then
    it went deepest. *depth* is how deep the value lies that has the alternatives."""

    def distance(errors: list[Any]) -> tuple[int, int, int]:
        return (
            sum(e.kind.name == "type" and len(e.instance_path) == depth for e in errors),
            sum(e.kind.name in ("const", "enum") for e in errors),
            -max(len(e.instance_path) for e in errors),
        )

    return min(branches, key=distance)
