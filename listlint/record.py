"""One product as it stands in its document: value, bytes, problems, and places on demand.

What is wrong with the JSON is a value here, never an exception. This module knows no rules,
configuration, command line or pictures, reads no file, and does not know where products come from.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal

import orjson

from listlint import places
from listlint.jsonscan import repeated_keys
from listlint.model import On, Place, Pointer, resolve
from listlint.namedtuples import NamedTuple
from listlint.places import FIRST, Position

BLANK: Final = b" \t\r\n"
REFUSALS: Final = (orjson.JSONDecodeError, orjson.JSONEncodeError)
"""What reading a text and writing its value back may raise: bad JSON; nested too deep."""


class Problem(NamedTuple):
    """What is wrong with the JSON itself.

    *message* is the id of a template of *rule*, *data* fills it. *start* and *end* are bytes from
    the beginning of the record's data; a byte order mark, which precedes it, starts at -3.
    *pointer* leads from the product to the place.
    """

    rule: Literal["json/syntax", "json/duplicate-key", "json/encoding"]
    message: str
    data: Mapping[str, object] = {}
    start: int = 0
    end: int = 0
    pointer: Pointer = ()

    @property
    def is_fatal(self) -> bool:
        """Whether it keeps its product from being read."""
        return self.message not in ("bom", "repeated")


BOM_PROBLEM: Final = Problem("json/encoding", "bom", {}, -3, 0)


class Record:
    """One product, or what should be one.

    *value* is the parsed JSON, whatever it is; None, with problems, where it could not be read
    (see `is_read`). *data* are its bytes; for JSON Lines the whole line. *start* is where they
    begin in the file. *index* counts the records of the document or range from 0; a record about
    a document as a whole has -1. *pointer* leads from the document's root to the product; it is
    ``()`` for a line.
    """

    __slots__ = ("_line", "_lines", "data", "index", "pointer", "problems", "start", "value")

    def __init__(
        self,
        value: Any,
        data: bytes,
        start: int,
        index: int,
        pointer: Pointer = (),
        problems: tuple[Problem, ...] = (),
        line: int = 1,
        lines: Lines | None = None,
    ) -> None:
        """*lines* finds where the record begins, if that is not at the start of *line*."""
        self.value = value
        self.data = data
        self.start = start
        self.index = index
        self.pointer = pointer
        self.problems = problems
        self._line = line
        self._lines = lines

    @property
    def is_read(self) -> bool:
        """Whether *value* is what the text says: only then does None mean ``null``."""
        return self.value is not None or self.data.strip(BLANK) == b"null"

    @property
    def line(self) -> int:
        """The line on which the record begins: of the document, or of the range that was read."""
        return self._origin().line

    def place(self, pointer: Pointer, on: On = "value") -> Place:
        """Where the value at *pointer*, from the product on, or its key, lies in the document.

        The root's place is the whole product. LookupError where *pointer* leads nowhere.
        """
        if pointer:
            resolve(self.value, pointer)
        span = places.span_of(self.data, pointer, on)
        return places.place(self.data, span, self._origin(), self.start)

    def place_of(self, problem: Problem) -> Place:
        """Where *problem*, one of this record's, lies in the document."""
        span = (max(problem.start, 0), problem.end)
        found = places.place(self.data, span, self._origin(), self.start)
        if problem.start >= 0:
            return found
        # A byte order mark has bytes and no columns.
        return Place(
            found.line,
            found.column,
            found.end_line,
            found.end_column,
            found.utf16_column,
            found.utf16_end_column,
            self.start + problem.start,
            found.end,
        )

    def _origin(self) -> Position:
        if self._lines is None:
            return Position(self._line, 1, 1)
        return self._lines.position(self.start)


class Lines:
    """The positions in one document, found going forward from the last one asked for.

    So the places of any number of products, asked for in their order, cost one pass. The text
    begins at the offset *first* of the file, after a byte order mark.
    """

    __slots__ = ("_at", "_first", "_position", "_text")

    def __init__(self, text: bytes, first: int) -> None:
        self._text = text
        self._first = first
        self._at = 0
        self._position = FIRST

    def position(self, offset: int) -> Position:
        """The position at *offset* of the file, which is not before the text."""
        at = offset - self._first
        if at < self._at:
            self._at, self._position = 0, FIRST
        if at > self._at:
            self._position = places.advance(self._position, self._text, self._at, at)
            self._at = at
        return self._position


def read_one(data: bytes) -> tuple[Any, tuple[Problem, ...]]:
    """The value of one JSON text and what is wrong with it; None with a problem if unreadable."""
    try:
        value = orjson.loads(data)
        written = orjson.dumps(value)
    except REFUSALS:
        return None, (fault_problem(data),)
    return value, () if keys_differ(data, written) else _repeated(data)


def keys_differ(data: bytes, written: bytes) -> bool:
    r"""Whether no object in *data* surely says a key twice; *written* is its value written back.

    Of a key said twice the value holds the last only, so *written* lacks the two quotes of the
    other, at least. Nothing else changes how many quotes there are, save the escape ``\u0022``:
    where that occurs the answer is no, and the slow way has to tell.
    """
    if written == data:
        return True
    if written.count(b'"') != data.count(b'"'):
        return False
    return b"\\" not in data or b"\\u0022" not in data


def _repeated(data: bytes) -> tuple[Problem, ...]:
    return tuple(
        Problem("json/duplicate-key", "repeated", {"key": pointer[-1]}, *span, pointer)
        for pointer, span in repeated_keys(data)
    )


def fault_problem(data: bytes) -> Problem:
    """Why the native parsers refuse *data*."""
    # Imported when needed: a text that is JSON needs no reasons.
    from listlint import jsonfault

    fault = jsonfault.find_fault(data)
    if fault is None:
        # Tests hold the parsers and our scanner to one verdict. Should they differ some day, what
        # was not judged must still not pass for clean.
        shown = data.strip(BLANK)[:1].decode("utf-8", "replace")
        return Problem("json/syntax", "unexpected", {"character": shown})
    about_encoding = fault.message in jsonfault.ENCODING_FAULTS
    return Problem("json/encoding" if about_encoding else "json/syntax", *fault)


def foreign_encoding(head: bytes) -> str | None:
    """The encoding other than UTF-8 of a text that begins with *head*, or None.

    Four bytes are enough: a mark tells, or the NUL bytes around the ASCII characters with which
    JSON begins (RFC 4627, section 3).
    """
    if head[:4] in (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff"):
        return "UTF-32"
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    shape = "".join("0" if byte == 0 else "x" for byte in head[:4])
    if shape in ("000x", "x000"):
        return "UTF-32"
    return "UTF-16" if shape in ("0x0x", "x0x0", "x0x") else None


def foreign_problem(encoding: str) -> Problem:
    """That a text is in *encoding*, not UTF-8; it is placed at the text's beginning."""
    return Problem("json/encoding", "foreign-encoding", {"encoding": encoding})
