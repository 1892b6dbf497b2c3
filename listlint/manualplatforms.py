"""The manual on a terminal, of platforms: `listlint platforms`, and what one of them states.

Each function yields lines of plain text without line ends; nothing is printed. All comes from the
platforms' data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from listlint.formatters._terminal import padded, width
from listlint.issues import FORM
from listlint.layout import COLUMNS, shortened, wrapped
from listlint.manualfacts import (
    PlatformRule,
    Row,
    Source,
    payload_rows,
    platform_rows,
    rules_of,
    source_of,
)
from listlint.manualtables import cited, confidences, heading, open_table

if TYPE_CHECKING:
    from listlint.platform import Platform
    from listlint.world import World

LONGEST = 200
"""Options of a rule are told up to this width."""


def platform_lines(world: World) -> Iterator[str]:
    """Each platform with its title and other names, how much it states, and what is read of it."""
    names = max(map(width, world.platforms.names), default=0)
    for name in world.platforms.names:
        platform = world.platforms.get(name)
        aliases = f" ({', '.join(platform.aliases)})" if platform.aliases else ""
        begin = f"{padded(name, names)}  "
        yield from wrapped(f"{platform.title}{aliases}", COLUMNS, begin)
        stated = f"{len(platform_rows(world, name))} limits, {len(platform.rules)} rules set"
        read = ", ".join(read_of(world, platform))
        told = f"{stated}; reads {read}" if read else stated
        yield from wrapped(told, COLUMNS, " " * width(begin))
    yield ""
    yield "“listlint platforms NAME” tells all that one of them states, with its sources."


def read_of(world: World, platform: Platform) -> Iterator[str]:
    """What is read of *platform* besides products."""
    payload = world.platforms.payload_schema(platform.name)
    if payload is not None:
        yield "payloads"
    if platform.categories is not None:
        yield "category answers"
    if payload is not None and FORM in payload:
        yield "issues"


def platform_page(world: World, name: str) -> Iterator[str]:
    """All limits, rules and sources of the platform *name*; UsageError where there is none."""
    platform = world.platforms.get(name)
    limits = platform_rows(world, platform.name)
    return _of_platform(world, platform, limits, payload_rows(world, platform.name))


def _of_platform(
    world: World, platform: Platform, limits: list[Row], payload: list[Row]
) -> Iterator[str]:
    yield f"{platform.title} ({platform.name})"
    yield ""
    yield from wrapped(f"Listings are in the language “{platform.language}”.")
    if platform.aliases:
        yield from wrapped(f"Also called {', '.join(platform.aliases)}.")
    yield from _limits(world, "Limits", limits)
    yield from _rules(world, rules_of(platform))
    if payload:
        yield from _limits(world, "Payloads of its API", payload)
    yield from _answers(world, platform)
    yield from heading("Sources")
    sources = [source_of(platform, key) for key in platform.sources]
    for known in sources:
        yield f"  {known.key}"
        yield from wrapped(f"{known.title}.", COLUMNS, "      ")
        told = ": ".join(filter(None, (known.who, known.where)))
        yield from wrapped(told, COLUMNS, "      ")
        yield f"      read {known.read}, confidence {known.confidence}"
    yield from confidences(sources)


def _limits(world: World, title: str, rows: list[Row]) -> Iterator[str]:
    yield from heading(title)
    if not rows:
        yield "  none"
        return
    cells = [("name", "level", "source", "", "read", "limit")]
    for row in rows:
        dates = row.in_force(world.as_of)
        told = ", ".join(filter(None, (row.told, dates)))
        cells.append((row.name, row.level.label, *_known(row.source), told))
    yield from open_table(cells)


def _rules(world: World, rules: Sequence[PlatformRule]) -> Iterator[str]:
    yield from heading("Rules that are set")
    if not rules:
        yield "  none"
        return
    cells = [("name", "level", "source", "", "read", "options")]
    for each in rules:
        rule = world.registry.get(each.rule)
        level = each.level if each.level is not None or rule is None else rule.level
        options = shortened(each.told, LONGEST)
        label = "" if level is None else level.label
        cells.append((each.rule, label, *_known(each.source), options))
    yield from open_table(cells)


def _known(source: Source) -> tuple[str, str, str]:
    return (source.key, source.confidence, source.read)


def _answers(world: World, platform: Platform) -> Iterator[str]:
    """Which answers of the platform's API are read."""
    if platform.categories is not None:
        yield from heading("Categories")
        yield from of_categories(world, [platform.name])
    payload = world.platforms.payload_schema(platform.name) or {}
    if FORM in payload:
        yield from heading("Issues")
        known = cited(source_of(platform, payload[FORM].get("source")))
        yield from wrapped(
            "What the platform answers to a preview is told beside our own findings:"
            f" --import-issues answer.json{f' ({known})' if known else ''}. Such findings are"
            f" called {platform.name}/<code>.",
            COLUMNS,
            "  ",
        )


def of_categories(world: World, names: Iterable[str]) -> Iterator[str]:
    """Where the category answers of those of the platforms *names* that have some are named."""
    for name in names:
        platform = world.platforms.get(name)
        if platform.categories is not None:
            known = cited(source_of(platform, platform.categories.get("source")))
            yield from wrapped(
                f"{name}: read from a saved answer of the platform{f' ({known})' if known else ''}."
                f" Name its file in the configuration: [platforms.{name}] categories ="
                ' "answer.json"',
                COLUMNS,
                "  ",
            )
