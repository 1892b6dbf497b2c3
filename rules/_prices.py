"""Prices of a listing: which can be compared, and how one is told.

Shared by the rules on prices. A price is an object with an amount (a number, or absent) and a
currency (or none). This module knows no rule.
"""

from collections.abc import Iterable, Mapping
from typing import Any

Price = Mapping[str, Any]


def comparable(price: Price, other: Price) -> bool:
    """Whether both state an amount above 0, in one currency.

    An amount of 0 stands for none that is known; that it may not is a limit of the platform.
    """
    return (
        price.get("currency") == other.get("currency")
        and price.get("amount", 0) > 0
        and other.get("amount", 0) > 0
    )


def told(price: Price) -> str:
    """The amount and its currency, such as “25.9 USD”."""
    return f"{price['amount']:.15g} {price.get('currency', '')}".strip()


def amounts(variants: Iterable[Mapping[str, Any]], field: str) -> list[float]:
    """The amounts that *variants* have in *field*, in whatever currency."""
    return [
        variant[field]["amount"]
        for variant in variants
        if field in variant and "amount" in variant[field]
    ]


def in_one_currency(variants: Iterable[Mapping[str, Any]], field: str) -> bool:
    """Whether all prices that *variants* have in *field* are in one currency, or in none."""
    return len({variant[field].get("currency") for variant in variants if field in variant}) < 2
