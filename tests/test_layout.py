"""Text for a terminal: no line too wide, nothing lost, JSON that still says the same."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.formatters._terminal import width
from listlint.layout import cut, fitting, json_lines, plain, prose, shortened, table, wrapped

TEXT = st.text(st.sampled_from("ab  杯子é😀-"), max_size=60)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.text(max_size=12),
    lambda below: (
        st.lists(below, max_size=4) | st.dictionaries(st.text(max_size=6), below, max_size=4)
    ),
    max_leaves=20,
)


@given(TEXT, st.integers(8, 30))
def test_wrapped_lines_are_narrow_and_lose_nothing(text: str, columns: int) -> None:
    lines = list(wrapped(text, columns, "- "))
    assert all(width(line) <= columns for line in lines)
    assert "".join(line[2:] for line in lines).replace(" ", "") == text.replace(" ", "")


def test_wrapped_lines_begin_as_told() -> None:
    assert list(wrapped("one two three", 9, "→ ")) == ["→ one two", "  three"]
    assert list(wrapped("one two three", 9, "", "  ")) == ["one two", "  three"]
    assert list(wrapped("杯子杯子杯子", 6)) == ["杯子杯", "子杯子"]
    assert list(wrapped("  ")) == []


@given(TEXT, st.integers(3, 30))
def test_cut_and_shortened_texts_fit(text: str, columns: int) -> None:
    assert "".join(cut(text, columns)) == text
    assert all(width(piece) <= columns for piece in cut(text, columns))
    assert width(shortened(text, columns)) <= columns
    assert shortened(text, columns) == text or shortened(text, columns).endswith("…")


def test_at_least_one_character_fits() -> None:
    assert fitting("杯子", 1) == "杯"


def test_columns_line_up_also_under_wide_characters() -> None:
    assert list(table([("a", "杯子", "x"), ("bbb", "c", "y")])) == [
        "  a    杯子  x",
        "  bbb  c     y",
    ]


def test_the_widest_column_is_wrapped_between_words() -> None:
    rows = [("title/max-length", "error", "one two three four"), ("a", "b", "c")]
    assert list(table(rows, columns=39)) == [
        "  title/max-length  error  one two",
        "                           three four",
        "  a                 b      c",
    ]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**Repair.** Set `allow = 1`, not ``b``.", "Repair. Set allow = 1, not b."),
        ("a *word* of 2 * 3 * 4", "a word of 2 * 3 * 4"),
        ("`***` and ``|``", "*** and |"),
        ("snake_case P* x", "snake_case P* x"),
    ],
)
def test_marks_of_markdown_are_gone(markdown: str, text: str) -> None:
    assert plain(markdown) == text


def test_prose_keeps_paragraphs_lists_and_code() -> None:
    markdown = "One\ntwo.\n\n- first `a`\n  goes on\n- second\n\n    x  =  1\n"
    assert list(prose(markdown)) == [
        "One two.", "", "- first a goes on", "- second", "", "    x  =  1",
    ]  # fmt: skip


@given(JSON, st.integers(10, 60))
def test_json_is_laid_out_and_means_the_same(value: Any, columns: int) -> None:
    lines = json_lines(value, columns)
    assert json.loads("\n".join(lines)) == value
    assert all(line.isprintable() for line in lines)


def test_json_stands_on_one_line_where_it_fits() -> None:
    value = {"title": "Mug", "images": ["a.jpg", {"src": "b.jpg"}]}
    assert json_lines(value) == ['{"title": "Mug", "images": ["a.jpg", {"src": "b.jpg"}]}']
    assert json_lines(value, 40) == [
        "{",
        '  "title": "Mug",',
        '  "images": ["a.jpg", {"src": "b.jpg"}]',
        "}",
    ]
