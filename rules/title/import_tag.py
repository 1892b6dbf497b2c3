"""A title has no tag that calls the goods imported or sent from abroad.

Tags such as 【德国进口】 or 【香港直邮】 borrow the look of the platform's own marks, which it
sets by what the listing states of its trade mode and origin. Where the seller writes them, nobody
has checked them.

**What platforms do.** Pinduoduo refuses titles with the tags 【XX进口】, 【XX直邮】 and 【XX直供】
(error code `change-goods_name` of `pdd.goods.add`, confidence P).

**Repair.** Take the tag out. State the country of origin and the trade mode in their fields; the
platform shows its mark by itself.

**Limits.** A tag is a bracket that ends with one of `words`. The platform names the brackets 【】;
for other kinds ([ ], 〖〗, 「」, round ones) the finding is a warning at most. The same words
without brackets (进口牛奶) are left alone, and so is 【进口牛奶】, which names the goods.
"""

import re
from collections.abc import Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, rule
from listlint.rule import words

_CLOSING = dict(zip("【〖[［「『(（〔<《", "】〗]］」』)）〕>》", strict=True))
_LONGEST = 15  # what stands in a longer bracket is no tag
_OPEN = re.compile("[" + re.escape("".join(_CLOSING)) + "]")


@rule(
    on="title",
    when=words(option="words"),
    level="off",
    at_most={"bracket": "warn"},
    messages={
        "tag": "The title has the tag “{tag}”. Take it out; origin and trade mode are fields.",
        "bracket": "“{tag}” looks like a tag for imports. Take it out of the title; origin and"
        " trade mode are fields.",
    },
    options={"words": Option(["进口", "直邮", "直供"], "The words at the end of such a tag.")},
    examples=[
        good({"title": "德国进口牛奶 1L"}, language="zh"),
        good({"title": "【新品】德国进口牛奶 1L【整箱】"}, language="zh"),
        good({"title": "【进口牛奶】1L"}, language="zh"),
        good({"title": "牛奶【德国】 直邮】"}, language="zh"),
        good({"title": "【德国进口】牛奶"}, options={"words": ["直邮"]}, language="zh"),
        bad({"title": "【德国进口】牛奶 1L"}, ("tag", "/title"), language="zh"),
        bad({"title": "牛奶 1L 【 香港直邮 】【保税仓直供】"}, ("tag", "/title"), ("tag", "/title"),
            language="zh"),
        bad({"title": "[德国进口]牛奶 1L"}, ("bracket", "/title"), language="zh"),
    ],
)  # fmt: skip
def check(title: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    for hit in title.hits:
        value = title.value
        end = hit.end + len(value[hit.end :]) - len(value[hit.end :].lstrip())
        opens = [match.start() for match in _OPEN.finditer(value, 0, hit.start)]
        if not opens or hit.start - opens[-1] > _LONGEST or end >= len(value):
            continue
        opening, closing = value[opens[-1]], value[end]
        if _CLOSING[opening] == closing and closing not in value[opens[-1] : hit.start]:
            tag = value[opens[-1] : end + 1]
            yield title.finding("tag" if opening == "【" else "bracket", tag=tag, text=tag)
