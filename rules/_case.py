"""Small letters, as a pattern without regard to case compares them.

For a quick look before such a pattern, which is slow. This module knows no rule.
"""

# What the pattern takes for s and i, and `str.lower` does not.
_ALIKE = {0x17F: "s", 0x131: "i", 0x307: None}


def small(text: str) -> str:
    """*text* in small letters; each that a pattern takes for an ASCII letter is that."""
    lower = text.lower()
    return lower if lower.isascii() else lower.translate(_ALIKE)
