"""The manual on a terminal: `listlint rules`, `explain` and `platforms`.

Each function yields lines of plain text without line ends; nothing is printed. As a program,
``python -m listlint.manual docs`` writes the pages that are made from rules and platforms
(`listlint.manualpages`) into the folder given; a test holds them fresh.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from listlint.engine import INTERNAL_ERROR
from listlint.layout import COLUMNS, cut, json_lines, prose, shortened, table, visible, wrapped
from listlint.manualexamples import Shown, shown_examples
from listlint.manualfacts import (
    ALL,
    CONFIDENCE,
    PlatformRule,
    Row,
    Source,
    all_rows,
    configured,
    family,
    finding_summary,
    forms,
    listed,
    no_such_rule,
    option_default,
    option_kind,
    platform_rows,
    platform_rules,
    rules_of,
    source_of,
)
from listlint.planning import CATEGORY_FINDINGS, ENGINE_FINDINGS
from listlint.registry import loaded
from listlint.rule import DOCUMENT
from listlint.tomltext import written

if TYPE_CHECKING:
    from listlint.planning import World
    from listlint.rule import Rule


def rule_lines(world: World) -> Iterator[str]:
    """A line for each rule and finding: name, level, summary; a blank line between families."""
    for _, group in groupby(listed(world), lambda entry: family(entry[0])):
        members = list(group)
        names = max(len(name) for name, _, _ in members)
        for name, level, summary in members:
            begin = f"{name:{names}}  {level.label:5}  "
            yield begin + shortened(summary, COLUMNS - len(begin))
        yield ""
    yield "Values that have not the form of product JSON (all are errors):"
    yield from wrapped(", ".join(forms(world)))
    yield ""
    yield "“listlint explain NAME” tells all about one of them."


def explained(world: World, name: str) -> Iterator[str]:
    """All about the rule or finding *name*; UsageError where there is none of that name."""
    rule = world.registry.get(name)
    if rule is not None:
        return _of_rule(world, loaded(rule))
    if name in world.names():
        return _of_finding(world, name)
    raise no_such_rule(world, name)


def _of_rule(world: World, rule: Rule) -> Iterator[str]:
    stated = platform_rules(world, rule.name)
    yield f"{rule.name}  {rule.level.label}"
    yield ""
    yield from prose(rule.doc)
    if rule.aliases:
        yield ""
        yield from wrapped(f"Formerly called {', '.join(rule.aliases)}.")
    if rule.options:
        yield from _heading("Options")
        for option, each in rule.options.items():
            yield f"  {option}: {option_kind(each)}"
            yield from wrapped(each.means, COLUMNS, "      ")
            yield from wrapped(f"Default: {option_default(each)}", COLUMNS, "      ")
    if stated:
        yield from _heading("Platforms")
        yield from _platform_table(rule, stated)
    if rule.examples:
        examples = shown_examples(rule)
        yield from _heading("Right")
        for example in examples:
            if example.good:
                yield from _example(example)
        yield from _heading("Wrong")
        for example in examples:
            if not example.good:
                yield from _example(example)
    yield from _how_to_set(world, rule.name, _an_option(rule, stated), rule.on != DOCUMENT)


def _platform_table(rule: Rule, stated: list[PlatformRule]) -> Iterator[str]:
    rows = [("platform", "level", "options", "confidence", "read", "source")]
    for each in stated:
        level = rule.level if each.level is None else each.level
        options = shortened(each.told, 200)
        known = each.source
        rows.append(
            (each.platform, level.label, options, known.confidence, known.read, known.title)
        )
    yield from _without_empty_columns(rows)
    yield from _confidences(each.source for each in stated)


def _an_option(rule: Rule, stated: list[PlatformRule]) -> str | None:
    """An entry of the configuration that sets an option of *rule*, where one is short enough."""
    chosen = {name: value for each in stated for name, value in each.options.items()}
    for name, option in rule.options.items():
        value = chosen.get(name, option.default)
        if value not in (None, "", []) and len(written(value)) <= 40:
            return written({name: value})
    return None


def _example(example: Shown) -> Iterator[str]:
    if isinstance(example.product, str):
        # The raw text of a file: what cannot be seen is escaped, line breaks too.
        lines = [shortened(visible(example.product), 90) or "(an empty file)"]
    else:
        lines = json_lines(example.product, COLUMNS - 2)
    yield from (f"  {shortened(line, COLUMNS - 2)}" for line in lines)
    for setting in example.setting:
        yield from wrapped(visible(setting), COLUMNS, "      ")
    for pointer, message in example.found:
        place = shortened(pointer, 60)
        yield from wrapped(visible(f"{place} {message}"), COLUMNS, "    → ")
    if example.failure is not None:
        yield from wrapped(visible(f"The rule fails here: {example.failure}"), COLUMNS, "    → ")


def _of_finding(world: World, name: str) -> Iterator[str]:
    rows = [row for row in all_rows(world) if row.name == name]
    about = world.about(name)
    assert about is not None, "asked only for names that the world gives"
    level = max((row.level for row in rows), default=about[1])
    yield f"{name}  {level.label}"
    yield ""
    yield from wrapped(about[0] if name in CATEGORY_FINDINGS or not rows else finding_summary(rows))
    field = family(name).replace("-", "_")
    described = world.product_schema["properties"].get(field, {}).get("description")
    if described and rows:
        yield ""
        yield from wrapped(f"The field {field}: {described}")
    if rows:
        yield from _heading("Limits")
        yield from _limit_table(rows)
        yield from _forms(rows)
        yield from _confidences(row.source for row in rows)
    if name in CATEGORY_FINDINGS:
        yield from _heading("Categories")
        yield from _of_categories(world)
    number = next(
        (row.value for row in rows if row.value is not None and row.platform != ALL), None
    )
    example = None if number is None else written({"limit": number})
    if name != INTERNAL_ERROR:  # to hide a failure is no setting to advise
        yield from _how_to_set(world, name, example, name not in ENGINE_FINDINGS)


def _limit_table(rows: list[Row]) -> Iterator[str]:
    cells = [("platform", "limit", "level", "from", "until", "confidence", "read", "source")]
    for row in rows:
        since, until = (day.isoformat() if day else "" for day in (row.since, row.until))
        known = row.source
        cells.append(
            (row.platform, row.told, row.level.label, since, until, known.confidence, known.read,
             known.title)
        )  # fmt: skip
    yield from _without_empty_columns(cells)


def _forms(rows: list[Row]) -> Iterator[str]:
    """The regular expressions of *rows*, where their words do not show them."""
    for row in rows:
        if row.pattern is not None and row.pattern not in row.words:
            yield ""
            yield f"  The form for {row.platform} ({row.level.label}), as a regular expression:"
            yield from (f"  {piece}" for piece in cut(row.pattern, COLUMNS - 2))


def _of_categories(world: World) -> Iterator[str]:
    for name in world.platforms.names:
        platform = world.platforms.get(name)
        if platform.categories is not None:
            known = source_of(platform, platform.categories.get("source"))
            yield from wrapped(
                f"{name}: read from a saved answer of the platform ({_cited(known)}). Name its file"
                f' in the configuration: [platforms.{name}] categories = "answer.json"',
                COLUMNS,
                "  ",
            )


def _how_to_set(world: World, name: str, options: str | None, of_platforms: bool) -> Iterator[str]:
    """How a configuration switches *name* off, or sets *options* (a TOML table)."""
    yield from _heading("In listlint.toml")
    yield "  [rules]"
    entries = [(f'"{name}" = "off"', "# or info, warn, error")]
    if options is not None:
        entries.append((f'"{name}" = {options}', "# with a value of your own"))
    yield from table(entries)
    if of_platforms:
        yield "  For one platform alone, write it under [platforms.NAME.rules]."
    here = configured(world, name)
    if here:
        yield from _heading("Your configuration")
        for entry, origin in here:
            yield from wrapped(f"{entry} # {origin}", COLUMNS, "  ", "      ")


def platform_lines(world: World) -> Iterator[str]:
    """One line for each platform: name, title, how much it states, other names."""
    rows = []
    for name in world.platforms.names:
        platform = world.platforms.get(name)
        stated = f"{len(platform_rows(world, name))} limits, {len(platform.rules)} rules set"
        aliases = f"also {', '.join(platform.aliases)}" if platform.aliases else ""
        rows.append((name, platform.title, stated, aliases))
    yield from table(rows, indent="")
    yield ""
    yield "“listlint platforms NAME” tells all that one of them states, with its sources."


def platform_page(world: World, name: str) -> Iterator[str]:
    """All limits, rules and sources of the platform *name*; UsageError where there is none."""
    platform = world.platforms.get(name)
    rows = platform_rows(world, platform.name)
    rules = rules_of(platform)
    return _of_platform(world, platform.name, rows, rules)


def _of_platform(
    world: World, name: str, rows: list[Row], rules: list[PlatformRule]
) -> Iterator[str]:
    platform = world.platforms.get(name)
    yield f"{platform.title} ({name})"
    yield ""
    yield from wrapped(f"Listings are in the language “{platform.language}”.")
    if platform.aliases:
        yield from wrapped(f"Also called {', '.join(platform.aliases)}.")
    yield from _heading("Limits")
    cells = [("name", "level", "source", "", "read", "limit")]
    for row in rows:
        known = row.source
        told = f"{row.told}{_dates(row)}"
        cells.append((row.name, row.level.label, known.key, known.confidence, known.read, told))
    yield from table(cells)
    yield from _heading("Rules that are set")
    settings = [("name", "level", "source", "", "read", "options")]
    for each in rules:
        rule = world.registry.get(each.rule)
        level = each.level if each.level is not None or rule is None else rule.level
        known = each.source
        settings.append(
            (each.rule, level.label if level is not None else "", known.key, known.confidence,
             known.read, shortened(each.told, 200))
        )  # fmt: skip
    yield from table(settings)
    if platform.categories is not None:
        yield from _heading("Categories")
        yield from _of_categories(world)
    yield from _heading("Sources")
    sources = [source_of(platform, key) for key in platform.sources]
    for known in sources:
        yield f"  {known.key}"
        yield from wrapped(f"{known.title}.", COLUMNS, "      ")
        yield from wrapped(f"{known.who}: {known.where}", COLUMNS, "      ")
        yield f"      read {known.read}, confidence {known.confidence}"
    yield from _confidences(sources)


def _dates(row: Row) -> str:
    since = f" from {row.since}" if row.since else ""
    until = f" until {row.until}" if row.until else ""
    return f",{since}{until}" if since or until else ""


def _cited(source: Source) -> str:
    parts = (source.title, source.read and f"read {source.read}",
             source.confidence and f"confidence {source.confidence}")  # fmt: skip
    return ", ".join(part for part in parts if part)


def _confidences(sources: Iterator[Source] | list[Source]) -> Iterator[str]:
    """What the marks of confidence of *sources* mean."""
    used = {source.confidence for source in sources}
    known = [(mark, means) for mark, means in CONFIDENCE.items() if mark in used]
    if known:
        yield ""
        yield from wrapped(
            f"Confidence {'; '.join(f'{mark}: {means}' for mark, means in known)}.", COLUMNS, "  "
        )


def _without_empty_columns(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The table of *rows*, a head first, without the columns that say nothing."""
    kept = [index for index in range(len(rows[0])) if any(row[index] for row in rows[1:])]
    yield from table([[row[index] for index in kept] for row in rows])


def _heading(text: str) -> Iterator[str]:
    yield ""
    yield text


if __name__ == "__main__":
    from pathlib import Path

    from listlint.manualpages import write_pages

    write_pages(Path(sys.argv[1]))
