"""Where a value or a key lies: pointer → bytes → line and column, computed only when asked.

A line ends with LF (CR LF included, its CR being the last column), as for git, grep and every
editor that shows one. Columns count from 1, in code points and in UTF-16 units. This module knows
bytes and pointers; it knows neither products nor files nor what is wrong with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

from listlint import jsonscan
from listlint.jsonscan import Span, skip_space
from listlint.lazily import Lazily
from listlint.model import On, Place, Pointer
from listlint.namedtuples import NamedTuple

if TYPE_CHECKING:
    import msgspec

_COLON: Final = Lazily(rb"[ \t\n\r]*+:[ \t\n\r]*+")
_GAP: Final = Lazily(rb"[ \t\n\r]*+,?[ \t\n\r]*+")
_SCALAR: Final = Lazily(rb'"(?:[^"\\]++|\\.)*+"|[^"\[\]{},: \t\n\r]++')
_SPELT_VARIOUSLY: Final = Lazily(r'[\x00-\x1f"\\/]')

Cut = TypeVar("Cut")
Member = tuple[str | int, Span | None, Span]
"""Key or index, the span of the key (None in an array), the span of the value."""


class Position(NamedTuple):
    """A place between two characters: counted from 1, the column in code points and UTF-16."""

    line: int
    column: int
    utf16_column: int


FIRST: Final = Position(1, 1, 1)


def advance(position: Position, data: bytes, start: int, end: int) -> Position:
    """The position at *end* of *data*, given that *position* is the one at *start*."""
    line, column, utf16 = position
    lines = data.count(b"\n", start, end)
    if lines:
        line += lines
        column = utf16 = 1
        start = data.rindex(b"\n", start, end) + 1
    passed = data[start:end]
    if passed.isascii():
        return Position(line, column + len(passed), utf16 + len(passed))
    # What is not UTF-8 counts as the replacement characters that an editor shows for it.
    text = passed.decode("utf-8", "replace")
    return Position(line, column + len(text), utf16 + len(text.encode("utf-16-le")) // 2)


def place(data: bytes, span: Span, origin: Position, offset: int) -> Place:
    """*span* of *data* as a place in a document, where *data* begins at *origin* and *offset*."""
    start, end = span
    first = advance(origin, data, 0, start)
    last = advance(first, data, start, end)
    return Place(
        first.line,
        first.column,
        last.line,
        last.column,
        first.utf16_column,
        last.utf16_column,
        offset + start,
        offset + end,
    )


def span_of(data: bytes, pointer: Pointer, on: On = "value") -> Span:
    """The bytes of the value at *pointer* in the legal JSON *data*, or of the key that names it.

    *pointer* must lead to something (of a key said twice the last counts), else the answer is a
    LookupError or meaningless. Elements and the root have no key; theirs is the value.
    """
    found = _by_only_key(data, pointer) if pointer else None
    if found is None:
        try:
            found = _by_levels(data, pointer)
        except NotCut:
            found = jsonscan.locate(data, pointer)
    key, value = found
    return key if on == "key" and key is not None else value


class NotCut(ValueError):
    """The native parser refuses to cut a text; either it is no legal JSON, or nested deep."""


def elements(data: bytes, span: Span) -> Iterator[Span]:
    """The elements of the array at *span* of *data*; NotCut, before the first, if it is illegal.

    Strings that are not UTF-8 and numbers out of range pass. In a legal text every element does.
    """
    at = span[0] + 1
    for raw in _decoded(_array_cutter(), data, span):
        at = _after_gap(data, at)
        stop = at + len(raw)
        yield at, stop
        at = stop


def members(data: bytes, span: Span) -> list[Member]:
    """The members of the object at *span* of *data*, the last of equal keys; NotCut as above.

    The native parser cuts, and the text between the cuts is checked to be what it must be; where
    it is not (escaped keys, keys said twice), the scanner reads the level.
    """
    try:
        return list(_proved(data, span))
    except _Unlike:
        last = {name: (name, key, value) for name, key, value in jsonscan.members(data, span[0])}
        return list(last.values())


def _by_only_key(data: bytes, pointer: Pointer) -> tuple[Span | None, Span] | None:
    """The place, if the last key on the way is written once in *data*, and scalars follow it.

    Sound because that key does stand in *data*, and in one spelling only: without ``\\u`` every
    character has one spelling, save those with an escape of their own, which are left out. So
    one of the texts found is the key itself; and one only is found. It does not matter on which
    level it stands, nor what else looks like it, since nothing else does.
    """
    depth = len(pointer)
    while depth and not isinstance(pointer[depth - 1], str):
        depth -= 1
    name = pointer[depth - 1] if depth else None
    if not isinstance(name, str) or _SPELT_VARIOUSLY.search(name) or b"\\u" in data:
        return None
    token = b'"%b"' % name.encode()
    start = data.find(token)
    if start < 0 or data.find(token, start + 1) >= 0:
        return None
    key: Span | None = (start, start + len(token))
    colon = _COLON.match(data, start + len(token))
    if colon is None:
        return None
    at = colon.end()
    for step in pointer[depth:]:
        if not isinstance(step, int) or data[at] != 0x5B:
            return None
        key = None
        at = skip_space(data, at + 1)
        for _ in range(step):
            passed = _SCALAR.match(data, at)
            if passed is None:
                return None
            gap = _GAP.match(data, passed.end())
            at = gap.end() if gap else at
    value = _SCALAR.match(data, at)
    return None if value is None else (key, value.span())


def _by_levels(data: bytes, pointer: Pointer) -> tuple[Span | None, Span]:
    key: Span | None = None
    value = (skip_space(data, 0), len(data.rstrip(b" \t\n\r")))
    for step in pointer:
        only = _only_member(data, value, step) if isinstance(step, str) else None
        if only is not None:
            key, value = only
            continue
        level = _level(data, value)
        for name, key_span, span in level:
            if name == step and type(name) is type(step):
                key, value = key_span, span
                break
        else:
            raise LookupError(pointer)
    return key, value


def _only_member(data: bytes, span: Span, name: str) -> tuple[Span, Span] | None:
    """The member *name* of the object at *span*, if one place only can be it.

    The native parser tells its value. Without ``\\u`` the key has one spelling, so the member is
    among the places where that spelling and then that value stand; if there is but one, it is it.
    """
    start, end = span
    if data[start] != 0x7B or _SPELT_VARIOUSLY.search(name) or b"\\u" in data:
        return None
    raw = _decoded(_object_cutter(), data, span).get(name)
    if raw is None:
        return None
    value = bytes(raw)
    token = b'"%b"' % name.encode()
    found: tuple[Span, Span] | None = None
    at = data.find(token, start, end)
    while at >= 0:
        colon = _COLON.match(data, at + len(token))
        if colon is not None and data.startswith(value, colon.end()):
            if found is not None:
                return None
            found = (at, at + len(token)), (colon.end(), colon.end() + len(value))
        at = data.find(token, at + 1, end)
    return found


def _level(data: bytes, span: Span) -> Iterable[Member]:
    opening = data[span[0]]
    if opening == 0x7B:
        return members(data, span)
    if opening == 0x5B:
        return ((index, None, element) for index, element in enumerate(elements(data, span)))
    return ()


class _Unlike(Exception):
    """The text is not what the cut values, written plainly one after another, would be."""


def _proved(data: bytes, span: Span) -> Iterator[Member]:
    """The members, proved: the text from bracket to bracket is their keys, values and gaps.

    A key said twice is met: each cut value is compared with the text, so the reading goes from
    one true member to the next, and is not at the end when the (fewer) cut values are used up.
    """
    start, end = span
    at = start + 1
    for name, raw in _decoded(_object_cutter(), data, span).items():
        at = _after_gap(data, at)
        token = b'"%b"' % name.encode()
        colon = _COLON.match(data, at + len(token))
        if colon is None or not data.startswith(token, at):
            raise _Unlike
        value = bytes(raw)
        stop = colon.end() + len(value)
        if not data.startswith(value, colon.end()):
            raise _Unlike
        yield name, (at, at + len(token)), (colon.end(), stop)
        at = stop
    if skip_space(data, at) != end - 1:
        raise _Unlike


def _decoded(decoder: msgspec.json.Decoder[Cut], data: bytes, span: Span) -> Cut:
    import msgspec

    start, end = span
    try:
        return decoder.decode(memoryview(data)[start:end])
    except (msgspec.DecodeError, RecursionError) as error:
        raise NotCut from error


def _after_gap(data: bytes, at: int) -> int:
    gap = _GAP.match(data, at)
    assert gap is not None, "the pattern takes nothing, too"
    end: int = gap.end()
    return end


# msgspec is imported when the first place is asked for: a clean product needs none.


@cache
def _array_cutter() -> msgspec.json.Decoder[list[msgspec.Raw]]:
    import msgspec

    return msgspec.json.Decoder(list[msgspec.Raw])


@cache
def _object_cutter() -> msgspec.json.Decoder[dict[str, msgspec.Raw]]:
    import msgspec

    return msgspec.json.Decoder(dict[str, msgspec.Raw])
