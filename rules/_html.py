"""HTML taken apart: its tags with their attributes, and the text between them.

Shared by the rules that look into HTML. Tags as editors write them are read by one pattern; where
there are others, all is read by the parser of the standard library, which is slow, as browsers
read it. This module knows no rule, and nothing of what a tag means.
"""

import re
from typing import NamedTuple

_SPACE = "[ \t\r\n]"
_NAME = "[a-zA-Z][a-zA-Z0-9_:.-]*+"
# Their content is no HTML.
_RAW = "(?i:script|style|textarea|title|xmp|iframe|no(?:embed|frames|script)|plaintext)"
# Of attributes only those with a quoted value or none. Groups: a start tag's name, its attributes.
_PLAIN_TAG = (
    rf"<(?:/[a-zA-Z][a-zA-Z0-9]*+{_SPACE}*+|(?!{_RAW})([a-zA-Z][a-zA-Z0-9]*+)"
    rf"((?:{_SPACE}++{_NAME}(?:=(?:\"[^\"<>&]*+\"|'[^'<>&]*+'))?+)*+){_SPACE}*+/?)>"
)
_ATTRIBUTE = rf"{_SPACE}({_NAME})(?:=(?:\"([^\"]*+)\"|'([^']*+)'))?+"


class Tag(NamedTuple):
    """A start tag: its *name* and the names and values of its *attributes*.

    Names are in small letters; a value that is not given is empty.
    """

    name: str
    attributes: list[tuple[str, str]]


class Page(NamedTuple):
    """HTML taken apart: start *tags*, and *text* in which a space stands for each tag."""

    tags: list[Tag]
    text: str


def read(source: str) -> Page:
    """The HTML *source* taken apart."""
    return _plainly(source) or _as_browsers(source)


def _plainly(source: str) -> Page | None:
    """*source* taken apart; None where it holds more than plain tags."""
    parts = re.split(_PLAIN_TAG, source)
    text = " ".join(parts[::3])
    if "<" in text:
        return None
    if "&" in text:
        from html import unescape

        text = unescape(text)
    named = zip(parts[1::3], parts[2::3], strict=True)
    return Page([Tag(name.lower(), _attributes(stated)) for name, stated in named if name], text)


def _attributes(stated: str) -> list[tuple[str, str]]:
    if not stated:
        return []
    found = re.findall(_ATTRIBUTE, stated)
    return [(name.lower(), double or single) for name, double, single in found]


def _as_browsers(source: str) -> Page:
    from html.parser import HTMLParser

    tags: list[Tag] = []
    between: list[str] = []

    class Parser(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append(Tag(tag, [(name, value or "") for name, value in attrs]))

        def handle_data(self, data: str) -> None:
            between.append(data)

    parser = Parser()
    parser.feed(source)
    parser.close()
    return Page(tags, " ".join(between))
