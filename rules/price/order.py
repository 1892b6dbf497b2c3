"""The prices of a product stand in their order: group price, price, list price.

The list price is what a product costs before any discount, so its price is no higher. A group
that buys together pays no more than one buyer alone. Where it is the other way round, two columns
were swapped, or one price was raised and the other forgotten.

**What platforms do.** Pinduoduo: group price < price < list price, for the product and each SKU
(`pdd.goods.add`, confidence P). AliExpress: the discount price is lower than the price (TOP
metadata, P). Temu: the list price is no lower than the base price (P). OpenAI's feed ignores a
sale price that is not lower (P).

**What is reported.** Each pair of `order` that is the wrong way round: of the product's own prices,
and of the prices of one variant. With `one-list-price`, the product's list price is also compared
with the prices of all variants.

**Repair.** Correct the lower or the higher price, or remove a list price that is none.

**Limits.** Amounts are compared only within one currency, and only where both are above 0. Without
`one-list-price` the list price is not compared with variants: it may be that of the smallest.
"""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from listlint import Finding, Listing, Option, Options, Value, bad, good, rule

from .._prices import Price, comparable, told
from .._remembered import Remembered


def _mug(variants: list[dict[str, Any]] | None = None, /, **amounts: str) -> dict[str, Any]:
    mug = {"title": "Steel mug", **_priced(**amounts)}
    return mug if variants is None else {**mug, "variants": variants}


def _priced(**amounts: str) -> dict[str, Any]:
    return {name: {"amount": amount, "currency": "USD"} for name, amount in amounts.items()}


_STRICT = ["group_price < price", "price < list_price"]
_EURO = {"list_price": {"amount": "20", "currency": "EUR"}}


_FORM = r" *(price|list_price|group_price) *(<=|<|>=|>) *(price|list_price|group_price) *"


@rule(
    on="listing",
    level="warn",
    messages={
        "order": "The {lower} is {amount}, the {higher} {limit}: the {lower} must be {relation}."
        " Correct one of them.",
        "list-price": "The list price is {limit}, and {count} of the variants cost too much for"
        " it, up to {amount}: their {lower} must be {relation}.",
    },
    options={
        "order": Option(
            ["group_price <= price", "price <= list_price"],
            "Pairs of prices with <, <=, > or >= between them.",
            form=_FORM,
        ),
        "one-list-price": Option(
            False, "The list price holds for all variants, so that none may cost more."
        ),
    },
    examples=[
        good(_mug(price="25.90", list_price="29.90")),
        good(_mug(price="25.90", list_price="25.90", group_price="25.90")),
        good(
            _mug(group_price="19.90", price="25.90", list_price="29.90"), options={"order": _STRICT}
        ),
        good(_mug(price="25.90", list_price="0")),
        good(_mug(price="25.90") | _EURO),
        good(_mug([_priced(price="40")], price="25.90", list_price="29.90")),
        good(
            _mug([_priced(price="28")], price="25.90", list_price="29.90"),
            options={"one-list-price": True},
        ),
        bad(_mug(price="29.90", list_price="25.90"), ("order", "/price")),
        bad(
            _mug(group_price="26", price="25.90", list_price="25.90"),
            ("order", "/group_price"),
            ("order", "/price"),
            options={"order": _STRICT},
        ),
        bad(
            _mug(group_price="26", price="25.90"),
            ("order", "/group_price"),
            options={"order": ["price >= group_price"]},
        ),
        bad(
            _mug([_priced(price="9", group_price="8"), _priced(price="9", group_price="10")]),
            ("order", "/variants/1/group_price"),
        ),
        bad(
            _mug([_priced(price="28"), _priced(price="30"), _priced(price="31")], list_price="30"),
            ("list-price", "/list_price"),
            options={"order": _STRICT, "one-list-price": True},
        ),
    ],
)
def check(value: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    data = listing.data
    variants = data.get("variants")
    found: list[Finding] = []
    for text in options["order"]:
        relation = _relation[text]
        low, high, _ = relation
        if high in data:
            if low in data and _is_broken(relation, data[low], data[high]):
                found.append(_finding(relation, (low,), data[low], data[high]))
            if variants and high == "list_price" and options["one-list-price"]:
                found += _of_list_price(relation, variants, data[high])
        if variants:
            found += [
                _finding(relation, ("variants", index, low), each[low], each[high])
                for index, each in enumerate(variants)
                if high in each and low in each and _is_broken(relation, each[low], each[high])
            ]
    return found


class _Relation(NamedTuple):
    """The field of the lower price and that of the higher; *strict* where they may not be equal."""

    low: str
    high: str
    strict: bool


def _read(text: str) -> _Relation:
    match = re.fullmatch(_FORM, text)
    assert match is not None, "the option takes no other form"
    one, sign, other = match.groups()
    return _Relation(*((one, other) if sign[0] == "<" else (other, one)), len(sign) == 1)


_relation: Remembered[_Relation] = Remembered(_read)


def _is_broken(relation: _Relation, low: Price, high: Price) -> bool:
    lower, higher = low.get("amount", 0), high.get("amount", 0)
    if lower < higher or (lower == higher and not relation.strict):
        return False
    return comparable(low, high)


def _of_list_price(
    relation: _Relation, variants: list[dict[str, Any]], limit: Price
) -> Iterable[Finding]:
    """One finding for all variants: it is one price that is too low, or all that are too high."""
    low = relation.low
    dear = [
        each[low] for each in variants if low in each and _is_broken(relation, each[low], limit)
    ]
    if dear:
        dearest = max(dear, key=lambda price: float(price["amount"]))
        data = {**_told(relation, dearest, limit), "count": len(dear)}
        yield Finding("list-price", ("list_price",), data=data)


def _finding(
    relation: _Relation, pointer: tuple[str | int, ...], low: Price, high: Price
) -> Finding:
    return Finding("order", pointer, data=_told(relation, low, high))


def _told(relation: _Relation, low: Price, high: Price) -> dict[str, object]:
    return {
        "lower": relation.low.replace("_", " "),
        "higher": relation.high.replace("_", " "),
        "relation": "lower" if relation.strict else "no higher",
        "amount": told(low),
        "limit": told(high),
    }
