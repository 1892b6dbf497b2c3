"""Whether a text is a GTIN as a barcode bears it: its digits, length and check digit.

Shared by the rules on identifiers, so that a number which is wrong by its form is told once. It
knows the structure of the GS1 General Specifications and no platform.
"""

# What the weighted sum of a sound number's ASCII codes leaves when divided by ten, by its length.
_REMAINDERS = {8: 8, 12: 2, 13: 0, 14: 4}
_COUNT = "01234567890123456789"

LENGTHS = tuple(_REMAINDERS)
"""The numbers of digits that a GTIN may have."""


def is_sound(gtin: str) -> bool:
    """Whether nothing in its form is wrong; cheap, since most products pass here."""
    remainder = _REMAINDERS.get(len(gtin))
    if remainder is None or not (gtin.isascii() and gtin.isdigit()):
        return False
    codes = gtin.encode()
    if (sum(codes) + 2 * sum(codes[-2::-2])) % 10 != remainder:
        return False
    return not (is_shortened(gtin) or is_made_up(gtin))


def is_shortened(gtin: str) -> bool:
    """Whether *gtin* is a UPC with its zeros left out, or a shop's own number of that form."""
    return len(gtin) == 8 and gtin[0] == "0"


def is_made_up(gtin: str) -> bool:
    """Whether *gtin*, a row of digits, repeats one digit or counts."""
    body = gtin[:-1].lstrip("0")
    return body in _COUNT or body.count(body[0]) == len(body)
