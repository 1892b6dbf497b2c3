"""Bytes that are costly to make, kept in the user's cache folder under a key of what made them.

A cache that is broken, or that cannot be written, is none: the bytes are made again. This module
knows nothing of what it keeps.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

_MOST = 8
"""So many files are kept, those used last."""
_ENDING = ".kept"
_DIGEST = 32


def kept(key: str, make: Callable[[], bytes]) -> bytes:
    """What *make* gives, kept under *key*, a name for a file without its ending."""
    path = folder() / f"{key}{_ENDING}"
    known = _read(path)
    if known is not None:
        return known
    made = make()
    with contextlib.suppress(OSError):
        _write(path, made)
    return made


def folder() -> Path:
    """The folder for listlint in the user's cache folder."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or _home() / ".cache"
    return Path(base) / "listlint"


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # nobody's
        return Path(tempfile.gettempdir())


def _read(path: Path) -> bytes | None:
    """What is kept at *path*; None where nothing is, or not what was written."""
    try:
        with path.open("rb") as file:
            digest, data = file.read(_DIGEST), file.read()
        os.utime(path)  # used last
    except OSError:
        return None
    return data if _digest(data) == digest else None


def _write(path: Path, data: bytes) -> None:
    """Write beside *path*, then rename: whoever reads it has all of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    number, beside = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(_digest(data))
            file.write(data)
        Path(beside).replace(path)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise
    _leave_the_last(path.parent)


def _leave_the_last(where: Path) -> None:
    files = sorted(where.glob(f"*{_ENDING}"), key=lambda file: file.stat().st_mtime)
    for file in files[:-_MOST]:
        file.unlink(missing_ok=True)


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST).digest()
