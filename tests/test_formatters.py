"""Formats: golden files, ESLint's shape, and layouts that no text can break.

``python tests/test_formatters.py`` writes the golden files anew; read the difference.
"""

from __future__ import annotations

import itertools
import json
import re
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.formatters import NAMES, formatter
from listlint.formatters._terminal import shown, width
from listlint.formatters.github import summary_markdown
from listlint.model import Diagnostic, Level
from listlint.report import Counts, Excerpt, Report, Result, RuleMeta

GOLDEN = Path(__file__).parent / "fixtures" / "formats"
SUFFIX = {"json": "json", "json-with-metadata": "json", "jsonl": "jsonl"}


def diagnostic(
    rule: str = "title/year", level: Level = Level.ERROR, **fields: object
) -> Diagnostic:
    values: dict[str, object] = {
        "message_id": "year",
        "message": "The title names the year 2019. Remove it.",
        "line": 3,
        "column": 14,
        "end_line": 3,
        "end_column": 20,
        "utf16_column": 14,
        "utf16_end_column": 20,
        "start": 40,
        "end": 46,
        "pointer": "/0/title",
        "product": "MUG-1",
        "platforms": ("dhgate",),
        "fingerprint": "v1:0123456789abcdef",
    }
    return Diagnostic(rule=rule, level=level, **{**values, **fields})  # type: ignore[arg-type]


SAMPLE = {
    "catalog/broken.json": [
        diagnostic(
            "json/syntax",
            message_id="syntax",
            message="Expected a comma or }. Nothing after this place was read.",
            line=2,
            end_line=2,
            pointer="",
            product=None,
            platforms=(),
            fatal=True,
        )
    ],
    "catalog/clean.json": [],
    "catalog/mugs.json": [
        diagnostic(
            "images/max-items",
            message_id="max-items",
            message="9 images; at most 8 are shown. Remove 1.",
            line=12,
            column=5,
            end_line=22,
            end_column=6,
            utf16_column=5,
            utf16_end_column=6,
            pointer="/0/images",
            platforms=("dhgate", "tmall-global"),
            source="owner",
        ),
        diagnostic(
            "brand/infringing-word",
            Level.WARN,
            message_id="word",
            message="“耐克” is a brand that is not the listing's own. Remove it.",
            line=103,
            column=17,
            end_line=103,
            end_column=19,
            utf16_column=18,
            utf16_end_column=20,
            pointer="/1/title",
            product="杯子 😀",
            extra={"brand": "Nike", "word": "耐克", "kind": "name"},
        ),
        diagnostic(
            "images/dimensions", Level.INFO, line=104, end_line=104, product="MUG\n3\x1b[31m"
        ),
        diagnostic("title/forbidden-character", message="Remove ##[add-mask]\r\n::error::x %0A."),
    ],
}


def excerpt_of(result: Result, each: Diagnostic) -> Excerpt | None:
    if each.fatal:
        return None
    if each.line == 103:
        return Excerpt('"title": "😀 耐克\t杯"', 12, 14, before=True)
    return Excerpt('  "title": "Mug 2019"', 11, 21, after=True)


def report_of(files: dict[str, list[Diagnostic]], products: int = 7, **fields: object) -> Report:
    results = [
        Result(path, path if path == "<text>" else f"/shop/{path}", Counts.of(found), found)
        for path, found in files.items()
    ]
    counts = sum((result.counts for result in results), Counts(products=products))
    plain = Report(
        results=results,
        counts=counts,
        cwd="/shop",
        rules=lambda name: RuleMeta(name, f"What {name} asks for.", Level.WARN),
        excerpt=excerpt_of,
        files=len(results),
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def text_of(name: str, report: Report) -> str:
    return "".join(formatter(name)(report))


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
    report = replace(report_of({}), results=[result], counts=Counts(errors=40_000, products=1))
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
    report = replace(
        report_of({"a.json": [diagnostic()]}), excerpt=lambda result, each: Excerpt("{}", 1, 1)
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


# Whatever stands in a product, a path or a message.

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
    report = replace(report, excerpt=lambda result, each: None)
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
    report = replace(
        report, excerpt=lambda result, each: Excerpt(text, min(start, end), max(start, end))
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
