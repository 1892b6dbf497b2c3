"""Places are exact for any JSON text, whichever way they are found."""

from __future__ import annotations

import inspect
import io
import json
import random
import sys
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from json_texts import SPACES_IN_LINE, Members, Written, objects, texts, trees, write

from listlint import jsonscan, places
from listlint.document import Record, read_document, read_lines
from listlint.model import Place, resolve


def text_by_columns(document: bytes, place: Place) -> str:
    """What lies between the line and column of the start and those of the end, exclusive."""
    lines = document.decode().split("\n")[place.line - 1 : place.end_line]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "\n".join(lines)


def text_by_utf16(document: bytes, place: Place) -> str:
    """The same by UTF-16 units."""
    lines = document.decode().split("\n")[place.line - 1 : place.end_line]
    units = [line.encode("utf-16-le") for line in lines]
    units[-1] = units[-1][: 2 * (place.utf16_end_column - 1)]
    units[0] = units[0][2 * (place.utf16_column - 1) :]
    return "\n".join(each.decode("utf-16-le") for each in units)


def assert_exact(document: bytes, place: Place, span: tuple[int, int]) -> None:
    assert (place.start, place.end) == span
    text = document[slice(*span)].decode()
    assert text_by_columns(document, place) == text
    assert text_by_utf16(document, place) == text


def assert_all_places(record: Record, document: bytes, written: Written, offset: int) -> None:
    for pointer, (key, value) in written.spans.items():
        place = record.place(pointer)
        assert_exact(document, place, (value[0] + offset, value[1] + offset))
        assert orjson.loads(document[place.start : place.end]) == resolve(record.value, pointer)
        named = key or value
        assert_exact(document, record.place(pointer, "key"), (named[0] + offset, named[1] + offset))


@given(texts(objects(twice=True)))
def test_the_text_at_every_place_of_an_object_is_what_was_written_there(written):
    (record,) = read_document(written.data, None)
    assert_all_places(record, written.data, written, 0)


@given(texts(trees(twice=True)))
def test_all_ways_to_a_place_agree(written):
    for pointer, found in written.spans.items():
        assert jsonscan.locate(written.data, pointer) == found
        assert places._by_levels(written.data, pointer) == found
        if pointer:
            assert places._by_only_key(written.data, pointer) in (None, found)


@given(st.lists(texts(objects(), SPACES_IN_LINE), max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_places_in_json_lines_are_those_of_the_file(products, line_end):
    end = line_end.encode()
    document = b"".join(each.data + end for each in products)
    records = read_lines(io.BytesIO(document), 0, len(document))
    offset = 0
    for record, written in zip(records, products, strict=True):
        assert record.start == offset
        assert_all_places(record, document, written, offset)
        offset += len(written.data) + len(end)


@given(
    st.lists(texts(objects()), max_size=5),
    st.lists(st.sampled_from(["", " ", "\n", "\r\n\r\n", "\t"]), min_size=6, max_size=6),
    st.booleans(),
)
def test_places_in_an_array_are_those_of_the_document(products, gaps, in_order):
    document = bytearray(b"[")
    starts = []
    for index, (written, gap) in enumerate(zip(products, gaps, strict=False)):
        document += b"," * (index > 0) + gap.encode()
        starts.append(len(document))
        document += written.data
    document += gaps[-1].encode() + b"]"
    text = bytes(document)
    records = list(read_document(text, None))
    assert [record.pointer for record in records] == [(index,) for index in range(len(products))]
    met = list(zip(records, products, starts, strict=True))
    for record, written, start in met if in_order else reversed(met):
        assert_all_places(record, text, written, start)
        assert record.line == text.count(b"\n", 0, record.start) + 1


@given(texts(st.lists(trees(), max_size=4)))
def test_no_place_is_given_for_what_is_not_there(written):
    (record,) = read_document(b'{"a":' + written.data + b"}", None)
    for pointer in [("b",), ("a", 99), ("a", "0"), ("a", 0, "zz"), (0,)]:
        with pytest.raises(LookupError):
            record.place(pointer)
        with pytest.raises(LookupError):
            jsonscan.locate(record.data, pointer)


def test_the_place_of_the_root_is_the_product_without_the_white_space_around_it():
    (record,) = read_document(b'\n  {"a":\n 1}\n\n', None)
    assert record.place(()) == Place(2, 3, 3, 4, 3, 4, 3, 12)


@pytest.mark.parametrize(
    ("text", "pointer", "on", "expected"),
    [
        ('{"标题": "😀é"}', ("标题",), "value", Place(1, 8, 1, 12, 8, 13, 11, 19)),
        ('{"标题": "😀é"}', ("标题",), "key", Place(1, 2, 1, 6, 2, 6, 1, 9)),
        ('{"😀": 1,\r\n "b": [0, 22]}', ("b", 1), "value", Place(2, 11, 2, 13, 11, 13, 23, 25)),
        ('{"😀": 1}', ("😀",), "value", Place(1, 7, 1, 8, 8, 9, 9, 10)),
        ('{"a": 1, "a": 2}', ("a",), "value", Place(1, 15, 1, 16, 15, 16, 14, 15)),
    ],
)
def test_columns_count_code_points_and_utf16_units(text, pointer, on, expected):
    (record,) = read_document(text.encode(), None)
    assert record.place(pointer, on) == expected


def test_a_product_in_a_one_line_array_begins_at_its_column():
    document = '[{"t":"中😀"},{"t":"x"}]'.encode()
    second = list(read_document(document, None))[1]
    assert second.place(("t",)) == Place(1, 18, 1, 21, 19, 22, 22, 25)


@pytest.mark.parametrize(
    ("text", "pointer", "span"),
    [
        # A value that looks like the key; the key inside a string; the key on another level.
        ('{"b": "title", "title": 1}', ("title",), (24, 25)),
        ('{"b": "\\"title\\": 2", "title": 1}', ("title",), (31, 32)),
        ('{"b": {"title": 2}, "title": 1}', ("title",), (29, 30)),
        ('{"b": "title", "\\u0074itle": 1}', ("title",), (29, 30)),
        ('{"b": "a/b", "a\\/b": 1}', ("a/b",), (21, 22)),
        ('{"p": {"x": 1}, "p": {"y": 2}}', ("p", "y"), (27, 28)),
        ('{"a": 1, "b": 2, "a": {"b": 2}}', ("b",), (14, 15)),
        ('{"a": 3, "b": 2, "a": 3}', ("a",), (22, 23)),
        ('{"a": 1, "a": 12}', ("a",), (14, 16)),
        ('{"x": {"a/b": 2}, "a\\/b": 1}', ("a/b",), (26, 27)),
        # Made so that a reader who trusts the lengths of the cut values ends at the last brace.
        ('{"a":1,"b":22,"a":{"q":0,"b":      2}}', ("b",), (11, 13)),
    ],
)
def test_what_looks_like_the_key_is_not_taken_for_it(text, pointer, span):
    assert places.span_of(text.encode(), pointer) == span
    assert json.loads(text[slice(*span)]) == resolve(json.loads(text), pointer)


@settings(max_examples=300)
@given(texts(objects(twice=True)))
def test_cut_members_are_the_scanned_ones(written):
    start, end = written.spans[()][1]
    scanned: dict[Any, Any] = {}
    for name, key, value in jsonscan.members(written.data, start):
        scanned[name] = (name, key, value)
    assert sorted(places.members(written.data, (start, end))) == sorted(scanned.values())


def test_a_place_is_found_when_the_stack_is_too_full_for_the_native_parser():
    data = b'{"a":' * 240 + b"1" + b"}" * 240
    pointer = ("a",) * 240
    found = places.span_of(data, pointer)

    def at_depth(frames: int) -> tuple[int, int]:
        return at_depth(frames - 1) if frames else places.span_of(data, pointer)

    assert at_depth(sys.getrecursionlimit() - len(inspect.stack(0)) - 100) == found == (1200, 1201)


def test_objects_say_their_keys_in_the_oracle_too():
    written = write(Members([("a", None), ("a", True)]), random.Random(0))
    assert orjson.loads(written.data) == {"a": True}
    assert len(written.repeated) == 1
