"""Brand words in texts: found however they are written, and told from innocent words.

`names` tells of a brand by itself, `detect` finds brands in texts; the words stand in `lexicon/`
and are compiled to ``data/brands.bin``.
"""

from listlint.brandwords.mention import Mention
from listlint.brandwords.names import brand_of, is_known, names_of, stands_for
from listlint.brandwords.shared import all_mentions, lookalike

__all__ = [
    "Mention",
    "all_mentions",
    "brand_of",
    "is_known",
    "lookalike",
    "names_of",
    "stands_for",
]
