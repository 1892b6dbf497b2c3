"""Each price tier begins at a larger quantity, and gives more off, than the one before.

Tiers are the prices for buying more. A tier that begins where another does, or that costs as much
as a smaller order, is a slip of the keyboard; a buyer sees it, and a platform that computes with
it refuses the listing.

**What platforms do.** DHgate: each later tier must start higher and have a larger discount
(`itemWholesaleRangeList`, text of dh.item.add, confidence P). Shopee: the wholesale unit price
lies below the original one (P).

**What is reported.** A quantity that is not larger than that of the tier before; a discount that
is not larger; a price that is not lower; a tier after the first that costs no less than the
listing's own price. Equal discounts or prices count, since such a tier says nothing.

**Repair.** Sort the tiers by quantity, and give each a larger discount or a lower price. A
discount is a fraction: 0.05 is 5 % off.

**Limits.** Prices are compared only within one currency; a tier by price is not compared with a
tier by discount.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from listlint import Finding, Listing, Options, Value, bad, good, rule


def _mug(*tiers: dict[str, Any]) -> dict[str, Any]:
    price = {"amount": "25.90", "currency": "USD"}
    return {"title": "Steel mug", "price": price, "price_tiers": list(tiers)}


def _off(quantity: int, discount: float) -> dict[str, Any]:
    return {"quantity": quantity, "discount": discount}


def _at(quantity: int, amount: str, currency: str = "USD") -> dict[str, Any]:
    return {"quantity": quantity, "price": {"amount": amount, "currency": currency}}


@rule(
    on="price_tiers",
    level="error",
    messages={
        "quantity": "This tier begins at {quantity}, the one before at {before}. Begin it higher,"
        " or sort the tiers by quantity.",
        "discount": "The discount is {discount}, that of the tier before {before}. Give a larger"
        " one, or remove this tier.",
        "price": "The price is {price}, that of the tier before {before}. Ask less, or"
        " remove this tier.",
        "no-saving": "The price is {price}, and one piece costs {single}. Ask less, or remove"
        " this tier.",
    },
    examples=[
        good(_mug(_off(1, 0), _off(10, 0.05), _off(50, 0.1))),
        good(_mug(_at(10, "24.90"), _at(50, "22"))),
        good(_mug(_at(1, "25.90"), _at(10, "24"))),
        good(_mug(_off(10, 0.05))),
        good(_mug(_at(10, "24"), _at(50, "160", "CNY"))),
        good({"title": "Steel mug", "price_tiers": [{"quantity": 1}, _off(2, 0), {"quantity": 9}]}),
        bad(_mug(_off(10, 0.05), _off(10, 0.1)), ("quantity", "/price_tiers/1/quantity")),
        bad(_mug(_off(50, 0.05), _off(10, 0.1)), ("quantity", "/price_tiers/1/quantity")),
        bad(_mug(_off(10, 0.05), _off(50, 0.05)), ("discount", "/price_tiers/1/discount")),
        bad(
            _mug(_off(10, 0.1), _off(20, 0.05), _off(30, 0.08)),
            ("discount", "/price_tiers/1/discount"),
        ),
        bad(_mug(_at(10, "20"), _at(50, "22.00")), ("price", "/price_tiers/1/price")),
        bad(_mug(_at(1, "25.90"), _at(5, "25.90")), ("price", "/price_tiers/1/price")),
        bad(_mug(_at(1, "30"), _at(5, "28")), ("no-saving", "/price_tiers/1/price")),
    ],
)
def check(tiers: Value, listing: Listing, options: Options) -> Iterator[Finding]:
    single = listing.get("price")
    for index, (before, tier) in enumerate(pairwise(tiers.value), 1):
        at = ("price_tiers", index)
        start, quantity = before.get("quantity"), tier.get("quantity")
        if start is not None and quantity is not None and quantity <= start:
            data = {"quantity": quantity, "before": start}
            yield Finding("quantity", (*at, "quantity"), data=data)
        elif "discount" in tier and "discount" in before and tier["discount"] <= before["discount"]:
            data = {"discount": tier["discount"], "before": before["discount"]}
            yield Finding("discount", (*at, "discount"), data=data)
        elif _no_less(tier, before.get("price")):
            data = {"price": _told(tier["price"]), "before": _told(before["price"])}
            yield Finding("price", (*at, "price"), data=data)
        elif single and _no_less(tier, single):
            data = {"price": _told(tier["price"]), "single": _told(single)}
            yield Finding("no-saving", (*at, "price"), data=data)


def _no_less(tier: dict[str, Any], other: dict[str, Any] | None) -> bool:
    """Whether a piece costs no less in *tier* than at the price *other*, where that can be told."""
    price = tier.get("price")
    if not price or not other or price.get("currency") != other.get("currency"):
        return False
    amount, limit = price.get("amount"), other.get("amount")
    return amount is not None and limit is not None and amount >= limit


def _told(price: dict[str, Any]) -> str:
    return f"{price['amount']:g} {price.get('currency', '')}".strip()
