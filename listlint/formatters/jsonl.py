"""JSON Lines: one finding a line, flat, each understood without the others.

Fields: ``path`` as shown, ``rule``, ``level`` (``error``, ``warn``, ``info``), ``message``,
``messageId``, ``line``, ``column``, ``endLine``, ``endColumn`` (as in the format ``json``: from 1,
the end exclusive, columns in UTF-16 units), ``start`` and ``end`` (bytes of the file),
``pointer``, ``product``, ``platforms``, ``fingerprint``, ``source``, ``fatal``; a brand finding
adds ``brand``, ``word``, ``kind``.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.formatters._encode import encode
from listlint.formatters._selection import shown_messages
from listlint.model import Level
from listlint.report import Report

_LABELS = tuple(level.label for level in Level)


def render(report: Report) -> Iterator[str]:
    """The findings of the report, file after file."""
    for result in report.results:
        for each in shown_messages(report, result):
            fields = {
                **each.extra,
                "path": result.path,
                "rule": each.rule,
                "level": _LABELS[each.level],
                "message": each.message,
                "messageId": each.message_id,
                "line": each.line,
                "column": each.utf16_column,
                "endLine": each.end_line,
                "endColumn": each.utf16_end_column,
                "start": each.start,
                "end": each.end,
                "pointer": each.pointer,
                "product": each.product,
                "platforms": each.platforms,
                "fingerprint": each.fingerprint,
                "source": each.source,
                "fatal": each.fatal,
            }
            yield f"{encode(fields)}\n"
