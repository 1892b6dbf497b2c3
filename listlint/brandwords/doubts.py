"""What tells that letters like a brand word's are something else: a code, a number, another name.

Each doubt has the name under which `evidence` weighs it.
"""

from __future__ import annotations

import re

from listlint.brandwords.folding import glued
from listlint.brandwords.layer import CONTEXT, HAN, Word
from listlint.brandwords.likeness import ORDINARY
from listlint.brandwords.places import slip
from listlint.brandwords.scene import is_first, style_of
from listlint.brandwords.shortforms import is_native
from listlint.brandwords.store import Lexicon
from listlint.brandwords.unspaced import has_unspaced
from listlint.lazily import Lazily

ITSELF = ("the word itself", ORDINARY)
HIDDEN = ("disguised letters", "letters spaced out", "a sign for a letter")


def misspelt(word: Word, surface: str, shown: int) -> list[str]:
    """What speaks against *surface* being *word* misspelt, among goods of the sectors *shown*.

    Names differ otherwise than slips do.
    """
    length = len(word.folded)
    how = slip(glued(surface), word.folded)
    found: list[str] = []
    agrees = bool(shown & word.brand.sectors)
    likely = agrees and word.kind == "exact" and word.brand.risk == 2
    if how == "other" or (how == "key" and length < 6):
        many = length > 7 and word.kind == "exact"
        few = ", of such goods" if likely and length == 7 else ""
        found.append("another letter than any taken for it" + (", of many" if many else few))
    elif how == "key":
        found.append("the letter beside it on a keyboard")
    elif how == "several" and (length < 7 or abs(len(glued(surface)) - length) > 1):
        found.append("two letters differ of few")
    elif how == "vowel" and length < 6 and not agrees:
        found.append("a vowel differs of few, and no such goods")
    elif how == "cut" and length < 7:
        found.append("the last letter of few is missing")
    slipped = how in ("doubled", "swapped", "alike", "dropped", "cut")
    shorter = len(glued(surface)) < length
    hardly = length < 6 and how != "doubled"
    if not word.folded.isascii() and (not slipped or hardly or (length < 8 and shorter)):
        found.append("a word of an alphabet whose ordinary words are unknown")
    far = length > 8 and how in ("dropped", "swapped", "alike", "vowel")
    if shown and not agrees and how != "doubled" and not far:
        found.append("a misspelling, of other goods")
    if word.kind == "series":
        if how in ("other", "vowel"):
            found.append("a product line misspelt by another letter")
        elif length < 7 and how != "doubled":
            found.append("a short product line misspelt")
    elif word.kind not in ("exact", "translated"):
        longer = length > 7
        found.append(
            "a longer writing of the name misspelt" if longer else "a fragment or nickname misspelt"
        )
    if word.flags & CONTEXT and how in ("vowel", "other", "several", "key"):
        long = likely and length > 6
        found.append("an ordinary word misspelt" if long else "written as an ordinary word")
    if word.brand.risk < 2:
        slips = ("doubled", "swapped", "alike", *(("dropped", "vowel") if length > 6 else ()))
        slipped = agrees and length > 5 and how in slips
        found.append("a brand that is seldom misspelt on purpose" + ", by a slip" * slipped)
    return found


_CUT_OFF = Lazily(r"\s?(?:\.\.\.|…)")
_UNIT = Lazily(
    r"[0-9.,]+[ -]?(?:lbs?|cores?|kgs?|[mckg]?[gml]|oz|inch(?:es)?|in|ft|pcs?|[mgk]?hz|[kmgt]b|mah"
    r"|w|v|ports?|pin|bit|speed|pack|way|piece|set|day|hour)s?",
    re.IGNORECASE,
)
_CODED = Lazily(r"[A-Za-z]{1,4}[-_./]?[0-9](?:\.[0-9]|[0-9])[0-9A-Za-z.-]*")
_NO_MASK = Lazily(
    r"[()\"“”\[\]{}<>;:]|[^\w\s][^\w\s]*[()\"“”<>]|/[^\W_]{2,}/|(?<![^\W_])[A-Z]/[A-Z]"
)
_LEAST_OF_OTHERS = 6
"""Letters of a name such as hardly an ordinary word of another alphabet looks like."""
_LETTERED = Lazily(r"[^\W\d_](?:/[^\W\d_]){2,}")
"""A word with a stroke between all its letters: T/I/S/S/O/T."""


PHRASE = "ordinary words that make a sentence"
_BEFORE_PHRASE = Lazily(r"\b(?:an?|this|that|your|is|are|be|to|every|some|such|very|more|most)\s$")
_ROMANCE = "la le les el los las il lo gli o os as der die das"
_ARTICLES = frozenset(_ROMANCE.split())
_OF_ROMANCE = Lazily(
    r"\b(?:de|du|à|a|sur|dans|sous|vers|et|y|e|en|con|avec|per|di|del|por|para|pour|em|no|na|su|tra"
    r"|entre|chez|über|unter|auf|in|an|und)\s$",
    re.IGNORECASE,
)
_AFTER_PHRASE = Lazily(
    r"\s(?:of\s[a-z]|(?:in|into|on|to) (?:an?|the|your|our)\b"
    r"|(?:people|is|are|was|that|which|who)\b)"
)


def is_phrase(text: str, start: int, end: int, *, agrees: bool) -> bool:
    """Whether ``text[start:end]``, a name of ordinary words, is written as words of a sentence.

    That is in small letters before words that join others, and, unless the goods are such as the
    brand's (*agrees*), after such or as the beginning of a sentence.
    """
    surface = text[start:end]
    later = surface.split()[1:]
    if not later or not all(part[0].islower() for part in later):
        return False
    if _AFTER_PHRASE.match(text, end):
        return True
    if surface.split()[0] in _ARTICLES:  # “au bord de la mer”: a name has capitals
        return bool(_OF_ROMANCE.search(text, max(0, start - 12), start))
    if agrees:
        return False
    if surface[0].isupper():
        return style_of(text) == "sentence" and is_first(text, start)
    return bool(_BEFORE_PHRASE.search(text, max(0, start - 12), start))


def no_word(word: Word, text: str, start: int, end: int, form: str, lexicon: Lexicon) -> list[str]:
    """What tells that ``text[start:end]`` is of a code, a number, or a word that goes on."""
    surface = text[start:end]
    found: list[str] = []
    if word.flags & HAN:
        return found
    if form != ITSELF[0] and _CUT_OFF.match(text, end):
        found.append("a word cut off")
    if form in HIDDEN:
        found += _no_disguise(word, text, start, surface, form, lexicon)
    if form in ITSELF:
        found += _no_name(text, start, end, surface, form)
    if form == "the beginning of the name" and len(surface) == len(word.folded) - 1:
        found.append("the last letter of few is missing")
    if (
        len(word.folded) <= 4
        and form != ITSELF[0]
        and surface != text.strip()
        and not _OTHER_WORD.search(text.replace(surface, " "))
    ):
        found.append("looks like a code")
    short = len(word.folded) <= 3 and word.kind == "abbreviation"
    if short or form in ("the name without vowels", "a sign for a letter"):
        coded = _CODE_BEFORE.search(text, max(0, start - 12), start) or _CODE_AFTER.match(text, end)
        if (short and coded) or not _OTHER_WORD.search(text.replace(surface, " ")):
            found.append("looks like a code")
    return found


def _no_disguise(
    word: Word, text: str, start: int, surface: str, form: str, lexicon: Lexicon
) -> list[str]:
    """What tells that digits and signs hide no letters of *word*."""
    if _UNIT.fullmatch(surface) or (_UNIT.match(surface) and surface[-1:].isdigit()):
        return ["a number with its unit"]
    if (
        (_NO_MASK.search(surface) and not (form == HIDDEN[1] and _LETTERED.fullmatch(surface)))
        or surface.casefold() == word.brand.name.casefold()
        or (surface.endswith(("'s", "’s")) and not word.surface.endswith(("'s", "’s")))
        or _is_word_hyphened(surface, lexicon)
    ):
        return ["signs that hide no letter"]
    if len(word.folded) < _LEAST_OF_OTHERS and is_native(text, surface):
        return ["a word of the alphabet that the text is in"]
    coded = _CODED.fullmatch(surface) and not any(map(str.isdigit, word.folded))
    if len(word.folded) > 5 and surface[-1:].isalpha():
        coded = False  # Sn00py: a code ends in its digits
    numbered = len(word.folded) < 6 and surface[:1].isalpha() and surface[-1:].isdigit()
    signed = text[start - 1 : start].isalnum() and not surface[0].isalnum()
    if coded or signed or (numbered and word.folded[-1].isdigit()):
        return ["looks like a code"]
    return []


def _no_name(text: str, start: int, end: int, surface: str, form: str) -> list[str]:
    """What tells that *surface* is a part of a longer name or code: FirePro, WD40EZRZ."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if surface[-1:].isdigit() and surface.isalnum() and after.isupper():
        return ["looks like a code"]
    if (
        surface[-1:].isdigit()
        and surface.isalnum()
        and form == ORDINARY
        and _ONE_LETTER.match(text, end)
    ):
        return ["looks like a code"]
    joined = before.isalpha() and not has_unspaced(before)
    goes_on = (joined and surface[0].isupper()) or (after.isalpha() and after.isupper())
    if form == ORDINARY and surface.isalpha() and goes_on:
        return ["part of a longer name"]
    return []


_ONE_LETTER = Lazily(r"[^\W\d_](?![^\W_])")
_CODE_BEFORE = Lazily(r"(?:[A-Z0-9]+[-_/]|[0-9])$")
_CODE_AFTER = Lazily(r"[-_/][A-Z0-9]*[0-9]|[-_/][A-Z]{2,}\b")
_OTHER_WORD = Lazily(r"[^\W\d_]{3}|[^\x00-\xff]{2}")


def _is_word_hyphened(surface: str, lexicon: Lexicon) -> bool:
    """Whether signs only part letters from an ordinary word: c-line, HP-NC."""
    pieces = re.split(r"[-/.+]", surface)
    if len(pieces) != 2 or "" in pieces:
        return False
    one, two = pieces
    if one.isupper() and two.isupper() and len(one) + len(two) < 5:
        return True
    return len(one) < 3 and len(two) > 3 and lexicon.is_ordinary(glued(two))
