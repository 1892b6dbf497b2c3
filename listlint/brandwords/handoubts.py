"""What tells that characters like a Chinese brand word's are other words that happen to be near.

Each doubt has the name under which `evidence` weighs it.
"""

from __future__ import annotations

from listlint.brandwords.layer import Word
from listlint.brandwords.unspaced import has_unspaced

HEARD, SEEN, SLIP = (
    "sound-alike characters",
    "look-alike characters",
    "characters doubled, missing or changed",
)
MASKED = "a sign for a letter"
NEARLY = (HEARD, SEEN, SLIP, MASKED)
"""The forms of a word that is written nearly right."""


_HIDING = frozenset("*＊×✖xX○●□■囗某~～")
"""Signs that hide a character of two; others have other uses there."""


def other_characters(
    word: Word, text: str, start: int, end: int, form: str, differ: float, *, agrees: bool
) -> list[str]:
    """What speaks against ``text[start:end]`` being *word*, of which *differ* characters differ.

    *agrees* tells that the goods are such as the brand's.
    """
    length = len(word.folded)
    if form == MASKED and length > 2:
        return []
    amid = has_unspaced(text[start - 1 : start])
    alone = not amid and not has_unspaced(text[end : end + 1])
    famous = word.brand.risk == 2 and word.kind in ("exact", "translated")
    if length == 2:
        if amid or (form == MASKED and (not alone or text[end - 1 : end] not in _HIDING)):
            return ["one character differs of two, amid others"]
        copied = famous and agrees
        if form == MASKED and agrees and word.brand.risk and not copied:
            return ["one character hidden of two, of a brand seldom copied"]
        return ["one character differs of two" + ", of a brand seldom copied" * (not copied)]
    if differ > 1 and length == 3:
        told = agrees and famous and not amid
        return ["several characters differ" + ", among such goods" * told]
    if form == SLIP:
        if amid:
            return ["a slip, amid other characters"]
        return [] if agrees else ["a slip, and no such goods"]
    return ["a name that stands by itself"] if alone and famous and not agrees else []
