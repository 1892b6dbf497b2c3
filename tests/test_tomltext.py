"""TOML as text: written so that it is read again, and keys found on their lines."""

import tomllib

import pytest

from listlint.tomltext import dotted, line_of, written


@pytest.mark.parametrize("value", [
    "a \"b\" \\ \n\t\x7f 商 😀", True, False, 3, -2, 1.5, 1e30, float("inf"), [], ["a", [1]],
    {"a": 1, "b c": {"d/e": [True]}}, {},
])  # fmt: skip
def test_a_value_is_written_as_toml_reads_it(value):
    assert tomllib.loads(f"x = {written(value)}") == {"x": value}


@pytest.mark.parametrize(
    ("path", "key"),
    [
        (("images", "root"), "images.root"),
        (("rules", "title/year", "x"), 'rules."title/year".x'),
        (("overrides", 0, "rules", "a b"), 'overrides[0].rules."a b"'),
        (("",), '""'),
    ],
)
def test_a_key_is_written_as_toml_reads_it(path, key):
    assert dotted(path) == key


TEXT = '''# comment: title
title = 1
[rules]
"images/format" = "warn"
"images/max-items" = { level = "error", x = [
  1 ] }
text = """
[overrides]
"""
[[overrides]]
files = [
  "a",
  "b",
]
[overrides.rules]
"a/b" = "off"

[[overrides]]
rules = { "c/d" = "off" }
[product]
"price.amount" = "/x"
price.currency = "/y"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("rules",), 3),
        (("rules", "images/format"), 4),
        (("rules", "images/format", "level"), 4),
        (("rules", "images/max-items", "x"), 5),
        (("rules", "text"), 7),
        (("overrides", 0), 10),
        (("overrides", 0, "files", 1), 11),
        (("overrides", 0, "rules", "a/b"), 16),
        (("overrides", 1), 18),
        (("overrides", 1, "rules", "c/d"), 19),
        (("product", "price", "amount"), 21),
        (("product", "price", "currency"), 22),
        (("absent",), None),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_line_of_a_key_is_found_by_reading(path, line, end):
    assert line_of(TEXT.replace("\n", end), path) == line
