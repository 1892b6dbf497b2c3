"""Configuration files for tests, and the settings that are read from them."""

from pathlib import Path

from listlint.config import Configuration
from listlint.settings import Settings


def write(folder: Path, **texts: str) -> Path:
    """Files in *folder*, by path with ``__`` for a slash; ``.toml`` is put behind each."""
    for name, text in texts.items():
        path = folder / f"{name.replace('__', '/')}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def settings(folder: Path, text: str, **command_line) -> Settings:
    write(folder, listlint=text)
    return Configuration(**command_line).for_file(folder / "a.json")
