"""The README's commands are those that CI runs, and every command that is shown can be given."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from commandline import ROOT, listlint

from listlint.cli import cli

README = ROOT / "README.md"
SHOWN_IN = [
    README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", ROOT / ".pre-commit-hooks.yaml",
    ROOT / "examples" / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
]  # fmt: skip
PLACEHOLDER = re.compile(r"[A-Z]{2,}|…")


def setup_commands() -> list[str]:
    """The lines of the README's shell blocks that install."""
    found = re.findall(r"^```sh\n(.*?)^```", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [line for block in found for line in block.splitlines() if "pip install" in line]


def shown_commands() -> Iterator[str]:
    """Each command line of listlint in documents: in blocks, in running text, in hooks."""
    for path in SHOWN_IN:
        text = path.read_text("utf-8")
        for line in text.splitlines():
            found = re.match(r"(?:\$ |- run: |  entry: |.*&& )?(listlint .*)", line)
            if found and "```" not in line and "`" not in line and line[-1:] != "/":
                command = re.split(r" {2,}#", found[1])[0].strip()
                if command.split()[1] in (*cli.commands, "--version"):
                    yield command
        yield from re.findall(r"`(listlint [^`]+)`", text.replace("\n", " "))


COMMANDS = sorted(set(shown_commands()))


def test_two_commands_set_everything_up() -> None:
    install, test = setup_commands()
    assert install.startswith("python3 -m venv .venv && . .venv/bin/activate && pip install . ")
    assert install.endswith("&& listlint check examples")
    assert test == "pip install -e '.[test]' && pytest"


def test_ci_runs_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    (pattern,) = re.findall(r'grep -m 1 -E "(.*)" README\.md', script)
    (first, *_) = re.findall(pattern + ".*", README.read_text("utf-8"), re.MULTILINE)
    assert first == setup_commands()[1]
    assert setup_commands()[1] in (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_commands_are_found() -> None:
    assert "listlint check examples" in COMMANDS
    assert "listlint check catalog -f github" in COMMANDS
    assert "listlint schema --config" in COMMANDS
    assert "listlint check --force-exclude --no-error-on-unmatched-pattern" in COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_is_shown_can_be_given(command: str) -> None:
    _, name, *arguments = shlex.split(command)
    if "--help" in arguments:
        arguments.remove("--help")
    try:
        cli.commands[name].make_context(name, arguments)
    except click.UsageError as error:
        pytest.fail(error.format_message())


OF_THE_READER = ("end-mark", "bazaar")
"""What a reader writes who follows a document: test_docs does, and runs these commands there."""

QUICK = [
    each
    for each in COMMANDS
    if each.split()[1] in ("rules", "explain", "platforms", "schema", "config")
    and not PLACEHOLDER.search(each)
    and not any(name in each for name in OF_THE_READER)
]


@pytest.mark.parametrize("command", QUICK)
def test_quick_commands_succeed(command: str, tmp_path: Path) -> None:
    done = listlint(*shlex.split(command)[1:], cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out


def test_the_hooks_of_the_readme_are_there() -> None:
    hooks = re.findall(r"^- id: (.*)$", (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"), re.M)
    shown = re.findall(r"^ +- id: (.*)$", README.read_text("utf-8"), re.MULTILINE)
    assert shown == hooks


def test_the_python_that_is_asked_for_is_the_one_that_is_needed() -> None:
    needed = re.search(r"python_requires = >=([\d.]+)", (ROOT / "setup.cfg").read_text("utf-8"))
    assert needed is not None
    for path in (README, ROOT / "CONTRIBUTING.md"):
        assert f"Python {needed[1]} or newer" in path.read_text("utf-8"), path


def test_the_licence_is_the_one_that_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert f"[{project['license']}](LICENSE)" in README.read_text("utf-8")
