"""What `listlint explain --word` tells of a text: each brand thought of, and what speaks for it."""

from __future__ import annotations

from collections.abc import Iterator

from listlint.brandwords.detect import Texts
from listlint.brandwords.mention import LIKELY, SURE, Mention
from listlint.brandwords.shared import detector
from listlint.listing import Rights, fold_name


def explained_text(text: str, brand: str | None, authorized: bool) -> Iterator[str]:
    """The lines about *text* as the title of a listing of *brand*, which is *authorized* or not."""
    rights = Rights(frozenset([fold_name(brand)] if brand and authorized else ()))
    found = detector().explained(Texts([text], brand, rights, text)).get(0, [])
    if not found:
        yield "Nothing here is written like a brand that the listing may not use."
        return
    for mention in sorted(found, key=lambda each: (each.start, -each.score)):
        yield f"“{mention.word}”  {mention.brand}, {mention.kind}: {_verdict(mention)}"
        for sign, name in (("", "for"), ("-", "against")):
            reasons = [
                each.removeprefix("-")
                for each in mention.reasons
                if each.startswith("-") == bool(sign)
            ]
            if reasons:
                yield f"  {name + ':':<9}{'; '.join(reasons)}"
    yield f"From {SURE} on it is an error, from {LIKELY} on a warning."


def _verdict(mention: Mention) -> str:
    score = f"{mention.score:.2f}"
    if mention.framed:
        return f"{score}, what the goods fit"
    if mention.is_sure:
        return f"{score}, error"
    return f"{score}, warning" if mention.is_likely else f"{score}, nothing"
