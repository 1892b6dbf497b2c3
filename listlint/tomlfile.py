"""TOML files that users write, read, with what is wrong with them told as they see it.

This module knows nothing of what the keys mean.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from listlint.errors import ConfigError, Fault
from listlint.tomltext import syntax_problem


def read_toml(path: Path) -> tuple[str, dict[str, Any]]:
    """The text of the file *path* and its table, dates and times in it as text.

    ConfigError where it cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError([Fault(f"cannot be read: {error.strerror}.", path)]) from error
    return parsed(data, path)


def parsed(data: bytes, path: Path) -> tuple[str, dict[str, Any]]:
    """The same of *data*, what stands in the file *path*."""
    import tomllib

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError([Fault("is not UTF-8.", path)]) from error
    try:
        table: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        sentence, line, column = syntax_problem(error, text)
        raise ConfigError([Fault(sentence, path, "", line, column)]) from error
    return text, _plain(table)


def _plain(value: Any) -> Any:
    """*value* with each date and time as text, so that it is what JSON can hold."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.isoformat() if hasattr(value, "isoformat") else value
