"""The brand is a brand, or the platform's own word for goods without one.

The brand is what buyers filter by and what platforms check rights on. “N/A”, “none” or “OEM” in
it fills a form and says nothing: platforms refuse the listing, or show the word as if it were a
brand.

**What platforms do.** DHgate takes a brand of its list or “No Brand” (value 99 of the brand
attribute, dh.item.add, confidence P), and the owner of this project states that the brand must
never be a placeholder. Shopee and Lazada take “No Brand” too, eBay “Unbranded”.

**Repair.** Write the brand that stands on the goods. Where there is none, write the word that the
message tells.

**Limits.** Only the field `brand` is judged (or the attribute Brand where the field is absent).
A made-up word is not told from a brand.
"""

from collections.abc import Iterable, Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, rule

from .._unbranded import names_no_brand

_SHIRT = {"title": "Linen shirt"}


@rule(
    on="brand",
    level="error",
    messages={
        "placeholder": "“{value}” is no brand. Write the brand, or “{unbranded}” where the goods"
        " have none.",
        "no-word": "“{value}” is no brand. Write the brand of the goods.",
        "empty": "The brand is empty. Write the brand, or “{unbranded}” where the goods have none.",
        "empty-no-word": "The brand is empty. Write the brand of the goods.",
    },
    options={
        "unbranded": Option(
            ["No Brand"],
            "Values that the platform takes for goods without a brand; the first is advised.",
        )
    },
    examples=[
        good({**_SHIRT, "brand": "Northline"}),
        good({**_SHIRT, "brand": "No Brand"}),
        good({**_SHIRT, "attributes": {"Brand": "no brand"}}),
        good({**_SHIRT, "brand": "Unbranded"}, options={"unbranded": ["Unbranded", "Generic"]}),
        good({**_SHIRT, "brand": "None Such"}),
        good(_SHIRT),
        bad({**_SHIRT, "brand": "N/A"}, ("placeholder", "/brand")),
        bad({**_SHIRT, "brand": "OEM"}, ("placeholder", "/brand")),
        bad({**_SHIRT, "brand": "-"}, ("placeholder", "/brand")),
        bad({**_SHIRT, "brand": "无"}, ("placeholder", "/brand")),
        bad({**_SHIRT, "attributes": {"Brand": "generic"}}, ("placeholder", "/attributes/Brand")),
        bad({**_SHIRT, "brand": " "}, ("empty", "/brand")),
        bad({**_SHIRT, "brand": "No brand"}, ("no-word", "/brand"), options={"unbranded": []}),
        bad({**_SHIRT, "brand": ""}, ("empty-no-word", "/brand"), options={"unbranded": []}),
    ],
)
def check(brand: Text, listing: Listing, options: Options) -> Iterable[Finding]:
    if not names_no_brand(brand.value):
        return ()
    return _placeholder(brand, options["unbranded"])


def _placeholder(brand: Text, unbranded: list[str]) -> Iterator[Finding]:
    value = brand.value.strip()
    if any(value.casefold() == each.casefold() for each in unbranded):
        return
    message = "placeholder" if unbranded else "no-word"
    if not value:
        message = "empty" if unbranded else "empty-no-word"
    yield brand.finding(message, value=brand.value, unbranded=unbranded[0] if unbranded else "")
