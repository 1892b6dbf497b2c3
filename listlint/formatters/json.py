"""ESLint's JSON: an array of results, one a file, field for field, so that its readers read ours.

Clean files are listed too. Severities are 2 (error) and 1 (warning, info); places count from 1,
ends are exclusive, columns are UTF-16 units. What ESLint has no field for stands in each
message's ``extra``: ``platforms``, ``product``, ``pointer``, ``fingerprint``, ``level``,
``source``, and for brands ``brand``, ``word``, ``kind``. As with ESLint, ``--quiet`` leaves out
warnings and counts none. Fields that need a file's whole text (``source``, ``output``) are absent.

Text comes in pieces of a few hundred messages: no file's findings are held in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from listlint.formatters._encode import encode
from listlint.formatters._selection import shown_counts, shown_messages
from listlint.model import Diagnostic, Level
from listlint.report import Report, Result

_PIECE = 256
_LABELS = tuple(level.label for level in Level)
_SEVERITIES = (0, 1, 1, 2)


def render(report: Report) -> Iterator[str]:
    """The report as an array, one result a line."""
    yield from results(report, set())
    yield "\n"


def results(report: Report, rules: set[str]) -> Iterator[str]:
    """The array of results without a closing line break; names of rules go into *rules*."""
    before = "["
    for result in report.results:
        yield f'{before}{{"filePath":{encode(result.absolute)},"messages":['
        before = ",\n"
        comma = ""
        for piece in _pieces(shown_messages(report, result)):
            rules.update(message.rule for message in piece)
            yield comma + encode([_message(message) for message in piece])[1:-1]
            comma = ","
        yield _closing(report, result)
    yield "[]" if before == "[" else "]"


def _pieces(messages: Iterable[Diagnostic]) -> Iterator[list[Diagnostic]]:
    rest = iter(messages)
    while piece := list(islice(rest, _PIECE)):
        yield piece


def _closing(report: Report, result: Result) -> str:
    counts = shown_counts(report, result.counts)
    return (
        f'],"suppressedMessages":[],"errorCount":{counts.errors},"fatalErrorCount":{counts.fatal},'
        f'"warningCount":{counts.warnings + counts.infos},"fixableErrorCount":0,'
        '"fixableWarningCount":0,"usedDeprecatedRules":[]}'
    )


def _message(diagnostic: Diagnostic) -> dict[str, Any]:
    (
        rule, level, message_id, message, line, _, end_line, _, column, end_column, _, _,
        pointer, product, platforms, fingerprint, source, fatal, extra,
    ) = diagnostic  # fmt: skip  # one unpacking is several times as fast as the names
    told: dict[str, Any] = {
        "ruleId": rule,
        "severity": _SEVERITIES[level],
        "message": message,
        "messageId": message_id,
        "line": line,
        "column": column,
        "endLine": end_line,
        "endColumn": end_column,
        "extra": {
            "platforms": platforms,
            "product": product,
            "pointer": pointer,
            "fingerprint": fingerprint,
            "level": _LABELS[level],
            "source": source,
            **extra,
        },
    }
    if fatal:
        told["fatal"] = True
    return told
