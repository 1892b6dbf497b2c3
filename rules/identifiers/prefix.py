"""A GTIN begins as numbers of traded goods do.

GS1 keeps some beginnings for other uses: numbers that each shop gives out for itself, on scales and
shelves, and coupons. Such a number is nobody's: another shop has it on other goods, so a platform
joins the listing to the wrong product, or refuses it.

**What platforms do.** Google refuses GTINs that begin with 02, 04, 2, 98 or 99 (product data
specification, confidence P); Amazon compares GTINs with the register of GS1, where such a number
cannot be (issue 8572, P). DHgate takes no GTIN, so the level is a warning.

**What is reported.** A GTIN, of the product or a variant, that is sound but begins with one of
`prefixes`. A number is read as the 13 digits that it is in full: a UPC gets a zero before it, and
the first of 14 digits, which tells the packing, does not count. The 8 digits of a GTIN-8 stand for
themselves.

**Repair.** Take the number that the maker has printed on the goods. Goods without one need no
GTIN: leave the field out.

**Limits.** A number that is wrong by its form is `identifiers/gtin`.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from listlint import Finding, Listing, Option, Options, Value, bad, good, rule
from listlint.model import Pointer

from .._gtins import is_sound

_SHOP, _COUPONS = "use inside a shop", "coupons and refunds"
_USES = {"02": _SHOP, "04": _SHOP, "2": _SHOP, "05": _COUPONS, "98": _COUPONS, "99": _COUPONS}
_OTHER = "other uses"

_BOOK = {"title": "Book"}


@rule(
    on=("gtin", "variants"),
    level="warn",
    messages={
        "reserved": "{value} begins with {prefix}: such numbers are for {use}. Take the maker's"
        " number, or leave the field out.",
    },
    options={"prefixes": Option([*_USES], "What no GTIN of traded goods begins with.")},
    examples=[
        good({**_BOOK, "gtin": "4006381333931"}),
        good({**_BOOK, "gtin": "012345678912", "variants": [{"gtin": "96385074"}, {"id": "2"}]}),
        good({**_BOOK, "gtin": "2012345000017"}),
        good({**_BOOK, "gtin": "no number"}),
        good({**_BOOK, "gtin": "2012345000018"}, options={"prefixes": ["98"]}),
        bad({**_BOOK, "gtin": "2012345000018"}, ("reserved", "/gtin")),
        bad({**_BOOK, "gtin": "212345678916"}, ("reserved", "/gtin")),
        bad({**_BOOK, "gtin": "12012345000015"}, ("reserved", "/gtin")),
        bad({**_BOOK, "gtin": "9911234567898"}, ("reserved", "/gtin")),
        bad({**_BOOK, "gtin": "21234569"}, ("reserved", "/gtin")),
        bad({**_BOOK, "gtin": "9770317847001"}, ("reserved", "/gtin"),
            options={"prefixes": ["977"]}),
        bad(
            {**_BOOK, "variants": [{"gtin": "4006381333931"}, {"gtin": "2012345000018"}]},
            ("reserved", "/variants/1/gtin"),
        ),
    ],
)  # fmt: skip
def check(value: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    stated = value.value
    begins = _beginnings(tuple(options["prefixes"]))
    if type(stated) is str:
        if not stated.startswith(begins.get(len(stated), ())):
            return ()
        return _findings(options["prefixes"], [(value.pointer, stated)])
    told = [
        (("variants", index, "gtin"), gtin)
        for index, variant in enumerate(stated)
        if (gtin := variant.get("gtin", "")).startswith(begins.get(len(gtin), ()))
    ]
    return _findings(options["prefixes"], told) if told else ()


@lru_cache(maxsize=16)
def _beginnings(prefixes: tuple[str, ...]) -> dict[int, tuple[str, ...]]:
    """How a number with one of *prefixes* begins, by how many digits it is written with."""
    return {
        8: prefixes,
        12: tuple(each[1:] for each in prefixes if each.startswith("0")),
        13: prefixes,
        14: tuple(f"{packing}{each}" for packing in range(10) for each in prefixes),
    }


def _findings(prefixes: Sequence[str], told: Iterable[tuple[Pointer, str]]) -> Iterable[Finding]:
    for pointer, gtin in told:
        if is_sound(gtin):
            full = gtin if len(gtin) == 8 else gtin.zfill(14)[1:]
            prefix = max((each for each in prefixes if full.startswith(each)), key=len)
            data = {"value": gtin, "prefix": prefix, "use": _USES.get(prefix, _OTHER)}
            yield Finding("reserved", pointer, data=data)
