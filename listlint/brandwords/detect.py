"""Texts → the mentions of brands in them that the listing has no right to.

`Detector` reads the texts of one listing after another and remembers words, never listings: what
it says of a text depends on that listing alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from listlint.brandwords.folding import glued
from listlint.brandwords.latin import LatinReader, places_of
from listlint.brandwords.layer import Word
from listlint.brandwords.likeness import ORDINARY, Likeness
from listlint.brandwords.mention import LIKELY, Mention
from listlint.brandwords.names import may_use
from listlint.brandwords.sentences import sentences
from listlint.brandwords.spelled import has_spaced
from listlint.brandwords.store import Lexicon
from listlint.brandwords.suspects import Suspect, is_plain_word, is_within
from listlint.brandwords.unspaced import has_unspaced, without_unspaced
from listlint.lazily import Lazily
from listlint.listing import Rights
from listlint.namedtuples import NamedTuple
from listlint.wordscan import SEPARATOR

if TYPE_CHECKING:
    from listlint.brandwords.han import HanReader
    from listlint.brandwords.places import Found

_LEAST_SINGLES = 3
_SHORT = 80
_MOST_REMEMBERED = 50_000
_LETTERS = frozenset(char for char in map(chr, range(128)) if char.isalpha())


class Texts(NamedTuple):
    """The texts of a listing, and what else is known of it.

    *brand* is the brand that it states, *title* its title, *about* other words on what the goods
    are, such as the category.
    """

    values: Sequence[str]
    brand: str | None = None
    rights: Rights = Rights()
    title: str = ""
    about: tuple[str, ...] = ()


class Detector:
    """Finds brand words with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._latin = LatinReader(lexicon)
        self._clean: set[str] = set()
        self._known: dict[str, tuple[Likeness, ...]] = {}
        self._sentences: dict[str, tuple[Likeness, ...]] = {}
        self._chunks: dict[tuple[str, bool], tuple[Likeness, ...]] = {}

    @cached_property
    def _han(self) -> HanReader:
        from listlint.brandwords.han import HanReader

        return HanReader(self.lexicon)

    def mentions(self, texts: Texts) -> dict[int, list[Mention]]:
        """The mentions in each of *texts* by its index, those in frames included."""
        found = self._likenesses(texts)
        if not found:
            return {}
        from listlint.brandwords.judging import judged

        return judged(self.lexicon, texts, found, LIKELY)

    def explained(self, texts: Texts) -> dict[int, list[Mention]]:
        """All that was thought of in *texts*, however little speaks for it."""
        from listlint.brandwords.judging import judged

        return judged(self.lexicon, texts, self._likenesses(texts), -1.0)

    def _likenesses(self, texts: Texts) -> dict[int, list[Likeness]]:
        fresh = set(texts.values)
        fresh -= self._clean
        read = {
            value: likenesses
            for value in fresh
            # Each product has a title of its own, which would only drive others out.
            if (likenesses := (self._remembered if value != texts.title else self._parts)(value))
        }
        if not read:
            return {}
        from listlint.brandwords.judging import promising, surely_named

        found = self._unused(texts, read)
        named = surely_named(found)
        if named:
            lower = SEPARATOR.join(filter(str.islower, texts.values))
            if lower:
                for value in fresh:
                    if not value.islower() and (also := self._read_plain(value, lower)):
                        read[value] = [*read.get(value, ()), *also]
                found = self._unused(texts, read)
        return promising(found, texts.values, named)

    def _unused(
        self, texts: Texts, read: Mapping[str, Sequence[Likeness]]
    ) -> dict[int, list[Likeness]]:
        """What of *read* is of words that the listing may not use, by the index of the text."""
        kept = {}
        for value, likenesses in read.items():
            each = [one for one in likenesses if not self._may_use(texts, one.word)]
            if each:
                kept[value] = each
        if not kept:
            return {}
        return {index: kept[value] for index, value in enumerate(texts.values) if value in kept}

    def _remembered(self, value: str) -> Sequence[Likeness]:
        """What *value* is like.

        Short texts, such as names of attributes, come again and again, and so do sentences.
        """
        known = self._known.get(value)
        if known is not None:
            return known
        if len(value) > _SHORT:
            return self._parts(value)
        letters_of = glued(value)
        likenesses = tuple(
            each
            for each in self._read(value, _bare(value), plain=value.islower())
            # An ordinary word alone, such as the name of an attribute, is just that.
            if each.form != ORDINARY or each.word.folded != letters_of
        )
        if likenesses:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[value] = likenesses
        else:
            if len(self._clean) >= _MOST_REMEMBERED:
                self._clean.clear()
            self._clean.add(value)
        return likenesses

    def _parts(self, value: str) -> Sequence[Likeness]:
        """What the sentences of *value* are like."""
        latin = _bare(value)
        if value.islower() or has_unspaced(value):
            return tuple(self._read(value, latin, plain=value.islower()))
        parts = sentences(latin)
        if len(parts) == 1:
            return tuple(self._read(latin, latin, plain=False))
        return [
            one._replace(start=start + one.start, end=start + one.end)
            for start, sentence in parts
            for one in self._sentence(sentence)
        ]

    def _sentence(self, sentence: str) -> Sequence[Likeness]:
        known = self._sentences.get(sentence)
        if known is None:
            known = tuple(self._read(sentence, sentence, plain=False))
            if len(self._sentences) >= _MOST_REMEMBERED:
                self._sentences.clear()
            self._sentences[sentence] = known
        return known

    def _read(self, value: str, latin: str, *, plain: bool) -> Iterator[Likeness]:
        plainly = value.isascii()
        chunks = self._latin.suspicious(latin, plain=plain)
        for chunk, suspects in chunks.items():
            yield from self._read_chunk(latin, chunk, suspects)
        if (chunks or not plainly or _singles(latin)) and has_spaced(latin):
            yield from self._formed(latin, self._latin.spaced(latin))
        if not plainly:
            for seen in self._han.found(value):
                from listlint.brandwords.forms import han_likeness

                yield from han_likeness(value, seen)

    def _formed(self, text: str, found: Iterable[Found]) -> Iterator[Likeness]:
        """What *found* in *text* is like; seldom is there anything to load `forms` for."""
        for each in found:
            from listlint.brandwords.forms import latin_likeness

            yield from latin_likeness(self.lexicon, text, each)

    def _read_chunk(
        self, latin: str, chunk: str, suspects: Sequence[Suspect]
    ) -> Iterator[Likeness]:
        plainly = latin.isascii()
        within = [each for each in suspects if is_within(each, plainly=plainly)]
        if within:
            known = self._chunks.get((chunk, plainly))
            if known is None:
                if len(self._chunks) >= _MOST_REMEMBERED:
                    self._chunks.clear()
                known = self._chunks[chunk, plainly] = tuple(
                    self._formed(chunk, self._latin.found(chunk, {chunk: within}))
                )
            for at in places_of(chunk, latin) if known else ():
                for one in known:
                    yield one._replace(start=at + one.start, end=at + one.end)
        if len(within) < len(suspects):
            beyond = [each for each in suspects if not is_within(each, plainly=plainly)]
            yield from self._formed(latin, self._latin.found(latin, {chunk: beyond}))

    def _read_plain(self, value: str, lower: str) -> Sequence[Likeness]:
        """The ordinary words in *value*, written as such, that stand in *lower*, too.

        *lower* is texts that use no capitals.
        """
        latin = _bare(value)
        return [
            likeness
            for chunk, suspects in self._latin.suspicious(latin, plain=True).items()
            if is_plain_word(chunk, suspects) and chunk in lower
            for likeness in self._read_chunk(latin, chunk, suspects)
        ]

    def _may_use(self, texts: Texts, word: Word) -> bool:
        brand = word.brand
        if not may_use(self.lexicon, texts.rights, texts.brand, brand):
            return False
        if word.kind != "series" or not texts.rights.limited:
            return True
        return not texts.rights.shuts_out(word.surface, (brand.name, *brand.words))


_TAG = Lazily(r"</?[A-Za-z][^<>]{0,2000}>")


def _bare(text: str) -> str:
    """*text* with spaces for tags and for what `han` reads."""
    if "<" in text:
        text = _TAG.sub(lambda tag: " " * len(tag[0]), text)
    return without_unspaced(text)


def _singles(latin: str) -> bool:
    """Whether *latin* may have a word that is written letter by letter."""
    chunks = set(latin.split())
    if latin.isascii():
        single = len(chunks & _LETTERS)  # U G G has two, but thrice
        return single >= _LEAST_SINGLES or (
            single == 2 and sum(chunk in _LETTERS for chunk in latin.split()) >= _LEAST_SINGLES
        )
    return sum(len(chunk) == 1 and chunk.isalpha() for chunk in chunks) >= _LEAST_SINGLES
