"""Brand words in texts: found however they are written, and told from innocent words.

`asked` tells of a brand by itself, `detect` finds brands in texts; the words stand in `lexicon/`
and are compiled to ``data/brands.bin``, a user's own (`ownwords`) are compiled when they are used.
"""

from listlint.brandwords.asked import (
    all_mentions,
    brand_of,
    is_authorized,
    is_known,
    is_often_enforced,
    lookalike,
    names_of,
    stands_for,
)
from listlint.brandwords.mention import Mention

__all__ = [
    "Mention",
    "all_mentions",
    "brand_of",
    "is_authorized",
    "is_known",
    "is_often_enforced",
    "lookalike",
    "names_of",
    "stands_for",
]
