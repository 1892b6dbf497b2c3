"""The lexicon's source: brands and their words, as `lexicon/*.toml` and a user's file state them.

Entries of one brand in several files are united. This module knows no texts and no compiled form.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from listlint.namedtuples import NamedTuple

SECTORS = (
    "clothing", "shoes", "bags", "jewelry", "watches", "eyewear", "perfume", "cosmetics",
    "haircare", "sports", "outdoor", "phones", "computers", "audio", "cameras", "games", "toys",
    "characters", "cars", "motorcycles", "tools", "home", "kitchen", "appliances", "furniture",
    "baby", "food", "drinks", "health", "pets", "stationery", "music", "software", "films",
    "clubs", "tobacco",
)  # fmt: skip
"""Where brands trade; a set of them is a number with the bits of their positions."""

RISKS = ("low", "medium", "high")

WORD_KEYS = {
    "exact": "exact",
    "translated": "translated",
    "pinyin": "translated",
    "series": "series",
    "partial": "partial",
    "abbreviation": "abbreviation",
    "nickname": "deformed",
    "observed": "deformed",
}
"""Key of a brand in the source → the kind of its words."""

_KEYS = {*WORD_KEYS, "name", "owners", "sectors", "risk", "context", "accessories", "component",
         "owner_word", "unless_word"}  # fmt: skip


class SourceBrand(NamedTuple):
    """A brand as its source states it. *words* maps each word to its kind."""

    name: str
    words: dict[str, str]
    context: set[str]
    owners: list[str]
    sectors: set[str]
    risk: str
    accessories: bool
    component: bool
    owner_words: list[str]
    unless_words: list[str]


class SourceError(ValueError):
    """An entry of a lexicon's source that cannot be read."""


def read_brands(paths: Iterable[Path]) -> list[SourceBrand]:
    """The brands of the files at *paths*, those of one name united."""
    import tomllib  # for the compiler alone, not for each run

    return brands_of(
        (entry, path.name)
        for path in paths
        for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("brand", ())
    )


def brands_of(entries: Iterable[tuple[Mapping[str, Any], str]]) -> list[SourceBrand]:
    """The brands of *entries*, each with the name of the file that it is from."""
    found: dict[str, SourceBrand] = {}
    for entry, file in entries:
        brand = _brand(entry, file)
        known = found.get(brand.name.casefold())
        found[brand.name.casefold()] = brand if known is None else _united(known, brand)
    return list(found.values())


def _brand(entry: Mapping[str, Any], file: str) -> SourceBrand:
    name = entry.get("name")
    if not isinstance(name, str) or not name.strip():
        raise SourceError(f"{file}: a brand has no name")
    unknown = entry.keys() - _KEYS
    if unknown:
        raise SourceError(f"{file}: {name}: unknown keys {', '.join(sorted(unknown))}")
    sectors = set(entry.get("sectors", ()))
    if sectors - set(SECTORS):
        raise SourceError(f"{file}: {name}: unknown sectors {', '.join(sorted(sectors))}")
    risk = entry.get("risk", "")
    if risk and risk not in RISKS:
        raise SourceError(f"{file}: {name}: risk is one of {', '.join(RISKS)}")
    words: dict[str, str] = {}
    for key, kind in WORD_KEYS.items():
        for word in entry.get(key, ()):
            if not isinstance(word, str) or not word.strip():
                raise SourceError(f"{file}: {name}: {key} holds what is no word")
            words.setdefault(word, kind)
    return SourceBrand(
        name,
        words,
        set(entry.get("context", ())),
        list(entry.get("owners", ())),
        sectors,
        risk,
        bool(entry.get("accessories")),
        bool(entry.get("component")),
        list(entry.get("owner_word", ())),
        list(entry.get("unless_word", ())),
    )


def _united(one: SourceBrand, two: SourceBrand) -> SourceBrand:
    return SourceBrand(
        one.name,
        {**two.words, **one.words},
        one.context | two.context,
        list(dict.fromkeys((*one.owners, *two.owners))),
        one.sectors | two.sectors,
        max(one.risk, two.risk, key=lambda risk: RISKS.index(risk) if risk else -1),
        one.accessories or two.accessories,
        one.component or two.component,
        list(dict.fromkeys((*one.owner_words, *two.owner_words))),
        list(dict.fromkeys((*one.unless_words, *two.unless_words))),
    )


def sector_bits(sectors: Iterable[str]) -> int:
    """*sectors* as a number."""
    return sum(1 << SECTORS.index(sector) for sector in set(sectors))
