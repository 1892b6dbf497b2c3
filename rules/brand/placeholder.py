"""The brand is a brand, not a filled-in form.

The brand is what buyers filter by and what platforms check rights on. “N/A”, “none” or “OEM” in
it fills a form and says nothing: platforms refuse the listing, or show the word as if it were a
brand.

**What platforms do.** DHgate takes a brand of its list or “No Brand” (value 99 of the brand
attribute, dh.item.add, confidence P), and the owner of this project states that the brand must
never be a placeholder. Amazon refuses a placeholder for the word that it has for goods without
brand, Generic (brand name policy, P). Google refuses “N/A” and “Does not exist” (product data
specification, P).

**Repair.** Write the brand that stands on the goods. Where there is none, do what the message
tells.

**Limits.** Only the field `brand` is judged (or the attribute Brand where the field is absent).
Words that say “no brand”, such as Unbranded, are `brand/unbranded-value`. A made-up word is not
told from a brand.
"""

from collections.abc import Iterable, Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, rule

from .._unbranded import says_nothing

_SHIRT = {"title": "Linen shirt"}


@rule(
    on="brand",
    level="error",
    messages={
        "placeholder": "“{value}” is no brand. Write the brand, or “{unbranded}” where the goods"
        " have none.",
        "none-taken": "“{value}” is no brand. Write the brand, or leave the field out where the"
        " goods have none.",
        "no-word": "“{value}” is no brand. Write the brand of the goods.",
        "empty": "The brand is empty. Write the brand, or “{unbranded}” where the goods have none.",
        "empty-no-word": "The brand is empty. Write the brand of the goods.",
    },
    options={
        "unbranded": Option(
            None,
            "Values that the platform takes for goods without a brand, the first advised; an empty"
            " list where such goods state none; unset where it is not known.",
            list,
        )
    },
    examples=[
        good({**_SHIRT, "brand": "Northline"}),
        good({**_SHIRT, "brand": "No Brand"}),
        good({**_SHIRT, "attributes": {"Brand": "Unbranded"}}),
        good({**_SHIRT, "brand": "NONE"}, options={"unbranded": ["None"]}),
        good({**_SHIRT, "brand": "None Such"}),
        good({**_SHIRT, "brand": ""}, options={"unbranded": []}),
        good(_SHIRT),
        bad({**_SHIRT, "brand": "N/A"}, ("placeholder", "/brand"),
            options={"unbranded": ["No Brand"]}),
        bad({**_SHIRT, "brand": "-"}, ("placeholder", "/brand"),
            options={"unbranded": ["Generic"]}),
        bad({**_SHIRT, "brand": "无"}, ("placeholder", "/brand"),
            options={"unbranded": ["无品牌"]}),
        bad({**_SHIRT, "brand": "OEM"}, ("no-word", "/brand")),
        bad({**_SHIRT, "attributes": {"Brand": "other"}}, ("no-word", "/attributes/Brand")),
        bad({**_SHIRT, "brand": "none"}, ("none-taken", "/brand"), options={"unbranded": []}),
        bad({**_SHIRT, "brand": " "}, ("empty", "/brand"), options={"unbranded": ["No Brand"]}),
        bad({**_SHIRT, "brand": ""}, ("empty-no-word", "/brand")),
    ],
)  # fmt: skip
def check(brand: Text, listing: Listing, options: Options) -> Iterable[Finding]:
    if not says_nothing(brand.value):
        return ()
    return _placeholder(brand, options["unbranded"])


def _placeholder(brand: Text, unbranded: list[str] | None) -> Iterator[Finding]:
    value = brand.value.strip()
    if unbranded:
        if all(value.casefold() != each.casefold() for each in unbranded):
            message = "placeholder" if value else "empty"
            yield brand.finding(message, value=brand.value, unbranded=unbranded[0])
    elif unbranded is None:
        yield brand.finding("no-word" if value else "empty-no-word", value=brand.value)
    elif value:
        yield brand.finding("none-taken", value=brand.value)
