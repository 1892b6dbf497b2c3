"""Texts → the mentions of brands in them that the listing has no right to.

`Detector` reads the texts of one listing after another and remembers words, never listings: what
it says of a text depends on that listing alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import ascii_letters

from listlint.brandwords.evidence import ORDINARY, Likeness, weighed
from listlint.brandwords.folding import glued, has_unspaced, without_unspaced
from listlint.brandwords.forms import han_likeness, latin_likeness
from listlint.brandwords.frames import frames, is_accessory_of
from listlint.brandwords.framings import goes_on, with_makers
from listlint.brandwords.han import HanReader
from listlint.brandwords.latin import LatinReader, places_of
from listlint.brandwords.layer import CONTEXT, INITIAL, Brand, Word
from listlint.brandwords.mention import LIKELY, SURE, Mention
from listlint.brandwords.names import brands_in, known_brand, may_use
from listlint.brandwords.scene import Scene, style_of
from listlint.brandwords.sentences import sentences
from listlint.brandwords.spelled import has_spaced
from listlint.brandwords.store import Lexicon
from listlint.brandwords.suspects import Suspect, is_plain_word, is_within
from listlint.lazily import Lazily
from listlint.listing import Rights
from listlint.namedtuples import NamedTuple
from listlint.wordscan import SEPARATOR

_LEAST_SINGLES = 3
_TELLING = 8
_SHORT = 80
_MOST_REMEMBERED = 50_000
_LETTERS = frozenset(ascii_letters)
_FAR = 2000  # characters that no tag or address exceeds


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
        self._han = HanReader(lexicon)
        self._clean: set[str] = set()
        self._known: dict[str, tuple[Likeness, ...]] = {}
        self._sentences: dict[str, tuple[Likeness, ...]] = {}
        self._chunks: dict[tuple[str, bool], tuple[Likeness, ...]] = {}

    def mentions(self, texts: Texts) -> dict[int, list[Mention]]:
        """The mentions in each of *texts* by its index, those in frames included."""
        found = self._likenesses(texts)
        if not found:
            return {}
        return self._judged(texts, found, LIKELY)

    def explained(self, texts: Texts) -> dict[int, list[Mention]]:
        """All that was thought of in *texts*, however little speaks for it."""
        return self._judged(texts, self._likenesses(texts), -1.0)

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
        found = self._unused(texts, read)
        named = _surely_named(found)
        if named:
            lower = SEPARATOR.join(filter(str.islower, texts.values))
            if lower:
                for value in fresh:
                    if not value.islower() and (also := self._read_plain(value, lower)):
                        read[value] = [*read.get(value, ()), *also]
                found = self._unused(texts, read)
        return _promising(found, texts.values, named)

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
            for found in self._latin.spaced(latin):
                yield from latin_likeness(self.lexicon, latin, found)
        if not plainly:
            for seen in self._han.found(value):
                yield from han_likeness(value, seen)

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
                    likeness
                    for found in self._latin.found(chunk, {chunk: within})
                    for likeness in latin_likeness(self.lexicon, chunk, found)
                )
            for at in places_of(chunk, latin) if known else ():
                for one in known:
                    yield one._replace(start=at + one.start, end=at + one.end)
        if len(within) < len(suspects):
            beyond = [each for each in suspects if not is_within(each, plainly=plainly)]
            for found in self._latin.found(latin, {chunk: beyond}):
                yield from latin_likeness(self.lexicon, latin, found)

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

    def _judged(
        self, texts: Texts, found: dict[int, list[Likeness]], least: float
    ) -> dict[int, list[Mention]]:
        known = any(
            may_use(self.lexicon, texts.rights, texts.brand, brand)
            for brand in (brands_in(self.lexicon, texts.brand) if texts.brand else ())
        )
        scene = Scene(self.lexicon, texts.brand, texts.title, texts.about, known)
        sure = _surely_named(found)
        own = self._own_places(texts)
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
                    or glued(text[likeness.start : likeness.end]) in self.lexicon.allow
                ):
                    continue
                brands = frozenset(sure)
                beside = frozenset(
                    brand for brand, words in sure.items() if words - {likeness.word.folded}
                )
                score, reasons = weighed(likeness, text, scene, brands, beside)
                if score < least:
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
                elif (
                    word.brand.accessories
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

    def _own_places(self, texts: Texts) -> str:
        """The listing's own brand where it may stand, though a brand word be part of it."""
        own = texts.brand
        if not own or len(own) < 2:
            return ""
        known = known_brand(self.lexicon, own)
        if known is not None and not may_use(self.lexicon, texts.rights, own, known):
            return ""
        return own.casefold()


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
        return len(chunks & _LETTERS) >= _LEAST_SINGLES
    return sum(len(chunk) == 1 and chunk.isalpha() for chunk in chunks) >= _LEAST_SINGLES


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


def _surely_named(found: dict[int, list[Likeness]]) -> dict[str, set[str]]:
    named: dict[str, set[str]] = {}
    for likenesses in found.values():
        for each in likenesses:
            plainly = not each.word.flags & (CONTEXT | INITIAL) and not each.differ
            if plainly and each.form not in _GUESSED:
                named.setdefault(each.word.brand.name, set()).add(each.word.folded)
    return named


def _promising(
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


_GUESSED = ("the beginning of the name", "the name without vowels")


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
