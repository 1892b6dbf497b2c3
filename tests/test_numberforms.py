"""Numbers as text: the expressions hold exactly for the numbers that they tell."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.numberforms import at_least, at_most, number, plain

DIGITS = st.text("0123456789", min_size=1, max_size=4)
NEAR = st.text("0159", min_size=1, max_size=3)
NUMBERS = st.builds(
    lambda sign, whole, fraction: f"{sign}{whole}{fraction and '.' + fraction}",
    st.sampled_from(["", "-"]),
    DIGITS | NEAR,
    st.just("") | DIGITS | NEAR,
)


def holds(body: str, text: str) -> bool:
    return re.fullmatch(f"({body})", text) is not None


@given(NUMBERS, NUMBERS)
def test_bounds_hold_for_exactly_the_numbers_within(limit: str, value: str) -> None:
    bound, stated = Decimal(limit), Decimal(value)
    if value.startswith("-") and stated == 0:
        return  # minus nought is written by nobody
    assert holds(at_most(bound), value) is (stated <= bound)
    assert holds(at_least(bound), value) is (stated >= bound)
    assert holds(at_most(bound, open_end=True), value) is (stated < bound)
    assert holds(at_least(bound, open_end=True), value) is (stated > bound)


@pytest.mark.parametrize("text", ["", "abc", "1.", ".5", "1,5", "1 000", "--1", "1e3", "１"])
def test_what_is_no_plain_number_is_within_no_bounds(text: str) -> None:
    assert plain(text) is None
    assert not holds(number(), text)
    for body in (at_most(Decimal(100)), at_least(Decimal(-100))):
        assert not holds(body, text)


@pytest.mark.parametrize(
    ("decimals", "least", "good", "bad"),
    [
        (None, 0, ["1", "-1", "1.25", "1.123456"], ["1."]),
        (0, 0, ["1", "-12"], ["1.0", "1.5"]),
        (2, 0, ["1", "1.5", "1.55"], ["1.555"]),
        (2, 2, ["1.55"], ["1", "1.5", "1.555"]),
        (None, 1, ["1.5", "1.5555"], ["1"]),
        (0, 1, ["1.5"], ["1", "1.55"]),
    ],
)
def test_digits_after_the_point(
    decimals: int | None, least: int, good: list[str], bad: list[str]
) -> None:
    body = number(decimals, least)
    assert all(holds(body, text) for text in good)
    assert not any(holds(body, text) for text in bad)


def test_a_plain_number_is_read() -> None:
    assert plain("99999999.00") == Decimal("99999999")
    assert plain("-0.5") == Decimal("-0.5")
    assert plain("9" * 31) is None
