"""A saved answer of a platform's API, and what pointers lead to in it.

This module knows no category, no platform and no file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import orjson

from listlint.model import Pointer, parse_pointer, pointer_text
from listlint.namedtuples import NamedTuple
from listlint.numberforms import plain


class AnswerError(ValueError):
    """A saved answer has not the form that the platform's ``x-categories`` tells.

    *pointer* leads to the place in the answer.
    """

    def __init__(self, pointer: Pointer, sentence: str) -> None:
        super().__init__(f"{pointer_text(pointer) or 'the answer'}: {sentence}")
        self.pointer = pointer


class Served(NamedTuple):
    """A part of an answer, at *at* of the whole."""

    value: Any
    at: Pointer

    def below(self, pointer: str) -> Pointer:
        """Where *pointer* leads, from the whole answer's root."""
        return (*self.at, *parse_pointer(pointer))

    def get(self, pointer: str) -> Any:
        """What *pointer* leads to; None where it leads nowhere."""
        value = self.value
        for part in parse_pointer(pointer):
            value = value.get(part) if isinstance(value, dict) else None
        return value

    def each(self, pointer: str) -> Iterator[Served]:
        """The parts that *pointer*, which ends in ``/*``, leads to; none where null is served."""
        above = pointer.removesuffix("/*")
        at = self.below(above)
        items = self.get(above) if above else self.value
        if isinstance(items, str) and items.strip():
            try:
                items = orjson.loads(items)
            except orjson.JSONDecodeError:
                raise AnswerError(at, "JSON is expected in this text.") from None
        if items is None or items == "":
            return
        if not isinstance(items, list):
            raise AnswerError(at, "an array is expected here.")
        for index, item in enumerate(items):
            if not isinstance(item, dict | list):
                raise AnswerError((*at, index), "an object is expected here.")
            yield Served(item, (*at, index))

    def text(self, pointer: str) -> str:
        """The string or number at *pointer* as text without outer spaces; empty where null."""
        value = self.get(pointer)
        if isinstance(value, bool):
            raise AnswerError(self.below(pointer), "a string or a number is expected here.")
        return self._text(pointer, value)

    def _text(self, pointer: str, value: Any) -> str:
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        if not isinstance(value, str | int | float):
            raise AnswerError(self.below(pointer), "a string or a number is expected here.")
        return str(value).strip()

    def texts(self, pointers: Sequence[str]) -> tuple[str, ...]:
        """The texts at *pointers*, each once, without those that are empty."""
        return tuple(dict.fromkeys(text for each in pointers if (text := self.text(each))))

    def items(self, pointer: str) -> list[str]:
        """The strings, numbers and booleans at *pointer* as texts, of an array or a single one."""
        value = self.get(pointer)
        items = value if isinstance(value, list) else [value]
        return [text for item in items if (text := self._text(pointer, item))]

    def number(self, pointer: str | None) -> Decimal | None:
        """The number at *pointer*, which may be written as text; None where nothing is."""
        text = "" if pointer is None else self.text(pointer)
        if not text:
            return None
        found = plain(text)
        if found is None:
            raise AnswerError(self.below(pointer or ""), "a number is expected here.")
        return found

    def count(self, pointer: str | None) -> int:
        """The whole number at *pointer*; 0 where nothing is."""
        return max(0, int(self.number(pointer) or 0))

    def words(self, pointer: str | None, separator: str | None) -> tuple[str, ...]:
        """The words at *pointer*: an array of them, or one string that *separator* parts."""
        value = None if pointer is None else self.get(pointer)
        if value is None:
            return ()
        if isinstance(value, str):
            value = value.split(separator) if separator else [value]
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise AnswerError(self.below(pointer or ""), "words are expected here.")
        return tuple(dict.fromkeys(stripped for word in value if (stripped := word.strip())))

    def passes(self, tests: Sequence[Mapping[str, Any]] | None) -> bool:
        """Whether one of *tests* holds."""
        return any(map(self._holds, tests or ()))

    def _holds(self, test: Mapping[str, Any]) -> bool:
        if "all" in test:
            return all(map(self._holds, test["all"]))
        found = self.items(test["at"]) or [""]
        wanted = test["equals"] if "equals" in test else test["not"]
        listed = set(map(str, wanted if isinstance(wanted, list) else [wanted]))
        return any(text in listed for text in found) is ("equals" in test)
