"""A title praises no seller.

The platform itself shows how buyers rate a seller; the same said by the seller in a title or a
short description is not believed and tells nothing of the product. DHgate names "top rated
seller", "topseller" and "trusted seller" as not allowed in titles and short descriptions and
refuses or removes such products (tutorial sites relay it, so this is a warning).

**Repair.** Take the phrase out. The rating and the badges of the shop page say it already.

**Limits.** Whole phrases in English and Chinese. "Best seller" praises a product and belongs to
`title/promotional`. Set `words` to your own list.
"""

from collections.abc import Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, rule
from listlint.rule import words


@rule(
    on=("title", "short_description"),
    when=words(option="words"),
    level="warn",
    messages={"praise": "“{phrase}” praises the seller. The platform shows ratings: remove it."},
    options={
        "words": Option(
            [
                *("top rated seller", "top-rated seller", "top rated plus", "toprated seller"),
                *("top seller", "top-seller", "topseller", "top sellers", "topsellers"),
                *("trusted seller", "trusted sellers", "trusted shop", "trusted store"),
                *("reliable seller", "honest seller", "reputable seller", "verified seller"),
                *("professional seller", "power seller", "powerseller", "five star seller"),
                *("5 star seller", "5-star seller", "gold seller", "golden seller", "good seller"),
                *("best store", "top store", "trusted supplier", "reliable supplier"),
                *("top supplier", "gold supplier", "golden supplier", "verified supplier"),
                *("best supplier", "best service", "good feedback", "positive feedback"),
                *("100% feedback", "five star feedback", "5 star feedback"),
                *("金牌卖家", "皇冠卖家", "皇冠店", "皇冠信誉", "钻石卖家", "信誉卖家", "优质卖家"),
                *("五钻信誉", "诚信卖家", "诚信商家", "金牌商家", "实力商家", "信誉保证"),
            ],
            "Phrases of praise that may not be used.",
        )
    },
    examples=[
        good({"title": "Steel Travel Mug", "short_description": "500 ml, keeps tea warm."}),
        good({"title": "Best Seller Novel", "short_description": "For sellers of top hats."}),
        good({"title": "Trusted Seller Mug"}, options={"words": ["topseller"]}),
        good({"title": "Steel Mug", "description": "We are a trusted seller."}),
        bad({"title": "Steel Travel Mug from Top Rated Seller"}, ("praise", "/title")),
        bad(
            {"title": "Steel Mug", "short_description": "Trusted seller, 500 ml"},
            ("praise", "/short_description"),
        ),
        bad({"title": "不锈钢保温杯 金牌卖家"}, ("praise", "/title"), language="zh"),
    ],
)
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    for hit in text.hits:
        phrase = text.value[hit.start : hit.end]
        yield text.finding("praise", phrase=phrase, text=phrase)
