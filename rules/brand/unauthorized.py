"""A listing of a well-known brand rests on a right to it.

Platforms ask for proof before goods of a brand go on sale: a trademark certificate, or a letter of
authorisation from its owner. A listing that states the brand without it is refused, and one that
slipped through is removed when the owner complains.

**What platforms do.** DHgate asks for brand documents of branded goods (notice told by amz10.com
/p/13353.html, confidence P*); Tmall and JD want a certificate for each brand of a shop (T).

**What is reported.** A brand of the lexicon in the field `brand` (or the attribute Brand where the
field is absent) that nothing gives a right to:

- Where the configuration states which brands you may use (`[brands]`), a brand that is not among
  them is an error. An authorization that has expired, or is for other platforms, gives no right.
- Where it states none, each listing's own brand counts as authorised; only a brand that owners and
  platforms often act on is told, as a warning.

A document of the listing itself, in `brand_documents`, gives the right in both cases if it is of
this brand, or of no brand that it names, and has not expired; the day it expires on counts as well.

**What is not.** Brands that the lexicon does not know. A brand whose owner is authorised: with
`Nike`, Converse is too. An update of a listing, where the configuration states no brands: what it
leaves out may be at the platform already.

**Repair.** List the brand in `[brands] authorized`, or as `[[brands.authorization]]` with platforms
and date of expiry, or add the proof as `brand_documents`.

**Limits.** Whether a document is genuine, is there or covers the goods is not judged.
"""

from collections.abc import Iterable
from typing import Any

from listlint import Finding, Listing, Options, Text, bad, good, rule
from listlint.brandwords import brand_of, is_authorized, is_often_enforced, stands_for
from listlint.listing import fold_name

_SHIRT = {"title": "Linen shirt"}
_PROOF = {"type": "authorization", "file": "docs/nike.pdf"}


@rule(
    on="brand",
    level="error",
    at_most={"unproven": "warn"},
    messages={
        "unauthorized": "The listing is of {brand}, which is not among your authorized brands, and"
        " has no document of a right to it. List the brand there, or add the document.",
        "expired": "The listing is of {brand}, which is not among your authorized brands, and its"
        " document of a right to it expired on {expires}. Renew it, or list the brand there.",
        "unproven": "{brand} is often enforced, and nothing states a right to it. List the brand"
        " among your authorized brands, or add a valid document.",
    },
    examples=[
        good({**_SHIRT, "brand": "Northline"}),
        good({**_SHIRT, "brand": "Nike"}, brands=["耐克"]),
        good({**_SHIRT, "brand": "Converse"}, brands=["Nike"]),
        good({**_SHIRT, "brand": "Northline"}, brands=["Nike"]),
        good({**_SHIRT, "brand": "Nike", "brand_documents": [_PROOF]}),
        good({**_SHIRT, "brand": "Nike", "brand_documents": [_PROOF]}, brands=["Northline"]),
        good({**_SHIRT, "brand": "Nike",
              "brand_documents": [{**_PROOF, "brand": "耐克", "expires": "2026-01-01"}]},
             brands=["Northline"]),
        bad({**_SHIRT, "brand": "Nike"}, ("unproven", "/brand")),
        bad({**_SHIRT, "brand": "Nike"}, ("unauthorized", "/brand"), brands=["Northline"]),
        bad({**_SHIRT, "brand": "耐克"}, ("unauthorized", "/brand"), brands=["Northline"]),
        bad({**_SHIRT, "brand": "Nike", "brand_documents": [{**_PROOF, "brand": "Puma"}]},
            ("unauthorized", "/brand"), brands=["Northline"]),
        bad({**_SHIRT, "brand": "Nike", "brand_documents": [{**_PROOF, "expires": "2025-12-31"}]},
            ("expired", "/brand"), brands=["Northline"]),
    ],
)  # fmt: skip
def check(brand: Text, listing: Listing, options: Options) -> Iterable[Finding]:
    around = listing.surroundings
    known = brand_of(brand.value, around.lexicon)
    if known is None:
        return ()
    stated = around.rights.authorized is not None
    if stated and is_authorized(brand.value, around.rights, around.lexicon):
        return ()
    if not stated and (listing.is_partial or not is_often_enforced(known, around.lexicon)):
        return ()
    ends = [
        str(document.get("expires", ""))
        for document in listing.get("brand_documents", ())
        if _is_of(document, brand.value, known, listing)
    ]
    day = around.day.isoformat() if around.day else ""
    if any(not end or day <= end for end in ends):
        return ()
    told = "unproven" if not stated else "expired" if ends else "unauthorized"
    return (
        brand.finding(
            told, text=brand.value, word=brand.value, brand=known, expires=max(ends, default="")
        ),
    )


def _is_of(document: dict[str, Any], brand: str, known: str, listing: Listing) -> bool:
    """Whether *document* is of *brand*, which the lexicon calls *known*, or names no brand."""
    named = document.get("brand")
    if not named or fold_name(named) == fold_name(brand):
        return True
    return stands_for(named, known, listing.surroundings.lexicon)
