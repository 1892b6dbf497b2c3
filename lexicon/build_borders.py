"""Write lexicon/borders/zh.txt: Chinese words that a brand's characters may lie across.

    python lexicon/build_borders.py DICT

DICT is `jieba/dict.txt` of the package jieba: a word, how often it was met, and its part of speech
a line. Taken are common words of two and three characters that hold no word of a brand; names of
persons and makers are not.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from listlint.brandwords.folding import has_unspaced
from listlint.brandwords.source import read_brands

HERE = Path(__file__).parent
LEAST_MET = 20
NAMES = {"nr", "nrt", "nrfg", "nz"}
HEADER = """\
# Common Chinese words of two and three characters, made by lexicon/build_borders.py of
# jieba 0.42.1, https://github.com/fxsjy/jieba (MIT, Copyright (c) 2013 Sun Junyi)
"""


def words(lines: Iterator[str], brand_words: set[str]) -> Iterator[str]:
    """The words of *lines* that are taken."""
    for line in lines:
        word, met, part = line.split()
        if not 2 <= len(word) <= 3 or int(met) < LEAST_MET or part in NAMES:
            continue
        if not all("\u4e00" <= char <= "\u9fff" for char in word):
            continue
        if word in brand_words or word[:2] in brand_words or word[1:] in brand_words:
            continue
        yield word


def main() -> None:
    """Write the file."""
    files = (path for path in sorted(HERE.glob("*.toml")) if path.name != "context.toml")
    brand_words = {
        word for brand in read_brands(files) for word in brand.words if has_unspaced(word)
    }
    with Path(sys.argv[1]).open(encoding="utf-8") as source:
        taken = sorted(words(iter(source), brand_words))
    target = HERE / "borders" / "zh.txt"
    target.write_text(HEADER + "\n".join(taken) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
