"""Which of the likenesses in a listing's texts are mentions of brands.

Most listings are like no brand at all: `detect` loads this module, with all that weighs evidence,
for the first that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from listlint.brandwords.evidence import weighed
from listlint.brandwords.folding import glued
from listlint.brandwords.frames import frames, is_accessory_of
from listlint.brandwords.framings import goes_on, with_makers
from listlint.brandwords.layer import CONTEXT, INITIAL, Brand
from listlint.brandwords.likeness import ORDINARY, Likeness
from listlint.brandwords.mention import SURE, Mention
from listlint.brandwords.names import brands_in, known_brand, may_use
from listlint.brandwords.scene import Scene, style_of
from listlint.brandwords.store import Lexicon

if TYPE_CHECKING:
    from listlint.brandwords.detect import Texts

_TELLING = 8
_FAR = 2000  # characters that no tag or address exceeds
_ITSELF = "the word itself"
_GUESSED = ("the beginning of the name", "the name without vowels")


def judged(
    lexicon: Lexicon, texts: Texts, found: dict[int, list[Likeness]], least: float
) -> dict[int, list[Mention]]:
    """The mentions of a score of *least* or more among *found* in each of *texts*."""
    known = any(
        may_use(lexicon, texts.rights, texts.brand, brand)
        for brand in (brands_in(lexicon, texts.brand) if texts.brand else ())
    )
    scene = Scene(lexicon, texts.brand, texts.title, texts.about, known)
    sure = surely_named(found)
    own = _own_places(lexicon, texts)
    told: dict[int, list[Mention]] = {}
    for index, likenesses in found.items():
        text = texts.values[index]
        mentions = []
        framed_until = -1
        framed_brands: list[Brand] = []
        for likeness in _ordered(_undoubled(likenesses)):
            if least >= 0 and (
                _is_within(text, likeness, own)
                or _is_no_text(text, likeness)
                or glued(text[likeness.start : likeness.end]) in lexicon.allow
            ):
                continue
            brands = frozenset(sure)
            beside = frozenset(
                brand for brand, words in sure.items() if words - {likeness.word.folded}
            )
            score, reasons = weighed(likeness, text, scene, brands, beside)
            if score < least and likeness.form != _ITSELF:
                continue
            word = likeness.word
            framed = frames(
                text, likeness.start, likeness.end,
                accessories=word.brand.accessories or word.brand.component,
                component=word.brand.component, sectors=word.brand.sectors,
                title=scene.title,
                framed_until=framed_until if goes_on(
                    likeness, text, framed_until, framed_brands
                ) else -1,
            )  # fmt: skip
            if framed:
                framed_brands.append(word.brand)
                reasons += (f"-{framed}",)
                framed_until = max(framed_until, likeness.end)
            if score < least:
                continue  # a list goes on after it, though it is not told itself
            if (
                not framed
                and word.brand.accessories
                and word.kind == "series"
                and is_accessory_of(text, likeness.end)
                and score >= SURE
            ):
                score, reasons = SURE - 0.1, (*reasons, "-goods that fit it, by their name")
            mentions.append(
                Mention(
                    text[likeness.start : likeness.end], likeness.start, likeness.end,
                    word.brand.name, likeness.kind, round(score, 2), reasons, bool(framed),
                )
            )  # fmt: skip
        mentions = with_makers(mentions, text)
        chosen = _best(mentions) if least >= 0 else sorted(mentions, key=_rank)
        if chosen:
            told[index] = chosen
    return told


def _own_places(lexicon: Lexicon, texts: Texts) -> str:
    """The listing's own brand where it may stand, though a brand word be part of it."""
    own = texts.brand
    if not own or len(own) < 2:
        return ""
    known = known_brand(lexicon, own)
    if known is not None and not may_use(lexicon, texts.rights, own, known):
        return ""
    return own.casefold()


def _ordered(likenesses: Iterable[Likeness]) -> list[Likeness]:
    return sorted(likenesses, key=lambda each: (each.start, -each.end))


def _may_count(likeness: Likeness, text: str, named: Mapping[str, set[str]]) -> bool:
    """Whether any evidence can make *likeness* count: most ordinary words are told at a glance."""
    if likeness.form != ORDINARY or likeness.word.brand.name in named:
        return True
    brand = likeness.word.brand
    if not brand.owner_words and (not brand.risk or not brand.sectors):
        return False
    parts = text[likeness.start : likeness.end].split()
    return not any(part[0].islower() for part in parts) or _is_lower(text)


def _is_lower(text: str) -> bool:
    """Whether *text* uses no capitals; most that do are told by their first words."""
    for word in text.split(maxsplit=_TELLING)[:_TELLING]:
        if len(word) > 2 and word.isalpha() and word[0].isupper():
            return False
    return style_of(text) == "lower"


def _undoubled(likenesses: Sequence[Likeness]) -> list[Likeness]:
    """*likenesses* without the disguises of what is a word of the same brand as it stands."""
    plainly = {
        (each.word.brand.name, each.start, each.end)
        for each in likenesses
        if each.form in ("the word itself", ORDINARY)
    }
    return [
        each
        for each in dict.fromkeys(likenesses)
        if each.form in ("the word itself", ORDINARY)
        or (each.word.brand.name, each.start, each.end) not in plainly
    ]


def surely_named(found: dict[int, list[Likeness]]) -> dict[str, set[str]]:
    """The brands that *found* surely names, and by which of their words."""
    named: dict[str, set[str]] = {}
    for likenesses in found.values():
        for each in likenesses:
            plainly = not each.word.flags & (CONTEXT | INITIAL) and not each.differ
            if plainly and each.form not in _GUESSED:
                named.setdefault(each.word.brand.name, set()).add(each.word.folded)
    return named


def promising(
    found: dict[int, list[Likeness]], values: Sequence[str], named: Mapping[str, set[str]]
) -> dict[int, list[Likeness]]:
    """*found* without ordinary words that are written as such and whose brand is not *named*."""
    kept: dict[int, list[Likeness]] = {}
    for index, likenesses in found.items():
        text = values[index]
        these = [each for each in likenesses if _may_count(each, text, named)]
        if these:
            kept[index] = these
    return kept


def _is_within(text: str, likeness: Likeness, own: str) -> bool:
    if not own:
        return False
    word = glued(text[likeness.start : likeness.end])
    if len(word) > 3 and word in glued(own):
        return True
    folded = text.casefold()
    if len(folded) != len(text):
        return False
    at = folded.find(own)
    while at >= 0:
        if at < likeness.end and likeness.start < at + len(own):
            return True
        at = folded.find(own, at + 1)
    return False


def _is_no_text(value: str, likeness: Likeness) -> bool:
    """Whether it is no mention: in an HTML tag, a web address or a longer name such as Disney+."""
    start, end = likeness.start, likeness.end
    far = max(0, start - _FAR)
    if value.rfind("<", far, start) > value.rfind(">", far, start) and value.find(">", end) > 0:
        return True
    begin = max(far, *(value.rfind(char, far, start) + 1 for char in " \n\t\"'>("))
    return value.startswith(("http://", "https://", "//", "www."), begin) or value.startswith(
        "+ ", end
    )


def _rank(mention: Mention) -> tuple[bool, bool, int, float]:
    near = mention.kind == "typo"
    return (not mention.framed and mention.score < SURE, near, mention.start - mention.end,
            -mention.score)  # fmt: skip


def _best(mentions: list[Mention]) -> list[Mention]:
    """Of mentions that lie over each other the best, in the order of the text."""
    chosen: list[Mention] = []
    for mention in sorted(mentions, key=_rank):
        if all(mention.end <= other.start or other.end <= mention.start for other in chosen):
            chosen.append(mention)
    return sorted(chosen, key=lambda mention: mention.start)
