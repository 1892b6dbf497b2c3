"""Saved answers in files and folders: what is read, when, and what is said of the faulty."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from listlint.answers import read_answers
from listlint.errors import UsageError

STATED = {"id": "/cat", "title_must": "/words"}
UNSTATED = {
    "attributes": {
        "each": "/rule/properties/*",
        "names": ["/name"],
        "required": [{"at": "/required", "equals": "true"}],
    }
}
XML = {"form": "item-schema", "answer": ["/add/result", "/edit/result"], "fields": {}}
TYPES = {"form": "product-type-definition"}
ITEM = '<itemRule><field id="prop_1" name="材质" type="input"/></itemRule>'


def write(path: Path, content: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")
    return path


def fault(shape: dict[str, Any], path: Path, category: str = "1") -> str:
    with pytest.raises(UsageError) as caught:
        read_answers(shape, path)[category]
    return str(caught.value)


def test_a_folder_holds_answers_in_the_order_of_its_files(tmp_path: Path) -> None:
    write(tmp_path / "a.json", [{"cat": 1, "words": "skirt"}, {"cat": 2, "words": "hat"}])
    write(tmp_path / "b.JSON", {"cat": 2, "words": "cap"})
    write(tmp_path / "notes.txt", "not an answer")
    write(tmp_path / "below" / "c.json", {"cat": 3})
    read = read_answers(STATED, tmp_path)
    assert {name: category.title_must for name, category in read.items()} == {
        "1": ("skirt",),
        "2": ("cap",),
    }


def test_a_file_is_read_alone(tmp_path: Path) -> None:
    write(tmp_path / "a.json", {"cat": 1})
    assert list(read_answers(STATED, write(tmp_path / "b.txt", {"cat": 2}))) == ["2"]


def test_files_are_named_by_their_category(tmp_path: Path) -> None:
    material = {"name": "材质", "required": True}
    path = write(tmp_path / "8464.dresses.json", {"rule": {"properties": [material]}})
    for read in (read_answers(UNSTATED, path), read_answers(UNSTATED, tmp_path)):
        assert list(read) == ["8464"]
        assert read["8464"].id == "8464"
        assert read["8464"].required_attributes == ("材质",)
        assert read.get("8465") is None
        assert "8465" not in read


def test_such_files_are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    write(tmp_path / "1.json", {"rule": {"properties": []}})
    write(tmp_path / "2.json", "{")
    read = read_answers(UNSTATED, tmp_path)
    assert len(read) == 2
    category = read["1"]
    (tmp_path / "1.json").unlink()
    assert read["1"] is category
    with pytest.raises(UsageError, match=r"2\.json:1"):
        read.get("2")


def test_item_schemas_are_read_from_either_kind_of_file(tmp_path: Path) -> None:
    write(tmp_path / "1.xml", ITEM)
    write(tmp_path / "2.json", {"add": {"result": ITEM}})
    write(tmp_path / "3.json", {"edit": {"result": ITEM}})
    read = read_answers(XML, tmp_path)
    assert [list(read[each].attributes) for each in read] == [["材质"]] * 3


def test_definitions_are_found_by_their_own_name_or_that_of_the_file(tmp_path: Path) -> None:
    definition = {"$schema": "x", "$id": "https://example/types/v1/LUGGAGE", "properties": {}}
    write(tmp_path / "download (3).json", definition)
    write(tmp_path / "SHIRT.json", {"properties": {"brand": {}}})
    read = read_answers(TYPES, tmp_path)
    assert read["LUGGAGE"].definition == definition
    assert read["LUGGAGE"].id == "LUGGAGE"
    assert read["SHIRT"].definition == {"properties": {"brand": {}}}
    assert sorted(read) == ["LUGGAGE", "SHIRT"]
    assert read.get("SHOES") is None


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    for shape in (STATED, UNSTATED, XML, TYPES):
        assert "there is no file or folder" in fault(shape, tmp_path / "none")
        assert "no .json" in fault(shape, tmp_path)


@pytest.mark.parametrize(
    ("shape", "name", "content", "told"),
    [
        (STATED, "1.json", '{\n"cat": ', ":2: cannot be read as a category answer (no JSON"),
        (STATED, "1.json", {"dog": 1}, "/cat: no category id"),
        (STATED, "1.json", '"\xff', ":1: cannot be read as a category answer (no JSON"),
        (UNSTATED, "1.json", {"error_response": {}}, "/rule: no answer about a category"),
        (UNSTATED, "1.json", [], "no answer states its category"),
        (XML, "1.xml", "<itemRule>\n<field", ":2: cannot be read"),
        (XML, "1.xml", "{}", ":1: cannot be read as a category answer (no XML"),
        (XML, "1.json", ITEM, ":1: cannot be read as a category answer (no JSON"),
        (XML, "1.json", {"add": {"result": 5}}, "no XML at /add/result or /edit/result"),
        (XML, "1.json", {"add": {"result": "<a/>"}}, "no <field> in <a>"),
        ({**XML, "attributes": "("}, "1.xml", ITEM, "“(” in the platform's x-categories is no reg"),
        (TYPES, "1.json", "[]", "an object is expected here, a product type definition"),
        (TYPES, "1.json", "{", ":1: cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, shape: dict[str, Any], name: str, content: Any, told: str
) -> None:
    path = write(tmp_path / name, content)
    for place in (path, tmp_path):
        said = fault(shape, place)
        assert said.startswith(str(path))
        assert told in said
