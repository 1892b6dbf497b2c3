"""What ``on=`` of a rule means: listing → the values that its check is called with.

This module knows no rules, no settings and no files.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from listlint.listing import Listing
from listlint.model import On, Pointer, resolve
from listlint.values import Attribute, Image, Text, Value


def texts(listing: Listing) -> Sequence[Text]:
    """Every text of *listing*, title first, description last; in the order of `text_values`."""
    return _made_texts(listing).all()


def nth_text(listing: Listing, index: int) -> Text:
    """``texts(listing)[index]``, making no more of them than that takes."""
    return _made_texts(listing).nth(index)


class _Texts:
    """The texts of a listing, made one after another as far as they are asked for."""

    __slots__ = ("_listing", "_made", "_places", "_pointers", "_values")

    def __init__(self, listing: Listing) -> None:
        self._listing = listing
        self._values = text_values(listing)
        self._places = _text_places(listing.data)
        self._made: dict[int, Text] = {}
        self._pointers: list[tuple[Pointer, On]] = []

    def nth(self, index: int) -> Text:
        made = self._made.get(index)
        if made is None:
            pointers = self._pointers
            if len(pointers) <= index:
                pointers += islice(self._places, index + 1 - len(pointers))
            pointer, on = pointers[index]
            made = self._made[index] = Text(self._listing, pointer, self._values[index], on)
        return made

    def all(self) -> list[Text]:
        return [self.nth(index) for index in range(len(self._values))]


def _made_texts(listing: Listing) -> _Texts:
    made: _Texts | None = listing._selected.get("text")
    if made is None:
        made = listing._selected["text"] = _Texts(listing)
    return made


_TEXT_FIELDS = ("title", "short_description")
_LAST = "description"  # so that it can be told from all that stands before it
_TEXT_ARRAYS = ("bullets", "keywords")
_ATTRIBUTE_FIELDS = ("attributes", "custom_attributes")
_IMAGE_FIELDS = ("images", "detail_images")


def text_values(listing: Listing) -> list[str]:
    """The bare strings of `texts`, in the same order: what is scanned for triggers."""
    values: list[str] | None = listing._selected.get("values")
    if values is None:
        values = listing._selected["values"] = _text_values(listing.data)
    return values


def _text_values(data: dict[str, Any]) -> list[str]:
    values: list[str] = [data[name] for name in _TEXT_FIELDS if name in data]
    for name in _TEXT_ARRAYS:
        if name in data:
            values += data[name]
    for name in _ATTRIBUTE_FIELDS:
        attributes = data.get(name)
        if attributes:
            if set(map(type, attributes.values())) == _ALL_TEXT:
                values += [text for pair in attributes.items() for text in pair]
            else:
                _add_attribute_texts(values, attributes)
    variants = data.get("variants")
    if variants:
        names: dict[str, None] = {}
        options: dict[Any, None] = {}
        for variant in variants:
            if "options" in variant:
                chosen = variant["options"]
                names.update(chosen)
                for value in chosen.values():
                    options[value] = None
        values += names
        values += [value for value in options if type(value) is str]
    for name in _IMAGE_FIELDS:
        for entry in data.get(name, ()):
            if type(entry) is dict and "alt" in entry:
                values.append(entry["alt"])
    if _LAST in data:
        values.append(data[_LAST])
    return values


def _add_attribute_texts(values: list[str], attributes: dict[str, Any]) -> None:
    for name, value in attributes.items():
        values.append(name)
        if type(value) is str:
            values.append(value)
        elif type(value) is list:
            values += [item for item in value if type(item) is str]


_ALL_TEXT = {str}
_NONE: dict[str, Any] = {}


def _text_places(data: dict[str, Any]) -> Iterator[tuple[Pointer, On]]:
    """Where each of `text_values` stands, and whether it is a name."""
    for name in _TEXT_FIELDS:
        if name in data:
            yield (name,), "value"
    for name in _TEXT_ARRAYS:
        for index in range(len(data.get(name, ()))):
            yield (name, index), "value"
    for name in _ATTRIBUTE_FIELDS:
        for key, value in data.get(name, _NONE).items():
            yield (name, key), "key"
            if isinstance(value, str):
                yield (name, key), "value"
            elif isinstance(value, list):
                for index, item in enumerate(value):
                    if isinstance(item, str):
                        yield (name, key, index), "value"
    yield from _option_places(data.get("variants", ()))
    for name in _IMAGE_FIELDS:
        for index, entry in enumerate(data.get(name, ())):
            if isinstance(entry, dict) and "alt" in entry:
                yield (name, index, "alt"), "value"
    if _LAST in data:
        yield (_LAST,), "value"


def _option_places(variants: Sequence[dict[str, Any]]) -> Iterator[tuple[Pointer, On]]:
    """Where each distinct name, then each distinct value, of the variants' options is first.

    The same word in ten variants is one finding.
    """
    on: On
    for on in ("key", "value"):
        seen: set[object] = set()
        for index, variant in enumerate(variants):
            for name, value in variant.get("options", _NONE).items():
                text = name if on == "key" else value
                if text not in seen and isinstance(text, str):
                    seen.add(text)
                    yield ("variants", index, "options", name), on


def select(listing: Listing, on: str) -> Iterable[Value]:
    """The values of *listing* that a rule declared ``on=on`` is called with."""
    if on == "text":
        return texts(listing)
    made = listing._selected.get(on)
    if made is None:
        made = listing._selected[on] = _select(listing, on)
    return made


def select_around(listing: Listing, on: str, texts: Iterable[Text]) -> list[Value]:
    """Those of ``select(listing, on)`` that one of *texts* stands in."""
    if on == "text":
        return list(texts)
    field = field_of(on)
    length = 1 if on == field else 2
    pointers = dict.fromkeys(text.pointer[:length] for text in texts if text.field == field)
    return [_value_at(listing, on, pointer) for pointer in pointers]


def _value_at(listing: Listing, on: str, pointer: Pointer) -> Value:
    if on.endswith("{}"):
        field, name = map(str, pointer)
        return Attribute(listing, field, name, listing.data[field][name])
    return _value(listing, pointer, resolve(listing.data, pointer))


Selector = Callable[[Listing], Iterable[Value]]


def selector(on: str) -> Selector:
    """`select` for one *on*, prepared; the field that it selects of must be there."""
    if on != field_of(on):
        return lambda listing: select(listing, on)
    pointer = (on,)

    def selected(listing: Listing) -> Iterable[Value]:
        value = listing.data[on]
        return (
            Text(listing, pointer, value) if type(value) is str else Value(listing, pointer, value),
        )

    return selected


def _select(listing: Listing, on: str) -> Iterable[Value]:
    if on == "listing":
        return (Value(listing, (), listing.data),)
    name, _, facet = on.partition(".")
    if name.endswith("{}"):
        field = name[:-2]
        pairs = listing.data.get(field, _NONE).items()
        return [Attribute(listing, field, key, value) for key, value in pairs]
    if name.endswith("[]"):
        field = name[:-2]
        items = listing.data.get(field, ())
        if facet:
            return _known_images(listing, field, items)
        make = Image if field in _IMAGE_FIELDS else _value
        return [make(listing, (field, index), item) for index, item in enumerate(items)]
    if name not in listing.data:
        return ()
    return (_value(listing, (name,), listing.data[name]),)


REMOTE = ("https://", "http://", "//", "data:")
"""How the source of a picture mostly begins that is not a file of the catalog."""


def _known_images(listing: Listing, field: str, items: Iterable[Any]) -> list[Image]:
    """The pictures of which something is known: they are here, or a facts file tells of them.

    The same for headers and for pixels, and so looked for once.
    """
    known: list[Image] | None = listing._selected.get(f"known {field}")
    if known is None:
        known = listing._selected[f"known {field}"] = []
        around = listing.surroundings
        if around.header is None:
            return known
        for index, item in enumerate(items):
            src = item if type(item) is str else item["src"]
            if src.startswith(REMOTE) and not around.facts:
                continue
            if around.header(src).status != "remote":
                known.append(Image(listing, (field, index), item))
    return known


def _value(listing: Listing, pointer: Pointer, value: Any) -> Value:
    kind = Text if isinstance(value, str) else Value
    return kind(listing, pointer, value)


def field_of(on: str) -> str:
    """The top field that ``on=on`` selects of; empty for the whole listing and for all texts."""
    name = on.partition(".")[0].removesuffix("[]").removesuffix("{}")
    return "" if name in ("listing", "text") else name


def is_selector(on: str, fields: Container[str]) -> bool:
    """Whether *on* is one of the forms that `listlint.rule` documents, of one of *fields*."""
    name, dot, facet = on.partition(".")
    if on in ("text", "listing", "document"):
        return True
    if dot and (facet not in ("file", "pixels") or name[:-2] not in _IMAGE_FIELDS):
        return False
    return field_of(on) in fields
