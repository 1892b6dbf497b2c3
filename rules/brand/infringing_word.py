"""A listing names no brand but its own.

A brand word brings buyers who search for that brand. Where the goods are not of that brand, the
owner of the trademark can have the listing removed and the seller fined, and platforms remove
such listings on their own, hints such as a product line or a translated name included.

**What platforms do.** DHgate: title, attributes and description must not carry brand words that
differ from the real brand (notice told by amz10.com /p/13353.html, confidence P*); a complaint
of a card organisation costs US$ 3 000 a product (sellerby.com /p/131.html, P*). Taobao and Tmall
take other brands in a title for keyword abuse (T). Amazon, eBay and AliExpress remove such
listings on the owner's complaint.

**What is reported.** A word of the brand lexicon, whole and in any case, in the title, the
descriptions, bullet points, keywords, options of variants and picture texts. Each brand is told
once a text. Attributes are read by `attributes/brand-word`. The brand of the listing itself, its
owner and its product lines are allowed; so is each brand in `[brands] authorized`.

**Repair.** Remove the word, or, where the goods are of that brand and you may sell it, state it
as the listing's brand. Goods that fit another's goods say so: “for iPhone 15”, “compatible with
Dyson V8”; that is not reported, nor are options of variants that name models, and accessories
that name their own brand in the title too.

**Limits.** Names that are ordinary words too (Apple, Coach, Gap) and names of parts (Intel) are
not looked for yet, nor are misspellings and look-alike letters. Where the listing's own brand is
one of the lexicon, a second one in its title is taken for a common edition (Nike x Carhartt) or a
licence. A brand that a description mentions in passing is reported.
"""

from collections.abc import Iterator

from listlint import Finding, Listing, Options, Text, bad, brands, good, rule

from .._foreign_brands import MESSAGES, findings

_ELSEWHERE = ("attributes", "custom_attributes")


@rule(
    on="text",
    when=brands(),
    level="error",
    messages=MESSAGES,
    examples=[
        good({"title": "Nike Air Max 90 Sneakers", "brand": "Nike"}),
        good({"title": "阿迪达斯跑步鞋 男", "brand": "Adidas Originals"}),
        good({"title": "Barbie Dreamhouse", "brand": "Mattel"}),
        good({"title": "Silicone Case for iPhone 15 Pro, Samsung S23", "brand": "Northline"}),
        good({"title": "适用华为Mate60手机膜", "brand": "No Brand"}),
        good({"title": "Filter, Dyson V8 compatible", "brand": "Northline"}),
        good({"title": "Northline iPad 10 Sketch Set", "brand": "Northline"}),
        good({"title": "Phone Case", "brand": "No Brand",
              "variants": [{"options": {"Model": "iPhone 15"}}]}),
        good({"title": "Nike x Carhartt Air Max 95", "brand": "Nike"}),
        good({"title": "Prada Tote", "brand": "Northline"}, brands=["Northline", "Prada"]),
        good({"title": "Red apple slicer, diesel pump, door gap seal", "brand": "Northline"}),
        good({"title": "Tote", "brand": "Northline", "attributes": {"Style": "Gucci"}}),
        good({"title": "Cap", "brand": "Northline",
              "description": '<p>Cap</p><img src="https://cdn.example/nike/1.jpg" alt="cap">'}),
        bad({"title": "Nike style running shoes", "brand": "Northline"}, ("other", "/title")),
        bad(
            {"title": "Tote Bag", "brand": "No Brand", "keywords": ["tote", "neverfull bag"],
             "description": "Looks like Gucci. Better than gucci."},
            ("other", "/keywords/1"), ("other", "/description"),
        ),
        bad({"title": "Sneakers New Balance 574"}, ("unstated", "/title")),
        bad({"title": "耐克运动鞋", "brand": "无"}, ("other", "/title"), language="zh"),
        bad(
            {"title": "Adidas stripes case for Samsung Galaxy", "brand": "Northline"},
            ("other", "/title"),
        ),
        bad(
            {"title": "Prada Tote", "brand": "Prada"},
            ("unauthorized", "/title"), brands=["Northline"],
        ),
    ],
)  # fmt: skip
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    if text.field not in _ELSEWHERE:
        yield from findings(text, listing)
