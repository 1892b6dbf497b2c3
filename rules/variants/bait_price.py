"""No variant is there only for its low price.

A listing is shown "from" the price of its cheapest variant. A sample, a deposit, a screw or a case
among phones draws buyers who then find that the goods cost many times as much.

**What platforms do.** DHgate: SKU attributes may not show a bait price far from normal; a campaign
against it ran from 2024-07-29 (notice of 2024-07-30, relayed). AliExpress lowers, blocks or
removes listings with bait-price SKUs (third parties). Neither names a number.

**What is reported.** A variant if at least half of the variants cost more than `max-ratio` times
what it costs. More pieces, longer cables and larger packages may cost more: a price is divided by
how many times more a variant gives, as far as numbers and units in its options tell ("10 pcs",
"2 m", "kg"), and a carton or a bundle is not compared with a single piece.

**Repair.** Sell it as a product of its own, or correct its price.

**Limits.** Without `max-ratio` nothing is reported; 10 is a beginning. Of many variants, some 50
are compared with. Sizes in words ("small", "king size") count for nothing, and any number counts
as a quantity: "No. 500" may hide a bait.
"""

import re
from collections.abc import Iterable
from math import prod
from typing import Any, NamedTuple

from listlint import Finding, Listing, Option, Options, Value, bad, good, rule

from .._prices import amounts, in_one_currency, told


def _cable(*variants: tuple[str, str]) -> dict[str, Any]:
    rows = [
        {"options": {"Type": name}, "price": {"amount": amount, "currency": "USD"}}
        for name, amount in variants
    ]
    return {"title": "USB-C cable", "variants": rows}


_TEN = {"max-ratio": 10}


@rule(
    on="variants",
    level="off",
    messages={
        "bait": "This variant costs {price}, and half of the variants over {limit} times as much,"
        " such as {other}. Sell it as another product, or correct its price."
    },
    options={
        "max-ratio": Option(
            None, "How many times as much the other variants may cost, at most.", float
        )
    },
    examples=[
        good(_cable(("Black", "4.90"), ("White", "4.90"), ("Gold", "9.90")), options=_TEN),
        good(_cable(("1 pc", "0.90"), ("20 pcs", "15"), ("100 pcs", "60")), options=_TEN),
        good(_cable(("50 cm", "0.9"), ("10 m", "12"), ("25 m", "25")), options=_TEN),
        good(_cable(("Single", "0.90"), ("Pack of 20", "15")), options=_TEN),
        good(_cable(("Single", "0.90"), ("Carton", "40")), options=_TEN),
        good(_cable(("g", "0.10"), ("kg", "40")), options=_TEN),
        good(_cable(("散装1米", "2"), ("50米", "80")), options=_TEN),
        good(_cable(("Plug", "0.5"), ("Plug, red", "0.5"), ("Charger", "25")), options=_TEN),
        good(_cable(("Sample", "0.01"), ("Black", "4.90"))),
        bad(
            _cable(("Black", "4.90"), ("Do not buy", "0.01"), ("White", "5.90")),
            ("bait", "/variants/1/price"),
            options=_TEN,
        ),
        bad(
            _cable(("Case only", "0.99"), ("64 GB", "199"), ("128 GB", "249")),
            ("bait", "/variants/0/price"),
            options=_TEN,
        ),
        bad(
            _cable(("1 pc", "0.01"), ("2 pcs", "9.90"), ("3 pcs", "12.90")),
            ("bait", "/variants/0/price"),
            options=_TEN,
        ),
    ],
)
def check(variants: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    limit = options["max-ratio"]
    if limit is None:
        return ()
    there = amounts(variants.value, "price")
    if len(there) < 2 or max(there) <= min(there) * limit:
        return ()
    if not in_one_currency(variants.value, "price"):
        return ()
    return _baits(variants, limit * _SLACK)


class _Offer(NamedTuple):
    """A variant with its price, and how much it gives: *pieces*, and what is measured, if at all.

    A *bundle* is of several pieces, and nobody says how many.
    """

    place: int
    amount: float
    pieces: float
    measure: float | None
    bundle: bool


def _baits(variants: Value, limit: float) -> Iterable[Finding]:
    offers = [
        _offer(index, each)
        for index, each in enumerate(variants.value)
        if each.get("price", _NONE).get("amount", 0) > 0
    ]
    by_price = sorted(offers, key=lambda offer: offer.amount)
    others = by_price[:: len(by_price) // _MOST + 1]
    for offer in offers:
        dear = [other for other in others if _is_far(offer, other, limit)]
        if dear and 2 * len(dear) >= len(others):
            prices = [variants.value[each.place]["price"] for each in (offer, dear[0])]
            price, other = map(told, prices)
            yield variants.finding(
                "bait", at=(offer.place, "price"), price=price, other=other, limit=f"{limit:.6g}"
            )


_SLACK = 1 + 1e-9  # 8856 is 41 times 216, whatever binary fractions make of it
_MOST = 50  # so that ten thousand variants take no minutes
_NONE: dict[str, Any] = {}


def _is_far(one: _Offer, other: _Offer, limit: float) -> bool:
    """Whether *other* costs more than *limit* times *one*, beyond what it gives more."""
    if other.bundle and not one.bundle:
        return False
    more = other.pieces / one.pieces
    if one.measure and other.measure:
        more *= other.measure / one.measure
    return other.amount > one.amount * limit * max(1.0, more)


_NUMBER = re.compile(r"(\d{1,9})(?:([.,])(\d{1,9}))? ?([^\W\d_]*|[\"″])")
_MOST_NUMBERS = 8  # in the options of one variant
_BUNDLE = re.compile(
    r"\b(?:carton|crate|pallet|bundle|bulk)s?\b|整箱|箱装|套装|礼盒", re.IGNORECASE
)
_UNITS = {
    unit: worth
    for units, worth in (
        ("mm ml g mg gram gramm grams 毫米 毫升 克", 0.001),
        ("cm cl 厘米", 0.01),
        ('in inch inches " ″ 英寸 寸', 0.0254),
        ("oz", 0.0283),
        ("ft foot feet", 0.3048),
        ("lb lbs 斤", 0.5),
        ("m meter meters metre metres yd yard yards 米 l liter liters litre litres 升", 1.0),
        ("kg 千克 公斤 gb", 1.0),
        ("km tb", 1000.0),
    )
    for unit in units.split()
}
"""Units that people measure goods with; worth: in metres, litres, kilograms or gigabytes."""


def _offer(place: int, variant: dict[str, Any]) -> _Offer:
    texts = [str(value) for value in variant.get("options", _NONE).values()]
    pieces = 1.0
    # "kg" alone is one of them.
    measures = [_UNITS[text.lower()] for text in texts if text.lower() in _UNITS]
    numbers = [number for text in texts for number in _NUMBER.findall(text)]
    for whole, point, rest, unit in numbers[:_MOST_NUMBERS]:
        thousands = point == "," and len(rest) == 3
        number = float(f"{whole}{'' if thousands else '.'}{rest or 0}")
        if number and unit.lower() in _UNITS:
            measures.append(number * _UNITS[unit.lower()])
        elif number:
            pieces *= number
    return _Offer(
        place,
        variant["price"]["amount"],
        pieces,
        prod(measures) if measures else None,
        any(map(_BUNDLE.search, texts)),
    )
