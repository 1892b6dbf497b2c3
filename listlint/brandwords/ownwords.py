"""Brand words of a user's own, as TOML → a lexicon of them, laid over the built-in one.

What is wrong in the files is told as of a configuration. Large files are compiled once and kept;
of small ones that costs less than to look. This module knows no texts and no settings.
"""

from __future__ import annotations

import hashlib
import marshal
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from listlint.brandwords.folding import glued
from listlint.brandwords.kept import kept
from listlint.brandwords.layer import MAGIC, TABLES, Layer
from listlint.brandwords.names import known_brand
from listlint.brandwords.source import RISKS, SECTORS, WORD_KEYS, SourceBrand, brands_of
from listlint.brandwords.store import Lexicon, built_in
from listlint.errors import ConfigError, Fault, instead
from listlint.tomltext import dotted, line_of
from listlint.version import __version__

if TYPE_CHECKING:
    from listlint.tomltext import Path as At

BUILT_IN = Path(__file__).parents[1] / "data" / "brands.bin"
_WORTH_KEEPING = 32 * 1024
"""Bytes of TOML from which on compiling takes longer than a user notices."""
_LEAST_LETTERS = 2


def own_lexicon(files: Sequence[Path]) -> Lexicon:
    """The built-in lexicon with the words of *files* over it; ConfigError where one is faulty."""
    texts = [(path, _bytes(path)) for path in files]
    size = sum(len(data) for _, data in texts)
    made = kept(_key(texts), lambda: _made(texts)) if size >= _WORTH_KEEPING else _made(texts)
    allow, layer = marshal.loads(made)
    layers = [*built_in().layers, *([Layer(layer)] if layer else [])]
    return Lexicon(layers, allow)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigError([Fault(f"cannot be read: {error.strerror}.", path)]) from error


def _key(texts: Iterable[tuple[Path, bytes]]) -> str:
    """A name for what is made of *texts* by this version with its lexicon."""
    whole = hashlib.blake2b(f"{__version__} {MAGIC!r}".encode(), digest_size=16)
    for data in (BUILT_IN.read_bytes(), *(data for _, data in texts)):
        whole.update(hashlib.blake2b(data).digest())
    return f"words-{whole.hexdigest()}"


def _made(texts: Iterable[tuple[Path, bytes]]) -> bytes:
    """The words of *texts* that are never reported, and the others compiled."""
    from listlint.brandwords.compile import compiled
    from listlint.tomlfile import parsed

    faults: list[Fault] = []
    entries: list[tuple[Mapping[str, Any], str]] = []
    allow: list[str] = []
    for path, data in texts:
        try:
            text, table = parsed(data, path)
        except ConfigError as error:
            faults += error.faults
            continue
        wrong = _faults(path, text, table)
        if wrong:
            faults += wrong
            continue
        allow += table.get("allow", ())
        entries += ((entry, path.name) for entry in table.get("brand", ()))
    if faults:
        raise ConfigError(faults)
    known = built_in()
    brands = [_as_known(known, brand) for brand in brands_of(map(_named, entries))]
    layer = b""
    if brands:
        tables = {name: known.layers[0].table(name) for name in TABLES}
        layer = compiled(
            brands, tables=tables, is_ordinary=known.is_ordinary, default_risk="medium"
        )
    return marshal.dumps((allow, layer), 2)


def _named(entry: tuple[Mapping[str, Any], str]) -> tuple[Mapping[str, Any], str]:
    """*entry*, its name among its words where it states no others of that kind."""
    stated, file = entry
    return ({"exact": [stated["name"]], **stated}, file)


def _as_known(lexicon: Lexicon, brand: SourceBrand) -> SourceBrand:
    """*brand* with what *lexicon* knows of it beside its words, where it does."""
    known = known_brand(lexicon, brand.name)
    if known is None or glued(known.name) != glued(brand.name):
        return brand
    sectors = {name for bit, name in enumerate(SECTORS) if known.sectors >> bit & 1}
    return brand._replace(
        name=known.name,
        owners=list(dict.fromkeys((*brand.owners, *known.owners))),
        sectors=brand.sectors | sectors,
        risk=brand.risk or RISKS[known.risk],
        accessories=brand.accessories or known.accessories,
        component=brand.component or known.component,
    )


def _faults(path: Path, text: str, table: Mapping[str, Any]) -> list[Fault]:
    """All that is wrong with *table*, read from *text*, in the order of the file."""
    from listlint.configschema import WORDS, faults_of

    told = faults_of(table, WORDS)
    if not told:
        told = list(_wrong_words(table))
    places = _Places(text)
    found = [Fault(sentence, path, dotted(at), places.line(at)) for at, sentence in told]
    return sorted(found, key=lambda fault: (fault.line or 0, fault.key))


def _wrong_words(table: Mapping[str, Any]) -> Iterator[tuple[At, str]]:
    """What a schema cannot say: words that nothing could find, and contexts of no word."""
    for index, word in enumerate(table.get("allow", ())):
        if not glued(word):
            yield ("allow", index), _unfindable(word)
    for number, brand in enumerate(table.get("brand", ())):
        words = {word for key in WORD_KEYS for word in brand.get(key, ())} | {brand["name"]}
        alike = set(map(glued, words))
        for key in ("name", *WORD_KEYS):
            stated = brand.get(key, ())
            for index, word in enumerate([stated] if key == "name" else stated):
                if len(glued(word)) < _LEAST_LETTERS:
                    at = ("brand", number, key) if key == "name" else ("brand", number, key, index)
                    yield at, _unfindable(word)
        for index, word in enumerate(brand.get("context", ())):
            if glued(word) not in alike:
                told = f"'{word}' is none of the words of this brand{instead(word, words)}"
                yield ("brand", number, "context", index), told


def _unfindable(word: str) -> str:
    return f"'{word}' has too few letters and digits to be looked for; a word has at least two."


class _Places:
    """The lines of a file of brand words.

    Each brand is looked through by itself: the file may be of a hundred thousand words.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = text.split("\n")
        starts = [at for at, line in enumerate(self._lines) if _BRAND.match(line)]
        self._starts = [*starts, len(self._lines)]

    def line(self, at: At) -> int | None:
        """The line where the value at *at* stands."""
        number = at[1] if at[:1] == ("brand",) and len(at) > 1 else None
        if isinstance(number, int) and number + 1 < len(self._starts):
            start, end = self._starts[number : number + 2]
            below = "\n".join(self._lines[start:end])
            return start + (line_of(below, ("brand", 0, *at[2:])) or 1)
        return line_of(self._text, at)


_BRAND = re.compile(r"\s*\[\[\s*(?:brand|\"brand\"|'brand')\s*\]\]")
