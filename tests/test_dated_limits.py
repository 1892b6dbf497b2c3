"""Limits with dates: told before they hold, binding while they hold, gone afterwards.

The day is always given, never the clock's.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from commandline import check, listlint, put, write

from listlint.manualfacts import Row, Source
from listlint.model import Level

SOURCES = {"notice": {"title": "Notice 12", "read": "2026-11-01", "confidence": "P"}}
LONG = "Title has 16 characters; at most 10 are allowed. Shorten it by 6."
EVE, DAY = "2027-01-30", "2027-01-31"


def about(**dates: str) -> dict[str, str]:
    return {"severity": "error", "source": "notice",
            **{name.rstrip("_"): day for name, day in dates.items()}}  # fmt: skip


def souk(folder: Path, schema: dict[str, Any], payload: dict[str, Any] | None = None) -> Path:
    """A shop that sells on the platform `souk`, whose listing has the limits of *schema*."""
    home = folder / "platforms" / "souk"
    about_it = {"x-platform": {"name": "souk", "title": "Souk", "language": "en"}}
    put(home / "listing.json", {**about_it, "x-sources": SOURCES, **schema})
    if payload is not None:
        put(home / "payload.json", payload)
    mug = {"id": "MUG-1", "title": "Steel travel mug", "platforms": {"souk": {}}}
    return write(folder, listlint_toml='platform-folders = ["platforms"]\n', mug_json=mug)


def title(**dates: str) -> dict[str, Any]:
    return {"properties": {"title": {"maxLength": 10, "x-limits": {"maxLength": about(**dates)}}}}


def told(folder: Path, day: str, *more: str, file: str = "mug.json") -> list[tuple[str, str, str]]:
    """(rule, level, message) of each finding on *day*."""
    done = check(file, "--as-of", day, *more, cwd=folder)
    return [(each["ruleId"], each["extra"]["level"], each["message"]) for each in done.messages]


def test_a_limit_to_come_is_told_as_such(tmp_path: Path) -> None:
    folder = souk(tmp_path, title(from_=DAY))
    done = check("mug.json", "--as-of", EVE, cwd=folder)
    assert (done.code, done.err) == (0, "")
    assert told(folder, EVE) == [("title/max-length", "info", f"{LONG} In force from {DAY}.")]
    assert done.messages[0]["severity"] == 1


@pytest.mark.parametrize("day", [DAY, "2027-02-01", "2099-01-01"])
def test_from_its_day_on_it_has_its_full_level(tmp_path: Path, day: str) -> None:
    folder = souk(tmp_path, title(from_=DAY))
    assert told(folder, day) == [("title/max-length", "error", LONG)]
    assert check("mug.json", "--as-of", day, cwd=folder).code == 1


def test_it_holds_through_its_last_day_and_is_then_not_told(tmp_path: Path) -> None:
    folder = souk(tmp_path, title(until=EVE))
    assert told(folder, EVE) == [("title/max-length", "error", LONG)]
    assert told(folder, DAY) == []


def test_of_two_limits_the_next_is_told_beside_the_present(tmp_path: Path) -> None:
    now = {"maxLength": 12, "x-limits": {"maxLength": about(until=EVE)}}
    then = {"maxLength": 10, "x-limits": {"maxLength": about(from_=DAY)}}
    folder = souk(tmp_path, {"properties": {"title": {"allOf": [now, then]}}})
    present = LONG.replace("at most 10", "at most 12").replace("by 6", "by 4")
    assert sorted(told(folder, EVE)) == [
        ("title/max-length", "error", present),
        ("title/max-length", "info", f"{LONG} In force from {DAY}."),
    ]
    assert told(folder, DAY) == [("title/max-length", "error", LONG)]


def test_a_field_that_will_be_mandatory(tmp_path: Path) -> None:
    schema = {"required": ["brand", "gtin"], "x-limits": {"required": {
        "brand": about(from_=DAY), "gtin": about(until="2026-12-31")}}}  # fmt: skip
    folder = souk(tmp_path, schema)
    missing = "No brand. It is mandatory: add it."
    assert told(folder, EVE) == [("brand/required", "info", f"{missing} In force from {DAY}.")]
    assert told(folder, DAY) == [("brand/required", "error", missing)]


def test_a_sentence_of_the_platforms_own_ends_with_the_day_too(tmp_path: Path) -> None:
    schema = title(from_=DAY)
    schema["properties"]["title"]["x-message"] = "A title of {actual}. Split it."
    folder = souk(tmp_path, schema)
    told_now = told(folder, EVE)[0][2]
    assert told_now == f"A title of 16 characters. Split it. In force from {DAY}."
    assert told(folder, DAY)[0][2] == "A title of 16 characters. Split it."


def test_what_is_set_holds_for_a_limit_to_come_as_well(tmp_path: Path) -> None:
    folder = souk(tmp_path, title(from_=DAY))
    for level, seen in (("off", []), ("info", ["info"]), ("warn", ["info"]), ("error", ["info"])):
        found = told(folder, EVE, "--rule", f"title/max-length={level}")
        assert [each[1] for each in found] == seen, level
    assert [each[1] for each in told(folder, DAY, "--rule", "title/max-length=warn")] == ["warn"]


def test_a_payloads_structure_has_dates_too(tmp_path: Path) -> None:
    payload = {
        "x-recognise": {"required": ["souk_item"]},
        "required": ["souk_item", "bay"],
        "x-limits": {"required": {"bay": about(from_=DAY)}},
        "properties": {"souk_item": {"type": "string", "x-role": {"field": "title"}}},
    }
    folder = souk(tmp_path, {}, payload)
    put(folder / "body.json", {"souk_item": "Mug"})
    missing = "No bay. It is mandatory: add it."
    assert told(folder, EVE, file="body.json") == [
        ("payload/required", "info", f"{missing} In force from {DAY}.")
    ]
    assert told(folder, DAY, file="body.json") == [("payload/required", "error", missing)]


def test_a_listing_read_from_a_payload_is_told_the_same(tmp_path: Path) -> None:
    payload = {
        "x-recognise": {"required": ["souk_item"]},
        "properties": {"souk_item": {"type": "string", "x-role": {"field": "title"}}},
    }
    folder = souk(tmp_path, title(from_=DAY), payload)
    put(folder / "body.json", {"souk_item": "Steel travel mug"})
    assert told(folder, EVE, file="body.json") == [
        ("title/max-length", "info", f"{LONG} In force from {DAY}.")
    ]
    assert told(folder, DAY, file="body.json") == [("title/max-length", "error", LONG)]


# What the manual shows


@pytest.mark.parametrize(
    ("since", "until", "day", "shown"),
    [
        (None, None, DAY, ""),
        (DAY, None, EVE, f"from {DAY} (not yet)"),
        (DAY, None, DAY, f"since {DAY}"),
        (None, EVE, EVE, f"until {EVE}"),
        (None, EVE, DAY, f"until {EVE} (over)"),
        (DAY, "2027-12-31", EVE, f"from {DAY} (not yet) until 2027-12-31"),
        (DAY, "2027-12-31", DAY, f"since {DAY} until 2027-12-31"),
        (DAY, "2027-12-31", "2028-01-01", "until 2027-12-31 (over)"),
    ],
)
def test_when_a_limit_holds_in_words(
    since: str | None, until: str | None, day: str, shown: str
) -> None:
    first, last = (date.fromisoformat(each) if each else None for each in (since, until))
    row = Row("souk", "title/max-length", ("",), "at most 10", Level.ERROR, Source(), first, last)
    assert row.in_force(date.fromisoformat(day)) == shown


def test_the_manual_judges_by_the_day_that_is_asked_for(tmp_path: Path) -> None:
    folder = souk(tmp_path, title(from_=DAY))
    for day, listed, explained in (
        (EVE, f"at most 10 characters, from {DAY} (not yet)", f"error  {DAY}  coming"),
        (DAY, f"at most 10 characters, since {DAY}", f"error  {DAY}"),
    ):
        page = listlint("platforms", "souk", "--as-of", day, cwd=folder)
        assert (page.code, page.err) == (0, "")
        assert f"  {listed}\n" in page.out
        page = listlint("explain", "title/max-length", "--as-of", day, cwd=folder)
        (row,) = [
            each for each in page.out.splitlines() if each.startswith("  souk ") and DAY in each
        ]
        assert explained in row
        assert ("coming" in row) is (day == EVE)
    assert listlint("platforms", "souk", "--as-of", "2027-02-30", cwd=folder).code == 2
