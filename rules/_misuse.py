"""When a word that mostly has no place in an option of the variants names the goods themselves.

Shared by the rules on purchase and sale attributes: a notice board comes with a choice of notices,
a gift card with a choice of prices. It knows the title and no platform.
"""

import re

from listlint import Listing
from listlint.wordscan import fold

_MONEY = re.compile(
    r"gift.?card|\bvoucher|e-?card|\bcoins?\b|banknote|\bmoney\b|top.?up|\bdenomination"
    r"|礼品卡|购物卡|储值|充值|话费|点卡|代金券|红包|纪念币|钱币|纸币|钞|面值|点券",
    re.IGNORECASE,
)


def is_of_the_goods(word: str, listing: Listing) -> bool:
    """Whether the title holds *word*, so that it says what is for sale."""
    return fold(word) in fold(str(listing.get("title", "")))


def is_money(listing: Listing) -> bool:
    """Whether the goods are money of some kind, so that a price may be a choice."""
    return bool(_MONEY.search(str(listing.get("title", ""))))
