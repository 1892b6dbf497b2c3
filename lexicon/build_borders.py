"""Write lexicon/borders/zh.txt and longer.txt: Chinese words that tell that no brand is meant.

    python lexicon/build_borders.py DICT

DICT is `jieba/dict.txt` of the package jieba: a word, how often it was met, and its part of speech
a line. A brand's characters may lie across common words of two and three characters that hold no
word of a brand, zh.txt, or in words of three and four that hold one, longer.txt: 克罗地亚, Croatia.
Names of persons and makers are not taken.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from listlint.brandwords.folding import has_unspaced
from listlint.brandwords.source import read_brands

HERE = Path(__file__).parent
LEAST_MET = 20
LEAST_MET_LONGER = 2
NAMES = {"nr", "nrt", "nrfg", "nz"}
# Words of the brand itself and of those who copy it: 苹果公司, 华为技术.
_OF_BRANDS = """
    公司 集团 牌 苹果机 苹果网 宝马 劳力 耐克 网易 腾讯 微软
    百度表 百度搜 宾士 吉普 京瓷 麦当劳 华为 西门子 海尔 联想家 联想昭
    美泰 曼联 热火队 热刺队 湖人 吉利车 甲骨文 鳄鱼衫 莱斯 利物浦 万能锅
    神圣罗马 雪人兄 街霸 冠军杯 广本飞 大众呢 索尼 丰田 卡西亚 德拉 迪斯尼
    松下电 杜比
"""
OF_BRANDS = _OF_BRANDS.split()
HEADER = """\
# Common Chinese words, made by lexicon/build_borders.py of
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


def longer(lines: Iterator[str], brand_words: set[str]) -> Iterator[str]:
    """The words of *lines* that hold a word of a brand and are no words of its own."""
    for line in lines:
        word, met, part = line.split()
        if not 3 <= len(word) <= 4 or int(met) < LEAST_MET_LONGER or part in NAMES | {"nt"}:
            continue
        if word in brand_words or any(each in word for each in OF_BRANDS):
            continue
        parts = {word[a:b] for a in range(len(word)) for b in range(a + 2, len(word) + 1)}
        if parts & brand_words:
            yield word


def main() -> None:
    """Write the files."""
    files = (path for path in sorted(HERE.glob("*.toml")) if path.name != "context.toml")
    brand_words = {
        word for brand in read_brands(files) for word in brand.words if has_unspaced(word)
    }
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    for name, taken in (("zh", words), ("longer", longer)):
        target = HERE / "borders" / f"{name}.txt"
        found = sorted(taken(iter(lines), brand_words))
        target.write_text(HEADER + "\n".join(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
