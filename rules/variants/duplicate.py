"""No two variants are the same.

A buyer chooses a variant by its options, and an order names it by its id. Of two variants with
the same options one can never be chosen on purpose; two with one id overwrite each other.

**What platforms do.** DHgate: the SKU rows are the combinations of the chosen values, each once
(text of dh.item.add, confidence P). The same holds wherever options build a table; AliExpress asks
for attributes on each SKU as soon as there is more than one (P).

**What is reported.** Variants whose options are equal, whatever the case, spaces and order; several
variants without options; and ids used twice in one product.

**Repair.** Remove the copy, or correct the option that should tell the two apart. Give each
variant its own id.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from listlint import Finding, Listing, Options, Value, bad, good, rule
from listlint.wordscan import fold

from .._remembered import Remembered


def _cap(*options: dict[str, Any]) -> dict[str, Any]:
    variants = [{"id": f"cap-{number}", "options": each} for number, each in enumerate(options)]
    return {"title": "Cap", "variants": variants}


@rule(
    on="variants",
    level="error",
    messages={
        "options": "{options} is already variant {first}. Remove one, or correct the option that"
        " tells them apart.",
        "no-options": "Nothing tells this variant from variant {first}: neither has options. Give"
        " them options, or remove one.",
        "id": "The id “{id}” is already that of variant {first}. Give each variant its own id.",
    },
    examples=[
        good(_cap({"Color": "Black"}, {"Color": "White"})),
        good(_cap({"Color": "Black", "Size": "M"}, {"Color": "Black", "Size": "L"})),
        good(_cap({})),
        good(_cap({"Size": 1}, {"Size": 10}, {"Size": "1.0"})),
        good(_cap({"Color": "Black"}, {"Pattern": "Black"})),
        bad(_cap({"Color": "Black"}, {"Color": "black "}), ("options", "/variants/1/options")),
        bad(
            _cap({"Color": "Red", "Size": 1}, {"Color": "Blue"}, {"size": "1", "color": "Red"}),
            ("options", "/variants/2/options"),
        ),
        bad(
            {"title": "Cap", "variants": [{"stock": 1}, {"stock": 2}]},
            ("no-options", "/variants/1"),
        ),
        bad(
            {
                "title": "Cap",
                "variants": [
                    {"id": "a", "options": {"Color": "Black"}},
                    {"id": "a", "options": {"Color": "White"}},
                ],
            },
            ("id", "/variants/1/id"),
        ),
    ],
)
def check(variants: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    if len(variants.value) < 2 or _are_unlike(variants.value):
        return ()
    return _faults(variants.value)


def _are_unlike(variants: list[dict[str, Any]]) -> bool:
    """Whether nothing is wrong; cheap, since most products pass here. False tells nothing."""
    ids = [variant["id"] for variant in variants if "id" in variant]
    if len(set(ids)) != len(ids):
        return False
    # Where a buyer sees other values, it does not matter what the options are called.
    chosen = {
        frozenset(map(_seen, variant["options"].values()))
        for variant in variants
        if "options" in variant
    }
    return len(chosen) == len(variants)


def _faults(variants: list[dict[str, Any]]) -> Iterator[Finding]:
    ids: dict[str, int] = {}
    choices: dict[object, int] = {}
    for index, variant in enumerate(variants):
        chosen = variant.get("options")
        first = choices.setdefault(_as_seen(chosen) if chosen else None, index)
        if first != index and chosen:
            told = _short(", ".join(f"{name}: {value}" for name, value in chosen.items()))
            data = {"options": told, "first": _name(variants, first)}
            yield Finding("options", ("variants", index, "options"), data=data)
        elif first != index:
            data = {"first": _name(variants, first)}
            yield Finding("no-options", ("variants", index), data=data)
        identity = variant.get("id")
        if identity and ids.setdefault(identity, index) != index:
            data = {"id": identity, "first": str(ids[identity] + 1)}
            yield Finding("id", ("variants", index, "id"), data=data)


def _without_difference(written: object) -> str:
    """The name or value of an option, equal where a buyer sees no difference."""
    return " ".join(fold(str(written)).split())


_seen = Remembered(_without_difference).__getitem__


def _as_seen(options: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted([(_seen(name), _seen(value)) for name, value in options.items()]))


def _name(variants: list[dict[str, Any]], index: int) -> str:
    return f"“{variants[index]['id']}”" if variants[index].get("id") else str(index + 1)


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
