"""The compiled schema's verdict, told as findings in our words.

A broken keyword is a finding with a name of its own, ``<field>/<keyword>``: `images/max-items`,
`brand/required`. The native validator gives the verdict; only what it refuses is asked why. This
is the only module that knows that validator; it knows no rules, settings or files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from listlint.errors import nearest
from listlint.limits import LIMITS, limit_name, within
from listlint.model import Finding, Level, Pointer, resolve
from listlint.sentences import SENTENCES, named, utf8_bytes, width, word_count


class Broken(NamedTuple):
    """A limit that a value breaks: the finding, and what stands beside the keyword."""

    name: str
    finding: Finding
    level: Level
    source: str | None


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


class Schema:
    """A compiled schema: a verdict at once, reasons when asked."""

    __slots__ = ("_validator", "is_valid", "schema")

    def __init__(self, schema: dict[str, Any]) -> None:
        import jsonschema_rs

        self.schema = schema
        self._validator = jsonschema_rs.Draft202012Validator(
            schema,
            keywords=_keywords(),
            pattern_options=jsonschema_rs.RegexOptions(),
            offline=True,
        )
        self.is_valid: Callable[[Any], bool] = self._validator.is_valid

    def broken(self, value: Any) -> Iterator[Broken]:
        """What *value* breaks, in the validator's order; nothing where it is valid."""
        for error in self._validator.iter_errors(value):
            yield from self._told(value, error)

    def _told(self, value: Any, error: Any) -> Iterator[Broken]:
        keyword: str = error.kind.name
        if keyword in ("anyOf", "oneOf") and getattr(error.kind, "context", None):
            for meant in _meant_branch(error.kind.context):
                yield from self._told(value, meant)
            return
        pointer: Pointer = tuple(error.instance_path)
        path = tuple(error.schema_path)
        if keyword == "custom":
            keyword = error.kind.keyword
        if keyword == "propertyNames":
            path = path[: path.index("propertyNames") + 1]
        elif path and path[-1] == keyword:
            path = path[:-1]
        holder = within(self.schema, path) if keyword != "falseSchema" else {}
        known = holder.get(LIMITS, {}) if isinstance(holder, dict) else {}
        at = resolve(value, pointer)
        if keyword == "required":
            name = error.kind.property
            entry = known.get("required", {}).get(name, {})
            facts: Mapping[str, object] = {"field": named((*pointer, name))}
            yield _broken(entry, keyword, (*pointer, name), facts, holder)
        elif keyword in ("additionalProperties", "unevaluatedProperties"):
            names = list(holder.get("properties", ()))
            for name in error.kind.unexpected:
                close = nearest(name, names)
                hint = f"did you mean “{close}”?" if close else "remove it, or correct its name."
                finding = Finding(
                    "unknown-field", (*pointer, name), "key", {"field": name, "hint": hint}, name
                )
                yield Broken("schema/unknown-field", finding, Level.ERROR, None)
        else:
            sentence = SENTENCES.get(keyword)
            limit = holder.get(keyword) if isinstance(holder, dict) else None
            what = named(pointer)
            facts = sentence.facts(at, limit, what) if sentence else {"what": what}
            yield _broken(known.get(keyword, {}), keyword, pointer, facts, holder)


def _broken(
    known: Mapping[str, Any],
    keyword: str,
    pointer: Pointer,
    facts: Mapping[str, object],
    holder: Mapping[str, Any],
) -> Broken:
    own = holder.get("x-message") if keyword != "required" else None
    data = {**facts, "own": own} if own else facts
    message = keyword if keyword in SENTENCES else "anyOf"
    return Broken(
        known.get("name") or limit_name(pointer, keyword),
        Finding(message, pointer, "value", data),
        Level.parse(known.get("severity", "error")),
        known.get("source"),
    )


def _meant_branch(branches: list[list[Any]]) -> list[Any]:
    """The errors of the alternative that was meant: its type and its constants fit, or it went
    deepest."""

    def distance(errors: list[Any]) -> tuple[int, int, int]:
        kinds = [error.kind.name for error in errors]
        return (
            sum(kind == "type" for kind in kinds),
            sum(kind in ("const", "enum") for kind in kinds),
            -max((len(error.instance_path) for error in errors), default=0),
        )

    return min(branches, key=distance)
