"""What the rules on brand words say of mentions of brands that a listing may not use.

Shared by the rules, which differ in the kinds of words and the fields that they tell of. Whether
something is such a mention, and how sure that is, is found out before.
"""

from collections.abc import Collection, Iterator

from listlint import Finding, Listing, Text
from listlint.brandwords import Mention, is_authorized, stands_for

MESSAGES = {
    "other": "“{word}” is taken for {brand} ({why}), but the brand here is {own}{places}. Remove"
    " it, or list {brand} among your authorized brands.",
    "unstated": "“{word}” is taken for {brand} ({why}), but the listing states no brand{places}."
    " Remove the word, or state the brand.",
    "unauthorized": "“{word}” is taken for {brand} ({why}), which is not among your authorized"
    " brands{places}. Remove it, or list {brand} there.",
    "likely": "“{word}” may be taken for {brand} ({why}){places}. If it is meant, remove it; if"
    " not, another word avoids the doubt.",
}
AT_MOST = {"likely": "warn"}
LINES = {
    "line": "“{word}” is taken for {brand} ({why}), and your authorization of {brand} does not name"
    " it{places}. Remove it, or list it among the series there.",
}
"""For rules on product lines: an authorisation may be for some of them."""

_WHYS = {
    "exact": "its name",
    "series": "a product line of it",
    "partial": "a part of its name",
    "abbreviation": "its abbreviation",
    "translated": "its name in another script or language",
    "typo": "its name, misspelt",
    "leet": "its name with digits or signs for letters",
    "homoglyph": "its name in look-alike letters",
    "spaced": "its name with gaps",
    "deformed": "its name, disguised",
}
SPECIFICS = ("attributes", "custom_attributes")


def findings(text: Text, listing: Listing, kinds: Collection[str]) -> Iterator[Finding]:
    """A finding for each mention of *kinds* in *text* that says what the goods are."""
    around = listing.surroundings
    if around.unnamed_brand and around.rights.authorized is None:
        return  # any brand named here may be the one that the listing has
    for mention in text.mentions:
        if mention.kind not in kinds:
            continue
        if mention.is_sure:
            yield told(text, listing, mention, _message(listing, mention.brand))
        elif mention.is_likely:
            yield told(text, listing, mention, "likely")


def told(text: Text, listing: Listing, mention: Mention, message: str) -> Finding:
    """A finding of *message* for *mention*."""
    places = f", in {mention.places} places" if mention.places > 1 else ""
    return text.finding(
        message,
        text=mention.word,
        word=_short(mention.word),
        brand=mention.brand,
        kind=mention.kind,
        own=_short(listing.brand or ""),
        why=_WHYS[mention.kind],
        places=places,
    )


def _message(listing: Listing, brand: str) -> str:
    own, around = listing.brand, listing.surroundings
    if around.rights.limited and is_authorized(brand, around.rights, around.lexicon):
        return "line"
    if around.unnamed_brand:
        return "unauthorized"
    if not own:
        return "unstated"
    return "unauthorized" if stands_for(own, brand, around.lexicon) else "other"


_LONGEST = 48  # so that names with gaps between all letters are told whole


def _short(word: str) -> str:
    return word if len(word) <= _LONGEST else f"{word[: _LONGEST - 1]}…"
