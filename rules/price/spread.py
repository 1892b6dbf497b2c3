"""The dearest variant costs at most so many times what the cheapest does.

A listing is found by its lowest price. Where the variants are far apart, buyers are drawn by a
price that is not that of the goods; so platforms bound the spread, or forbid such variants.

**What platforms do.** Pinduoduo: the highest group price of the SKUs divided by the lowest is at
most `price_range_ratio` of the category (`pdd.goods.cat.rule.get`, and the errors of
`pdd.goods.add`; confidence P). DHgate punishes SKU prices far from normal, and names no number
(notice of 2024-07-30, relayed).

**What is reported.** Once a product: that the highest amount is more than `max-ratio` times the
lowest.

**Repair.** Sell the cheap or the dear variants as a product of their own.

**Limits.** Without `max-ratio` nothing is reported. Only amounts above 0 count, and only where all
are in one currency.
"""

from collections.abc import Iterable
from typing import Any

from listlint import Finding, Listing, Option, Options, Value, bad, good, rule

from .._prices import amounts, in_one_currency


def _caps(*prices: str, field: str = "price") -> dict[str, Any]:
    variants = [
        {"options": {"Color": str(number)}, field: {"amount": amount, "currency": "CNY"}}
        for number, amount in enumerate(prices)
    ]
    return {"title": "Cap", "variants": variants}


_MIXED = [
    {"price": {"amount": "1", "currency": "USD"}},
    {"price": {"amount": "150", "currency": "JPY"}},
]
# What dividing numbers with a point may be off by.
_SLACK = 1 + 1e-9


@rule(
    on="variants",
    level="off",
    messages={
        "spread": "The {field} is {highest} for one variant and {lowest} for another: more than"
        " {limit} times as much. Sell them as different products."
    },
    options={
        "max-ratio": Option(None, "The highest amount divided by the lowest, at most.", float),
        "field": Option(
            "price",
            'The prices that are compared: "price" or "group_price".',
            form="price|group_price",
        ),
    },
    examples=[
        good(_caps("10", "29.9"), options={"max-ratio": 3}),
        good(_caps("0.1", "0.3"), options={"max-ratio": 3}),
        good(_caps("1", "100")),
        good(_caps("0", "100"), options={"max-ratio": 3}),
        good(_caps("1", "100"), options={"max-ratio": 3, "field": "group_price"}),
        good({"title": "Cap", "variants": _MIXED}, options={"max-ratio": 3}),
        bad(_caps("10", "20", "30.01"), ("spread", "/variants"), options={"max-ratio": 3}),
        bad(
            _caps("5", "40", field="group_price"),
            ("spread", "/variants"),
            options={"max-ratio": 3.5, "field": "group_price"},
        ),
    ],
)
def check(variants: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    limit, field = options["max-ratio"], options["field"]
    if limit is None:
        return ()
    there = amounts(variants.value, field)
    if len(there) < 2:
        return ()
    highest = max(there)
    lowest = min(there)
    if lowest <= 0:
        lowest = min((each for each in there if each > 0), default=highest)
    if highest <= lowest * (limit * _SLACK) or not in_one_currency(variants.value, field):
        return ()
    data = {
        "field": field.replace("_", " "),
        "highest": f"{highest:.15g}",
        "lowest": f"{lowest:.15g}",
        "limit": f"{limit:g}",
    }
    return (variants.finding("spread", **data),)
