"""Every platform's own catalogs and payloads: a clean one has no finding, a bad one those recorded.

A folder of `tests/fixtures` that bears a platform's name joins by its files alone:

- `clean.json` and `payload-clean.json`: products, and payloads of the platform's API;
- `bad.json` and `payload-bad.json`, each with `bad.expected.json` beside it: a list of
  `[rule, pointer, level]`, in any order;
- any further file named so: `rules-bad.json` with `rules-bad.expected.json`, `fees-clean.json`, …;
- `listlint.toml`, if they need a configuration (facts of pictures, category answers).

Together the bad files of a platform break each limit that its own data states, and show each rule
that it gives options: so no limit stands where it can never be broken, and no option is one that
the rule does not read.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from runs import TODAY

from listlint.config import Configuration
from listlint.limits import PAYLOAD, Limit, limits
from listlint.lint import Linter
from listlint.merge import Catalog
from listlint.parts import Part
from listlint.platform import BUILTIN, Platforms

FIXTURES = Path(__file__).parent / "fixtures"
PLATFORMS = Platforms()
FOLDERS = sorted(path for path in FIXTURES.iterdir() if path.name in PLATFORMS.names)

Told = list[list[str]]


def files(ending: str) -> list[Any]:
    """The files with the *ending* `clean` or `bad`, as parameters of a test."""
    return [
        pytest.param(path, id=f"{folder.name}/{path.stem}")
        for folder in FOLDERS
        for path in sorted(folder.glob("*.json"))
        if path.stem.rpartition("-")[2] == ending
    ]


def read(path: Path) -> list[Any]:
    """The array that *path* holds."""
    array: list[Any] = json.loads(path.read_text("utf-8"))
    return array


@cache
def outcome(path: Path) -> tuple[int, Told]:
    """How many products *path* holds, and [rule, pointer, level] of what is found in it."""
    asked = (path.parent.name,)
    settings = Configuration(platforms=asked).for_file(path)
    linter = Linter([settings], TODAY)
    part = Part(str(path), str(path.parent), True, 0)
    catalog = Catalog({str(path): (path.name, str(path))})
    catalog.add(part, linter.lint(part))
    catalog.meet(linter)
    told = [
        [each.rule, each.pointer, each.level.label]
        for result in catalog.results
        for each in result.messages
    ]
    return catalog.counts.products, sorted(told)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_platform_has_a_clean_and_a_bad_catalog(folder: Path) -> None:
    names = {"clean", "bad"}
    if (BUILTIN / folder.name / "payload.json").is_file():
        names |= {"payload-clean", "payload-bad"}
    assert {path.stem for path in folder.glob("*.json")} >= names


@pytest.mark.parametrize("path", files("clean"))
def test_a_clean_catalog_has_no_finding(path: Path) -> None:
    products, told = outcome(path)
    assert products == len(read(path))
    assert told == []


@pytest.mark.parametrize("path", files("bad"))
def test_a_bad_catalog_has_the_findings_that_are_recorded(path: Path) -> None:
    products, told = outcome(path)
    assert products == len(read(path))
    assert told == sorted(read(path.with_suffix(".expected.json")))


TOO_LONG = 10_000
"""A text that breaks a longer limit is not written down; `test_schemas` makes it."""


def stated(platform: str) -> set[str]:
    """The names of the limits that the *platform*'s own data states or changes."""
    base = own_listing(platform).get("x-extends")
    taken = keyed(base) if base else {}
    return {
        limit.name
        for key, limit in keyed(platform).items()
        if taken.get(key) != limit
        if not (limit.keyword == "maxLength" and limit.value > TOO_LONG)
    }


def keyed(platform: str) -> dict[object, Limit]:
    """The limits of listings and payloads of *platform*, by their places."""
    payload = PLATFORMS.payload_schema(platform)
    told = [("listing", limit) for limit in limits(PLATFORMS.get(platform).schema)]
    told += [("payload", limit) for limit in limits(payload, PAYLOAD)] if payload else []
    return {(where, limit.at, limit.keyword, limit.pointer): limit for where, limit in told}


def own_listing(platform: str) -> dict[str, Any]:
    """The *platform*'s own listing.json, without that of its base."""
    read: dict[str, Any] = json.loads((BUILTIN / platform / "listing.json").read_text("utf-8"))
    return read


def shown(folder: Path) -> set[str]:
    """The names of all findings that are recorded in *folder*."""
    return {rule for path in folder.glob("*.expected.json") for rule, _, _ in read(path)}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_each_limit_is_broken_in_a_bad_catalog(folder: Path) -> None:
    assert stated(folder.name) - shown(folder) == set()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_each_rule_that_is_given_options_is_shown_in_a_bad_catalog(folder: Path) -> None:
    entries = own_listing(folder.name).get("x-rules", {}).items()
    assert {name for name, entry in entries if "options" in (entry or {})} - shown(folder) == set()
