"""JSON text, read token by token: where the grammar breaks off, keys said twice, exact spans.

This is the slow way, taken only when the native parsers refuse a text or cannot say where a value
lies. It promises one pass, no recursion and time in proportion to the text, whatever the text.
Offsets are bytes. It builds no values, and knows neither products nor lines nor messages; why a
text is wrong is told by `listlint.jsonfault`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final

from listlint.lazily import Lazily
from listlint.model import Pointer
from listlint.namedtuples import NamedTuple

MAX_DEPTH: Final = 254
"""The most arrays and objects that may be open at once.

It is what orjson writes back; reading, it takes 1024. So the hot path, which writes each product
back to find keys said twice, holds this bound for nothing, and any code that follows a product
down by recursion stays far from Python's own limit of 1000 calls.
"""

Span = tuple[int, int]

# Possessive throughout: a string of 50 MB takes one pass and no memory to fall back on.
STRING_BODY: Final = rb'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+'
_TOKEN: Final = Lazily(
    rb"[ \t\n\r]*+(?:"
    rb"(" + STRING_BODY + rb'")'
    rb"|(-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?)"
    rb"|(true|false|null)"
    rb"|([\[{])"
    rb"|([\]}])"
    rb"|(,)"
    rb"|(:)"
    rb")"
)
TEXT, NUMBER, WORD, OPEN, CLOSE, COMMA, COLON = range(1, 8)
"""The kinds of token: the groups of the pattern."""

SPACE: Final = Lazily(rb"[ \t\n\r]*+")
_ESCAPE: Final = Lazily(rb"\\(?:u([0-9a-fA-F]{4})|.)", re.DOTALL)


class Wanted(Enum):
    """What the grammar takes next."""

    VALUE = "a value"
    VALUE_OR_CLOSE = "a value or ]"
    KEY = "a key"
    KEY_OR_CLOSE = "a key or }"
    COLON = ":"
    COMMA = ", or the end of the array or object"
    END = "the end of the text"


class Stop(NamedTuple):
    """Where a text stops being JSON.

    *reason* is ``grammar``: at *at* stands something else than what is *wanted*, or the end of
    the text. Or *at* to *end* is a token that is JSON by the grammar and yet cannot be taken:
    ``too-deep``, ``number-range`` (beyond the numbers of 64-bit floating point) or
    ``lone-surrogate``. *last* is the span of the token before, *opened* are the offsets of the
    brackets still open, *pointer* leads to the place within them.
    """

    reason: str
    wanted: Wanted
    at: int
    end: int
    last: Span
    opened: tuple[int, ...]
    pointer: Pointer


def scan(data: bytes) -> Stop | None:
    """Where *data*, UTF-8 text, first stops being JSON; None if it never does."""
    match = _TOKEN.match
    opened: list[int] = []
    steps: list[int | Span | None] = []  # for each open bracket: the index, or its key once read
    wanted = Wanted.VALUE
    last = (0, 0)
    pos = 0

    def stop(reason: str, at: int, end: int) -> Stop:
        pointer = tuple(
            step if isinstance(step, int) else key_text(data, step)
            for step in steps
            if step is not None
        )
        return Stop(reason, wanted, at, end, last, tuple(opened), pointer)

    while token := match(data, pos):
        kind = token.lastindex or 0
        start, pos = token.span(kind)
        if kind == TEXT:
            if wanted is Wanted.KEY or wanted is Wanted.KEY_OR_CLOSE:
                steps[-1] = (start, pos)
                after = Wanted.COLON
            elif wanted is Wanted.VALUE or wanted is Wanted.VALUE_OR_CLOSE:
                after = Wanted.COMMA
            else:
                break
            if data.find(b"\\u", start, pos) >= 0 and any(lone_surrogates(data, start, pos)):
                return stop("lone-surrogate", start, pos)
        elif kind <= OPEN:
            if wanted is not Wanted.VALUE and wanted is not Wanted.VALUE_OR_CLOSE:
                break
            after = Wanted.COMMA
            if kind == NUMBER:
                if _beyond_range(data, start, pos):
                    return stop("number-range", start, pos)
            elif kind == OPEN:
                if len(opened) == MAX_DEPTH:
                    return stop("too-deep", start, pos)
                opened.append(start)
                is_array = data[start] == 0x5B
                steps.append(0 if is_array else None)
                after = Wanted.VALUE_OR_CLOSE if is_array else Wanted.KEY_OR_CLOSE
        elif kind == CLOSE:
            may_close = Wanted.VALUE_OR_CLOSE if data[start] == 0x5D else Wanted.KEY_OR_CLOSE
            if wanted is not Wanted.COMMA and wanted is not may_close:
                break
            if data[opened[-1]] + 2 != data[start]:  # "[" and "]", "{" and "}" are two apart
                break
            opened.pop()
            steps.pop()
            after = Wanted.COMMA
        elif kind == COMMA:
            if wanted is not Wanted.COMMA:
                break
            step = steps[-1]
            if isinstance(step, int):
                steps[-1] = step + 1
                after = Wanted.VALUE
            else:
                steps[-1] = None
                after = Wanted.KEY
        else:
            if wanted is not Wanted.COLON:
                break
            after = Wanted.VALUE
        last = (start, pos)
        wanted = Wanted.END if after is Wanted.COMMA and not opened else after
    at = skip_space(data, last[1])
    if wanted is Wanted.END and at == len(data):
        return None
    return stop("grammar", at, at)


def repeated_keys(data: bytes) -> Iterator[tuple[Pointer, Span]]:
    """Each key of the legal JSON *data* that its object has already: pointer, span of the key."""
    seen: list[set[str] | None] = []  # for each open bracket: its keys so far, None for an array
    steps: list[str | int] = []
    key_next = False
    for token in _TOKEN.finditer(data):
        kind = token.lastindex or 0
        if kind == OPEN:
            key_next = data[token.start(kind)] == 0x7B
            seen.append(set() if key_next else None)
            steps.append("" if key_next else 0)
        elif kind == CLOSE:
            seen.pop()
            steps.pop()
            key_next = False
        elif kind == COMMA:
            step = steps[-1]
            if isinstance(step, int):
                steps[-1] = step + 1
            else:
                key_next = True
        elif key_next:
            span = token.span(kind)
            keys = seen[-1]
            assert keys is not None, "a key stands in an object only"
            steps[-1] = key = key_text(data, span)
            if key in keys:
                yield tuple(steps), span
            keys.add(key)
            key_next = False


def members(data: bytes, start: int) -> Iterator[tuple[str | int, Span | None, Span]]:
    """The members of the array or object whose bracket is at *start* of the legal JSON *data*.

    Each as its key or index, the span of its key (None in an array) and that of its value, in
    the order of the text. A key that is said twice comes twice.
    """
    is_array = data[start] == 0x5B
    depth = index = value_start = 0
    key: Span | None = None
    for token in _TOKEN.finditer(data, start):
        kind = token.lastindex or 0
        if kind == OPEN:
            depth += 1
            if depth == 2:
                value_start = token.start(kind)
            continue
        if kind == CLOSE:
            depth -= 1
            if depth == 0:
                return
            span = (value_start, token.end())
        elif kind >= COMMA:
            continue
        else:
            span = token.span(kind)
        if depth != 1:
            continue
        if is_array:
            yield index, None, span
            index += 1
        elif key is None:
            key = span
        else:
            yield key_text(data, key), key, span
            key = None


def locate(data: bytes, pointer: Pointer) -> tuple[Span | None, Span]:
    """The span of the key (None for an element or the root) and of the value at *pointer*.

    *data* is legal JSON; of a key said twice the last one counts, as for every parser.
    LookupError if nothing is there.
    """
    key: Span | None = None
    value = (skip_space(data, 0), len(data.rstrip(b" \t\n\r")))
    for step in pointer:
        if data[value[0]] not in b"[{":
            raise LookupError(pointer)
        found = None
        for name, key_span, span in members(data, value[0]):
            if name == step and type(name) is type(step):
                found = key_span, span
                if key_span is None:
                    break
        if found is None:
            raise LookupError(pointer)
        key, value = found
    return key, value


def skip_space(data: bytes, pos: int) -> int:
    """The offset of the first byte from *pos* on that is no JSON white space."""
    match = SPACE.match(data, pos)
    assert match is not None, "the pattern takes nothing, too"
    end: int = match.end()
    return end


def key_text(data: bytes, span: Span) -> str:
    """The string that the token at *span* writes; a surrogate without its other half is U+FFFD."""
    start, end = span
    raw = data[start + 1 : end - 1]
    if b"\\" not in raw:
        return raw.decode("utf-8", "replace")
    import json  # takes half a character, as orjson does not

    text: str = json.loads(b'"%b"' % raw)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def lone_surrogates(data: bytes, start: int, end: int) -> Iterator[Span]:
    """The escapes in the string token *start* to *end*, or in a text, that are half a character."""
    high: Span | None = None
    for escape in _ESCAPE.finditer(data, start, end):
        digits = escape[1]
        code = int(digits, 16) if digits else 0
        if high is not None:
            paired = 0xDC00 <= code <= 0xDFFF and escape.start() == high[1]
            if not paired:
                yield high
            high = None
            if paired:
                continue
        if 0xD800 <= code <= 0xDBFF:
            high = escape.span()
        elif 0xDC00 <= code <= 0xDFFF:
            yield escape.span()
    if high is not None:
        yield high


def with_whole_characters(data: bytes) -> bytes:
    """*data* with U+FFFD for each escape that is half a character: legal, and all in its place."""
    mended = bytearray(data)
    for start, end in lone_surrogates(data, 0, len(data)):
        mended[start:end] = b"\\ufffd"
    return bytes(mended)


def _beyond_range(data: bytes, start: int, end: int) -> bool:
    # Below 309 digits and without an exponent nothing overflows, so most numbers cost nothing.
    if end - start < 309 and not (b"e" in data[start:end] or b"E" in data[start:end]):
        return False
    return float(data[start:end]) in (float("inf"), float("-inf"))
