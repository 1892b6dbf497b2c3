"""Brand words in texts: found however they are written, and told from innocent words.

`names` tells of a brand by itself, `detect` finds brands in texts; the words stand in `lexicon/`
and are compiled to ``data/brands.bin``.
"""

from listlint.brands.mention import Mention
from listlint.brands.names import brand_of, is_known, names_of, stands_for

__all__ = ["Mention", "brand_of", "is_known", "names_of", "stands_for"]
