"""For people who repair: each finding with the source around it.

::

    images/max-items  error  9 pictures; at most 8 are shown. Remove 1.
      --> catalog/mugs.json:12:13  MUG-1 · dhgate
       |
    12 |   "images": ["a.jpg", "b.jpg", "c.jpg", …
       |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       = source: owner

The caret stands under the finding also where characters are two columns wide, or escaped.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.formatters._selection import shown_messages, summary
from listlint.formatters._terminal import Paint, painter, shown, width
from listlint.formatters.stylish import LEVELS, owner
from listlint.model import Diagnostic
from listlint.report import Excerpt, Report, Result


def render(report: Report) -> Iterator[str]:
    """All findings, file after file, then the summary."""
    paint = painter(report.colour)
    for result in report.results:
        for each in shown_messages(report, result):
            yield _finding(report, result, each, paint)
    yield summary(report, paint)


def _finding(report: Report, result: Result, each: Diagnostic, paint: Paint) -> str:
    word, style = LEVELS[each.level]
    margin = " " * len(str(each.line))
    bar = paint("blue", "|")
    about = owner(each)
    lines = [
        f"{paint('bold', shown(each.rule))}  {paint(style, word)}  {shown(each.message)}",
        f"{margin}{paint('blue', '-->')} {shown(result.path)}:{each.line}:{each.column}"
        + (f"  {about}" if about else ""),
    ]
    excerpt = report.excerpt(result, each)
    if excerpt is not None:
        text, blank, marked = _underlined(excerpt)
        lines += [
            f"{margin} {bar}",
            f"{paint('blue', str(each.line))} {bar} {text}",
            f"{margin} {bar} {blank}{paint(style, marked)}",
        ]
    if each.source is not None:
        lines.append(f"{margin} {paint('blue', '=')} source: {shown(each.source)}")
    url = report.rules(each.rule).url
    if url is not None:
        lines.append(f"{margin} {paint('blue', '=')} more: {shown(url)}")
    return "\n".join(lines) + "\n\n"


def _underlined(excerpt: Excerpt) -> tuple[str, str, str]:
    """The line as shown, the blank before the carets, and the carets."""
    text, start, end = excerpt.text, excerpt.start, excerpt.end
    before = ("…" if excerpt.before else "") + shown(text, 0, start)
    marked = shown(text, start, end)
    after = shown(text, end) + ("…" if excerpt.after else "")
    return before + marked + after, " " * width(before), "^" * max(1, width(marked))
