"""Titles that no brand is in, and titles that one is in: neither side is traded for the other.

`brand_innocent.txt` has titles that name no brand but as what goods fit; `brand_guilty.tsv` such
as use a brand's name, in whatever disguise, with the brand and the kind. `brand_fitting.txt` has
titles of goods that fit those of a brand, in many wordings and languages, `brand_claimed.tsv` such
as claim the brand for the goods though words of fitting stand near.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from listlint.brandwords.detect import Texts
from listlint.brandwords.mention import Mention
from listlint.brandwords.shared import detector

HERE = Path(__file__).parent
LEAST_RECALL = 0.92
LEAST_OF_A_KIND = 0.8
LEAST_OF_CLAIMS = 0.98


def lines(name: str) -> list[str]:
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("# ")]


@cache
def told(text: str) -> tuple[Mention, ...]:
    """What is surely a brand's in *text*, the title of a listing of no brand."""
    found = detector().mentions(Texts([text], title=text)).get(0, [])
    return tuple(mention for mention in found if mention.is_sure)


@pytest.mark.parametrize("title", lines("brand_innocent.txt"))
def test_an_innocent_title_has_no_brand(title: str) -> None:
    assert [(each.word, each.brand, each.kind) for each in told(title)] == []


@pytest.mark.parametrize("title", lines("brand_fitting.txt"))
def test_what_goods_fit_is_no_claim(title: str) -> None:
    assert [(each.word, each.brand, each.kind) for each in told(title)] == []


def test_words_of_fitting_hide_no_claim() -> None:
    claims = [line.split("\t") for line in lines("brand_claimed.tsv")]
    missed = [text for text, brand in claims if brand not in {each.brand for each in told(text)}]
    assert len(missed) <= (1 - LEAST_OF_CLAIMS) * len(claims), missed


def test_guilty_titles_are_found() -> None:
    wanted: Counter[str] = Counter()
    missed: dict[str, list[str]] = {}
    for line in lines("brand_guilty.tsv"):
        text, brand, kind = line.split("\t")
        wanted[kind] += 1
        if brand not in {each.brand for each in told(text)}:
            missed.setdefault(kind, []).append(f"{text} ({brand})")
    found = 1 - sum(map(len, missed.values())) / wanted.total()
    assert found >= LEAST_RECALL, missed
    for kind, count in wanted.items():
        assert 1 - len(missed.get(kind, ())) / count >= LEAST_OF_A_KIND, (kind, missed[kind])
