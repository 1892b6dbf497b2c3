"""A title names the product, not an offer.

"Free shipping", "50% off" or "best price" describe an offer that ends while the title stays, and
take room from the words that buyers search for. DHgate asks that every word of a title describe
the product (a tutorial relays it), and refuses "free shipping" in pictures of its hair category
(notice of 2017); other marketplaces forbid such words outright. As no list is published for all
categories, ours holds only phrases that rarely name a product, and the level is a warning.

**Repair.** Take the phrase out. State a discount in the price, shipping in the shipping template.

**Limits.** Whole words in any case, in English and Chinese. "Sale" alone is not reported, since a
title may say what is for sale; nor is "gift", which tells a use. Set `words` to your own list.
"""

import re
from collections.abc import Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, rule
from listlint.rule import words

# "100% off-white cotton", "25% off white": the colour.
_OFF_WHITE = re.compile(r"[\s-]*(?:white|grey|gray|black|road|shoulder)\b", re.IGNORECASE)


@rule(
    on="title",
    when=words(option="words"),
    level="warn",
    messages={"offer": "“{phrase}” advertises an offer. A title describes the product: remove it."},
    options={
        "words": Option(
            [
                *("free shipping", "free delivery", "free postage", "free gift", "free gifts"),
                *("free returns", "free return", "fast shipping", "fast delivery"),
                *("hot sale", "hot sales", "hot selling", "big sale", "flash sale", "mega sale"),
                *("super sale", "clearance sale", "end of season sale", "summer sale"),
                *("winter sale", "spring sale", "black friday sale", "black friday deal"),
                *("on sale", "sale price", "special offer", "special price", "special deal"),
                *("limited time", "limited offer", "limited stock", "today only"),
                *("best price", "best prices", "lowest price", "low price", "cheapest price"),
                *("cheap price", "cheap sale", "wholesale price", "factory price"),
                *("factory direct sales", "promotion price", "discount price"),
                *("big discount", "great discount", "huge discount", "% off", "% discount"),
                *("half price", "price drop", "best deal", "great deal", "hot deal", "best seller"),
                *("best sellers", "best selling", "bestseller", "bestsellers", "top selling"),
                *("buy 1 get 1", "buy one get one", "buy 2 get 1", "buy two get one"),
                *("buy 1 take 1", "buy now", "order now", "shop now", "add to cart"),
                *("money back guarantee", "money back", "100% guarantee", "100% guaranteed"),
                *("satisfaction guaranteed", "100% satisfaction", "dropshipping", "drop shipping"),
                *("包邮", "促销", "特价", "特惠", "清仓", "甩卖", "秒杀", "热卖", "爆款", "限时"),
                *("打折", "买一送一", "满减", "亏本", "厂家直销", "工厂直销", "全网最低", "抢购"),
            ],
            "Phrases that a title may not hold.",
        ),
        "allow": Option([], "Phrases among them that the platform recommends."),
    },
    examples=[
        good({"title": "Steel Travel Mug with Lid, Gift for Men"}),
        good({"title": "Cotton Yarn 100% Off-White 50 g"}),
        good({"title": "Wooden For Sale Sign for Yards"}),
        good({"title": "Dishwasher Safe Bowl, Free Standing Rack"}),
        good({"title": "Best Price Mug"}, options={"words": ["free shipping"]}),
        good({"title": "Steel Mug Free Shipping"}, options={"allow": ["free shipping"]}),
        bad({"title": "Steel Travel Mug FREE SHIPPING"}, ("offer", "/title")),
        bad({"title": "Hot Sale Steel Mug 50% Off"}, ("offer", "/title"), ("offer", "/title")),
        bad({"title": "Steel Mug Buy 1 Get 1 Free"}, ("offer", "/title")),
        bad({"title": "不锈钢保温杯包邮"}, ("offer", "/title"), language="zh"),
        bad({"title": "Clearance Mug"}, ("offer", "/title"), options={"words": ["clearance"]}),
    ],
)
def check(title: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    for hit in title.hits:
        if hit.word in options["allow"]:
            continue
        if hit.word == "% off" and _OFF_WHITE.match(title.value, hit.end):
            continue
        phrase = title.value[hit.start : hit.end]
        yield title.finding("offer", phrase=phrase, text=phrase)
