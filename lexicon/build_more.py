"""Write `lexicon/more.toml`: the long tail of brands, by bare name, from licensed lists.

    python lexicon/build_more.py FOLDER

The folder holds the lists as `README.md` names them. A name is taken only if it can hardly be
anything else: it is no word of `ordinary/`, no word or near miss of a brand that the other files
know, not short, and not made of ordinary words, apart or written as one. What those tests let
through and a reader did not is in `left-out.txt`; what only looks like two words in one and a
reader knew for a brand is in `taken-in.txt`. Quality goes before number: this script knows
nothing of context, so a name that would need it is left out.
"""

import gzip
import json
import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
TARGET = HERE / "more.toml"
KINDS = (
    "exact",
    "translated",
    "pinyin",
    "series",
    "partial",
    "abbreviation",
    "nickname",
    "observed",
)

# Kinds of shop whose name stands on the goods too; all others are shops and no brands of goods.
SECTORS_BY_SHOP = {
    "shop/bag": ("bags",),
    "shop/bicycle": ("sports",),
    "shop/car": ("cars",),
    "shop/chocolate": ("food",),
    "shop/clothes": ("clothing",),
    "shop/coffee": ("drinks",),
    "shop/confectionery": ("food",),
    "shop/cosmetics": ("cosmetics",),
    "shop/e-cigarette": ("tobacco",),
    "shop/fashion_accessories": ("jewelry", "bags"),
    "shop/hearing_aids": ("health",),
    "shop/hifi": ("audio",),
    "shop/household_linen": ("home",),
    "shop/jewelry": ("jewelry",),
    "shop/leather": ("bags",),
    "shop/motorcycle": ("motorcycles",),
    "shop/nutrition_supplements": ("health",),
    "shop/outdoor": ("outdoor",),
    "shop/perfumery": ("perfume",),
    "shop/power_tools": ("tools",),
    "shop/shoes": ("shoes",),
    "shop/sports": ("sports",),
    "shop/tea": ("drinks",),
    "shop/tractor": ("tools",),
    "shop/tyres": ("cars",),
    "shop/vacuum_cleaner": ("appliances",),
    "shop/watches": ("watches",),
}
LANGUAGES = ("zh", "zh-Hans", "zh-Hant", "ja", "ko", "ru", "ar", "th")
# The collections of products of which a brand's sector can be told.
SECTORS_BY_CORPUS = {
    "icecat-electronics.en": ("computers",),
    "sephora-skincare.en": ("cosmetics",),
    "shopify-fashion-bicycles.en": ("clothing",),
    "walmart-amazon.en": ("computers",),
}

_SHORTEST = 5  # letters of a name that is one word
_SHORTEST_OF_WORDS = 7  # letters of a name of several words
_SHORTEST_PART = 4  # letters of a brand's word in a name
_SHORTEST_TRANSLATED = 4  # characters of a name in a script without spaces
_LATIN = re.compile(r"[A-Za-zÀ-ÿ0-9][A-Za-zÀ-ÿ0-9 &+.'’!/-]*")
_WORDS = re.compile(r"[a-zà-ÿ]+(?:['’][a-zà-ÿ]+)?|\d+")
# Words that make a name a shop's, a firm's or a description, and not a mark on goods.
_NOT_GOODS_TEXT = """
    agency auto autos bank bazaar bikes bureau centre center centrum club co company compatible
    cooperative corp department depot discount duty express factory fashion firm foundation free
    furniture generic group handmade hospital hotel house inc institute insurance international
    limited llc ltd magasin mall market mart motors online optical opticians optik oy pharmacy
    school services shop shopping shops showroom solutions spa store stores studio supermarket
    supply systems technologies technology telecom unbranded university usa warehouse world
"""
_NOT_GOODS = frozenset(_NOT_GOODS_TEXT.split())


class Entry(NamedTuple):
    """A brand as a list has it."""

    name: str
    sectors: tuple[str, ...] = ()
    translated: tuple[str, ...] = ()


class Words(NamedTuple):
    """What a name is compared with, folded."""

    brands: frozenset[str]  # the words of the brands that the other files know
    ordinary: frozenset[str]
    near: frozenset[str]  # what a name may not be one letter away from
    english: frozenset[str]


def main(folder: Path) -> None:
    """Write the file from the lists in *folder*."""
    known = _known()
    words = _words(known)
    left_out = frozenset(_fold(line) for line in _lines(HERE / "left-out.txt"))
    taken_in = frozenset(_fold(line) for line in _lines(HERE / "taken-in.txt"))
    brands: dict[str, Entry] = {}
    for source in (_shops, _pages, _products):
        for entry in source(folder):
            key = _fold(entry.name)
            if key in brands:
                brands[key] = _merged(brands[key], entry)
            elif key not in known | left_out and (
                key in taken_in or _is_telling(entry.name, words)
            ):
                brands[key] = entry
    taken = set(known)
    blocks = []
    for key in sorted(brands):
        entry = brands[key]
        taken.add(key)
        translated = [word for word in entry.translated if _fold(word) not in taken]
        taken.update(map(_fold, translated))
        blocks.append(_toml(entry, translated))
    head = (
        "# The long tail: written by build_more.py, not by hand. See README.md for the sources.\n"
    )
    TARGET.write_text(head + "".join(blocks), encoding="utf-8")
    print(f"{len(blocks)} brands")


def _shops(folder: Path) -> Iterator[Entry]:
    """Name Suggestion Index: chains that sell goods under their own name."""
    with gzip.open(folder / "name-suggestion-index.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            sectors = SECTORS_BY_SHOP.get(entry["path"].removeprefix("brands/"))
            tags = entry["tags"]
            name = tags.get("brand:en") or tags.get("brand") or entry["displayName"]
            if sectors and "brand:wikidata" in tags:
                writings = (tags.get(f"brand:{language}", "") for language in LANGUAGES)
                yield Entry(name, sectors, tuple(dict.fromkeys(filter(_is_long_enough, writings))))


def _pages(folder: Path) -> Iterator[Entry]:
    """EBay's brand pages: a hyphen stands for a space, a dot or an ampersand."""
    for line in _lines(folder / "ebay-uk-brand-pages.tsv")[1:]:
        yield Entry(line.split("\t")[1].replace("-", " "))


def _products(folder: Path) -> Iterator[Entry]:
    """Brands that several products of the collections state."""
    for line in _lines(folder / "brands-in-shared-corpora.tsv")[1:]:
        name, count, by_corpus = line.split("\t")
        corpora = json.loads(by_corpus)
        sectors = [SECTORS_BY_CORPUS[corpus] for corpus in corpora if corpus in SECTORS_BY_CORPUS]
        if sectors and int(count) >= 3:
            yield Entry(name.title() if name.islower() or name.isupper() else name, sectors[0])


def _merged(one: Entry, other: Entry) -> Entry:
    return Entry(
        one.name,
        tuple(dict.fromkeys(one.sectors + other.sectors)),
        tuple(dict.fromkeys(one.translated + other.translated)),
    )


def _is_telling(name: str, known: Words) -> bool:
    """Whether *name*, wherever it stands, can hardly be anything but a brand."""
    if not _LATIN.fullmatch(name):
        return False
    words = _WORDS.findall(name.casefold())
    letters = _fold(name)
    if not words or sum(letter.isalpha() for letter in letters) < _SHORTEST:
        return False
    if any(word in _NOT_GOODS for word in words) or letters in known.ordinary:
        return False
    if all(_is_ordinary(word, known.ordinary) for word in words):
        return False
    if len(words) > 1:
        return len(letters) >= _SHORTEST_OF_WORDS and not _holds(words, known.brands)
    return not _is_near(letters, known.near) and not _splits(letters, known.english)


def _holds(words: list[str], known: frozenset[str]) -> bool:
    """Whether some of *words* name a brand on their own: Philips Norelco is Philips."""
    parts = (
        _fold("".join(words[start:end]))
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
    )
    return any(len(part) >= _SHORTEST_PART and part in known for part in parts)


def _is_ordinary(word: str, ordinary: frozenset[str]) -> bool:
    folded = _fold(word)
    stems = (folded, folded.removesuffix("s"), folded.removesuffix("es"), folded.removesuffix("n"))
    return len(folded) < 3 or folded.isdigit() or any(stem in ordinary for stem in stems)


def _splits(letters: str, english: frozenset[str]) -> bool:
    """Whether a name is two ordinary words written as one: OpenBox, SeaSalt."""
    return any(
        letters[:at] in english and letters[at:] in english for at in range(3, len(letters) - 2)
    )


def _is_near(letters: str, words: frozenset[str]) -> bool:
    """Whether one of *words* differs from *letters* by one letter."""
    for at in range(len(letters)):
        rest = letters[:at] + letters[at + 1 :]
        if rest in words:
            return True
        for letter in "abcdefghijklmnopqrstuvwxyz":
            if letter != letters[at] and f"{letters[:at]}{letter}{letters[at + 1 :]}" in words:
                return True
    return any(
        f"{letters[:at]}{letter}{letters[at:]}" in words
        for at in range(len(letters) + 1)
        for letter in "abcdefghijklmnopqrstuvwxyz"
    )


def _is_long_enough(word: str) -> bool:
    return len(word) >= _SHORTEST_TRANSLATED and not word.isascii() and "(" not in word


def _known() -> frozenset[str]:
    """Every word of the files that are written by hand, and every name."""
    words = set()
    for path in HERE.glob("*.toml"):
        if path.name not in {"context.toml", TARGET.name}:
            for brand in tomllib.loads(path.read_text(encoding="utf-8")).get("brand", ()):
                words.add(_fold(brand["name"]))
                words.update(_fold(word) for kind in KINDS for word in brand.get(kind, ()))
    return frozenset(words)


def _words(brands: frozenset[str]) -> Words:
    lists = {
        path.stem: frozenset(map(_fold, _lines(path))) for path in (HERE / "ordinary").glob("*.txt")
    }
    ordinary = frozenset().union(*lists.values())
    near = ordinary | {word for word in brands if len(word) >= _SHORTEST}
    return Words(brands, ordinary, near, lists["en"])


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _fold(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if letter.isalnum())


def _toml(entry: Entry, translated: list[str]) -> str:
    lines = ["", "[[brand]]", f"name = {_quoted(entry.name)}"]
    if entry.sectors:
        lines.append(f"sectors = [{', '.join(map(_quoted, entry.sectors))}]")
    lines += ['risk = "low"', f"exact = [{_quoted(entry.name)}]"]
    if translated:
        lines.append(f"translated = [{', '.join(map(_quoted, translated))}]")
    return "\n".join(lines) + "\n"


def _quoted(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
