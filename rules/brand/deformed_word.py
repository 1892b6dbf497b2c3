"""A listing hides no brand in a deformed word.

“N1ke”, “Аdidas” with a Cyrillic letter, “G u c c i”, “P*ada” and “新bai伦” are written to be read
as the brand by buyers and missed by filters. Platforms take them for what they are, and for proof
of intent: the penalty is that of selling counterfeits, not of a slip.

**What platforms do.** Taobao and Tmall name words that are split, spelled in letters or replaced
by alike ones among the evasions that they act on (T); Amazon and AliExpress remove such listings
when they find them.

**What is reported.** The name of a brand that the listing may not use, misspelt, with digits or
signs for letters, in look-alike letters of other scripts or styles, with gaps or invisible
characters in it, masked, mixed of two scripts or as a nickname, in all texts but attributes, which
`attributes/brand-word` reads. An ordinary word of any common language is never taken for a misspelt
brand.

**Repair.** Remove it. A slip in the name of a brand that you may use is to be corrected.

**Limits.** A brand that is not in the lexicon is not known deformed either.
"""

from collections.abc import Iterator

from listlint import Finding, Listing, Options, Text, bad, brands, good, rule

from .._brand_mentions import AT_MOST, LINES, MESSAGES, SPECIFICS, findings

_KINDS = ("typo", "leet", "homoglyph", "spaced", "deformed")


@rule(
    on="text",
    when=brands(),
    level="error",
    at_most=AT_MOST,
    messages=MESSAGES | LINES,
    examples=[
        good({"title": "Spike strip, nice bike, red pump", "brand": "Northline"}),
        good({"title": "Addidas Track Top", "brand": "Adidas"}),
        good({"title": "Tote", "brand": "Northline", "attributes": {"Style": "Guccl"}}),
        bad({"title": "N1ke Hoodie", "brand": "Northline"}, ("other", "/title")),
        bad({"title": "Аdidas Track Top", "brand": "Northline"}, ("other", "/title")),
        bad({"title": "G u c c i Belt", "brand": "Northline"}, ("other", "/title")),
        bad({"title": "P*ada Tote"}, ("unstated", "/title")),
        bad({"title": "新bai伦 跑鞋", "brand": "无"}, ("other", "/title"), language="zh"),
        bad(
            {"title": "Balenciga Sneakers", "brand": "Balenciaga"},
            ("unauthorized", "/title"), brands=["Northline"],
        ),
        bad({"title": "Adidas Y3ezy Sneakers", "brand": "Adidas"}, ("line", "/title"),
            brands={"Adidas": ["Ultraboost"]}),
        bad({"title": "Gift Box, Fiskarrs", "brand": "Northline"}, ("likely", "/title")),
    ],
)  # fmt: skip
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    if text.field not in SPECIFICS:
        yield from findings(text, listing, _KINDS)
