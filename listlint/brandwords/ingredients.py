"""Whether a brand is named as the maker of a part in the goods: “with … sensor”, “… movement”.

Who sells a watch with a movement of Seiko or a boot with a sole of Vibram says what is in it. The
words are a relation (“with”, “powered by”, or a comma), the name, at most a few words of its model,
and a kind of part that makers sell to others.
"""

from __future__ import annotations

import re

from listlint.brandwords.source import sector_bits
from listlint.lazily import Lazily

_HAS = Lazily(
    r"(?:\b(?:with|w/|using|uses?|features?|featuring|powered by|driven by|fitted with"
    r"|equipped with|equips|adopts?|adopting|based on|built (?:on|around)|contains?"
    r"|made (?:of|from|with)|by|has|incorporates?|incorporating|includes?|lined with"
    r"|upgraded to|latest|mit|avec|con|com|dengan|med|met|с|на базе)"
    r"|[,;:|(（，]|采用|搭载|配备|内置|使用|搭載|採用|-)\s*"
    r"(?:(?:an?|the|genuine|original|real|high[- ]\w+|imported|japan(?:ese)?|swiss|german"
    r"|italian|american|dual|quad|two|four|[0-9]+(?:x| x|mp|w)?|durable|waterproof|full|custom)"
    r"\s+)*$",
    re.IGNORECASE,
)
_PARTS = (
    r"zips?|zippers?|sliders?|(?:out|mid)?soles?|insulation|lining|membrane|fabrics?|movements?"
    r"|bearings?|derailleurs?|group ?set|drivetrain|shifters?|hubs?|cassette|switch(?:es)?|yarns?"
    r"|threads?|foam|footbed|padding|laminate|coating|nylon|fleece|shell"
)
_ELECTRONICS = (
    r"sensors?|chips?|chipsets?|cpu|gpu|processors?|graphics|panels?|cells?|leds?|diodes?|drivers?"
    r"|imx ?[0-9]+|codec|motors?|compressors?|modem|ssd|nand|ram|memory|dac|amplifier"
    r"|solenoid|capacitors?|transistors?|core|celeron|ryzen|snapdragon"
)
_TOKEN = r"(?:[ -]+[0-9A-Za-zÀ-ÿ][0-9A-Za-zÀ-ÿ./+®™-]*){0,3}?"
_PART = Lazily(rf"{_TOKEN}[ -]+(?:{_PARTS}|{_ELECTRONICS})\b", re.IGNORECASE)
_ELECTRONIC = Lazily(
    rf"{_TOKEN}[ -]+(?:sensors?|panels?|cells?|leds?|compressors?|diodes?|imx ?[0-9]+)\b",
    re.IGNORECASE,
)
_HAN_PART = Lazily(
    r"[ 0-9A-Za-z-]{0,16}(?:机芯|芯片|处理器|传感器|感光元件|拉链|大底|鞋底|面板|电芯|灯珠"
    r"|轴体|轴承|变速|压缩机|马达|电机|镜片|面料"
    r"|ムーブメント|センサー|チップ|ファスナー|ソール|무브먼트|센서|지퍼|밑창|칩셋)"
)
_MAKERS = sector_bits(["phones", "computers", "cameras", "audio", "appliances", "tools", "cars"])


def is_ingredient(text: str, start: int, end: int, sectors: int, *, component: bool) -> bool:
    """Whether ``text[start:end]`` names the maker of a part in the goods.

    It is a brand of *sectors*; *component* tells that it makes parts for others' goods. Makers of
    electronics make such of electronics for others, too.
    """
    if not (component or sectors & _MAKERS):
        return False
    pattern = _PART if component else _ELECTRONIC
    if not (pattern.match(text, end, end + 48) or (component and _HAN_PART.match(text, end))):
        return False
    return bool(_HAS.search(text, max(0, start - 48), start))
