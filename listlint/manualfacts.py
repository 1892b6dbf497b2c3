"""What the manual tells of limits, rules and their examples, in words and in order.

Facts come from rules and platforms alone, so no page says other than what is checked. How they
are laid out is for `listlint.manual` (a terminal) and `listlint.manualpages` (Markdown).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from listlint.errors import UsageError, shown, unknown
from listlint.layout import visible
from listlint.limits import PAYLOAD, PAYLOAD_NAMES, Limit, limits, within
from listlint.manualwords import limit_words
from listlint.model import Level, Pointer
from listlint.namedtuples import NamedTuple
from listlint.rule import Option
from listlint.settings import DEFAULT
from listlint.tomltext import dotted, written
from listlint.world import CATEGORY_FINDINGS, ENGINE_FINDINGS, World

if TYPE_CHECKING:
    from listlint.platform import Platform

CONFIDENCE: Mapping[str, str] = {
    "owner": "required by the owner of this project",
    "P": "the platform's own text",
    "P*": "a notice of the platform, as others tell it",
    "T": "third parties, or our own inference",
    "C": "texts that contradict each other",
}
"""How sure a source is, by the word that platforms use for it, the surest first."""

ALL = "all"
"""The platform of limits that product JSON itself has."""


class Source(NamedTuple):
    """Who states something: a row of ``x-sources``; texts are empty where nothing is known."""

    key: str = ""
    title: str = ""
    who: str = ""
    where: str = ""
    read: str = ""
    confidence: str = ""


class Row(NamedTuple):
    """What one platform limits under one name: the limit in *words*, and where it holds.

    *places* lie within the field that the name begins with; the field itself is empty. *pattern*
    is the regular expression of a form, *value* the bare limit where it is a number.
    """

    platform: str
    name: str
    places: tuple[str, ...]
    words: str
    level: Level
    source: Source
    since: date | None
    until: date | None
    pattern: str | None = None
    value: float | None = None

    @property
    def told(self) -> str:
        """The limit, with its places where it is about less than the whole field."""
        places = [place for place in self.places if place]
        if not places:
            return self.words
        whole = [] if len(places) == len(self.places) else ["the field"]
        named = [*whole, *places]
        more = f" and {len(named) - MOST_PLACES} more" if len(named) > MOST_PLACES + 1 else ""
        shown = named[:MOST_PLACES] if more else named
        return f"{', '.join(shown)}{more}: {self.words}"

    @property
    def dates(self) -> str:
        """When it holds, whatever the day: ``from 2027-01-31 until 2027-12-31``."""
        since = f"from {self.since}" if self.since else ""
        until = f"until {self.until}" if self.until else ""
        return " ".join(filter(None, (since, until)))

    def now(self, day: date) -> str:
        """Whether it holds on *day*: ``coming``, ``over``, or empty where it does."""
        if self.until and day > self.until:
            return "over"
        return "coming" if self.since and day < self.since else ""

    def in_force(self, day: date) -> str:
        """When it holds, as *day* sees it; empty where it always does."""
        match self.now(day):
            case "over":
                return f"until {self.until} (over)"
            case "coming":
                since = f"from {self.since} (not yet)"
            case _:
                since = f"since {self.since}" if self.since else ""
        return " ".join(filter(None, (since, f"until {self.until}" if self.until else "")))


MOST_PLACES = 6
"""So many places of a limit are named; of more, how many."""


class PlatformRule(NamedTuple):
    """What a platform's data says of a rule: None and empty where it says nothing.

    *words* are those that its ``words.json`` adds to the rule's own.
    """

    platform: str
    rule: str
    level: Level | None
    options: Mapping[str, Any]
    words: tuple[str, ...]
    source: Source

    @property
    def told(self) -> str:
        """The options as TOML, and the words."""
        added = f"words + {visible(written(self.words))}" if self.words else ""
        return ", ".join(part for part in (set_options(self.options), added) if part)


def source_of(platform: Platform, key: str | None) -> Source:
    """The source *key* of *platform*."""
    if key is None:
        return Source()
    known = platform.sources.get(key, {})
    return Source(key, *(str(known.get(field, "")) for field in Source._fields[1:]))


def product_rows(world: World) -> list[Row]:
    """What product JSON itself asks for; overlays are told by the fields that they lay over."""
    form = Source("product.json", "The form of product JSON")
    schema = world.product_schema
    own = (
        each for each in limits(schema) if len(each.pointer) < 3 or each.pointer[0] != "platforms"
    )
    return _rows(ALL, own, schema, lambda key: form)


def platform_rows(world: World, name: str) -> list[Row]:
    """What the platform *name* limits, in the order of its schema."""
    platform = world.platforms.get(name)
    return _rows(
        platform.name, world.limits(platform), platform.schema, lambda key: source_of(platform, key)
    )


def payload_rows(world: World, name: str) -> list[Row]:
    """What the payload of the platform *name* must be like, in the order of its schema."""
    platform = world.platforms.get(name)
    schema = world.platforms.payload_schema(platform.name)
    if schema is None:
        return []
    stated = limits(schema, PAYLOAD)
    return _rows(platform.name, stated, schema, lambda key: source_of(platform, key), whole=True)


def all_rows(world: World) -> list[Row]:
    """`product_rows`, then the rows of each platform and its payload."""
    rows = product_rows(world)
    for name in world.platforms.names:
        rows += platform_rows(world, name)
        rows += payload_rows(world, name)
    return rows


def _rows(
    platform: str,
    stated: Iterator[Limit] | list[Limit],
    schema: Mapping[str, Any],
    source: Callable[[str | None], Source],
    whole: bool = False,
) -> list[Row]:
    """The rows of *stated*, those that differ but in their place put together.

    Places are told from their field on, or as a *whole*.
    """
    places: dict[Row, list[str]] = {}
    for limit in stated:
        holder = within(schema, limit.at)
        row = Row(
            platform=platform,
            name=limit.name,
            places=(),
            words=limit_words(limit, holder.get("x-message")),
            level=limit.level,
            source=source(limit.source),
            since=limit.since,
            until=limit.until,
            pattern=limit.value if limit.keyword == "pattern" else None,
            value=limit.value if _is_number(limit.value) else None,
        )
        place = _place(limit.pointer) or "the payload" if whole else _place(limit.pointer[1:])
        places.setdefault(row, []).append(place)
    return [row._replace(places=tuple(dict.fromkeys(found))) for row, found in places.items()]


def _place(pointer: Pointer) -> str:
    """Where *pointer* leads within its field, in words: ``discount``, ``each entry``."""
    names = "/".join(str(part) for part in pointer if part not in _EACH)
    if not pointer or pointer[-1] not in _EACH:
        return names
    return f"each of {names}" if names else "each entry"


_EACH = ("*", "^", "^.*$", "")
"""Parts of a pointer that stand for each entry; patterns that take in every name do so too."""


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def finding_summary(rows: list[Row]) -> str:
    """What the rows of one name ask for, in one line: ``at most 8 entries (dhgate)``."""
    if family(rows[0].name) == PAYLOAD:
        platforms = ", ".join(dict.fromkeys(row.platform for row in rows))
        return f"A payload has the structure that the platform's API takes ({platforms})."
    stated: dict[str, list[str]] = {}
    for row in sorted(rows, key=lambda row: row.places != ("",)):  # the field itself first
        stated.setdefault(row.told, []).append(row.platform)
    return "; ".join(
        told if names == [ALL] else f"{told} ({', '.join(dict.fromkeys(names))})"
        for told, names in stated.items()
    )


def family(name: str) -> str:
    """The family of the rule or finding *name*."""
    return name.partition("/")[0]


def listed(world: World) -> Iterator[tuple[str, Level, str]]:
    """(name, level, summary) of every rule and finding, by name; without those of `forms`."""
    rows = _by_name(all_rows(world))
    served = {
        limit.name
        for name in world.platforms.names
        for limit in world.category_limits(world.platforms.get(name))
    }
    own = {*ENGINE_FINDINGS, *CATEGORY_FINDINGS, *served}
    names = {*world.registry.rules, *rows, *own} - set(forms(world))
    for name in sorted(names, key=lambda name: (family(name), name)):
        if name in rows and name not in CATEGORY_FINDINGS:
            yield name, max(row.level for row in rows[name]), finding_summary(rows[name])
        else:
            about = world.about(name)
            assert about is not None, "every name that the world gives is one that it knows"
            yield name, about[1], about[0]


def forms(world: World) -> list[str]:
    """The names of findings that no platform states: those that product JSON makes, such as
    ``id/type``, and those of definitions that a platform serves."""
    by_platform = {row.name for row in all_rows(world) if row.platform != ALL}
    known = by_platform | CATEGORY_FINDINGS.keys() | ENGINE_FINDINGS.keys()
    return sorted((_by_name(product_rows(world)).keys() | PAYLOAD_NAMES) - known)


def _by_name(rows: list[Row]) -> dict[str, list[Row]]:
    by_name: dict[str, list[Row]] = {}
    for row in rows:
        by_name.setdefault(row.name, []).append(row)
    return by_name


def no_such_rule(world: World, name: str) -> UsageError:
    """The error for *name*, which names no rule: a family, or nothing that is known."""
    names = world.names()
    members = sorted(each for each in world.registry.rules if family(each) == name.rstrip("/*"))
    if members:
        return UsageError(f"'{name}' is a family of rules; name one: {', '.join(members)}.")
    told = unknown(name, {*names, *world.registry.aliases}, "rule")
    return UsageError(told if told.endswith("?") else f"{told} “listlint rules” lists all.")


def platform_rules(world: World, rule: str) -> list[PlatformRule]:
    """What the platforms say of *rule*, those that say something."""
    return [
        each
        for name in world.platforms.names
        for each in rules_of(world.platforms.get(name))
        if each.rule == rule
    ]


def rules_of(platform: Platform) -> list[PlatformRule]:
    """What *platform* says of rules, in its order."""
    return [
        PlatformRule(
            platform.name,
            rule,
            Level.parse(data["level"]) if "level" in data else None,
            data.get("options", {}),
            tuple(data.get("words", ())),
            source_of(platform, data.get("source")),
        )
        for rule, data in platform.rules.items()
    ]


_KINDS: Mapping[type, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a text",
    list: "a list of texts",
    dict: "a table",
}


def option_kind(option: Option) -> str:
    """What *option* takes: ``a list of texts``."""
    return _KINDS[option.type or type(option.default)]


def option_default(option: Option) -> str:
    """The default as TOML writes it; ``not set`` where there is none."""
    return "not set" if option.default is None else visible(written(option.default))


def set_options(options: Mapping[str, Any]) -> str:
    """*options* as TOML: ``allow = ["jpeg"]``."""
    return ", ".join(f"{name} = {visible(written(value))}" for name, value in options.items())


def configured(world: World, name: str) -> list[tuple[str, str]]:
    """What the configuration says of *name* or its family: (TOML, who says it)."""
    wanted = {name, f"{family(name)}/*", "*"}
    keys = {
        dotted((*before, "rules", each))
        for each in wanted
        for before in ((), *(("platforms", known) for known in world.platforms.names))
    }
    return [
        (f"{key} = {visible(written(value))}", _shown_origin(world.settings.origin[key]))
        for key, value in world.settings.values.items()
        if key in keys or key.rpartition(".")[0] in keys
    ]


def _shown_origin(origin: str) -> str:
    return origin if origin == DEFAULT or origin.startswith("--") else shown(Path(origin))
