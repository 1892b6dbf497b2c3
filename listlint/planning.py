"""Settings, rules and platforms → an engine: every level, option and limit resolved once.

This module knows settings and platforms and runs no check; the engine knows neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, NoReturn

import orjson

from listlint.config import fault
from listlint.engine import Engine
from listlint.errors import ConfigError, ListlintError, UsageError
from listlint.limits import PAYLOAD, Limit, fitted, limits
from listlint.listing import Rights, fold_name
from listlint.model import Level, Pointer
from listlint.plan import NO_PLATFORM, Entry, Plan, Shared
from listlint.platform import Platform, Platforms, product_schema
from listlint.registry import Plugin, Registry, built_in, files_of_rules, from_file, from_plugin
from listlint.rule import DOCUMENT, Rule
from listlint.schema import Schema, is_limit
from listlint.sentences import shown
from listlint.settings import Override, ResolvedRule, RuleSetting, Settings, resolve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from listlint.categories import Category

ENGINE_FINDINGS: Mapping[str, str] = {
    "schema/unknown-field": "A product has only fields that product JSON knows.",
    "schema/no-platform": "A product says for which platforms it is, or the configuration does.",
    "schema/unknown-platform": "A product names only platforms that are known here.",
    "schema/not-a-product": "A file named on the command line holds products.",
    "payload/json": "A text of a payload that must hold JSON holds JSON.",
    "internal-error": "No rule fails; this finding tells of one that did.",
}
"""Findings that neither a rule file nor a schema keyword makes, with what they ask."""

ENGINE_LEVELS: Mapping[str, Level] = {"schema/unknown-platform": Level.WARN}
"""The levels of those that are no errors."""


class World:
    """What there is to lint with: the rules and platforms that *settings* bring in.

    It is made once for each configuration and shared by all its files.
    """

    def __init__(self, settings: Settings, as_of: date) -> None:
        self.settings = settings
        self.as_of = as_of

    @cached_property
    def registry(self) -> Registry:
        """All rules: built-in, of plugins, of folders, and declared in the configuration."""
        rules = list(built_in())
        foreign = list(self._foreign_rules())
        if foreign:
            from listlint.foreign import rule_faults

            taken = {*ENGINE_FINDINGS, *CATEGORY_FINDINGS, *self.schema_names()}
            taken.update(name for rule in rules for name in (rule.name, *rule.aliases))
            for rule, refused in foreign:
                faults = list(rule_faults(rule, taken, self.product_schema["properties"]))
                if faults:
                    raise refused(faults)
                taken |= {rule.name, *rule.aliases}
                rules.append(rule)
        return Registry(rules)

    def _foreign_rules(self) -> Iterator[tuple[Rule, Callable[[list[str]], ListlintError]]]:
        """Each rule that is not ours, with the error to raise for what is wrong with it."""

        def at(place: object) -> Callable[[list[str]], ListlintError]:
            return lambda faults: UsageError("\n".join(f"{place}: {each}" for each in faults))

        for name, plugin in zip(self.settings.plugins, self._plugins, strict=True):
            for rule in plugin.rules:
                yield rule, at(f"plugin {name!r}, rule {rule.name!r}")
        for folder in self.settings.rule_folders:
            for path in files_of_rules(folder):
                yield from_file(path), at(path)
        for index, declared in enumerate(self.settings.declared):
            from listlint.declared import declared_rule

            yield declared_rule(declared), partial(self._declared_wrongly, index)

    def _declared_wrongly(self, index: int, faults: list[str]) -> ConfigError:
        place = ("rule", index, "name")
        return ConfigError([fault(self.settings, place, each) for each in faults])

    @cached_property
    def _plugins(self) -> list[Plugin]:
        return [from_plugin(name) for name in self.settings.plugins]

    @cached_property
    def platforms(self) -> Platforms:
        """All platforms: built-in, of plugins and of folders."""
        folders = [plugin.platforms for plugin in self._plugins if plugin.platforms]
        return Platforms([*folders, *self.settings.platform_folders])

    def platform(self, name: str) -> Platform:
        """The platform called *name*; UsageError where it asks of rules what cannot be."""
        platform = self.platforms.get(name)
        if platform.file is not None:
            from listlint.foreign import refuse_wrong_rules

            refuse_wrong_rules(platform, self.registry)
        return platform

    @cached_property
    def product_schema(self) -> dict[str, Any]:
        """The schema of the neutral product."""
        return product_schema()

    def limits(self, platform: Platform) -> list[Limit]:
        """Every limit that *platform*'s schema states."""
        return limits(platform.schema)

    def payload_limits(self, platform: Platform) -> list[Limit]:
        """All that the structure of *platform*'s payloads asks for."""
        schema = self.platforms.payload_schema(platform.name)
        return [] if schema is None else limits(schema, PAYLOAD)

    def schema_names(self) -> dict[str, Level]:
        """The names of all findings that schemas can make, with their levels."""
        names = {
            limit.name: Level.ERROR
            for limit in limits(self.product_schema)
            if limit.pointer[:1] != ("platforms",) or len(limit.pointer) < 3  # told of the field
        }
        for name in self.platforms.names:
            platform = self.platforms.get(name)
            stated = (*self.limits(platform), *self.payload_limits(platform))
            names.update((limit.name, limit.level) for limit in stated)
        return names

    def about(self, name: str) -> tuple[str, Level] | None:
        """The one-sentence summary and the level of the rule or finding *name*."""
        rule = self.registry.get(name)
        if rule is not None:
            return rule.summary, rule.level
        told = {**CATEGORY_FINDINGS, **ENGINE_FINDINGS}.get(name)
        if told is not None:
            return told, ENGINE_LEVELS.get(name, Level.ERROR)
        level = self.schema_names().get(name)
        if level is None:
            return None
        field, _, keyword = name.partition("/")
        return f"The field {field.replace('-', ' ')} keeps to the limit “{keyword}”.", level

    def names(self) -> set[str]:
        """Every name of a finding that can be configured."""
        return {*self.registry.rules, *self.schema_names(), *ENGINE_FINDINGS, *CATEGORY_FINDINGS}


CATEGORY_FINDINGS: Mapping[str, str] = {
    "attributes/required": "A listing has the attributes that its category asks for.",
    "attributes/enum": "An attribute has one of the values that its category lists.",
    "attributes/pattern": "An attribute has the form that its category asks for.",
    "attributes/max-items": "An attribute has no more values than its category takes.",
}
"""Findings that come from a saved category answer, with what they ask."""


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
        allowed = self._settings.brands.allowed(name, self._world.as_of)
        return Rights(None if allowed is None else frozenset(map(fold_name, allowed)))

    def _category_file(self, name: str) -> Path | None:
        settings = self._settings.by_platform.get(name)
        return settings.categories if settings else None

    def _new_plan(self, group: tuple[str, ...]) -> Plan:
        platforms = [self._world.platform(name) for name in group]
        shared = Shared(group, self._rights(group[0]), self._categories(platforms[0]))
        return Plan(
            shared,
            self._entries(platforms),
            [(platform.name, self._schema(platform)) for platform in platforms],
            lambda name, key: self._world.platforms.get(name).source(key),
            self._schema_level,
            (platforms[0].categories or {}).get("source"),
            partial(self._payload_schema, platforms[0]),
        )

    def _categories(self, platform: Platform) -> dict[str, Category]:
        path = self._category_file(platform.name)
        if path is None:
            return {}
        from listlint.categories import AnswerError, read_answer

        if platform.categories is None:
            raise UsageError(f"{platform.name}: category answers of this platform are not read.")
        try:
            return read_answer(platform.categories, orjson.loads(path.read_bytes()))
        except (OSError, orjson.JSONDecodeError, AnswerError) as error:
            raise UsageError(f"{path}: cannot be read as a category answer ({error}).") from error

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
