"""The brand of a listing is not another brand in disguise.

“Adidass”, “Guccl” and “Ｎike” in the brand field are taken for the brands that they look like:
by buyers, by the owners' searches and by platforms. Even where such a name is registered, the
listing is removed first.

**What platforms do.** Platforms compare the brand field with the trademarks that owners have
recorded, misspelt and alike ones included (confidence T).

**What is reported.** A brand, in the field `brand` (or the attribute Brand where the field is
absent), that as a whole is written like a known one:

- `typo`: misspelt: Garmiin
- `leet`, `homoglyph`: with digits, signs or look-alike letters: N1ke, Guccl, Ｇｕｃｃｉ
- `spaced`, `deformed`: with gaps, masked, or mixed of two scripts: N i k e, 新bai伦

**What is not.** A known brand itself; a brand that the configuration lists among the authorized
ones; a word in `allow` of your own words. A brand that holds a name among other words is told by
the title's rules, not here.

**Repair.** State the brand that stands on the goods. Where it is a brand of your own that only
happens to be alike, list it among your authorized brands.

**Limits.** Whether the name is registered is not known. Names of brands that listlint does not know
can be alike by chance; where that is likely, it is a warning.
"""

from collections.abc import Iterable

from listlint import Finding, Listing, Options, Text, bad, good, rule
from listlint.brandwords import lookalike

_SHIRT = {"title": "Linen shirt"}


@rule(
    on="brand",
    level="error",
    at_most={"likely": "warn"},
    messages={
        "lookalike": "The brand “{value}” is taken for {brand}, written otherwise. State the real"
        " brand, or list “{value}” among your authorized brands if it is your own.",
        "likely": "The brand “{value}” may be taken for {brand}, written otherwise. List it among"
        " your authorized brands if it is your own.",
    },
    examples=[
        good({**_SHIRT, "brand": "Adidas"}),
        good({**_SHIRT, "brand": "Northline"}),
        good({**_SHIRT, "brand": "Adidass"}, brands=["Adidass"]),
        good({**_SHIRT, "brand": "Fujifilm"}),
        bad({**_SHIRT, "brand": "Adidass"}, ("lookalike", "/brand")),
        bad({**_SHIRT, "brand": "Guccl"}, ("lookalike", "/brand")),
        bad({**_SHIRT, "brand": "Ｇｕｃｃｉ"}, ("lookalike", "/brand")),
        bad({**_SHIRT, "brand": "Fiskarrs"}, ("likely", "/brand")),
    ],
)
def check(brand: Text, listing: Listing, options: Options) -> Iterable[Finding]:
    rights = listing.surroundings.rights
    if rights.authorized is not None and rights.allows(brand.value, brand.value):
        return ()
    mention = lookalike(brand.value, listing.surroundings.lexicon)
    if mention is None:
        return ()
    message = "lookalike" if mention.is_sure else "likely"
    found = brand.finding(
        message, text=brand.value, value=brand.value, word=mention.word, brand=mention.brand,
        kind=mention.kind,
    )  # fmt: skip
    return (found,)
