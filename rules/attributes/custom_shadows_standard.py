"""A custom attribute does not take the place of a standard one.

Platforms have fields of their own for brand, price, colour, material and size; filters, search and
checks read those. The same fact in an attribute of the seller's own is seen by no filter, says
something else than the field sooner or later, and uses up one of the few custom attributes.

**What platforms do.** DHgate takes at most ten custom attributes beside those of the category
(dh.item.add, confidence P), and attributes must match the product (notice of 2017-06, P*). That a
custom attribute must not repeat a standard one is our own reading, hence a warning.

**What is reported.** A custom attribute whose name is that of a field of the product (Brand, Price,
GTIN), of one of its attributes, of an attribute that the category's saved answer lists, or one
that nearly every category has: color, material, size. Case, spaces and punctuation do not count.

**Repair.** Write the value in the field or in `attributes`, and remove the custom attribute.

**Limits.** In a category without the attribute (a size of sheet music) a custom one is right:
list what must pass, or set `standard` to what your categories have.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from listlint import Finding, Listing, Option, Options, Value, bad, good, rule

from .._attribute_names import as_read

_FIELDS = {
    "brand": "brand", "brandname": "brand", "品牌": "brand", "title": "title", "标题": "title",
    "price": "price", "价格": "price", "gtin": "gtin", "ean": "gtin", "upc": "gtin", "isbn": "gtin",
    "barcode": "gtin", "条形码": "gtin", "mpn": "mpn", "condition": "condition",
    "description": "description", "描述": "description", "category": "category",
    "keywords": "keywords", "stock": "stock", "库存": "stock",
}  # fmt: skip
_NONE: dict[str, object] = {}


@rule(
    on="custom_attributes",
    level="warn",
    messages={
        "field": "“{name}” has a place of its own, the field {field}. Write it there and remove"
        " this attribute.",
        "attribute": "“{name}” is there already as the attribute “{standard}”. Write it there and"
        " remove this one.",
        "standard": "“{name}” is a standard attribute. Write it in attributes and remove this one.",
    },
    options={
        "standard": Option(
            ["Color", "Material", "Size", "颜色", "材质", "尺码"],
            "Names of attributes that the platform's categories have, besides the saved answers.",
        )
    },
    examples=[
        good({"title": "Mug", "custom_attributes": {"Handle shape": "round", "Glaze": "matt"}}),
        good({"title": "Mug", "attributes": {"Color": "Red"}, "custom_attributes": {"Lid": "no"}}),
        good({"title": "Mug", "custom_attributes": {"Size": "A4"}}, options={"standard": []}),
        bad(
            {"title": "Mug", "custom_attributes": {"BRAND": "Northline", "Bar code": "123"}},
            ("field", "/custom_attributes/BRAND", "key"),
            ("field", "/custom_attributes/Bar code", "key"),
        ),
        bad(
            {"title": "Mug", "attributes": {"Glaze": "a"}, "custom_attributes": {"glaze ": "b"}},
            ("attribute", "/custom_attributes/glaze ", "key"),
        ),
        bad(
            {"title": "Mug", "custom_attributes": {"Colour": "Red", "材质": "钢"}},
            ("standard", "/custom_attributes/Colour", "key"),
            ("standard", "/custom_attributes/材质", "key"),
        ),
        bad(
            {"title": "Mug", "category_id": "7", "custom_attributes": {"Volume": "500 ml"}},
            ("standard", "/custom_attributes/Volume", "key"),
            category={"attributes": {"Capacity": {"names": ("Capacity", "容量", "Volume")}}},
        ),
    ],
)
def check(custom: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    standard, taken = _standard(*options["standard"])
    stated = listing.get("attributes", _NONE)
    if listing.category:
        served = listing.category.attributes.values()
        names = [name for attribute in served for name in attribute.names]
        standard |= frozenset(map(as_read, names)) - {""}
    else:
        read = set(map(as_read, custom.value))
        if taken.isdisjoint(read) and read.isdisjoint(map(as_read, stated)):
            return ()
    return _shadowing(custom, stated, standard)


def _shadowing(custom: Value, stated: Iterable[str], standard: frozenset[str]) -> Iterator[Finding]:
    there = {as_read(name): name for name in stated}
    for name in custom.value:
        read = as_read(name)
        pointer = (*custom.pointer, name)
        if read in _FIELDS:
            yield Finding("field", pointer, "key", {"name": name, "field": _FIELDS[read]})
        elif read and read in there:
            yield Finding("attribute", pointer, "key", {"name": name, "standard": there[read]})
        elif read in standard:
            yield Finding("standard", pointer, "key", {"name": name})


@lru_cache(maxsize=256)  # the same few lists for all products
def _standard(*names: str) -> tuple[frozenset[str], frozenset[str]]:
    """How *names* are read, and with those of the fields."""
    standard = frozenset(map(as_read, names)) - {""}
    return standard, standard | _FIELDS.keys()
