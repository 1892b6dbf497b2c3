"""Bytes → products, one at a time, each with its place in the document on demand.

A sound product costs a slice, a parse and a proof that no key is said twice. What is wrong with
the JSON comes with the records, never as an exception; only a place for products that is not
there is one. JSON Lines are read by `listlint.jsonlines`; all names are to be had here. The
document layer knows no rules, configuration, command line or pictures, and opens no file.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

from listlint.errors import nearest
from listlint.jsonlines import is_lines, line_ranges, read_lines
from listlint.jsonscan import MAX_DEPTH, Span, skip_space, with_whole_characters
from listlint.model import Pointer
from listlint.places import NotCut, elements, members
from listlint.record import (
    BLANK,
    BOM_PROBLEM,
    Lines,
    Problem,
    Record,
    fault_problem,
    foreign_encoding,
    foreign_problem,
    read_one,
)

Placed = tuple[Pointer, Span]

_PIECE: Final = 1 << 20
_ARRAY: Final = 0x5B
_OBJECT: Final = 0x7B


class NoProducts(ValueError):
    """The document has nothing at the place where its products are said to be.

    *pointer* is what was asked for, *reached* how much of it leads somewhere, *near* the key
    there that was most likely meant, or None.
    """

    def __init__(
        self, pointer: tuple[str, ...], reached: tuple[str, ...], near: str | None
    ) -> None:
        super().__init__(pointer, reached, near)
        self.pointer = pointer
        self.reached = reached
        self.near = near


Where = Callable[[object], tuple[str, ...] | None]
"""The value of a document → where in it the products are, if not at its root."""


def read_document(
    data: bytes, products: tuple[str, ...] | None = None, where: Where | None = None
) -> Iterator[Record]:
    """The records of one JSON text: each element of an array, or the one value.

    *products* is the pointer to where the products lie (``("pages", "*", "items")``; a star
    takes every member); None is the root, or what *where* tells of the document. Arrays in arrays
    are flattened. An element that is no object is a record all the same. NoProducts, before the
    first record, if nothing is there.

    An element that can be cut out and yet not be read (half a character, a number beyond range)
    is a record with its problem. A text that cannot be cut, or is not UTF-8, is one record with
    one problem and index -1; so is what else is wrong around the products.
    """
    encoding = foreign_encoding(data[:4])
    if encoding is not None:
        yield Record(None, data, 0, -1, (), (foreign_problem(encoding),))
        return
    text = data.removeprefix(codecs.BOM_UTF8)
    mark = len(data) - len(text)
    around = [BOM_PROBLEM] if mark else []
    begin = skip_space(text, 0)
    opening = text[begin : begin + 1]
    if opening != b"[" and (not products or opening != b"{"):
        value, problems = read_one(text)
        if products and not problems:
            raise NoProducts(products, (), None)
        inside = where(value) if where is not None and not problems else None
        if inside is not None:
            yield from read_document(data, inside)
            return
        yield Record(value, text, mark, 0, (), (*around, *problems))
        return
    root = (begin, len(text.rstrip(BLANK)))
    cut = _cut(text, root, products or ()) if _is_utf8(text) else None
    if cut is None:
        yield Record(None, text, mark, -1, (), (*around, fault_problem(text)))
        return
    targets, spans = cut
    around += _problems_around(text, [span for _, span in targets])
    if around:
        yield Record(None, text, mark, -1, (), tuple(around))
    lines = Lines(text, mark)
    for index, (pointer, (start, end)) in enumerate(spans):
        piece = text[start:end]
        value, problems = read_one(piece)
        yield Record(value, piece, mark + start, index, pointer, problems, 1, lines)


def _cut(
    text: bytes, root: Span, products: tuple[str, ...]
) -> tuple[list[Placed], Iterator[Placed]] | None:
    """Where the *products* are, and each of them; None if the text is no JSON."""
    # The native parser refuses a text for half a character, as a title cut short in the middle
    # of an emoji has it; that is to cost one product, not the catalog.
    for mend in (bytes, with_whole_characters):
        legal = mend(text)
        try:
            targets = _targets(legal, root, products)
            spans = _flattened(legal, targets)
            # The outermost cut reads all of the text; after it nothing is refused.
            first = next(spans, None)
        except NotCut:
            continue
        return targets, chain([first] if first else [], spans)
    return None


def _targets(data: bytes, root: Span, products: tuple[str, ...]) -> list[Placed]:
    """What the pointer *products* leads to, in the order of the text."""
    found: list[Placed] = [((), root)]
    for depth, step in enumerate(products):
        others: set[str] = set()
        following: list[Placed] = []
        for pointer, span in found:
            for name, value in _children(data, span):
                if step == "*" or step == str(name):
                    following.append(((*pointer, name), value))
                elif isinstance(name, str):
                    others.add(name)
        if not following and step != "*":
            raise NoProducts(products, products[:depth], nearest(step, others))
        found = following
    return found


def _children(data: bytes, span: Span) -> Iterator[tuple[str | int, Span]]:
    if data[span[0]] == _ARRAY:
        yield from enumerate(elements(data, span))
    elif data[span[0]] == _OBJECT:
        for name, _, value in members(data, span):
            yield name, value


def _flattened(data: bytes, targets: list[Placed]) -> Iterator[Placed]:
    """The targets, with the elements of an array, and of arrays in it, in the array's place."""
    levels: list[Iterator[Placed]] = [iter(targets)]
    while levels:
        for pointer, span in levels[-1]:
            # An array nested deeper is delivered as it is, and is no product.
            if data[span[0]] != _ARRAY or len(levels) > MAX_DEPTH:
                yield pointer, span
                continue
            levels.append(_indexed(data, pointer, span))
            break
        else:
            levels.pop()


def _indexed(data: bytes, pointer: Pointer, span: Span) -> Iterator[Placed]:
    for index, element in enumerate(elements(data, span)):
        yield (*pointer, index), element


def _problems_around(data: bytes, targets: list[Span]) -> Iterator[Problem]:
    """What is wrong outside the *targets*; they themselves are read product by product.

    What is left of the text without them is one small JSON text: it is read like a product, and
    the offsets of its problems are set back.
    """
    pieces: list[bytes] = []
    shifts: list[tuple[int, int]] = []  # where a piece begins in the rest, how far that is off
    length = at = 0
    for start, end in [*sorted(targets), (len(data), len(data))]:
        pieces.append(data[at:start])
        shifts.append((length, at - length))
        length += start - at + 1
        at = end
    for problem in read_one(b"0".join(pieces))[1]:
        shift = next(by for begin, by in reversed(shifts) if begin <= problem.start)
        yield problem._replace(start=problem.start + shift, end=problem.end + shift)


def _is_utf8(data: bytes) -> bool:
    if data.isascii():
        return True
    decode = codecs.getincrementaldecoder("utf-8")().decode
    try:
        for at in range(0, len(data), _PIECE):
            decode(data[at : at + _PIECE])
        decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


__all__ = [
    "NoProducts",
    "Problem",
    "Record",
    "is_lines",
    "line_ranges",
    "read_document",
    "read_lines",
]
