"""A title does not say that the goods are sold in advance.

Whether goods are in stock or come later is a field of the listing with a date that buyers are
shown. In the title it stays when the goods have arrived, and buyers who read only the list are
misled.

**What platforms do.** Pinduoduo refuses a title with information on a pre-sale (error code
`goods_name-exclude-pre-sale` of `pdd.goods.add`, confidence P). Tmall Global asks for the opposite,
a mark 【定制/预售】: leave the rule off there.

**Repair.** Take the words out, and set the date of shipment in the platform's own field.

**Limits.** Whole phrases in English and Chinese. 非预售 and “no pre-order” say that the goods are
there; 固定金属 holds the characters of 定金. 预订 (to book) names services and is not reported.
Set `words` to your own list.
"""

import re
from collections.abc import Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, rule
from listlint.rule import words

from .._phrases import apart

_DENIED = re.compile(r"(?:[非不无]|不是|没有|拒绝|\b(?:no|not|non)[\s-])\s*$", re.IGNORECASE)


@rule(
    on="title",
    when=words(option="words"),
    level="off",
    messages={
        "pre-sale": "“{phrase}” tells of a pre-sale. Take it out; the date has a field of its own."
    },
    options={
        "words": Option(
            [
                *("预售", "预售款", "预售价", "预购", "付定金", "交定金", "拍定金", "定金链接"),
                *("定金立减", "定金膨胀", "付尾款", "尾款立减", "补尾款", "预定款", "預售"),
                *("pre-sale", "presale", "pre sale", "pre-order", "preorder", "pre order"),
                *("pre-orders", "preorders", "pre-ordered"),
            ],
            "Phrases that tell of a pre-sale.",
        )
    },
    examples=[
        good({"title": "不锈钢保温杯 现货 非预售"}, language="zh"),
        good({"title": "固定金属支架"}, language="zh"),
        good({"title": "Steel Mug in Stock, No Pre-Order"}),
        good({"title": "不锈钢保温杯 预售"}, options={"words": ["pre-sale"]}, language="zh"),
        bad({"title": "【预售】不锈钢保温杯"}, ("pre-sale", "/title"), language="zh"),
        bad({"title": "不锈钢保温杯 付定金立减10"}, ("pre-sale", "/title"), language="zh"),
        bad({"title": "Steel Mug PRE-ORDER Now"}, ("pre-sale", "/title")),
    ],
)
def check(title: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    for hit in apart(title.hits):
        if not _DENIED.search(title.value[: hit.start]):
            phrase = title.value[hit.start : hit.end]
            yield title.finding("pre-sale", phrase=phrase, text=phrase)
