"""TOML as text: how keys and values are written, and on which line a key stands.

Reading TOML is for the standard library; this module adds what it does not tell. It reads no
file and knows nothing of what the keys mean.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from listlint.lazily import Lazily

Path = tuple[str | int, ...]
"""Where a value stands: keys, and indices of arrays. Shown as `dotted`."""

_BARE = Lazily(r"[A-Za-z0-9_-]+")
_AT = Lazily(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
_UNQUOTED_SLASH = Lazily(r"\s*[A-Za-z0-9_-]+/[A-Za-z0-9_*-]+\s*=")


def dotted(path: Sequence[str | int]) -> str:
    """*path* as TOML writes a dotted key, with indices: ``overrides[0].rules."title/year"``."""
    written = ""
    for part in path:
        if isinstance(part, int):
            written += f"[{part}]"
        else:
            written += ("." if written else "") + (part if _BARE.fullmatch(part) else _text(part))
    return written


def written(value: object) -> str:
    """*value* as TOML on one line; what JSON can hold, but for null."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        inner = ", ".join(f"{dotted((key,))} = {written(each)}" for key, each in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(written(each) for each in value)}]"
    return repr(value)


def _text(text: str) -> str:
    # A JSON string is a TOML basic string, but for one control character that JSON lets stand.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def syntax_problem(error: ValueError, text: str) -> tuple[str, int | None, int | None]:
    """What tomllib's *error* in *text* says: sentence, line, column (None: at the very end)."""
    found = _AT.fullmatch(str(error))
    if found is None:
        return f"is not TOML: {error}.", None, None
    said = found[1][:1].lower() + found[1][1:]
    if found[2] is None:
        return f"is not TOML: {said} at the end of the file.", None, None
    line, column = int(found[2]), int(found[3])
    hint = ""
    lines = text.split("\n")
    if line <= len(lines) and _UNQUOTED_SLASH.match(lines[line - 1]):
        hint = " Write the name of a rule in quotes."
    return f"is not TOML: {said}.{hint}", line, column


def line_of(text: str, path: Path) -> int | None:
    """The line of *text* (valid TOML) where the value at *path*, or what encloses it, stands.

    It is found by reading ever longer beginnings of the text: the first that holds the path ends
    with the statement that makes it. In a statement of several lines, the line of the last key
    where that is the only one of its name, else the first line. None where nothing is found.
    """
    lines = text.split("\n")  # not splitlines: only these ends count, as in any editor
    while path and not _holds(_beginning(lines, len(lines)), path):
        path = path[:-1]
    if not path:
        return None
    low, high = 0, len(lines)
    end = high
    while low < high:
        middle = (low + high) // 2
        stop, table = middle, None
        while table is None and stop <= len(lines):
            table = _beginning(lines, stop)
            stop += 1
        if _holds(table, path):
            high, end = middle, stop - 1
        else:
            low = stop
    return _narrowed(lines, low, end, path)


def _narrowed(lines: Sequence[str], first: int, last: int, path: Path) -> int:
    """Within the statement on the lines *first* to *last*: the one line that names the key."""
    name = path[-1]
    if first < last and isinstance(name, str):
        key = re.compile(rf"(?:^|[\s{{,.]){re.escape(dotted((name,)))}\s*=")
        named = [at for at in range(first, last + 1) if key.search(lines[at - 1])]
        if len(named) == 1:
            return named[0]
    return first


def _beginning(lines: Sequence[str], count: int) -> dict[str, Any] | None:
    import tomllib

    try:
        return tomllib.loads("\n".join(lines[:count]) + "\n")
    except tomllib.TOMLDecodeError:
        return None


def _holds(value: object, path: Path) -> bool:
    """Whether *path* leads somewhere in *value*; a quoted key may be several of its parts."""
    if not path:
        return True
    if isinstance(value, list):
        first = path[0]
        return isinstance(first, int) and first < len(value) and _holds(value[first], path[1:])
    if not isinstance(value, dict):
        return False
    joined = ""
    for count, part in enumerate(path, 1):
        if isinstance(part, int):
            return False
        joined = f"{joined}.{part}" if joined else part
        if joined in value and _holds(value[joined], path[count:]):
            return True
    return False
