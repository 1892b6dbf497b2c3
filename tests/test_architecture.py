"""Who must not know whom: the imports of each module, read and held to the design."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ENGINE = {
    "listlint"
    + "".join(f".{part}" for part in path.relative_to(ROOT / "listlint").parts)[:-3]: path
    for path in sorted((ROOT / "listlint").rglob("*.py"))
    if path.name != "__init__.py"
}
RULES = sorted(path for path in (ROOT / "rules").rglob("*.py") if path.name != "__init__.py")
MODULES = {*ENGINE} | {
    ".".join(("listlint", *path.relative_to(ROOT).with_suffix("").parts)) for path in RULES
}
FORMATTERS = [name for name in ENGINE if name.startswith("listlint.formatters.")]

LINES = 400
LONGER: dict[str, str] = {}
"""Files of more lines, each with the reason why it is still one thing."""


class Imports(ast.NodeVisitor):
    """The modules that a file imports when it runs, wherever in it; types alone do not count."""

    def __init__(self, package: str) -> None:
        self.package = package
        self.found: set[str] = set()

    def visit_Import(self, node: ast.Import) -> None:
        self.found.update(alias.name for alias in node.names)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        base = node.module or ""
        if node.level:
            above = self.package.split(".")[: 1 - node.level or None]
            base = ".".join([*above, base] if base else above)
        inside = {f"{base}.{alias.name}" for alias in node.names}
        self.found.update(inside & MODULES or {base})

    def visit_If(self, node: ast.If) -> None:
        if ast.unparse(node.test) != "TYPE_CHECKING":
            self.generic_visit(node)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> set[str]:
    if path in RULES:
        package = ".".join(("listlint", *path.relative_to(ROOT).parent.parts))
    else:
        package = ".".join(path.relative_to(ROOT).parent.parts)
    visitor = Imports(package)
    visitor.visit(tree(path))
    return visitor.found - {"__future__"}


def knows(path: Path, *modules: str) -> set[str]:
    """Which of *modules*, or of what lies in them, the file at *path* imports."""
    return {
        name
        for name in imports(path)
        if any(name == module or name.startswith(f"{module}.") for module in modules)
    }


def test_values_know_nothing_of_ours() -> None:
    assert knows(ENGINE["listlint.model"], "listlint") == {"listlint.namedtuples"}


JUDGING = tuple(
    f"listlint.{name}"
    for name in (
        "rule", "rules", "registry", "engine", "planning", "platform", "schema", "settings",
        "config", "configschema", "configvalues", "cli", "formatters",
    )
)  # fmt: skip


@pytest.mark.parametrize(
    "name", ["document", "places", "record", "jsonscan", "jsonlines", "jsonfault"]
)
def test_the_document_layer_knows_no_rules_and_no_configuration(name: str) -> None:
    assert not knows(ENGINE[f"listlint.{name}"], *JUDGING, "click", "PIL")


VALUES = {
    "listlint",
    *(
        f"listlint.{name}"
        for name in (
            "model", "rule", "listing", "selectors", "values", "lazily", "wordscan", "brandwords",
            "categories", "imagefacts", "imageformats", "record",
        )
    ),
}  # fmt: skip
"""What a rule may import of ours: values, and the machinery of words. No engine, no settings."""

OUTSIDE = {
    "asyncio", "builtins", "ctypes", "datetime", "ftplib", "glob", "http.client", "importlib", "io",
    "logging", "multiprocessing", "os", "pathlib", "random", "shutil", "socket", "sqlite3", "ssl",
    "subprocess", "sys", "tempfile", "threading", "time", "urllib.request", "PIL", "click",
    "jsonschema", "jsonschema_rs", "requests",
}  # fmt: skip
"""Disk, network, processes, clock and chance: a check is a pure function."""


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_rule_knows_values_and_its_private_helpers_only(path: Path) -> None:
    found = imports(path)
    ours = {name for name in found if name.partition(".")[0] == "listlint"}
    helpers = {name for name in ours if name.startswith("listlint.rules")}
    assert ours - helpers <= VALUES
    assert all(name.rpartition(".")[2].startswith("_") for name in helpers), "another rule"
    assert not knows(path, *OUTSIDE)
    assert "open" not in calls(path)


def test_the_engine_knows_no_command_line_no_format_and_no_disk() -> None:
    path = ENGINE["listlint.engine"]
    ours = ("cli", "formatters", "files", "config", "run", "merge", "images", "excerpt")
    assert not knows(path, "click", "os", "pathlib", "io", "tempfile", "shutil")
    assert not knows(path, *(f"listlint.{name}" for name in ours))
    assert "open" not in calls(path)


@pytest.mark.parametrize("name", FORMATTERS)
def test_formatters_know_reports_and_values_only(name: str) -> None:
    path = ENGINE[name]
    ours = knows(path, "listlint") - knows(path, "listlint.formatters")
    assert ours <= {"listlint.report", "listlint.model", "listlint.lazily"}
    assert not knows(path, "os", "pathlib", "io", "click", "PIL")
    assert "open" not in calls(path)


@pytest.mark.parametrize(
    ("library", "keepers"),
    [
        ("jsonschema_rs", {"schema", "configschema"}),
        ("jsonschema", {"configschema", "platformschema"}),
        ("PIL", {"images"}),
        ("click", {"cli"}),
        ("pathspec", {"patterns"}),
        ("ahocorasick_rs", {"wordscan"}),
        ("multiprocessing", {"run"}),
        ("urllib.request", set()),
        ("socket", set()),
    ],
)
def test_a_library_has_its_keepers(library: str, keepers: set[str]) -> None:
    found = {name for name, path in ENGINE.items() if knows(path, library)}
    assert found == {f"listlint.{name}" for name in keepers}


def calls(path: Path) -> set[str]:
    """The plain and dotted names that the file calls, as written, and what it raises."""
    return set(_calls(tree(path)))


def _calls(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)
        elif isinstance(node, ast.Raise) and isinstance(node.exc, ast.Name):
            yield node.exc.id


PRINTS = {"print", "exit", "quit", "sys.exit", "os._exit", "SystemExit", "sys.stdout.write"}


def test_only_the_command_line_prints_and_exits() -> None:
    found = {name for name, path in ENGINE.items() if calls(path) & PRINTS}
    # The registry is a program too: it writes the index of rules when they are built.
    assert found == {"listlint.cli", "listlint.registry"}
    assert calls(ENGINE["listlint.registry"]) & PRINTS == {"sys.stdout.write"}
    assert not any(calls(path) & PRINTS for path in RULES)


HEAVY = {
    "PIL", "ahocorasick_rs", "jsonschema", "jsonschema_rs", "linkify_it", "multiprocessing",
    "numpy", "phonenumbers", "py3langid", "stdnum",
}  # fmt: skip


def test_the_version_is_told_without_heavy_imports() -> None:
    program = (
        "import sys; sys.argv = ['listlint', '--version']\n"
        "from listlint.cli import main\n"
        "try: main()\n"
        "finally: print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    version, loaded = done.stdout.splitlines()
    assert version.startswith("listlint ")
    assert not HEAVY & set(loaded.split())


def test_no_file_grows_beyond_one_thing() -> None:
    files = [*ENGINE.values(), *RULES, *(ROOT / "benchmarks").glob("*.py")]
    long = {
        path.relative_to(ROOT).as_posix()
        for path in files
        if len(path.read_text("utf-8").splitlines()) > LINES
    }
    assert long == set(LONGER)
