"""The pipeline without a command line: bytes in, diagnostics and reports out, fast enough for
thousands of examples."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from listlint.excerpt import excerpts
from listlint.formatters import NAMES, formatter
from listlint.lint import Linter
from listlint.merge import Catalog
from listlint.model import Diagnostic, Level
from listlint.parts import Outcome, Part
from listlint.report import Report, RuleMeta
from listlint.settings import Settings

TODAY = date(2026, 11, 1)
DHGATE = Settings(default_platforms=("dhgate",))


@cache
def linter(settings: Settings = DHGATE) -> Linter:
    """One linter for all examples: plans are made once."""
    return Linter([settings], TODAY)


def part(data: bytes, name: str = "a.json", root: Path = Path("/nowhere")) -> Part:
    """The file *name* that holds *data*, named on the command line."""
    return Part(str(root / name), str(root), True, 0, data=data)


def merged(parts: Iterable[tuple[Part, Outcome]], lint: Linter | None = None) -> Catalog:
    """The catalog of the outcomes of *parts*."""
    each = list(parts)
    shown = {one.path: (Path(one.path).name, one.path) for one, _ in each}
    catalog = Catalog(shown)
    for one, outcome in each:
        catalog.add(one, outcome)
    catalog.meet(lint or linter())
    return catalog


def found(data: bytes, name: str = "a.json") -> list[Diagnostic]:
    """What is found in *data* for dhgate."""
    one = part(data, name)
    catalog = merged([(one, linter().lint(one))])
    return [each for result in catalog.results for each in result.messages]


def report_of(catalog: Catalog, stdin: bytes | None = None) -> Report:
    """The report of *catalog*, as a command gives it to a format."""
    return Report(
        results=catalog.results,
        counts=catalog.counts,
        cwd="/nowhere",
        rules=lambda name: RuleMeta(name, f"What {name} asks for.", Level.WARN),
        excerpt=excerpts(
            {} if stdin is None else {each.absolute: stdin for each in catalog.results}
        ),
        by_rule=catalog.by_rule,
    )


def rendered(catalog: Catalog, names: Sequence[str] = NAMES, stdin: bytes | None = None) -> bytes:
    """*catalog* in each of the formats *names*, as the bytes that are written."""
    report = report_of(catalog, stdin)
    texts = ["".join(formatter(name)(report)) for name in names]
    return "\f".join(texts).encode("utf-8", "backslashreplace")
