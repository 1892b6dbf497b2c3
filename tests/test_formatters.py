"""Formats: golden files, ESLint's shape, what is shown and what is counted.

``python tests/test_formatters.py`` writes the golden files anew; read the difference.
"""

from __future__ import annotations

import itertools
import re
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner
from reports import SAMPLE, diagnostic, report_of, text_of

from listlint.cli import cli
from listlint.formatters import NAMES, formatter
from listlint.formatters._terminal import width
from listlint.formatters.github import summary_markdown
from listlint.model import Diagnostic, Level
from listlint.report import Counts, Excerpt, Report, Result

GOLDEN = Path(__file__).parent / "fixtures" / "formats"
SUFFIX = {"json": "json", "json-with-metadata": "json", "jsonl": "jsonl"}


def test_the_command_line_offers_every_format() -> None:
    told = CliRunner().invoke(cli, ["check", "--help"]).output
    assert all(name in told for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_sample_looks_as_its_golden_file(name: str) -> None:
    golden = GOLDEN / f"{name}.{SUFFIX.get(name, 'txt')}"
    assert text_of(name, report_of(SAMPLE, passed_over=2)) == golden.read_text("utf-8")


def test_the_summary_page_looks_as_its_golden_file() -> None:
    text = "".join(summary_markdown(report_of(SAMPLE)))
    assert text == (GOLDEN / "github-summary.md").read_text("utf-8")


@pytest.mark.parametrize("name", ["stylish", "full"])
def test_colours_add_codes_and_change_no_text(name: str) -> None:
    coloured = text_of(name, report_of(SAMPLE, colour=True))
    assert "\x1b[31merror\x1b[39m" in coloured
    assert re.sub(r"\x1b\[[0-9]+m", "", coloured) == text_of(name, report_of(SAMPLE))


def lines_of(level: Level, count: int) -> list[Diagnostic]:
    return [diagnostic(level=level, line=number) for number in range(1, count + 1)]


@pytest.mark.parametrize(
    ("found", "quiet", "line"),
    [
        ([], False, "✔ 7 products, no problems"),
        ([], True, "✔ 7 products, no errors"),
        (lines_of(Level.ERROR, 1), False, "✖ 1 problem (1 error, 0 warnings) in 7 products"),
        (lines_of(Level.WARN, 2), False, "✖ 2 problems (0 errors, 2 warnings) in 7 products"),
        (lines_of(Level.INFO, 1), False, "✔ 7 products, no problems and 1 info"),
        (lines_of(Level.WARN, 2), True, "✔ 7 products, no errors; 2 warnings not shown"),
        (
            lines_of(Level.ERROR, 2) + lines_of(Level.WARN, 1) + lines_of(Level.INFO, 2),
            True,
            "✖ 2 problems (2 errors) in 7 products; 1 warning, 2 infos not shown",
        ),
        (
            lines_of(Level.ERROR, 1) + lines_of(Level.INFO, 2),
            False,
            "✖ 1 problem (1 error, 0 warnings) and 2 infos in 7 products",
        ),
    ],
)
def test_the_summary_counts_what_is_there_and_says_what_is_hidden(
    found: list[Diagnostic], quiet: bool, line: str
) -> None:
    for name in ("stylish", "full"):
        text = text_of(name, report_of({"a.json": found}, quiet=quiet))
        assert text.splitlines()[-1] == line


def test_no_product_judged_is_no_success() -> None:
    assert "✔" not in text_of("stylish", report_of({}, products=0))


@pytest.mark.parametrize("name", NAMES)
def test_quiet_shows_errors_only(name: str) -> None:
    text = text_of(name, report_of(SAMPLE, quiet=True))
    assert "images/max-items" in text
    assert "brand/infringing-word" not in text
    assert "images/dimensions" not in text


def test_json_counts_add_up_with_and_without_quiet() -> None:
    for quiet in (False, True):
        for result in orjson.loads(text_of("json", report_of(SAMPLE, quiet=quiet))):
            severities = [message["severity"] for message in result["messages"]]
            assert result["errorCount"] == severities.count(2)
            assert result["warningCount"] == severities.count(1)
            assert result["fatalErrorCount"] == sum("fatal" in each for each in result["messages"])


def test_json_lists_clean_files_and_an_empty_run() -> None:
    clean = orjson.loads(text_of("json", report_of({"a.json": []})))
    assert [(each["filePath"], each["messages"]) for each in clean] == [("/shop/a.json", [])]
    assert orjson.loads(text_of("json", report_of({}))) == []


def test_json_columns_are_utf16_units_and_text_columns_code_points() -> None:
    report = report_of(SAMPLE)
    message = orjson.loads(text_of("json", report))[2]["messages"][1]
    assert (message["column"], message["endColumn"]) == (18, 20)
    assert "103:17" in text_of("stylish", report)


def test_fatal_stands_only_where_it_is_true() -> None:
    broken, _, mugs = orjson.loads(text_of("json", report_of(SAMPLE)))
    assert broken["messages"][0]["fatal"] is True
    assert all("fatal" not in message for message in mugs["messages"])


def test_metadata_tells_about_every_rule_that_is_shown() -> None:
    report = orjson.loads(text_of("json-with-metadata", report_of(SAMPLE)))
    shown_rules = {each["ruleId"] for result in report["results"] for each in result["messages"]}
    assert set(report["metadata"]["rulesMeta"]) == shown_rules
    assert report["metadata"]["cwd"] == "/shop"


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_many_findings_is_not_held_in_memory(name: str) -> None:
    each = diagnostic()

    class Many:
        def __iter__(self) -> Iterator[Diagnostic]:
            return itertools.repeat(each, 40_000)

    result = Result("a.json", "/shop/a.json", Counts(errors=40_000), Many())
    report = report_of({})._replace(results=[result], counts=Counts(errors=40_000, products=1))
    tracemalloc.start()
    try:
        size = sum(map(len, formatter(name)(report)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 4_000_000
    assert name == "github" or size > 40_000 * 60


def cells(line: str) -> list[str]:
    return re.split(r"\s{2,}", line.strip())


def test_wide_characters_keep_the_rules_in_one_column() -> None:
    found = [diagnostic(message="Weg damit."), diagnostic(message="标题里有 “耐克”。")]
    rows = text_of("stylish", report_of({"a.json": found})).splitlines()[2:4]
    assert [cells(row)[3:] for row in rows] == [["title/year", "MUG-1 · dhgate"]] * 2
    first, second = (width(row[: row.index("title/year")]) for row in rows)
    assert first == second


def test_one_long_message_does_not_push_the_others_away() -> None:
    found = [diagnostic(message="Short."), diagnostic(message="Long. " * 40)]
    row = text_of("stylish", report_of({"a.json": found})).splitlines()[2]
    assert row == "  3:14  error  Short.  title/year  MUG-1 · dhgate"


def test_the_caret_stands_under_the_finding_where_characters_are_wide() -> None:
    text = text_of("full", report_of({"a.json": [diagnostic(line=103)]}))
    source, carets = (line.partition("| ")[2] for line in text.splitlines()[3:5])
    assert source == '…"title": "😀 耐克\\t杯"'
    assert carets.strip() == "^^^^"
    assert width(source[: source.index("耐")]) == carets.index("^")


def test_a_finding_without_width_still_has_a_caret() -> None:
    report = report_of({"a.json": [diagnostic()]})._replace(
        excerpt=lambda result, each: Excerpt("{}", 1, 1)
    )
    assert "\n3 | {}\n  |  ^\n" in text_of("full", report)


def commands(report: Report) -> list[str]:
    return text_of("github", report).splitlines()


def test_github_gets_ten_of_a_kind_spread_over_the_files_and_the_number_of_the_rest() -> None:
    files = {"a.json": lines_of(Level.ERROR, 40), "b.json": lines_of(Level.WARN, 3)}
    files |= {f"c{number}.json": lines_of(Level.ERROR, 1) for number in range(4)}
    told = commands(report_of(files))
    errors = [line for line in told if line.startswith("::error ")]
    assert len(errors) == 10
    assert sum("file=/shop/a.json" in line for line in errors) == 6
    assert told[:10] == errors
    assert told[-1].startswith("::notice title=listlint::and 34 more: 34 errors.")


def test_github_keeps_a_place_among_the_notices_for_the_number_of_the_rest() -> None:
    told = commands(report_of({"a.json": lines_of(Level.INFO, 11)}))
    assert [line.partition(" ")[0] for line in told] == ["::notice"] * 10
    assert "::and 2 more: 2 infos." in told[-1]
    assert len(commands(report_of({"a.json": lines_of(Level.INFO, 10)}))) == 10


def test_github_gets_columns_only_on_one_line() -> None:
    one, many = commands(report_of({"a.json": [diagnostic(), diagnostic(end_line=5)]}))
    assert "file=/shop/a.json,line=3,endLine=3,col=14,endColumn=20::" in one
    assert "file=/shop/a.json,line=3,endLine=5::" in many


def test_github_names_no_file_for_standard_input() -> None:
    (line,) = commands(report_of({"<text>": [diagnostic()]}))
    assert line.startswith("::error title=title/year (MUG-1 · dhgate)::<text>:3:14 The title")


def test_a_path_is_never_taken_for_a_command() -> None:
    text = text_of("stylish", report_of({"::error::x.json": [diagnostic()]}))
    assert text.splitlines()[1] == "./::error::x.json"


def test_the_summary_page_stays_below_what_github_takes() -> None:
    found = [diagnostic(message="| 长 " * 60) for _ in range(9_000)]
    text = "".join(summary_markdown(report_of({"a.json": found})))
    assert 900_000 < len(text.encode()) < 1_048_576
    rows = sum(line.startswith("| error") for line in text.splitlines())
    assert text.endswith(f"\nand {9_000 - rows} more\n")


def write_golden_files() -> None:
    GOLDEN.mkdir(parents=True, exist_ok=True)
    report = report_of(SAMPLE, passed_over=2)
    for name in NAMES:
        path = GOLDEN / f"{name}.{SUFFIX.get(name, 'txt')}"
        path.write_text(text_of(name, report), "utf-8")
    page = "".join(summary_markdown(report_of(SAMPLE)))
    (GOLDEN / "github-summary.md").write_text(page, "utf-8")


if __name__ == "__main__":
    write_golden_files()
