"""What a formatter is given: results, one a file, and what surrounds them.

A formatter is a function ``render(report) -> Iterator[str]`` in a file of `listlint.formatters`.
It gets values and yields text: it opens no file and knows no rule, document or configuration.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from listlint.model import Diagnostic, Level
from listlint.namedtuples import NamedTuple


class Counts(NamedTuple):
    """How many findings there are of each level, products judged, and products with findings."""

    errors: int = 0
    warnings: int = 0
    infos: int = 0
    fatal: int = 0
    products: int = 0
    faulty: int = 0

    def plus(self, other: Counts) -> Counts:
        """The sum of both."""
        return Counts(
            self.errors + other.errors,
            self.warnings + other.warnings,
            self.infos + other.infos,
            self.fatal + other.fatal,
            self.products + other.products,
            self.faulty + other.faulty,
        )

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic], products: int = 0) -> Counts:
        """The counts of *diagnostics*."""
        levels = [0, 0, 0, 0]
        fatal = 0
        for each in diagnostics:
            levels[each.level] += 1
            fatal += each.fatal
        return cls(levels[Level.ERROR], levels[Level.WARN], levels[Level.INFO], fatal, products)


class Result(NamedTuple):
    """One file and its findings, in the order of their places.

    *path* is how the file is shown (relative to the working directory, forward slashes), *absolute*
    its whole path (``<text>`` for standard input without a name). *messages* can be iterated again
    and again; it may read from disk, so that no report holds all findings.
    """

    path: str
    absolute: str
    counts: Counts
    messages: Iterable[Diagnostic]


class RuleMeta(NamedTuple):
    """What a report may tell about a rule: its one-sentence summary, level and page."""

    name: str
    summary: str
    level: Level
    url: str | None = None


class Excerpt(NamedTuple):
    """The part of a source line around a finding.

    *text* is the line, cut to a bounded window, on one line; the finding underlines
    ``text[start:end]`` (code points). *before* and *after* tell that the line was cut there.
    """

    text: str
    start: int
    end: int
    before: bool = False
    after: bool = False


class Report(NamedTuple):
    """Everything that formatters may know.

    *results* can be iterated again and again, files in order of path, clean ones too. *counts* are
    those of all results. *rules* tells about each rule that has findings. *excerpt* gives the
    source around a finding of the file shown as *path*. *passed_over* counts JSON files that hold
    no product. *quiet* leaves warnings and infos out of what is shown; *counts* keep them.
    """

    results: Iterable[Result]
    counts: Counts
    cwd: str
    rules: Callable[[str], RuleMeta]
    excerpt: Callable[[Result, Diagnostic], Excerpt | None]
    colour: bool = False
    quiet: bool = False
    files: int = 0
    passed_over: int = 0
    by_rule: Mapping[str, int] = {}  # of a tuple: never written

    def coloured(self, colour: bool) -> Report:
        """The same report for an output that shows colours, or not."""
        return self._replace(colour=colour)


Formatter = Callable[[Report], Iterator[str]]
