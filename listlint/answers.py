"""Saved answers about categories, read from a file or from a folder of them.

Where an answer does not state its category, the name of its file does, up to the first point:
``8464.json``, ``50012345.xml``. Such files are read when a listing of that category comes, and not
before: a folder may hold hundreds, of a megabyte each. This module knows no platform and no rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import orjson

from listlint.categories import Category, read_answer
from listlint.errors import UsageError, shown
from listlint.model import parse_pointer
from listlint.safexml import XmlFault
from listlint.served import AnswerError

_Read = TypeVar("_Read")

_ID = re.compile(rb'"\$id"\s*:\s*"([^"]+)"')
_BEGINNING = 4096
"""The bytes at the beginning of a definition in which its ``$id`` stands."""


def read_answers(shape: Mapping[str, Any], path: Path) -> Mapping[str, Category]:
    """The categories of the saved answers at *path*, by id.

    *shape* is the platform's ``x-categories``. Of two answers on one category the later counts, in
    the order of the files' names. UsageError where there are none, and, at once or when it is first
    asked for, where one cannot be read.
    """
    form = shape.get("form")
    if form == "product-type-definition":
        return Answers(_files(path, ".json"), _definition, _stated_type)
    if form == "item-schema":
        return Answers(_files(path, ".json", ".xml"), lambda file, name: _item(shape, file, name))
    files = _files(path, ".json")
    if "id" not in shape:
        return Answers(files, lambda file, name: read_answer(shape, _json(file), name)[name])
    read: dict[str, Category] = {}
    for file in files:
        read |= _told_of(file, lambda file: read_answer(shape, _json(file)))
    return read


class Answers(Mapping[str, Category]):
    """Categories whose files bear their ids; each is read when it is first asked for.

    *read* makes the category of a file and an id; *stated* tells the id that a file states itself,
    for those that bear another name.
    """

    def __init__(
        self,
        files: list[Path],
        read: Callable[[Path, str], Category],
        stated: Callable[[Path], str | None] | None = None,
    ) -> None:
        self._files = {file.name.partition(".")[0]: file for file in files}
        self._read = read
        self._stated = stated
        self._known: dict[str, Category] = {}

    def __getitem__(self, name: str) -> Category:
        """The category called *name*; UsageError where its file cannot be read."""
        if name not in self._known:
            if name not in self._files:
                self._look_into()
            file = self._files[name]
            self._known[name] = _told_of(file, lambda file: self._read(file, name))
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        """The ids, in the order of the files."""
        self._look_into()
        return iter(self._files)

    def __len__(self) -> int:
        """How many files there are."""
        return len(self._files)

    def _look_into(self) -> None:
        """Call the files by the ids that they state, where the names of files are others."""
        stated, self._stated = self._stated, None
        if stated is not None:
            named = ((_told_of(file, stated), name, file) for name, file in self._files.items())
            self._files = {identity or name: file for identity, name, file in list(named)}


def _files(path: Path, *endings: str) -> list[Path]:
    """The file *path*, or those of the folder, sorted by name."""
    if not path.is_dir():
        if not path.is_file():
            raise UsageError(f"{shown(path)}: there is no file or folder of category answers.")
        return [path]
    found = sorted(each for each in path.iterdir() if each.suffix.lower() in endings)
    if not found:
        raise UsageError(f"{shown(path)}: no {' or '.join(endings)} file in this folder.")
    return found


def _told_of(file: Path, read: Callable[[Path], _Read]) -> _Read:
    """What *read* makes of *file*; UsageError with its name and the place where it cannot."""
    try:
        return read(file)
    except XmlFault as error:
        raise _fault(f"{shown(file)}:{error.line}", error) from error
    except orjson.JSONDecodeError as error:
        raise _fault(f"{shown(file)}:{error.lineno}", f"no JSON: {error.msg}") from error
    except (OSError, AnswerError) as error:
        raise _fault(shown(file), error) from error


def _fault(place: str, why: object) -> UsageError:
    reason = str(why).removesuffix(".")
    return UsageError(f"{place}: cannot be read as a category answer ({reason}).")


def _json(file: Path) -> Any:
    return orjson.loads(file.read_bytes())


def _item(shape: Mapping[str, Any], file: Path, name: str) -> Category:
    from listlint.itemrules import read_item_schema

    data = file.read_bytes()
    if file.suffix.lower() != ".json":
        return read_item_schema(shape, data, name)
    answer = orjson.loads(data)
    pointers = shape.get("answer", ())
    for pointer in pointers:
        found = answer
        for part in parse_pointer(pointer):
            found = found.get(part) if isinstance(found, dict) else None
        if isinstance(found, str):
            return read_item_schema(shape, found, name)
    raise AnswerError((), f"no XML at {' or '.join(pointers)}. Save the whole answer.")


def _definition(file: Path, name: str) -> Category:
    definition = _json(file)
    if not isinstance(definition, dict):
        raise AnswerError((), "an object is expected here, a product type definition.")
    return Category(name, definition=definition)


def _stated_type(file: Path) -> str | None:
    """The product type that the ``$id`` of a definition ends in."""
    with file.open("rb") as opened:
        stated = _ID.search(opened.read(_BEGINNING))
    return stated[1].decode("utf-8", "replace").rpartition("/")[2] if stated else None
