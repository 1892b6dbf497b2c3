"""An attribute holds one fact, not a pile of search words.

Search words in an attribute are read by nobody: buyers see them where they look for a size or a
material, the filter of the shop gets a value that no other product has, and platforms count them
as stuffing, as they do in titles.

**What platforms do.** DHgate: attributes and values must match the product, with no keyword
stuffing in custom attributes (notice of 2017-06, confidence P*); the same keyword may stand three
times in a title, and a fourth blocks the upload (P*).

**What is reported.** A value (or the name) that says the title's main word again and again beside
other words of the title: at least four times, and a fourth of all words, as in “dress, women dress,
summer dress, long dress” under the title “Summer dress”; and a value that is the whole title again.

**Repair.** Write the fact alone. Search words belong into `keywords`.

**Limits.** Lists of facts repeat words too (“sugar free, gluten free”), operating systems, models,
sizes. A word that is not the title's is therefore let pass; so are values with digits, arrays of
values, attributes that list what goods work with or consist of, and texts in Chinese, Japanese or
Thai, whose words stand without spaces. Stuffing of unlike words cannot be told from a list.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from listlint import Finding, Listing, Option, Options, Value, bad, good, rule
from listlint.wordscan import fold

_WORD = r"[^\W\d_]{3,}"
_SHORTEST = 24  # characters that four words and what parts them take at least
_PUNCTUATION = 12  # characters by which a title and its copy may differ
_TITLE = 4  # words of a title that no attribute holds by chance
_LISTS = (
    r"compatib|suitable|support|system|software|processor|chip|series|model|device|material|ingredient"
    r"|composition|includ|content|package|parts?\b|accessor|connector|port|interface|protocol|standard"
    r"|certif|feature|function|warranty|care|instruct|note|tip|description|detail|media|paper|print"
    r"|language|license|requirement|occasion|suited|scene|room|name|title|image"
)
_TITLES = "name|title|model|description|品名|名称|标题|型号"
_FILLING = frozenset(("and", "the", "for", "with", "from", "your", "all", "one", "new"))


@rule(
    on=("attributes", "custom_attributes"),
    level="warn",
    messages={
        "repeated": "“{word}” stands {count} times in “{name}”. Write the fact alone; search words"
        " belong into keywords.",
        "title": "“{name}” holds the whole title. Write the fact alone, or remove the attribute.",
    },
    options={
        "max": Option(3, "How often a word may stand in one value."),
    },
    examples=[
        good({"title": "Dress", "custom_attributes": {"Style": "Boho, Vintage, Casual, Beach"}}),
        good({"title": "Dress", "attributes": {"Occasion": "Father's Day, Mother's Day, Day off"}}),
        good(
            {
                "title": "Keyboard",
                "attributes": {
                    "Systems": "Windows XP, Windows 7, Windows 8, Windows 10, Windows 11"
                },
            }
        ),
        good(
            {
                "title": "Keyboard",
                "attributes": {
                    "Compatible systems": "Windows Home, Windows Pro, Windows Server, Windows RT"
                },
            }
        ),
        good(
            {
                "title": "Tea",
                "attributes": {"Diet": "Sugar free, Caffeine free, Gluten free, GMO free"},
            }
        ),
        good({"title": "Steel travel mug with lid", "attributes": {"Product name": "Steel mug"}}),
        good(
            {
                "title": "Makeup storage box",
                "attributes": {
                    "Type": ["Makeup storage", "Brush storage", "Nail storage", "Perfume storage"]
                },
            }
        ),
        bad(
            {
                "title": "Summer dress",
                "custom_attributes": {"Style": "dress, women dress, summer dress, long dress"},
            },
            ("repeated", "/custom_attributes/Style"),
        ),
        bad(
            {
                "title": "Women yoga pants",
                "attributes": {
                    "Type": "yoga pants; yoga leggings women; women yoga wear; hot yoga"
                },
            },
            ("repeated", "/attributes/Type"),
        ),
        bad(
            {
                "title": "Women tote bag",
                "custom_attributes": {"bag tote bag women bag shoulder bag": "yes"},
            },
            ("repeated", "/custom_attributes/bag tote bag women bag shoulder bag", "key"),
        ),
        bad(
            {
                "title": "Women summer dress long boho beach",
                "custom_attributes": {"Style": "women summer dress, long boho beach"},
            },
            ("title", "/custom_attributes/Style"),
        ),
    ],
)
def check(attributes: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    for name, value in attributes.value.items():
        if len(name) >= _SHORTEST or (type(value) is str and len(value) >= _SHORTEST):
            return _stuffed(attributes, listing.get("title", ""), options["max"])
    return ()


def _stuffed(attributes: Value, title: str, most: int) -> Iterator[Finding]:
    for name, value in attributes.value.items():
        pointer = (*attributes.pointer, name)
        if len(name) >= _SHORTEST and (told := _repeated(name, title, most)):
            data = {"name": _short(name), "word": told[0], "count": told[1]}
            yield Finding("repeated", pointer, "key", data, told[0])
        if type(value) is not str or len(value) < _SHORTEST:
            continue
        if (told := _repeated(value, title, most)) and not re.search(_LISTS, name, re.IGNORECASE):
            data = {"name": name, "word": told[0], "count": told[1]}
            yield Finding("repeated", pointer, "value", data, told[0])
        elif _is_title(value, title) and not re.search(_TITLES, name, re.IGNORECASE):
            yield Finding("title", pointer, "value", {"name": name})


def _repeated(text: str, title: str, most: int) -> tuple[str, int] | None:
    """The title's word that comes too often in *text*, and how often."""
    if re.search(r"\d", text):
        return None
    words = _words(text)
    if len(words) - len(set(words)) < most:  # else no word can stand so often
        return None
    named = set(_words(title)) - _FILLING
    counted = Counter(word for word in words if word in named)
    for word, count in counted.most_common(1):
        if count > most and count * 4 >= len(words) and len(counted) > 1:
            return word, count
    return None


def _is_title(text: str, title: str) -> bool:
    """Whether *text* is *title*, but for case and punctuation."""
    if abs(len(text) - len(title)) > _PUNCTUATION:
        return False
    words = _words(text)
    return len(words) >= _TITLE and words == _words(title)


def _words(text: str) -> list[str]:
    return re.findall(_WORD, fold(text))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
