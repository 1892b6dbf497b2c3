"""Compile `lexicon/` to `listlint/data/brands.bin`: python -m listlint.brandwords.compile.

What is looked up in a text is worked out here for every word: its letters, those of each of its
parts, what is left of it when a letter is missing, how it sounds, and for words in scripts that
write no spaces their first characters. This module knows no texts and no findings.
"""

from __future__ import annotations

import marshal
import re
import tomllib
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from listlint.brandwords.anchors import anchors_of, pieces_in
from listlint.brandwords.folding import classes, consonants, deletions, glued, plain, sound
from listlint.brandwords.halves import halves_of, halves_of_parts
from listlint.brandwords.hanforms import LONGEST_SHOWN, han_fold
from listlint.brandwords.hankeys import Tables, han_keys, split_forms
from listlint.brandwords.layer import (
    CONTEXT,
    HAN,
    INITIAL,
    KINDS,
    LOW_BITS,
    MAGIC,
    NEAR,
    TABLES,
    key_of,
)
from listlint.brandwords.source import RISKS, SourceBrand, read_brands, sector_bits
from listlint.brandwords.tables import lines_in, read_tables
from listlint.brandwords.unspaced import has_unspaced

_LONGEST_WHOLE = 14
_LEAST_SPELT = 7
_CODE = re.compile(r"[a-z]{1,3}[0-9]{1,4}[a-z]?")
"""What many makers call a model: P6000, MT-07."""
_KIND_NUMBER = {kind: number for number, kind in enumerate(KINDS)}
_NAMING = ("exact", "translated", "series", "partial")
_WHOLE = ("exact", "translated")


class _Index:
    """Keys and the numbers of the words under each."""

    def __init__(self) -> None:
        self._under: dict[int, list[int]] = {}

    def add(self, tag: str, text: str, word: int) -> None:
        words = self._under.setdefault(key_of(tag, text), [])
        if word not in words[-1:] and word not in words:
            words.append(word)

    def parts(self, records: _Records) -> tuple[array[int], array[int]]:
        keys = array("I", sorted(self._under))
        values = array("I")
        for key in keys:
            words = self._under[key]
            one = len(words) == 1
            values.append(words[0] | 0x80000000 if one else records.add(tuple(words)))
        return keys, values


class _Records:
    """Values one after another, each read by itself from where it starts."""

    def __init__(self) -> None:
        self.data = bytearray()
        self._known: dict[bytes, int] = {}

    def add(self, value: Any) -> int:
        # Version 2 has no references: equal values have equal bytes wherever they were made.
        told = marshal.dumps(value, 2)
        at = self._known.get(told)
        if at is None:
            at = self._known[told] = len(self.data)
            self.data += told
        return at


def compiled(
    brands: Iterable[SourceBrand],
    ordinary: Iterable[str] = (),
    contexts: Mapping[str, Iterable[str]] | None = None,
    tables: Tables | None = None,
    is_ordinary: Callable[[str], bool] | None = None,
    default_risk: str = "low",
    english: Iterable[str] = (),
    borders: Iterable[str] = (),
) -> bytes:
    """The lexicon of *brands* as bytes.

    *ordinary* are ordinary words, *contexts* maps sectors to the words that show them, *tables*
    are of characters. *is_ordinary* tells of words that are ordinary by another lexicon, *english*
    are those of English, which may stand beside each other in any listing. *borders* are words of a
    script that writes no spaces, over whose borders brand words may lie.
    """
    brands = sorted(brands, key=lambda brand: (brand.name.casefold(), brand.name))
    known = {word for line in ordinary if (word := plain(line.strip()))}
    common = frozenset(english)
    tables = tables or {"looks": {}, "simplified": {}, "sounds": {}}
    told = (lambda word: word in known) if is_ordinary is None else is_ordinary
    index, records = _Index(), _Records()
    words, offsets = array("I"), array("I")
    own: set[str] = set()
    stated = {glued(word) for brand in brands for word in (brand.name, *brand.words)}
    for number, brand in enumerate(brands):
        risk = RISKS.index(brand.risk or default_risk)
        context = {form for word in brand.context for form in (glued(word), *_forms(word, tables))}
        # Fort Nite may be two words; Fortnite, stated beside it, is one that names nothing else.
        joined = {word for word in brand.words if word.isalpha() and word.isascii()}
        joined -= {word for word in joined if _is_solid(word, brand.context)}
        surfaces = {brand.name: "exact", **brand.words} if not brand.words else brand.words
        names = set(map(glued, surfaces))
        parted = {glued(surface) for surface in surfaces if not surface.isalpha()}
        telling = {
            form
            for surface, kind in surfaces.items()
            if kind == "exact" and (form := glued(surface)) == surface.lower()
            if form not in context and not _is_word(surface, form, kind, risk, told)
        }
        told_words: dict[str, None] = {}
        forms: dict[str, int] = {}
        initialed = _initialed(surfaces, risk, told)
        spelt = {
            latin: "translated"
            for latin in (_spelt(surfaces, tables["sounds"]) if risk == 2 else ())
            if latin not in stated and not told(latin)
        }
        for surface, kind in (*surfaces.items(), *initialed, *spelt.items()):
            form = glued(surface)
            doubtful = surface not in joined and not context.isdisjoint(_forms(surface, tables))
            flags = CONTEXT if doubtful or _is_word(surface, form, kind, risk, told) else 0
            flags |= HAN if has_unspaced(surface) else 0
            letters_of = next(_forms(surface, tables)) if flags & HAN else form
            if kind == "initial":
                kind, flags = "partial", flags | INITIAL
            split = flags == HAN and risk == 2 and kind in _WHOLE
            for form in _forms(surface, tables, split=split):
                if len(form) < 2 or (form in forms and flags & INITIAL):
                    continue
                if not flags & (CONTEXT | HAN) and " " not in surface:
                    own.add(form)
                # Nike Sportswear misspelt is told by Nike, or Nike misspelt.
                told_by_part = " " in surface and any(
                    part in telling for part in surface.lower().split()
                )
                misspelt = not told_by_part and _may_be_near(form, kind, flags, risk)
                near = flags | (NEAR if misspelt else 0)
                at = forms[form] = len(words)
                apart = bool(flags & HAN) and form != letters_of
                kind_number = _KIND_NUMBER["deformed" if apart else kind]
                told_form = "" if form == letters_of else form
                if not flags & INITIAL:
                    told_words[surface] = None
                words.append(records.add((number, kind_number, near, surface, told_form)))
                if apart:
                    index.add("c", form[:2], at)
                elif flags & HAN:
                    for tag, key in han_keys(form, near, risk, tables, told):
                        index.add(tag, key, at)
                elif kind == "translated" and form in spelt:
                    index.add("w", classes(form), at)
                else:
                    _add(index, at, surface, form, kind, near, risk, told)
                    if kind == "exact" and risk == 2 and " " in surface and not flags & CONTEXT:
                        for half in halves_of_parts(set(pieces_in(surface)) - names, told):
                            index.add("b", classes(half), at)
                    elif kind == "exact" and risk == 2 and form not in parted:
                        for tag, half in halves_of(form, told, common) if surface.isalpha() else ():
                            index.add(tag, classes(half), at)
        offsets.append(
            records.add((
                brand.name, tuple(brand.owners), sector_bits(brand.sectors), risk,
                brand.accessories, brand.component, tuple(map(plain, brand.owner_words)),
                tuple(map(plain, brand.unless_words)), tuple(told_words),
            ))
        )  # fmt: skip
    keys, values = index.parts(records)
    shown = _shown(contexts or {})
    ordinary_keys = {key_of("o", word) for word in known if word not in own or len(word) < 4}
    ordinary_keys |= {key_of("b", han_fold(word, tables["simplified"])) for word in borders}
    parts: dict[str, bytes] = {
        **_sorted("keys", keys),
        "values": values.tobytes(),
        "words": words.tobytes(),
        "brands": offsets.tobytes(),
        **_sorted("ordinary", sorted(ordinary_keys)),
        **_sorted("context", sorted(shown)),
        "sectors": array("Q", (shown[key] for key in sorted(shown))).tobytes(),
        "records": bytes(records.data),
        **{name: _table(tables.get(name, {})) for name in TABLES},
    }
    return _file(parts)


def _sorted(name: str, keys: Sequence[int]) -> dict[str, bytes]:
    """The sorted *keys*, and where those of each highest bits start."""
    starts = array("I", [0])
    for part in range(1, (1 << 32 - LOW_BITS) + 1):
        starts.append(bisect_left(keys, part << LOW_BITS, starts[-1]))
    return {name: array("I", keys).tobytes(), f"{name} starts": starts.tobytes()}


def _table(table: Mapping[str, str]) -> bytes:
    """*table*, of single characters, as two texts, which are read faster than its entries are."""
    return marshal.dumps(("".join(table), " ".join(table.values())), 2)


def _is_word(
    surface: str, form: str, kind: str, risk: int, is_ordinary: Callable[[str], bool]
) -> bool:
    """Whether *surface* is an ordinary word although its source does not say so.

    Lists of ordinary words hold famous brands too: those are told by their risk.
    """
    if kind == "series" and _CODE.fullmatch(form):
        return True
    joined = not surface.isalnum()  # Li-Ning: in one word it is another word
    weak = risk < 2 or len(form) <= 3 or joined or kind in ("series", "partial")
    return weak and " " not in surface and is_ordinary(form)


def _is_solid(word: str, context: Iterable[str]) -> bool:
    """Whether one of *context* is *word*, or like it but for capitals and signs: not parted."""
    return any(each.isalnum() and glued(each) == glued(word) for each in context)


def _file(parts: Mapping[str, bytes]) -> bytes:
    def header(start: int) -> bytes:
        places = {}
        for name, part in parts.items():
            start += -start % 8
            places[name] = (start, len(part))
            start += len(part)
        told = marshal.dumps(places, 2)
        return MAGIC + len(told).to_bytes(4, "little") + told

    first = header(0)
    whole = bytearray(header(len(first)))
    for part in parts.values():
        whole += bytes(-len(whole) % 8) + part
    return bytes(whole)


def _forms(surface: str, tables: Tables, *, split: bool = False) -> Iterator[str]:
    """The letters of *surface*, and of how else it is written: *split*, one character as two."""
    if has_unspaced(surface):
        form = han_fold(surface, tables["simplified"]).replace(" ", "")
        yield form
        if split:
            yield from split_forms(form, tables.get("splits", {}))
        return
    yield glued(surface)
    if "&" in surface:
        yield glued(surface.replace("&", " and "))
    elif " and " in surface.lower():
        yield glued(surface.lower().replace(" and ", " & "))


def _initialed(
    surfaces: Mapping[str, str], risk: int, is_ordinary: Callable[[str], bool]
) -> Iterator[tuple[str, str]]:
    """Names with one part shortened to its first letter: K. Spade, North F."""
    if risk < 2:
        return
    for surface, kind in surfaces.items():
        parts = surface.split()
        if kind != "exact" or not 2 <= len(parts) <= 3 or has_unspaced(surface):
            continue
        if any(len(glued(part)) < 3 or not part[0].isalpha() for part in (parts[0], parts[-1])):
            continue
        first, last = parts[0][0].upper(), parts[-1][0].upper()
        yield " ".join((f"{first}.", *parts[1:])), "initial"
        yield " ".join((*parts[:-1], f"{last}.")), "initial"
        if parts[0].lower() == "the":
            yield " ".join((*parts[1:-1], f"{last}.")), "initial"


def _spelt(surfaces: Mapping[str, str], sounds: Mapping[str, str]) -> Iterator[str]:
    """The longer Chinese ones of *surfaces* as they sound."""
    for surface, kind in surfaces.items():
        if kind == "translated" and len(surface) > 2 and all(char in sounds for char in surface):
            latin = "".join(sounds[char] for char in surface)
            if len(latin) >= _LEAST_SPELT:
                yield latin


def _may_be_near(form: str, kind: str, flags: int, risk: int) -> bool:
    if flags & INITIAL or kind not in _NAMING:
        return False
    if flags & HAN:
        return risk >= 1 and (len(form) >= 3 or (kind in _WHOLE and not flags & CONTEXT))
    if not form.isascii():
        named = kind in _WHOLE and len(form) >= 5 and form.isalpha()
        return risk == 2 and named and not flags & CONTEXT
    if kind == "series" and (risk < 2 or len(form) < 6):
        return False
    return (risk >= 1 and len(form) >= 5) or (risk == 2 and len(form) >= 4)


def _add(
    index: _Index,
    word: int,
    surface: str,
    form: str,
    kind: str,
    flags: int,
    risk: int,
    is_ordinary: Callable[[str], bool],
) -> None:
    index.add("w", classes(form), word)
    pieces = pieces_in(surface)
    anchors: list[str] = []
    if len(pieces) > 1:
        anchors = anchors_of(pieces, is_ordinary)
        for anchor in anchors:
            index.add("a", classes(anchor), word)
    if not flags & NEAR:
        return
    # A word of several parts is told by one of them being near, and compared as a whole.
    near = [each for each in pieces if len(each) > 3] if risk == 2 and kind == "exact" else anchors
    whole = [form] if len(pieces) == 1 or len(form) <= _LONGEST_WHOLE else []
    for piece in dict.fromkeys((*whole, *near)):
        for left in deletions(sound(piece)):
            index.add("d", left, word)
    if risk < 2 or len(form) > 24:
        return
    parts = [each for each in pieces if len(each) == 3] if near and len(pieces) > 1 else []
    parts += [each for each in (*anchors, *near) if len(each) > 3]
    for piece in dict.fromkeys((form, *parts)):
        index.add("m", f"{piece[0]}{piece[-1]}{len(piece)}", word)
        index.add("m", f"{piece[:2]}*{len(piece)}", word)
    for piece in (form, *(each for each in anchors if len(each) > 4)) if kind == "exact" else ():
        for length in range(3, len(piece) - 1):
            index.add("f", piece[:length], word)
            index.add("f", piece[-length:], word)
    if form.isascii() and not flags & CONTEXT and len(consonants(form)) >= 4:
        index.add("v", consonants(form), word)


def _shown(contexts: Mapping[str, Iterable[str]]) -> dict[int, int]:
    shown: dict[int, int] = {}
    for sector, words in contexts.items():
        for word in words:
            begun = han_fold(word, {})[: LONGEST_SHOWN if has_unspaced(word) else None]
            for key in (key_of("s", form) for form in {glued(word), begun}):
                shown[key] = shown.get(key, 0) | sector_bits([sector])
    return shown


def compiled_folder(folder: Path) -> bytes:
    """The lexicon in *folder* as bytes."""
    contexts = tomllib.loads((folder / "context.toml").read_text(encoding="utf-8"))
    return compiled(
        read_brands(path for path in sorted(folder.glob("*.toml")) if path.name != "context.toml"),
        [word for path in sorted(folder.glob("ordinary/*.txt")) for word in lines_in(path)],
        {sector: entry["words"] for sector, entry in contexts.items()},
        read_tables(folder / "tables"),
        english=lines_in(folder / "ordinary" / "en.txt"),
        borders=[word for path in sorted(folder.glob("borders/*.txt")) for word in lines_in(path)],
    )


def main() -> None:
    """Write the compiled lexicon."""
    root = Path(__file__).parents[2]
    target = root / "listlint" / "data" / "brands.bin"
    target.write_bytes(compiled_folder(root / "lexicon"))


if __name__ == "__main__":
    main()
