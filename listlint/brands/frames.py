"""Statements of what goods fit: “for iPhone 15”, “compatible with Dyson V8”, “适用于…”.

In such a frame a brand's name tells with whose goods these work, and is no claim to be of that
brand. All platforms are judged alike. This module knows no lexicon: it reads what stands around a
name.
"""

from __future__ import annotations

import re
from functools import lru_cache

# “for …” and its like right before the name, with no more between than these words.
_BEFORE = re.compile(
    r"""(?:
      \b(?: for | f/ | fits? | fitting | compatible(?:\ (?:with|for|to))? | works?\ with
          | working\ with | use\ with | used\ (?:with|on) | suits? | suitable\ (?:for|with)
          | replaces? | replacing | replacement(?:\ for)? | supports? | connects?\ to | mounts?\ on
          | made\ for | designed\ for | inside | attaches\ to
          | untuk | utk | buat | kompatibel | cocok | pengganti | bagi
          | para | compatible\ con | compatível\ com | pour | convient\ [àa]
          | für | f[üu]r | passend\ (?:für|zu) | kompatibel\ mit | geeignet\ für
          | voor | dla | per | compatibile\ con | adatto\ a | cho | dành\ cho | tương\ thích
          | для | под | к | совместим\w*\ с | สำหรับ )
      \s* [:：(\[]? \s*
      (?: (?: the | your | all | most | any | new | old | with | apple | google | microsoft | de
            | la | el | o | os | hp | lg | brother | vaso | models? | modelos? | series
            | [0-9][0-9-]* )
          \s+ )*
    | (?: 适用于? | 兼容 | 适配 | 适合 | 通用 | 支持 | 专用于? | 用于 | 配合 | 替代 | 替换 | 配
        | 對應 | 適用於? | 相容 | 相容於 | 可用于 | 搭配 )
      \s* [:：(（]? \s*
    ) $""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER = re.compile(
    r"(?:[ -]+[0-9A-Za-z][0-9A-Za-z./+]*){0,4}?[ -]*"
    r"(?:compatible\b|compatibility\b|replacement\b|-?fit\b|専用|专用|專用|适用|通用|用|対応|호환|전용)",
    re.IGNORECASE,
)
# What may stand between two names of one list of models: “iPhone 15 Pro, Samsung S23 / Xiaomi”.
_LISTED = re.compile(r"[0-9A-Za-z.+ ,/&|、，；;()（）和与及-]*")
_MOST_LISTED = 10
# For goods that others make accessories for, these speak of all that follows in the sentence …
_STRONG = re.compile(
    r"(?:compatib|kompatib|equivalent to|replace|repuesto|ersatz|recambio|rechange|works? with"
    r"|use with|suitable for|\bfits?\b|designed for"
    r"|\b(?:for|untuk|para|für|pour|per|voor|для)(?: [^\s,.;]+){0,3} ?$"
    r"|适用|兼容|适配|支持)[^.!?;。！？；\n]*$",
    re.IGNORECASE,
)
# … and these names of goods make them accessories, …
_ACCESSORIES = """
    accessor(?:y|ies) adapt[eo]r armband attachment backpack bag band batter(?:y|ies) blade book
    bracelet bracket brush.head built-in bulb cable cap card case cartridge charg(?:er|ing) charm
    clean(?:er|ing) clock connector controller converter cord cover cradle decal dock(?:ing)? drum
    dvd ear.?(?:tip|pad|bud|cushion) faceplate figure film filter game glass grip guide hard.drive
    hdd headset holder hood housing ink introduction jacket keyboard kit lamp lens lid light manual
    mat memory mnt mount nozzle organi[sz]er pad paper part pouch power.(?:bank|supply)
    protect(?:or|ion|ive) ram refill remote replacement ribbon screen skin sleeve spare speaker ssd
    stand sticker strap stylus support toner tray tripod wrap
    casing gantungan kabel pelindung silikon softcase tali hülle schutzhülle ersatz\\w* funda coque
    чехол
"""
_ACCESSORIES_ZH = """
    壳 套 膜 支架 底座 充电 数据线 电池 表带 滤芯 滤网 配件 墨盒 硒鼓 碳粉 墨粉 遥控 手柄 贴 垫 内存
    硬盘 维修 改装 键盘 耳帽 刀头 刷头 线 镜头盖 游戏 케이스 ケース
"""
_ACCESSORY = re.compile(
    rf"\b(?:{'|'.join(_ACCESSORIES.split())})s?\b|{'|'.join(_ACCESSORIES_ZH.split())}",
    re.IGNORECASE,
)
# … unless the text says that they are the brand's own, or such as look like them.
_CLAIM = re.compile(
    r"(?:original|genuine|authentic|official|原装|正品|原厂|官方)(?: [a-z]{2,3})? ?$", re.IGNORECASE
)
_FAKE_AFTER = re.compile(
    r"(?:[ -]+[0-9A-Za-z.]+){0,3}?[ -]*(?:clone|copy|replica|dupe|look|lookalike|style[ds]?"
    r"|inspired|1:1|高仿|仿|复刻|同款)\b",
    re.IGNORECASE,
)
_NEAR = 60


def frames(text: str, start: int, end: int, *, accessories: bool, framed_until: int) -> str | None:
    """What makes the name at ``text[start:end]`` one of what the goods fit; None if nothing does.

    *accessories* tells that others make parts for the brand's goods, *framed_until* is the end of
    the last name that is in a frame, or -1.
    """
    if _FAKE_AFTER.match(text, end, end + _NEAR):
        return None
    if framed_until >= 0 and _is_list(text[framed_until : min(start, framed_until + 2 * _NEAR)]):
        return "in a list of what it fits"
    near = text[max(0, start - _NEAR) : start]
    if _BEFORE.search(near):
        return "told as what it fits"
    if _AFTER.match(text, end, end + _NEAR):
        return "told as what it fits"
    if not accessories or _CLAIM.search(near):
        return None
    if _STRONG.search(near):
        return "told as what it fits"
    return None


def is_accessory_of(text: str, end: int, title: str) -> bool:
    """Whether goods called *title* are a part or accessory of what is named before *end*."""
    return bool(_ACCESSORY.search(text, end, end + _NEAR)) or _is_accessory(title)


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
