"""A listing of a well-known brand rests on a right to it.

Platforms ask for proof before goods of a brand go on sale: a trademark certificate, or a letter of
authorisation from its owner. A listing that states the brand without it is refused, and one that
slipped through is removed when the owner complains.

**What platforms do.** DHgate asks for brand documents of branded goods (notice told by amz10.com
/p/13353.html, confidence P*); Tmall and JD want a certificate for each brand of a shop (T).

**What is reported.** A brand of the lexicon in the field `brand`, where the configuration states
which brands you may use (`[brands]`), it is not among them, and the listing has no
`brand_documents`. Where the configuration names no brands, each listing's own counts as authorised
and the rule is silent.

**Repair.** List the brand in `[brands] authorized`, or as `[[brands.authorization]]` with platforms
and date of expiry, or add the proof as `brand_documents`.

**Limits.** Whether a document is genuine or covers the goods is not judged.
"""

from collections.abc import Iterable

from listlint import Finding, Listing, Options, Text, bad, good, rule
from listlint.brandwords import brand_of, names_of

_SHIRT = {"title": "Linen shirt"}


@rule(
    on="brand",
    level="error",
    messages={
        "unauthorized": "The listing is of {brand}, which is not among your authorized brands, and"
        " has no document of a right to it. List the brand there, or add the document.",
    },
    examples=[
        good({**_SHIRT, "brand": "Nike"}),
        good({**_SHIRT, "brand": "Nike"}, brands=["耐克"]),
        good({**_SHIRT, "brand": "Northline"}, brands=["Nike"]),
        good({**_SHIRT, "brand": "Nike",
              "brand_documents": [{"type": "authorization", "file": "docs/nike.pdf"}]},
             brands=["Northline"]),
        bad({**_SHIRT, "brand": "Nike"}, ("unauthorized", "/brand"), brands=["Northline"]),
        bad({**_SHIRT, "brand": "耐克"}, ("unauthorized", "/brand"), brands=["Northline"]),
    ],
)  # fmt: skip
def check(brand: Text, listing: Listing, options: Options) -> Iterable[Finding]:
    rights = listing.surroundings.rights
    if rights.authorized is None or listing.get("brand_documents"):
        return ()
    known = brand_of(brand.value)
    if known is None or rights.allows(brand.value, brand.value):
        return ()
    if any(rights.allows(name, brand.value) for name in (known, *names_of(known))):
        return ()
    return (brand.finding("unauthorized", text=brand.value, brand=known),)
