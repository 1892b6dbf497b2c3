"""Telling payloads from plain products, at the cost of a look at the names in them.

What a payload is and how it is read is `listlint.payload`'s; it is imported when something comes
that is no plain product. This module knows no one platform, no rule and no setting.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from listlint.platform import Platforms

if TYPE_CHECKING:
    from listlint.payload import Payload


class Payloads:
    """The payloads that can be told: those of *platforms*; of *asked*, if any, first.

    Nothing is read before something comes that is no plain product.
    """

    def __init__(
        self, platforms: Platforms, fields: Collection[str], asked: Sequence[str] = ()
    ) -> None:
        """*fields* are those of a plain product."""
        self._platforms = platforms
        self._neutral = frozenset(fields)
        self._asked = asked

    @cached_property
    def _known(self) -> list[Payload]:
        from listlint.payload import Payload  # when the first comes that is no plain product

        names = sorted(self._platforms.names, key=lambda name: name not in self._asked)
        found = ((name, self._platforms.payload_schema(name)) for name in names)
        return [Payload(name, schema) for name, schema in found if schema is not None]

    def told(self, value: object) -> Payload | None:
        """The payload that *value* is, if it is one."""
        if not isinstance(value, dict) or value.keys() <= self._neutral:
            return None
        return next((each for each in self._known if each.tells(value)), None)

    def products_in(self, document: object) -> tuple[str, ...] | None:
        """Where the payloads are in a *document* that holds several, if it does."""
        if not isinstance(document, dict) or document.keys() <= self._neutral:
            return None
        found = (each.products_in(document) for each in self._known)
        return next((at for at in found if at is not None), None)

    def answered(self, value: object) -> str | None:
        """The title of the platform whose answer *value* is: what it found, and no listing."""
        if not isinstance(value, dict):
            return None
        told = (each.platform for each in self._known if each.is_answer(value))
        name = next(told, None)
        return None if name is None else self._platforms.get(name).title
