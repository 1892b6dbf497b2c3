"""The variants are all combinations of their options.

Options build a table: three colours and two sizes make six variants. Where one is missing, a buyer
can choose two values that do not go together.

**What platforms do.** DHgate: the SKU rows are the product of the chosen values (text of
dh.item.add, confidence P). Pinduoduo: the rows are the full matrix (`pdd.goods.cat.rule.get`, P).
Both take a combination that is not for sale as a row with stock 0. Other platforms let rows be
missing, and real catalogs leave sold-out combinations away, so the level is info; a platform that
refuses raises it.

**What is reported.** Once a product: how many combinations are missing, and the first of them.

**Repair.** Add the missing combinations with stock 0, or list goods that come in no common table
as products of their own.

**Limits.** Where variants have different options, there is no table: see `variants/missing-option`.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from math import prod
from typing import Any

from listlint import Finding, Listing, Options, Value, bad, good, rule


def _cap(*options: dict[str, Any]) -> dict[str, Any]:
    return {"title": "Cap", "variants": [{"options": each} for each in options]}


_NONE: dict[str, Any] = {}
_RED_M, _RED_L = {"Color": "Red", "Size": "M"}, {"Color": "Red", "Size": "L"}
_BLUE_M, _BLUE_L = {"Color": "Blue", "Size": "M"}, {"Color": "Blue", "Size": "L"}


@rule(
    on="variants",
    level="info",
    messages={
        "missing": "Missing combinations of the options: {missing} of {total}, such as {first}."
        " Add them with stock 0.",
    },
    examples=[
        good(_cap(_RED_M, _RED_L, _BLUE_M, _BLUE_L)),
        good(_cap(_BLUE_L, {"Size": "L", "Color": "Red"}, _RED_M, _BLUE_M)),
        good(_cap({"Color": "Red"}, {"Color": "Blue"}, {"Color": "Green"})),
        good(_cap(_RED_M, _RED_M)),
        good(_cap({}, {})),
        good(_cap(_RED_M, {"Colour": "Red", "Size": "L"})),
        bad(_cap(_RED_M, _RED_L, _BLUE_M), ("missing", "/variants")),
        bad(_cap(_RED_M, _BLUE_L), ("missing", "/variants")),
    ],
)
def check(variants: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    if len(variants.value) < 2 or _is_whole(variants.value):
        return ()
    return _faults(variants)


def _is_whole(variants: list[dict[str, Any]]) -> bool:
    """Whether nothing is wrong; cheap, since most products pass here. False tells nothing."""
    names: list[str] | None = None
    rows = []
    for variant in variants:
        row = variant.get("options", _NONE)
        if names != [*row]:
            if names is not None:
                return False
            names = [*row]
        rows.append(tuple(row.values()))
    if not names or len(names) < 2:
        return True
    total = 1
    try:
        for column in zip(*rows, strict=True):
            values = set(column)
            "".join(values)  # where one is a number, 1 and "1" are the same
            total *= len(values)
    except TypeError:
        return False
    return total == len(set(rows))


def _faults(variants: Value) -> Iterator[Finding]:
    rows = [variant.get("options") or {} for variant in variants.value]
    names = rows[0].keys()
    if len(names) < 2 or any(row.keys() != names for row in rows):
        return
    there = {tuple([str(row[name]) for name in names]) for row in rows}
    values = [tuple(dict.fromkeys([str(row[name]) for row in rows])) for name in names]
    total = prod(map(len, values))
    missing = total - len(there)
    if missing:
        # Found within len(there) + 1 steps, however many combinations there are.
        first = next(each for each in product(*values) if each not in there)
        told = f"“{_short(' / '.join(first))}”"
        counts = {"total": _count(total), "missing": _count(missing)}
        yield Finding("missing", variants.pointer, data={**counts, "first": told})


def _count(number: int) -> int | str:
    """*number*, in words where JSON readers would lose digits of it."""
    return number if number < 2**53 else "over 9 quadrillion"


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
