"""A listing names no brand but its own.

A brand word brings buyers who search for that brand. Where the goods are not of that brand, the
owner of the trademark can have the listing removed and the seller fined, and platforms remove
such listings on their own, in whatever language the name is written.

**What platforms do.** DHgate: title, attributes and description must not carry brand words that
differ from the real brand (notice told by amz10.com /p/13353.html, confidence P*); a complaint
of a card organisation costs US$ 3 000 a product (sellerby.com /p/131.html, P*). Taobao and Tmall
take other brands in a title for keyword abuse (T). Amazon, eBay and AliExpress remove such
listings on the owner's complaint.

**What is reported.** The name of a brand, a telling part of it, its abbreviation and its name in
other scripts and languages, in the title, the descriptions, bullet points, keywords, options of
variants, picture texts and names of picture files. A word in several texts is one finding, which
tells in how many places it stands. Product lines are `brand/series-word`, misspelt and disguised
names `brand/deformed-word`; attributes are read by `attributes/brand-word`. The brand of the
listing itself, its owner and its product lines are allowed; so is each brand in `[brands]
authorized`.

**How sure it is.** Names that are ordinary words too (Apple, Coach, 小米) count only where the
goods around them are such as the brand's, and it is written as a name. What is not sure is a
warning. `listlint explain --word TEXT` tells for a text what speaks for and against each brand.

**Repair.** Remove the word, or, where the goods are of that brand and you may sell it, state it
as the listing's brand. Goods that fit another's goods say so: “for iPhone 15”, “compatible with
Dyson V8”; that is not reported here, nor are options of variants that name models.

**Limits.** Whether a use infringes depends on country and platform. A brand that a description
mentions in passing is reported.
"""

from collections.abc import Iterator

from listlint import Finding, Listing, Options, Text, bad, brands, good, rule

from .._brand_mentions import AT_MOST, MESSAGES, SPECIFICS, findings

_KINDS = ("exact", "translated", "partial", "abbreviation")


@rule(
    on="text",
    when=brands(),
    level="error",
    at_most=AT_MOST,
    messages=MESSAGES,
    examples=[
        good({"title": "Nike Sneakers", "brand": "Nike"}),
        good({"title": "阿迪达斯跑步鞋 男", "brand": "Adidas Originals"}),
        good({"title": "Silicone Case for Samsung S23, Huawei P60", "brand": "Northline"}),
        good({"title": "适用华为Mate60手机膜", "brand": "No Brand"}),
        good({"title": "Filter, Dyson V8 compatible", "brand": "Northline"}),
        good({"title": "Phone Case", "brand": "No Brand",
              "variants": [{"options": {"Model": "Samsung S24"}}]}),
        good({"title": "Prada Tote", "brand": "Northline"}, brands=["Northline", "Prada"]),
        good({"title": "Red apple slicer, diesel pump, door gap seal", "brand": "Northline"}),
        good({"title": "Tote", "brand": "Northline", "attributes": {"Style": "Gucci"}}),
        good({"title": "Cap", "brand": "Northline",
              "description": '<p>Cap</p><img src="https://cdn.example/nike/1.jpg" alt="cap">'}),
        bad({"title": "Nike style running shoes", "brand": "Northline"}, ("other", "/title")),
        bad(
            {"title": "Tote Bag", "brand": "No Brand", "keywords": ["tote", "prada bag"],
             "description": "Looks like Gucci. Better than gucci."},
            ("other", "/keywords/1"), ("other", "/description"),
        ),
        bad({"title": "Sneakers New Balance 574"}, ("unstated", "/title")),
        bad({"title": "耐克运动鞋", "brand": "无"}, ("other", "/title"), language="zh"),
        bad(
            {"title": "Tote", "brand": "Northline", "images": ["img/gucci-bag-1.jpg"]},
            ("other", "/images/0"),
        ),
        bad({"title": "Coach Leather Handbag", "brand": "Northline"}, ("other", "/title")),
        bad({"title": "necklace, fossil", "brand": "Northline"}, ("likely", "/title")),
        bad(
            {"title": "Prada Tote", "brand": "Prada"},
            ("unauthorized", "/title"), brands=["Northline"],
        ),
    ],
)  # fmt: skip
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    if text.field not in SPECIFICS:
        yield from findings(text, listing, _KINDS)
