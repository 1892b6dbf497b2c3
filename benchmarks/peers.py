"""The other tools on the same files: which are there, and how each is called.

None is installed from here; one that is absent is left out with a word. They judge the files by
the schemas that the linter judges by, the product's and the listing's, as one; ESLint has no schema
and runs `@eslint/json`'s recommended rules.
"""

import json
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from measure import Command

NAMES = ("check-jsonschema", "ajv", "eslint")

ESLINT_CONFIG = """\
import { createRequire } from "node:module";
const found = createRequire(%s)("@eslint/json");
const json = found.default ?? found;
export default [
  { files: ["**/*.json"], plugins: { json }, language: "json/json", ...json.configs.recommended },
];
"""


def find(given: Mapping[str, str | None]) -> Iterator[tuple[str, Path]]:
    """Each peer that is there: at the path given, beside this interpreter, or on PATH."""
    for name in NAMES:
        beside = str(Path(sys.executable).parent / name)
        for place in (given.get(name), beside, name):
            if place and (path := shutil.which(place)):
                yield name, Path(path).absolute()
                break


def bundle(schemas: list[Path], out: Path) -> Path:
    """Write one schema that asks for all of `schemas`; each keeps its own references."""
    parts = [
        {"$id": f"urn:listlint:{number}"} | json.loads(path.read_text("utf-8"))
        for number, path in enumerate(schemas)
    ]
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "allOf": [{"$ref": part["$id"]} for part in parts],
        "$defs": {part["$id"]: part for part in parts},
    }
    out.write_text(json.dumps(whole), "utf-8")
    return out


def command(name: str, tool: Path, schema: Path, catalog: Path, temp: Path) -> Command:
    """How to judge each JSON file of the folder `catalog`."""
    if name == "check-jsonschema":
        files = [str(path) for path in sorted(catalog.glob("*.json"))]
        words = (str(tool), "--schemafile", str(schema), *files)
        return Command(words, temp, says="Schema validation errors were encountered")
    if name == "ajv":
        options = ("--spec=draft2020", "--strict=false", "--all-errors", "--errors=line")
        words = (str(tool), "validate", "-s", str(schema), "-d", f"{catalog}/*.json", *options)
        return Command(words, temp, says=".json valid")
    config = temp / "eslint.config.mjs"
    config.write_text(ESLINT_CONFIG % json.dumps(str(tool.resolve())), "utf-8")
    folder = str(catalog.relative_to(temp))
    words = (str(tool), "--no-config-lookup", "--config", str(config), folder)
    return Command(words, temp, good=(0,))  # the made files have nothing that its rules tell
