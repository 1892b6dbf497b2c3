"""What `listlint explain --word` tells of a text: each brand thought of, and what speaks for it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from listlint.brandwords.detect import Texts
from listlint.brandwords.folding import glued
from listlint.brandwords.mention import LIKELY, SURE, Mention
from listlint.brandwords.shared import detector
from listlint.brandwords.store import Lexicon
from listlint.listing import Rights, fold_name

_WIDTH = 96
_NAMES = 9
"""Columns of the names of lines."""


def explained_text(
    text: str, brand: str | None, authorized: Iterable[str] = (), lexicon: Lexicon | None = None
) -> Iterator[str]:
    """The lines about *text* as the title of a listing of *brand*, read with *lexicon*.

    *authorized* are the brands that it may use, its own among them if it may.
    """
    rights = Rights(frozenset(map(fold_name, authorized)))
    words = detector(lexicon)
    found = _each_once(words.explained(Texts([text], brand, rights, text)).get(0, []))
    reported = set(words.mentions(Texts([text], brand, rights, text)).get(0, ()))
    if not found:
        yield "Nothing here is written like a brand that the listing may not use."
        return
    for mention in found:
        allowed = glued(mention.word) in words.lexicon.allow
        verdict = "one of your allowed words" if allowed else _verdict(mention, mention in reported)
        yield f"“{mention.word}”  {mention.brand}, {mention.kind}: {mention.score:.2f}, {verdict}"
        for sign, name in ((False, "for:"), (True, "against:")):
            reasons = [
                each.removeprefix("-") for each in mention.reasons if each.startswith("-") == sign
            ]
            if reasons:
                yield from textwrap.wrap(
                    "; ".join(reasons), _WIDTH,
                    initial_indent=f"  {name:<{_NAMES}}", subsequent_indent=" " * (_NAMES + 2),
                )  # fmt: skip
    yield f"From {SURE:.2f} on it is an error, from {LIKELY:.2f} on a warning."


def _each_once(mentions: Iterable[Mention]) -> list[Mention]:
    """*mentions* in the order of the text; of those of one brand in one place the likeliest."""
    found: dict[tuple[int, int, str], Mention] = {}
    for mention in sorted(mentions, key=lambda each: (each.start, -each.score, each.framed)):
        found.setdefault((mention.start, mention.end, mention.brand), mention)
    return list(found.values())


def _verdict(mention: Mention, reported: bool) -> str:
    if mention.framed:
        return "what the goods fit"
    if not (mention.is_sure or mention.is_likely):
        return "nothing"
    if not reported:
        return "left to another word here"
    return "error" if mention.is_sure else "warning"
