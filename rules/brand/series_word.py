"""A listing names no product line of another brand.

Buyers know a brand by its lines too: Air Jordan, Neverfull and AirPods bring the buyers of Nike,
Louis Vuitton and Apple without their names. Most lines are trademarks of their own, and platforms
take them as they take the brand's name.

**What platforms do.** As for `brand/infringing-word`: product lines are named beside brands in
the lists of words that marketplaces and owners act on.

**What is reported.** A product line (`kind`: `series`) of a brand that the listing may not use, in
all texts but attributes, which `attributes/brand-word` reads; and a line of a brand that it may use
for other lines only: where each `[[brands.authorization]]` of a brand states `series`, the other
lines of it are reported, in the brand's own listings too.

**What is not.** Lines of a brand that the listing may use. A line whose name is part of an
authorized one, or the other way round: with `series = ["Air Max"]`, Air Max 90 is allowed. What the
goods fit: “case for AirPods”. Lines that are ordinary words too (Speedy, Samba) count only with
evidence beside them, such as goods like the brand's.

**Repair.** Describe the goods by what they are: “low sneakers” for a copied line's name. Goods
that fit it say so: “case for AirPods”. “AirPods case” leaves open whose the case is, and is a
warning.

**How sure.** Of 419 labelled texts that were written apart from the rules on brand words and never
looked at, these found 95 of 100 mentions, and 97 of 100 errors were right. In real catalogs 3
errors in 1,000 products were wrong where the rules had been tried, 6 in others. A warning is as
likely wrong as right. `benchmarks/brands.py` measures it on any labelled file.

**Limits.** Only lines that the lexicon or your own words (`[brands] words`) name are known; new
ones come out each season.
"""

from collections.abc import Iterator

from listlint import Finding, Listing, Options, Text, bad, brands, good, rule

from .._brand_mentions import AT_MOST, LINES, MESSAGES, SPECIFICS, findings


@rule(
    on="text",
    when=brands(),
    level="error",
    at_most=AT_MOST,
    messages=MESSAGES | LINES,
    examples=[
        good({"title": "Nike Air Force 1 Sneakers", "brand": "Nike"}),
        good({"title": "Silicone Case for AirPods Pro", "brand": "Northline"}),
        good({"title": "Tote Bag, never full", "brand": "Northline"}),
        good({"title": "Tote", "brand": "Northline", "attributes": {"Style": "Neverfull"}}),
        bad({"title": "Neverfull Tote Bag", "brand": "Northline"}, ("other", "/title")),
        good({"title": "Nike Air Max 90 Sneakers", "brand": "Nike"}, brands={"Nike": ["Air Max"]}),
        bad({"title": "Yeezy Boost 350 Sneakers"}, ("unstated", "/title")),
        bad({"title": "Air Jordan 1 Sneakers", "brand": "Nike"}, ("line", "/title"),
            brands={"Nike": ["Air Max"]}),
        bad({"title": "iPhone 15 Case", "brand": "Northline"}, ("likely", "/title")),
        bad(
            {"title": "Ultraboost Running Shoes", "brand": "Adidas"},
            ("unauthorized", "/title"), brands=["Northline"],
        ),
    ],
)  # fmt: skip
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    if text.field not in SPECIFICS:
        yield from findings(text, listing, ("series",))
