"""Attributes and title say the same of color, fibre and gender.

A title “Men's cotton shirt, blue” with the attribute Material “Polyester” misleads buyers, one way
or the other: they find the product by its title, filter by its attributes, and send it back.

**What platforms do.** DHgate: attributes and values must match the product (notice of 2017-06,
confidence P*). Taobao and Tmall: the title must agree with category, brand, key attributes and
specifications (publish page, P). Which of the two is wrong only the seller knows, and a picture of
words can mislead a program, so the level is a warning.

**What is reported.** A title that names one color, one fibre or one gender, and an attribute that
says nothing but another one. Neighbours such as grey and black, red and pink, are not told apart.
Silent are titles with several colors or a pattern, words that are part of a name (red wine, white
gold, cotton candy, linen look, black dial, boy shorts, the brand itself), and products with
variants of the title's color.

**Repair.** Correct whichever is wrong.

**Limits.** English titles and attributes, and the plainest Chinese ones. Other materials and
numbers of pieces are not compared: a wooden box holds paper, and a pack holds sets.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from listlint import Finding, Listing, Options, Text, bad, good, pattern, rule
from listlint.model import Pointer
from listlint.wordscan import fold

from .._attribute_names import as_read
from .._remembered import Remembered

_COLORS = {
    "black": "black", "white": "white", "grey": "grey", "gray": "grey", "red": "red",
    "pink": "pink", "orange": "orange", "yellow": "yellow", "green": "green", "blue": "blue",
    "purple": "purple", "brown": "brown", "黑色": "black", "白色": "white", "灰色": "grey",
    "红色": "red", "粉色": "pink", "橙色": "orange", "黄色": "yellow", "绿色": "green",
    "蓝色": "blue", "紫色": "purple", "棕色": "brown",
}  # fmt: skip
_SHADES = (
    "amber", "apricot", "aqua", "beige", "bluish", "bronze", "burgundy", "camel", "champagne",
    "charcoal", "chocolate", "clear", "coffee", "copper", "coral", "cream", "crimson", "cyan",
    "fuchsia", "gold", "golden", "indigo", "ivory", "khaki", "lavender", "lime", "magenta",
    "maroon", "mauve", "metallic", "mint", "mustard", "navy", "nude", "olive", "peach", "plum",
    "rose", "rust", "silver", "skin", "tan", "taupe", "teal", "turquoise", "violet", "wine",
    "yellowish", "transparent",
)  # fmt: skip
_FIBRES = {
    "cotton": "cotton", "linen": "linen", "wool": "wool", "cashmere": "cashmere",
    "polyester": "polyester", "nylon": "nylon", "acrylic": "acrylic", "纯棉": "cotton",
    "全棉": "cotton", "羊毛": "wool", "羊绒": "cashmere", "亚麻": "linen", "聚酯纤维": "polyester",
    "涤纶": "polyester", "锦纶": "nylon", "腈纶": "acrylic",
}  # fmt: skip
_GENDERS = {
    "men": "men", "mens": "men", "men's": "men", "man": "men", "boys": "men", "boy's": "men",
    "women": "women", "womens": "women", "women's": "women", "woman": "women", "ladies": "women",
    "girls": "women", "girl's": "women", "male": "men", "female": "women", "unisex": "both",
    "couple": "both", "男士": "men", "男装": "men", "男款": "men", "女士": "women", "女装": "women",
    "女款": "women", "情侣": "both",
}  # fmt: skip


class _Facet(NamedTuple):
    """One thing that title and attributes both tell.

    *attributes* are names `as_read`; *classes* maps words to what they mean, where
    words of one class agree. *alike* are pairs too near to tell apart. A title that *unsure*
    matches is not judged.
    """

    attributes: frozenset[str]
    classes: dict[str, str]
    alike: frozenset[frozenset[str]]
    unsure: str


def _pairs(text: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split("-")) for pair in text.split())


def _any_of(listed: str, more: str = "") -> str:
    """A pattern for any of the *listed* words (dots stand for what may part two), or *more*."""
    return rf"\b(?:{'|'.join(listed.split())})\b{more}"


_COLOR = _Facet(
    frozenset(("color", "basecolor", "maincolor", "productcolor", "颜色", "主要颜色")),
    _COLORS | dict.fromkeys(_SHADES, "another shade"),
    _pairs(
        "blue-purple blue-green red-pink red-orange red-brown red-purple orange-yellow orange-pink"
        " orange-brown yellow-green yellow-brown green-brown grey-black grey-white grey-blue"
        " grey-brown pink-purple brown-black black-blue"
    ),
    _any_of(
        # several colors, or a pattern …
        r"and with multi\w* assorted random\w* colou?rful colou?rs mix(?:ed)? rainbow prints?"
        r" printed stripes? striped check(?:s|ed|ered)? plaid florals? flower\w* dots? dotted"
        r" two.?tone pattern\w* clash colou?r.?block\w* off.?white whit logo text lettering stones?"
        r" crystals? pearls? diamonds?"
        # … the color of a part, of what goods give off or put on, …
        r" collar(?:ed)? watch(?:es)? dial strap lens lenses hat belt hair lights? led laser flash"
        r" effect hue toner cartridge ink drum imaging original cyan label tape ribbon perfume[sd]?"
        r" deo deodorant fragrance eau beauty skin facial cleanser spray lipstick lip nail polish"
        r" lacquer eye\w* kajal mascara"
        # … or of something else that has its name from a color.
        r" leaf leaves tea coffee wine gold noise friday forest box board edition bull ray tooth"
        r" teeth meat rice beans? pepper planet sea sky jeans? denim",
        "|[/&+]",
    ),
)
_FIBRE = _Facet(
    frozenset(("material", "mainmaterial", "fabric", "fabrictype", "材质", "面料", "材料")),
    _FIBRES,
    _pairs("wool-cashmere"),
    _any_of(
        r"cotton.(?:candy|swabs?|pads?|buds?|balls?|wicks?|core|white)"
        r" linen.(?:basket|closet|spray)"
        r" (?:cotton|linen|wool|cashmere).(?:threads?|feel|touch|soft|like|look|style|textured?)"
        r" (?:cotton|linen|wool|cashmere).(?:effect|rich|fill(?:ed|ing)?|padd(?:ed|ing))"
        r" (?:cotton|linen|wool|cashmere|nylon).(?:lin(?:ed|ing)|trim|cord|rope|strap|brush|bags?)"
        r" (?:wool|cashmere).(?:wash|detergent) acrylic.(?:paints?|colou?rs?)"
        r" (?:bed|table|kitchen).linens? (?:steel|glass|mineral|rock).wool blend(?:ed)? mix(?:ed)?"
        r" (?:faux|imitation|artificial|mock|like|lined|filled).(?:cotton|linen|wool|cashmere)",
        "|仿|混纺|棉麻",
    ),
)
_GENDER = _Facet(
    frozenset(("gender", "targetgender", "性别", "适用性别")),
    _GENDERS,
    frozenset(),
    _any_of(
        r"boy girl kids? child\w* baby infant toddler boyfriend couples? family adults? who from"
        r" gifts? his her fan x",
        "|男女",
    ),
)


class _Claim(NamedTuple):
    """What an attribute at *pointer* says of a facet: its *value*, and the *meaning* of that."""

    facet: _Facet
    pointer: Pointer
    value: str
    meaning: str


_FACETS = (_COLOR, _FIBRE, _GENDER)
_VAGUE = ("both", "another shade")
_NONE: dict[str, Any] = {}


def _facet_of(name: str) -> _Facet | None:
    """What the attribute *name* tells of, if that is a facet."""
    read = as_read(name)
    return next((each for each in _FACETS if read in each.attributes), None)


_FACET_OF = Remembered(_facet_of)


def _whole(words: Iterable[str]) -> str:
    """A pattern for any of *words*, whole; Chinese ones stand without spaces."""
    latin = sorted((word for word in words if word.isascii()), key=len, reverse=True)
    others = (word for word in words if not word.isascii())
    return "|".join((rf"\b(?:{'|'.join(latin)})\b", *others))


_NAMED = _whole({**_COLORS, **_FIBRES, **_GENDERS})

_SHIRT = "Men's linen shirt, blue"


@rule(
    on="title",
    when=pattern(f"(?i:{_NAMED})"),
    level="warn",
    messages={
        "differs": "The title says “{word}”, the attribute {name} “{value}”. Correct the one that"
        " is wrong."
    },
    examples=[
        good({"title": _SHIRT, "attributes": {"Color": "Blue", "Gender": "Men"}}),
        good({"title": _SHIRT, "attributes": {"Material": ["Linen", "Cotton"], "Color": "Navy"}}),
        good({"title": "Shirt black and white", "attributes": {"Color": "Red"}}),
        good({"title": "Red wine glass", "attributes": {"Color": "Black"}}),
        good({"title": "Cotton candy machine", "attributes": {"Material": "Nylon"}}),
        good({"title": "Linen look shirt", "attributes": {"Material": "Polyester"}}),
        good({"title": "Cashmere scarf", "attributes": {"Material": "Wool"}}),
        good({"title": "Boy shorts", "attributes": {"Gender": "Women"}}),
        good({"title": "Shirt for men and women", "attributes": {"Gender": "Men"}}),
        good({"title": "Shirt for men", "attributes": {"Gender": "Unisex", "Fit": "Women"}}),
        good({"title": "Red Fox jacket", "brand": "Red Fox", "attributes": {"Color": "Green"}}),
        good({"title": "Grey hoodie", "attributes": {"Color": "Black"}}),
        good(
            {
                "title": "Green hoodie",
                "attributes": {"Color": "Red"},
                "variants": [{"options": {"Color": "Red"}}, {"options": {"Color": "Green"}}],
            }
        ),
        bad(
            {"title": _SHIRT, "attributes": {"Colour": "Yellow", "Material": "Polyester"}},
            ("differs", "/attributes/Colour"),
            ("differs", "/attributes/Material"),
        ),
        bad(
            {"title": _SHIRT, "attributes": {"Gender": "Female"}},
            ("differs", "/attributes/Gender"),
        ),
        bad(
            {
                "title": "纯棉衬衫 白色 女款",
                "custom_attributes": {"面料": ["聚酯纤维"], "颜色": "黑色"},
            },
            ("differs", "/custom_attributes/颜色"),
            ("differs", "/custom_attributes/面料/0"),
            language="zh",
        ),
    ],
)
def check(title: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    said = title.value.lower().split()
    # What the title says too it cannot contradict. Most products end here.
    claims = [claim for claim in _claims(listing.data) if claim.value.lower() not in said]
    if not claims:
        return
    words = [(fold(word), word) for word in re.findall(_NAMED, title.value, re.IGNORECASE)]
    for facet in _FACETS:
        named = {facet.classes[read]: word for read, word in words if read in facet.classes}
        if len(named) != 1:
            continue
        ((meaning, word),) = named.items()
        differing = [
            Finding(
                "differs",
                claim.pointer,
                data={"word": word, "name": claim.pointer[1], "value": claim.value},
            )
            for claim in claims
            if claim.facet is facet and not _agree(facet, meaning, claim.meaning)
        ]
        # The few that are left are looked at closely.
        if differing and not _is_unsure(facet, title.value, listing, meaning, word):
            yield from differing


def _claims(data: dict[str, Any]) -> Iterator[_Claim]:
    """What the attributes say that a title could contradict."""
    for field in ("attributes", "custom_attributes"):
        for name, stated in data.get(field, _NONE).items():
            facet = _FACET_OF[name]
            if facet is None:
                continue
            pointer: Pointer = (field, name)
            if isinstance(stated, list):
                if len(stated) != 1:
                    continue
                stated, pointer = stated[0], (field, name, 0)
            if isinstance(stated, str):
                meaning = facet.classes.get(fold(stated).strip())
                if meaning and meaning not in _VAGUE:
                    yield _Claim(facet, pointer, stated, meaning)


def _agree(facet: _Facet, meaning: str, other: str) -> bool:
    return meaning in (other, "both") or frozenset((meaning, other)) in facet.alike


def _is_unsure(facet: _Facet, title: str, listing: Listing, meaning: str, word: str) -> bool:
    """Whether the title's *word* may be something else than it seems."""
    return (
        bool(re.search(facet.unsure, title, re.IGNORECASE))
        or _has_shade(facet, title)
        or fold(word) in fold(listing.brand or "")
        or _varies(facet, listing, meaning)
    )


def _has_shade(facet: _Facet, title: str) -> bool:
    return facet is _COLOR and any(word in _SHADES for word in re.findall("[a-z]+", fold(title)))


def _varies(facet: _Facet, listing: Listing, meaning: str) -> bool:
    """Whether a variant's option is what the title says: the attribute then tells of another."""
    return any(
        facet.classes.get(fold(str(value)).strip()) == meaning
        for variant in listing.get("variants", ())
        for value in variant.get("options", {}).values()
    )
