"""What there is to lint with: the rules, the platforms, and the names of all that can be found.

This module brings in what settings name and runs no check; the engine knows neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from listlint.config import fault
from listlint.errors import ConfigError, ListlintError, UsageError
from listlint.limits import PAYLOAD, PAYLOAD_NAMES, Limit, limits
from listlint.model import Level
from listlint.platform import Platform, Platforms, product_schema
from listlint.registry import Plugin, Registry, built_in, files_of_rules, from_file, from_plugin
from listlint.rule import Rule
from listlint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from listlint.brandwords.store import Lexicon

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
    def lexicon(self) -> Lexicon | None:
        """The brand words that listings are read with; None for those built in alone."""
        if not self.settings.brands.words:
            return None
        from listlint.brandwords.ownwords import own_lexicon

        return own_lexicon(self.settings.brands.words)

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

    def category_limits(self, platform: Platform) -> Iterator[Limit]:
        """The limits of whole listings that *platform*'s category answers may set."""
        categories = platform.categories or {}
        for each in categories.get("limits", ()):
            yield from limits(each["schema"])

    def schema_names(self) -> dict[str, Level]:
        """The names of all findings that schemas can make, with their levels."""
        names = {
            limit.name: Level.ERROR
            for limit in limits(self.product_schema)
            if limit.pointer[:1] != ("platforms",) or len(limit.pointer) < 3  # told of the field
        }
        for name in self.platforms.names:
            platform = self.platforms.get(name)
            stated = (
                *self.limits(platform),
                *self.payload_limits(platform),
                *self.category_limits(platform),
            )
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
        if level is None and name in PAYLOAD_NAMES:
            keyword = name.partition("/")[2]
            told = f"A payload keeps to “{keyword}” of its product type's saved definition."
            return told, Level.ERROR
        if level is None:
            return None
        field, _, keyword = name.partition("/")
        return f"The field {field.replace('-', ' ')} keeps to the limit “{keyword}”.", level

    def names(self) -> set[str]:
        """Every name of a finding that can be configured."""
        own = (*ENGINE_FINDINGS, *CATEGORY_FINDINGS, *PAYLOAD_NAMES)
        return {*self.registry.rules, *self.schema_names(), *own}


CATEGORY_FINDINGS: Mapping[str, str] = {
    "attributes/required": "A listing has the attributes that its category asks for.",
    "attributes/enum": "An attribute has one of the values that its category lists.",
    "attributes/pattern": "An attribute has the form that its category asks for.",
    "attributes/max-items": "An attribute has no more values than its category takes.",
    "attributes/min-items": "An attribute has as many values as its category asks for.",
    "attributes/max-length": "An attribute is no longer than its category takes.",
    "attributes/min-length": "An attribute is as long as its category asks for.",
    "attributes/maximum": "A number in an attribute is no larger than its category takes.",
    "attributes/minimum": "A number in an attribute is no smaller than its category takes.",
    "attributes/not-allowed": "A listing has no attribute that its category shuts out.",
    "brand/enum": "The brand is one of those that the category lists.",
}
"""Findings that come from a saved category answer, with what they ask."""
