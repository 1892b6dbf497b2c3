"""The options have no more values than the platform takes.

A colour for each order number, or all sizes of all models in one product, make a table that no
buyer reads, and that a platform refuses.

**What platforms do.** Taobao: a product has at most 600 colours (its publish page, confidence P).
Pinduoduo: the values of all options together are at most `spec_num_limit` of the category
(`pdd.goods.cat.rule.get`, P). Both count values, not variants.

**What is reported.** An option that has more values than `max-values`, among those that `names`
lists; and all options together, if they have more than `max-total`.

**Repair.** Split the product, or name alike what is alike.

**Limits.** Values are counted as they are written: "Red" and "red" are two.
"""

from collections.abc import Iterable
from typing import Any

from listlint import Finding, Listing, Option, Options, Value, bad, good, rule
from listlint.listing import fold_name


def _caps(colors: int, sizes: int) -> dict[str, Any]:
    variants = [
        {"options": {"Color": f"No. {color}", "Size": size}}
        for color in range(colors)
        for size in range(sizes)
    ]
    return {"title": "Cap", "variants": variants}


@rule(
    on="variants",
    level="off",
    messages={
        "values": "The option “{name}” has {count} values; at most {limit} are taken. Split the"
        " product.",
        "total": "The options have {count} values together; at most {limit} are taken. Split the"
        " product.",
    },
    options={
        "max-values": Option(None, "The most values that one option may have.", int),
        "names": Option([], "The options that this holds for; none: all."),
        "max-total": Option(None, "The most values that all options may have together.", int),
    },
    examples=[
        good(_caps(3, 2), options={"max-values": 3, "max-total": 5}),
        good(_caps(4, 2), options={"max-values": 3, "names": ["size"]}),
        good(_caps(4, 2)),
        good({"title": "Cap", "variants": [{"id": "1"}, {"id": "2"}]}, options={"max-values": 1}),
        bad(_caps(4, 2), ("values", "/variants"), options={"max-values": 3}),
        bad(
            _caps(4, 2),
            ("values", "/variants"),
            options={"max-values": 3, "names": ["COLOR"]},
        ),
        bad(_caps(4, 2), ("total", "/variants"), options={"max-total": 5}),
    ],
)
def check(variants: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    each_most, total_most = options["max-values"], options["max-total"]
    # One more variant is at most one more value of an option.
    if (each_most is None or len(variants.value) <= each_most) and total_most is None:
        return ()
    values: dict[str, set[str]] = {}
    for variant in variants.value:
        for name, value in variant.get("options", _NONE).items():
            values.setdefault(name, set()).add(str(value))
    found = []
    names = {fold_name(name) for name in options["names"]}
    for name, several in values.items() if each_most is not None else ():
        if len(several) > each_most and (not names or fold_name(name) in names):
            data = {"name": _short(name), "count": len(several), "limit": each_most}
            found.append(variants.finding("values", **data))
    count = sum(map(len, values.values()))
    if total_most is not None and count > total_most:
        found.append(variants.finding("total", count=count, limit=total_most))
    return found


_NONE: dict[str, Any] = {}


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
