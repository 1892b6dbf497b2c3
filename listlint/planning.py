"""Settings, rules and platforms → an engine: every level, option and limit resolved once.

This module knows settings and platforms and runs no check; the engine knows neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from listlint.config import fault
from listlint.engine import Engine
from listlint.errors import ConfigError, UsageError
from listlint.limits import PAYLOAD, Limit, fitted
from listlint.listing import Rights, fold_name
from listlint.model import Level, Pointer
from listlint.plan import NO_PLATFORM, Entry, Plan, Shared
from listlint.platform import Platform
from listlint.rule import DOCUMENT, Rule
from listlint.schema import Schema, is_limit
from listlint.sentences import shown
from listlint.settings import Override, ResolvedRule, RuleSetting, resolve
from listlint.world import ENGINE_LEVELS, World

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from listlint.categories import Category


def engine_of(world: World, overrides: tuple[Override, ...] = ()) -> Engine:
    """The engine for files to which *overrides* apply."""
    return _Builder(world, overrides).engine()


class _Builder:
    def __init__(self, world: World, overrides: tuple[Override, ...]) -> None:
        self._world = world
        self._settings = world.settings
        self._overrides = overrides
        self._plans: dict[tuple[str, ...], Plan] = {}
        self._levels: dict[tuple[str, str, Level], ResolvedRule] = {}
        self._groups: dict[tuple[str, ...], list[tuple[str, ...]]] = {}

    def engine(self) -> Engine:
        return Engine(
            Schema(self._world.product_schema),
            self._plan,
            self._split,
            self._document_entries(),
            self._product_level,
        )

    def _document_entries(self) -> Iterator[Entry]:
        for rule in self._world.registry.rules.values():
            if rule.on == DOCUMENT:
                resolved = self._resolved(rule.name, None, RuleSetting(rule.level))
                if resolved.runs:
                    options = self._settled(rule, resolved, NO_PLATFORM)
                    levels = {NO_PLATFORM: resolved.level}
                    levels_at = _levels_at({NO_PLATFORM: resolved})
                    yield Entry(rule, options, levels, levels_at=levels_at)

    def _product_level(
        self,
        name: str,
        level: Level,
        product: str | None = None,
        pointer: Pointer = (),
        platform: str = NO_PLATFORM,
    ) -> Level:
        level = ENGINE_LEVELS.get(name, level)
        return self._schema_level(name, platform, level, product, pointer)

    def _plan(self, group: tuple[str, ...]) -> Plan:
        plan = self._plans.get(group)
        if plan is None:
            plan = self._plans[group] = self._new_plan(group)
        return plan

    def _split(self, names: tuple[str, ...]) -> list[tuple[str, ...]]:
        """*names* grouped by what their listings are judged amid."""
        known = self._groups.get(names)
        if known is None:
            known = self._groups[names] = self._grouped(names)
        return known

    def _grouped(self, names: tuple[str, ...]) -> list[tuple[str, ...]]:
        groups: list[list[str]] = []
        for name in names:
            for group in groups:
                if self._amid(group[0]) == self._amid(name):
                    group.append(name)
                    break
            else:
                groups.append([name])
        return [tuple(group) for group in groups]

    def _amid(self, name: str) -> tuple[object, ...]:
        return (self._rights(name), self._category_file(name))

    def _rights(self, name: str) -> Rights:
        brands, day = self._settings.brands, self._world.as_of
        allowed = brands.allowed(name, day)
        if allowed is None:
            return Rights()
        lines = brands.limited(name, day)
        return Rights(
            frozenset(map(fold_name, allowed)),
            frozenset(
                (fold_name(brand), frozenset(map(fold_name, series)))
                for brand, series in lines.items()
            ),
        )

    def _category_file(self, name: str) -> Path | None:
        settings = self._settings.by_platform.get(name)
        return settings.categories if settings else None

    def _new_plan(self, group: tuple[str, ...]) -> Plan:
        platforms = [self._world.platform(name) for name in group]
        shared = Shared(
            group,
            self._rights(group[0]),
            self._categories(platforms[0]),
            self._world.lexicon,
            self._world.as_of,
        )
        return Plan(
            shared,
            self._entries(platforms),
            [(platform.name, self._schema(platform)) for platform in platforms],
            lambda name, key: self._world.platforms.get(name).source(key),
            self._schema_level,
            (platforms[0].categories or {}).get("source"),
            partial(self._payload_schema, platforms[0]),
        )

    def _categories(self, platform: Platform) -> Mapping[str, Category]:
        path = self._category_file(platform.name)
        if path is None:
            return {}
        if platform.categories is None:
            raise UsageError(f"{platform.name}: category answers of this platform are not read.")
        from listlint.answers import read_answers

        return read_answers(platform.categories, path)

    def _schema(self, platform: Platform) -> Schema:
        return self._fitted(platform, platform.schema, self._world.limits(platform), None)

    def _payload_schema(self, platform: Platform) -> Schema | None:
        schema = self._world.platforms.payload_schema(platform.name)
        if schema is None:
            return None
        return self._fitted(platform, schema, self._world.payload_limits(platform), PAYLOAD)

    def _fitted(
        self,
        platform: Platform,
        schema: Mapping[str, Any],
        stated: Iterable[Limit],
        family: str | None,
    ) -> Schema:
        """*schema*, which states the limits *stated*, as the settings change it."""
        changed: dict[str, Any] = {}
        off = set()
        for limit in stated:
            setting = self._resolved(limit.name, platform.name, RuleSetting(limit.level))
            if not setting.runs:
                off.add(limit.name)
            if setting.options:
                changed[limit.name] = self._limit(limit, setting.options, platform.name)
        as_of = self._world.as_of
        return Schema(fitted(schema, changed, as_of, frozenset(off), family), family)

    def _limit(self, limit: Limit, options: Mapping[str, object], platform: str) -> object:
        """The value that the configuration gives *limit* instead of the platform's."""
        for option in options:
            if option != "limit" or limit.keyword == "required":
                self._refuse(limit.name, option, platform, "unknown option; a limit takes “limit”.")
        value = options["limit"]
        alike = type(value) is type(limit.value) or (
            isinstance(limit.value, int | float) and type(value) in (int, float)
        )
        if not alike or not is_limit(limit.keyword, value):
            own = shown(limit.value)
            told = f"{shown(value)} cannot be this limit; the platform's own is {own}."
            self._refuse(limit.name, "limit", platform, told)
        return value

    def _refuse(self, rule: str, option: str, platform: str, told: str) -> NoReturn:
        """ConfigError at the place where the configuration sets *option* of *rule*."""
        own = f'platforms.{platform}.rules."{rule}".{option}'
        by_platform = any(key.startswith(own) for key in self._settings.origin)
        at = ("platforms", platform, "rules") if by_platform else ("rules",)
        raise ConfigError([fault(self._settings, (*at, rule, option), told)])

    def _schema_level(
        self, name: str, platform: str, level: Level, product: str | None, pointer: Pointer
    ) -> Level:
        key = (name, platform, level)
        resolved = self._levels.get(key)
        if resolved is None:
            resolved = self._levels[key] = self._resolved(name, platform, RuleSetting(level))
        return resolved.level_at(product, pointer, platform)

    def _resolved(
        self,
        name: str,
        platform: str | None,
        default: RuleSetting,
        by_data: RuleSetting = RuleSetting(),
    ) -> ResolvedRule:
        return resolve(
            self._settings,
            name,
            platform,
            default=default,
            platform_default=by_data,
            overrides=self._overrides,
        )

    def _entries(self, platforms: Iterable[Platform]) -> Iterator[Entry]:
        """Each rule once for each set of options that some of *platforms* give it."""
        platforms = list(platforms)
        for rule in self._world.registry.rules.values():
            if rule.on == DOCUMENT:
                continue
            groups: dict[str, tuple[dict[str, Any], dict[str, ResolvedRule], str | None]] = {}
            for platform in platforms:
                data = platform.rules.get(rule.name, {})
                by_data = _by_data(rule, platform)
                resolved = self._resolved(
                    rule.name, platform.name, RuleSetting(rule.level), by_data
                )
                if not resolved.runs:
                    continue
                options = self._settled(rule, resolved, platform.name)
                key = repr(options)
                source = platform.source(data.get("source"))
                groups.setdefault(key, (options, {}, source))[1][platform.name] = resolved
            for options, by_platform, source in groups.values():
                yield Entry(
                    rule,
                    options,
                    {name: resolved.level for name, resolved in by_platform.items()},
                    source,
                    _levels_at(by_platform),
                )

    def _settled(self, rule: Rule, resolved: ResolvedRule, platform: str) -> dict[str, Any]:
        for option, value in resolved.options.items():
            try:
                rule.settled({option: value})
            except ValueError as error:
                self._refuse(rule.name, option, platform, f"{error}.")
        return rule.settled(resolved.options)


def _by_data(rule: Rule, platform: Platform) -> RuleSetting:
    """What the platform's data says of *rule*; its words come on top of the rule's own."""
    data = platform.rules.get(rule.name, {})
    level = Level.parse(data["level"]) if "level" in data else None
    options = dict(data.get("options", {}))
    if "language" in rule.options:
        options.setdefault("language", platform.language)
    if "words" in data and "words" in rule.options:
        options["words"] = list(dict.fromkeys([*rule.options["words"].default, *data["words"]]))
    return RuleSetting(level, options)


def _levels_at(
    by_platform: Mapping[str, ResolvedRule],
) -> Callable[[str | None, Pointer], dict[str, Level]] | None:
    """How levels are told where an override depends on the product or the place; else None."""
    if not any(resolved.exceptions for resolved in by_platform.values()):
        return None

    def levels(product: str | None, pointer: Pointer) -> dict[str, Level]:
        told = {
            name: resolved.level_at(product, pointer, name)
            for name, resolved in by_platform.items()
        }
        return {name: level for name, level in told.items() if level}

    return levels
