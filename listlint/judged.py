"""What was found in a product: values with levels on each platform, and how equal ones meet.

This module runs nothing and knows no files, settings or formats.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from listlint.model import Finding, Level, pointer_text
from listlint.namedtuples import NamedTuple
from listlint.plan import Entry
from listlint.rule import Key

INTERNAL_ERROR = "internal-error"

CRASHES = (Exception, SystemExit)
"""What a broken rule may raise: it becomes a finding, and all else goes on."""


class Judged(NamedTuple):
    """A finding with its rule's name, its level on each platform, and its pointer in the source.

    *template* is the message to fill with the finding's data.
    """

    name: str
    template: str
    finding: Finding
    levels: Mapping[str, Level]
    source: str | None = None


ABSENCES = ("required", "minItems", "minProperties", "contains")
"""Keywords that tell of what is missing."""

Remembered = dict[tuple[str, str], tuple[Entry, Key]]
"""(rule, text of the key) → what is remembered of one product, once for all its listings."""


class Judgement(NamedTuple):
    """All that was found in one product; *keys* are for the rules across products."""

    found: list[Judged]
    keys: list[tuple[Entry, Key]]


def crashed(rule: str, levels: Mapping[str, Level], error: BaseException) -> Judged:
    """That *rule* failed, for the platforms of *levels*."""
    data = {"rule": rule, "error": f"{type(error).__name__}: {error}"}
    return Judged(
        INTERNAL_ERROR,
        "The rule {rule} failed ({error}). This product is not fully judged; please report it.",
        Finding("crash", (), "value", data),
        dict.fromkeys(levels, Level.ERROR),
    )


def merged(found: Iterable[Judged]) -> list[Judged]:
    """Findings that are equal but for their platforms, as one; those of one platform stay apart."""
    merged: dict[tuple[object, ...], Judged] = {}
    seen: dict[tuple[object, ...], int] = {}
    for judged in found:
        finding = judged.finding
        what: tuple[object, ...] = (
            judged.name,
            finding.message,
            pointer_text(finding.pointer),
            finding.on,
            repr(finding.data),
            finding.text,
        )
        on_these = (what, *judged.levels)
        ordinal = seen[on_these] = seen.get(on_these, -1) + 1
        first = merged.get((*what, ordinal))
        if first is not None:
            levels = {**judged.levels, **first.levels}
            judged = first._replace(levels=levels, source=first.source or judged.source)
        merged[*what, ordinal] = judged
    return list(merged.values())
