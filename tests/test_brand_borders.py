"""A brand's characters across the border of two words are no brand; beside words they are."""

from __future__ import annotations

import pytest

from listlint.brandwords.detect import Texts
from listlint.brandwords.hanborders import ACROSS, LONGER, is_across
from listlint.brandwords.shared import detector

WORDS = {"绳索", "尼龙", "喜爱", "步行", "牛皮", "皮带", "线控", "耳机", "米线", "男鞋"}


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("绳索尼龙", "索尼", ACROSS),
        ("喜爱步行", "爱步", ACROSS),
        ("黄牛皮", "黄牛", None),
        ("红牛皮带", "红牛", None),
        ("小米线控耳机", "小米", None),
        ("爱步男鞋", "爱步", None),
        ("爱步", "爱步", None),
        ("プラダン", "プラダ", LONGER),
        ("プラダバッグ", "プラダ", None),
        ("ミニプラダ", "プラダ", None),
    ],
)
def test_the_words_around_tell_what_a_name_is(text: str, name: str, told: str | None) -> None:
    start = text.index(name)
    assert is_across(text, start, start + len(name), WORDS.__contains__) == told


def sure(text: str) -> list[str]:
    found = detector().mentions(Texts([text], title=text)).get(0, [])
    return [mention.brand for mention in found if mention.is_sure]


@pytest.mark.parametrize(
    "text",
    ["绳索尼龙材质 10米", "喜爱步行的老人", "红牛皮 笔记本", "鳄鱼纹 皮带", "プラダン 板 5枚"],
)
def test_characters_across_a_border_are_not_reported(text: str) -> None:
    assert sure(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "红牛饮料 250ml",
        "索尼耳机头戴式",
        "爱步男鞋真皮",
        "小米线控耳机",
        "耐克服装男",
        "プラダバッグ 黒",
    ],
)
def test_a_brand_beside_words_is_reported(text: str) -> None:
    assert sure(text)
