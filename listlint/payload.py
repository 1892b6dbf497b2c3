"""A payload: the JSON that a platform's own API takes, told by its shape and read by its roles.

`schemas/<platform>/payload.json` is a JSON Schema of the payload's structure, with roles beside
its properties. This module tells payloads, reads them and says what is in them; it judges no limit
and knows no one platform, no rule and no setting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from listlint.model import Pointer, parse_pointer
from listlint.namedtuples import NamedTuple
from listlint.platform import product_schema
from listlint.reading import Undecoded, WayBack, decoded, product_of
from listlint.roles import Roles, roles_of
from listlint.schema import Schema

RECOGNISE, PRODUCTS, PARTIAL = "x-recognise", "x-products", "x-partial"
BRAND_ID = "x-brand-id"
ISSUES = "x-issues"


class Reading(NamedTuple):
    """What was read out of a payload.

    *value* is the payload with the JSON in its texts read, *texts* are the pointers of those.
    *product* is the neutral product, *back* leads its pointers to the payload. *partial* tells an
    update, which leaves out what stays as it is; *unnamed_brand* a brand that is stated by an id,
    or left as it is.
    """

    value: Any
    texts: frozenset[Pointer]
    undecoded: Sequence[Undecoded]
    product: dict[str, Any]
    back: WayBack
    partial: bool
    unnamed_brand: bool


class Shape:
    """A small schema, looked at only where the names that it asks for are there."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._schema = schema
        self._names = tuple(map(frozenset, _asked_names(schema)))

    @cached_property
    def _compiled(self) -> Schema:
        return Schema(dict(self._schema))

    def tells(self, value: Mapping[str, Any]) -> bool:
        """Whether *value* is of this shape."""
        names = value.keys()
        return any(asked <= names for asked in self._names) and self._compiled.is_valid(value)


def _asked_names(schema: Mapping[str, Any]) -> Iterator[Iterable[str]]:
    """The names of which all must be there, for each way in which *schema* can be met."""
    required = schema.get("required", ())
    ways = schema.get("anyOf")
    if not ways:
        yield required
        return
    for way in ways:
        yield from ((*required, *names) for names in _asked_names(way))


class Payload:
    """The payloads of one platform."""

    def __init__(self, platform: str, schema: Mapping[str, Any]) -> None:
        self.platform = platform
        self.schema = schema
        self._recognised = Shape(schema[RECOGNISE])
        self._partial = Shape(schema[PARTIAL]) if PARTIAL in schema else None
        self._brand_id = Shape(schema[BRAND_ID]) if BRAND_ID in schema else None
        self._products = [
            (Shape(each["when"]), parse_pointer(each["at"])) for each in schema.get(PRODUCTS, ())
        ]

        issues = schema.get(ISSUES)
        self._answer = Shape(issues["recognise"]) if issues is not None else None

    @cached_property
    def _roles(self) -> Roles:
        return roles_of(self.schema, product_schema())

    @cached_property
    def fields(self) -> frozenset[Pointer]:
        """The fields of a product that such a payload can state, and what holds them."""
        return frozenset(
            role.field[:length]
            for role in self._roles.roles
            for length in range(1, len(role.field) + 1)
        )

    def tells(self, value: Mapping[str, Any]) -> bool:
        """Whether *value* is such a payload."""
        return self._recognised.tells(value)

    def is_answer(self, value: Mapping[str, Any]) -> bool:
        """Whether *value* is what the platform answers, with a list of the issues it found."""
        if self._answer is None or not self._answer.tells(value):
            return False
        from listlint.issues import has_issues

        return has_issues(value, self.schema[ISSUES])

    def products_in(self, document: Mapping[str, Any]) -> tuple[str, ...] | None:
        """Where the payloads are in a *document* that holds several, if it does."""
        return next((at for shape, at in self._products if shape.tells(document)), None)

    def read(self, value: Mapping[str, Any]) -> Reading:
        """What is in *value*, a payload of this platform; it stays as it is."""
        plain, texts, undecoded = decoded(value, self._roles)
        product, back = product_of(plain, self._roles, texts)
        partial = self._partial is not None and self._partial.tells(plain)
        unnamed = self._hides_brand(plain, product, partial)
        return Reading(plain, texts, undecoded, product, back, partial, unnamed)

    def _hides_brand(
        self, plain: Mapping[str, Any], product: Mapping[str, Any], partial: bool
    ) -> bool:
        """Whether the brand is stated, and not by its name."""
        brand = product.get("brand")
        if brand is not None:
            return str(brand).isdecimal()  # the platform's number of it
        return partial or (self._brand_id is not None and self._brand_id.tells(plain))
