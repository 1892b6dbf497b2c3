"""The values of a listing that checks are called with; each makes findings at its own place.

Pictures come through the listing's surroundings. This module knows no rules, settings or files.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from listlint.listing import Listing
from listlint.model import Finding, On, Pointer

if TYPE_CHECKING:
    from listlint.brandwords.mention import Mention
    from listlint.images import ImageFile, ImagePixels
    from listlint.wordscan import Hit


class Value:
    """A value of a listing, at *pointer*. *on* is ``key`` where the value is a name itself."""

    __slots__ = ("listing", "on", "pointer", "value")

    def __init__(self, listing: Listing, pointer: Pointer, value: Any, on: On = "value") -> None:
        self.listing = listing
        self.pointer = pointer
        self.value = value
        self.on: On = on

    @property
    def field(self) -> str:
        """The top field that holds the value: ``title``, ``attributes``, …"""
        return str(self.pointer[0]) if self.pointer else ""

    def finding(
        self,
        message: str,
        /,
        *,
        at: Pointer = (),
        on: On | None = None,
        text: str | None = None,
        **data: object,
    ) -> Finding:
        """A finding here, or at *at* below; *text* is the offending part, *data* for messages."""
        return Finding(message, self.pointer + at, on or self.on, data, text)


class Text(Value):
    """A text of a listing: a field, an item, or the name or value of an attribute or option.

    *hits* are the trigger words that stand in it, where the rule's trigger is `words`; *mentions*
    those of brands, where it is `brands`.
    """

    __slots__ = ("hits", "mentions")

    value: str

    def __init__(self, listing: Listing, pointer: Pointer, value: str, on: On = "value") -> None:
        super().__init__(listing, pointer, value, on)
        self.hits: tuple[Hit, ...] = ()
        self.mentions: tuple[Mention, ...] = ()


class Attribute(Value):
    """An attribute: *name*, and *value*, a string, a number or an array of them."""

    __slots__ = ("name",)

    def __init__(self, listing: Listing, field: str, name: str, value: Any) -> None:
        super().__init__(listing, (field, name), value)
        self.name = name

    @property
    def texts(self) -> list[Text]:
        """The strings among the attribute's values, each with its pointer."""
        return list(_strings(self.listing, self.pointer, self.value))


class Image(Value):
    """A picture entry of a listing. *src* is its path or address as written."""

    __slots__ = ("role", "src")

    def __init__(self, listing: Listing, pointer: Pointer, value: Any) -> None:
        super().__init__(listing, pointer, value)
        entry = value if isinstance(value, dict) else {"src": value}
        self.src: str = entry["src"]
        self.role: str | None = entry.get("role")

    @property
    def file(self) -> ImageFile:
        """The facts of the picture's file that need no decoding."""
        header = self.listing.surroundings.header
        assert header is not None, "engine: a rule on .file runs only where pictures are known"
        return header(self.src)

    @property
    def pixels(self) -> ImagePixels:
        """The facts of the picture that need it decoded."""
        pixels = self.listing.surroundings.pixels
        assert pixels is not None, "engine: a rule on .pixels runs only where pictures are known"
        return pixels(self.src)


def _strings(listing: Listing, pointer: Pointer, value: Any) -> Iterator[Text]:
    if isinstance(value, str):
        yield Text(listing, pointer, value)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, str):
                yield Text(listing, (*pointer, index), item)
