"""What of a report is shown, and the sentence that sums it up: the same in every format.

``--quiet`` leaves warnings and infos out of what is shown, never out of what is said.
"""

from __future__ import annotations

from collections.abc import Iterable

from listlint.formatters._terminal import Paint, counted
from listlint.model import Diagnostic, Level
from listlint.report import Counts, Report, Result


def shown_messages(report: Report, result: Result) -> Iterable[Diagnostic]:
    """The findings of *result* that are shown, in their order; never all of them in memory."""
    if not report.quiet:
        return result.messages
    if not result.counts.errors:
        return ()
    return (message for message in result.messages if message.level >= Level.ERROR)


def shown_counts(report: Report, counts: Counts) -> Counts:
    """*counts* of what is shown."""
    if not report.quiet:
        return counts
    return Counts(errors=counts.errors, fatal=counts.fatal, products=counts.products)


def total(counts: Counts) -> int:
    """All findings of *counts*."""
    return counts.errors + counts.warnings + counts.infos


def kinds(counts: Counts) -> str:
    """``2 errors, 1 warning, 3 infos``, without what there is none of."""
    numbers = ((counts.errors, "error"), (counts.warnings, "warning"), (counts.infos, "info"))
    return ", ".join(counted(count, noun) for count, noun in numbers if count)


def verdict(report: Report, paint: Paint) -> str:
    """One sentence on all findings, in colours by *paint*.

    ``✖ 12 problems (9 errors, 3 warnings) in 5 of 120 products`` or
    ``✔ 120 products, no problems``.
    Infos are no problems and are told beside; so is what ``--quiet`` hides.
    """
    counts = report.counts
    problems = counts.errors + (0 if report.quiet else counts.warnings)
    products = counted(counts.products, "product")
    infos = f" and {counted(counts.infos, 'info')}" if counts.infos and not report.quiet else ""
    if problems:
        split = f"{counted(counts.errors, 'error')}, {counted(counts.warnings, 'warning')}"
        if report.quiet:
            split = counted(counts.errors, "error")
        some = "" if report.quiet or not counts.faulty else f"{counts.faulty} of "
        line = f"✖ {counted(problems, 'problem')} ({split}){infos} in {some}{products}"
        style = "bold red" if counts.errors else "bold yellow"
    else:
        mark = "✔ " if counts.products else ""
        line = f"{mark}{products}, no {'errors' if report.quiet else 'problems'}{infos}"
        style = "green"
    hidden = kinds(Counts(warnings=counts.warnings, infos=counts.infos)) if report.quiet else ""
    return paint(style, f"{line}; {hidden} not shown" if hidden else line)


def summary(report: Report, paint: Paint) -> str:
    """The closing lines of a report for people, each ended by a line break."""
    lines = [verdict(report, paint)]
    if report.passed_over:
        passed = f"{counted(report.passed_over, 'JSON file')} without a product passed over"
        lines.append(paint("dim", f"  {passed}"))
    return "".join(f"{line}\n" for line in lines)
