"""Brand words are found however they are written, and innocent words are left alone."""

from __future__ import annotations

import pytest
from brandwords import detector, mentions, sample, sure
from hypothesis import given, settings
from hypothesis import strategies as st

from listlint.brandwords.detect import Texts
from listlint.brandwords.folding import distance, letters, plain
from listlint.brandwords.hanforms import han_fold
from listlint.brandwords.mention import SURE
from listlint.listing import Rights

FOUND = [
    ("Nike running shoes", "Nike", "Nike", "exact"),
    ("nike running shoes", "nike", "Nike", "exact"),
    ("NikeShoes for men", "Nike", "Nike", "exact"),
    ("nikeshoes men", "nike", "Nike", "deformed"),
    ("LouisVuitton tote", "LouisVuitton", "Louis Vuitton", "exact"),
    ("louis-vuitton tote", "louis-vuitton", "Louis Vuitton", "exact"),
    ("Louis Vuitton tote", "Louis Vuitton", "Louis Vuitton", "exact"),
    ("Neverfull tote", "Neverfull", "Louis Vuitton", "series"),
    ("Dunk Low sneakers", "Dunk Low", "Nike", "series"),
    ("Vuitton tote", "Vuitton", "Louis Vuitton", "partial"),
    ("LV handbag women", "LV", "Louis Vuitton", "abbreviation"),
    ("Women's North F. jacket", "North F.", "The North Face", "partial"),
    ("耐克运动鞋", "耐克", "Nike", "translated"),
    ("나이키 운동화", "나이키", "Nike", "translated"),
    ("Футболка Пума", "Пума", "Puma", "translated"),
    ("ルイ・ヴィトン バッグ", "ルイ・ヴィトン", "Louis Vuitton", "translated"),
    ("Addidas track top", "Addidas", "Adidas", "typo"),
    ("Convrse sneakers", "Convrse", "Converse", "typo"),
    ("Mersedes vent badge", "Mersedes", "Mercedes-Benz", "typo"),
    ("宝阁丽 项链", "宝阁丽", "Bulgari", "typo"),
    ("N1ke hoodie", "N1ke", "Nike", "leet"),
    ("4d!das hoodie", "4d!das", "Adidas", "leet"),
    ("Аdidas hoodie", "Аdidas", "Adidas", "homoglyph"),
    ("Guccl belt", "Guccl", "Gucci", "homoglyph"),
    ("Purna sneakers", "Purna", "Puma", "homoglyph"),
    ("Güccì belt", "Güccì", "Gucci", "homoglyph"),
    ("Ｇｕｃｃｉ belt", "Ｇｕｃｃｉ", "Gucci", "homoglyph"),
    ("𝗚𝘂𝗰𝗰𝗶 belt", "𝗚𝘂𝗰𝗰𝗶", "Gucci", "homoglyph"),
    ("G u c c i belt", "G u c c i", "Gucci", "spaced"),
    ("g.u.c.c.i belt", "g.u.c.c.i", "Gucci", "spaced"),
    ("Gu\u200bcci belt", "Gu\u200bcci", "Gucci", "spaced"),
    ("Bal enciaga sneakers", "Bal enciaga", "Balenciaga", "spaced"),
    ("兰.蔻 精华", "兰.蔻", "Lancôme", "spaced"),
    ("N*ke hoodie", "N*ke", "Nike", "deformed"),
    ("宝*丽 项链", "宝*丽", "Bulgari", "deformed"),
    ("新bai伦 跑鞋", "新bai伦", "New Balance", "deformed"),
    ("Coach handbag", "Coach", "Coach", "exact"),
    ("苹果 手机 256G", "苹果", "Apple", "translated"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "brand", "kind"), FOUND)
def test_a_brand_word_is_found_however_it_is_written(
    text: str, word: str, brand: str, kind: str
) -> None:
    assert (word, brand, kind) in sure(text)


INNOCENT = [
    "Coach bus toy", "red apple slicer", "3 m cable", "苹果干 零食", "三星堆 面具",
    "pineapple cake",
    "Athena holding Nike, statue", "velvet lv pillow", "Pumpkin in the wild, print of a spike",
    "Best bike like new", "Conversation cards", "Tiffany blue dress", "samba music",
    "https://cdn.example/nike/1.jpg", '<img src="nike.jpg" alt="cap">', "Vitamin GG 3",
]  # fmt: skip


@pytest.mark.parametrize("text", INNOCENT)
def test_an_innocent_word_is_not_reported(text: str) -> None:
    assert sure(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Case for iPhone 15", "Case for iPhone 15 Pro, Samsung Galaxy S24", "适用三星手机壳",
        "Filter compatible with Samsung fridges", "Organiser insert, fits Neverfull MM",
        "Casing untuk Samsung A15", "Hülle für iPhone 15", "iPhone 15 compatible charger",
    ],
)  # fmt: skip
def test_a_name_of_what_the_goods_fit_is_framed(text: str) -> None:
    assert sure(text) == []
    assert any(mention.framed for mention in mentions(text))


def test_imitation_breaks_a_frame() -> None:
    assert sure("Case for phones, Gucci style") == [("Gucci", "Gucci", "exact")]


def test_both_may_stand_in_one_text() -> None:
    found = mentions("Gucci pouch for AirPods")
    assert [(m.brand, m.framed) for m in found] == [("Gucci", False), ("Apple", True)]


def test_the_authorised_own_brand_is_not_reported() -> None:
    assert mentions("Nike Air Max 90 耐克", "Nike", ("Nike",)) == []
    assert mentions("Nike Air Max 90 耐克", "Nike", None) == []
    assert [m.brand for m in mentions("Nike Air Max", "Nike", ()) if m.is_sure] == ["Nike", "Nike"]


def test_an_authorisation_is_for_one_brand() -> None:
    assert [m.brand for m in mentions("Nike shoes, Adidas look", "Nike", ("Nike",))] == ["Adidas"]


def test_reasons_are_named() -> None:
    (mention,) = mentions("COACH handbag")
    assert mention.reasons == (
        "the word itself, an ordinary word too",
        "the goods are such as the brand's",
        "written as a name",
    )
    assert mention.score >= SURE


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_and_places_are_right(text: str) -> None:
    for each in (text, f"Nike {text} 耐克", f"{text} G u c c i{text}"):
        for mention in mentions(each):
            assert each[mention.start : mention.end] == mention.word
            assert 0 <= mention.start < mention.end <= len(each)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40))
def test_folding_keeps_places_and_is_done_once(text: str) -> None:
    folded = han_fold(text, sample().simplified)
    assert len(folded) == len(text)
    assert plain(plain(text)) == plain(text)
    read = letters(text, 0, len(text), sample().looks, signs=True)
    assert len(read.folded) == len(read.starts) == len(read.ends) == len(read.marks)
    assert all(0 <= a < b <= len(text) for a, b in zip(read.starts, read.ends, strict=True))


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("", "", 0),
        ("a", "", 1),
        ("ab", "ba", 1),
        ("abc", "axc", 1),
        ("abc", "xyz", 3),
        ("a", "abcd", 3),
    ],
)
def test_distance(one: str, two: str, expected: int) -> None:
    assert distance(one, two, 3) == expected
    assert distance(one, two, 1) == min(expected, 2)


def test_what_is_remembered_changes_nothing() -> None:
    before = [sure(text) for text, *_ in FOUND]
    assert [sure(text) for text, *_ in FOUND] == before


def test_texts_are_told_by_their_index() -> None:
    texts = Texts(["plain", "Gucci belt", "no", "古驰 皮带"], None, Rights(), "plain")
    found = detector().mentions(texts)
    assert {index: [m.word for m in each] for index, each in found.items()} == {
        1: ["Gucci"], 3: ["古驰"],
    }  # fmt: skip
