"""The source of a picture → a file of the catalog, or why there is none.

Nothing outside the catalog's root is opened or even asked about, whatever the source says:
``..``, absolute paths, drives, network shares, ``file:`` addresses, symbolic links. Only ordinary
files count: devices and pipes are refused before anything could block on them. This module asks
the disk where things are; it reads no content.
"""

from __future__ import annotations

import difflib
import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

_NEVER_BELOW = re.compile(r"[A-Za-z]:[\\/]|\\\\|file:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a source leads: *real* is the file to open, set for ``file`` alone.

    *path* is the path below the root, with ``/``, for messages; for ``outside`` the source itself.
    *nearest* is a name in the folder of a missing file that may have been meant. A ``device`` is
    whatever is below the root and neither a file nor a folder.
    """

    kind: Literal["file", "folder", "missing", "outside", "device", "no-access"]
    path: str
    real: str = ""
    nearest: str | None = None


class Places:
    """The files below *root* that sources may lead to."""

    def __init__(self, root: Path) -> None:
        self._root = os.fspath(root.absolute())
        self._top = os.path.realpath(root)
        self._names = lru_cache(64)(_names)

    def locate(self, src: str, base: Path) -> Spot:
        """Where *src*, which stands in a file in the folder *base*, leads.

        It is tried as written, then with ``%20`` and the like decoded, then with ``\\`` read as
        ``/``, so that one catalog is judged alike on all systems.
        """
        if not src.strip():
            return Spot("missing", "")
        decoded = unquote(src)
        forms = (src, decoded, src.replace("\\", "/"), decoded.replace("\\", "/"))
        refused = None
        for form in dict.fromkeys(forms):
            spot = self._look(form, base)
            if spot.kind not in ("missing", "outside"):
                return spot
            if refused is None or spot.kind == "outside":
                refused = spot
        assert refused is not None, "a source is at least tried as written"
        return Spot("outside", src) if refused.kind == "outside" else refused

    def _look(self, path: str, base: Path) -> Spot:
        if not self._may_be_below(path):
            # Settled by its letters: asking a network share would already tell it something.
            return Spot("outside", path)
        try:
            real = os.path.realpath(base / path)
        except (OSError, ValueError):  # NUL, lone surrogates, names that are too long
            return Spot("missing", path)
        if not _is_below(real, self._top):
            return Spot("outside", path)
        below = os.path.relpath(real, self._top).replace(os.sep, "/")
        try:
            mode = Path(real).stat().st_mode
        except PermissionError:
            return Spot("no-access", below)
        except (OSError, ValueError):
            return Spot("missing", below, nearest=self._nearest(real))
        if stat.S_ISREG(mode):
            return Spot("file", below, real)
        return Spot("folder" if stat.S_ISDIR(mode) else "device", below)

    def _may_be_below(self, path: str) -> bool:
        if Path(path).is_absolute() and not path.startswith(("\\\\", "//")):
            whole = os.path.normpath(path)
            return _is_below(whole, self._root) or _is_below(whole, self._top)
        return _NEVER_BELOW.match(path) is None and not Path(path).drive

    def _nearest(self, missing: str) -> str | None:
        folder, name = os.path.split(missing)
        names = self._names(folder)
        same = names.get(_plain(name)) or names.get(_stem(name))
        if same is None and len(names) <= _MOST_COMPARED:
            close = difflib.get_close_matches(_plain(name), names, 1, 0.8)
            same = names[close[0]] if close else None
        return same


def _is_below(path: str, top: str) -> bool:
    path, top = os.path.normcase(path), os.path.normcase(top)
    return path == top or path.startswith(top.rstrip(os.sep) + os.sep)


_MOST_NAMES = 2000
_MOST_COMPARED = 200


def _names(folder: str) -> dict[str, str]:
    """The names in *folder* by what they are compared by; none where there are too many."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in islice(entries, _MOST_NAMES + 1))
    except OSError:
        return {}
    if len(names) > _MOST_NAMES:
        return {}
    # An exact name is the stronger sign: it is written last and stays.
    return {_stem(name): name for name in reversed(names)} | {_plain(name): name for name in names}


def _plain(name: str) -> str:
    # Case, and the two ways to write é, are what differs most often between disks.
    return unicodedata.normalize("NFC", name).casefold()


def _stem(name: str) -> str:
    # A form of its own (no name of a file holds NUL), so that it meets stems and no names.
    plain = _plain(name)
    return "\0" + re.sub(r"[\s_-]+", "", plain.rpartition(".")[0] or plain)
