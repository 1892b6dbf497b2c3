"""Bytes become products, each once, whatever else is wrong around them."""

from __future__ import annotations

import io
import json
from itertools import pairwise

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from json_texts import SPACES_IN_LINE, objects, texts, trees

from listlint.document import NoProducts, is_lines, line_ranges, read_document, read_lines
from listlint.jsonscan import MAX_DEPTH
from listlint.model import Place

BOM = b"\xef\xbb\xbf"


def told(record):
    return [(problem.rule, problem.message, problem.pointer) for problem in record.problems]


def lines_of(data, start=0, end=None):
    return list(read_lines(io.BytesIO(data), start, len(data) if end is None else end))


class Pipe(io.RawIOBase):
    """A stream that can only be read forward."""

    def __init__(self, data):
        self._data = io.BytesIO(data)

    def readable(self):
        return True

    def readinto(self, buffer):
        return self._data.readinto(buffer)


# One text


@pytest.mark.parametrize("text", ["{}", ' {"a": [{}]}\n', '"x"', "1", "null", "false"])
def test_a_value_that_is_no_array_is_one_record(text):
    (record,) = read_document(text.encode(), None)
    assert (record.value, record.pointer, record.index, record.start) == (
        json.loads(text),
        (),
        0,
        0,
    )
    assert record.is_read
    assert not record.problems


def test_null_is_read_and_broken_text_is_not():
    assert [record.is_read for record in lines_of(b"null\nnul\n \r\n{}\n")] == [True, False, True]


@pytest.mark.parametrize(
    ("text", "products", "expected"),
    [
        ('[{"a": 1}, {"a": 2}]', None, [((0,), {"a": 1}), ((1,), {"a": 2})]),
        ("[]", None, []),
        (" [ ] ", None, []),
        ('[1, "x", null]', None, [((0,), 1), ((1,), "x"), ((2,), None)]),
        ("[[{}, [[]]], [{}]]", None, [((0, 0), {}), ((1, 0), {})]),
        ('{"items": [{}]}', None, [((), {"items": [{}]})]),
        ('{"items": [{}]}', (), [((), {"items": [{}]})]),
        ('{"n": 1, "items": [{}, [{}]]}', ("items",), [(("items", 0), {}), (("items", 1, 0), {})]),
        ('{"data": {"items": [{}]}}', ("data", "items"), [(("data", "items", 0), {})]),
        ('{"item": {"a": 1}}', ("item",), [(("item",), {"a": 1})]),
        ('{"items": []}', ("items",), []),
        (
            '{"pages": [{"items": [{}]}, {}, {"items": [1]}]}',
            ("pages", "*", "items"),
            [(("pages", 0, "items", 0), {}), (("pages", 2, "items", 0), 1)],
        ),
        (
            '{"p": {"x": {"a": 1}, "y": [{}]}}',
            ("p", "*"),
            [(("p", "x"), {"a": 1}), (("p", "y", 0), {})],
        ),
        ("[[{}], [1]]", ("1",), [((1, 0), 1)]),
        ('{"\\u0069tems": [1]}', ("items",), [(("items", 0), 1)]),
        ('{"pages": []}', ("pages", "*"), []),
    ],
)
def test_products_are_found_where_they_are_said_to_be(text, products, expected):
    records = list(read_document(text.encode(), products))
    assert [(record.pointer, record.value) for record in records] == expected
    assert [record.index for record in records] == list(range(len(expected)))
    for record in records:
        assert text.encode()[record.start :].startswith(record.data)
        assert orjson.loads(record.data) == record.value
        assert not record.problems


@pytest.mark.parametrize(
    ("text", "products", "reached", "near"),
    [
        ('{"items": [{}]}', ("itmes",), (), "items"),
        ('{"data": {"Items": [{}]}}', ("data", "items"), ("data",), "Items"),
        ('{"data": [{"rows": []}]}', ("data", "*", "row"), ("data", "*"), "rows"),
        ("[{}]", ("items",), (), None),
        ("[{}]", ("1",), (), None),
        ('{"title": "x"}', ("title", "items"), ("title",), None),
        ("1", ("items",), (), None),
    ],
)
def test_a_place_that_is_not_there_is_named_with_the_nearest(text, products, reached, near):
    with pytest.raises(NoProducts) as caught:
        next(read_document(text.encode(), products))
    assert (caught.value.pointer, caught.value.reached, caught.value.near) == (
        products,
        reached,
        near,
    )


def test_an_array_that_cannot_be_cut_is_told_once():
    (record,) = read_document(b'[{"a": 1},\n {"b" 2}, {"c": 3,}]', None)
    assert told(record) == [("json/syntax", "missing-colon", (1, "b"))]
    assert record.index == -1
    assert record.place_of(record.problems[0]) == Place(2, 3, 2, 6, 3, 6, 13, 16)


@pytest.mark.parametrize(
    ("element", "rule", "message"),
    [
        (b'{"t": "\\ude00"}', "json/encoding", "lone-surrogate"),
        (b'{"t": 1e999}', "json/syntax", "number-range"),
        (b'{"t": ' + b"[" * 300 + b"]" * 300 + b"}", "json/syntax", "too-deep"),
    ],
)
def test_an_element_that_can_be_cut_out_leaves_the_others_be(element, rule, message):
    records = list(read_document(b'[{"a": 1},\n %b, {"c": 3}]' % element, None))
    assert [record.value for record in records] == [{"a": 1}, None, {"c": 3}]
    assert [(each.rule, each.message) for each in records[1].problems] == [(rule, message)]
    assert records[1].place_of(records[1].problems[0]).line == 2
    assert not records[0].problems + records[2].problems


def test_arrays_around_a_product_are_flattened_to_the_bound_only():
    flat, deep = (b"[" * depth + b'{"a": 1}' + b"]" * depth for depth in (MAX_DEPTH, MAX_DEPTH + 9))
    (record,) = read_document(flat, None)
    assert (record.value, record.pointer) == ({"a": 1}, (0,) * MAX_DEPTH)
    (record,) = read_document(deep, None)
    assert (record.data, record.is_read) == (b"[" * 9 + b'{"a": 1}' + b"]" * 9, True)


@pytest.mark.parametrize("padding", [0, 1 << 20, (1 << 20) - 9])
def test_an_array_that_is_not_utf8_is_told_once_with_its_offset(padding):
    data = b'["' + b"x" * padding + '中"]'.encode()
    assert not next(read_document(data, None)).problems
    broken = data[:-3] + data[-2:]
    (record,) = read_document(broken, None)
    assert told(record) == [("json/encoding", "invalid-utf-8", ())]
    assert record.problems[0].start == len(broken) - 4


def test_a_mark_is_a_problem_of_the_one_product_that_follows():
    (record,) = read_document(BOM + b'{"a": 1}', None)
    assert record.value == {"a": 1}
    assert told(record) == [("json/encoding", "bom", ())]
    assert not record.problems[0].is_fatal
    assert record.place_of(record.problems[0]) == Place(1, 1, 1, 1, 1, 1, 0, 3)
    assert record.place(("a",)) == Place(1, 7, 1, 8, 7, 8, 9, 10)


def test_a_mark_before_an_array_is_a_problem_of_the_document():
    document, *products = read_document(BOM + b'[{"a": 1}]', None)
    assert told(document) == [("json/encoding", "bom", ())]
    assert (document.index, document.is_read, document.pointer) == (-1, False, ())
    assert document.place_of(document.problems[0]) == Place(1, 1, 1, 1, 1, 1, 0, 3)
    assert [record.value for record in products] == [{"a": 1}]
    assert products[0].place(("a",)) == Place(1, 8, 1, 9, 8, 9, 10, 11)


def test_a_mark_and_nothing_else_is_both_a_mark_and_empty():
    (record,) = read_document(BOM, None)
    assert [message for _, message, _ in told(record)] == ["bom", "empty"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"n": 1, "items": [{}], "n": 2}', ("repeated", ("n",), (24, 27))),
        ('{"items": [{}], "items": [{}, {}]}', ("repeated", ("items",), (16, 23))),
        (
            '{"items": [{}, {}], "x": {"y": [{"z": 1, "z": 1}]}}',
            ("repeated", ("x", "y", 0, "z"), (41, 44)),
        ),
        ('{"a": "\\ud800", "items": [{}]}', ("lone-surrogate", ("a",), (6, 14))),
        ('{"items": [{}], "a": -1e999}', ("number-range", ("a",), (21, 27))),
    ],
)
def test_what_is_wrong_around_the_products_is_told_of_the_document(text, found):
    document, *products = read_document(text.encode(), ("items",))
    (problem,) = document.problems
    assert (problem.message, problem.pointer, (problem.start, problem.end)) == found
    assert document.index == -1
    assert products
    assert not any(record.problems for record in products)


# Keys said twice


@settings(max_examples=300)
@given(texts(objects(twice=True)))
def test_keys_said_twice_are_found_exactly_where_there_are_any(written):
    (record,) = read_document(written.data, None)
    found = [(problem.pointer, (problem.start, problem.end)) for problem in record.problems]
    assert found == written.repeated
    for problem in record.problems:
        assert (problem.rule, problem.message) == ("json/duplicate-key", "repeated")
        assert problem.data == {"key": problem.pointer[-1]}
        assert not problem.is_fatal


@given(texts(objects(twice=True), SPACES_IN_LINE))
def test_keys_said_twice_are_found_in_lines_too(written):
    for data in (written.data, written.data + b"\n"):
        (record,) = lines_of(data)
        assert [problem.pointer for problem in record.problems] == [
            pointer for pointer, _ in written.repeated
        ]


@pytest.mark.parametrize(
    "text",
    [
        '{"a":1,"a":1}',
        '{"a": 1, "\\u0061": 2}',
        '{"a":"\\u0022","b":1,"b":"\\u0022"}',
        '{"a":"\\u0022\\u0022","b":1,"b":1}',
        '{"":1,"":2}',
        '{"x":[{"y":{"a":[],"a":{}}}]}',
    ],
)
def test_no_way_of_writing_hides_a_key_said_twice(text):
    (record,) = read_document(text.encode(), None)
    assert [problem.message for problem in record.problems] == ["repeated"]
    (element,) = read_document(f"[{text}]".encode(), None)
    assert element.problems == record.problems


@pytest.mark.parametrize(
    "text", ['{"a":"\\u0022\\\\u0022"}', '{"a":{"a":1},"b":{"a":1}}', '[{"a":1}]']
)
def test_equal_keys_of_different_objects_are_no_problem(text):
    assert not any(record.problems for record in read_document(text.encode(), None))


# JSON Lines


def test_a_broken_line_leaves_the_others_be():
    data = b'{"a": 1}\r\n\n{"b": }\n  \n{"c": 3}'
    first, second, third = lines_of(data)
    assert (first.value, third.value) == ({"a": 1}, {"c": 3})
    assert told(second) == [("json/syntax", "missing-value", ("b",))]
    assert [record.line for record in (first, second, third)] == [1, 3, 5]
    assert [record.index for record in (first, second, third)] == [0, 1, 2]
    assert second.place_of(second.problems[0]) == Place(3, 5, 3, 6, 5, 6, 15, 16)
    assert third.place(("c",)).start == len(data) - 2


def test_a_mark_is_a_problem_of_its_line_only():
    first, second = lines_of(BOM + b'{"a": 1}\n' + BOM + b"[1,]\n")
    assert (first.value, first.start) == ({"a": 1}, 3)
    assert told(first) == [("json/encoding", "bom", ())]
    assert [message for _, message, _ in told(second)] == ["bom", "trailing-comma"]
    assert second.place_of(second.problems[0]) == Place(2, 1, 2, 1, 1, 1, 12, 15)
    assert second.place_of(second.problems[1]) == Place(2, 3, 2, 4, 3, 4, 17, 18)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_lines_in_another_encoding_are_one_problem_in_one_range(encoding):
    data = '{"a": 1}\n{"a": 2}\n'.encode(encoding)
    (record,) = lines_of(data)
    assert [message for _, message, _ in told(record)] == ["foreign-encoding"]
    assert len(lines_of(data, 0, 5)) == 1
    assert lines_of(data, 5) == []


def test_a_stream_that_cannot_seek_is_read_from_where_it_stands():
    stream = io.BufferedReader(Pipe(b'{"a": 1}\n{"a": 2}'))
    assert [record.value for record in read_lines(stream)] == [{"a": 1}, {"a": 2}]


lines = st.lists(
    texts(trees(max_leaves=4), SPACES_IN_LINE).map(lambda written: written.data)
    | st.sampled_from([b"", b" ", b"\r", b"{", b'{"a":1,"a":2}', BOM + b"{}", b"\xff", BOM])
)


@settings(max_examples=300)
@given(lines, st.booleans(), st.lists(st.integers(0, 400)))
def test_ranges_that_cover_the_file_give_each_record_once(content, ends, cuts):
    data = b"\n".join(content) + (b"\n" if ends else b"")
    whole = lines_of(data)
    bounds = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    records = []
    for start, end in pairwise(bounds):
        part = lines_of(data, start, end)
        assert [record.index for record in part] == list(range(len(part)))
        # The first line that a range owns begins at its start, or where the next line does.
        first = 0 if start == 0 else data.find(b"\n", start - 1) + 1
        before = data.count(b"\n", 0, first)
        records += [(before + record.line, record) for record in part]
    assert [
        (line, record.start, record.data, record.value, record.problems) for line, record in records
    ] == [
        (record.line, record.start, record.data, record.value, record.problems) for record in whole
    ]


@given(lines, st.integers(1, 60))
def test_ranges_cover_the_file_and_begin_where_lines_do(content, chunk):
    data = b"\n".join(content)
    ranges = line_ranges(io.BytesIO(data), len(data), chunk)
    assert b"".join(data[start:end] for start, end in ranges) == data
    for start, end in ranges:
        assert start == 0 or data[start - 1 : start] == b"\n"
        assert end > start
        line = data.rfind(b"\n", start, end - 1) + 1 or start
        assert line - start < chunk


def test_a_line_longer_than_a_piece_stays_whole():
    data = b'{"a": "%b"}\n{"b": 1}\n' % (b"x" * (3 << 20))
    first = len(data) - 9
    assert line_ranges(io.BytesIO(data), len(data), 1 << 20) == [(0, first), (first, len(data))]
    assert [record.value for record in lines_of(data, 1 << 20)] == [{"b": 1}]


def test_a_range_without_bytes_cannot_be_asked_for():
    with pytest.raises(ValueError):
        line_ranges(io.BytesIO(b"x"), 1, 0)


def test_lines_are_read_one_at_a_time():
    class Counted(io.BytesIO):
        lines = 0

        def __next__(self):
            self.lines += 1
            return super().__next__()

    file = Counted(b"{}\n" * 100)
    records = read_lines(file)
    next(records)
    next(records)
    assert file.lines == 2


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.jsonl", b"", True),
        ("a.NDJSON", b"[\n", True),
        ("a.jl", b"{}", True),
        ("a.json", b"", False),
        ("a.json", b'{"a": 1}', False),
        ("a.json", b'{"a": 1}\n\n', False),
        ("a.json", b'{"a": 1}\n{"a": 2}\n', True),
        ("a.json", b'{"a": 1}\r\n{"a', True),
        ("a.json", b'\n\n{"a": 1}\n{"a": 2}', True),
        ("-", BOM + b'{"a": 1}\n{', True),
        ("-", b"[1]\n[2]\n", True),
        ("a.json", b'{\n "a": 1\n}\n{}', False),
        ("a.json", b'[\n{"a": 1},\n{"a": 2}\n]', False),
        ("a.json", b'[\n{"a": 1}\n]', False),
        ("a.json", b'{"a": 1},\n{"a": 2}', False),
        ("a.json", b"1\n2\n", False),
        ("a.json", b'"a"\n"b"', False),
    ],
)
def test_json_lines_are_known_by_name_or_by_two_lines(name, head, expected):
    assert is_lines(name, head) is expected


@given(texts(trees()), st.integers(0, 200))
def test_no_json_text_is_taken_for_json_lines(written, size):
    assert not is_lines("catalog.json", written.data)
    assert not is_lines("catalog.json", written.data[:size])
