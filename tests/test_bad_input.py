"""Whatever is handed in, the answer is a finding with its place, or one sentence: no traceback.

The rows of the design's table of bad input, each through the command line.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from commandline import check, command, environment, lines, listlint, product, put, without_network
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pictures import picture
from products import any_kind, anything, text_of
from runs import found, linter, merged, part, rendered

LONG = "x" * 150
MUG = product(id="OTHER", title=LONG)

# JSON ---------------------------------------------------------------------------------------------

# what is wrong: content of the file, rule, line and column of the finding
JSON = {
    "a comma is missing": (b'{"id": "A"\n "title": "Mug"}', "json/syntax", 1, 11),
    "the file is cut off": (b'{"id": "A",\n "title": "Mu', "json/syntax", 2, 11),
    "the file is empty": (b"", "json/syntax", 1, 1),
    "the file is blank": (b" \n\n ", "json/syntax", 1, 1),
    "it is a web page": (b"<!doctype html><title>Mug</title>", "json/syntax", 1, 1),
    "NaN is no number": (b'{"title": "Mug",\n "stock": NaN}', "json/syntax", 2, 11),
    "a number is too large": (b'{"title": "Mug",\n "stock": 1e999}', "json/syntax", 2, 11),
    "a NUL byte is in a text": (b'{"title": "Mu\0g"}', "json/syntax", 1, 14),
    "it is nested too deeply": (b'{"title": ' + b"[" * 100_000, "json/syntax", 1, 264),
    "it is nested too deeply and closed": (
        b'{"title": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        "json/syntax",
        1,
        264,
    ),
    "a name stands twice": (
        b'{"title": "Mug",\n "title": "Cup", "platforms": {"dhgate": {}}}',
        "json/duplicate-key",
        2,
        2,
    ),
    "it begins with a byte order mark": (
        b'\xef\xbb\xbf{"title": "Mug", "platforms": {"dhgate": {}}}',
        "json/encoding",
        1,
        1,
    ),
    "a byte is no UTF-8": (b'{"title":\n "Caf\xe9"}', "json/encoding", 2, 6),
    "it is UTF-16": ('{"title": "Mug"}'.encode("utf-16"), "json/encoding", 1, 1),
    "it is UTF-16 without a mark": ('{"title": "Mug"}'.encode("utf-16-le"), "json/encoding", 1, 1),
    "it is UTF-32": ('{"title": "Mug"}'.encode("utf-32"), "json/encoding", 1, 1),
    "a surrogate is alone": (b'{"title": "Mug \\ud83d"}', "json/encoding", 1, 11),
    "an encoded surrogate is alone": (b'{"title": "\xed\xa0\x80"}', "json/encoding", 1, 12),
}


@pytest.mark.parametrize(("content", "rule", "line", "column"), JSON.values(), ids=JSON)
def test_bad_json_is_one_finding_and_other_files_are_linted(tmp_path, content, rule, line, column):
    put(tmp_path / "a.json", MUG)
    put(tmp_path / "bad.json", content)
    put(tmp_path / "z.json", MUG | {"id": "LAST"})
    done = check(cwd=tmp_path)
    assert done.code == 1
    [told] = [each for each in done.messages if each["ruleId"].startswith("json/")]
    assert (told["ruleId"], told["line"], told["column"]) == (rule, line, column)
    assert told["endLine"] >= line
    assert [each["extra"]["product"] for each in done.of("title/max-length")] == ["OTHER", "LAST"]


IN_A_LINE = [
    name
    for name, (content, *_) in JSON.items()
    if content.strip() and b"\n" not in content and "UTF-16" not in name and "UTF-32" not in name
]
"""What can be wrong with one line of many."""


@pytest.mark.parametrize("name", IN_A_LINE)
def test_a_bad_line_is_one_finding_and_other_lines_are_linted(tmp_path, name):
    content, rule, _, column = JSON[name]
    put(tmp_path / "a.jsonl", lines(MUG) + b"\n" + content + b"\n" + lines(MUG | {"id": "LAST"}))
    done = check(cwd=tmp_path)
    assert done.code == 1
    [told] = [each for each in done.messages if each["ruleId"].startswith("json/")]
    assert (told["ruleId"], told["line"], told["column"]) == (rule, 3, column)
    assert [(each["extra"]["product"], each["line"]) for each in done.of("title/max-length")] == [
        ("OTHER", 1),
        ("LAST", 4),
    ]


def test_a_file_that_is_no_product_file_by_name_may_be_broken(tmp_path):
    put(tmp_path / "tsconfig.json", "{ // comment\n}")
    put(tmp_path / "a.json", product())
    assert listlint("check", cwd=tmp_path).code == 0


# What is no file of its own: these are said before anything is linted -----------------------------

PLATFORM = {
    "x-platform": {"name": "bazaar", "title": "Bazaar", "language": "en"},
    "properties": {"title": {"maxLength": 9, "x-limits": {"maxLength": {"severity": "error"}}}},
}


def limited(keyword: str, value: object, **about: object) -> dict[str, object]:
    return PLATFORM | {"properties": {"title": {keyword: value, "x-limits": {keyword: about}}}}


FOLDERS = {
    "no JSON": "{",
    "no object": [],
    "no schema": limited("maxLength", "long"),
    "of unknown type": limited("type", "text"),
    "of an unreadable pattern": limited("pattern", "("),
    "of an unknown level": limited("maxLength", 9, severity="fatal"),
    "of no date": limited("maxLength", 9, **{"from": "soon"}),
    "built on nothing": PLATFORM | {"x-extends": "bazar"},
    "built on itself": PLATFORM | {"x-extends": "bazaar"},
    "of a message that cannot be filled": PLATFORM
    | {"properties": {"title": {"maxLength": 9, "x-message": "At most {most}."}}},
    "of an unknown rule": PLATFORM | {"x-rules": {"titel/year": {"level": "off"}}},
    "of an unknown level of a rule": PLATFORM | {"x-rules": {"title/year": {"level": "fatal"}}},
    "of an unknown option of a rule": PLATFORM | {"x-rules": {"title/year": {"options": {"x": 1}}}},
}


@pytest.mark.parametrize("content", FOLDERS.values(), ids=FOLDERS)
def test_a_platform_is_refused_in_one_sentence_if_it_is(tmp_path, content):
    put(tmp_path / "listlint.toml", "platform-folders = ['platforms']\n")
    put(tmp_path / "platforms" / "bazaar" / "listing.json", content)
    put(tmp_path / "a.json", product(title="More than nine", platforms={"bazaar": {}}))
    done = listlint("check", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "bazaar" in done.err
    assert done.err.count("\n") == 1


def test_a_platform_that_is_right_is_taken(tmp_path):
    put(tmp_path / "listlint.toml", "platform-folders = ['platforms']\n")
    put(tmp_path / "platforms" / "bazaar" / "listing.json", PLATFORM)
    put(tmp_path / "a.json", product(title="More than nine", platforms={"bazaar": {}}))
    assert check(cwd=tmp_path).rules == ["title/max-length"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"src": ""}', '{"width": 3}', "\x00"])
def test_facts_about_pictures_are_refused_in_one_sentence_if_they_are(tmp_path, content):
    put(tmp_path / "listlint.toml", "[images]\nfacts = 'facts.jsonl'\n")
    put(tmp_path / "facts.jsonl", content)
    put(tmp_path / "a.json", product(images=["1.jpg", "2.jpg", "3.jpg"]))
    done = listlint("check", cwd=tmp_path)
    assert done.code == (2 if content else 1)
    assert ("facts.jsonl:1" in done.err) is bool(content)


@pytest.mark.parametrize("content", ["", "{", "5", '{"x": [}', "\x00"])
def test_a_category_answer_is_refused_in_one_sentence_if_it_is_broken(tmp_path, content):
    put(tmp_path / "listlint.toml", "[platforms.dhgate]\ncategories = 'answer.json'\n")
    put(tmp_path / "answer.json", content)
    put(tmp_path / "a.json", product())
    done = listlint("check", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "answer.json" in done.err
    assert done.err.count("\n") == 1


# Pictures -----------------------------------------------------------------------------------------

JPEG = picture("jpeg", 800, 800)
BOMB = b"".join(
    struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    for kind, body in (
        (b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes(1_000_000))),
        (b"IEND", b""),
    )
)
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize 345678\n".format(
    digest="ab" * 32
)

# what is wrong: content of bad.jpg (None: there is none), the rule that tells it
PICTURES = {
    "it is missing": (None, "images/missing-file"),
    "it is cut off": (JPEG[: len(JPEG) // 2], "images/unreadable"),
    "it has another name than its format": (picture("png", 800, 800), "images/format"),
    "it is a bomb": (b"\x89PNG\r\n\x1a\n" + BOMB, "images/unreadable"),
    "it is empty": (b"", "images/unreadable"),
    "it is no picture": (b"%PDF-1.7 of a kind", "images/unreadable"),
    "it is a web page": (b"<html>Not found</html>", "images/unreadable"),
    "it is noise": (bytes(range(256)) * 40, "images/unreadable"),
    "it is damaged": (JPEG[:400] + b"\xff" * 400 + JPEG[800:], "images/unreadable"),
}


@pytest.mark.parametrize(("content", "rule"), PICTURES.values(), ids=PICTURES)
def test_a_bad_picture_is_one_finding_and_all_else_is_linted(tmp_path, content, rule):
    for number in (1, 2):
        put(tmp_path / f"{number}.jpg", picture("jpeg", 800, 800, seed=number))
    if content is not None:
        put(tmp_path / "bad.jpg", content)
    put(tmp_path / "a.jsonl", [product(images=["1.jpg", "2.jpg", "bad.jpg"]), MUG])
    done = check(cwd=tmp_path)
    about = [each for each in done.messages if each["extra"]["pointer"] == "/images/2"]
    assert rule in [each["ruleId"] for each in about]
    assert {each["ruleId"] for each in about} <= {rule, "images/extension", "images/format"}
    assert len(done.of("title/max-length")) == 1
    assert done.code == 1


def test_a_picture_of_any_size_takes_no_memory(tmp_path):
    with (tmp_path / "bad.jpg").open("wb") as file:
        file.write(JPEG)
        file.truncate(40 * 1024**3)  # a sparse file: it takes no room on the disk
    put(tmp_path / "a.json", product(images=["bad.jpg"]))
    assert "images/unreadable" in check(cwd=tmp_path).rules


def linked(folder: Path, target: str) -> None:
    (folder / "catalog" / "bad.jpg").symlink_to(target)


OUTSIDE = {
    "a path upward": (lambda folder: None, "../secret.jpg"),
    "a path upward and back": (lambda folder: None, "../../secret.jpg"),
    "an absolute path": (lambda folder: None, "/dev/zero"),
    "a file address": (lambda folder: None, "file:///etc/hostname"),
    "a path of Windows": (lambda folder: None, "C:\\secret.jpg"),
    "an escaped path upward": (lambda folder: None, "..%2Fsecret.jpg"),
    "a link that leads out": (lambda folder: linked(folder, "../secret.jpg"), "bad.jpg"),
    "a link to a device": (lambda folder: linked(folder, "/dev/zero"), "bad.jpg"),
    "a pipe": (lambda folder: os.mkfifo(folder / "catalog" / "bad.jpg"), "bad.jpg"),
}


@pytest.mark.skipif(os.name == "nt", reason="links and devices of POSIX")
@pytest.mark.parametrize(("prepare", "src"), OUTSIDE.values(), ids=OUTSIDE)
def test_a_picture_outside_the_catalog_is_not_opened(tmp_path, prepare, src):
    put(tmp_path / "secret.jpg", JPEG)
    for number in (1, 2):
        put(tmp_path / "catalog" / f"{number}.jpg", picture("jpeg", 800, 800, seed=number))
    put(tmp_path / "catalog" / "a.json", product(images=["1.jpg", "2.jpg", src]))
    prepare(tmp_path)
    opened = []
    unhook = hooked(opened)
    try:
        done = check(cwd=tmp_path / "catalog")
    finally:
        unhook()
    assert done.rules == ["images/outside-catalog"]
    assert done.messages[0]["extra"]["pointer"] == "/images/2"
    assert not [path for path in opened if "secret" in path or path.startswith("/dev/zero")]
    assert not [path for path in opened if path.endswith("bad.jpg")]


_watched: list[list[str]] = []


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and _watched:
        _watched[-1].append(os.fsdecode(arguments[0]) if _is_path(arguments[0]) else "")


def _is_path(value: object) -> bool:
    return isinstance(value, str | bytes | os.PathLike)


sys.addaudithook(_audit)  # an audit hook cannot be taken away again; it watches when asked


def hooked(opened: list[str]):
    _watched.append(opened)
    return _watched.pop


ADDRESSES = [
    "https://pictures.example/1.jpg",
    "http://169.254.169.254/latest/meta-data/",
    "//pictures.example/1.jpg",
    "HTTPS://PICTURES.EXAMPLE/1.JPG",
    "https://[::1]/1.jpg",
    "https://",
    "data:image/jpeg;base64,AAAA",
    "ftp://pictures.example/1.jpg",
]


def test_no_address_is_fetched(tmp_path):
    put(tmp_path / "a.json", product(images=ADDRESSES, detail_images=ADDRESSES))
    with without_network():
        done = check(cwd=tmp_path)
    assert done.code in (0, 1)
    assert not done.of("internal-error")


def test_pointers_of_git_lfs_are_no_broken_pictures_and_are_counted_once(tmp_path):
    for number in (1, 2, 3):
        put(tmp_path / f"{number}.jpg", POINTER.replace("ab", f"a{number}"))
    three = ["1.jpg", "2.jpg", "3.jpg"]
    put(tmp_path / "a.jsonl", [product(id="A", images=three), product(id="B", images=three)])
    put(tmp_path / "b.json", product(id="C", images=three))
    done = check(cwd=tmp_path)
    assert (done.code, done.messages) == (0, [])
    assert done.err.startswith("info: 3 pictures are Git LFS pointers")
    assert done.err.count("\n") == 1
    assert check("--require-images", cwd=tmp_path).code == 2


def test_the_size_and_digest_of_a_pointer_serve_as_facts(tmp_path):
    put(tmp_path / "1.jpg", POINTER)
    put(tmp_path / "2.jpg", POINTER)
    put(tmp_path / "3.jpg", POINTER.replace("345678", "99345678").replace("ab", "cd"))
    put(tmp_path / "a.json", product(images=["1.jpg", "2.jpg", "3.jpg"]))
    told = [(each["ruleId"], each["extra"]["pointer"]) for each in check(cwd=tmp_path).messages]
    assert told == [("images/duplicate", "/images/1"), ("images/file-size", "/images/2")]


# Rules that fail ----------------------------------------------------------------------------------

RULE = '''"""A rule of a test.

It fails, or says what cannot be said.
"""
from listlint import Finding, pattern, rule

@rule(on="title", level="error", messages={{"m": "It is {{word}}."}}, examples=[])
def check(title, listing, options):
    {body}
'''

BODIES = {
    "it raises": "raise ValueError('no luck')",
    "it raises without words": "raise RecursionError",
    "it raises many words": "raise ValueError('no\\n\\x1b[31mluck {} ' * 99)",
    "it is told to end the run": "import sys; sys.exit(0)",
    "it returns nothing to go through": "return None",
    "it yields no finding": "yield 5",
    "it yields an undeclared message": "yield title.finding('other', word=1)",
    "it yields a message without its data": "yield title.finding('m')",
    "it yields no data": "yield Finding('m', ('title',), 'value', None)",
    "it yields a text that is none": "yield Finding('m', ('title',), 'value', {'word': 1}, 7)",
    "it yields a pointer that is none": "yield Finding('m', 7, 'value', {'word': 1})",
    "it yields data that cannot travel": (
        "yield title.finding('m', word=object(), brand=object(), kind={1})"
    ),
}


def with_rule(folder: Path, body: str) -> Path:
    put(folder / "listlint.toml", "rule-folders = ['rules']\n")
    put(folder / "rules" / "acme" / "fails.py", RULE.format(body=body))
    return folder


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_rule_that_fails_is_a_finding_and_all_else_goes_on(tmp_path, body):
    with_rule(tmp_path, body)
    put(tmp_path / "a.jsonl", [product(id="A", title=LONG), product(id="B", title=LONG)])
    done = check(cwd=tmp_path)
    assert done.code == 2
    crashes = done.of("internal-error")
    assert [each["extra"]["product"] for each in crashes] == ["A", "B"]
    for each in crashes:
        assert "acme/fails" in each["message"]
        assert each["message"].isprintable()
        assert len(each["message"]) <= 200
    assert len(done.of("title/max-length")) == 2


MODULES = {
    "cannot be parsed": "def (",
    "imports what is not there": "import nonesuch",
    "raises": "raise KeyError('x')",
    "ends the run": "import sys; sys.exit(0)",
    "holds no rule": "x = 1",
    "holds two": RULE.format(body="return ()") + "other = check._replace(name='acme/other')\n",
    "has an unknown level": RULE.format(body="return ()").replace('"error"', '"fatal"'),
    "applies to nothing": RULE.format(body="return ()").replace('"title"', '"titel"'),
    "has a trigger that cannot be read": RULE.format(body="return ()").replace(
        'on="title"', 'on="title", when=pattern("(")'
    ),
    "has a trigger that looks ahead": RULE.format(body="return ()").replace(
        'on="title"', 'on="title", when=pattern("(?=x)")'
    ),
    "has the name of another rule": RULE.format(body="return ()").replace(
        'on="title"', 'on="title", name="title/year"'
    ),
}


@pytest.mark.parametrize("text", MODULES.values(), ids=MODULES)
def test_a_file_of_rules_is_refused_in_one_sentence_if_it(tmp_path, text):
    with_rule(tmp_path, "")
    put(tmp_path / "rules" / "acme" / "fails.py", text)
    put(tmp_path / "a.json", product())
    done = listlint("check", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "fails.py" in done.err
    assert done.err.count("\n") == 1


# Writing ------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")
def test_on_a_full_disk_the_old_report_stays(tmp_path):
    import resource

    put(tmp_path / "old.json", "old")
    put(tmp_path / "a.jsonl", [product(id=str(number), title=LONG) for number in range(300)])

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))

    done = subprocess.run(
        command("check", "-f", "json", "-o", "old.json"), cwd=tmp_path,
        env=environment({"PYTHONDONTWRITEBYTECODE": "1"}), preexec_fn=no_room,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "old.json" in done.stderr
    assert done.stderr.count("\n") == 1
    assert (tmp_path / "old.json").read_text("utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "old.json"]


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_a_report_is_written_through_a_link(tmp_path):
    put(tmp_path / "a.json", product())
    put(tmp_path / "real.json", "old")
    (tmp_path / "link.json").symlink_to("real.json")
    assert listlint("check", "a.json", "-f", "json", "-o", "link.json", cwd=tmp_path).code == 0
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text("utf-8"))


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_report_is_written_into_a_pipe(tmp_path):
    put(tmp_path / "a.json", product())
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert listlint("check", "a.json", "-f", "json", "-o", "pipe", cwd=tmp_path).code == 0
        assert json.loads(os.read(reader, 1 << 20))
    finally:
        os.close(reader)
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.skipif(os.name == "nt", reason="as a shell of POSIX does")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_is_no_traceback(tmp_path, closed):
    put(tmp_path / "a.json", product())
    path = "-" if closed == "<&-" else "a.json"
    line = f'exec "$@" {closed}'
    done = subprocess.run(
        ["sh", "-c", line, "sh", *command("check", path)], cwd=tmp_path, env=environment(),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 2)
    assert "Traceback" not in done.stderr


# Any bytes, any values ----------------------------------------------------------------------------

SLOW = settings(deadline=None, suppress_health_check=list(HealthCheck))
PIECES = [
    b"{", b"}", b"[", b"]", b",", b":", b'"', b"\\", b"\n", b"\r", b" ", b"\0", b"\xff", b"'",
    b"\xef\xbb\xbf", b"\xfe\xff", b"\xed\xa0\x80", b"\\ud83d", b"\\u0022", b"\xe4\xb8", b"//",
    b"null", b"NaN", b"1e999", b"-", b"0", b"12", b"true", b'"title"', b'"id"', "中".encode(),
    b'"platforms":{"dhgate":{}}', b'"images":["a.jpg"]', b'{"title":"Mug","title":"Cup"}',
    b'{"title":"x","brand":5,"platforms":{"dhgate":{}}}',
]  # fmt: skip


@SLOW
@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map(b"".join) | st.binary(max_size=40),
    st.sampled_from(["a.json", "a.jsonl", "package.json"]),
)
def test_no_bytes_make_it_fail_or_pass_for_clean(data, name):
    one = part(data, name)
    catalog = merged([(one, linter().lint(one))])
    told = [each for result in catalog.results for each in result.messages]
    assert "internal-error" not in [each.rule for each in told]
    for each in told:
        assert 1 <= each.line <= each.end_line
        assert (each.line, each.column) <= (each.end_line, each.end_column)
    if name == "a.json":
        assert told or catalog.counts.products
    rendered(catalog, stdin=data)


@SLOW
@given(any_kind)
def test_no_product_makes_it_fail(one):
    data = text_of(one)
    for each in found(data):
        assert each.rule != "internal-error", each.message
        assert (each.line, each.column) < (each.end_line, each.end_column)
        assert 0 <= each.start < each.end <= len(data)


@SLOW
@given(st.lists(any_kind | anything, max_size=3))
def test_no_products_make_a_report_fail(products):
    data = text_of(products)
    one = part(data)
    reports = rendered(merged([(one, linter().lint(one))]), stdin=data)
    for name, text in zip(("json", "json-with-metadata"), reports.split(b"\f")[2:4], strict=True):
        assert json.loads(text) is not None, name


@pytest.mark.parametrize(
    "fields",
    [
        {"images": [{"src": ""}]},
        {"images": [{"src": 5}]},
        {"images": [{"alt": "x"}, None, 5, "a.jpg"]},
        {"detail_images": [{"src": None}]},
        {"attributes": {"38": None}},
        {"attributes": {"": None}},
        {"variants": [{"options": {"38": None, "": []}}]},
        {"platforms": {"": {"attributes": []}, "dhgate": {}}},
        {"platforms": {"38": {"title": 5}, "dhgate": {"attributes": {"0": {}}}}},
        {"title": "\x1f mug \x1f +86 138 0013 8000 \x1f"},
        {"price": {"amount": "9" * 400}},
        {"stock": 10**300},
        {"$schema": 5},
        {"id": "\ud83d"},
    ],
    ids=repr,
)
def test_odd_products_are_judged(fields):
    data = json.dumps(product(**fields)).encode()
    assert "internal-error" not in [each.rule for each in found(data)]


@pytest.mark.parametrize("platforms", ["dhgate", ["dhgate"], 5, None, True])
def test_platforms_of_a_wrong_type_are_told_as_that(tmp_path, platforms):
    put(tmp_path / "a.json", product() | {"platforms": platforms})
    assert "platforms/type" in check(cwd=tmp_path).rules
    assert "platforms/type" in check("--platform", "dhgate", cwd=tmp_path).rules


LONG_TEXTS = [
    {"gtin": "x" * 300},
    {"gtin": "4" * 300},
    {"brand": "N/A" + " " * 300},
    {"variants": [{"id": "x" * 300}, {"id": "y" * 300}]},
    {"variants": [{"id": "x", "options": {"c" * 300: "d" * 300}}] * 2},
    {"attributes": {"a" * 300: "N/A"}},
    {"attributes": {"a" * 300: None}},
    {"custom_attributes": {"Brand": "x" * 300, "brand": "y" * 300}},
    {"t" * 300: 1},
    {"platforms": {"p" * 300: {}, "dhgate": {}}},
    {"images": ["p" * 300 + ".jpg", "../" * 100 + "x.jpg"]},
    {"keywords": ["&" * 300]},
    {"video": "https://" + "v" * 300},
    {"title": "free shipping " * 40},
    {"title": "best " + "b" * 300 + "@example.com"},
    {"description": "https://" + "d" * 300 + ".example.com <script src='" + "s" * 300 + "'>"},
    {"trade": {"mode": "m" * 300}},
    {"trade": {"mode": {"m": 1}}},
    {"images": [{"src": "a", "role": {"r": "x" * 300}}]},
    {"id": "i" * 300, "title": 5},
]


@pytest.mark.parametrize("fields", LONG_TEXTS, ids=lambda fields: "-".join(fields)[:20])
def test_no_message_is_longer_than_200_characters(fields):
    data = text_of([product(**fields), product(**fields)])
    told = found(data)
    assert told
    assert [each.rule for each in told if len(each.message) > 200] == []
    assert [each.message for each in told if "{'" in each.message] == []
