"""Regular expressions for plain decimal numbers within bounds, written as text.

JSON Schema bounds numbers only, yet attributes state them as text too. All expressions here are
bodies without anchors, and read alike by Python, Rust and JavaScript. A number is digits, with a
point and more digits perhaps, and a minus before it. This module knows nothing of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

_PLAIN = re.compile(r"[+-]?[0-9]{1,30}([.][0-9]{1,30})?")
_ANY = "[0-9]+([.][0-9]+)?"
_NO_FRACTION = "([.]0+)?"


def plain(text: str) -> Decimal | None:
    """The number that *text* states in plain digits, 30 before and after the point at most."""
    return Decimal(text) if _PLAIN.fullmatch(text) else None


def number(decimals: int | None = None, least_decimals: int = 0) -> str:
    """A number of at most *decimals* digits after the point (None: any) and at least so many."""
    most = "" if decimals is None else str(max(decimals, least_decimals))
    if most == "0":
        return "-?[0-9]+"
    fraction = f"([.][0-9]{{{max(least_decimals, 1)},{most}}})"
    return f"-?[0-9]+{fraction}" if least_decimals else f"-?[0-9]+{fraction}?"


def at_most(limit: Decimal, *, open_end: bool = False) -> str:
    """A number that is *limit* at most, or, with *open_end*, below it."""
    if limit < 0 or (limit == 0 and open_end):
        return f"-({_above(-limit, open_end)})"
    return f"-{_ANY}|{_below(limit, open_end)}"


def at_least(limit: Decimal, *, open_end: bool = False) -> str:
    """A number that is *limit* at least, or, with *open_end*, above it."""
    if limit > 0 or (limit == 0 and open_end):
        return _above(limit, open_end)
    negative = _below(-limit, open_end)
    return f"{_ANY}|-({negative})" if negative else _ANY


def _below(limit: Decimal, open_end: bool) -> str:
    """Numbers without a sign up to *limit*, which is not negative."""
    whole, fraction = _digits(limit)
    found = [f"{each}([.][0-9]+)?" for each in _wholes_below(whole)]
    same = f"0*{whole}" if whole else "0+"
    if not fraction:
        if not open_end:
            found.append(same + _NO_FRACTION)
        return "|".join(found)
    found.append(same)
    less = [fraction[:end] for end in range(1, len(fraction))]
    for index, digit in enumerate(fraction):
        if digit != "0":
            less.append(f"{fraction[:index]}{_span(0, int(digit) - 1)}[0-9]*")
    if not open_end:
        less.append(f"{fraction}0*")
    found.append(f"{same}[.]({'|'.join(less)})")
    return "|".join(found)


def _above(limit: Decimal, open_end: bool) -> str:
    """Numbers without a sign from *limit* on, which is not negative."""
    whole, fraction = _digits(limit)
    found = [f"{each}([.][0-9]+)?" for each in _wholes_above(whole)]
    same = f"0*{whole}" if whole else "0+"
    if not fraction and not open_end:
        found.append(f"{same}([.][0-9]+)?")
        return "|".join(found)
    more = [f"{fraction}[0-9]*[1-9][0-9]*" if open_end else f"{fraction}[0-9]*"]
    for index, digit in enumerate(fraction):
        if digit != "9":
            more.append(f"{fraction[:index]}{_span(int(digit) + 1, 9)}[0-9]*")
    found.append(f"{same}[.]({'|'.join(more)})")
    return "|".join(found)


def _digits(number: Decimal) -> tuple[str, str]:
    """The digits before and after the point, without zeros that mean nothing."""
    whole, _, fraction = f"{abs(number):f}".partition(".")
    return whole.lstrip("0"), fraction.rstrip("0")


def _wholes_below(whole: str) -> Iterator[str]:
    if whole:
        yield "0+"
    if len(whole) > 1:
        yield f"0*[1-9][0-9]{{0,{len(whole) - 2}}}"
    for index, digit in enumerate(whole):
        least = 0 if index else 1
        if int(digit) > least:
            yield f"0*{whole[:index]}{_span(least, int(digit) - 1)}{_rest(whole, index)}"


def _wholes_above(whole: str) -> Iterator[str]:
    yield f"0*[1-9][0-9]{{{len(whole)},}}"
    for index, digit in enumerate(whole):
        if digit != "9":
            yield f"0*{whole[:index]}{_span(int(digit) + 1, 9)}{_rest(whole, index)}"


def _rest(whole: str, index: int) -> str:
    rest = len(whole) - index - 1
    return f"[0-9]{{{rest}}}" if rest else ""


def _span(least: int, most: int) -> str:
    return str(least) if least == most else f"[{least}-{most}]"
