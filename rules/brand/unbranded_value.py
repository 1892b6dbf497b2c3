"""Goods without a brand say so in the platform's own word.

Each marketplace has one way to say that goods have no brand, and takes the others for brands: the
listing is refused, or shows a brand called “No Brand” that nobody makes. The same value is right
here and wrong there.

**What platforms do.** Amazon wants the literal “Generic” (brand name policy, confidence P), DHgate
its value 99, “No Brand” (dh.item.add, P). Google wants nothing at all, and names “Generic” and “No
brand” among the values that are not to be submitted (product data specification, P). eBay and
Walmart show “Unbranded” (T). Where a platform's word is not known, this rule is silent.

**What is reported.** A brand that means “no brand” in one of many languages (Generic, Unbranded,
Does not apply, 无品牌, Tidak Ada Merk, sin marca …) and is not the platform's word.

**Repair.** Write the platform's word, or leave the field out, as the message says; in a catalog
for several platforms, in the overlay of that platform (`platforms.amazon.brand`).

**Limits.** Only the field `brand` is judged (or the attribute Brand where the field is absent).
Words that say nothing, such as N/A, are `brand/placeholder`.
"""

from collections.abc import Iterable, Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, rule
from listlint.listing import fold_name

from .._unbranded import says_no_brand

_SHIRT = {"title": "Linen shirt"}
_AMAZON = {"unbranded": ["Generic"], "case-sensitive": True}


@rule(
    on="brand",
    level="error",
    messages={
        "other-word": "“{value}” is not the word for goods without a brand here. Write"
        " “{unbranded}”.",
        "spelling": "“{value}” is not how the word is spelled here. Write “{unbranded}”, in exactly"
        " these letters.",
        "leave-out": "“{value}” is taken for a brand here. Leave the field out where the goods have"
        " none.",
    },
    options={
        "unbranded": Option(
            None,
            "Values that the platform takes for goods without a brand, the first advised; an empty"
            " list where such goods state none; unset where it is not known.",
            list,
        ),
        "case-sensitive": Option(False, "Whether capitals and small letters must agree too."),
    },
    examples=[
        good({**_SHIRT, "brand": "Northline"}, options={"unbranded": ["No Brand"]}),
        good({**_SHIRT, "brand": "no brand"}, options={"unbranded": ["No Brand"]}),
        good({**_SHIRT, "brand": "Generic"}, options=_AMAZON),
        good({**_SHIRT, "brand": "Generic Motors"}, options=_AMAZON),
        good({**_SHIRT, "brand": "N/A"}, options=_AMAZON),
        good({**_SHIRT, "brand": "unbranded"}, options={"unbranded": ["Generic", "Unbranded"]}),
        good({**_SHIRT, "brand": "Unbranded"}),
        good(_SHIRT, options={"unbranded": []}),
        bad({**_SHIRT, "brand": "Unbranded"}, ("other-word", "/brand"), options=_AMAZON),
        bad({**_SHIRT, "brand": "Generic"}, ("other-word", "/brand"),
            options={"unbranded": ["No Brand"]}),
        bad({**_SHIRT, "brand": "Tidak Ada Merk"}, ("other-word", "/brand"),
            options={"unbranded": ["No Brand"]}),
        bad({**_SHIRT, "attributes": {"品牌": "无品牌"}}, ("other-word", "/attributes/品牌"),
            options={"unbranded": ["No Brand"]}),
        bad({**_SHIRT, "brand": "GENERIC"}, ("spelling", "/brand"), options=_AMAZON),
        bad({**_SHIRT, "brand": "No-Brand"}, ("spelling", "/brand"),
            options={"unbranded": ["No Brand"]}),
        bad({**_SHIRT, "brand": "Generic"}, ("leave-out", "/brand"), options={"unbranded": []}),
    ],
)  # fmt: skip
def check(brand: Text, listing: Listing, options: Options) -> Iterable[Finding]:
    if not says_no_brand(brand.value):
        return ()
    return _judged(brand, options["unbranded"], options["case-sensitive"])


def _judged(brand: Text, unbranded: list[str] | None, sensitive: bool) -> Iterator[Finding]:
    if unbranded is None:
        return
    if not unbranded:
        yield brand.finding("leave-out", value=brand.value)
        return
    value = brand.value
    if value in unbranded or (
        not sensitive and value.strip().casefold() in {each.casefold() for each in unbranded}
    ):
        return
    alike = [each for each in unbranded if fold_name(each) == fold_name(value)]
    message = "spelling" if alike else "other-word"
    yield brand.finding(message, value=value, unbranded=(alike or unbranded)[0])
