"""Each product of a catalog has an id of its own.

The id is how reports, suppressions, stock and orders find a product. Two products with one id are
taken for each other: an upload overwrites one with the other, and a report cannot say which of
them it means.

No platform sees the ids of your catalog; that they be unique is what `id` means in product JSON.

**Repair.** Most come from a product that was copied to make a new one: give the copy its own id.
Where one product stands in two files, remove one.

**Limits.** Ids are compared letter by letter: `A-1` and `a-1` are two ids.
"""

from collections.abc import Iterable

from listlint import Finding, Key, Listing, Options, bad, catalog_rule, good

_POINTER = ("id",)


@catalog_rule(
    level="error",
    messages={
        "duplicate": "The id “{id}” is already used by the product at {first}. Give one of them"
        " another id.",
    },
    examples=[
        good([{"id": "A-1", "title": "Mug"}, {"id": "A-2", "title": "Mug"}, {"title": "Cup"}]),
        good([{"id": "A-1", "title": "Mug"}, {"id": "a-1", "title": "Mug"}]),
        bad(
            [{"id": "A-1", "title": "Mug"}, {"id": "A-2", "title": "Cup"}, {"id": "A-1"}],
            ("duplicate", "/2/id"),
        ),
        bad(
            [{"id": "1", "title": "Mug"}, {"id": "1", "title": "Cup"}, {"id": "1"}],
            ("duplicate", "/1/id"),
            ("duplicate", "/2/id"),
        ),
    ],
)
def keys(listing: Listing, options: Options) -> Iterable[Key]:
    identity = listing.data.get("id")
    if not identity:  # an empty text is the schema's finding
        return ()
    return (Key(identity, Finding("duplicate", _POINTER, "value", {"id": identity})),)
