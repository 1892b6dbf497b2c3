"""Product → listing: what one platform will show, each value with its pointer in the source.

A listing is the product with the platform's own fields laid over it (JSON Merge Patch, RFC 7396),
amounts as numbers, and the brand taken from the attribute where the top names none. Pointers are
translated back only when a finding asks. This module knows no rules, no settings and no files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from listlint.model import Pointer
from listlint.namedtuples import NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from listlint.brandwords.store import Lexicon
    from listlint.categories import Category
    from listlint.images import ImageFile, ImagePixels

BRAND_ATTRIBUTES = ("Brand", "brand", "BRAND", "品牌")
"""The attributes that stand in for the field ``brand``, as design and platforms spell them."""

_AMOUNTS = ("price", "list_price", "group_price")
_PRODUCT_KEYS = ("brand", "images", "price", "gtin", "attributes", "description", "category",
                 "variants", "platforms")  # fmt: skip


class Rights(NamedTuple):
    """The brands that the seller may use.

    *authorized* holds folded names; None when the configuration names none, and then each
    listing's own brand counts as authorised. *limited* holds those of them of which only some
    product lines may be used, with these, folded too.
    """

    authorized: frozenset[str] | None = None
    limited: frozenset[tuple[str, frozenset[str]]] = frozenset()

    def allows(self, brand: str, own: str | None) -> bool:
        """Whether a listing of the brand *own* may use *brand*."""
        folded = fold_name(brand)
        if self.authorized is None:
            return own is not None and fold_name(own) == folded
        return folded in self.authorized

    def shuts_out(self, line: str, names: Iterable[str]) -> bool:
        """Whether the product line *line* of the brand of *names* is none that may be used.

        A line whose name is part of another's, such as Air Max of Air Max 90, goes with it.
        """
        if not self.limited:
            return False
        folded = fold_name(line)
        own = set(map(fold_name, names))
        return any(
            brand in own and not any(folded in each or each in folded for each in series)
            for brand, series in self.limited
        )


@lru_cache(maxsize=4096)  # of names in products, which have no bound
def fold_name(name: str) -> str:
    """*name* without case, spaces and punctuation: how brand names are compared."""
    return "".join(filter(str.isalnum, name.casefold()))


class Surroundings(NamedTuple):
    """What a listing is judged amid: everything a check may know besides the listing itself.

    *categories* maps the id of a category to
    the served facts of it, if any. *header* and *pixels* give the facts of a picture by its source;
    *facts* says whether facts of pictures that are elsewhere are known too. *partial* tells an
    update, in which nothing is missing: what it leaves out stays as it is. *unnamed_brand* says
    that the brand is stated where its name cannot be read. *lexicon* are the brand
    words to read with (None: those built in), *day* is the day that is judged by (None: unknown).
    """

    rights: Rights = Rights()
    categories: Mapping[str, Category] = {}  # of a tuple: never written
    header: Callable[[str], ImageFile] | None = None
    pixels: Callable[[str], ImagePixels] | None = None
    facts: bool = False
    partial: bool = False
    unnamed_brand: bool = False
    lexicon: Lexicon | None = None
    day: date | None = None


class Listing:
    """A product as one platform, or several alike, will show it.

    *data* is typed by ``schemas/product.json`` (amounts are numbers, no value of a wrong type).
    Checks read it and never write it. *source* leads a pointer back to the product, *is_moved*
    tells whether it ever leads elsewhere.
    """

    __slots__ = ("_selected", "data", "is_moved", "source", "surroundings")

    def __init__(
        self,
        data: dict[str, Any],
        source: Callable[[Pointer], Pointer] | None = None,
        surroundings: Surroundings = Surroundings(),
    ) -> None:
        self.data = data
        self.is_moved = source is not None
        self.source = source or _same
        self.surroundings = surroundings
        self._selected: dict[str, Any] = {}

    def get(self, field: str, default: Any = None) -> Any:
        """The value of the top field *field*, or *default*."""
        return self.data.get(field, default)

    @property
    def brand(self) -> str | None:
        """The listing's brand, from its field or its attribute."""
        return self.data.get("brand")

    @property
    def category(self) -> Category | None:
        """The served facts of the listing's category, where the configuration names them."""
        categories = self.surroundings.categories
        return categories.get(str(self.data.get("category_id"))) if categories else None

    @property
    def has_unnamed_brand(self) -> bool:
        """Whether its brand is stated where it cannot be read: by an id, or before this update."""
        return self.surroundings.unnamed_brand

    @property
    def is_partial(self) -> bool:
        """Whether this is an update: what it leaves out stays as it is on the platform."""
        return self.surroundings.partial

    def let_go(self) -> None:
        """Forget the values made of it, which refer to it: so all is freed at once, not later.

        Memory is then used again while it is still in the processor's cache.
        """
        self._selected.clear()

    def allows_brand(self, brand: str) -> bool:
        """Whether the seller may use *brand* in this listing."""
        return self.surroundings.rights.allows(brand, self.brand)


def _same(pointer: Pointer) -> Pointer:
    return pointer


def is_product(value: object) -> bool:
    """Whether *value* is a product by its shape: a title, or two of the product's own fields.

    A JSON Schema has a title too; it says by its ``$schema`` what it is.
    """
    if not isinstance(value, dict) or "//json-schema.org/" in str(value.get("$schema", "")):
        return False
    return "title" in value or sum(name in value for name in _PRODUCT_KEYS) >= 2


def listing_of(
    product: dict[str, Any],
    platform: str | None,
    surroundings: Surroundings = Surroundings(),
) -> Listing:
    """The listing of *product* on *platform* (None: the base alone).

    *product* must be valid by ``schemas/product.json``, its amounts numbers (`number_amounts`).
    It is not changed, but where nothing is laid over it, it is the listing's data itself.
    """
    overlay = product["platforms"].get(platform) if platform else None
    data = merge_patch(product, overlay) if overlay else product
    brand = None if "brand" in data else _brand_attribute(data.get("attributes"))
    if brand is not None:
        data = {**data, "brand": data["attributes"][brand]}
    elif not overlay:
        return Listing(data, None, surroundings)

    def source(pointer: Pointer) -> Pointer:
        if brand is not None and pointer[:1] == ("brand",):
            pointer = ("attributes", brand)
        if overlay and _from_overlay(overlay, product, pointer):
            return ("platforms", str(platform), *pointer)
        return pointer

    return Listing(data, source, surroundings)


def _brand_attribute(attributes: dict[str, Any] | None) -> str | None:
    """The name of the attribute that states the brand, if one does."""
    if attributes:
        for name in BRAND_ATTRIBUTES:
            if type(attributes.get(name)) is str:
                return name
    return None


def merge_patch(base: dict[str, Any], patch: Mapping[str, Any]) -> dict[str, Any]:
    """*base* with *patch* laid over it, as RFC 7396 says; both stay as they are."""
    merged = dict(base)
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        elif isinstance(value, dict):
            below = merged.get(name)
            merged[name] = merge_patch(below if isinstance(below, dict) else {}, value)
        else:
            merged[name] = value
    return merged


def _from_overlay(overlay: object, base: object, pointer: Pointer) -> bool:
    """Whether the value at *pointer* of the merged listing was written in *overlay*."""
    for part in pointer:
        if not isinstance(overlay, dict):
            return True  # an array or scalar of the overlay replaces all below it
        if part not in overlay:
            return not isinstance(base, dict)
        overlay = overlay[part]
        base = base.get(part) if isinstance(base, dict) else None
    return not isinstance(overlay, dict) or not isinstance(base, dict)


def number_amounts(product: dict[str, Any]) -> None:
    """Make each amount of *product* that is written as a string a number, in its place.

    Those of the overlays too. What is no amount by ``schemas/product.json`` is left alone.
    """
    for name in _AMOUNTS:
        if name in product:
            _number(product[name])
    for holder in product.get("variants") or ():
        for name in _VARIANT_AMOUNTS:
            if name in holder:
                _number(holder[name])
    for holder in product.get("price_tiers") or ():
        if "price" in holder:
            _number(holder["price"])
    for overlay in (product.get("platforms") or _NO_OVERLAYS).values():
        if overlay:
            number_amounts(overlay)


_VARIANT_AMOUNTS = ("price", "group_price")
_NO_OVERLAYS: dict[str, Any] = {}


def _number(price: Any) -> None:
    if price and type(price.get("amount")) is str:
        price["amount"] = float(price["amount"])
