"""A finding is known again when its product is moved, reformatted or renamed; not when it changed.

The fingerprint is made of the product's id, the pointer inside the product, the offending text and
its ordinal among equals; the rule's name stands beside it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from commandline import check, lines, product, put
from hypothesis import HealthCheck, given, settings
from products import any_kind, text_of
from runs import linter, merged, part

BAD: dict[str, Any] = product(
    id="BAD-1",
    title="Steel mug ★ new 2024 ★ " + "with a lid " * 14,
    gtin="4006381333932",
    price={"amount": "0.00", "currency": "USD"},
    keywords=["mug", "cup!", "cup!"],
    attributes={"Color": "N/A", "Size": "call +86 138 0013 8000 or +86 138 0013 8001"},
    variants=[{"id": "1", "stock": -1, "options": {"Color": "Red"}}],
    images=["none.jpg", "none.jpg", 5],
    wieght=3,
)


def prints(folder: Path, *arguments: str) -> list[tuple[str, str]]:
    """(rule, fingerprint) of each finding about BAD-1, sorted."""
    return sorted(
        (each["ruleId"], each["extra"]["fingerprint"])
        for each in check(*arguments, cwd=folder).messages
        if each["extra"]["product"] == "BAD-1"
    )


@pytest.fixture
def known(tmp_path):
    """The fingerprints of the product alone in a file."""
    found = prints(put(tmp_path / "known" / "a.json", BAD).parent)
    assert len(found) >= 10
    assert len(set(found)) == len(found)
    return found


def reordered(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: reordered(value[name]) for name in sorted(value, reverse=True)}
    return [reordered(each) for each in value] if isinstance(value, list) else value


def escaped(one: dict[str, Any]) -> str:
    """*one* with each letter e of its texts written as an escape."""
    return re.sub(r"(?<!\\)e", r"\\u0065", json.dumps(one)).replace("tru\\u0065", "true")


OTHER = product(id="OTHER", title="Steel cup")
MOVES: dict[str, tuple[str, Any]] = {
    "the file is renamed": ("b.json", BAD),
    "it is moved into a folder": ("deep/er/a.json", BAD),
    "it is moved into an array": ("a.json", [OTHER, BAD]),
    "it is moved into an array of arrays": ("a.json", [[OTHER], [OTHER | {"id": "O2"}, BAD]]),
    "it becomes a line": ("a.jsonl", lines(OTHER, BAD)),
    "it is reformatted": ("a.json", json.dumps(BAD, indent=8, ensure_ascii=True)),
    "it is put on one line": ("a.json", json.dumps(BAD, separators=(",", ":"))),
    "it is written with escapes": ("a.json", escaped(BAD)),
    "its lines end as on Windows": ("a.json", json.dumps(BAD, indent=1).replace("\n", "\r\n")),
    "it has its fields in another order": ("a.json", reordered(BAD)),
    "it has a field more": ("a.json", BAD | {"mpn": "A-1"}),
    "it has another clean field": ("a.json", BAD | {"brand": "Northline"}),
    "it has another fault": ("a.json", BAD | {"language": 5}),
    "it has a refused entry before": ("a.json", BAD | {"bullets": [5, "x"]}),
}


@pytest.mark.parametrize(("name", "content"), MOVES.values(), ids=MOVES)
def test_a_finding_is_known_again_when(tmp_path, known, name, content):
    put(tmp_path / "moved" / name, content)
    found = prints(tmp_path / "moved")
    assert [each for each in known if each not in found] == []


def test_a_finding_is_known_again_when_the_products_lie_elsewhere_in_the_file(tmp_path, known):
    put(tmp_path / "feed" / "a.json", {"data": {"items": [OTHER, BAD]}})
    assert prints(tmp_path / "feed", "--products", "/data/items") == known


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"title": BAD["title"] + "!"}, "title/max-length"),
        ({"gtin": "4006381333933"}, "identifiers/gtin"),
        ({"price": {"amount": "-1", "currency": "USD"}}, "price/exclusive-minimum"),
        ({"variants": [{"id": "1", "stock": -2, "options": {"Color": "Red"}}]}, "variants/minimum"),
        ({"attributes": BAD["attributes"] | {"Color": "none"}}, "attributes/placeholder"),
        ({"keywords": ["mug", "jar!", "cap!"]}, "keywords/pattern"),
    ],
)
def test_a_changed_value_ends_it(tmp_path, known, fields, rule):
    put(tmp_path / "changed" / "a.json", BAD | fields)
    found = prints(tmp_path / "changed")
    assert rule in [name for name, _ in found]
    assert not {each for each in known if each[0] == rule} & set(found)


def test_a_value_that_is_refused_elsewhere_in_the_product_changes_none(tmp_path):
    # Amounts become numbers; what is left beside a refused value must not look different for it.
    one = product(price={"amount": "0.00", "currency": "USD"}, id="BAD-1")
    put(tmp_path / "a" / "a.json", one)
    put(tmp_path / "b" / "a.json", one | {"mpn": 5})
    found = prints(tmp_path / "a")
    assert [rule for rule, _ in found] == ["price/exclusive-minimum"]
    assert set(found) <= set(prints(tmp_path / "b"))


def test_another_product_with_the_same_fault_has_another(tmp_path, known):
    put(tmp_path / "other" / "a.json", BAD | {"id": "BAD-2"})
    found = {each["extra"]["fingerprint"] for each in check(cwd=tmp_path / "other").messages}
    assert not found & {one for _, one in known}


def test_part_of_a_text_is_known_again_when_another_part_changed(tmp_path):
    title = "Steel mug ★ with lid new 2024"
    put(tmp_path / "a" / "a.json", BAD | {"title": title})
    put(tmp_path / "b" / "a.json", BAD | {"title": f"Small {title}"})
    one, other = (
        {each for each in prints(tmp_path / name) if each[0].startswith("title/")} for name in "ab"
    )
    assert one == other
    assert {rule for rule, _ in one} == {"title/forbidden-character", "title/year"}


def test_equal_findings_differ_by_their_ordinal(tmp_path):
    one = product(attributes={"Size": "a@b.example.com a@b.example.com a@b.example.com"})
    put(tmp_path / "a.json", one)
    found = [each["extra"]["fingerprint"] for each in check(cwd=tmp_path).messages]
    assert len(found) == len(set(found)) >= 1


def test_duplicates_of_one_id_have_fingerprints_of_their_own_place(tmp_path):
    odd = json.dumps(product())[:-1] + ', "mpn": 1, "mpn": 2, "mpn": 3}'
    put(tmp_path / "a.json", odd)
    found = [each["extra"]["fingerprint"] for each in check(cwd=tmp_path).of("json/duplicate-key")]
    assert len(found) == len(set(found)) == 2


def test_it_says_its_version_and_is_short(known):
    assert all(re.fullmatch(r"v1:[0-9a-f]{16,64}", one) for _, one in known)


def test_the_platform_is_no_part_of_it(tmp_path):
    listing = {
        "x-platform": {"name": "bazaar", "title": "Bazaar", "language": "zh"},
        "properties": {"title": {"maxLength": 140}},
    }
    put(tmp_path / "listlint.toml", "platform-folders = ['platforms']\n")
    put(tmp_path / "platforms" / "bazaar" / "listing.json", listing)
    long = product(title="x" * 150)
    put(tmp_path / "a.json", long)
    one = check(cwd=tmp_path).of("title/max-length")
    put(tmp_path / "a.json", long | {"platforms": {"bazaar": {}}})
    other = check(cwd=tmp_path).of("title/max-length")
    assert one[0]["extra"]["fingerprint"] == other[0]["extra"]["fingerprint"]


def test_these_are_the_fingerprints_of_today(tmp_path):
    """Suppressions are kept for years: a change of these is a change of version."""
    put(tmp_path / "a.json", product(title="x" * 150, gtin="4006381333932"))
    assert prints_of_all(tmp_path) == {
        "identifiers/gtin": "v1:a8f8dbe6f1c6738b82c58c03",
        "title/max-length": "v1:1ec20cb010e7399e3f9fc2ef",
    }


def prints_of_all(folder: Path) -> dict[str, str]:
    return {each["ruleId"]: each["extra"]["fingerprint"] for each in check(cwd=folder).messages}


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(any_kind)
def test_no_two_findings_of_a_rule_in_a_product_share_one_and_formats_change_none(one):
    def found(data: bytes) -> list[tuple[str, str, tuple[str, ...]]]:
        piece = part(data)
        catalog = merged([(piece, linter().lint(piece))])
        return sorted(
            (each.rule, each.fingerprint, each.platforms)
            for result in catalog.results
            for each in result.messages
        )

    plain = found(text_of(one))
    assert found(json.dumps(one, indent=3).encode()) == plain
    assert len({each[:2] for each in plain}) == len(plain)
