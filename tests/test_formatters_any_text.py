"""Whatever a product, a path or a message holds: valid JSON, one command a line, no broken row."""

from __future__ import annotations

import json
import re

import orjson
from hypothesis import given
from hypothesis import strategies as st
from reports import diagnostic, report_of, text_of

from listlint.formatters._terminal import shown
from listlint.formatters.github import summary_markdown
from listlint.model import Diagnostic, Level
from listlint.report import Excerpt, Report

ANY = st.text(st.characters(exclude_categories=()), max_size=12) | st.sampled_from(
    [
        "\n::error::x",
        "##[stop-commands]x",
        "a\u2028b",
        "\ud800",
        "\r",
        "%0A",
        "|",
        "e\u0301",
        "\x85",
    ]
)
ANY_DIAGNOSTIC = st.builds(
    diagnostic,
    message=ANY,
    product=st.none() | ANY,
    platforms=st.lists(ANY, max_size=2).map(tuple),
    pointer=ANY,
    source=st.none() | ANY,
    extra=st.dictionaries(ANY, ANY | st.integers(), max_size=2).map(lambda extra: {"x": extra}),
    level=st.sampled_from([Level.INFO, Level.WARN, Level.ERROR]),
    fatal=st.booleans(),
)
ANY_REPORT = st.builds(
    report_of, st.dictionaries(ANY, st.lists(ANY_DIAGNOSTIC, max_size=3), max_size=3)
)


def physical_lines(text: str) -> list[str]:
    """Lines as the strictest reader parts them, without the empty end."""
    assert text == "" or text.endswith("\n")
    return re.split("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", text)[:-1]


def findings(report: Report) -> int:
    return sum(len(list(result.messages)) for result in report.results)


@given(ANY_REPORT)
def test_any_text_makes_valid_json(report: Report) -> None:
    report = report._replace(excerpt=lambda result, each: None)
    for name in ("json", "json-with-metadata"):
        text = text_of(name, report)
        assert "##[" not in text
        value = json.loads(text.encode("utf-8"))
        results = value if name == "json" else value["results"]
        assert sum(len(each["messages"]) for each in results) == findings(report)
    lines = text_of("jsonl", report).encode("utf-8").split(b"\n")[:-1]
    assert len([orjson.loads(line) for line in lines]) == findings(report)


@given(ANY_DIAGNOSTIC)
def test_json_tells_sound_text_unchanged(each: Diagnostic) -> None:
    line = text_of("jsonl", report_of({"a.json": [each]}))
    joined = json.loads(json.dumps(each.message))  # pairs of surrogates made one character
    expected = re.sub("[\ud800-\udfff]", "\ufffd", joined)
    assert json.loads(line)["message"] == expected


@given(ANY_REPORT)
def test_any_text_is_one_github_command_a_line(report: Report) -> None:
    text = text_of("github", report)
    text.encode("utf-8")
    lines = re.split("\r\n|[\n\r]", text)[:-1]
    assert len(lines) == findings(report)
    for line in lines:
        command = re.match("::(error|warning|notice) ([^:]*)::", line)
        assert command is not None
        for part in command[2].split(","):
            assert part.partition("=")[0] in {
                "title",
                "file",
                "line",
                "endLine",
                "col",
                "endColumn",
            }


@given(ANY_REPORT)
def test_any_text_keeps_the_layout_of_stylish(report: Report) -> None:
    text = text_of("stylish", report)
    text.encode("utf-8")
    listed = [result for result in report.results if list(result.messages)]
    # a blank line and the path for each file, a line for each finding, a blank line, the summary
    lines = physical_lines(text)
    assert len(lines) == 2 * len(listed) + findings(report) + bool(listed) + 1
    for line in lines:
        assert "##[" not in line
        assert not line.lstrip().startswith("::")
        assert line == shown(line)


@given(ANY_REPORT, ANY, st.integers(0, 12), st.integers(0, 12))
def test_any_text_keeps_the_layout_of_full(report: Report, text: str, start: int, end: int) -> None:
    report = report._replace(
        excerpt=lambda result, each: Excerpt(text, min(start, end), max(start, end))
    )
    lines = physical_lines(text_of("full", report))
    sources = sum(each.source is not None for result in report.results for each in result.messages)
    assert len(lines) == 6 * findings(report) + sources + 1
    assert all(line == shown(line) for line in lines)


@given(ANY_REPORT)
def test_any_text_stays_in_its_cell_of_the_summary_page(report: Report) -> None:
    lines = physical_lines("".join(summary_markdown(report)))
    rows = [line for line in lines if line.startswith("| ")][2:]
    assert len(rows) == findings(report)
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 6 for row in rows)
