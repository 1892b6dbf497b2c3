"""What rules ask of a lexicon: which brand a name is of, what it is a disguise of, and the like.

Each answers by the lexicon that the listing is judged with (`Surroundings.lexicon`), where one is
given, or else by the built-in one. This module knows no listings.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from listlint.brandwords.detect import Texts
from listlint.brandwords.mention import Mention
from listlint.brandwords.names import brands_in, is_of, known_brand, may_use
from listlint.brandwords.shared import detector
from listlint.brandwords.source import RISKS
from listlint.brandwords.store import Lexicon, built_in
from listlint.listing import Rights

_OFTEN_ENFORCED = RISKS.index("high")


def names_of(brand: str, lexicon: Lexicon | None = None) -> tuple[str, ...]:
    """All words of *brand*; () if it is unknown."""
    known = known_brand(lexicon or built_in(), brand)
    return () if known is None else known.words


def brand_of(name: str, lexicon: Lexicon | None = None) -> str | None:
    """The brand that *name* is a word of, in whatever case and punctuation; None if unknown."""
    known = known_brand(lexicon or built_in(), name)
    return None if known is None else known.name


def is_known(name: str, lexicon: Lexicon | None = None) -> bool:
    """Whether *name* is a brand of the lexicon or holds its name: Adidas Originals, HP Inc."""
    return bool(brands_in(lexicon or built_in(), name))


def stands_for(name: str, brand: str, lexicon: Lexicon | None = None) -> bool:
    """Whether *name*, a brand as a listing states it, is *brand*, its owner or one it owns."""
    lexicon = lexicon or built_in()
    known = known_brand(lexicon, brand)
    return known is not None and is_of(lexicon, name, known)


def is_authorized(name: str, rights: Rights, lexicon: Lexicon | None = None) -> bool:
    """Whether *rights* name the brand *name* in any of its words, or an owner of it."""
    lexicon = lexicon or built_in()
    known = known_brand(lexicon, name)
    return rights.allows(name, None) or (
        known is not None and may_use(lexicon, rights, None, known)
    )


def is_often_enforced(name: str, lexicon: Lexicon | None = None) -> bool:
    """Whether the brand *name* is one whose owner, or platforms, act on most listings."""
    known = known_brand(lexicon or built_in(), name)
    return known is not None and known.risk >= _OFTEN_ENFORCED


def all_mentions(values: Sequence[str], lexicon: Lexicon | None = None) -> dict[int, list[Mention]]:
    """The mentions in *values* of any brand, whoever may use it."""
    return detector(lexicon).mentions(Texts(values, None, Rights(frozenset())))


_DISGUISES = ("typo", "leet", "homoglyph", "spaced", "deformed")


@lru_cache(maxsize=4096)  # of brands in products, which have no bound
def lookalike(name: str, lexicon: Lexicon | None = None) -> Mention | None:
    """The brand that *name*, a brand as a listing states it, is a disguise of; None if of none."""
    for mention in all_mentions([name], lexicon).get(0, ()):
        whole = mention.start == 0 and mention.end == len(name)
        if whole and mention.kind in _DISGUISES:
            return mention
    return None
