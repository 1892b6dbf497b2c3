"""The values that everything else speaks of: levels, pointers, places, findings, diagnostics.

All are frozen; none does I/O. This module imports nothing of ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache
from typing import Literal

from listlint.namedtuples import NamedTuple

Pointer = tuple[str | int, ...]
"""A JSON Pointer taken apart; ``()`` is the root. Text only at the edges (`pointer_text`)."""

On = Literal["value", "key"]
"""What a finding underlines: the value at its pointer, or the key that names it."""


class Level(IntEnum):
    """How grave a finding is. Only errors, or too many warnings, make a run fail."""

    OFF = 0
    INFO = 1
    WARN = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word that configuration and reports use: ``off``, ``info``, ``warn``, ``error``."""
        return self.name.lower()

    @classmethod
    def parse(cls, text: str) -> Level:
        """Read a level's word; ValueError for any other text."""
        try:
            return _LEVELS[text]
        except KeyError:
            raise ValueError(f"{text!r} is no level; use off, info, warn or error") from None


_LEVELS = {level.label: level for level in Level}


class Place(NamedTuple):
    """Where a text lies in a document.

    Lines and columns count from 1, the end is exclusive. Columns come in code points and in
    UTF-16 units (what ESLint's consumers count); ``start`` and ``end`` are bytes.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    utf16_column: int
    utf16_end_column: int
    start: int
    end: int


class Finding(NamedTuple):
    """One rule broken at one place of one listing, as a rule says it.

    It knows no file, level, platform or sentence: *message* is the id of a template of the rule,
    *data* fills it (values that JSON can hold). *pointer* leads through the listing. *text* is the
    offending text where it is less than the whole value; the fingerprint is made of it.
    """

    message: str
    pointer: Pointer
    on: On = "value"
    data: Mapping[str, object] = {}  # of a tuple: never written
    text: str | None = None


class Diagnostic(NamedTuple):
    """A finding as a report tells it: placed, levelled, worded. A tuple, for it travels in bulk.

    *line* … *end* as in `Place`. *pointer* leads from the document's root (for JSON Lines, from
    the line's). *product* is the product's id. *source* names who states the rule, where that is
    known. *fatal* marks what kept a document or product from being judged. *extra* holds the data
    of a brand finding: ``brand``, ``word``, ``kind``.
    """

    rule: str
    level: Level
    message_id: str
    message: str
    line: int
    column: int
    end_line: int
    end_column: int
    utf16_column: int
    utf16_end_column: int
    start: int
    end: int
    pointer: str
    product: str | None
    platforms: tuple[str, ...]
    fingerprint: str
    source: str | None = None
    fatal: bool = False
    extra: Mapping[str, object] = {}  # of a tuple: never written


@lru_cache(maxsize=4096)  # in a catalog the same few pointers are told again and again
def pointer_text(pointer: Pointer) -> str:
    """*pointer* as RFC 6901 writes it: ``("a/b", 0)`` is ``/a~1b/0``, the root is empty."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in pointer)


def parse_pointer(text: str) -> tuple[str, ...]:
    """The parts of the RFC 6901 pointer *text*; ValueError unless empty or begun by a slash."""
    if not text:
        return ()
    if text[0] != "/":
        raise ValueError(f"{text!r} is no JSON Pointer; it begins with a slash, as /items does")
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in text[1:].split("/"))


def resolve(value: object, pointer: Pointer) -> object:
    """What *pointer* leads to within *value*; LookupError where it leads nowhere."""
    for part in pointer:
        if isinstance(value, dict):  # noqa: SIM114  # told apart for the type checker
            value = value[part]
        elif isinstance(value, list) and isinstance(part, int):
            value = value[part]
        else:
            raise LookupError(pointer_text(pointer))
    return value
