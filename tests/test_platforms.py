"""Platforms of users: their folders are judged with exact places, and none is half taken."""

import json
from pathlib import Path
from typing import Any

import pytest

from listlint.errors import UsageError
from listlint.platform import BUILTIN, Platforms
from listlint.platformschema import listing_faults, words_faults

SOUND: dict[str, Any] = {
    "x-platform": {"name": "bazaar", "title": "Bazaar", "aliases": ["BZR"], "language": "en"},
    "x-sources": {"help": {"title": "Seller help", "confidence": "P"}},
    "properties": {
        "title": {
            "maxLength": 80,
            "x-limits": {"maxLength": {"severity": "error", "source": "help"}},
        }
    },
}


def written(folder: Path, listing: object, words: object = None) -> Platforms:
    place = folder / "bazaar"
    place.mkdir()
    (place / "listing.json").write_text(json.dumps(listing), encoding="utf-8")
    if words is not None:
        (place / "words.json").write_text(json.dumps(words), encoding="utf-8")
    return Platforms([folder])


def test_a_platform_is_found_by_its_name_and_its_aliases(tmp_path):
    platforms = written(tmp_path, SOUND)
    assert platforms.get("bazaar").title == "Bazaar"
    assert platforms.get("bzr") is platforms.get("bazaar")
    assert "bazaar" in platforms.names


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"x-platform": {"aliases": None}}, "/x-platform/aliases: The value is null"),
        ({"x-platform": {"nmae": "b"}}, "“nmae” is not known here; did you mean 'name'?"),
        ({"x-rules": {"images/format": {"level": "eror"}}}, "/x-rules/images~1format/level"),
        ({"x-sources": {"help": {}}}, "/x-sources/help: there is no “title” here."),
        ({"properties": {"title": {"maxLength": "x"}}}, "/properties/title/maxLength"),
        ({"properties": {"title": {"maxWidth": -1}}}, "/properties/title/maxWidth"),
        (
            {"properties": {"title": {"x-limits": {"maxLength": {"from": "soon"}}}}},
            "/properties/title/x-limits/maxLength/from",
        ),
    ],
)
def test_a_faulty_listing_is_refused_with_the_place(tmp_path, change, told):
    with pytest.raises(UsageError) as refused:
        written(tmp_path, {**SOUND, **change}).get("bazaar")
    assert told in str(refused.value)
    assert str(tmp_path / "bazaar" / "listing.json") in str(refused.value)


def test_faulty_words_are_refused_with_the_place(tmp_path):
    with pytest.raises(UsageError, match=r"/title~1promotional/words: The value is text"):
        written(tmp_path, SOUND, {"title/promotional": {"words": "sale"}}).get("bazaar")


def test_a_circle_of_platforms_is_refused(tmp_path):
    with pytest.raises(UsageError, match="circle"):
        written(tmp_path, {**SOUND, "x-extends": "bazaar"}).get("bazaar")


@pytest.mark.parametrize("name", Platforms().names)
def test_our_own_platforms_have_no_fault(name):
    assert list(listing_faults(dict(Platforms().get(name).schema))) == []
    words = BUILTIN / name / "words.json"
    assert not words.is_file() or not list(words_faults(json.loads(words.read_text("utf-8"))))
