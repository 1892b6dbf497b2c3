"""A product has a GTIN, or says why it has none.

Where a platform joins offers of the same goods, the GTIN tells it which goods they are. Without one
the offer is refused, or is found by no filter and in no comparison.

**What platforms do.** Amazon asks for an identifier unless the offer names an ASIN, is the parent
of variations, or has an exemption (schema of its product types, confidence P). Google asks for the
maker's part number where there is no GTIN, or for a word that no identifier exists (product data
specification, P). DHgate takes none. So the rule is off unless the platform asks for it.

**What is reported.** A product without `gtin` none of whose variants has one: once. A product
without one of which some variants have one: each variant that lacks it.

**Repair.** Write the digits under the barcode. Goods without a barcode state what the platform
takes instead; `unless-attributes` names it.

**Limits.** Whether goods of that kind have a barcode at all is not known here. What stands in the
field is judged by `identifiers/gtin`, a word such as “exempt” too.
"""

from collections.abc import Iterable, Iterator, Mapping
from operator import methodcaller
from typing import Any

from listlint import Finding, Listing, Option, Options, Value, bad, good, rule
from listlint.wordscan import fold

from .._attribute_names import as_read

_MUG = {"title": "Steel mug"}
_EAN = "4006381333931"
_FIELDS = ("attributes", "custom_attributes")
_GTIN = methodcaller("get", "gtin")
_NO = frozenset(("", "no", "false", "0", "n", "否"))


@rule(
    on="listing",
    level="off",
    messages={
        "required": "No GTIN. Write the digits under the barcode of the goods{otherwise}.",
    },
    options={
        "unless-attributes": Option(
            [],
            "Attributes (or the field mpn) that excuse it, unless they say no; with a value that"
            " they must have: identifier_exists=no.",
        )
    },
    examples=[
        good({**_MUG, "gtin": _EAN}),
        good({**_MUG, "gtin": _EAN, "variants": [{"id": "a"}, {"id": "b"}]}),
        good({**_MUG, "variants": [{"gtin": _EAN}, {"gtin": "96385074"}]}),
        good({**_MUG, "attributes": {"GTIN exemption": "Yes"}},
             options={"unless-attributes": ["gtin_exemption"]}),
        good({**_MUG, "custom_attributes": {"identifier_exists": "No"}},
             options={"unless-attributes": ["identifier_exists=no"]}),
        good({**_MUG, "mpn": "NL-350"}, options={"unless-attributes": ["mpn"]}),
        bad(_MUG, ("required", "/gtin")),
        bad({**_MUG, "gtin": " ", "variants": [{"id": "a"}]}, ("required", "/gtin")),
        bad({**_MUG, "variants": [{"gtin": _EAN}, {"id": "b"}, {"gtin": ""}]},
            ("required", "/variants/1/gtin"), ("required", "/variants/2/gtin")),
        bad({**_MUG, "attributes": {"GTIN exemption": "No", "Color": "Red"}},
            ("required", "/gtin"), options={"unless-attributes": ["gtin_exemption", "mpn"]}),
        bad({**_MUG, "attributes": {"identifier_exists": "yes"}},
            ("required", "/gtin"), options={"unless-attributes": ["identifier_exists=no"]}),
    ],
)  # fmt: skip
def check(product: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    data = product.value
    gtin = data.get("gtin")
    if gtin and (gtin.isalnum() or gtin.strip()):
        return ()
    variants = data.get("variants")
    if variants and all(map(_GTIN, variants)):
        return ()
    return _missing(data, options["unless-attributes"])


def _missing(data: Mapping[str, Any], excuses: list[str]) -> Iterator[Finding]:
    if any(_excuses(data, excuse) for excuse in excuses):
        return
    told = {"otherwise": f", or state {' or '.join(excuses)}" if excuses else ""}
    have = [bool(variant.get("gtin")) for variant in data.get("variants", ())]
    if not any(have):
        yield Finding("required", ("gtin",), data=told)
        return
    for index, has in enumerate(have):
        if not has:
            yield Finding("required", ("variants", index, "gtin"), data=told)


def _excuses(data: Mapping[str, Any], excuse: str) -> bool:
    """Whether *excuse*, a name or ``name=value``, is stated in *data*."""
    name, _, wanted = excuse.partition("=")
    if wanted:
        return any(value == fold(wanted).strip() for value in _values(data, name))
    return any(value not in _NO for value in _values(data, name))


def _values(data: Mapping[str, Any], name: str) -> Iterator[str]:
    """What the field or the attributes called *name* say, folded."""
    if name == "mpn":
        yield fold(data.get(name, "")).strip()
    for field in _FIELDS:
        for attribute, value in data.get(field, {}).items():
            if as_read(attribute) == as_read(name):
                for each in value if isinstance(value, list) else [value]:
                    yield fold(str(each)).strip()
