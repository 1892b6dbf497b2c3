"""Judged findings → diagnostics: placed in their document, worded, fingerprinted.

Places are computed here and only for what was found. Messages are filled here, last. This module
knows no settings and no formats, and runs no check.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from unicodedata import category

from listlint.judged import CRASHES, Judged, crashed
from listlint.model import Diagnostic, Level, On, Place, Pointer, pointer_text, resolve

if TYPE_CHECKING:
    from listlint.document import Problem, Record

LONGEST = 200
"""No message has more characters."""

BRAND_DATA = ("brand", "word", "kind")
"""Data of a finding that a report carries as it is, where all three are there."""


def diagnosed(
    record: Record, judged: Iterable[Judged], product: str | None, id_pointer: Pointer = ("id",)
) -> list[Diagnostic]:
    """The diagnostics of one product, in the order of their places.

    *product* is its id; *id_pointer* leads to that in the record's value. A finding of different
    levels on different platforms becomes one diagnostic a level.
    """
    made: list[Diagnostic] = []
    seen: dict[tuple[str, str, str], int] = {}
    for each in judged:
        try:
            made += _diagnostics(record, each, product, id_pointer, seen)
        except CRASHES as error:
            crash = crashed(each.name, each.levels, error)
            made += _diagnostics(record, crash, product, id_pointer, seen)
    made.sort(key=_order)
    return made


def _diagnostics(
    record: Record,
    judged: Judged,
    product: str | None,
    id_pointer: Pointer,
    seen: dict[tuple[str, str, str], int],
) -> list[Diagnostic]:
    finding = judged.finding
    pointer, on = _anchor(record.value, finding.pointer, finding.on, id_pointer)
    place = record.place(pointer, on) if pointer else first_brace(record)
    text = finding.text if finding.text is not None else _text(record.value, pointer)
    inside = pointer_text(finding.pointer)
    ordinal = seen[judged.name, inside, text] = seen.get((judged.name, inside, text), -1) + 1
    print_ = fingerprint(product, inside, text, ordinal)
    return [
        _diagnostic(judged, place, record.pointer + pointer, product, print_, level, platforms)
        for level, platforms in _by_level(judged)
    ]


def problem_diagnostics(
    record: Record, judged: Iterable[tuple[Problem, Judged]], product: str | None
) -> list[Diagnostic]:
    """The diagnostics of what is wrong with a document's JSON itself.

    A problem that left nothing to judge is fatal.
    """
    made = []
    seen: dict[str, int] = {}
    for problem, each in judged:
        place = record.place_of(problem)
        text = f"{each.finding.message} {sorted(each.finding.data.items())}"
        ordinal = seen[text] = seen.get(text, -1) + 1
        print_ = fingerprint(product, pointer_text(problem.pointer), text, ordinal)
        pointer = record.pointer + problem.pointer
        for level, _ in _by_level(each):
            made.append(
                _diagnostic(each, place, pointer, product, print_, level, (), problem.is_fatal)
            )
    return made


def fingerprint(product: str | None, pointer: str, text: str, ordinal: int) -> str:
    """What a finding is known by when it is moved, reformatted or renamed."""
    try:
        from _blake2 import blake2b  # hashlib has it, too, and loads OpenSSL first
    except ImportError:
        from hashlib import blake2b

    known_by = "\0".join((product or "", pointer, text, str(ordinal), ""))
    digest = blake2b(known_by.encode("utf-8", "surrogatepass"), digest_size=12)
    return f"v1:{digest.hexdigest()}"


def _diagnostic(
    judged: Judged,
    place: Place,
    pointer: Pointer,
    product: str | None,
    print_: str,
    level: Level,
    platforms: tuple[str, ...],
    fatal: bool = False,
) -> Diagnostic:
    finding = judged.finding
    data = finding.data
    brand = "word" in data and "brand" in data
    return Diagnostic(
        judged.name,
        level,
        finding.message,
        _message(judged.template, data),
        place.line,
        place.column,
        place.end_line,
        place.end_column,
        place.utf16_column,
        place.utf16_end_column,
        place.start,
        place.end,
        pointer_text(pointer),
        product,
        platforms,
        print_,
        judged.source,
        fatal,
        _brand_data(data) if brand else _NOTHING,
    )


_NOTHING: dict[str, object] = {}


def _brand_data(data: Mapping[str, object]) -> dict[str, object]:
    told = {name: data[name] for name in BRAND_DATA if name in data}
    if not all(isinstance(value, str) for value in told.values()):
        raise TypeError("brand, word and kind of a finding are texts")
    return told


def _message(template: str, data: Mapping[str, object]) -> str:
    """*template* filled, on one line and at most `LONGEST` characters: what of the user's own
    stands in it is cut as short as that takes, and its control characters are made visible."""
    message = template.format_map(data)
    if len(message) <= LONGEST and message.isprintable():
        return message
    for length in (LONGEST, 60, 30, 15):
        texts = {
            name: _cut(_visible(value), length) if isinstance(value, str) else value
            for name, value in data.items()
        }
        message = _visible(template.format_map(texts))
        if len(message) <= LONGEST:
            break
    return _cut(message, LONGEST)


def _cut(text: str, length: int) -> str:
    """*text* of at most *length* characters; its end stays, for there a path has its line."""
    if len(text) <= length:
        return text
    tail = length // 4
    return f"{text[: length - tail - 1]}…{text[-tail:]}"


def _visible(text: str) -> str:
    """*text* with what ends a line, has no width or turns the direction of writing escaped."""
    if text.isprintable():
        return text
    return "".join(
        _escaped(char) if category(char) in _UNSEEN and char not in _JOINERS else char
        for char in text
    )


_UNSEEN = frozenset(["Cc", "Cf", "Cs", "Zl", "Zp"])
_JOINERS = "\u200c\u200d"  # within emoji, and words of some scripts


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def _order(diagnostic: Diagnostic) -> tuple[int, int, str, str, str]:
    return (
        diagnostic.start,
        diagnostic.end,
        diagnostic.rule,
        diagnostic.pointer,
        diagnostic.message,
    )


def _by_level(judged: Judged) -> Iterator[tuple[Level, tuple[str, ...]]]:
    levels = judged.levels
    if len(levels) == 1:
        [(platform, level)] = levels.items()
        yield level, (platform,) if platform else ()
        return
    for level in sorted(set(levels.values()), reverse=True):
        yield level, tuple(sorted(name for name, each in levels.items() if each == level and name))


def _anchor(value: Any, pointer: Pointer, on: On, id_pointer: Pointer) -> tuple[Pointer, On]:
    """Where a finding at *pointer* is shown: there, or for what is missing, on the product's id
    (below a field, on that field's key)."""
    if pointer:
        try:
            resolve(value, pointer)
        except LookupError:
            if len(pointer) > 1:
                on = "key" if isinstance(pointer[-2], str) else "value"
                return _anchor(value, pointer[:-1], on, id_pointer)
        else:
            return pointer, on
    try:
        resolve(value, id_pointer)
    except LookupError:
        return (), "value"
    return id_pointer, "value"


def first_brace(record: Record) -> Place:
    """The first character of a product: where it is shown when nothing better can be named."""
    whole = record.place((), "value")
    return Place(
        whole.line,
        whole.column,
        whole.line,
        whole.column + 1,
        whole.utf16_column,
        whole.utf16_column + 1,
        whole.start,
        whole.start + 1,
    )


_PRICES = ("price", "list_price", "group_price")


def _text(value: Any, pointer: Pointer) -> str:
    """The text of the value at *pointer*: the same however it is formatted, and whether its
    amounts have become numbers yet or not."""
    found = resolve(value, pointer)
    if isinstance(found, str):
        if pointer[-1:] == ("amount",) and pointer[-2:-1] and pointer[-2] in _PRICES:
            return repr(_number(found))
        return found
    if not isinstance(found, dict | list):
        return repr(found)
    import json

    name = pointer[-1] if pointer else None
    return json.dumps(_canonical(found, name), sort_keys=True, separators=(",", ":"))


def _canonical(value: Any, name: object) -> Any:
    """*value*, which stands under *name*, with each amount as a number."""
    if isinstance(value, list):
        return [_canonical(each, name) for each in value]
    if not isinstance(value, dict):
        return value
    made = {below: _canonical(each, below) for below, each in value.items()}
    if name in _PRICES and isinstance(value.get("amount"), str):
        made["amount"] = _number(value["amount"])
    return made


def _number(amount: str) -> float | str:
    try:
        return float(amount)
    except ValueError:
        return amount
