"""The brand is the same wherever the listing states it.

A listing may state its brand twice: in the field `brand` and in the attribute Brand (品牌). Where
the two differ, one is wrong, and the platform takes the one that the seller did not mean; brand
filters, proofs of rights and the brand check of the title then work on a wrong name.

**What platforms do.** On DHgate the brand is an attribute (id 99) with a value of the platform's
list (dh.item.add, confidence P). Pinduoduo compares the brand in title, attribute and pictures
with the shop's rights (T).

**Repair.** Write the same brand in both, or leave the attribute out: the field alone is enough.

**What counts as the same.** Case, spaces and punctuation do not matter, nor does a name in
another script if the brand lexicon knows it (Nike, 耐克), a line of the brand (Adidas Originals),
one name of a pair such as “CHANDO/自然堂”, or two words that both mean no brand.
"""

import re
from collections.abc import Iterable, Iterator

from listlint import Finding, Listing, Options, Text, bad, good, rule
from listlint.listing import fold_name

from .._unbranded import names_no_brand

_BRAND_ATTRIBUTES = frozenset((
    "Brand", "brand", "BRAND", "Brand Name", "Brand name", "brand name", "brand_name", "品牌",
    "品牌名", "品牌名称", "Merek", "Merk", "Marke", "Marca", "Marque", "ブランド", "브랜드",
))  # fmt: skip
_BOTH = "[/|（）()]"

_SHIRT = {"title": "Linen shirt"}


@rule(
    on="brand",
    level="error",
    messages={
        "differs": "The brand is “{brand}”, but the attribute {name} says “{value}”. Write the"
        " same in both.",
    },
    examples=[
        good({**_SHIRT, "brand": "Northline", "attributes": {"Brand": "Northline"}}),
        good({**_SHIRT, "brand": "north-line", "attributes": {"Brand": "North Line"}}),
        good({**_SHIRT, "brand": "Nike", "attributes": {"Brand": "NIKE", "品牌": "耐克"}}),
        good({**_SHIRT, "brand": "Adidas Originals", "attributes": {"Brand": "adidas"}}),
        good({**_SHIRT, "brand": "自然堂", "attributes": {"品牌": "CHANDO/自然堂"}}),
        good({**_SHIRT, "brand": "No Brand", "attributes": {"Brand": "无品牌"}}),
        good({**_SHIRT, "attributes": {"Brand": "Northline", "Compatible Brand": "Sony"}}),
        bad(
            {**_SHIRT, "brand": "Northline", "attributes": {"Brand": "Southline"}},
            ("differs", "/attributes/Brand"),
        ),
        bad(
            {**_SHIRT, "attributes": {"Brand": "Northline", "品牌": "Southline"}},
            ("differs", "/attributes/品牌"),
        ),
        bad(
            {**_SHIRT, "brand": "Northline", "attributes": {"Brand": ["Northline", "No Brand"]}},
            ("differs", "/attributes/Brand/1"),
        ),
        bad(
            {**_SHIRT, "brand": "Nike", "custom_attributes": {"brand name": "Puma"}},
            ("differs", "/custom_attributes/brand name"),
        ),
    ],
)
def check(brand: Text, listing: Listing, options: Options) -> Iterable[Finding]:
    found: list[Finding] = []
    for field in ("attributes", "custom_attributes"):
        attributes = listing.data.get(field)
        if attributes and not _BRAND_ATTRIBUTES.isdisjoint(attributes):
            for name in attributes:
                if name in _BRAND_ATTRIBUTES and attributes[name] != brand.value:
                    found += _differing(listing, brand.value, field, name, attributes[name])
    return found


def _differing(
    listing: Listing, brand: str, field: str, name: str, stated: object
) -> Iterator[Finding]:
    for index, value in enumerate(stated if isinstance(stated, list) else [stated]):
        if isinstance(value, str) and value.strip() and not _same(listing, brand, value):
            pointer = (field, name, index) if isinstance(stated, list) else (field, name)
            data = {"brand": brand, "name": name, "value": value}
            yield Finding("differs", pointer, data=data)


def _same(listing: Listing, brand: str, other: str) -> bool:
    if brand == other or fold_name(brand) == fold_name(other):
        return True
    if names_no_brand(brand) or names_no_brand(other):
        return names_no_brand(brand) and names_no_brand(other)
    parts = {fold_name(part) for part in (brand, *re.split(_BOTH, brand))}
    if not parts.isdisjoint(fold_name(part) for part in (other, *re.split(_BOTH, other)) if part):
        return True
    from listlint.brandwords import brand_of, stands_for

    words = listing.surroundings.lexicon
    known = brand_of(brand, words) or brand_of(other, words)
    return known is not None and all(stands_for(each, known, words) for each in (brand, other))
