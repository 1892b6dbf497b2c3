"""The example catalogs show each rule once: the id of a product, or the file's name, says which."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from listlint import registry
from listlint.world import ENGINE_FINDINGS

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"

NOT_SHOWN = {"internal-error": "a rule that fails is no product's fault"}


@pytest.fixture(scope="module")
def results() -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "listlint", "check", "examples", "-f", "json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def slug(rule: str) -> str:
    return rule.replace("/", "-")


def subjects(results: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """(what is said to be wrong, the rule that was found)"""
    for result in results:
        for message in result["messages"]:
            subject = message["extra"]["product"] or Path(result["filePath"]).stem
            yield subject, message["ruleId"]


def test_every_finding_is_the_one_that_is_announced(results: list[dict[str, Any]]) -> None:
    others = {(subject, rule) for subject, rule in subjects(results) if subject != slug(rule)}
    assert not others


def announced(path: Path) -> set[str]:
    """What is announced in a file of problems: by the ids of its products, or by its name."""
    text = path.read_bytes().decode("utf-8", "replace")
    if path.suffix == ".jsonl":
        return {json.loads(line)["id"] for line in text.splitlines()}
    if text.lstrip().startswith("[") and "-" not in path.stem:
        return {product["id"] for product in json.loads(text)}
    return {path.stem}


def test_every_announced_problem_is_found(results: list[dict[str, Any]]) -> None:
    found = {subject for subject, _ in subjects(results)}
    files = list(EXAMPLES.glob("*/problems/*"))
    assert set().union(*map(announced, files)) == found


def test_the_other_products_are_clean(results: list[dict[str, Any]]) -> None:
    clean = {Path(each["filePath"]).name for each in results if not each["messages"]}
    assert clean == {"caps.jsonl", "lamp.json", "mugs.json", "mug.json"}


def test_every_rule_is_shown(results: list[dict[str, Any]]) -> None:
    rules = {rule.name for rule in registry.walked()} | set(ENGINE_FINDINGS)
    shown = {rule for _, rule in subjects(results)}
    assert rules - shown == set(NOT_SHOWN)


def test_the_pictures_are_those_that_the_script_draws() -> None:
    """All but their compression, which changes with Pillow's version."""
    sys.path.insert(0, str(EXAMPLES))
    try:
        from draw_pictures import files
    finally:
        sys.path.remove(str(EXAMPLES))
    assert set(files()) == {path.name for path in (EXAMPLES / "pictures").iterdir()}
