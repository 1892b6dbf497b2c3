"""ESLint's JSON with what is known of the rules: ``{results, metadata: {cwd, rulesMeta}}``.

``rulesMeta`` tells about each rule that has findings in the results, in ESLint's words: its
``type``, ``docs.description`` and, where there is a page, ``docs.url``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from listlint.formatters._encode import encode
from listlint.formatters.json import results
from listlint.model import Level
from listlint.report import Report, RuleMeta


def render(report: Report) -> Iterator[str]:
    """The report as one object."""
    rules: set[str] = set()
    yield '{"results":'
    yield from results(report, rules)
    told = {name: _meta(report.rules(name)) for name in sorted(rules)}
    yield f',"metadata":{encode({"cwd": report.cwd, "rulesMeta": told})}}}\n'


def _meta(meta: RuleMeta) -> dict[str, Any]:
    docs = {"description": meta.summary}
    if meta.url is not None:
        docs["url"] = meta.url
    # ESLint's "problem" is what is wrong, its "suggestion" what could be better.
    return {"type": "problem" if meta.level >= Level.ERROR else "suggestion", "docs": docs}
