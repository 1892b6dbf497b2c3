"""What speaks for and against a likeness being a mention of the brand, and how much.

A likeness starts with the weight of its form; each piece of evidence adds its own. All weights
stand in `weights`, each under the name that reports and `listlint explain` give it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from listlint.brandwords.doubts import (
    HIDDEN,
    ITSELF,
    PHRASE,
    is_phrase,
    misspelt,
    no_word,
)
from listlint.brandwords.folding import glued, mixes_alphabets, plain
from listlint.brandwords.frames import is_accessory, is_named_after, is_sold_at
from listlint.brandwords.hanborders import LONGER, is_across
from listlint.brandwords.handoubts import MASKED, NEARLY, other_characters
from listlint.brandwords.hanforms import han_fold
from listlint.brandwords.layer import CONTEXT, HAN, Word
from listlint.brandwords.likeness import ORDINARY, Likeness
from listlint.brandwords.names import is_of
from listlint.brandwords.otherparts import STARS
from listlint.brandwords.scene import Scene, is_first, is_sign_of_a_name, style_of, words_in
from listlint.brandwords.source import sector_bits
from listlint.brandwords.store import Lexicon
from listlint.brandwords.unspaced import has_unspaced
from listlint.brandwords.weights import WEIGHTS
from listlint.lazily import Lazily

_IMITATION = Lazily(
    r"\b(?:styled?|inspired|dupe|replica|look|lookalike|copy|clone|impression|mirror|aaa|1:1|type"
    r"|looks? like|tester|kw|premium|quality)\b"
    r"|同款|高仿|仿|复刻|正品|代购|专柜|原单|大牌|미러급|레플리카",
    re.IGNORECASE,
)
_BESIDE = 60
_LONG = 300
_PARTNER = Lazily(r"(?:\s[x×&+]|\bby|\bwith)\s+$", re.IGNORECASE)
_NUMBER_BEFORE = Lazily(r"[0-9]\s?$")


def weighed(
    likeness: Likeness, text: str, scene: Scene, brands: frozenset[str], own_words: frozenset[str]
) -> tuple[float, tuple[str, ...]]:
    """The score of *likeness* and its reasons.

    *brands* are those that other places of the listing surely name, *own_words* those of them
    that are named by a word other than this one's.
    """
    found = [likeness.form, *_evidence(likeness, text, scene, brands, own_words)]
    score = sum(WEIGHTS[name] for name in found)
    reasons = tuple(name if WEIGHTS[name] > 0 else f"-{name}" for name in found)
    return max(0.0, min(1.0, score)), reasons


def _evidence(
    likeness: Likeness, text: str, scene: Scene, brands: frozenset[str], own_words: frozenset[str]
) -> list[str]:
    word, start, end = likeness.word, likeness.start, likeness.end
    brand = word.brand
    surface = text[start:end]
    form = likeness.form
    found: list[str] = []
    add = found.append
    ordinary = bool(word.flags & CONTEXT)
    hidden = likeness.form in HIDDEN and len(word.folded) > 4  # nobody hides an ordinary word
    masked = hidden and form == MASKED and brand.risk == 2 and not STARS.isdisjoint(surface)
    doubtful = ordinary or (likeness.differ > 0 and not masked) or form in _DOUBTFUL
    short = len(word.folded) == 3 and not word.flags & HAN
    shown = scene.sectors(text, start, end)
    if ordinary and brand.sectors and shown & brand.sectors and not shown & brand.sectors & ~_WIDE:
        add("the goods may be such as the brand's")
    elif brand.sectors and shown & brand.sectors:
        add(
            "the goods are such as the brand's"
            if (ordinary or short) and form != "a misspelling"
            else "the goods are such as the brand's (no ordinary word)"
        )
    elif shown and brand.sectors and (doubtful or not brand.risk):
        add("the goods are others than the brand's")
    if not brand.risk and not hidden and (doubtful or not brand.sectors):
        add("a little-known brand, an ordinary word" if ordinary else "a little-known brand")
    if (
        word.kind == "series"
        and scene.own
        and _follows(text, start, scene.own)
        and not is_of(scene.lexicon, scene.own, brand)
    ):
        add("after the listing's own brand")
    folded = ""
    if brand.unless_words or (ordinary and brand.owner_words):
        folded = plain(f"{text[max(0, start - _BESIDE) : start]} \n {text[end : end + _BESIDE]}")
    if brand.component and likeness.form in ITSELF:
        add("a name of a part or feature" if brand.risk < 2 else "a name of a part too")
    if (
        brand.unless_words
        and (ordinary or _is_bare_name(brand.name, word, surface))
        and words_in(brand.unless_words, folded)
    ):
        add("beside a word that tells otherwise")
    if ordinary:
        amid = not is_first(text, start) and not is_sign_of_a_name(text, start, end)
        rare = _has_rare_part(scene, word)
        halved = word.kind in _HALVES and brand.name not in own_words
        if amid and halved and scene.lexicon.is_ordinary(word.folded):
            add("an ordinary word amid a text")
        elif amid and word.kind == "exact" and len(_parts(word)) > 1 and not rare:
            add("ordinary words that follow each other")
        elif (
            amid
            and form != "disguised letters"
            and word.kind == "exact"
            and brand.risk < 2
            and scene.lexicon.is_ordinary(word.folded)
        ):
            add("an ordinary word amid a text, of a brand seldom copied")
        nickname = word.kind == "deformed" and word.flags & HAN and len(word.folded) < 3
        if nickname and brand.name not in own_words:
            add("a nickname that is an ordinary word")
        if word.kind in _HALVES and _lacks_sign(word.surface, surface):
            add("a product line without its sign")
        if brand.owner_words and words_in(brand.owner_words, folded):
            add("a word of the brand's goods beside")
        if brand.name in own_words:
            add("another word of the brand in the text")
        elif brands - {brand.name}:
            add("a name among names of brands")
        if _IMITATION.search(text, max(0, start - 24), end + 24):
            add("words of imitation beside")
        if likeness.form in ITSELF and rare:
            add("longer than one word")
    elif (
        form in ITSELF
        and brand.name not in own_words
        and _is_of_ordinary_parts(scene, word)
        and is_phrase(text, start, end, agrees=bool(shown & brand.sectors))
    ):
        add(PHRASE)
    if not word.flags & HAN:
        found += _capitals(likeness, text, surface, ordinary)
    else:
        if ordinary:
            add("a script of its own")
        if form in (*ITSELF, *NEARLY):
            found += _borders(text, start, end, scene.lexicon, nearly=form in NEARLY)
    if form == ORDINARY and word.kind == "translated" and surface.isascii() and has_unspaced(text):
        add("syllables in Latin letters amid Chinese")
    if len(word.folded) <= 3 and ordinary and not word.flags & HAN and not surface.isupper():
        add("short")
    if scene.own and scene.knows_own:
        if _PARTNER.search(text, 0, start) or _is_partner(scene.title, brand.name):
            add("a partner of the listing's own brand")
            if word.kind in _HALVES:
                add("a part of a partner's name")
        elif likeness.form in _DOUBTFUL or (
            likeness.form in ITSELF and _names_own(f"{text}\n{scene.title}", scene.own)
        ):
            add("the listing's own brand, a known one, beside")
    if (
        len(text) > _LONG
        and likeness.form in (*ITSELF, *_DOUBTFUL)
        and not _IMITATION.search(text, max(0, start - 24), end + 24)
    ):
        add("in passing in a long text")
    found += no_word(word, text, start, end, form, scene.lexicon)
    if is_sold_at(brand.name, text, start, end):
        add("the shop where it is sold")
    if (
        brand.accessories
        and form in (*ITSELF, "a misspelling")
        and (
            is_accessory(text, start, end, word.kind, scene.title if scene.own else None)
            or is_named_after(text, start, end, brand.sectors)
        )
    ):
        add(
            "goods that fit it, and an ordinary word"
            if ordinary
            else "goods that fit it, by their name"
        )
    if form in NEARLY and word.flags & HAN:
        such = bool(shown & brand.sectors)
        found += other_characters(word, text, start, end, form, likeness.differ, agrees=such)
    if likeness.form == "a misspelling":
        length = len(word.folded)
        found += misspelt(word, surface, shown)
        if likeness.differ > 0.5:
            if length == 4:
                add("one of four letters")
            elif length == 5:
                add("one of five letters")
        if word.kind == "series":
            agrees = bool(shown & brand.sectors) and not ordinary
            add("a product line misspelt" if agrees else "a product line misspelt, of other goods")
        if likeness.differ >= 2:
            add("two letters differ")
    if len(word.folded) <= 3 and not word.flags & HAN:
        if likeness.form == "letters spaced out":
            add("three letters spaced out")
        elif likeness.form not in ITSELF and not _has_other_letters(word, surface):
            add("short")
        if _NUMBER_BEFORE.search(text[max(0, start - 2) : start]):
            add("a number stands before")
    return found


_HALVES = ("series", "partial", "abbreviation")
"""Kinds of words that name the brand by a part of what is its."""

_DOUBTFUL = ("a misspelling", "the beginning of the name", "the name without vowels",
             "joined with another word")  # fmt: skip


_WIDE = sector_bits(["home", "kitchen", "health", "stationery", "furniture", "outdoor"])
"""Sectors that so many words show that they tell little."""


def _has_other_letters(word: Word, surface: str) -> bool:
    """Whether letters of *surface* are of another alphabet or style than *word*, of Latin ones."""
    if mixes_alphabets(surface):
        return True
    return word.folded.isascii() and not any(char.isascii() and char.isalpha() for char in surface)


def _is_bare_name(name: str, word: Word, surface: str) -> bool:
    """Whether *surface* is the brand's *name* without a sign that no ordinary word has: Li-Ning."""
    if word.folded not in (glued(name), f"{glued(name)}s"):
        return False
    return name.replace(" ", "").isalnum() or surface.casefold() != name.casefold()


def _lacks_sign(stated: str, surface: str) -> bool:
    """Whether *surface* has not the sign that tells *stated* from ordinary words: CC+ Cream."""
    return any(sign in stated and sign not in surface for sign in "+!*")


def _parts(word: Word) -> list[str]:
    """The parts of *word*, joined though it be, as its brand's name has them: Off-White."""
    name = word.brand.name
    return re.split(r"[\s-]+", name if glued(name) == word.folded else word.surface)


def _is_of_ordinary_parts(scene: Scene, word: Word) -> bool:
    """Whether *word* is of several ordinary words, none of which names the brand's goods."""
    parts = _parts(word)
    goods = word.kind == "series" and any(
        scene.lexicon.sectors_of(glued(part)) & word.brand.sectors for part in parts
    )
    return len(parts) > 1 and not goods and not _has_rare_part(scene, word)


def _has_rare_part(scene: Scene, word: Word) -> bool:
    """Whether *word* is of several parts, one of them no ordinary word."""
    parts = _parts(word)
    return len(parts) > 1 and not all(
        len(part) < 3 or scene.lexicon.is_ordinary(glued(part)) for part in parts
    )


def _borders(
    text: str, start: int, end: int, lexicon: Lexicon, *, nearly: bool = False
) -> list[str]:
    """What tells that ``text[start:end]``, in a script without spaces, is of other words.

    *nearly* tells that it is only nearly a name: then it may be a word itself.
    """
    left = max(0, start - _BESIDE)
    near = han_fold(text[left : end + _BESIDE], lexicon.simplified)
    if nearly and lexicon.is_unspaced(near[start - left : end - left]):
        return [LONGER]
    across = is_across(near, start - left, end - left, lexicon.is_unspaced)
    return [across] if across else []


@lru_cache(maxsize=256)
def _is_partner(title: str, name: str) -> bool:
    """Whether *title* names the brand *name* as the partner of another, first."""
    at = title.casefold().find(name.casefold())
    return at > 0 and bool(_PARTNER.search(title, 0, at))


@lru_cache(maxsize=256)
def _names_own(text: str, own: str) -> bool:
    return own.casefold() in text.casefold()


def _amid_capitals(text: str, start: int, end: int) -> bool:
    """Whether the words beside are written in capitals too."""
    before = text[:start].split()[-1:]
    after = text[end:].split()[:1]
    return any(len(each) > 2 and each.isalpha() and each.isupper() for each in (*before, *after))


def _follows(text: str, start: int, own: str) -> bool:
    return text[:start].rstrip().casefold().endswith(own.casefold())


def _capitals(likeness: Likeness, text: str, surface: str, ordinary: bool) -> list[str]:
    doubtful = ordinary or likeness.form in _DOUBTFUL
    if not doubtful or (likeness.form not in (*ITSELF, *_DOUBTFUL)):
        return []
    lettered = [char for char in surface if char.isalpha()]
    style = style_of(text)
    if not plain(surface).isascii() or (style == "lower" and not any(map(str.isupper, lettered))):
        return []
    if lettered and lettered[0].isupper():
        parts = [part for part in surface.split() if part[0].isalpha()]
        if ordinary and len(parts) > 1 and style != "upper" and any(p[0].islower() for p in parts):
            return ["written as an ordinary word"]
        whole = all(char.isupper() for char in lettered) and len(lettered) > 1
        if style == "upper":
            return []
        if likeness.form == "a misspelling":
            return []
        if style in ("sentence", "lower") and not whole and not is_first(text, likeness.start):
            return ["written as a name in running text"]
        if whole and not _amid_capitals(text, likeness.start, likeness.end):
            return ["written as a name"]
        return ["capitals as everywhere in the text"] if ordinary else []
    return ["written as an ordinary word"] if ordinary else []
