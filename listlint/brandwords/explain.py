"""What `listlint explain --word` tells of a text: each brand thought of, and what speaks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from listlint.brandwords.detect import Texts
from listlint.brandwords.folding import glued
from listlint.brandwords.mention import LIKELY, SURE, Mention
from listlint.brandwords.shared import detector
from listlint.brandwords.store import Lexicon
from listlint.layout import shortened, visible, wrapped
from listlint.listing import Rights, fold_name

_LONGEST = 60
"""Columns of a word, more of which are cut."""


def explained_text(
    text: str, brand: str | None, authorized: Iterable[str] = (), lexicon: Lexicon | None = None
) -> Iterator[str]:
    """The lines about *text* as the title of a listing of *brand*, read with *lexicon*.

    *authorized* are the brands that it may use, its own among them if it may.
    """
    rights = Rights(frozenset(map(fold_name, authorized)))
    words = detector(lexicon)
    texts = Texts([text], brand, rights, text)
    found = _each_once(words.explained(texts).get(0, []))
    reported = {(each.start, each.end, each.brand) for each in words.mentions(texts).get(0, ())}
    if not found:
        yield "Nothing here is written like a brand that the listing may not use."
        return
    for mention in found:
        if glued(mention.word) in words.lexicon.allow:
            verdict = "one of your allowed words, not reported"
        else:
            verdict = _verdict(mention, (mention.start, mention.end, mention.brand) in reported)
        word = shortened(visible(mention.word), _LONGEST)
        yield f"“{word}”  {mention.brand}, {mention.kind}: {mention.score:.2f}, {verdict}"
        for against, name in ((False, "for:     "), (True, "against: ")):
            reasons = [
                each.removeprefix("-")
                for each in mention.reasons
                if each.startswith("-") == against
            ]
            if reasons:
                yield from wrapped("; ".join(reasons), first=f"  {name}")
    yield ""
    yield (
        f"The evidence adds up to a number: from {SURE:.2f} on it is an error, from {LIKELY:.2f}"
        " on a warning."
    )


def _each_once(mentions: Iterable[Mention]) -> list[Mention]:
    """*mentions* in the order of the text, without those that a likelier one of the same brand
    takes in."""
    found: list[Mention] = []
    for mention in sorted(mentions, key=lambda each: (-each.score, each.start - each.end)):
        if not any(
            other.brand == mention.brand
            and other.start <= mention.start
            and mention.end <= other.end
            for other in found
        ):
            found.append(mention)
    return sorted(found, key=lambda each: (each.start, -each.score))


def _verdict(mention: Mention, reported: bool) -> str:
    if mention.framed:
        return "named as what the goods fit, not reported"
    if not (mention.is_sure or mention.is_likely):
        return "not reported"
    if not reported:
        return "not reported, for another word here is"
    return "error" if mention.is_sure else "warning"
