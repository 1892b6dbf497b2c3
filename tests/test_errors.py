"""The help that errors give: the nearest name, and where a fault is."""

import os
from pathlib import Path

import pytest

from listlint.errors import Fault, nearest, unknown


@pytest.mark.parametrize(
    ("name", "candidates", "near"),
    [
        ("imagse", ["images", "products"], "images"),
        ("IMAGES", ["images"], "images"),
        ("default_platforms", ["default-platforms"], "default-platforms"),
        ("titel/year", ["title/year", "title/yard"], "title/year"),
        ("images/max-item", ["images/max-items", "title/max-items"], "images/max-items"),
        ("image/format", ["images/format", "images/form"], "images/format"),
        ("xyz", ["images"], None),
        ("x", [], None),
    ],
)
def test_the_nearest_name_is_what_was_most_likely_meant(name, candidates, near):
    assert nearest(name, candidates) == near
    assert nearest(name, reversed(candidates)) == near


def test_few_names_are_listed_where_none_is_near_and_many_are_not():
    assert unknown("xyz", ["b", "a"], "rule") == "unknown rule 'xyz'; known: a, b."
    assert unknown("xyz", [str(n) for n in range(20)], "rule") == "unknown rule 'xyz'."


def test_files_are_named_from_the_working_directory_on(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert str(Fault("is wrong.", tmp_path / "x" / "listlint.toml", "a", 3, 4)) == (
        f"x{os.sep}listlint.toml:3:4: a: is wrong."
    )
    assert str(Fault("is wrong.", Path("/elsewhere/listlint.toml"))) == (
        "/elsewhere/listlint.toml: is wrong."
    )
