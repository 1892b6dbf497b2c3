"""A listing hides no brand in a deformed word.

“N1ke”, “Аdidas” with a Cyrillic letter, “G u c c i”, “P*ada” and “新bai伦” are written to be read
as the brand by buyers and missed by filters. Platforms take them for what they are, and for proof
of intent: the penalty is that of selling counterfeits, not of a slip.

**What platforms do.** Taobao and Tmall name words that are split, spelled in letters or replaced
by alike ones among the evasions that they act on (T); Amazon and AliExpress remove such listings
when they find them.

**What is reported.** A brand that the listing may not use, each writing with its `kind`:

- `typo`: letters left out, doubled, exchanged or wrong: Convrse, Garmiin; in Chinese a character
  that sounds alike: 爱马适
- `leet`: digits or signs for letters: N1ke, 4d!das
- `homoglyph`: look-alike letters, letters of other scripts, widths and styles, accents: Аdidas,
  Guccl, Ｇｕｃｃｉ, Güccì
- `spaced`: gaps, points, hyphens or invisible characters within the name: G u c c i, g.u.c.c.i,
  兰.蔻
- `deformed`: letters masked (P*ada, 宝*丽), cut off, or joined with another word in small letters
  (nikeshoes), two scripts mixed (新bai伦), nicknames (驴牌), and misspellings that sellers are
  known for (Addidas)

All texts but attributes are read for them; attributes by `attributes/brand-word`.

**What is not.** Ordinary words of any common language, which are never taken for a misspelt brand;
disguises of a brand that the listing may use. Misspellings of short names, of brands that are
seldom misspelt on purpose, and of product lines are warnings at most, or nothing.

**Repair.** Remove it. A slip in the name of a brand that you may use is to be corrected. Where it
is a word of its own, put it into `allow` of your own words (`[brands] words`); `listlint explain
--word TEXT` tells why it is taken for the brand.

**How sure.** Of 419 labelled texts that were written apart from the rules on brand words and never
looked at, these found 95 of 100 mentions, and 97 of 100 errors were right. In real catalogs 3
errors in 1,000 products were wrong where the rules had been tried, 6 in others. A warning is as
likely wrong as right. `benchmarks/brands.py` measures it on any labelled file.

**Limits.** A brand that is not in the lexicon or your own words is not known deformed either.
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
