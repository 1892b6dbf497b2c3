"""What a file is linted with: frozen values, and pure functions over them.

`listlint.config` makes them of the configuration file and the command line; they can be sent to
another process. This module reads no file, knows no rule and no platform, and checks no name:
that the names of rules and platforms exist is for who knows them (`config.bind`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from listlint.model import Level, Pointer
from listlint.namedtuples import NamedTuple

if TYPE_CHECKING:
    import re
    from datetime import date
    from pathlib import Path

    from listlint.patterns import Patterns

DEFAULT = "default"
"""The origin of a value that nobody set."""


class RuleSetting(NamedTuple):
    """What one layer says of a rule: its *level* (None: nothing) and some of its *options*."""

    level: Level | None = None
    options: Mapping[str, object] = {}  # of a tuple: never written


Rules = Mapping[str, RuleSetting]
"""Settings by rule name, by family (``images/*``: levels only) or for all (``*``: levels only)."""


class Override(NamedTuple):
    """One ``[[overrides]]``: other settings for some files, products, places or platforms.

    An empty condition holds always; all that are stated must hold. *ids* are patterns of product
    ids (``OUT-*``). *pointers* lead through the listing, with ``*`` for any one part, and take in
    what lies below. With either, the override sets levels only (see `ResolvedRule.level_at`).
    """

    rules: Rules
    files: Patterns | None = None
    ids: tuple[str, ...] = ()
    pointers: tuple[tuple[str, ...], ...] = ()
    platforms: tuple[str, ...] = ()

    @property
    def by_finding(self) -> bool:
        """Whether only the finding's product and place tell if it applies."""
        return bool(self.ids or self.pointers)

    def matches(self, product: str | None, pointer: Pointer, platform: str | None) -> bool:
        """Whether it applies to a finding at *pointer* of the listing of *product*.

        *product* is None where the product has no id. The files are not asked, see
        `overrides_for`.
        """
        if self.platforms and platform not in self.platforms:
            return False
        if self.ids and (product is None or not _any_of(self.ids).match(product)):
            return False
        return not self.pointers or any(_leads_to(one, pointer) for one in self.pointers)


class PlatformSettings(NamedTuple):
    """One ``[platforms.<name>]``: the saved category answer, and what rules do there."""

    categories: Path | None = None
    rules: Rules = {}  # noqa: RUF012  # of a tuple: never written


class Images(NamedTuple):
    """``[images]``: the folder that picture paths start from, and the file of facts."""

    root: Path | None = None
    facts: Path | None = None


class Authorization(NamedTuple):
    """One ``[[brands.authorization]]``.

    Without *platforms* it holds for all, without *series* for all product lines of the brand.
    """

    brand: str
    platforms: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    expires: date | None = None
    document: Path | None = None


class Brands(NamedTuple):
    """``[brands]``; *words* are files of brand words of the user's own.

    The others are None where the key is absent: an empty list authorises no brand at all.
    """

    authorized: tuple[str, ...] | None = None
    authorizations: tuple[Authorization, ...] | None = None
    words: tuple[Path, ...] = ()

    def allowed(self, platform: str, day: date) -> tuple[str, ...] | None:
        """The brands that the seller may use on *platform* on *day*; None: not configured.

        An authorisation holds through the day it expires on.
        """
        if self.authorized is None and self.authorizations is None:
            return None
        granted = (one.brand for one in self._holding(platform, day))
        return tuple(dict.fromkeys((*(self.authorized or ()), *granted)))

    def limited(self, platform: str, day: date) -> dict[str, tuple[str, ...]]:
        """The brands of `allowed` of which only some product lines may be used, with those."""
        lines: dict[str, tuple[str, ...]] = {}
        whole = set(self.authorized or ())
        for one in self._holding(platform, day):
            lines[one.brand] = (*lines.get(one.brand, ()), *one.series)
            if not one.series:
                whole.add(one.brand)
        return {brand: series for brand, series in lines.items() if brand not in whole}

    def _holding(self, platform: str, day: date) -> Iterator[Authorization]:
        """The authorisations that hold on *platform* on *day*."""
        for one in self.authorizations or ():
            here = not one.platforms or platform in one.platforms
            if here and (one.expires is None or day <= one.expires):
                yield one


class DeclaredRule(NamedTuple):
    """One ``[[rule]]``: a rule that is declared, not programmed.

    Exactly one of *pattern* (a regular expression that the value must match), *max_length*
    (code points), *one_of* (the values allowed) and *required_if* (field → the values with which
    *field* must be there; all must hold) is set.
    """

    name: str
    field: str
    message: str
    level: Level = Level.ERROR
    pattern: str | None = None
    max_length: int | None = None
    one_of: tuple[str | int | float | bool, ...] | None = None
    required_if: Mapping[str, tuple[str | int | float | bool, ...]] | None = None


class Settings(NamedTuple):
    """Everything that one configuration file and the command line say, resolved.

    *file* is the configuration file, None where there is none. Paths are absolute. *platforms*
    are those that the command line asks for; *default_platforms* those of products that name
    none. *products* is the JSON Pointer of the products in each file. *product* maps fields of
    the neutral product, with dots, to roles: tables with ``pointer`` and perhaps ``unit``,
    ``when``, ``join``, ``decode``.

    *values* holds each value as stated, by dotted key, defaults included; *origin* the file that
    states it, an option of the command line, or `DEFAULT`.
    """

    file: Path | None = None
    default_platforms: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    include: Patterns | None = None
    exclude: Patterns | None = None
    products: str | None = None
    plugins: tuple[str, ...] = ()
    rule_folders: tuple[Path, ...] = ()
    platform_folders: tuple[Path, ...] = ()
    images: Images = Images()
    brands: Brands = Brands()
    overrides: tuple[Override, ...] = ()
    declared: tuple[DeclaredRule, ...] = ()
    rules: Rules = {}  # noqa: RUF012  # of a tuple: never written
    by_platform: Mapping[str, PlatformSettings] = {}  # of a tuple: never written
    product: Mapping[str, Mapping[str, object]] = {}  # of a tuple: never written
    values: Mapping[str, object] = {}  # of a tuple: never written
    origin: Mapping[str, str] = {}  # of a tuple: never written


class ResolvedRule(NamedTuple):
    """A rule's level and options for one file and platform, after all layers.

    *exceptions* are the overrides that each finding decides about, later ones first.
    """

    level: Level
    options: Mapping[str, object]
    exceptions: tuple[tuple[Override, Level], ...] = ()

    @property
    def runs(self) -> bool:
        """Whether any finding could count: else the rule need not be run."""
        return self.level > Level.OFF or any(level > Level.OFF for _, level in self.exceptions)

    def level_at(self, product: str | None, pointer: Pointer, platform: str | None) -> Level:
        """The level of a finding at *pointer* of the listing of *product*."""
        for override, level in self.exceptions:
            if override.matches(product, pointer, platform):
                return level
        return self.level


def resolve(
    settings: Settings,
    rule: str,
    platform: str | None,
    *,
    default: RuleSetting,
    platform_default: RuleSetting = RuleSetting(),
    overrides: tuple[Override, ...] = (),
) -> ResolvedRule:
    """The settings of *rule* on *platform* (None: of what belongs to no platform).

    Later layers win, levels and each option on their own: *default* (the rule's own), then
    *platform_default* (the platform's data), ``[rules]``, ``[platforms.<platform>.rules]``, and
    *overrides* (those of the file, see `overrides_for`) in their order. A layer's setting of the
    rule itself wins over one of its family, that over ``*``. ``--rule`` is settled before, by
    `listlint.config`.
    """
    by_platform = settings.by_platform.get(platform) if platform else None
    layers = [default, platform_default, setting_of(settings.rules, rule)]
    if by_platform:
        layers.append(setting_of(by_platform.rules, rule))
    level = Level.OFF
    options: dict[str, object] = {}
    for layer in layers:
        level = level if layer.level is None else layer.level
        options.update(layer.options)
    exceptions: list[tuple[Override, Level]] = []
    for override in overrides:
        if override.platforms and platform not in override.platforms:
            continue
        layer = setting_of(override.rules, rule)
        options.update(layer.options)
        if layer.level is None:
            continue
        if override.by_finding:
            exceptions.insert(0, (override, layer.level))
        else:
            level = layer.level
            exceptions.clear()
    return ResolvedRule(level, options, tuple(exceptions))


def setting_of(rules: Rules, rule: str) -> RuleSetting:
    """What *rules* say of *rule*: its own entry, with the level of its family or of all."""
    own = rules.get(rule)
    if own is not None and own.level is not None:
        return own
    wider = rules.get(f"{rule.partition('/')[0]}/*") or rules.get("*")
    if wider is None:
        return own or RuleSetting()
    return RuleSetting(wider.level, own.options if own else {})


def overrides_for(settings: Settings, path: Path | str) -> tuple[Override, ...]:
    """The overrides whose ``files`` take in the file *path* (absolute), in their order."""
    return tuple(
        override
        for override in settings.overrides
        if override.files is None or override.files.matches(str(path))
    )


def covers(pattern: str, rule: str) -> bool:
    """Whether *pattern*, a key of `Rules`, speaks of *rule* (or of the family *rule*)."""
    if pattern in ("*", rule):
        return True
    return pattern.endswith("/*") and rule.startswith(pattern[:-1])


def _leads_to(pattern: tuple[str, ...], pointer: Pointer) -> bool:
    return len(pattern) <= len(pointer) and all(
        wanted in ("*", str(part)) for wanted, part in zip(pattern, pointer, strict=False)
    )


@lru_cache(maxsize=256)
def _any_of(globs: tuple[str, ...]) -> re.Pattern[str]:
    import re
    from fnmatch import translate

    return re.compile("|".join(translate(glob) for glob in globs))
