"""Prices and variants are judged by what they are worth, however they are written or computed."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import products
import pytest
from commandline import check, put
from hypothesis import given
from hypothesis import strategies as st
from listlint.rules import _currencies
from listlint.rules.price import currency, decimals, order, spread, tier_order
from listlint.rules.trade import unsupported_service
from listlint.rules.variants import bait_price, missing_option, too_many_values

from listlint import Finding, Rule
from listlint.listing import Listing, listing_of, number_amounts
from listlint.selectors import select

CODES = st.sampled_from(sorted(_currencies.DECIMALS))
CENTS = st.integers(1, 10**7)
MANY_CENTS = st.lists(CENTS, min_size=2, max_size=12)


def found(rule: Rule, product: dict[str, Any], **options: Any) -> list[Finding]:
    """What *rule* finds in *product*, its amounts read as the engine reads them."""
    product = json.loads(json.dumps(product))
    number_amounts(product)
    listing: Listing = listing_of({"title": "Mug", "platforms": {}, **product}, None)
    settled = rule.settled({name.replace("_", "-"): value for name, value in options.items()})
    assert rule.check is not None
    return [
        finding
        for on in rule.on
        for value in select(listing, on)
        for finding in rule.check(value, listing, settled)
    ]


def price(amount: object, code: str = "USD") -> dict[str, Any]:
    return {"amount": amount, "currency": code}


def written(cents: int) -> str:
    return f"{Decimal(cents) / 100:.2f}"


def variants(cents: list[int], field: str = "price") -> dict[str, Any]:
    rows = [
        {"options": {"Color": "x" * at}, field: price(written(n))} for at, n in enumerate(cents)
    ]
    return {"variants": rows}


# Currencies


def test_the_table_of_currencies_holds_each_code_once() -> None:
    listed = " ".join(
        (_currencies._NONE, _currencies._TWO, _currencies._THREE, _currencies._FOUR)
    ).split()
    assert len(listed) == len(_currencies.DECIMALS) == 165
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in listed)
    known = {"USD": 2, "CNY": 2, "JPY": 0, "KRW": 0, "KWD": 3, "CLF": 4}
    assert known.items() <= _currencies.DECIMALS.items()


def test_what_people_write_instead_is_no_code_and_means_one() -> None:
    assert not _currencies.WRITTEN.keys() & _currencies.DECIMALS.keys()
    assert set(_currencies.WRITTEN.values()) <= _currencies.DECIMALS.keys()
    assert all(name == name.upper() for name in _currencies.WRITTEN)


@given(CODES)
def test_a_code_is_taken_in_capitals_alone(code: str) -> None:
    assert not found(currency.check, {"price": price(1, code)})
    (told,) = found(currency.check, {"price": price(1, code.lower())})
    assert (told.message, told.data["code"]) == ("spelling", code)


@given(st.lists(CODES, min_size=1, max_size=6))
def test_each_currency_beside_the_first_is_told_once(codes: list[str]) -> None:
    rows = {"variants": [{"price": price(1, code)} for code in codes]}
    told = found(currency.check, rows)
    assert [each.message for each in told] == ["mixed"] * (len(set(codes)) - 1)
    assert {each.data["first"] for each in told} <= {codes[0]}


@given(st.text(max_size=4))
def test_any_text_for_a_currency_is_told_once_or_right(text: str) -> None:
    told = found(currency.check, {"price": price(1, text), "list_price": price(2, text)})
    assert len(told) == (0 if text in _currencies.DECIMALS else 1)


# Decimals


@given(CODES, st.integers(-(10**12), 10**12))
def test_what_a_currency_allows_is_never_told(code: str, smallest: int) -> None:
    digits = _currencies.DECIMALS[code]
    exact = Decimal(smallest).scaleb(-digits)
    for amount in (f"{exact:f}", float(exact), smallest / 10**digits):
        assert not found(decimals.check, {"price": price(amount, code)})


@given(st.lists(CENTS, min_size=1, max_size=40), st.integers(1, 500))
def test_what_computing_adds_is_never_told(cents: list[int], quantity: int) -> None:
    total = sum(each / 100 for each in cents)
    for amount in (total, total * quantity, total - cents[0] / 100, 0.1 + 0.2, 4.35 * 100):
        assert not found(decimals.check, {"price": price(amount)})


@given(CODES, st.integers(0, 10**8), st.integers(1, 9), st.integers(1, 3))
def test_a_digit_too_many_is_always_told(code: str, whole: int, digit: int, behind: int) -> None:
    digits = _currencies.DECIMALS[code]
    exact = Decimal(whole).scaleb(-digits) + Decimal(digit).scaleb(-digits - behind)
    for amount in (f"{exact:f}", float(exact)):
        (told,) = found(decimals.check, {"list_price": price(amount, code)})
        assert told.pointer == ("list_price", "amount")
        rounded = str(told.data["rounded"])
        assert not found(decimals.check, {"price": price(rounded, code)})


@given(CENTS, st.integers(0, 6), st.integers(0, 6))
def test_zeros_around_an_amount_count_for_nothing(cents: int, before: int, after: int) -> None:
    text = "0" * before + written(cents) + "0" * after
    assert not found(decimals.check, {"price": price(text)})


@pytest.mark.parametrize("amount", ["9" * 400, "9" * 400 + ".5", 1e308, 10**308, 5e-324, "-0.0"])
def test_an_amount_beyond_all_bounds_is_survived(amount: object) -> None:
    rows = [{"price": price(amount), "group_price": price(1)}, {"price": price(3)}]
    product = {"price": price(amount), "list_price": price(2), "variants": rows}
    for rule, options in EVERY:
        found(rule, product, **options)


# Order


@given(CENTS, CENTS, st.booleans())
def test_the_lower_price_is_told_if_it_is_the_higher(low: int, high: int, strict: bool) -> None:
    product = {"group_price": price(written(low)), "price": price(written(high))}
    sign = "<" if strict else "<="
    told = found(order.check, product, order=[f"group_price {sign} price"])
    assert bool(told) == (low > high or (strict and low == high))
    turned = "price>group_price" if strict else "price >=group_price"
    assert found(order.check, product, order=[turned]) == told
    as_variant = found(order.check, {"variants": [product]}, order=[turned])
    assert [each.pointer for each in as_variant] == [
        ("variants", 0, *each.pointer) for each in told
    ]


@given(MANY_CENTS, CENTS)
def test_one_list_price_holds_for_all_variants(cents: list[int], limit: int) -> None:
    product = {**variants(cents), "list_price": price(written(limit))}
    assert not found(order.check, product)
    told = found(order.check, product, one_list_price=True)
    dear = [each for each in cents if each > limit]
    assert [each.data["count"] for each in told] == ([len(dear)] if dear else [])
    if told:
        assert told[0].data["amount"] == f"{max(dear) / 100:.15g} USD"


@pytest.mark.parametrize("text", ["", "price", "price < cost", "price = list_price", "price <"])
def test_an_order_that_is_none_is_told_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="group_price <= price"):
        order.check.settled({"order": [text]})


# Spread and bait


def test_a_spread_of_no_price_is_told() -> None:
    with pytest.raises(ValueError, match="'list_price'; write it as 'price' is"):
        spread.check.settled({"field": "list_price"})


@given(MANY_CENTS, st.integers(4, 80))
def test_a_spread_is_judged_to_the_cent(cents: list[int], quarters: int) -> None:
    ratio = Fraction(quarters, 4)
    told = found(spread.check, variants(cents), max_ratio=float(ratio))
    assert bool(told) == (max(cents) > min(cents) * ratio)


@given(MANY_CENTS, st.integers(2, 50), st.integers(1, 1000), st.randoms(use_true_random=False))
def test_neither_scale_nor_order_changes_spread_and_bait(
    cents: list[int], ratio: int, scale: int, random: Any
) -> None:
    shuffled = list(cents)
    random.shuffle(shuffled)
    scaled = variants([each * scale for each in shuffled])
    for rule in (spread.check, bait_price.check):
        one = found(rule, variants(cents), max_ratio=ratio)
        other = found(rule, scaled, max_ratio=ratio)
        assert len(one) == len(other)
    if not found(spread.check, variants(cents), max_ratio=ratio):
        assert not found(bait_price.check, variants(cents), max_ratio=ratio)


UNITS = ("{} pcs", "Pack of {}", "{}m", "{} g", "{}片", "{} L")


@given(
    st.lists(st.integers(1, 999), min_size=2, max_size=12),
    st.sampled_from(UNITS),
    st.integers(1, 5000),
    st.floats(0.4, 1),
)
def test_what_costs_more_because_it_is_more_is_no_bait(
    quantities: list[int], unit: str, each_costs: int, rebate: float
) -> None:
    rows = [
        {"options": {"Size": unit.format(each)}, "price": price(each_costs / 100 * each**rebate)}
        for each in quantities
    ]
    assert not found(bait_price.check, {"variants": rows}, max_ratio=2)


@given(st.integers(2, 200), st.integers(1, 100), st.integers(2, 20))
def test_a_variant_for_a_trifle_is_a_bait_wherever_it_stands(
    count: int, place: int, ratio: int
) -> None:
    cents = [10_000] * count
    cents[place % count] = 10_000 // ratio - 1
    (told,) = found(bait_price.check, variants(cents), max_ratio=ratio)
    assert told.pointer == ("variants", place % count, "price")


# Variants and services

ROWS = st.lists(
    st.dictionaries(st.sampled_from(("Color", "color", "Size")), st.sampled_from(("a", "", 1))),
    min_size=2,
    max_size=6,
)


@given(ROWS, st.booleans())
def test_a_variant_is_told_if_its_options_are_not_those_of_most(
    rows: list[dict[str, Any]], bare: bool
) -> None:
    made = [{"options": row} if row or not bare else {} for row in rows]
    told = found(missing_option.check, {"variants": made})
    named = {at for _, at, *_ in (each.pointer for each in told if each.message != "empty")}
    others = [row.keys() for at, row in enumerate(rows) if at not in named]
    assert others
    assert all(keys == others[0] for keys in others)
    assert all(rows[at].keys() != others[0] for at in named)
    assert sum(each.message == "empty" for each in told) == sum(
        value == "" for row in rows for value in row.values()
    )
    if missing_option._are_alike(made):
        assert not told


@given(ROWS, st.integers(0, 3), st.integers(0, 6))
def test_values_of_options_are_counted_once_each(
    rows: list[dict[str, Any]], most: int, total: int
) -> None:
    values = {(name, str(value)) for row in rows for name, value in row.items()}
    too_many = {name for name, _ in values if sum(name == other for other, _ in values) > most}
    product = {"variants": [{"options": row} for row in rows]}
    told = found(too_many_values.check, product, max_values=most, max_total=total)
    assert {each.data["name"] for each in told if each.message == "values"} == too_many
    assert any(each.message == "total" for each in told) == (len(values) > total)


@given(st.lists(products.texts, max_size=6), st.lists(products.texts, max_size=4))
def test_only_services_that_are_named_are_told(claimed: list[str], lacking: list[str]) -> None:
    told = found(unsupported_service.check, {"services": claimed}, services=lacking)
    assert {each.data["service"] for each in told} >= {*claimed} & {*lacking}
    assert not found(unsupported_service.check, {"services": claimed})


EVERY: list[tuple[Rule, dict[str, Any]]] = [
    (order.check, {"one_list_price": True}),
    (spread.check, {"max_ratio": 2}),
    (decimals.check, {}),
    (currency.check, {"allow": ["CNY"]}),
    (tier_order.check, {}),
    (bait_price.check, {"max_ratio": 2}),
    (missing_option.check, {}),
    (too_many_values.check, {"max_values": 1, "max_total": 1}),
    (unsupported_service.check, {"services": ["a"], "allowed_in": {"b": ["general"]}}),
]


@given(
    st.fixed_dictionaries(
        {},
        optional={
            name: products.fitting(products.SCHEMA["properties"][name], None)
            for name in (
                "price",
                "list_price",
                "group_price",
                "price_tiers",
                "variants",
                "services",
            )
        },
    )
)
def test_every_product_is_judged_and_what_is_told_can_be_reported(product: dict[str, Any]) -> None:
    for rule, options in EVERY:
        for finding in found(rule, product, **options):
            assert json.loads(json.dumps(finding.data)) == finding.data
            assert len(rule.messages[finding.message].format(**finding.data)) > 20


@pytest.mark.parametrize(
    ("rule", "option", "value"),
    [
        ("price/order", "order", "['price < cost']"),
        ("price/spread", "field", "'cost'"),
    ],
)
def test_an_option_of_another_form_is_refused_before_anything_is_judged(
    tmp_path, rule, option, value
):
    put(
        tmp_path / "listlint.toml",
        f"[rules]\n'{rule}' = {{ level = 'warn', {option} = {value} }}\n",
    )
    put(tmp_path / "a.json", {"id": "1", "title": "Mug", "platforms": {"dhgate": {}}})
    done = check("a.json", cwd=tmp_path)
    assert done.code == 2
    assert f"option '{option}' cannot be" in done.err
    assert "listlint.toml" in done.err
