"""A brand that the goods fit is named as the platform wants it.

“Case for iPhone 15” tells with what the goods work, and is no claim to be of that brand: the
rules on brand words leave it alone on every platform. Some platforms want it told in other words or
another field, and some sellers want to see each such mention before they upload.

**What platforms do.** Amazon asks for “compatible with” or “for” before the other's brand (brand
name policy, confidence T); Taobao asks for “适用于” (T). Both frames are left alone here as well,
so the rule is off unless a platform or a configuration asks for it.

**What is reported.** Each brand that stands in a frame: “for”, “fits”, “compatible with”,
“untuk”, “für”, “适用” and the like before it, or “compatible”, “专用” and the like after it.

**Repair.** Word it as the platform asks, or leave it where it is the word that buyers need.
"""

from collections.abc import Iterator

from listlint import Finding, Listing, Options, Text, bad, brands, good, rule

from .._brand_mentions import told


@rule(
    on="text",
    when=brands(),
    level="off",
    messages={
        "framed": "“{word}” names {brand} as what the goods fit{places}. Write it as this platform"
        " asks, “compatible with {brand}” where nothing else is asked.",
    },
    examples=[
        good({"title": "Silicone Case", "brand": "Northline"}),
        good({"title": "Gucci tote", "brand": "Northline"}),
        good({"title": "Case for iPhone 15", "brand": "Apple"}),
        bad({"title": "Case for iPhone 15", "brand": "Northline"}, ("framed", "/title")),
        bad({"title": "适用华为手机膜", "brand": "无"}, ("framed", "/title"), language="zh"),
    ],
)
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    for mention in text.mentions:
        if mention.framed:
            yield told(text, listing, mention, "framed")
