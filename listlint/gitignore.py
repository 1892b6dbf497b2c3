"""Where git keeps what it ignores: ``.gitignore`` files, and ``info/exclude`` of a repository.

A file that cannot be read ignores nothing, as in git. The user's own, machine-wide ignore file
is not asked: it would make a report depend on the machine.
"""

# ruff: noqa: PTH110, PTH113, PTH118, PTH120, PTH123
# Paths are text here, as in the walk that asks.

from __future__ import annotations

import os
from functools import cache

from listlint.patterns import Patterns


@cache
def repository(folder: str) -> str | None:
    """The top folder of the repository that *folder* (absolute) lies in, or None."""
    if os.path.exists(os.path.join(folder, ".git")):
        return folder
    parent = os.path.dirname(folder)
    return None if parent == folder else repository(parent)


def ignore_file(folder: str) -> Patterns | None:
    """What the ``.gitignore`` in *folder* says; None where it says nothing."""
    return _patterns(folder, os.path.join(folder, ".gitignore"))


def exclude_file(top: str) -> Patterns | None:
    """What ``info/exclude`` of the repository at *top* says; None where it says nothing."""
    git = os.path.join(top, ".git")
    if os.path.isfile(git):  # a work tree or a submodule: the file names the place
        git = os.path.join(top, _first_line(git).removeprefix("gitdir:").strip())
        shared = _first_line(os.path.join(git, "commondir"))
        git = os.path.join(git, shared) if shared else git
    return _patterns(top, os.path.join(git, "info", "exclude"))


def _first_line(path: str) -> str:
    lines = _lines(path)
    return lines[0] if lines else ""


def _lines(path: str) -> list[str]:
    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8", "surrogateescape")
    except OSError:
        return []
    return [line.removesuffix("\r") for line in text.removeprefix("\ufeff").split("\n")]


def _patterns(folder: str, path: str) -> Patterns | None:
    globs = tuple(line for line in _lines(path) if line.strip() and not line.startswith("#"))
    return Patterns(folder, globs) if globs else None
