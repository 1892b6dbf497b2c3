"""The words of texts in ASCII, read fast: what a look at keywords asks first.

Shared by the rules on keywords. It knows no rule and no platform.
"""

# Letters made small, digits as they are, all else a space.
_READ = bytes(
    code | 32 if chr(code).isalpha() else code if chr(code).isdigit() else 32 for code in range(128)
) + bytes(128)


def tokens(text: str) -> list[bytes]:
    """The runs of letters and digits in *text*, which must be ASCII, in small letters."""
    return text.encode().translate(_READ).split()
