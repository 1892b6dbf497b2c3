"""The errors that end a run, and the help that each of them gives.

::

    ListlintError
    ├── UsageError      the command line asks for what cannot be: a path, an option, a name
    └── ConfigError     a configuration file is wrong; holds every `Fault` found in it

Both mean exit code 2, and their text is all that a user sees: one sentence for each fault, what
is wrong and what to do. What is wrong with a *product* is a finding, never an exception. This
module prints nothing and reads no file.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from listlint.namedtuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class ListlintError(Exception):
    """Any error of ours that ends the run; its text is for the user."""


class UsageError(ListlintError):
    """The command line asks for what cannot be done."""


class Fault(NamedTuple):
    """One thing wrong in a configuration.

    *file* is the configuration file, None for what the command line says. *key* is the dotted key
    at fault, as TOML writes it, or empty. *line* and *column* count from 1; None where unknown.
    """

    sentence: str
    file: Path | None = None
    key: str = ""
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """The fault on one line: place, key, sentence."""
        numbers = [self.line] if self.column is None else [self.line, self.column]
        place = ":".join(str(part) for part in (shown(self.file), *numbers) if part)
        return ": ".join(part for part in (place, self.key, self.sentence) if part)


class ConfigError(ListlintError):
    """A configuration is wrong; its text is one line a fault, in the order of the file."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def __reduce__(self) -> tuple[type[ConfigError], tuple[tuple[Fault, ...]]]:
        """Pickled by its faults; an exception is otherwise made again from its text."""
        return (type(self), (self.faults,))


def shown(path: Path | None) -> str:
    """*path* as a user names it: relative to the working directory where it lies below it."""
    if path is None:
        return ""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate that *name* was most likely meant to be, or None.

    Case, and ``_`` or a space written for ``-``, do not count. For a name with a slash, such as a
    rule's, a candidate that shares one side of it is preferred to a closer spelling.
    """
    return _nearest(name, tuple(candidates))


@lru_cache(maxsize=1024)  # in a catalog one wrong name stands in thousands of products
def _nearest(name: str, candidates: tuple[str, ...]) -> str | None:
    from difflib import SequenceMatcher

    wanted = _plain(name)
    best: tuple[float, str] | None = None
    for candidate in sorted(candidates):
        plain = _plain(candidate)
        likeness = SequenceMatcher(None, wanted, plain).ratio()
        if "/" in wanted and set(wanted.split("/")) & set(plain.split("/")):
            likeness += 0.2
        if likeness >= 0.65 and (best is None or likeness > best[0]):
            best = (likeness, candidate)
    return best[1] if best else None


def unknown(name: str, candidates: Iterable[str], what: str) -> str:
    """The sentence for a *name* that is no *what* (``rule``, ``platform``) among *candidates*.

    ``unknown rule 'titel/year'; did you mean 'title/year'?``, see `instead`.
    """
    return f"unknown {what} '{name}'{instead(name, candidates)}"


def instead(name: str, candidates: Iterable[str]) -> str:
    """How a sentence about the unknown *name* ends: the nearest of *candidates*, or all if few."""
    known = sorted(candidates)
    near = nearest(name, known)
    if near is not None:
        return f"; did you mean '{near}'?"
    return f"; known: {', '.join(known)}." if 0 < len(known) <= 12 else "."


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(" ", "-")
