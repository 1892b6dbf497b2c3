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

from collections.abc import Iterable
from typing import Any

from listlint import Finding, Listing, Options, Value, bad, good, rule

from .._prices import told


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
def check(tiers: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    if len(tiers.value) < 2:
        return ()
    single = listing.data.get("price")
    found = []
    before = None
    for index, tier in enumerate(tiers.value):
        if before is not None and (fault := _fault(before, tier, single)):
            message, field, data = fault
            found.append(Finding(message, ("price_tiers", index, field), data=data))
        before = tier
    return found


def _fault(
    before: dict[str, Any], tier: dict[str, Any], single: dict[str, Any] | None
) -> tuple[str, str, dict[str, object]] | None:
    """What is wrong with *tier* after the one *before*: the message, its field and its data."""
    start, quantity = before.get("quantity"), tier.get("quantity")
    if start is not None and quantity is not None and quantity <= start:
        return "quantity", "quantity", {"quantity": quantity, "before": start}
    if "discount" in tier and "discount" in before and tier["discount"] <= before["discount"]:
        data = {"discount": tier["discount"], "before": before["discount"]}
        return "discount", "discount", data
    price = tier.get("price")
    if not price:
        return None
    earlier = before.get("price")
    if earlier and _no_less(price, earlier):
        return "price", "price", {"price": told(price), "before": told(earlier)}
    if single and _no_less(price, single):
        return "no-saving", "price", {"price": told(price), "single": told(single)}
    return None


def _no_less(price: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether *price* is no less than *other*, where that can be told."""
    if price.get("currency") != other.get("currency"):
        return False
    amount, limit = price.get("amount"), other.get("amount")
    return amount is not None and limit is not None and amount >= limit
