"""The detector that a run uses, and what it says of a listing's texts.

A listing names a brand once: a word that stands in several texts is one mention, which tells how
often. This module knows listings, and no rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from listlint.brandwords.detect import Detector, Texts
from listlint.brandwords.folding import glued
from listlint.brandwords.mention import Mention
from listlint.brandwords.names import known_brand
from listlint.brandwords.store import Lexicon, built_in
from listlint.lazily import Lazily
from listlint.listing import Listing
from listlint.selectors import nth_text
from listlint.values import Text

_ABOUT = ("category", "product_type")
_PICTURES = ("images", "detail_images")
_NUMBERED = Lazily(r"[^\W_]*[0-9][^\W_]*")
_FOR = Lazily(r"-for-", re.IGNORECASE)
_SPECIFICS = ("attributes", "custom_attributes")


@cache
def detector(lexicon: Lexicon | None = None) -> Detector:
    """The one detector of *lexicon*, or of the built-in one."""
    return Detector(lexicon or built_in())


def branded_texts(found_by: Detector, listing: Listing, values: Sequence[str]) -> list[Text]:
    """The texts of *listing* that mention brands which it may not use, with their mentions.

    *values* are its texts; names of its picture files come on top.
    """
    data = listing.data
    about = tuple(text for name in _ABOUT if isinstance(text := data.get(name), str))
    title = data.get("title", "")
    rights = listing.surroundings.rights
    made = Texts(values, listing.brand, rights, title, about)
    found = found_by.mentions(made)
    texts = []
    for index, mentions in sorted(found.items()):
        text = nth_text(listing, index)
        text.mentions = tuple(mentions)
        texts.append(text)
    pictures = _picture_names(listing)
    if pictures:
        names = list(pictures)
        named = found_by.mentions(made._replace(values=names))
        for index, mentions in sorted(named.items()):
            text = Text(listing, pictures[names[index]], names[index])
            text.mentions = tuple(mentions)
            texts.append(text)
    return _told_once(found_by, texts) if texts else texts


def _picture_names(listing: Listing) -> dict[str, tuple[str, int]]:
    """The names of picture files that hold words, and where each is first."""
    places: dict[str, tuple[str, int]] = {}
    for field in _PICTURES:
        for index, entry in enumerate(listing.data.get(field, ())):
            source: Any = entry.get("src") if isinstance(entry, dict) else entry
            if not isinstance(source, str):
                continue
            name = source[source.rfind("/") + 1 :].partition("?")[0].rpartition(".")[0]
            # Parts with digits are numbers of files: they are like any word of four letters.
            if name and not name.isalnum():
                name = _NUMBERED.sub(lambda part: " " * len(part[0]), name)
            elif name.isascii() and not name.isalpha():
                continue
            if _FOR.search(name):
                name = name.replace("-", " ")  # words that tell what goods fit stand apart
            if name not in places and not name.isspace():
                places[name] = (field, index)
    return places


def _told_once(found_by: Detector, texts: Iterable[Text]) -> list[Text]:
    """*texts* with each mention where it is first, and how often it is in all of them."""
    places: dict[tuple[str, str, bool, bool], int] = {}
    kept: list[Text] = []
    for text in texts:
        apart = text.field in _SPECIFICS
        first = []
        for mention in text.mentions:
            mention = _in_field(found_by, text, mention)
            key = (mention.brand, glued(mention.word), mention.framed, apart)
            places[key] = places.get(key, 0) + 1
            if places[key] == 1:
                first.append(mention)
        if first:
            text.mentions = tuple(first)
            kept.append(text)
    for text in kept:
        apart = text.field in _SPECIFICS
        text.mentions = tuple(
            each._replace(places=places[each.brand, glued(each.word), each.framed, apart])
            for each in text.mentions
        )
    return kept


def _in_field(found_by: Detector, text: Text, mention: Mention) -> Mention:
    """*mention*, framed where the field says that it names what the goods fit."""
    if mention.framed or text.field != "variants":
        return mention
    brand = known_brand(found_by.lexicon, mention.brand)
    if brand is not None and brand.accessories:
        return mention._replace(framed=True, reasons=(*mention.reasons, "-an option's model"))
    return mention
