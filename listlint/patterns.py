"""Patterns of files, written as in ``.gitignore`` and relative to one folder.

One language for the configuration (``include``, ``exclude``, ``overrides.files``), for
``--ignore-pattern`` and for ``.gitignore`` itself: ``*`` and ``?`` stay within one name, ``**``
crosses folders, a pattern without a slash matches at any depth, a folder that matches takes all
below it, ``!`` takes back. Slashes are ``/`` on every system. pathspec, which reads the language,
is imported when the first pattern is asked. This module reads no file and knows no settings.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from listlint.namedtuples import NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_ANY_NAME = "\x7f\x7f\x7f"
"""The name of no file: a pattern that matches it matches all."""


class Patterns(NamedTuple):
    """*globs* that hold below *folder*, an absolute path without a slash at its end."""

    folder: str
    globs: tuple[str, ...]

    def verdict(self, path: str) -> bool | None:
        """Whether the file *path* (absolute) matches; None where no pattern speaks of it."""
        below = self._below(path)
        return None if below is None else _compiled(self.globs).check_file(below).include

    def matches(self, path: str) -> bool:
        """Whether the file *path* (absolute) matches."""
        return bool(self.verdict(path))

    def folder_verdict(self, path: str) -> bool | None:
        """As `verdict`, for the folder *path*: True means that all below it matches.

        ``drafts/**`` speaks of what is in the folder, not of the folder: a later or deeper
        pattern may still take a file of it back, as in git.
        """
        below = self._below(path)
        if below is None:
            return None
        globs = tuple(glob for glob in self.globs if not glob.rstrip().endswith("/**"))
        return _compiled(globs).check_file(f"{below}/").include if globs else None

    def takes_all(self, path: str) -> bool:
        """Whether whatever is in the folder *path* (absolute) matches, unless taken back."""
        return self.matches(f"{path}{os.sep}{_ANY_NAME}")

    def _below(self, path: str) -> str | None:
        """*path* from the folder on, with slashes; None where it lies elsewhere."""
        if not self.globs:
            return None
        start = len(self.folder)
        if not self.folder.endswith(os.sep):  # only the root of a file system does
            if path[start : start + 1] != os.sep:
                return None
            start += 1
        if not path.startswith(self.folder):
            return None
        below = path[start:]
        return below if os.sep == "/" else below.replace(os.sep, "/")


def unreadable(globs: tuple[str, ...]) -> tuple[str, ...]:
    """Those of *globs* that are no patterns, such as ``!`` or ``[z-a]``."""
    # Only these two signs can go wrong; without them pathspec need not be imported to know.
    doubtful = (glob for glob in globs if "!" in glob or "[" in glob)
    return tuple(glob for glob in doubtful if _compiles((glob,)) is None)


@lru_cache(maxsize=256)
def _compiled(globs: tuple[str, ...]) -> GitIgnoreSpec:
    # As git does, a line that is no pattern matches nothing, and the others still hold.
    spec = _compiles(globs)
    if spec is None:
        spec = _spec(tuple(glob for glob in globs if _compiles((glob,)) is not None))
    return spec


def _compiles(globs: tuple[str, ...]) -> GitIgnoreSpec | None:
    import re

    try:
        return _spec(globs)
    except (ValueError, re.error):
        return None


def _spec(globs: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(globs)
