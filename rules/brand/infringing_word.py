"""A listing names no brand but its own.

A brand word brings buyers who search for that brand. Where the goods are not of that brand, the
owner of the trademark can have the listing removed and the seller fined, and platforms remove
such listings on their own, in whatever language the name is written.

**What platforms do.** DHgate: title, attributes and description must not carry brand words that
differ from the real brand (notice told by amz10.com /p/13353.html, confidence P*); a complaint
of a card organisation costs US$ 3 000 a product (sellerby.com /p/131.html, P*). Taobao and Tmall
take other brands in a title for keyword abuse (T). Amazon, eBay and AliExpress remove such
listings on the owner's complaint.

**What is reported.** These words of a brand that the listing may not use, each with its `kind`:

- `exact`: the name in any case, spacing and punctuation, alone or joined with a word that begins
  with a capital: Louis Vuitton, LouisVuitton, louis-vuitton, NikeShoes
- `translated`: the name in another language or script, or as it sounds: 耐克, 古驰, ナイキ, naike
- `partial`: a part that tells the brand, or the name with a part shortened: Vuitton, K. Spade
- `abbreviation`: LV, YSL, among goods such as the brand's

They are looked for in the title, the descriptions, bullet points, keywords, options of variants,
picture texts and names of picture files. A word in several texts is one finding, which tells in
how many places it stands. Product lines are told by `brand/series-word`, misspelt and disguised
names by `brand/deformed-word`, and attributes are read by `attributes/brand-word`; so each kind
can be switched by itself.

**What is not.** The brand of the listing itself, with its owner, the brands that it owns and their
product lines, unless `[brands]` withholds it; each brand that `[brands]` authorizes. What the
goods fit, where the text says so: “for iPhone 15”, “compatible with Dyson V8”, “适用华为” (see
`brand/compatibility-frame`), and options of variants that name models. Ordinary words: apple
slicer, gap filler, coach bus, mango fruit, 小米粥; units: 3 m cable; longer words that hold a
name: pineapple. Web addresses and HTML tags.

**How sure it is.** The evidence for and against is added up; from 0.70 on it is an error, from 0.45
on a warning, below it nothing. Names that are ordinary words too (Apple, Coach, 小米) count only
where the goods around them are such as the brand's, or they are written as names. `listlint
explain --word "Coach handbag"` tells for a text what speaks for and against each brand.

**Repair.** Remove the word, or, where the goods are of that brand and you may sell it, state it
as the listing's brand. For goods that fit another's goods write “for” or “compatible with” before
the name. Where a word is taken for a brand and is none, put it into `allow` of a file of words of
your own (`[brands] words`); brands that are missing go there too.

**How sure.** Of 419 labelled texts that were written apart from the rules on brand words and never
looked at, these found 95 of 100 mentions, and 97 of 100 errors were right. In real catalogs 3
errors in 1,000 products were wrong where the rules had been tried, 6 in others. A warning is as
likely wrong as right. `benchmarks/brands.py` measures it on any labelled file.

**Limits.** Whether a use infringes depends on country and platform. Only brands of the lexicon and
of your own words are known. A brand that a description mentions in passing is reported.
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
