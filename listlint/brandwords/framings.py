"""Which names take part in a statement of what goods fit that begins or ends with another name."""

from __future__ import annotations

from collections.abc import Sequence

from listlint.brandwords.frames import is_listed
from listlint.brandwords.layer import Brand
from listlint.brandwords.likeness import Likeness
from listlint.brandwords.mention import Mention
from listlint.brandwords.source import sector_bits

_PLAYED = sector_bits(["toys", "games"])


def goes_on(likeness: Likeness, text: str, last: int, framed: Sequence[Brand]) -> bool:
    """Whether *likeness* may go on a list of what the goods fit, of brands *framed* until *last*.

    That is of their own goods or such as others make accessories for, or a maker of such goods
    that is listed with them.
    """
    brand = likeness.word.brand
    if not framed or brand.accessories or brand in framed:
        return True
    alike = any(brand.sectors & other.sectors for other in framed)
    if text[last : likeness.start] == " " and brand.sectors & _PLAYED & framed[-1].sectors:
        return True  # those that makers of toys name their sets after
    return alike and is_listed(text, last, likeness.start)


def with_makers(mentions: list[Mention], text: str) -> list[Mention]:
    """*mentions*, those of a maker framed where its product follows at once in a frame."""
    framed = {(each.brand, each.start): each for each in mentions if each.framed}
    if not framed:
        return mentions
    found = []
    for each in mentions:
        at = each.end + (text[each.end : each.end + 1] == " ")
        if not each.framed and (led := framed.get((each.brand, at))):
            each = each._replace(framed=True, reasons=(*each.reasons, led.reasons[-1]))
        found.append(each)
    return found
