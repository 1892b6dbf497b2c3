"""The documents are true: what they tell to write is written, what they tell to run is run.

A block of code behind a line that ends in a path and a colon is a file. In a ``console`` block, a
line with ``$`` is a command, what follows is what it prints; a line of ``…`` stands for any number
of lines. ``python tests/test_docs.py`` writes the printed parts anew; read the difference.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from commandline import ROOT, environment, listlint, spawned

from listlint.configschema import CONFIG, WORDS, config_schema, faults_of
from listlint.formatters import NAMES
from listlint.limits import LIMITS
from listlint.manualplatforms import read_of
from listlint.model import Level
from listlint.platform import product_schema
from listlint.platformschema import PAYLOAD_SCHEMA_FILE
from listlint.schema import Schema
from listlint.settings import Settings
from listlint.world import World

DOCS = ROOT / "docs"
FOLLOWED = ("writing-a-rule.md", "writing-a-platform.md", "writing-a-plugin.md")
README = ROOT / "README.md"
HAND_WRITTEN = (
    *(README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", ROOT / "examples" / "README.md"),
    *sorted(DOCS.glob("*.md")),
)

_BLOCK = re.compile(r"(?:^[^\n]*`([^`\n]+)`:\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PICTURED = (
    "brand/required", "brand/placeholder", "images/format", "images/missing-file",
    "images/max-items", "title/max-length", "title/contact-info",
)  # fmt: skip
"""The findings on the example catalog that the README shows."""


@dataclass(frozen=True)
class Block:
    """A block of code: *path* is the file that it holds; its text stands from *start* to *end*."""

    path: str | None
    language: str
    text: str
    start: int
    end: int


def blocks(document: Path) -> list[Block]:
    return [
        Block(found[1], found[2], found[3], found.start(3), found.end(3))
        for found in _BLOCK.finditer(document.read_text("utf-8"))
    ]


def commands(block: Block) -> list[tuple[str, str]]:
    """(command, what it prints) of a console block."""
    parts = re.split(r"^\$ (.*)\n", block.text, flags=re.MULTILINE)
    return [(parts[at], parts[at + 1].strip("\n")) for at in range(1, len(parts), 2)]


def printed(command: str, folder: Path) -> str:
    """What *command* prints when it is run in *folder*; nothing where a document shows nothing."""
    program, *arguments = shlex.split(command)
    packages = folder / "installed"
    if program == "pip":
        run = ["pip", *arguments, "--target", packages, "--no-deps", "--no-build-isolation", "-q"]
    elif program == "pytest":
        run = ["pytest", "-q", "-p", "no:cacheprovider", *arguments]
    else:
        assert program == "listlint"
        if not packages.is_dir():
            done = listlint(*arguments, cwd=folder)
        else:
            paths = f"{packages}{os.pathsep}{ROOT}"
            done = spawned(*arguments, cwd=folder, env={"PYTHONPATH": paths})
        assert done.code in (0, 1), done.err
        return "\n".join(line.rstrip() for line in done.out.strip("\n").splitlines())
    done = subprocess.run(
        [sys.executable, "-m", *run], cwd=folder, env=environment(), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return ""


def followed(document: Path, folder: Path) -> Iterator[tuple[Block, list[tuple[str, str]]]]:
    """Do what *document* says, in *folder*: each console block, with commands and output."""
    for block in blocks(document):
        if block.path:
            path = folder / block.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, "utf-8")
        elif block.language == "console":
            yield block, [(command, printed(command, folder)) for command, _ in commands(block)]


@pytest.mark.parametrize("name", FOLLOWED)
def test_who_follows_the_document_sees_what_it_shows(name: str, tmp_path: Path) -> None:
    seen = list(followed(DOCS / name, tmp_path))
    assert seen
    for block, outputs in seen:
        assert outputs == commands(block), "run: python tests/test_docs.py"


def picture(output: str) -> str:
    """The findings of `PICTURED` in a report, with dots for those between them."""
    lines: list[str] = []
    for part in output.split("\n\n"):
        head, *rows = part.splitlines()
        kept = [row for row in rows if any(f"  {rule}  " in row for rule in PICTURED)]
        if kept:
            lines += [head, *kept, *(["  …"] if len(kept) < len(rows) else []), ""]
    return "\n".join([*lines, output.split("\n\n")[-1]])


def test_the_readme_shows_the_real_report() -> None:
    shown = [found for block in blocks(README) if block.language == "console"
             for found in commands(block)]  # fmt: skip
    assert [command for command, _ in shown] == ["listlint check examples"]
    assert shown[0][1] == picture(printed(shown[0][0], ROOT)), "run: python tests/test_docs.py"


_HEAD = "| marketplace | platform | also read |\n| --- | --- | --- |\n"
_MARKETPLACES = re.compile(rf"(?<={re.escape(_HEAD)})(?:\|.*\n)*")


def marketplaces() -> str:
    """The rows of the README's table of platforms."""
    world = World(Settings(), date(2026, 11, 21))
    platforms = sorted(map(world.platforms.get, world.platforms.names), key=lambda each: each.title)
    return "".join(
        f"| [{each.title}](docs/platforms/{each.name}.md) | `{each.name}` |"
        f" {', '.join(read_of(world, each))} |\n"
        for each in platforms
    )


def test_the_readme_lists_all_marketplaces() -> None:
    (shown,) = _MARKETPLACES.findall(README.read_text("utf-8"))
    assert shown == marketplaces(), "run: python tests/test_docs.py"


# What the documents list


@pytest.mark.parametrize("document", [DOCS / "configuration.md", README])
def test_configurations_that_are_shown_are_valid(document: Path) -> None:
    shown = [block.text for block in blocks(document) if block.language == "toml"]
    assert shown
    for text in shown:
        table = json.loads(json.dumps(tomllib.loads(text), default=str))
        of = WORDS if "brand" in table else CONFIG
        assert not faults_of(table, of), text


def test_every_key_of_brand_words_is_told() -> None:
    text = (DOCS / "configuration.md").read_text("utf-8").partition("### Words of your own")[2]
    schema = json.loads(PAYLOAD_SCHEMA_FILE.with_name("words.schema.json").read_text("utf-8"))
    sectors = schema["properties"]["brand"]["items"]["properties"]["sectors"]["items"]["enum"]
    told = [each for each in (*keys(schema), *sectors) if f"`{each}`" in text or each == "brand"]
    assert set(told) == {*keys(schema), *sectors}


def keys(schema: dict[str, Any]) -> set[str]:
    found: set[str] = set()
    for name, below in schema.get("properties", {}).items():
        found |= {name} | keys(below)
    for keyword in ("items", "additionalProperties"):
        if isinstance(schema.get(keyword), dict):
            found |= keys(schema[keyword])
    return found


def test_every_key_of_the_configuration_is_told() -> None:
    text = (DOCS / "configuration.md").read_text("utf-8")
    schema = config_schema()
    fields = set(schema["properties"]["product"]["properties"])
    told = {name for name in keys(schema) - keys(schema["properties"]["product"]) if name}
    assert {name for name in told if not re.search(rf"\b{re.escape(name)}\b", text)} == set()
    assert fields == set(product_schema()["properties"]) - {"$schema", "platforms"}
    role = schema["$defs"]["role"]["properties"]
    units = schema["$defs"]["unit"]["enum"]
    assert {name for name in (*role, *units) if f"`{name}`" not in text} == set()


def test_every_field_of_a_product_is_told() -> None:
    text = (DOCS / "product.md").read_text("utf-8")
    schema = product_schema()
    told = set(schema["properties"]) | {
        name for each in schema["$defs"].values() for name in each.get("properties", {})
    }
    assert {name for name in told if not re.search(rf"[`\"]{re.escape(name)}[`\"]", text)} == set()


@pytest.mark.parametrize("document", [DOCS / "product.md", README])
def test_products_that_are_shown_are_valid(document: Path) -> None:
    schema = Schema(product_schema())
    shown = [json.loads(block.text) for block in blocks(document) if block.language == "json"]
    assert shown
    assert [list(schema.broken(product)) for product in shown] == [[] for _ in shown]


def test_every_format_is_told() -> None:
    told = re.findall(r"^\| `([a-z-]+)` \| ", (DOCS / "report-formats.md").read_text("utf-8"), re.M)
    assert told[: len(NAMES)] == list(NAMES)


def test_every_field_of_the_json_report_is_told() -> None:
    text = (DOCS / "report-formats.md").read_text("utf-8")
    names = set()
    for result in listlint("check", "examples", "-f", "json", cwd=ROOT).results:
        names |= set(result)
        for message in result["messages"]:
            names |= {*message, *message["extra"]}
    assert {name for name in names if f"`{name}`" not in text} == set()


def test_every_key_of_a_platform_is_told() -> None:
    text = (DOCS / "writing-a-platform.md").read_text("utf-8")
    told: set[str] = {"words.json", "listing.json"}

    def walk(value: Any, limits: bool) -> None:
        if isinstance(value, dict):
            for name, below in value.items():
                if name.startswith("x-") or name in ("maxWidth", "maxUtf8Bytes", "maxWords"):
                    told.add(name)
                walk(below, name == LIMITS)
        elif isinstance(value, list):
            for below in value:
                walk(below, limits)

    for path in (ROOT / "schemas").glob("*/listing.json"):
        walk(json.loads(path.read_text("utf-8")), False)
    told |= {"severity", "source", "from", "until", "name", "maxWidth", "maxUtf8Bytes", "maxWords"}
    assert {name for name in told if f"`{name}`" not in text} == set()


def test_every_key_of_a_payload_is_told() -> None:
    text = (DOCS / "writing-a-platform.md").read_text("utf-8")
    schema = json.loads(PAYLOAD_SCHEMA_FILE.read_text("utf-8"))
    role = schema["$defs"]["role"]["properties"]
    issues = schema["properties"]["x-issues"]["properties"]
    told = {*schema["properties"], *role, *issues, *role["unit"]["enum"], *role["decode"]["enum"]}
    assert {"x-recognise", "field", "recognise", "fen", "json"} <= told
    assert {name for name in told if f"`{name}`" not in text} == set()


def test_levels_are_told() -> None:
    for name in ("configuration.md", "writing-a-rule.md"):
        text = (DOCS / name).read_text("utf-8")
        assert all(f"`{level.label}`" in text for level in Level), name


def anchor(heading: str) -> str:
    """How GitHub names a heading in an address."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("document", HAND_WRITTEN, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    text = document.read_text("utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        if target.startswith("https://"):
            continue
        path, _, place = target.partition("#")
        leads_to = document.parent / path if path else document
        assert leads_to.exists(), target
        if place:
            headings = re.findall(r"^#+ (.*)$", leads_to.read_text("utf-8"), re.MULTILINE)
            assert place in map(anchor, headings), target


def rewrite(document: Path, outputs: list[tuple[Block, list[tuple[str, str]]]]) -> None:
    text = document.read_text("utf-8")
    for block, told in reversed(outputs):
        new = "".join(f"$ {command}\n{output}\n" if output else f"$ {command}\n"
                      for command, output in told)  # fmt: skip
        text = text[: block.start] + new + text[block.end :]
    document.write_text(text, "utf-8")


if __name__ == "__main__":
    README.write_text(
        _MARKETPLACES.sub(lambda _: marketplaces(), README.read_text("utf-8")), "utf-8"
    )
    for name in FOLLOWED:
        with tempfile.TemporaryDirectory() as folder:
            rewrite(DOCS / name, list(followed(DOCS / name, Path(folder))))
    for each in blocks(README):
        if each.language == "console":
            report = picture(printed("listlint check examples", ROOT))
            rewrite(README, [(each, [("listlint check examples", report)])])
