"""The manual on a terminal: `listlint rules` and `explain`.

`listlint.manualplatforms` tells of platforms.
Each function yields lines of plain text without line ends; nothing is printed. As a program,
``python -m listlint.manual docs`` writes the pages that are made from rules and platforms
(`listlint.manualpages`) into the folder given; a test holds them fresh.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from listlint.formatters._terminal import width
from listlint.issues import is_issue_name, issue_platforms
from listlint.judged import INTERNAL_ERROR
from listlint.layout import COLUMNS, cut, json_lines, prose, shortened, table, visible, wrapped
from listlint.manualexamples import Shown, shown_examples
from listlint.manualfacts import (
    ALL,
    PlatformRule,
    Row,
    all_rows,
    configured,
    family,
    finding_summary,
    forms,
    listed,
    no_such_rule,
    option_default,
    option_kind,
    platform_rules,
)
from listlint.manualplatforms import LONGEST, of_categories
from listlint.manualtables import confidences, full_table, heading, titles
from listlint.registry import loaded
from listlint.rule import DOCUMENT
from listlint.tomltext import written
from listlint.world import CATEGORY_FINDINGS, ENGINE_FINDINGS

if TYPE_CHECKING:
    from listlint.rule import Rule
    from listlint.world import World


def rule_lines(world: World) -> Iterator[str]:
    """A line for each rule and finding: name, level, summary; a blank line between families."""
    for _, group in groupby(listed(world), lambda entry: family(entry[0])):
        members = list(group)
        names = max(len(name) for name, _, _ in members)
        for name, level, summary in members:
            begin = f"{name:{names}}  {level.label:5}  "
            yield begin + shortened(summary, COLUMNS - len(begin))
        yield ""
    yield "Values that have not the form of product JSON, or of a saved definition:"
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
    if is_issue_name(name, issue_platforms(world.platforms)) and not name.endswith("*"):
        return _of_issue(world, name)
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
        yield from heading("Options")
        for option, each in rule.options.items():
            yield f"  {option}: {option_kind(each)}"
            yield from wrapped(each.means, COLUMNS, "      ")
            yield from wrapped(f"Default: {option_default(each)}", COLUMNS, "      ")
    if stated:
        yield from heading("Platforms")
        yield from _platform_table(rule, stated)
    if rule.examples:
        examples = shown_examples(rule)
        yield from heading("Right")
        for example in examples:
            if example.good:
                yield from _example(example)
        yield from heading("Wrong")
        for example in examples:
            if not example.good:
                yield from _example(example)
    yield from _how_to_set(world, rule.name, _an_option(rule, stated), rule.on != DOCUMENT)


def _platform_table(rule: Rule, stated: list[PlatformRule]) -> Iterator[str]:
    rows = [("platform", "level", "source", "", "read", "options")]
    for each in stated:
        level = rule.level if each.level is None else each.level
        options = shortened(each.told, LONGEST)
        known = each.source
        rows.append((each.platform, level.label, known.key, known.confidence, known.read, options))
    yield from full_table(rows)
    yield from titles((each.platform, each.source) for each in stated)
    yield from confidences(each.source for each in stated)


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
    told = about[0] if name in CATEGORY_FINDINGS or not rows else finding_summary(rows)
    if width(told) > LONGEST:
        told = "What each platform asks for stands below."
    field = family(name).replace("-", "_")
    described = world.product_schema["properties"].get(field, {}).get("description")
    for text in (told, f"The field {field}: {described}" if described and rows else ""):
        if text:
            yield ""
            yield from wrapped(text)
    if rows:
        yield from heading("Limits")
        yield from _limit_table(world, rows)
        yield from _forms(rows)
        yield from titles((row.platform, row.source) for row in rows)
        yield from confidences(row.source for row in rows)
    if name in CATEGORY_FINDINGS:
        yield from heading("Categories")
        yield from of_categories(world, world.platforms.names)
    number = next(
        (row.value for row in rows if row.value is not None and row.platform != ALL), None
    )
    example = None if number is None else written({"limit": number})
    if name != INTERNAL_ERROR:  # to hide a failure is no setting to advise
        yield from _how_to_set(world, name, example, name not in ENGINE_FINDINGS)


def _of_issue(world: World, name: str) -> Iterator[str]:
    platform = world.platforms.get(family(name))
    code = name.partition("/")[2]
    yield f"{name}  level of the answer"
    yield ""
    yield from wrapped(
        f"{platform.title} answered with the code {code}. Its own sentence is the finding's"
        " message; what the code means is for the platform's documentation to say."
    )
    yield from heading("Where it comes from")
    yield "  listlint check --import-issues answer.json"
    yield from _how_to_set(world, name, None, True)


def _limit_table(world: World, rows: list[Row]) -> Iterator[str]:
    cells = [("platform", "limit", "level", "from", "until", "now", "source", "", "read")]
    for row in rows:
        known = row.source
        since, until = (day.isoformat() if day else "" for day in (row.since, row.until))
        cells.append(
            (row.platform, row.told, row.level.label, since, until, row.now(world.as_of),
             known.key, known.confidence, known.read)
        )  # fmt: skip
    yield from full_table(cells)


def _forms(rows: list[Row]) -> Iterator[str]:
    """The regular expressions of *rows*, where their words do not show them."""
    for row in rows:
        if row.pattern is not None and row.pattern not in row.words:
            yield ""
            yield f"  The form for {row.platform} ({row.level.label}), as a regular expression:"
            yield from (f"  {piece}" for piece in cut(row.pattern, COLUMNS - 2))


def _how_to_set(world: World, name: str, options: str | None, of_platforms: bool) -> Iterator[str]:
    """How a configuration switches *name* off, or sets *options* (a TOML table)."""
    yield from heading("In listlint.toml")
    yield "  [rules]"
    entries = [(f'"{name}" = "off"', "# or info, warn, error")]
    if options is not None:
        entries.append((f'"{name}" = {options}', "# with a value of your own"))
    yield from table(entries)
    if of_platforms:
        yield "  For one platform alone, write it under [platforms.NAME.rules]."
    here = configured(world, name)
    if here:
        yield from heading("Your configuration")
        for entry, origin in here:
            yield from wrapped(f"{entry} # {origin}", COLUMNS, "  ", "      ")


if __name__ == "__main__":
    from pathlib import Path

    from listlint.manualpages import write_pages

    write_pages(Path(sys.argv[1]))
