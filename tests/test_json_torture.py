"""Whatever bytes come in: the right reason at the right place, no crash, no hang.

Each row is a text and what must be said of it: message id, data, and place as
``line:column-line:column``, in code points, end exclusive.
"""

from __future__ import annotations

import math
import re

import orjson
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from json_texts import objects, texts, trees

from listlint.document import read_document
from listlint.jsonfault import ENCODING_FAULTS, find_fault
from listlint.jsonscan import MAX_DEPTH, scan

SYNTAX = [
    ("", "empty", {}, "1:1-1:1"),
    (" \n\t ", "empty", {}, "1:1-1:1"),
    ('{"a": 1,}', "trailing-comma", {}, "1:8-1:9"),
    ('{\n  "é": [1, 2,\n  ]\n}', "trailing-comma", {}, "2:13-2:14"),
    ("[1,,2]", "extra-comma", {}, "1:4-1:5"),
    ("[,1]", "extra-comma", {}, "1:2-1:3"),
    ("{,}", "extra-comma", {}, "1:2-1:3"),
    ('{"a": 1\n "b": 2}', "missing-comma", {}, "1:8-1:8"),
    ('["a" "b"]', "missing-comma", {}, "1:5-1:5"),
    ("[{} {}]", "missing-comma", {}, "1:4-1:4"),
    ("[1 2]", "missing-comma", {}, "1:3-1:3"),
    ('{"a" 1}', "missing-colon", {"key": "a"}, "1:2-1:5"),
    ('{"a", "b"}', "missing-colon", {"key": "a"}, "1:2-1:5"),
    ('{"a"=1}', "missing-colon", {"key": "a"}, "1:2-1:5"),
    ('{"a"}', "missing-colon", {"key": "a"}, "1:2-1:5"),
    ('{"a": }', "missing-value", {}, "1:5-1:6"),
    ('{"a": , "b": 1}', "missing-value", {}, "1:5-1:6"),
    ("{: 1}", "missing-key", {}, "1:2-1:3"),
    ('{"a": 1, {}}', "missing-key", {}, "1:10-1:11"),
    ("{title: 1}", "unquoted-key", {"key": "title"}, "1:2-1:7"),
    ("{1: 2}", "unquoted-key", {"key": "1"}, "1:2-1:3"),
    ("{'a': 1}", "single-quotes", {}, "1:2-1:5"),
    ("{\"a\": 'it\\'s'}", "single-quotes", {}, "1:7-1:14"),
    ("// note\n{}", "comment", {}, "1:1-1:8"),
    ('{"a": 1, # note\n}', "comment", {}, "1:10-1:16"),
    ('{"a": 1 /* two\nlines */}', "comment", {}, "1:9-2:9"),
    ("[1] // end", "comment", {}, "1:5-1:11"),
    ("[NaN]", "not-a-number", {"text": "NaN"}, "1:2-1:5"),
    ("[Infinity]", "not-a-number", {"text": "Infinity"}, "1:2-1:10"),
    ("[-Infinity]", "not-a-number", {"text": "-Infinity"}, "1:2-1:11"),
    ("[True]", "misspelt-word", {"text": "True", "meant": "true"}, "1:2-1:6"),
    ('{"a": None}', "misspelt-word", {"text": "None", "meant": "null"}, "1:7-1:11"),
    ("[undefined]", "misspelt-word", {"text": "undefined", "meant": "null"}, "1:2-1:11"),
    ('{"color": red}', "unquoted-text", {"text": "red"}, "1:11-1:14"),
    ('{"color": #ff0000}', "unquoted-text", {"text": "#ff0000"}, "1:11-1:18"),
    ("[trueish]", "unquoted-text", {"text": "trueish"}, "1:2-1:9"),
    ("[红色]", "unquoted-text", {"text": "红色"}, "1:2-1:4"),
    ("[007]", "leading-zero", {"number": "007", "meant": "7"}, "1:2-1:5"),
    ("[-01.5]", "leading-zero", {"number": "-01.5", "meant": "-1.5"}, "1:2-1:7"),
    ("[.5]", "number-form", {"number": ".5"}, "1:2-1:4"),
    ("[5.]", "number-form", {"number": "5."}, "1:2-1:4"),
    ("[+1]", "number-form", {"number": "+1"}, "1:2-1:4"),
    ("[1e]", "number-form", {"number": "1e"}, "1:2-1:4"),
    ("[-]", "number-form", {"number": "-"}, "1:2-1:3"),
    ("[0x1F]", "number-form", {"number": "0x1F"}, "1:2-1:6"),
    ("[10kg]", "number-form", {"number": "10kg"}, "1:2-1:6"),
    ('{"p": 1,299.00}', "number-form", {"number": "1,299.00"}, "1:7-1:15"),
    ("[1e400]", "number-range", {"number": "1e400"}, "1:2-1:7"),
    ("[" + "9" * 309 + "]", "number-range", {"number": "9" * 39 + "…"}, "1:2-1:311"),
    ("[-1e400]", "number-range", {"number": "-1e400"}, "1:2-1:8"),
    ('["a\tb"]', "control-character", {"character": "U+0009", "escape": "\\t"}, "1:4-1:5"),
    ('["\x1f"]', "control-character", {"character": "U+001F", "escape": "\\u001f"}, "1:3-1:4"),
    ('["a\nb"]', "line-break", {}, "1:2-1:4"),
    ('["a\\\nb"]', "line-break", {}, "1:2-1:5"),
    ('{"t": "abc,\n"u": 1}', "line-break", {}, "1:7-1:12"),
    ('["\\x"]', "bad-escape", {"escape": "\\x"}, "1:3-1:5"),
    ('["\\é"]', "bad-escape", {"escape": "\\é"}, "1:3-1:5"),
    ('["\\u12G4"]', "bad-escape", {"escape": "\\u12"}, "1:3-1:7"),
    ('["abc', "unclosed-string", {}, "1:2-1:6"),
    ('["abc\\', "unclosed-string", {}, "1:2-1:7"),
    ('["abc\\u00', "unclosed-string", {}, "1:2-1:10"),
    ('{"t": "5" wide", "u": 1}', "unescaped-quote", {}, "1:9-1:10"),
    ('{"t": "say "hello" now"}', "unescaped-quote", {}, "1:12-1:13"),
    ('{"t: "x"}', "unescaped-quote", {}, "1:6-1:7"),
    ("[[1, 2]", "unclosed-array", {}, "1:1-1:2"),
    ("[1,", "unclosed-array", {}, "1:1-1:2"),
    ('{"a":\n {"b": 1}', "unclosed-object", {}, "1:1-1:2"),
    ('{"a":', "unclosed-object", {}, "1:1-1:2"),
    ('{"a": [1}', "wrong-bracket", {"found": "}", "expected": "]"}, "1:9-1:10"),
    ('[{"a": 1]', "wrong-bracket", {"found": "]", "expected": "}"}, "1:9-1:10"),
    ('{"a": 1} {"b": 2}', "extra-content", {"text": "{"}, "1:10-1:11"),
    ('{"a": 1},', "extra-content", {"text": ","}, "1:9-1:10"),
    ("[1]]", "extra-content", {"text": "]"}, "1:4-1:5"),
    ("{“a”: 1}", "lookalike", {"character": "“", "meant": '"'}, "1:2-1:3"),
    ('{"a"：1}', "lookalike", {"character": "：", "meant": ":"}, "1:5-1:6"),
    ('{"a":1，"b":2}', "lookalike", {"character": "，", "meant": ","}, "1:7-1:8"),
    ('{"a":\u00a01}', "lookalike", {"character": "U+00A0", "meant": "a space"}, "1:6-1:7"),
    ('{"a":\ufeff1}', "lookalike", {"character": "U+FEFF", "meant": "a space"}, "1:6-1:7"),
    ("\0", "nul", {}, "1:1-1:2"),
    ('{"a": 1}\0\0', "nul", {}, "1:9-1:10"),
    ('["a\0b"]', "nul", {}, "1:4-1:5"),
    ("<!DOCTYPE html>", "markup", {}, "1:1-1:2"),
    ('{\n<<<<<<< HEAD\n"a": 1}', "merge-conflict", {}, "2:1-2:13"),
    ('{"a": 1\n=======\n}', "merge-conflict", {}, "2:1-2:8"),
    ('{"a": 1;}', "unexpected", {"character": ";"}, "1:8-1:9"),
    ('["a": "b]', "unexpected", {"character": ":"}, "1:5-1:6"),
    ('["a": 1]', "unexpected", {"character": ":"}, "1:5-1:6"),
    ("}", "unexpected", {"character": "}"}, "1:1-1:2"),
    ("\x01", "unexpected", {"character": "U+0001"}, "1:1-1:2"),
    ("[" * (MAX_DEPTH + 1), "too-deep", {"limit": MAX_DEPTH}, "1:255-1:256"),
]

ENCODING = [
    (b'["caf\xe9"]', "invalid-utf-8", {"bytes": "E9"}, "1:6-1:7"),
    (b'{"a": 1,\n "b": "\xc4\xe3"}', "invalid-utf-8", {"bytes": "C4"}, "2:8-2:9"),
    (b'["\xed\xa0\x80"]', "invalid-utf-8", {"bytes": "ED"}, "1:3-1:4"),
    (b'["\xc0\x80"]', "invalid-utf-8", {"bytes": "C0"}, "1:3-1:4"),
    (b'["\xe4\xb8', "invalid-utf-8", {"bytes": "E4 B8"}, "1:3-1:4"),
    (b'{"a": "x\\ud83d"}', "lone-surrogate", {"escape": "\\ud83d"}, "1:7-1:16"),
    (b'{"a": "\\uDE00\\uD83D"}', "lone-surrogate", {"escape": "\\uDE00"}, "1:7-1:21"),
    (b'{"\\ud800": 1}', "lone-surrogate", {"escape": "\\ud800"}, "1:2-1:10"),
    ('["中"]'.encode("utf-16"), "foreign-encoding", {"encoding": "UTF-16"}, "1:1-1:1"),
    ('["中"]'.encode("utf-16-le"), "foreign-encoding", {"encoding": "UTF-16"}, "1:1-1:1"),
    ('["中"]'.encode("utf-16-be"), "foreign-encoding", {"encoding": "UTF-16"}, "1:1-1:1"),
    ('["中"]'.encode("utf-32"), "foreign-encoding", {"encoding": "UTF-32"}, "1:1-1:1"),
    ('["中"]'.encode("utf-32-le"), "foreign-encoding", {"encoding": "UTF-32"}, "1:1-1:1"),
    ('["中"]'.encode("utf-32-be"), "foreign-encoding", {"encoding": "UTF-32"}, "1:1-1:1"),
    ("{}".encode("utf-16-le"), "foreign-encoding", {"encoding": "UTF-16"}, "1:1-1:1"),
    (b"\xfe\xff", "foreign-encoding", {"encoding": "UTF-16"}, "1:1-1:1"),
]

LEGAL = [
    "-0",
    "1E+2",
    "1e-400",
    "123456789012345678901234567890",
    "-99999999999999999999",
    "0." + "1" * 100_000,
    '"\\ud83d\\ude00"',
    '"\\\\ud800"',
    '"\\u0000"',
    '"\x7f\u2028\ufeff"',
    '{"": {"": []}}',
    "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1),
    '{"a":' * (MAX_DEPTH - 1) + "1" + "}" * (MAX_DEPTH - 1),
    "1" * 308,
    "1.7976931348623157e308",
]


def shown(place):
    return f"{place.line}:{place.column}-{place.end_line}:{place.end_column}"


def only_problem(data):
    (record,) = read_document(data, None)
    (problem,) = record.problems
    assert record.value is None
    assert not record.is_read
    assert problem.is_fatal
    return problem, shown(record.place_of(problem))


@pytest.mark.parametrize(("text", "message", "data", "place"), SYNTAX)
def test_broken_text_is_one_problem_with_its_reason_and_place(text, message, data, place):
    problem, where = only_problem(text.encode())
    assert (problem.rule, problem.message, dict(problem.data)) == ("json/syntax", message, data)
    assert where == place


@pytest.mark.parametrize(("data", "message", "details", "place"), ENCODING)
def test_text_in_a_wrong_encoding_is_one_problem(data, message, details, place):
    problem, where = only_problem(data)
    assert (problem.rule, problem.message) == ("json/encoding", message)
    assert dict(problem.data) == details
    assert where == place


@pytest.mark.parametrize("text", LEGAL, ids=lambda text: text[:20])
def test_rare_and_legal_text_is_delivered(text):
    (record,) = read_document(b'{"v":%b}' % text.encode(), None)
    assert not record.problems
    assert record.is_read
    assert list(record.value) == ["v"]


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ('{"a": [1, {"b\\u0062": tru}]}', ("a", 1, "bb")),
        ('{"a": [1, 2', ("a", 1)),
        ('{"a": {"b": 1, c: 2}}', ("a",)),
        ("[[0], [}]", (1, 0)),
        ('{"a": 1} x', ()),
    ],
)
def test_the_pointer_leads_to_the_fault(text, pointer):
    (record,) = read_document(text.encode(), None)
    assert record.problems[0].pointer == pointer


def test_an_integer_beyond_64_bits_keeps_its_size():
    (record,) = read_document(b'{"a": 123456789012345678901234567890}', None)
    assert math.isclose(record.value["a"], 1.2345678901234568e29)


@pytest.mark.parametrize("nested", [b"[", b'{"a":', b'[{"a":'])
def test_a_hundred_thousand_levels_are_one_problem(nested):
    data = nested * 100_000
    problem, _ = only_problem(data)
    assert problem.message == "too-deep"
    assert data[problem.start : problem.end] in (b"[", b"{")
    assert data.count(b"[", 0, problem.start) + data.count(b"{", 0, problem.start) == MAX_DEPTH


@pytest.mark.parametrize("closed", [b"", b"]" * 100_000])
def test_closing_all_levels_changes_nothing(closed):
    assert only_problem(b"[" * 100_000 + closed)[0].message == "too-deep"


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 500, 999, 1024])
def test_the_bound_holds_for_a_product_that_the_parser_would_take(depth):
    problem, _ = only_problem(b'{"a":' * depth + b"1" + b"}" * depth)
    assert (problem.message, dict(problem.data)) == ("too-deep", {"limit": MAX_DEPTH})


def test_a_product_in_an_array_is_bound_by_its_own_depth():
    sound = b'{"a":' * MAX_DEPTH + b"1" + b"}" * MAX_DEPTH
    deeper = b'{"a":' + sound + b"}"
    records = list(read_document(b"[%b,\n%b,%b]" % (sound, deeper, sound), None))
    assert [[problem.message for problem in record.problems] for record in records] == [
        [],
        ["too-deep"],
        [],
    ]
    assert shown(records[1].place_of(records[1].problems[0])) == "2:1271-2:1272"


@pytest.mark.parametrize("character", [b"a", b"\\n", b"\\u4e2d", "中".encode()])
@pytest.mark.parametrize("end", [b'"}', b'"', b"\t", b"", b"\\"])
def test_a_huge_string_takes_one_pass(character, end):
    size = 50_000_000 if character == b"a" else 5_000_000
    data = b'{"a": "' + character * (size // len(character)) + end
    (record,) = read_document(data, None)
    expected = {b'"}': None, b'"': "unclosed-object", b"\t": "control-character"}
    found = record.problems[0].message if record.problems else None
    assert found == expected.get(end, "unclosed-string")


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (b"1" * 100_000, "number-range"),
        (b"-1." + b"0" * 100_000, None),
        (b"0" * 100_000, "leading-zero"),
    ],
)
def test_a_huge_number_takes_one_pass(number, message):
    (record,) = read_document(b'{"a": ' + number + b"}", None)
    assert [problem.message for problem in record.problems] == [message] * (message is not None)


def test_a_long_text_in_a_message_is_shortened():
    (record,) = read_document(b"[" + b"x" * 100_000 + b"]", None)
    assert record.problems[0].data == {"text": "x" * 39 + "…"}


NASTY = [
    b"",
    b",",
    b":",
    b'"',
    b"'",
    b"\\",
    b"[",
    b"]",
    b"{",
    b"}",
    b"0",
    b"-",
    b".",
    b"e",
    b"1e999",
]
NASTY += [
    b"\\ud800",
    b"\\udc00",
    b"\\u00",
    b"\\x",
    b"\n",
    b"\r",
    b"\t",
    b"\0",
    b"\x1f",
    b"\x7f",
    b" ",
]
NASTY += [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xf0\x9f\x98\x80", b"true", b"NaN"]
NASTY += [b"nul", b"//", b"/*", b"#", b"<", b"<<<<<<< x", "，".encode(), "\u00a0".encode(), b"\x0c"]


@st.composite
def damaged(draw):
    """JSON texts with a few bytes cut out or nasty ones put in."""
    data = draw(texts(trees())).data
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from([0, 0, 1, 2, 1000])))
        data = data[:start] + draw(st.sampled_from(NASTY)) + data[end:]
    return data


def refused(data: bytes) -> bool:
    try:
        orjson.loads(data)
    except orjson.JSONDecodeError:
        return True
    return False


@settings(max_examples=500, deadline=None)
@given(
    damaged() | st.binary(max_size=12) | st.text('{}[]":,0-.eE1 \\tu', max_size=12).map(str.encode)
)
@example(b'"\\ud800\\u0041"')
@example(b"[1.7976931348623159e308]")
@example(b"[1.797693134862315808e308]")
def test_scanner_and_parser_have_one_verdict(data):
    fault = find_fault(data)
    assert (fault is not None) == refused(data)
    if fault is not None:
        assert 0 <= fault.start <= fault.end <= len(data)
        orjson.dumps([dict(fault.data), [str(part) for part in fault.pointer]])


@settings(max_examples=200, deadline=None)
@given(damaged(), st.sampled_from([None, (), ("a",), ("*",)]))
def test_no_bytes_raise_and_every_refusal_has_a_place(data, products):
    try:
        records = list(read_document(data, products))
    except ValueError:
        assert products
        return
    for record in records:
        assert record.is_read or record.problems
        assert record.index < 0 or record.is_read != any(p.is_fatal for p in record.problems)
        for problem in record.problems:
            place = record.place_of(problem)
            assert 0 <= place.start <= place.end <= len(data)
            assert (place.line, place.column) <= (place.end_line, place.end_column)
            about_encoding = problem.message in ENCODING_FAULTS
            assert about_encoding == (problem.rule == "json/encoding")


@settings(deadline=None)
@given(texts(objects()), st.data())
def test_what_stops_a_text_lies_where_it_was_cut(written, data):
    end = data.draw(st.integers(1, len(written.data.rstrip()) - 1))
    cut = written.data[:end]
    fault = find_fault(cut)
    assert fault is not None
    if fault.message in ("unclosed-object", "unclosed-array"):
        assert re.match(rb"[\[{]", cut[fault.start : fault.end])


def test_a_text_is_legal_to_the_scanner_at_the_bound_and_not_beyond():
    at_bound = b"[" * MAX_DEPTH + b"]" * MAX_DEPTH
    assert scan(at_bound) is None
    assert scan(b"[" + at_bound + b"]") is not None
    assert orjson.dumps(orjson.loads(at_bound)) == at_bound
    with pytest.raises(orjson.JSONEncodeError):
        orjson.dumps(orjson.loads(b"[" + at_bound + b"]"))


def test_a_text_that_only_the_parser_refuses_is_not_taken_for_a_clean_one(monkeypatch):
    monkeypatch.setattr("listlint.jsonfault.find_fault", lambda data: None)
    problem, where = only_problem(b" {'a': 1}")
    assert (problem.rule, problem.message, problem.data) == (
        "json/syntax",
        "unexpected",
        {"character": "{"},
    )
    assert where == "1:1-1:1"
