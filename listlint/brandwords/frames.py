"""Statements of what goods fit: “for iPhone 15”, “compatible with Dyson V8”, “适用于…”.

In such a frame a brand's name tells with whose goods these work, and is no claim to be of that
brand. All platforms are judged alike. This module knows no lexicon: it reads what stands around a
name.
"""

from __future__ import annotations

import re

from listlint.brandwords.framewords import (
    FITS,
    does_to,
    is_denied,
    is_disclaimed,
    is_followed,
    is_left_out,
    is_not_included,
    joins_a_part_to,
    leads_a_part_to,
    leads_to,
    names_audience,
)
from listlint.brandwords.hanframes import fits_after, fits_before, is_compound
from listlint.brandwords.ingredients import is_ingredient
from listlint.brandwords.kanaframes import is_fitted
from listlint.brandwords.links import is_a_look
from listlint.brandwords.source import sector_bits
from listlint.lazily import Lazily

_AFTER = Lazily(
    rf"(?:[ -]+[0-9A-Za-z][0-9A-Za-z./+]*){{0,4}}?[ -]*"
    rf"(?:compatible\b(?! (?:with|for|to)\b)|compatibility\b|replacement\b|{FITS})",
    re.IGNORECASE,
)
# What may stand between two names of one list of models: “iPhone 15 Pro, Samsung S23 / Xiaomi”.
_LISTED = Lazily(
    r"(?:[0-9A-Za-z.+ ,/&|、，；;()（）和与及或等-]"
    r"|手机|平板|电脑|笔记本|手表|耳机|相机|汽车|系列|全系)*"
)
_MOST_LISTED = 10
# For goods that others make accessories for, these speak of all that follows in the sentence …
_STRONG = Lazily(
    r"(?:compatib|kompatib|equivalent to|replace|repuesto|ersatz|recambio|rechange|works? with"
    rf"|use with|suitable for|{FITS}|designed for"
    r"|\b(?:for|untuk|para|für|pour|per|voor|для)(?: [^\s,.;]+){0,3} ?$"
    r"|\bfor(?:(?: [^\s,.;]+){1,3} ?,){1,4} ?$"
    r"|(?:适用|兼容|适配|支持)(?!人群|年龄|场|季|肤|对象|性别|身高|验|专柜|鉴定|退|换|七天|货|代发|定|老人|学生|[男女各多])"
    r")[^.!?;。！？；\n]*$",
    re.IGNORECASE,
)
# … and these names of goods make them accessories.
_ACCESSORY_NAMES = (
    r"\b(?:adapt[eo]r|armband|batter(?:y|ies)|bumper|cables?|cartridges?|cases?|charg(?:er|ing)"
    r"|covers?|cradle|docks?|docking|drum|ear ?(?:tips?|pads?|cushions?)|faceplate|filters?"
    r"|holders?|housing|keyboard case|lens cap|mounts?|pouch|protect(?:or|ors|ion|ive)|remote"
    r"|replacement|screen|skins?|sleeves?|softcase|stands?|straps?|stylus|tempered|toner"
    r"|trays?|casing|kabel|pelindung"
    r"|casings?|tinta|tali|hülle|schutzhülle|funda|coque|чехол|bands?"
    r"|clock radio|audio system|fm transmitter|car stereo|double din)\b"
    r"|壳|套|膜|支架|底座|充电|数据线|电池|表带|滤芯|滤网|配件|墨盒|硒鼓|碳粉|墨粉|遥控|手柄|维修|键盘|耳帽|刀头|刷头"
    r"|镜头盖|腕带|转换器|集线器|扩展坞|케이스|ケース|カバー"
)
_ACCESSORY = Lazily(_ACCESSORY_NAMES, re.IGNORECASE)
# Such in other languages, which stand before what they fit.
_FIRST_NAMES = (
    r"(?:\b(?:capinhas?|película|pel[ií]culas?|capas?|vidrio templado|mica|soporte|suporte|support"
    r"|supporto|halterung|wandhalter(?:ung)?|halter|schutzfolie|panzerglas|folie|deckel|beutel"
    r"|ersatzteil|étui|housse|coque|verre trempé|bracelet|correa|pulsera|pulseira|filtros?|filtres?"
    r"|filtri|vinilo|fundas?|forro|cinturino|cover|custodia|pellicola|cargador|carregador|chargeur"
    r"|caricatore|ladegerät|ladekabel|hoesje|bandje|etui|szkło|pasek|ładowarka|filtr|worki|kılıf"
    r"|casing|case|softcase|tempered glass|charger|tali|kabel|glass|decal|skin|film|screen"
    r"|organi[sz]er|стекло|чехол(?:-\w+)?|плёнка|пленка|ремешок|фильтр|мешок(?:-\w+)?|мешки|зарядка"
    r"|ốp(?: lưng| điện thoại)?|kính cường lực|miếng dán|bao da|dây đeo|cáp sạc|sạc)\b"
    r"|كفر|جراب|غطاء|فلتر|حقيبة|بطارية|حزام|شاحن|حماية شاشة|سير|เคส|ฟิล์ม|สายชาร์จ|สายนาฬิกา|กระจก)"
)
_FIRST = Lazily(
    rf"(?:^|[\s/|,])(?:{_FIRST_NAMES}|{_ACCESSORY_NAMES})(?:[ ,:]+[^\s,;:.]+){{0,6}}?[ ,:]*$",
    re.IGNORECASE,
)
_OWN_MODEL = Lazily(
    r"[ -]+(?:[^\W\d]+[ -]+){0,2}(?![0-9.,]+ ?(?:w|v|a|ah|mah|gb|tb|mm|cm|m|pcs|ml|l|oz|g|kg|k)\b)"
    r"[A-Za-z]{0,3}[0-9]",
    re.IGNORECASE,
)
_FITTED_BY_NAME = sector_bits(
    ["phones", "watches", "appliances", "cars", "motorcycles", "games", "audio", "computers"]
)
# The text says that the goods are the brand's own, …
_CLAIM = Lazily(
    r"(?:original|genuine|authentic|official|原装|正品|原厂|官方)(?: [a-z]{2,3})? ?$", re.IGNORECASE
)
# … or such as look like them.
_FAKE_AFTER = Lazily(
    r"(?:[ -]+[0-9A-Za-z.]+){0,3}?[ -]*(?:clone|copy|replica|dupe|look|lookalike|style[ds]?"
    r"|inspired|1:1|(?:外观|外形|造型)? ?(?:高仿|仿|复刻|同款))\b",
    re.IGNORECASE,
)
# Between such names of makers whose goods differ stands a sign or a word of a list.
_PARTED = Lazily(r"[,/&|、，；;+]|\b(?:and|or|und|oder|et|ou|y|o|e|ed|dan|atau|и|или|och|en|of)\b")
# Of Chinese names with spaces between, the last has the word after it.
_LAST_LISTED = Lazily(r"[\u4e00-\u9fff]{2,6} ?(?:通用|适用|可用|兼容)")
# The goods are called an imitation of what follows.
_FAKE_BEFORE = Lazily(
    r"\b(?:1:1|replica|dupe|clone|copy|knock-?off|imitation|impression|fake"
    r"|alternative (?:to|of))s?\b[^,.;]{0,20}$",
    re.IGNORECASE,
)
# These hold goods, though they are no parts of them.
_HOLDER = Lazily(
    r"\b(?:bags?|backpack|pouch|sack|trolley|cabinet|shel(?:f|ves)|album|binder|stand|tray|tote"
    r"|wallet|drawer|tin|crate)s?\b",
    re.IGNORECASE,
)
# Parts that are made to a measure that a brand has set: “Parker-type refills”.
_OF_TYPE = Lazily(r"-(?:type|size[ds]?|compatible|fit|pattern thread|thread)\b", re.IGNORECASE)
_NEAR = 60
_CARS = sector_bits(["cars", "motorcycles"])


def frames(
    text: str,
    start: int,
    end: int,
    *,
    accessories: bool,
    component: bool = False,
    sectors: int = 0,
    title: str = "",
    framed_until: int = -1,
) -> str | None:
    """What makes the name at ``text[start:end]`` one of what the goods fit; None if nothing does.

    The name is of a brand that trades in *sectors*; *accessories* tells that others make parts for
    its goods, *component* that it makes parts of others' goods. *title* is the listing's,
    *framed_until* the end of the last name that is in a frame, or -1.
    """
    near = text[max(0, start - _NEAR) : start]
    if _FAKE_AFTER.match(text, end, end + _NEAR) or _FAKE_BEFORE.search(near):
        return None
    if framed_until >= 0 and _is_list(text[framed_until : min(start, framed_until + 2 * _NEAR)]):
        return "in a list of what it fits"
    if leads_to(text, start, sectors) or is_followed(text, end):
        return "told as what it fits"
    if _AFTER.match(text, end, end + _NEAR):
        return "told as what it fits"
    if not text.isascii() and is_fitted(text, end, accessories=accessories):
        return "told as what it fits"
    if is_denied(text, start):
        return "told as none of the brand's"
    if is_ingredient(text, start, end, sectors, component=component):
        return "told as the maker of a part"
    before = text[max(0, start - 2 * _NEAR) : start]
    does = does_to(text, start, sectors)
    if does and _HOLDER.search(before):
        return "told as what it fits"
    if (
        does
        or leads_a_part_to(text, start, end, sectors)
        or is_left_out(text, start)
        or is_not_included(text, end, sectors)
        or _OF_TYPE.match(text, end)
    ) and (is_part(before) or (text != title and is_part(title))):
        return "told as what it fits"
    if joins_a_part_to(text, start, sectors) and is_part(before) and not is_a_look(text, end):
        return "told as what it fits"
    if not text.isascii() and (
        fits_before(text, start) or fits_after(text, start, end, accessories=accessories)
    ):
        return "told as what it fits"
    cars = bool(sectors & _CARS)
    if not (accessories or cars) or _CLAIM.search(near):
        return None
    if not text.isascii() and is_compound(text, start, end, cars=cars):
        return "told as what it fits, by the name of the part"
    if not accessories:
        return None
    strong = _STRONG.search(near)
    if strong and not names_audience(strong[0]):
        return "told as what it fits"
    # Of what a listing begins with it tells that it is no original, if in Japanese at its end.
    told_so = is_disclaimed(text)
    if told_so and (is_part(before) or (not text.isascii() and is_part(title))):
        return "told as none of the brand's"
    return None


def is_named_after(text: str, start: int, end: int, sectors: int) -> bool:
    """Whether a part's name leads to that of a model of a brand of *sectors*: “Funda Samsung A54”.

    Nobody sells the model itself so, for the goods are named first.
    """
    if not sectors & _FITTED_BY_NAME or _FAKE_AFTER.match(text, end, end + _NEAR):
        return False
    near = _CLAUSE.split(text[max(0, start - _NEAR) : start])[-1]
    if not _FIRST.search(near) or _CLAIM.search(near):
        return False
    return text[end - 1].isdigit() or bool(_OWN_MODEL.match(text, end, end + 40))


def is_accessory(text: str, start: int, end: int, kind: str, title: str | None) -> bool:
    """Whether the goods are an accessory of what is named at ``text[start:end]``, by their name.

    A model that stands after an accessory's name is what it fits. A brand's name needs its model
    beside it, and a listing of another brand, for an accessory may be the brand's own; *title* is
    that of such a listing.
    """
    near = text[max(0, start - _NEAR) : start]
    if _CLAIM.search(near) or _FAKE_AFTER.match(text, end, end + _NEAR):
        return False
    clause = _CLAUSE.split(near)[-1]
    if title is None:
        return kind == "series" and bool(_ACCESSORY.search(clause) or _FIRST.search(clause))
    if kind != "series" and not _MODEL.match(text, end, end + 40):
        return False
    after = _CLAUSE.split(text[end : end + _NEAR])[0]
    named = text != title and _ACCESSORY.search(title)
    return bool(named or any(map(_PART.search, (clause, after))))


_PART = Lazily(
    rf"{_ACCESSORY_NAMES}|\b(?:caddy|memory|modules?|sodimm|power supply|tripods?|armrests?"
    r"|adaptors?|floor mats?|kbd|hdd|chassis|remanufactured|console|laptop riser|key blade)\b",
    re.IGNORECASE,
)
# These go with other goods, too; some of them are sold by the makers of those as well.
_GOES_WITH = Lazily(
    rf"{_ACCESSORY_NAMES}|\b(?:organi[sz]ers?|inserts?|shapers?|winder|storage|boxe?s?|displays?"
    r"|racks?|hooks?|hangers?|trees|(?:shoe ?)?laces|insoles?|charms|guards?|brush heads?|blades?"
    r"|pods?|capsules?|refills?|(?:vacuum|dust|carrying|storage|travel) bags?|kits?|tools?"
    r"|removers?|polish\w*|cloth|cleaners?|conditioner|patches|mats?|lids?|straws?|grips?|wheels?"
    r"|lens(?:es)?|nose pads?|hood|caps?|slipcovers?|binder|loaders?|frame|plates?|brackets?|clips?"
    r"|loop|boots?|cushions?|clasps?|buckles?|bars|screws?|gaskets?|valves?|hose|nozzles?"
    r"|accessor(?:y|ies)|parts?|dock|adapt[eo]rs?|converters?|receiver|atomizer|vials?|rings?"
    r"|chain|estuche|organizador|repuestos?|soporte|suporte|correa|pulseira|capa|filtros?|rangement"
    r"|étui|filtres?|housse|lacets|sacs à poussière|insert|organisateur|custodia|cinturino"
    r"|sacchetti|hoesje|zakken|etui|pasek|worki|filtr|beutel|armband|aufbewahrung\w*|ersatz\w*"
    r"|ремешок|фильтр|мешки|насадк[аи]|casing|tali|karpet|dây đeo|ốp|túi lọc"
    r"|tags?|liners?|tablets|pads?|drawers?|baskets?|film|decals?|cords?|feet|legs|casters?"
    r"|\w+(?:piece|screen|guard|rest|stop)s?|knobs?|plugs?|spacers?|needles?|cleats?|bulbs?|descal\w+|sprays?|powder|mould|molds?|shelf|shelves|sheets?"
    r"|connectors?|extenders?|expanders?|extensions?|shims?|pulls?|sprockets?|belts?|hoses?|bits?"
    r"|spares?|carb(?:uretor)?|trolley|panniers?|hinges?|sensors?|decanter|crease|topper"
    r"|holster|lanyards?|decals?|hardware|fittings?|wedges?|risers?|nets?|rests?|pillows?"
    r"|tips?|tips?|doors?|keys?|shell|clothes|outfits?|uszczelka|osłona"
    r")\b|收纳|挂架|保护"
    r"|替え|交換|フィルター|バッテリー|ベルト|バンド|インク|カートリッジ|フィルム|スタンド|ホルダー|収納|アダプター|充電|ケーブル"
    r"|필터|스트랩|필름|충전기|배터리|거치대|홀더|보호",
    re.IGNORECASE,
)
_CLAUSE = Lazily(r"[.!?;。！？；\n](?:\s|$)")
_MODEL = Lazily(
    r"[ -]+(?:[A-Za-z/]+[ -]+){0,3}[A-Za-z]{0,4}[0-9]+"
    r"(?![0-9]|\.[0-9]| ?(?:[mc]m|ml|[mg]hz|w|v|pcs|pack|inch)\b)",  # sizes are no models
    re.IGNORECASE,
)

# Shops whose names end “… at SHEIN”, as listings copied from there do.
_SHOPS = frozenset({"Shein", "Amazon", "Shopee", "Lazada", "AliExpress", "Walmart", "eBay", "Etsy",
                    "Temu", "Alibaba", "Target", "Flipkart"})  # fmt: skip
_SOLD = Lazily(r"\b(?:at|on|from|via|by visiting)\s$", re.IGNORECASE)


def is_sold_at(brand: str, text: str, start: int, end: int) -> bool:
    """Whether a shop is named as where the goods are sold, at the end of a sentence."""
    return (
        brand in _SHOPS
        and bool(_SOLD.search(text, max(0, start - 12), start))
        and text[end : end + 1] in ("", ".", "!", "\n")
    )


def is_accessory_of(text: str, end: int) -> bool:
    """Whether goods are called a part or accessory of what is named before *end*."""
    return bool(_ACCESSORY.search(text, end, end + _NEAR))


def is_listed(text: str, last: int, start: int) -> bool:
    """Whether a sign or word of a list parts the name at *start* from that before *last*."""
    if text[last:start] == " " and _LAST_LISTED.match(text, start):
        return True
    return bool(_PARTED.search(text, last, start))


def is_part(words: str) -> bool:
    """Whether *words* name what goes with other goods: a part, a cover, storage, care."""
    return bool(_GOES_WITH.search(words))


def _is_list(between: str) -> bool:
    """Whether *between* two names may be the models of the first: no sentence ends in it."""
    return (
        len(between) < 2 * _NEAR
        and ". " not in between
        and len(between.split()) <= _MOST_LISTED
        and bool(_LISTED.fullmatch(between))
    )
