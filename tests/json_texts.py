"""JSON texts for property tests, each written together with the truth about its places.

The writer notes where it puts every key and value, so tests compare with an oracle that shares
nothing with the code under test.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

Span = tuple[int, int]

KEYS = [
    "a",
    "b",
    "title",
    "u0022",
    "",
    " ",
    "a b",
    "/",
    "é",
    "中文",
    "😀",
    '"',
    "\\",
    "\n",
    "0",
    "*",
]
NUMBERS = [
    "0",
    "-0",
    "7",
    "25.90",
    "1e5",
    "1E+2",
    "-3.25e-3",
    "18446744073709551616",
    "123456789012345678901234567890",
    "1e-400",
    "1.7976931348623157e308",
]
SHORT = {'"': '\\"', "\\": "\\\\", "/": "\\/", "\b": "\\b", "\f": "\\f", "\n": "\\n"}
SHORT |= {"\r": "\\r", "\t": "\\t"}
MUST_ESCAPE = {'"', "\\"}


@dataclass(frozen=True)
class Number:
    """A number as it is to be written."""

    text: str


@dataclass(frozen=True)
class Members:
    """An object, whose keys may be said twice."""

    pairs: list[tuple[str, Any]]


@dataclass
class Written:
    """A text, and where everything in it lies: pointer → span of the key, span of the value."""

    data: bytes = b""
    spans: dict[tuple[str | int, ...], tuple[Span | None, Span]] = field(default_factory=dict)
    repeated: list[tuple[tuple[str | int, ...], Span]] = field(default_factory=list)


strings = st.text(max_size=8) | st.sampled_from(
    ["a", "title", "\\u0022", '"a":', "[{", "}, {", "😀é"]
)
leaves = (
    st.none()
    | st.booleans()
    | st.sampled_from(NUMBERS).map(Number)
    | st.integers(-(10**6), 10**6).map(lambda number: Number(str(number)))
    | strings
)
keys = st.sampled_from(KEYS) | st.text(max_size=3)


def trees(twice: bool = False, max_leaves: int = 25) -> st.SearchStrategy[Any]:
    """Any JSON value; with *twice*, objects may say a key twice."""
    unique = None if twice else (lambda pair: pair[0])

    def branches(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        pairs = st.lists(st.tuples(keys, children), max_size=5, unique_by=unique)
        return st.lists(children, max_size=5) | pairs.map(Members)

    return st.recursive(leaves, branches, max_leaves=max_leaves)


def objects(twice: bool = False) -> st.SearchStrategy[Members]:
    """Any JSON object."""
    unique = None if twice else (lambda pair: pair[0])
    pairs = st.lists(st.tuples(keys, trees(twice, 12)), max_size=6, unique_by=unique)
    return pairs.map(Members)


SPACES = ["", "", "", " ", "  ", "\t", "\n", "\r\n", "\n    "]
SPACES_IN_LINE = ["", "", "", " ", "  ", "\t", "\r"]


def write(tree: Any, chance: random.Random, spaces: list[str] | None = None) -> Written:
    """*tree* as text, its white space and its way of escaping left to *chance*."""
    writer = _Writer(chance, SPACES if spaces is None else spaces)
    writer.gap()
    writer.value(tree, (), None)
    writer.gap()
    writer.written.data = bytes(writer.out)
    return writer.written


def texts(
    tree: st.SearchStrategy[Any], spaces: list[str] | None = None
) -> st.SearchStrategy[Written]:
    """Any way to write *tree*."""
    return st.builds(write, tree, st.randoms(use_true_random=False), st.just(spaces))


class _Writer:
    def __init__(self, chance: random.Random, spaces: list[str]) -> None:
        self.chance = chance
        self.spaces = spaces
        self.escape_rate = chance.choice([0.0, 0.0, 0.2, 1.0])
        self.out = bytearray()
        self.written = Written()

    def gap(self) -> None:
        self.out += self.chance.choice(self.spaces).encode()

    def value(self, tree: Any, pointer: tuple[str | int, ...], key: Span | None) -> None:
        start = len(self.out)
        if isinstance(tree, Members):
            self.members(tree, pointer)
        elif isinstance(tree, list):
            self.out += b"["
            for index, child in enumerate(tree):
                self.comma(index)
                self.value(child, (*pointer, index), None)
            self.gap()
            self.out += b"]"
        elif isinstance(tree, Number):
            self.out += tree.text.encode()
        elif isinstance(tree, str):
            self.string(tree)
        else:
            self.out += {None: b"null", True: b"true", False: b"false"}[tree]
        self.written.spans[pointer] = key, (start, len(self.out))

    def members(self, tree: Members, pointer: tuple[str | int, ...]) -> None:
        self.out += b"{"
        said = set()
        for index, (name, child) in enumerate(tree.pairs):
            self.comma(index)
            inner = (*pointer, name)
            start = len(self.out)
            self.string(name)
            span = (start, len(self.out))
            if name in said:
                self.written.repeated.append((inner, span))
                lost = [known for known in self.written.spans if known[: len(inner)] == inner]
                for known in lost:
                    del self.written.spans[known]
            said.add(name)
            self.gap()
            self.out += b":"
            self.gap()
            self.value(child, inner, span)
        self.gap()
        self.out += b"}"

    def comma(self, index: int) -> None:
        self.gap()
        if index:
            self.out += b","
            self.gap()

    def string(self, text: str) -> None:
        self.out += b'"'
        for character in text:
            self.out += self.character(character).encode()
        self.out += b'"'

    def character(self, character: str) -> str:
        escape = self.chance.random() < self.escape_rate
        if not (escape or character in MUST_ESCAPE or character < " "):
            return character
        if character in SHORT and self.chance.random() < 0.5:
            return SHORT[character]
        units = character.encode("utf-16-be")
        codes = [units[at : at + 2].hex() for at in range(0, len(units), 2)]
        return "".join("\\u" + self.chance.choice([code, code.upper()]) for code in codes)
