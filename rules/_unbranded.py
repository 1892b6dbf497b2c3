"""Words that people write where goods have no brand, or where they left a form as it was.

Shared by the rules that must not take such a word for a brand. Whether a platform takes one of
them as its own value for goods without brand is not known here.
"""

from functools import lru_cache

from listlint.listing import fold_name

_WORDS = """
    n/a|not applicable|does not apply|not specified|not available|none|null|nil|undefined|unknown
    |no|nothing|no brand|no brands|no brand name|without brand|unbranded|un-branded|non-branded
    |non brand|generic|generic brand|no name|noname|no-name brand|oem|odm|oem/odm|brand|brand name
    |your brand|my brand|test|test brand|testing|xxx|xxxx|tbd|tba|to do|other|others|other brand
    |default|asdf|qwerty|123|1234|12345|0|000
    |无|无品牌|無|無品牌|没有|没有品牌|暂无|无牌|其他|其它|其他品牌|其它品牌|未知|杂牌|白牌|品牌|测试|通用
    |tidak ada merk|tidak ada merek|tidak ada brand|tanpa merk|tanpa merek|tidak ada|tiada jenama
    |sin marca|sem marca|genérico|genérica|generico|generica|ninguna|sans marque|ohne marke
    |markenlos|keine marke|senza marca|geen merk|merkloos|без бренда|нет бренда|ноунейм|нет
    |ノーブランド|ノーブランド品|なし|ノンブランド|없음|브랜드없음|노브랜드
    |ไม่มียี่ห้อ|ไม่มีแบรนด์|không thương hiệu|không có thương hiệu
"""
_NO_BRANDS = frozenset(fold_name(word) for word in _WORDS.split("|"))


@lru_cache(maxsize=4096)  # of brands in products, which have no bound
def names_no_brand(brand: str) -> bool:
    """Whether *brand*, as a listing states it, is a word for no brand, or no word at all."""
    folded = fold_name(brand)
    return not folded or folded in _NO_BRANDS
