"""GitHub's workflow commands: findings as annotations on the lines of a pull request.

GitHub shows ten errors, ten warnings and ten notices a step and drops the rest without a word.
So the first of each kind are given, spread over the files, and a last notice tells how many more
there are; `summary_markdown` is the table for ``$GITHUB_STEP_SUMMARY`` that holds them.

Files are given by their whole path: the runner maps it into the repository, from any working
directory. Columns are given only where a finding lies on one line, else GitHub misplaces it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from listlint.formatters._selection import kinds, shown_counts, shown_messages, total, verdict
from listlint.formatters._terminal import painter, shown
from listlint.formatters.stylish import LEVELS, owner
from listlint.model import Diagnostic, Level
from listlint.report import Counts, Report, Result

_SHOWN = 10
_SUMMARY_BYTES = 1_000_000
"""GitHub refuses a step's summary above 1 MiB."""

_COMMANDS = {Level.ERROR: "error", Level.WARN: "warning", Level.INFO: "notice"}
_MARKDOWN = re.compile(r"([\\`*_\[\]<>&|~#$])")

Chosen = tuple[int, int, Result, Diagnostic]
"""ordinal in its file among its level, number of the file, the file, the finding."""


def render(report: Report) -> Iterator[str]:
    """The commands, one a line, worst first."""
    counts = shown_counts(report, report.counts)
    room = _SHOWN if _all_shown(counts) else _SHOWN - 1  # the last notice takes a place
    chosen = _chosen(report)
    errors, warnings, infos = (
        chosen[Level.ERROR][:_SHOWN],
        chosen[Level.WARN][:_SHOWN],
        chosen[Level.INFO][:room],
    )
    for kind in (errors, warnings, infos):
        for _, _, result, each in sorted(kind, key=lambda entry: (entry[1], entry[0])):
            yield _command(result, each)
    left = Counts(
        errors=counts.errors - len(errors),
        warnings=counts.warnings - len(warnings),
        infos=counts.infos - len(infos),
    )
    if total(left):
        text = (
            f"and {total(left)} more: {kinds(left)}. "
            "GitHub shows ten of each kind; a report in another format holds all."
        )
        yield f"::notice title=listlint::{_data(text)}\n"


def summary_markdown(report: Report) -> Iterator[str]:
    """A Markdown page of the summary and a table of the findings, worst first, below 1 MiB."""
    yield f"### listlint\n\n{verdict(report, painter(False))}\n"
    counts = shown_counts(report, report.counts)
    if not total(counts):
        return
    yield "\n| level | place | finding | rule | product |\n| --- | --- | --- | --- | --- |\n"
    told = size = 0
    for level in (Level.ERROR, Level.WARN, Level.INFO):
        for result in report.results:
            for each in shown_messages(report, result):
                if each.level != level:
                    continue
                row = _row(result, each)
                size += len(row.encode("utf-8"))
                if size > _SUMMARY_BYTES:
                    yield f"\nand {total(counts) - told} more\n"
                    return
                told += 1
                yield row


def _all_shown(counts: Counts) -> bool:
    return max(counts.errors, counts.warnings, counts.infos) <= _SHOWN


def _chosen(report: Report) -> dict[Level, list[Chosen]]:
    """The first findings of each level: the first of every file before the second of any."""
    chosen: dict[Level, list[Chosen]] = {level: [] for level in _COMMANDS}
    for number, result in enumerate(report.results):
        seen = dict.fromkeys(_COMMANDS, 0)
        for each in shown_messages(report, result):
            level = each.level
            if seen[level] < _SHOWN:
                chosen[level].append((seen[level], number, result, each))
                seen[level] += 1
        for level, entries in chosen.items():
            if len(entries) > _SHOWN:
                chosen[level] = sorted(entries, key=lambda entry: entry[:2])[:_SHOWN]
    return chosen


def _command(result: Result, each: Diagnostic) -> str:
    about = owner(each)
    properties = {"title": f"{each.rule} ({about})" if about else each.rule}
    message = each.message
    if result.absolute == "<text>":
        message = f"{result.path}:{each.line}:{each.column} {message}"
    else:
        properties |= {"file": result.absolute, "line": str(each.line)}
        properties["endLine"] = str(each.end_line)
        if each.line == each.end_line:
            properties |= {"col": str(each.column), "endColumn": str(each.end_column)}
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[each.level]} {told}::{_data(message)}\n"


def _data(text: str) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _row(result: Result, each: Diagnostic) -> str:
    cells = (
        LEVELS[each.level][0],
        f"{result.path}:{each.line}:{each.column}",
        each.message,
        each.rule,
        owner(each),
    )
    return f"| {' | '.join(_markdown(cell) for cell in cells)} |\n"


def _markdown(text: str) -> str:
    """*text* as it is, whatever Markdown or HTML it holds."""
    return _MARKDOWN.sub(r"\\\1", shown(text.strip()))
