"""By which of its parts a name of several is found. Knows no texts."""

from __future__ import annotations

from collections.abc import Callable

from listlint.brandwords.folding import glued


def pieces_in(surface: str) -> list[str]:
    """The parts of a name, folded."""
    return [piece for each in surface.replace("/", " ").split() if (piece := glued(each))]


def anchors_of(pieces: list[str], is_ordinary: Callable[[str], bool]) -> list[str]:
    """The parts of a name that it is found by: those that are no ordinary words, or the longest."""
    rare = [
        each for each in pieces if len(each) > 2 and not each.isdigit() and not is_ordinary(each)
    ]
    if rare:
        return rare
    lettered = [each for each in pieces if not each.isdigit() and len(each) > 1]
    if not lettered:
        return []
    return [min(lettered, key=lambda each: (_COMMON.get(each, 0), -len(each)))]


_DEGREES = (
    """
    club cosmetics sport sports run running walk jacket parka hoodie boots coat vest watch watches
    ring necklace bracelet handbag tote backpack wallet card body skin hair face cream oil serum lip
    eye power machine system kitchen garden wall floor glass workshop
    """,
    """
    made size style set pack piece light air black white red blue green grey gold silver mens men
    women womens kids home house box bag bags case shoes shoe shirt clean cleaning easy fast soft
    pro max mini plus super classic original natural pure water wood steel cotton leather surface
    color colour place china english day night time life love
    """,
    """
    the of and in on it for with to at by from up us our you this that all one new no not is are be
    can do go get out off over about
    """,
)
_COMMON = {word: degree for degree, words in enumerate(_DEGREES, 1) for word in words.split()}
"""Parts of names that stand in so many texts that a rarer one tells more, the commonest highest."""
