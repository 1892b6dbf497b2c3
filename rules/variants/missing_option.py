"""Every variant states the same options.

A buyer chooses one value of each option: a colour, a size. A variant that lacks one, or calls it
by another name than the rest, cannot be chosen, and no table can be built of the rows.

**What platforms do.** Pinduoduo and DHgate build the rows of SKUs from the chosen values of each
specification, so that no row can lack one (`pdd.goods.add`, dh.item.add; confidence P). AliExpress
asks for the attributes on every SKU as soon as there is more than one; Meta and OpenAI want a
value of each variant field for every variant, under the same names (P).

**What is reported.** Each variant whose options have other names than those of most variants, and
each option without a value.

**Repair.** Give all variants the same options, spelled alike. What has no such option is a product
of its own.

**Limits.** A product with one variant is left alone, as is one none of whose variants has options.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from listlint import Finding, Listing, Options, Value, bad, good, rule


def _cap(*options: dict[str, Any]) -> dict[str, Any]:
    return {"title": "Cap", "variants": [{"options": each} for each in options]}


_NONE: dict[str, Any] = {}
_RED_M, _RED_L = {"Color": "Red", "Size": "M"}, {"Size": "L", "Color": "Red"}


@rule(
    on="variants",
    level="warn",
    messages={
        "lacking": "This variant has no {lacking}; the others have. State it for all.",
        "other-options": "This variant has the options {options}, the others {usual}. Give all"
        " variants the same options.",
        "empty": "The option “{name}” has no value. State it.",
    },
    examples=[
        good(_cap(_RED_M, _RED_L)),
        good(_cap({"Size": 38}, {"Size": "39"})),
        good(_cap({}, {})),
        good({"title": "Cap", "variants": [{"options": _RED_M}]}),
        good({"title": "Cap", "variants": [{"stock": 1}, {"stock": 2}]}),
        bad(_cap(_RED_M, {"Color": "Red"}), ("lacking", "/variants/1/options")),
        bad(_cap({"Color": "Red"}, _RED_M, _RED_L), ("lacking", "/variants/0/options")),
        bad(
            {"title": "Cap", "variants": [{"options": _RED_M}, {"stock": 1}]},
            ("lacking", "/variants/1"),
        ),
        bad(
            _cap(_RED_M, _RED_L, {"Colour": "Blue", "Size": "M"}),
            ("other-options", "/variants/2/options"),
        ),
        bad(
            _cap(_RED_M, {"Color": " ", "Size": "S"}),
            ("empty", "/variants/1/options/Color"),
        ),
    ],
)
def check(variants: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    if len(variants.value) < 2 or _are_alike(variants.value):
        return ()
    return _faults(variants.value)


def _are_alike(variants: list[dict[str, Any]]) -> bool:
    """Whether nothing is wrong; cheap, since most products pass here. False tells nothing."""
    rows = [variant.get("options", _NONE) for variant in variants]
    names = [*rows[0]]
    for row in rows:
        if [*row] != names:
            return False
    values = set().union(*[row.values() for row in rows])
    try:
        return all(map(str.strip, values))
    except TypeError:  # one is a number
        return all(map(_is_stated, values))


def _is_stated(value: object) -> bool:
    return type(value) is not str or bool(value.strip())


def _faults(variants: list[dict[str, Any]]) -> Iterator[Finding]:
    rows = [variant.get("options", _NONE) for variant in variants]
    counts = Counter(map(frozenset, rows))
    # Of two that are equally common the larger: it is more likely that a value was forgotten.
    most, _ = max(counts.items(), key=lambda each: (each[1], len(each[0])))
    usual = next(row for row in rows if row.keys() == most)
    for index, row in enumerate(rows):
        at = ("variants", index, "options") if "options" in variants[index] else ("variants", index)
        if row.keys() < most:
            lacking = [name for name in usual if name not in row]
            yield Finding("lacking", at, data={"lacking": _told(lacking)})
        elif row.keys() != most:
            told = {"options": _told(row), "usual": _told(usual)}
            yield Finding("other-options", at, data=told)
        for name, value in row.items():
            if not _is_stated(value):
                yield Finding("empty", (*at, name), data={"name": name})


def _told(names: Iterable[str]) -> str:
    text = ", ".join(f"“{name}”" for name in names) or "none"
    return text if len(text) <= 60 else f"{text[:59]}…"
