"""Why a text is not JSON, as a message id with its data and the exact bytes at fault.

A text has one fault: the first. It is named by what the writer most likely did (a comma too many,
a quote of a word processor, a comment), not by what the grammar wanted. The sentences belong to
the ``json`` rules; this module knows neither them nor products nor lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from listlint.jsonscan import MAX_DEPTH, STRING_BODY, Span, Stop, Wanted, lone_surrogates, scan
from listlint.model import Pointer
from listlint.namedtuples import NamedTuple

ENCODING_FAULTS: Final = frozenset({"bom", "foreign-encoding", "invalid-utf-8", "lone-surrogate"})
"""The messages about the encoding of the text; all others are about its syntax."""

_VALUE: Final = (Wanted.VALUE, Wanted.VALUE_OR_CLOSE)
_KEY: Final = (Wanted.KEY, Wanted.KEY_OR_CLOSE)
_STRING: Final = re.compile(STRING_BODY)
_ESCAPE: Final = re.compile(rb"\\u[0-9a-fA-F]{0,3}+|\\[\x00-\x7f]?|\\")
_LOOSE_WORD: Final = re.compile(rb"#?[^\x00-\x20,:;\[\]{}\"'/#]++")
_WORD_START: Final = re.compile(rb"[A-Za-z0-9_$.+\x80-\xff-]")
_LINE_REST: Final = re.compile(rb"[^\r\n]*+")
_COMMENT: Final = re.compile(rb"#[^\r\n]*+|//[^\r\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/)?")
_SINGLE_QUOTED: Final = re.compile(rb"'(?:[^'\\\r\n]|\\.)*+'?")
_NUMBER_START: Final = re.compile(rb"[+-]?\.?[0-9]|[+-]$")
_LEADING_ZERO: Final = re.compile(rb"(-?)0+((?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?)")
_CONFLICT: Final = re.compile(rb"^(?:<{7} |={7}$|={7}\r|>{7} )", re.MULTILINE)
_MISSPELT: Final = {
    "true": "true",
    "false": "false",
    "null": "null",
    "none": "null",
    "nil": "null",
    "undefined": "null",
}
_NOT_A_NUMBER: Final = frozenset({"nan", "inf", "infinity"})
_LOOKALIKES: Final = {**dict.fromkeys("“”„‟«»‘’‚‛「」『』`´", '"'), "、": ",", "【": "[", "】": "]"}
_INVISIBLE: Final = frozenset("\u200b\u200c\u200d\u2028\u2029\u2060\ufeff\x0b\x0c\x85")
_SHORT_ESCAPES: Final = {0x08: "\\b", 0x09: "\\t", 0x0C: "\\f"}


class Fault(NamedTuple):
    """What is wrong with a text: *message* id and its *data*, *start* and *end* in bytes.

    *pointer* leads to the array, object or member that holds the place.
    """

    message: str
    data: Mapping[str, object]
    start: int
    end: int
    pointer: Pointer = ()


def find_fault(data: bytes) -> Fault | None:
    """The first reason why *data* is no JSON text in UTF-8; None if it is one.

    That it is not UTF-8 is told before anything else: the rest cannot be read.
    """
    try:
        data.decode()
    except UnicodeDecodeError as error:
        shown = data[error.start : error.end].hex(" ").upper()
        return Fault("invalid-utf-8", {"bytes": shown}, error.start, error.end)
    stop = scan(data)
    return None if stop is None else _explain(data, stop)


def _explain(data: bytes, stop: Stop) -> Fault:
    token = (stop.at, stop.end)
    if stop.reason == "too-deep":
        return _fault("too-deep", stop, token, limit=MAX_DEPTH)
    if stop.reason == "number-range":
        return _fault("number-range", stop, token, number=_shown(data, token))
    if stop.reason == "lone-surrogate":
        half = next(lone_surrogates(data, stop.at, stop.end))
        return _fault("lone-surrogate", stop, token, escape=data[slice(*half)].decode())
    if stop.at == len(data):
        return _early_end(data, stop)
    return (
        _by_character(data, stop)
        or _grown_from_last(data, stop)
        or _BY_WANTED.get(stop.wanted, _in_place_of_value)(data, stop)
    )


def _early_end(data: bytes, stop: Stop) -> Fault:
    if not stop.opened:
        return _fault("empty", stop, (0, 0))
    bracket = stop.opened[-1]
    kind = "unclosed-array" if data[bracket] == 0x5B else "unclosed-object"
    return _fault(kind, stop, (bracket, bracket + 1))


def _by_character(data: bytes, stop: Stop) -> Fault | None:
    """What is wrong wherever it stands."""
    at = stop.at
    character, end = _character(data, at)
    if character == "\0":
        return _fault("nul", stop, (at, end))
    if _CONFLICT.match(data, at):
        return _fault("merge-conflict", stop, (at, _matched(_LINE_REST, data, at)))
    if character == '"' and stop.wanted in _VALUE + _KEY:
        return _broken_string(data, stop)
    if character == "'" and stop.wanted is not Wanted.END:
        return _fault("single-quotes", stop, (at, _matched(_SINGLE_QUOTED, data, at)))
    if _is_comment(data, stop):
        return _fault("comment", stop, (at, _matched(_COMMENT, data, at)))
    meant = _meant(character)
    if meant is not None:
        return _fault("lookalike", stop, (at, end), character=_visible(character), meant=meant)
    return None


def _broken_string(data: bytes, stop: Stop) -> Fault:
    start = stop.at
    at = _matched(_STRING, data, start)
    if at == len(data):
        return _fault("unclosed-string", stop, (start, at))
    code = data[at]
    if code == 0x5C:
        end = _matched(_ESCAPE, data, at)
        if data[at + 1 : at + 2] in (b"\n", b"\r"):
            return _fault("line-break", stop, (start, at + 1))
        if end == len(data):
            return _fault("unclosed-string", stop, (start, end))
        if end == at + 1:
            end = _character(data, end)[1]
        return _fault("bad-escape", stop, (at, end), escape=_shown(data, (at, end)))
    if code in b"\r\n":
        return _fault("line-break", stop, (start, at))
    if code == 0:
        return _fault("nul", stop, (at, at + 1))
    escape = _SHORT_ESCAPES.get(code, f"\\u{code:04x}")
    return _fault("control-character", stop, (at, at + 1), character=f"U+{code:04X}", escape=escape)


def _is_comment(data: bytes, stop: Stop) -> bool:
    if data.startswith(b"#", stop.at):
        return data[slice(*stop.last)] != b":"  # after a colon it is more likely a value: #ff0000
    if not data.startswith((b"//", b"/*"), stop.at):
        return False
    return not (_touches_string(data, stop) and _odd_quotes_follow(data, stop.at))


def _grown_from_last(data: bytes, stop: Stop) -> Fault | None:
    """A number, word or string that goes on where JSON has it end: ``01``, ``10kg``, ``"5" x"``."""
    start, end = stop.last
    at = stop.at
    if (
        stop.wanted is Wanted.KEY
        and at == end
        and data[at : at + 1].isdigit()
        and data[start - 1 : start].isdigit()
    ):
        return _number_form(data, stop, (_number_before(data, start), _loose_end(data, at)))
    if stop.wanted not in (Wanted.COMMA, Wanted.COLON, Wanted.END) or start == end:
        return None
    if data[start] == 0x22:
        touches = at == end and _WORD_START.match(data, at)
        grown = data[at] not in b',:[]{}"' and (touches or _odd_quotes_follow(data, at))
        return _fault("unescaped-quote", stop, (end - 1, end)) if grown else None
    if at != end or not _WORD_START.match(data, at) or data[start] in b"]}":
        return None
    span = (start, _loose_end(data, start))
    return _loose_word(data, stop, span)


def _in_place_of_value(data: bytes, stop: Stop) -> Fault:
    at = stop.at
    if _WORD_START.match(data, at) or data[at] == 0x23:
        return _loose_word(data, stop, (at, _loose_end(data, at)))
    if not stop.opened and data[at] == 0x3C:
        return _fault("markup", stop, (at, at + 1))
    return _misplaced_mark(data, stop) or _unexpected(data, stop)


def _in_place_of_key(data: bytes, stop: Stop) -> Fault:
    at = stop.at
    if _WORD_START.match(data, at):
        span = (at, _loose_end(data, at))
        return _fault("unquoted-key", stop, span, key=_shown(data, span))
    if data[at] in b":[{":
        return _fault("missing-key", stop, (at, at + 1))
    return _misplaced_mark(data, stop) or _unexpected(data, stop)


def _in_place_of_colon(data: bytes, stop: Stop) -> Fault:
    start, end = stop.last
    return _fault("missing-colon", stop, stop.last, key=_shown(data, (start + 1, end - 1)))


def _in_place_of_comma(data: bytes, stop: Stop) -> Fault:
    if data[stop.at] in b'"[{' or _WORD_START.match(data, stop.at):
        end = stop.last[1]
        return _fault("missing-comma", stop, (end, end))
    return _misplaced_mark(data, stop) or _unexpected(data, stop)


def _in_place_of_end(data: bytes, stop: Stop) -> Fault:
    span = (stop.at, _loose_end(data, stop.at))
    return _fault("extra-content", stop, span, text=_shown(data, span))


_BY_WANTED: Final = {
    Wanted.KEY: _in_place_of_key,
    Wanted.KEY_OR_CLOSE: _in_place_of_key,
    Wanted.COLON: _in_place_of_colon,
    Wanted.COMMA: _in_place_of_comma,
    Wanted.END: _in_place_of_end,
}


def _misplaced_mark(data: bytes, stop: Stop) -> Fault | None:
    """A comma or closing bracket at the wrong place."""
    at = stop.at
    mark = data[at : at + 1]
    if mark not in (b",", b"]", b"}") or not stop.opened:
        return None
    last = data[slice(*stop.last)]
    if mark != b",":
        expected = "]" if data[stop.opened[-1]] == 0x5B else "}"
        found = mark.decode()
        if found != expected:
            return _fault("wrong-bracket", stop, (at, at + 1), found=found, expected=expected)
    if last == b":":
        return _fault("missing-value", stop, stop.last)
    if mark == b",":
        return _fault("extra-comma", stop, (at, at + 1))
    return _fault("trailing-comma", stop, stop.last)


def _loose_word(data: bytes, stop: Stop, span: Span) -> Fault:
    """A word without quotes that is no value: ``NaN``, ``None``, ``red``."""
    if _NUMBER_START.match(data[slice(*span)]):
        return _number_form(data, stop, span)
    text = _shown(data, span)
    if text.lstrip("+-").lower() in _NOT_A_NUMBER:
        return _fault("not-a-number", stop, span, text=text)
    meant = _MISSPELT.get(text.lower())
    if meant is not None:
        return _fault("misspelt-word", stop, span, text=text, meant=meant)
    return _fault("unquoted-text", stop, span, text=text)


def _number_form(data: bytes, stop: Stop, span: Span) -> Fault:
    word = data[slice(*span)]
    zeros = _LEADING_ZERO.fullmatch(word)
    if zeros is not None:
        meant = (zeros[1] + zeros[2]).decode()
        return _fault("leading-zero", stop, span, number=_shown(data, span), meant=meant)
    return _fault("number-form", stop, span, number=_shown(data, span))


def _unexpected(data: bytes, stop: Stop) -> Fault:
    character, end = _character(data, stop.at)
    return _fault("unexpected", stop, (stop.at, end), character=_visible(character))


def _touches_string(data: bytes, stop: Stop) -> bool:
    start, end = stop.last
    return stop.at == end > start and data[start] == 0x22


def _odd_quotes_follow(data: bytes, at: int) -> bool:
    return data.count(b'"', at, _matched(_LINE_REST, data, at)) % 2 == 1


def _meant(character: str) -> str | None:
    """What JSON has in place of *character*, which only looks like it; None for all others."""
    if character.isascii() and character not in _LOOKALIKES and character not in _INVISIBLE:
        return None
    if character in _INVISIBLE or character.isspace():
        return "a space"
    plain = unicodedata.normalize("NFKC", character)
    return plain if plain in set('",:{}[]0123456789') else _LOOKALIKES.get(character)


def _loose_end(data: bytes, at: int) -> int:
    word = _LOOSE_WORD.match(data, at)
    return word.end() if word else _character(data, at)[1]


def _number_before(data: bytes, end: int) -> int:
    start = end
    while data[start - 1 : start].isdigit():
        start -= 1
    return start


def _character(data: bytes, at: int) -> tuple[str, int]:
    """The character at *at* and the offset after it."""
    character = data[at : at + 4].decode("utf-8", "ignore")[0]
    return character, at + len(character.encode())


def _matched(pattern: re.Pattern[bytes], data: bytes, at: int) -> int:
    match = pattern.match(data, at)
    assert match is not None, "only asked where it begins"
    return match.end()


def _shown(data: bytes, span: Span) -> str:
    """The text of *span* for a message, shortened."""
    start, end = span
    text = data[start : min(end, start + 200)].decode("utf-8", "ignore")
    return text if len(text) <= 40 else text[:39] + "…"


def _visible(character: str) -> str:
    if character.isprintable() and not character.isspace():
        return character
    return f"U+{ord(character):04X}"


def _fault(message: str, stop: Stop, span: Span, **data: object) -> Fault:
    return Fault(message, data, *span, stop.pointer)
