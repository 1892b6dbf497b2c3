"""What `listlint explain --word` shows, as a newcomer sees it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from brandwords import detector
from commandline import listlint
from configs import write

from listlint.brandwords import explain
from listlint.brandwords.detect import Texts
from listlint.brandwords.mention import Mention
from listlint.formatters._terminal import width

LAST = "The evidence adds up to a number: from 0.70 on it is an error, from 0.45 on a warning."


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """What is told of a text, read with the small lexicon of the tests."""
    monkeypatch.setattr(explain, "detector", lambda lexicon: detector())
    return lambda text, brand="Northline": "\n".join(explain.explained_text(text, brand))


FIXED = [
    Mention("COACH", 0, 5, "Coach", "exact", 0.98, (
        "the word itself, an ordinary word too", "the goods are such as the brand's",
        "written as a name", "words of imitation beside", "-short",
    )),
    Mention("Coach", 0, 5, "Coach", "typo", 0.41, ("a misspelling",)),
    Mention("新bai伦", 6, 11, "New Balance", "deformed", 0.52, ("Latin syllables",)),
    Mention("iPhone 15", 12, 21, "Apple", "series", 0.9, ("-told as what it fits",), framed=True),
    Mention("apple", 22, 27, "Apple", "exact", 0.3, ("-written as an ordinary word",)),
    Mention("Gucci", 28, 33, "Gucci", "exact", 0.9, ("the word itself",)),
    Mention("Gucci Bloom", 28, 39, "Gucci", "series", 0.8, ("the word itself",)),
]  # fmt: skip


class Fixed:
    """A detector that always finds the same."""

    class lexicon:
        allow = frozenset({"apple"})

    def explained(self, texts: Texts) -> dict[int, list[Mention]]:
        return {0: FIXED}

    def mentions(self, texts: Texts) -> dict[int, list[Mention]]:
        return {0: [FIXED[0], FIXED[2], FIXED[6]]}


def test_each_word_has_its_evidence_and_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explain, "detector", lambda lexicon: Fixed())
    assert list(explain.explained_text("…", None)) == [
        "“COACH”  Coach, exact: 0.98, error",
        "  for:     the word itself, an ordinary word too; the goods are such as the brand's;"
        " written as a",
        "           name; words of imitation beside",
        "  against: short",
        "“新bai伦”  New Balance, deformed: 0.52, warning",
        "  for:     Latin syllables",
        "“iPhone 15”  Apple, series: 0.90, named as what the goods fit, not reported",
        "  against: told as what it fits",
        "“apple”  Apple, exact: 0.30, one of your allowed words, not reported",
        "  against: written as an ordinary word",
        "“Gucci”  Gucci, exact: 0.90, not reported, for another word here is",
        "  for:     the word itself",
        "“Gucci Bloom”  Gucci, series: 0.80, error",
        "  for:     the word itself",
        "",
        LAST,
    ]


def test_the_same_is_told_of_texts_that_are_read(told):
    assert told("N1ke shoes").splitlines()[0] == "“N1ke”  Nike, leet: 0.96, error"
    first = told("a coach bus").splitlines()[0]
    assert first.startswith("“coach”  Coach, exact: ")
    assert first.endswith(", not reported")


def test_chinese_is_as_wide_as_it_looks(told):
    text = "新bai伦 跑鞋 " + "耐克" * 20
    assert told(text).splitlines()[:2] == [
        "“新bai伦”  New Balance, deformed: 0.88, error",
        "  for:     Latin syllables; the goods are such as the brand's (no ordinary word)",
    ]
    assert all(width(line) <= 100 for line in told(text).splitlines())


def test_what_cannot_be_seen_is_shown(told):
    assert told("Gu\u200bcci belt").startswith(r"“Gu\u200bcci”  Gucci, spaced: ")


def test_what_the_goods_fit_is_said_so(told):
    assert "“iPhone”  Apple, series: " in told("Case for iPhone 15")
    assert "named as what the goods fit, not reported" in told("Case for iPhone 15")
    assert told("Case for iPhone 15").count("“") == 1


def test_the_brand_of_the_listing_may_be_stated(tmp_path: Path) -> None:
    done = listlint("explain", "--word", "Nike shoes", "--brand", "nike", cwd=tmp_path)
    assert done.out == "Nothing here is written like a brand that the listing may not use.\n"
    done = listlint("explain", "--word", "Nike shoes", "--brand", "Northline", cwd=tmp_path)
    assert done.out.startswith("“Nike”  Nike, exact: 0.98, error\n")


def test_authorized_brands_are_not_told(tmp_path: Path) -> None:
    write(tmp_path, listlint="brands.authorized = ['Nike']")
    done = listlint("explain", "--word", "Nike shoes", cwd=tmp_path)
    assert done.out == "Nothing here is written like a brand that the listing may not use.\n"


@pytest.mark.parametrize("text", ["", " ", "\n", "plain mug", "。", "\u200b", "x" * 5000])
def test_a_text_without_brands_is_said_to_be(told, text):
    assert told(text) == "Nothing here is written like a brand that the listing may not use."


def test_a_rule_or_a_text_is_needed(tmp_path: Path) -> None:
    for arguments in ((), ("brand/lookalike", "--word", "Nike")):
        done = listlint("explain", *arguments, cwd=tmp_path)
        assert done.code == 2
        assert "Name a rule, or give a text with --word." in done.err
