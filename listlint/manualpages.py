"""The pages of `docs/` that are made from data: one for each rule, one for each platform.

Markdown text from the built-in rules and platforms; no configuration counts. Nobody edits the
pages: ``python -m listlint.manual docs`` writes them anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from listlint.issues import FORM
from listlint.layout import json_lines, visible
from listlint.manualexamples import Shown, shown_examples
from listlint.manualfacts import (
    CONFIDENCE,
    PlatformRule,
    Row,
    Source,
    family,
    option_default,
    option_kind,
    payload_rows,
    platform_rows,
    platform_rules,
    rules_of,
    source_of,
)
from listlint.registry import walked
from listlint.rule import Rule
from listlint.settings import Settings
from listlint.world import World

_MADE = "<!-- Made by “python -m listlint.manual docs”; changes here are lost. -->"
_WIDTH = 90


def write_pages(docs: Path) -> None:
    """Write all pages below the folder *docs*, and remove those of rules and platforms gone."""
    made = pages()
    for folder in ("rules", "platforms"):
        for path in (docs / folder).rglob("*.md"):
            if path.relative_to(docs).as_posix() not in made:
                path.unlink()
    for name, text in made.items():
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def pages() -> dict[str, str]:
    """The text of each page by its path below `docs/`."""
    world = World(Settings(), date.min)
    rules = list(walked())
    made = {"rules/README.md": _text(_index(rules))}
    for rule in rules:
        made[f"rules/{rule.name}.md"] = _text(_rule(world, rule))
    for name in world.platforms.names:
        made[f"platforms/{name}.md"] = _text(_platform(world, name))
    return made


def _text(lines: Iterator[str]) -> str:
    return "\n".join((*lines, "", _MADE, ""))


def _index(rules: Sequence[Rule]) -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield (
        "A page for each rule that is a file. Limits that a platform states as numbers, lists and"
        " forms (`images/max-items`, `title/max-length`, …) are rules too: they stand on the"
        " platform's page, and `listlint explain NAME` tells each platform's limit side by side."
        " The level is the rule's own; a platform may set another."
    )
    for name, members in groupby(rules, lambda rule: family(rule.name)):
        yield ""
        yield f"## {name}"
        yield ""
        yield from _table(
            ("rule", "level", "what it asks for"),
            [
                (f"[{rule.name}]({rule.name}.md)", rule.level.label, _cell(rule.summary))
                for rule in members
            ],
        )


def _rule(world: World, rule: Rule) -> Iterator[str]:
    stated = platform_rules(world, rule.name)
    yield f"# {rule.name}"
    yield ""
    yield f"Level: **{rule.level.label}**"
    yield ""
    yield _body(rule.doc)
    if rule.options:
        yield ""
        yield "## Options"
        yield ""
        for name, option in rule.options.items():
            yield f"- `{name}`: {option_kind(option)}. {option.means}"
            default = option_default(option)
            yield f"  Default: {default if option.default is None else _code(default)}"
    if stated:
        yield ""
        yield "## Platforms"
        yield ""
        yield from _settings(stated, rule.level.label)
    examples = shown_examples(rule)
    for title, wrong in (("Right", False), ("Wrong", True)):
        yield ""
        yield f"## {title}"
        for example in examples:
            if example.failure is not None:
                raise ValueError(f"{rule.name} fails on an example of its own: {example.failure}")
            if bool(example.found) is wrong:
                yield from _example(example)
    yield ""
    yield "## Switch it off"
    yield ""
    yield from _fenced("toml", ["[rules]", f'"{rule.name}" = "off"'])


def _settings(stated: Sequence[PlatformRule], level: str) -> Iterator[str]:
    yield from _table(
        ("platform", "level", "options", "confidence", "read", "source"),
        [
            (
                f"[{each.platform}](../../platforms/{each.platform}.md)",
                each.level.label if each.level is not None else level,
                _options(each),
                _cell(each.source.confidence),
                each.source.read,
                _cell(each.source.title),
            )
            for each in stated
        ],
    )


def _options(stated: PlatformRule) -> str:
    return _code(stated.told) if stated.told else ""


def _example(example: Shown) -> Iterator[str]:
    yield ""
    if isinstance(example.product, str):
        # The raw text of a file: what cannot be seen is escaped, line breaks too.
        text = visible(example.product)
        yield from _fenced("text", [text if len(text) <= _WIDTH else f"{text[:_WIDTH]}…"])
    else:
        yield from _fenced("json", json_lines(example.product, _WIDTH))
    if example.setting:
        yield ""
        yield f"Given: {'; '.join(_cell(visible(each)) for each in example.setting)}"
    if example.found:
        yield ""
        for pointer, message in example.found:
            place = _code(pointer if len(pointer) <= _WIDTH else f"{pointer[:_WIDTH]}…")
            told = f"**{_cell(visible(message))}**"
            yield f"- {place} {told}" if pointer else f"- {told}"


def _platform(world: World, name: str) -> Iterator[str]:
    platform = world.platforms.get(name)
    yield f"# {platform.title}"
    yield ""
    aliases = f", also called {', '.join(platform.aliases)}" if platform.aliases else ""
    yield f"The platform `{name}`{aliases}. Listings are in the language `{platform.language}`."
    yield ""
    yield (
        f"All of this is data: `schemas/{name}/`. What the platform states and is not checked"
        " stands in [not-checked.md](../not-checked.md)."
    )
    yield ""
    yield "## Limits"
    yield ""
    yield from _limits(platform_rows(world, name))
    yield ""
    yield "## Rules that are set"
    yield ""
    yield "All other rules run too, with their own levels and options."
    yield ""
    yield from _table(
        ("rule", "level", "options", "confidence", "read", "source"),
        [_set_rule(world, each) for each in rules_of(platform)],
    )
    payload = payload_rows(world, name)
    if payload:
        yield ""
        yield "## Payloads of its API"
        yield ""
        yield (
            "A payload is judged as it is, for this platform alone. Its values are held to the"
            " limits above; this is what its structure must be besides."
        )
        yield ""
        yield from _limits(payload)
    if platform.categories is not None:
        yield from _categories(name, source_of(platform, platform.categories.get("source")))
    about = (world.platforms.payload_schema(name) or {}).get(FORM)
    if about is not None:
        yield from _issues(name, source_of(platform, about.get("source")))
    yield ""
    yield "## Sources"
    yield ""
    sources = [source_of(platform, key) for key in platform.sources]
    yield from _table(
        ("key", "title", "who", "where", "read", "confidence"),
        [tuple(_cell(text) for text in source) for source in sources],
    )
    yield ""
    used = {source.confidence for source in sources}
    marks = [f"{_cell(mark)}: {means}" for mark, means in CONFIDENCE.items() if mark in used]
    yield f"Confidence {'; '.join(marks)}."


def _limits(rows: Sequence[Row]) -> Iterator[str]:
    yield from _table(
        ("name", "limit", "level", "confidence", "read", "source"),
        [
            (
                f"`{row.name}`",
                _cell(", ".join(filter(None, (row.told, row.dates)))),
                row.level.label,
                _cell(row.source.confidence),
                row.source.read,
                _cell(row.source.key),
            )
            for row in rows
        ],
    )


def _set_rule(world: World, stated: PlatformRule) -> tuple[str, ...]:
    rule = world.registry.get(stated.rule)
    level = stated.level if stated.level is not None or rule is None else rule.level
    return (
        f"[{stated.rule}](../rules/{stated.rule}.md)",
        level.label if level is not None else "",
        _options(stated),
        _cell(stated.source.confidence),
        stated.source.read,
        _cell(stated.source.key),
    )


def _categories(name: str, source: Source) -> Iterator[str]:
    yield ""
    yield "## Categories"
    yield ""
    yield (
        "Which attributes a category asks for, which values they take, and which words a title must"
        f" or must not hold, is read from a saved answer of the platform ({source.title}). The"
        " configuration names the file:"
    )
    yield ""
    yield from _fenced("toml", [f"[platforms.{name}]", 'categories = "answer.json"'])


def _issues(name: str, source: Source) -> Iterator[str]:
    yield ""
    yield "## Issues"
    yield ""
    yield (
        f"What the platform answers to a preview{f' ({source.title})' if source.title else ''} is"
        f" told beside our own findings, as `{name}/<code>`:"
    )
    yield ""
    yield from _fenced("sh", ["listlint check catalog --import-issues answers.json"])


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _fenced(language: str, lines: Sequence[str]) -> Iterator[str]:
    yield f"```{language}"
    yield from lines
    yield "```"


_SPECIAL = re.compile(r"[\\`*_<>|]|&(?=#?\w+;)")
_HTML = re.compile(r"(`+).*?\1|<|&(?=#?\w+;)", re.DOTALL)


def _cell(text: str) -> str:
    """*text* as it is, whatever Markdown or HTML it holds."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def _body(markdown: str) -> str:
    """*markdown* in which tags of HTML are shown, not obeyed."""
    return _HTML.sub(lambda match: match[0] if match[1] else f"\\{match[0]}", markdown)


def _code(text: str) -> str:
    """*text* as code on one line, also where it holds backticks, and in a table."""
    fence = "``" if "`" in text else "`"
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text}{pad}{fence}".replace("|", "\\|")
