"""A detector with the small lexicon of `tests/lexicon`, for tests of how brand words are found."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from listlint.brandwords.compile import compiled
from listlint.brandwords.detect import Detector, Texts
from listlint.brandwords.layer import Layer
from listlint.brandwords.mention import Mention
from listlint.brandwords.source import read_brands
from listlint.brandwords.store import Lexicon
from listlint.brandwords.tables import read_tables
from listlint.listing import Rights, fold_name

ROOT = Path(__file__).parent.parent
_ORDINARY = """
    shoes running men women bag belt bus toy leather red apple slicer coach case for the north
    face new balance air max force one low high blue dress jacket cable tape pillow velvet like
    spike nice mike bike look best sandals boots hoodie tote wallet watch style city type
"""


@cache
def sample() -> Lexicon:
    """The small lexicon, with the sectors' words of the real one."""
    context = tomllib.loads((ROOT / "lexicon" / "context.toml").read_text(encoding="utf-8"))
    return Lexicon(
        [
            Layer(
                compiled(
                    read_brands([ROOT / "tests" / "lexicon" / "sample.toml"]),
                    _ORDINARY.split(),
                    {sector: entry["words"] for sector, entry in context.items()},
                    read_tables(ROOT / "lexicon" / "tables"),
                )
            )
        ]
    )


@cache
def detector() -> Detector:
    """One detector for all tests: what it remembers must not change what it says."""
    return Detector(sample())


def mentions(
    text: str, brand: str | None = "Northline", authorized: tuple[str, ...] | None = ("Northline",)
) -> list[Mention]:
    """What is found in *text* as the title of a listing of *brand*."""
    folded = None if authorized is None else frozenset(map(fold_name, authorized))
    texts = Texts([text], brand, Rights(folded), text)
    return detector().mentions(texts).get(0, [])


def sure(text: str, brand: str | None = "Northline") -> list[tuple[str, str, str]]:
    """The words, brands and kinds that are surely infringing in *text*."""
    return [(m.word, m.brand, m.kind) for m in mentions(text, brand) if m.is_sure]
