"""Which words of a text name a brand that the listing may not use.

Shared by the rules on brand words, which differ only in the fields they read. What a mention says
is judged by what stands beside it and by the title; nothing else of the listing is known here
but its brand and the seller's rights.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from listlint import Finding, Listing, Text
from listlint.lexicon import is_known, names_of, stands_for, takes_accessories
from listlint.listing import Rights
from listlint.wordscan import Hit, fold

MESSAGES = {
    "other": "“{word}” names {brand}, but the brand of this listing is {own}. Remove it, or list"
    " {brand} among your authorized brands.",
    "unstated": "“{word}” names {brand}, but the listing states no brand. State {brand} as the"
    " brand, or remove the word.",
    "unauthorized": "“{word}” names {brand}, which is not among your authorized brands. Remove"
    " it, or list {brand} there.",
}


def findings(text: Text, listing: Listing) -> Iterator[Finding]:
    """A finding for the first mention of each brand in *text* that the listing may not use."""
    for hit, brand in _named(text, listing):
        word = text.value[hit.start : hit.end]
        own = listing.brand
        message = "other" if own else "unstated"
        if own and stands_for(own, brand):
            message = "unauthorized"
        yield text.finding(message, text=word, brand=brand, word=word, kind=hit.kind, own=own)


def _named(text: Text, listing: Listing) -> Iterator[tuple[Hit, str]]:
    """The first hit of each brand that says what the goods are; not what they fit."""
    told: set[str] = set()
    fits_until = -1
    for hit in text.hits:
        brand = hit.brand or ""
        if brand in told or _may_use(listing.surroundings.rights, listing.brand, brand):
            continue
        if _fits(text, listing, hit, brand, fits_until):
            fits_until = hit.end
        elif not _is_other(text.value, hit) and not _is_partner(text, listing, brand):
            told.add(brand)
            yield hit, brand


@lru_cache(maxsize=4096)
def _may_use(rights: Rights, own: str | None, brand: str) -> bool:
    if any(rights.allows(name, own) for name in names_of(brand)):
        return True
    return own is not None and stands_for(own, brand) and rights.allows(own, own)


# “for …” and its like right before the name, with no more between than these words.
_FRAME = re.compile(
    r"""(?:
      \b(?: for | f/ | fits? | fitting | compatible(?:\ with)? | works?\ with | use\ with | suits?
          | replaces? | replacement | supports? | connects?\ to | untuk | utk | buat | para | pour
          | für | voor | dla | для | cho )
      \s* [:：(]? \s*
      (?: (?: the | your | all | most | any | new | old | with | apple | google | microsoft
            | lg | hp | brother | [0-9][0-9-]* ) \s+ )*
    | (?: 适用于? | 兼容 | 适配 | 适合 | 通用 | 支持 | 专用于? | 用于 | 配合 | 替代 | 替换 | 配 )
      \s* [:：(（]? \s*
    ) $""",
    re.IGNORECASE | re.VERBOSE,
)
_FRAME_AFTER = re.compile(
    r"(?:[ -]+[0-9A-Za-z][0-9A-Za-z./+]*){0,4}?[ -]*"
    r"(?:compatible\b|compatibility\b|replacement\b|专用|适用|通用|用)",
    re.IGNORECASE,
)
# What may stand between two names of one list of models: “iPhone 15 Pro, Samsung S23 / Xiaomi”.
_LISTED = re.compile(r"[0-9A-Za-z.+ ,/&|、，；;()（）和与及-]*")
_MOST_LISTED = 8
# For goods that others make accessories for, these speak of all that follows in the sentence …
_STRONG_FRAME = re.compile(
    r"(?:compatible|compatibility|equivalent to|replace|works? with|use with|suitable for|fits?\b"
    r"|designed for|\bfor(?: [^\s,.;]+){0,3} ?$|\buntuk(?: [^\s,.;]+){0,3} ?$"
    r"|适用|兼容|适配|支持)[^.!?;。！？；\n]*$",
    re.IGNORECASE,
)
# … and these names of goods make them accessories, …
_ACCESSORIES = """
    accessor(?:y|ies) adapt[eo]r armband attachment backpack bag band batter(?:y|ies) blade book
    bracelet bracket brush.head built-in bulb cable cap card case cartridge charg(?:er|ing) charm
    clean(?:er|ing) clock connector controller converter cord cover cradle decal dock(?:ing)? drum
    dvd ear.?(?:tip|pad|bud|cushion) faceplate figure film filter game glass grip guide hard.drive
    hdd headset holder hood ink introduction jacket keyboard kit lamp lens lid light manual mat
    memory mnt mount nozzle organi[sz]er pad paper part pouch power.(?:bank|supply)
    protect(?:or|ion|ive) ram refill remote replacement ribbon screen skin sleeve spare speaker ssd
    stand sticker strap stylus support toner tray tripod wrap
    casing gantungan kabel pelindung silikon softcase tali
"""
_ACCESSORIES_ZH = """
    壳 套 膜 支架 底座 充电 数据线 电池 表带 滤芯 滤网 配件 墨盒 硒鼓 碳粉 墨粉 遥控 手柄 贴 垫 内存
    硬盘 维修 改装 键盘 耳帽 刀头 刷头 包 线 镜头盖 游戏
"""
_ACCESSORY = re.compile(
    rf"\b(?:{'|'.join(_ACCESSORIES.split())})s?\b|{'|'.join(_ACCESSORIES_ZH.split())}",
    re.IGNORECASE,
)
# … unless the text says that they are the brand's own.
_CLAIM = re.compile(
    r"(?:original|genuine|authentic|official|原装|正品|原厂|官方)(?: [a-z]{2,3})? ?$", re.IGNORECASE
)
_NEAR = 60
_FAR = 2000  # characters that no tag or address exceeds
_TITLES = ("title", "short_description")


def _fits(text: Text, listing: Listing, hit: Hit, brand: str, fits_until: int) -> bool:
    """Whether the mention tells what the goods fit; *fits_until* ends the last such mention."""
    value = text.value
    accessories = takes_accessories(brand)
    if accessories and text.field == "variants":
        return True  # options that name models are what the goods come for
    if fits_until >= 0 and _is_list(value[fits_until : min(hit.start, fits_until + 2 * _NEAR)]):
        return True
    near = value[max(0, hit.start - _NEAR) : hit.start]
    if _FRAME.search(near) or _FRAME_AFTER.match(value, hit.end, hit.end + _NEAR):
        return True
    if not accessories or _CLAIM.search(near):
        return False
    return bool(
        _is_accessory(str(listing.get("title", "")))
        or _STRONG_FRAME.search(near)
        or _ACCESSORY.search(value, hit.end, hit.end + _NEAR)
        or _names_itself(text, listing)
    )


def _is_list(between: str) -> bool:
    """Whether *between* two names may be the models of the first: no sentence ends in it."""
    return (
        len(between) < 2 * _NEAR
        and ". " not in between
        and len(between.split()) <= _MOST_LISTED
        and bool(_LISTED.fullmatch(between))
    )


@lru_cache(maxsize=256)
def _is_accessory(title: str) -> bool:
    return bool(_ACCESSORY.search(title))


def _names_itself(text: Text, listing: Listing) -> bool:
    """Whether a title names its own brand too, as makers of accessories do (Incipio iPad Case)."""
    own = listing.brand
    return text.field in _TITLES and bool(own) and fold(str(own)) in fold(text.value)


def _is_partner(text: Text, listing: Listing, brand: str) -> bool:
    """Whether a known brand names another in its title: a common edition, or one under licence."""
    own = listing.brand
    if own is None or not is_known(own) or stands_for(own, brand):
        return False
    title = fold(str(listing.get("title", "")))
    return text.field in _TITLES or any(fold(name) in title for name in names_of(brand))


def _is_other(value: str, hit: Hit) -> bool:
    """Whether it is no mention: in an HTML tag, a web address or a longer name such as Disney+."""
    far = max(0, hit.start - _FAR)
    if value.rfind("<", far, hit.start) > value.rfind(">", far, hit.start):
        return True
    start = max(far, *(value.rfind(char, far, hit.start) + 1 for char in " \n\t\"'>("))
    return value.startswith(("http://", "https://", "//", "www."), start) or value.startswith(
        "+", hit.end
    )
