"""The tables of characters in `lexicon/tables/`, which `compile` takes in."""

from __future__ import annotations

from pathlib import Path


def read_tables(folder: Path) -> dict[str, dict[str, str]]:
    """The tables of characters in *folder*."""
    looks = {
        char: alike
        for alike, chars in map(str.split, lines_in(folder / "lookalikes.txt"))
        for char in chars
    }
    pairs = "".join(lines_in(folder / "simplified.txt"))
    sounds = {
        char: syllable
        for syllable, chars in map(str.split, lines_in(folder / "pinyin.txt"))
        for char in chars
    }
    simplified = dict(zip(pairs[::2], pairs[1::2], strict=True))
    shapes: dict[str, str] = {}
    for group in lines_in(folder / "shapes.txt"):
        for char in group:
            others = (other for other in group if other != char)
            shapes[char] = "".join(dict.fromkeys((*shapes.get(char, ""), *others)))
    splits = {
        told[0]: told[1:] for line in lines_in(folder / "splits.txt") for told in line.split()
    }
    return {"looks": looks, "simplified": simplified, "sounds": sounds, "shapes": shapes,
            "splits": splits}  # fmt: skip


def lines_in(path: Path) -> list[str]:
    """The lines of the file at *path* that state something."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
