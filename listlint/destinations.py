"""Where a product goes: the platforms that it is judged for, and what is wrong with their naming.

This module knows no files and runs no rule.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from listlint.engine import Engine
from listlint.errors import nearest
from listlint.judged import Judged
from listlint.model import Finding
from listlint.world import World


class Destinations:
    """The platforms that products go to in one *world*."""

    def __init__(self, world: World) -> None:
        self._platforms = world.platforms
        self.asked = _named(world, world.settings.platforms)
        """The platforms named on the command line."""
        self._default = _named(world, world.settings.default_platforms)
        self._known: dict[str, bool] = {}

    def of(self, engine: Engine, product: dict[str, Any]) -> tuple[tuple[str, ...], list[Judged]]:
        """The platforms that *product* is judged for, and what is wrong with their naming."""
        if self.asked:
            return self.asked, []
        named = product.get("platforms")
        identity = product.get("id") if isinstance(product.get("id"), str) else None
        if not isinstance(named, dict) or not named:
            if self._default:
                return self._default, []
            if not isinstance(named, dict) and "platforms" in product:
                return (), []  # of a wrong type, which product JSON's own verdict tells
            return (), engine.own_finding(
                "schema/no-platform",
                "This product names no platform, so it was not judged. Add “platforms”, or say"
                " --platform, or set “default-platforms” in the configuration.",
                Finding("no-platform", ("platforms",)),
                identity,
            )
        known = tuple(name for name in named if self._is_known(name))
        found: list[Judged] = []
        for name in named:
            if not self._is_known(name):
                found += self._unknown(engine, name, identity)
        return known, found

    def takes(self, platform: str) -> bool:
        """Whether payloads of *platform* are judged: all are, unless others were asked for."""
        return not self.asked or platform in self.asked

    def _is_known(self, name: str) -> bool:
        if name not in self._known:
            self._known[name] = name in self._platforms.names
        return self._known[name]

    def _unknown(self, engine: Engine, name: str, product: str | None) -> list[Judged]:
        alias = self._platforms.find(name)
        close = alias.name if alias else nearest(name, self._platforms.names)
        hint = f"did you mean “{close}”?" if close else "see “listlint platforms”."
        finding = Finding(
            "unknown-platform", ("platforms", name), "key", {"name": name, "hint": hint}, name
        )
        template = "“{name}” is no platform that is known here; {hint}"
        return engine.own_finding("schema/unknown-platform", template, finding, product)


def _named(world: World, names: Iterable[str]) -> tuple[str, ...]:
    """The platforms called *names*, by their own names."""
    return tuple(dict.fromkeys(world.platforms.get(name).name for name in names))
