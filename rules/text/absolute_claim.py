"""A text claims no absolute rank that Chinese advertising law forbids.

Article 9 of the Advertising Law of China (2015) forbids 国家级, 最高级, 最佳 “and the like” in
advertising, and titles, texts and pictures of a listing are advertising. The fine begins at 200 000
yuan and the seller pays it; buyers who make a business of complaints search for these words.

**Two lists.** `words` holds what the statute names. `practice` holds what sellers' lists add to it
(销量第一, 顶级, 独家 …): the law leaves to the authorities what is “like”, so such a finding is
never more than a warning.

**What is no claim** is left alone, after the draft of the regulator's guide on absolute terms
(read as news sites relayed it): advice on use and keeping (最佳赏味期, 达到最佳效果, 挑选最舒适的),
grades and lists of the state (国家级规划教材, 国家级非遗), awards (最佳设计奖), names of works
(《最佳…》), the listing's own brand. So are the same characters in other words: 统一流程, 太极品牌,
拒绝对折.

**Repair.** Take the word out, or state what can be proved: a number, a test, a date.

**Limits.** Words that are mostly innocent in listings are not in the lists. Add them to `practice`
where your goods make them claims:

- 最大, 最高, 最低, 最长 (measures: 最大承重), 最后, 最新 (最新日期), 最先;
- 第一 alone (第一步, 第一代, 诚信第一), 首次 (instructions), 首发, 首个 (facts);
- 金牌, 冠军, 王牌, 名牌 (awards, athletes, TCL王牌, 姓名牌), 权威 (权威指南);
- 永久 (永久牌, 半永久), 永恒, 完美 (完美日记), 万能 (万能胶), 至尊, 终极, 巅峰, 无敌 (models
  and games), 精确, 100% (100%棉);
- 特供, 专供 (天猫专供); 优秀, 超值, 超级, 极具, which claim no rank;
- 限时, 今日, 倒计时, which `title/promotional` and a date settle.

Signs or spaces after the first character (最 佳, 第*一品牌) do not hide a word that begins with
最, 第, 唯, 国, 顶, 极 or 绝. Pictures are not read.
"""

import re
from collections.abc import Iterator
from functools import cache

from listlint import Finding, Listing, Option, Options, Text, bad, good, rule
from listlint.listing import BRAND_ATTRIBUTES
from listlint.rule import words

from .._absolute_terms import PRACTICE, STATUTE, claims_nothing
from .._phrases import is_covered

_SIGNS = "*·•.…_|~^-+/、"
_SPLIT = tuple(
    [
        f"{first}{sign}"
        for first in ("最", "第", "唯", "国", "国家", "顶", "极", "绝")
        for sign in _SIGNS
    ]
    + [f"{first} " for first in ("最", "第", "唯")]
)
"""How a word begins that signs were put into: what makes the check look for such words."""
_GAP = f"[ \u3000{re.escape(_SIGNS)}]{{0,2}}"
_RANKS = ("NO", "TOP")  # names of patterns and colours, in fields that list them
_LISTED = ("attributes", "custom_attributes", "variants", "images", "detail_images")

_CUP = {"title": "不锈钢保温杯 500ml"}


@rule(
    on="text",
    when=words(*_SPLIT, option=("words", "practice")),
    level="off",
    at_most={"practice": "warn"},
    messages={
        "statute": "“{phrase}” is an absolute term that the Advertising Law forbids. Take it out,"
        " or state what can be proved.",
        "practice": "“{phrase}” reads as an absolute claim, which the Advertising Law forbids."
        " Take it out, or state what can be proved.",
    },
    options={
        "words": Option([*STATUTE], "Words that the law names."),
        "practice": Option([*PRACTICE], "Words that are held to be like them."),
        "allow": Option([], "Names and phrases that are fine though they hold such a word."),
    },
    examples=[
        good({**_CUP, "attributes": {"最大承重": "50kg", "最高温度": "100℃", "材质": "100%棉"}}),
        good({"title": "最后19包 第一代扫码枪 唯一码 金牌王道益活络油 永久自行车"}),
        good({"title": "统一流程卡 太极品牌 拒绝对折 单独家用 极品飞车 半永久眉笔"}),
        good({**_CUP, "description": "首次使用请充满电，最佳饮用温度60℃，以达到最佳效果。"}),
        good({"title": "国家级规划教材《史上最好吃的面包》 国家级非遗传承人手作"}),
        good({"title": "绝对伏特加 世界级非遗", "brand": "顶级制造", "bullets": ["顶级制造出品"]}),
        good({"title": "极致系列 口红", "variants": [{"options": {"色号": "NO.1"}}]}),
        good({"title": "顶级大师保温杯"}, options={"allow": ["顶级大师"]}),
        good({"title": "销量第一保温杯"}, options={"practice": ["顶级"]}),
        bad({"title": "国家级品质保温杯 效果最佳"}, ("statute", "/title"), ("statute", "/title")),
        bad({"title": "最高级不锈钢保温杯"}, ("statute", "/title")),
        bad({"title": "全网销量第一 保温杯"}, ("practice", "/title")),
        bad({"title": "顶级不锈钢保温杯 销量NO.1"}, ("practice", "/title"), ("practice", "/title")),
        bad(
            {**_CUP, "bullets": ["304不锈钢", "送给妈妈最好的礼物"], "keywords": ["独家定制"]},
            ("practice", "/bullets/1"),
            ("practice", "/keywords/0"),
        ),
        bad(
            {"title": "最 佳保温杯 最*优质材料 第*一品牌"},
            ("statute", "/title"),
            ("practice", "/title"),
            ("practice", "/title"),
        ),
        bad({**_CUP, "attributes": {"卖点": "极品"}}, ("practice", "/attributes/卖点")),
        bad({"title": "王牌保温杯"}, ("practice", "/title"), options={"practice": ["王牌"]}),
        bad({"title": "至尊保温杯"}, ("statute", "/title"), options={"words": ["至尊"]}),
    ],
)
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    value = text.value
    found = {(hit.start, hit.end): hit.word for hit in text.hits if hit.word not in _SPLIT}
    if len(found) < len(text.hits):
        terms = (*options["words"], *options["practice"])
        found.update(_split_up(value, terms))
    fine = [*options["allow"], *_brands(listing)]
    told = set()
    last = 0
    for (start, end), word in sorted(found.items()):
        if start < last:
            continue
        last = end
        if text.field in _LISTED and word.upper().startswith(_RANKS):
            continue
        if claims_nothing(value, word, start, end) or is_covered(value, start, end, fine):
            continue
        if word not in told:
            told.add(word)
            phrase = value[start:end]
            message = "statute" if word in options["words"] else "practice"
            yield text.finding(message, phrase=phrase, text=phrase)


def _brands(listing: Listing) -> list[str]:
    """The listing's own brand, as its field and its attributes write it."""
    attributes = listing.get("attributes") or {}
    stated = [listing.brand, *(attributes.get(name) for name in BRAND_ATTRIBUTES)]
    return [
        part for each in stated if isinstance(each, str) for part in re.split("[/|（）()]", each)
    ]


def _split_up(text: str, terms: tuple[str, ...]) -> Iterator[tuple[tuple[int, int], str]]:
    """Where one of *terms* stands in *text* with signs between its characters, and which."""
    for match in _spread(terms).finditer(text):
        term = re.sub(_GAP, "", match[0])
        if term != match[0]:
            yield match.span(), term


@cache
def _spread(terms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(terms, key=len, reverse=True)
    return re.compile("|".join(_GAP.join(map(re.escape, term)) for term in longest_first))
