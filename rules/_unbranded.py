"""Words that people write where goods have no brand, or where they left a form as it was.

Shared by the rules that must not take such a word for a brand. There are two kinds: words that
say *no brand* (Generic, Unbranded, 无品牌), of which each platform takes its own, and fillers (N/A,
test, OEM), which say nothing. Whether a platform takes one of them is not known here.
"""

from functools import lru_cache

from listlint.listing import fold_name

_SAY_NO_BRAND = """
    no brand|no brands|no brand name|without brand|without a brand|unbranded|un-branded|non-branded
    |not branded|non brand|nonbrand|generic|generic brand|no name|noname|no-name brand
    |does not apply|doesn't apply
    |无品牌|無品牌|无注册商标|无品牌/无注册商标|没有品牌|沒有品牌|无牌|無牌|杂牌|白牌|通用|通用品牌
    |tidak ada merk|tidak ada merek|tidak ada brand|tanpa merk|tanpa merek|tiada jenama|tanpa jenama
    |sin marca|sem marca|genérico|genérica|generico|generica|sans marque|ohne marke|markenlos
    |keine marke|senza marca|geen merk|merkloos|без бренда|нет бренда|ноунейм
    |ノーブランド|ノーブランド品|ノンブランド|브랜드없음|노브랜드
    |ไม่มียี่ห้อ|ไม่มีแบรนด์|không thương hiệu|không có thương hiệu
"""
_FILLERS = """
    n/a|not applicable|not specified|not available|none|null|nil|undefined|unknown|unknown brand|no
    |nothing|oem|odm|oem/odm|brand|brand name|your brand|my brand|test|test brand|testing|xxx|xxxx
    |tbd|tba|to do|other|others|other brand|default|asdf|qwerty|123|1234|12345|0|000
    |无|無|没有|沒有|暂无|其他|其它|其他品牌|其它品牌|未知|品牌|测试
    |tidak ada|ninguna|нет|なし|없음
"""


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold_name(word) for word in words.split("|"))


_OF_NO_BRAND = _folded(_SAY_NO_BRAND)
_OF_NOTHING = _folded(_FILLERS)


@lru_cache(maxsize=4096)  # of brands in products, which have no bound
def says_no_brand(brand: str) -> bool:
    """Whether *brand*, as a listing states it, is some platform's word for goods without one."""
    return fold_name(brand) in _OF_NO_BRAND


@lru_cache(maxsize=4096)
def says_nothing(brand: str) -> bool:
    """Whether *brand* is a filler of forms, or no word at all."""
    folded = fold_name(brand)
    return not folded or folded in _OF_NOTHING


def names_no_brand(brand: str) -> bool:
    """Whether *brand* is either: it names no brand."""
    return says_nothing(brand) or says_no_brand(brand)
