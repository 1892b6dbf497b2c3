"""All prices are in one currency, and its code is that of ISO 4217.

A price says little without its currency. Platforms read the three capital letters of ISO 4217 and
no other spelling; of a listing with two currencies they refuse one, or show the wrong amount.

**What platforms do.** Google takes a number and an ISO 4217 code, OpenAI's feed three capital
letters and a sale price in the same currency (both confidence P). A platform of one country takes
one currency: the option `allow`.

**What is reported.** Each currency once, where it first stands: a code that ISO 4217 has not (list
one of 2026-01-01), with the right one where it is known what is meant; one that `allow` does not
name; and each that differs from the first.

**Repair.** Write the code in capital letters; convert the prices to one currency.

**Limits.** A price without currency is not reported: whether one is needed says the platform.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from listlint import Finding, Listing, Option, Options, Value, bad, good, rule
from listlint.model import Pointer

from .._currencies import DECIMALS, meant

_TOP = ("price", "list_price", "group_price")
_OF_VARIANT = ("price", "group_price")


def _in(currency: str) -> dict[str, Any]:
    return {"amount": "25.90", "currency": currency}


def _mug(currency: str, **more: Any) -> dict[str, Any]:
    return {"title": "Steel mug", "price": _in(currency), **more}


_IN_EURO: list[dict[str, Any]] = [{"price": _in("USD")}, {"price": _in("EUR")}]


@rule(
    on="listing",
    level="warn",
    messages={
        "unknown": "“{actual}” is no currency code. Write the three letters of ISO 4217, such as"
        " USD.",
        "spelling": "“{actual}” is no currency code. Write {code}.",
        "not-allowed": "The currency is {actual}; allowed: {allowed}. Convert the price.",
        "mixed": "This price is in {actual}, and the first one in {first}. Convert one of them.",
    },
    options={"allow": Option([], "Codes of the currencies that are taken; none: all.")},
    examples=[
        good(_mug("USD", list_price=_in("USD"), variants=[{"price": _in("USD")}, {"stock": 1}])),
        good(_mug("CNY"), options={"allow": ["CNY"]}),
        good(_mug("RMB"), options={"allow": ["RMB"]}),
        good({"title": "Steel mug", "price": {"amount": "25.90"}, "variants": _IN_EURO[:1]}),
        bad(_mug("usd"), ("spelling", "/price/currency")),
        bad(_mug("CNY", list_price=_in("RMB")), ("spelling", "/list_price/currency")),
        bad(_mug("$"), ("unknown", "/price/currency")),
        bad(
            _mug("USD", list_price=_in("USD")),
            ("not-allowed", "/price/currency"),
            options={"allow": ["EUR", "GBP"]},
        ),
        bad(_mug("USD", variants=_IN_EURO), ("mixed", "/variants/1/price/currency")),
        bad(
            _mug("USD", price_tiers=[{"quantity": 10, "price": _in("EUR")}]),
            ("mixed", "/price_tiers/0/price/currency"),
        ),
    ],
)
def check(value: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    data = listing.data
    used = {data[name].get("currency") for name in _TOP if name in data}
    if "variants" in data:
        variants = data["variants"]
        for name in _OF_VARIANT:
            used.update([each[name].get("currency") for each in variants if name in each])
    if "price_tiers" in data:
        tiers = data["price_tiers"]
        used.update([each["price"].get("currency") for each in tiers if "price" in each])
    used.discard(None)
    allow = options["allow"]
    if not used or (len(used) == 1 and next(iter(used)) in (allow or DECIMALS)):
        return ()
    return _faults(data, allow)


def _faults(data: dict[str, Any], allow: list[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    first = None
    for pointer, actual in _currencies(data):
        if actual in seen:
            continue
        seen.add(actual)
        code = actual if actual in allow else meant(actual)
        if code is None:
            yield Finding("unknown", pointer, data={"actual": actual})
            continue
        if code != actual:
            yield Finding("spelling", pointer, data={"actual": actual, "code": code})
        elif allow and code not in allow:
            told = {"actual": actual, "allowed": ", ".join(allow)}
            yield Finding("not-allowed", pointer, data=told)
        elif first is not None and code != first:
            yield Finding("mixed", pointer, data={"actual": actual, "first": first})
        first = first or code


def _currencies(data: dict[str, Any]) -> Iterator[tuple[Pointer, str]]:
    """Each currency and where it stands, the product's own prices first."""
    for pointer, price in _prices(data):
        if "currency" in price:
            yield (*pointer, "currency"), price["currency"]


def _prices(data: dict[str, Any]) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    for name in _TOP:
        if name in data:
            yield (name,), data[name]
    for field, names in (("variants", _OF_VARIANT), ("price_tiers", ("price",))):
        for index, each in enumerate(data.get(field, ())):
            for name in names:
                if name in each:
                    yield (field, index, name), each[name]
