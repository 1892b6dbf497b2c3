"""XML of others, read without trust: no document type, no entities, bounded in size and depth.

A document type declaration is refused where it starts, so nothing is ever expanded or fetched. This
module knows no vocabulary and no file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.parsers import expat

from listlint.namedtuples import NamedTuple

BYTES = 64 * 1024 * 1024
DEPTH = 64


class XmlFault(ValueError):
    """What is wrong with an XML text, at *line*, which counts from 1."""

    def __init__(self, sentence: str, line: int = 1) -> None:
        super().__init__(sentence)
        self.line = line


class Element(NamedTuple):
    """An element: its name, attributes, elements below, its own text, and the line it starts at."""

    name: str
    attributes: Mapping[str, str]
    below: list[Element]
    texts: list[str]
    line: int

    @property
    def text(self) -> str:
        """The text of the element itself, without outer spaces."""
        return "".join(self.texts).strip()

    def all(self, name: str) -> Iterator[Element]:
        """The elements directly below that are called *name*."""
        return (each for each in self.below if each.name == name)

    def get(self, attribute: str) -> str:
        """The value of *attribute* without outer spaces; empty where there is none."""
        return self.attributes.get(attribute, "").strip()


def read_xml(data: bytes | str) -> Element:
    """The root of an XML text; a text that is a *str* may declare any encoding. XmlFault."""
    encoding = None
    if isinstance(data, str):
        data, encoding = data.encode("utf-8", "replace"), "utf-8"
    if len(data) > BYTES:
        raise XmlFault(f"the text has {len(data)} bytes; at most {BYTES} are read.")
    reader = _Reader(encoding)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        told = expat.ErrorString(error.code) or "faulty"
        raise XmlFault(f"no XML ({told}).", error.lineno) from None
    except (LookupError, ValueError) as error:
        if isinstance(error, XmlFault):
            raise
        raise XmlFault("its encoding is not known here; save it in UTF-8.") from None
    return reader.root.below[0]


class _Reader:
    """Builds the tree from what the parser meets."""

    def __init__(self, encoding: str | None) -> None:
        self.parser = parser = expat.ParserCreate(encoding)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        self.root = Element("", {}, [], [], 0)
        self._open = [self.root]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) > DEPTH:
            raise XmlFault(f"more than {DEPTH} elements within each other.", self._line())
        element = Element(name, attributes, [], [], self._line())
        self._open[-1].below.append(element)
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].texts.append(text)

    def _refuse(self, *_declared: object) -> None:
        raise XmlFault("a document type is declared; such XML is not read.", self._line())

    def _line(self) -> int:
        return self.parser.CurrentLineNumber
