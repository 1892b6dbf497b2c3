"""An amount has no more decimals than its currency.

There is no coin for a tenth of a cent, and none for a hundredth of a yen. An amount with more
decimals is mostly the result of a conversion that nobody rounded; a platform refuses it or rounds
it by its own rule.

**What platforms do.** OpenAI's feed takes no more decimals than the currency has, Walmart takes
multiples of 0.01 (both confidence P). Pinduoduo counts in fen, so that yuan have two decimals (P).

**What is reported.** An amount of the price, the list price, the group price or a variant's prices
with more decimals than ISO 4217 gives its currency (or than `decimals` says): two for most, none
for JPY, KRW or VND, three for KWD.

**Repair.** Round the amount.

**Limits.** Amounts are read as numbers: zeros at the end do not count (25.900 is 25.9), nor does
what a computer adds in the twelfth digit (0.1 + 0.2). Without a known currency there is nothing
to compare with. Price tiers are left alone: the price of one piece of a thousand may well have a
fraction of a cent.
"""

from collections.abc import Iterable
from math import isclose
from typing import Any

from listlint import Finding, Listing, Option, Options, Value, bad, good, rule

from .._currencies import DECIMALS
from .._prices import Price


def _mug(amount: object, currency: str | None = "USD", field: str = "price") -> dict[str, Any]:
    price = {"amount": amount} if currency is None else {"amount": amount, "currency": currency}
    return {"title": "Steel mug", field: price}


def _variant(amount: str, field: str = "price") -> dict[str, Any]:
    return {"options": {"Color": amount}, field: {"amount": amount, "currency": "EUR"}}


_TIER = {"quantity": 1000, "price": {"amount": "0.0125", "currency": "USD"}}
_FACTORS = {code: 10.0**digits for code, digits in DECIMALS.items()}


@rule(
    on=("price", "list_price", "group_price", "variants"),
    level="warn",
    messages={"decimals": "{amount}: an amount{where} has {allowed}. Round it to {rounded}."},
    options={
        "decimals": Option(
            None, "The most decimals of an amount; unset: those of its currency.", int
        )
    },
    examples=[
        good(_mug("25.90")),
        good(_mug(19.99)),
        good(_mug("25.900")),
        good(_mug(0.1 + 0.2)),
        good(_mug("3980.00", "JPY")),
        good(_mug("1.125", "KWD")),
        good(_mug("0.0125", None)),
        good(_mug("0.0125", "BTC")),
        good(_mug("1.125"), options={"decimals": 3}),
        good({"title": "Screw", "price_tiers": [_TIER]}),
        bad(_mug("25.905"), ("decimals", "/price/amount")),
        bad(_mug(13.333333), ("decimals", "/price/amount")),
        bad(_mug("39.5", "JPY", "list_price"), ("decimals", "/list_price/amount")),
        bad(_mug("25.95", None), ("decimals", "/price/amount"), options={"decimals": 1}),
        bad(
            {"title": "Cap", "variants": [_variant("9.99"), _variant("9.999", "group_price")]},
            ("decimals", "/variants/1/group_price/amount"),
        ),
    ],
)
def check(value: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    most = options["decimals"]
    if type(value.value) is dict:
        price = value.value
        return (_finding(value, (), price, most),) if _is_odd(price, most) else ()
    return [
        _finding(value, (index, name), variant[name], most)
        for name in ("price", "group_price")
        if _may_be_odd([variant[name] for variant in value.value if name in variant], most)
        for index, variant in enumerate(value.value)
        if name in variant and _is_odd(variant[name], most)
    ]


def _may_be_odd(prices: list[Price], most: int | None) -> bool:
    """Whether one of *prices* may be odd; cheap, since variants mostly cost the same."""
    if not prices:
        return False
    try:
        currencies = {price["currency"] for price in prices}
        amounts = {price["amount"] for price in prices}
    except KeyError:
        return True
    if len(currencies) > 1:
        return True
    factor = _factor(currencies.pop(), most)
    if factor is not None:
        for amount in amounts:
            if type(amount) is float and _NEARLY_0 < amount * factor % 1 < _NEARLY_1:
                return True
    return False


def _is_odd(price: Price, most: int | None) -> bool:
    """Whether the amount has more decimals than *most*, or than its currency has."""
    amount = price.get("amount")
    factor = _factor(price.get("currency", ""), most)
    if type(amount) is not float or factor is None:
        return False
    smallest = amount * factor
    if not _NEARLY_0 < smallest % 1 < _NEARLY_1:  # so for infinity as well
        return False
    return not isclose(smallest, round(smallest), rel_tol=1e-12)


def _factor(currency: str, most: int | None) -> float | None:
    """How many of the smallest coin make one; None where that is not known."""
    return _FACTORS.get(currency) if most is None else 10.0**most


# What an amount may be off by, in the smallest coin: less than anyone writes.
_NEARLY_0 = 1e-6
_NEARLY_1 = 1 - _NEARLY_0


def _finding(value: Value, at: tuple[str | int, ...], price: Price, most: int | None) -> Finding:
    currency = price.get("currency", "")
    digits = DECIMALS[currency] if most is None else most
    return value.finding(
        "decimals",
        at=(*at, "amount"),
        amount=f"{price['amount']:.15g}",
        where=f" in {currency}" if currency else "",
        allowed=f"at most {digits} decimals" if digits else "no decimals",
        rounded=f"{price['amount']:.{digits}f}",
    )
