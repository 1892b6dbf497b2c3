"""A brand that the goods fit is named as the platform wants it.

“Case for iPhone 15” tells with what the goods work, and is no claim to be of that brand: the
rules on brand words leave it alone on every platform. Some platforms want it told in other words or
another field, and some sellers want to see each such mention before they upload.

**What platforms do.** Amazon asks for “compatible with” or “for” before the other's brand (brand
name policy, confidence T); Taobao asks for “适用于” (T). Both frames are left alone here as well,
so the rule is off unless a platform or a configuration asks for it.

**What is reported.** Each brand that stands in a frame, with the `kind` of its word:

- with words such as these before it: for, fits, compatible with, works with, replacement for,
  untuk, para, pour, für, 适用, 兼容
- with words such as these after it: compatible, replacement, 专用, 適用, 対応, 호환
- in a list that such words begin: “for iPhone 15 Pro, Samsung S24”
- in an option of a variant, where others make accessories for the brand's goods

**What is not.** Brands that the listing may use. “Gucci style” and “like Gucci” are no frames, nor
is “for” before goods that claim to be the brand's own (“original”, 正品): such mentions are told by
the other rules on brand words.

**Repair.** Word it as the platform asks, or leave it where it is the word that buyers need.

**Limits.** Whether the goods do fit is not judged.
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
