"""The command line: what a run returns, what it prints and where, for each situation."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import jsonschema
import pytest
from commandline import (
    ROOT,
    check,
    command,
    environment,
    lines,
    listlint,
    product,
    put,
    spawned,
)

from listlint.registry import built_in
from listlint.version import __version__

LONG = "x" * 150
YEAR = "Steel travel mug new 2024"

FILES = {
    "clean.json": product(),
    "error.json": product(id="E", title=LONG),
    "warning.json": product(id="W", title=YEAR),
    "two.json": [product(id="W1", title=YEAR), product(id="W2", title=YEAR)],
    "info.json": product(id="I", title=YEAR),
    "broken.json": '{"title": ',
    "other.json": {"name": "no product"},
    "nowhere.json": product(id="N", platforms=None),
    "strange.json": product(id="S", platforms={"dhgat": {}}),
    "empty/README.md": "",
    "list.jsonl": lines(product(id="L1"), product(id="L2", title=LONG)),
    "crash.toml": "rule-folders = ['rules']\n",
    "info.toml": "[rules]\n'title/year' = 'info'\n",
    "typo.toml": "default-platform = ['dhgate']\n",
    "rules/acme/crash.py": (
        '"""It fails.\n\nAlways.\n"""\nfrom listlint import rule\n\n\n'
        '@rule(on="title", level="warn", messages={}, examples=[])\n'
        'def check(title, listing, options):\n    raise RuntimeError("no luck")\n'
    ),
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shop")
    for name, content in FILES.items():
        put(folder / name, content)
    return folder


# situation: arguments of check, exit code, what standard error says ("" for nothing)
SITUATIONS = {
    "nothing is found": ("clean.json", 0, ""),
    "an error is found": ("error.json", 1, ""),
    "an error is found in a line": ("list.jsonl", 1, ""),
    "only a warning is found": ("warning.json", 0, ""),
    "only an info is found": ("info.json -c info.toml --max-warnings 0", 0, ""),
    "there are as many warnings as are allowed": ("two.json --max-warnings 2", 0, ""),
    "there are more warnings than are allowed": ("two.json --max-warnings 1", 1, "2 warnings"),
    "quiet hides warnings and counts them still": ("two.json --quiet --max-warnings 1", 1, "2 w"),
    "a rule is made an error": ("warning.json --rule title/year=error", 1, ""),
    "a rule is switched off": ("error.json --rule title/max-length=off", 0, ""),
    "a family is switched off": ("warning.json --rule title/*=off --max-warnings 0", 0, ""),
    "findings are asked not to fail": ("error.json --exit-zero", 0, ""),
    "too many warnings are asked not to fail": ("two.json --max-warnings 0 --exit-zero", 0, ""),
    "a file is broken": ("broken.json", 1, ""),
    "a file is broken among others": ("broken.json clean.json", 1, ""),
    "a named file holds no product": ("other.json", 1, ""),
    "a walked folder holds no product": ("empty", 2, "no product was judged"),
    "a product names no platform": ("nowhere.json", 1, ""),
    "it is told which platform": ("nowhere.json --platform dhgate", 0, ""),
    "a platform has another name too": ("nowhere.json --platform dhgate.com", 0, ""),
    "a product names an unknown platform only": ("strange.json", 2, "no platform that is known"),
    "an unknown platform is named and a known one": ("strange.json --platform dhgate", 0, ""),
    "a rule fails": ("clean.json -c crash.toml", 2, ""),
    "a rule fails and all is forgiven": ("clean.json -c crash.toml --exit-zero", 2, ""),
    "nothing judged is not forgiven": ("empty --exit-zero", 2, "no product was judged"),
    "what cannot be read as JSON is not clean, whatever its level": (
        "broken.json --rule json/syntax=warn",
        2,
        "no product was judged",
    ),
    "an option is unknown": ("--plattform dhgate", 2, "--platform"),
    "a platform is unknown": ("--platform dhgat", 2, "'dhgate'"),
    "a rule is unknown": ("--rule titel/year=off", 2, "'title/year'"),
    "a family is unknown": ("--rule titel/*=off", 2, "'title/*'"),
    "a level is unknown": ("--rule title/year=warning", 2, "off, info, warn or error"),
    "a rule has no level": ("--rule title/year", 2, "NAME=LEVEL"),
    "a format is unknown": ("-f jsn", 2, "'json'"),
    "a configuration key is unknown": ("-c typo.toml", 2, "'default-platforms'"),
    "a configuration is missing": ("-c nowhere.toml", 2, "nowhere.toml"),
    "a file is missing": ("claen.json", 2, "clean.json"),
    "a pattern matches nothing": ("nothing*.json", 2, "nothing*.json"),
    "a pattern may match nothing": (
        "nothing*.json clean.json --no-error-on-unmatched-pattern",
        0,
        "",
    ),
    "a missing file is not forgiven": ("claen.json --exit-zero", 2, "clean.json"),
    "a day does not exist": ("--as-of 2026-02-30", 2, "2026-02-30"),
    "a number of jobs is none": ("--jobs 0", 2, "whole number"),
    "a number of jobs is a word": ("--jobs many", 2, "whole number"),
    "a number of warnings is negative": ("--max-warnings -1", 2, "--max-warnings"),
    "a pointer is none": ("clean.json --products items", 2, "/items"),
    "a pointer leads nowhere": ("clean.json --products /items", 2, "/items"),
    "-o goes with two formats": ("clean.json -f json -f jsonl -o out.txt", 2, "-o goes with one"),
    "-o goes with a format that has its file": ("clean.json -f json=a.json -o b.json", 2, "-o"),
    "two formats go to standard output": ("clean.json -f json -f jsonl", 2, "standard output"),
    "a format has an empty file": ("clean.json -f json=", 2, "NAME=FILE"),
    "a report goes to a folder that is not there": (
        "clean.json -o nowhere/out.txt",
        2,
        "nowhere/out.txt: No such file",
    ),
    "a report goes to a folder itself": ("clean.json -o empty", 2, "empty: Is a directory"),
}


@pytest.mark.parametrize(("asked", "code", "told"), SITUATIONS.values(), ids=SITUATIONS)
def test_the_exit_code_where(shop, asked, code, told):
    done = listlint("check", *asked.split(), cwd=shop)
    assert done.code == code, done
    assert told in done.err
    assert "Traceback" not in done.err
    if not told:
        assert done.err == ""


@pytest.mark.parametrize(
    "asked",
    [asked for asked, code, _ in SITUATIONS.values() if code == 2],
)
def test_nothing_but_findings_is_forgiven(shop, asked):
    assert listlint("check", *asked.split(), "--exit-zero", cwd=shop).code == 2


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        ("", 2, "Usage"),
        ("chek", 2, "check"),
        ("explain titel/year", 2, "'title/year'"),
        ("platforms dhgat", 2, "'dhgate'"),
        ("schema dhgat", 2, "'dhgate'"),
        ("config", 2, "FILE"),
        ("rules -c typo.toml", 2, "'default-platforms'"),
        ("rules extra", 2, "extra"),
    ],
)
def test_every_command_tells_what_is_wrong_in_a_sentence(shop, asked, code, told):
    done = listlint(*asked.split(), cwd=shop)
    assert (done.code, done.out) == (code, "")
    assert told in done.err


def test_an_unexpected_error_is_no_finding(shop, monkeypatch):
    def fail(*arguments, **named):
        raise RuntimeError("out of luck")

    monkeypatch.setattr("listlint.checking.run", fail)
    done = listlint("check", "clean.json", cwd=shop)
    assert done.code == 2
    assert "out of luck" in done.err


def test_an_unexpected_error_is_one_sentence_and_the_traceback_is_for_who_asks(shop, monkeypatch):
    def fail(*arguments, **named):
        raise RuntimeError("out\n\x1b[31m of luck " * 99)

    monkeypatch.setattr("listlint.checking.run", fail)
    plain = listlint("check", "clean.json", cwd=shop)
    assert (plain.code, plain.err.count("\n")) == (2, 1)
    assert "RuntimeError: out [31m of luck" in plain.err
    assert len(plain.err) < 400
    asked = listlint("check", "clean.json", cwd=shop, env={"LISTLINT_DEBUG": "1"})
    assert (asked.code, asked.out) == (2, "")
    assert asked.err.startswith("Traceback")


def test_an_interruption_is_no_finding(shop, monkeypatch):
    def stop(*arguments, **named):
        raise KeyboardInterrupt

    monkeypatch.setattr("listlint.checking.run", stop)
    done = listlint("check", "clean.json", cwd=shop)
    assert done.code == 130
    assert "Traceback" not in done.err


# What is looked at -----------------------------------------------------------------------------


def test_without_a_path_the_working_directory_is_walked(tmp_path):
    put(tmp_path / "a.json", product(title=LONG))
    put(tmp_path / "deep" / "er" / "b.jsonl", [product(id="B", title=LONG)])
    assert [result["filePath"] for result in check(cwd=tmp_path).results] == [
        str(tmp_path / "a.json"),
        str(tmp_path / "deep/er/b.jsonl"),
    ]


def test_what_holds_no_product_is_passed_over_in_a_folder_and_counted(tmp_path):
    put(tmp_path / "a.json", product())
    put(tmp_path / "package.json", "{broken")
    put(tmp_path / "settings.json", {"theme": "dark"})
    done = listlint("check", cwd=tmp_path)
    assert done.code == 0
    assert "2 JSON files without a product" in done.out


@pytest.mark.parametrize("named", [["-"], ["-", "--stdin-filename", "mugs.json"]])
def test_standard_input_is_linted(tmp_path, named):
    done = check(*named, cwd=tmp_path, stdin=json.dumps(product(title=LONG)).encode())
    assert done.code == 1
    assert done.rules == ["title/max-length"]
    [result] = done.results
    expected = "<text>" if len(named) == 1 else str(tmp_path / "mugs.json")
    assert result["filePath"] == expected


def test_standard_input_is_linted_as_the_file_that_it_is_said_to_be(tmp_path):
    put(tmp_path / "shop" / "listlint.toml", "[rules]\n'title/max-length' = 'off'\n")
    put(tmp_path / "shop" / "pictures" / "1.jpg", b"no picture")
    given = json.dumps(product(title=LONG, images=["pictures/1.jpg"] * 3)).encode()
    plain = check("-", cwd=tmp_path, stdin=given)
    assert {"title/max-length", "images/missing-file"} <= set(plain.rules)
    named = check("-", "--stdin-filename", "shop/mugs.json", cwd=tmp_path, stdin=given)
    assert "title/max-length" not in named.rules
    assert "images/unreadable" in named.rules


def test_standard_input_may_hold_json_lines(tmp_path):
    given = lines(product(id="A"), product(id="B", title=LONG))
    assert [each["line"] for each in check("-", cwd=tmp_path, stdin=given).messages] == [2]


def test_standard_input_is_shown_beside_files_each_with_its_own_source(tmp_path):
    put(tmp_path / "a.json", product(id="A", title="of the file " + LONG))
    given = json.dumps(product(id="B", title="of the input " + LONG)).encode()
    done = listlint("check", "-", "a.json", "-f", "full", cwd=tmp_path, stdin=given)
    before, after = done.out.split("a.json:")
    assert "of the input" in before
    assert "of the file" in after
    assert "of the input" not in after


def test_standard_input_stands_in_for_the_file_that_it_is_said_to_be(tmp_path):
    put(tmp_path / "a.json", product(title=LONG))
    given = json.dumps(product()).encode()
    done = check("-", "a.json", "--stdin-filename", "a.json", cwd=tmp_path, stdin=given)
    assert (done.code, len(done.results)) == (0, 1)


def test_standard_input_without_a_name_is_no_file_of_the_folder(tmp_path):
    put(tmp_path / "stdin.json", product(title=LONG))
    given = json.dumps(product(id="OTHER")).encode()
    shown = [result["filePath"] for result in check("-", ".", cwd=tmp_path, stdin=given).results]
    assert shown == ["<text>", str(tmp_path / "stdin.json")]


@pytest.mark.parametrize(
    ("options", "linted"),
    [
        ([], {"kept", "named"}),
        (["--force-exclude"], {"kept"}),
        (["--ignore-pattern", "kept.json"], {"named"}),
        (["--no-ignore"], {"kept", "named", "old"}),
    ],
)
def test_what_is_excluded_is_passed_over(tmp_path, options, linted):
    put(tmp_path / "listlint.toml", "exclude = ['named.json', 'old']\n")
    for name in ("kept", "named", "old/old"):
        put(tmp_path / f"{name}.json", product(id=name, title=LONG))
    done = check(".", "named.json", *options, cwd=tmp_path)
    assert {os.path.basename(each["extra"]["product"]) for each in done.messages} == linted  # noqa: PTH119  # an id


def test_products_of_any_place_are_found_where_they_are_said_to_lie(tmp_path):
    put(tmp_path / "feed.json", {"data": {"items": [product(), product(id="B", title=LONG)]}})
    assert check("feed.json", cwd=tmp_path).rules == ["schema/not-a-product"]
    [told] = check("feed.json", "--products", "/data/items", cwd=tmp_path).messages
    assert told["extra"]["pointer"] == "/data/items/1/title"


def test_a_picture_list_may_be_required_to_be_here(tmp_path):
    pointer = (
        b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"0" * 64 + b"\nsize 12345\n"
    )
    put(tmp_path / "a.json", product(images=["1.jpg", "2.jpg", "3.jpg"]))
    for number in (1, 2, 3):
        put(tmp_path / f"{number}.jpg", pointer.replace(b"0" * 64, str(number).encode() * 64))
    done = listlint("check", cwd=tmp_path)
    assert done.code == 0
    assert done.err.count("3 ") == 1
    assert listlint("check", "--require-images", cwd=tmp_path).code == 2


# Settings ----------------------------------------------------------------------------------------

OVERRIDES = {
    "of a file": ("files = ['old/*.json']", ["old", "sale"]),
    "of a product": ("ids = ['ol?']", ["old"]),
    "of a place": ("pointers = ['/title']", ["new", "old", "sale"]),
    "of another place": ("pointers = ['/description']", []),
    "of a platform": ("platforms = ['dhgate']", ["new", "old", "sale"]),
    "of a file and a product": ("files = ['old/*.json']\nids = ['sale']", ["sale"]),
}


@pytest.mark.parametrize(("condition", "spared"), OVERRIDES.values(), ids=OVERRIDES)
@pytest.mark.parametrize("rule", ["title/max-length", "title/year"])
def test_an_override_holds_for_the_findings(tmp_path, condition, spared, rule):
    put(tmp_path / "listlint.toml", f"[[overrides]]\n{condition}\nrules = {{ '{rule}' = 'off' }}\n")
    title = "Steel mug new 2024 " + "mug and cup " * 12
    put(tmp_path / "new.json", product(id="new", title=title))
    put(tmp_path / "old" / "all.json", [product(id=each, title=title) for each in ("old", "sale")])
    told = {each["extra"]["product"] for each in check(cwd=tmp_path).of(rule)}
    assert told == {"new", "old", "sale"} - set(spared)


@pytest.mark.parametrize(("condition", "spared"), OVERRIDES.values(), ids=OVERRIDES)
def test_an_override_holds_for_what_product_json_refuses(tmp_path, condition, spared):
    rules = "rules = { 'title/type' = 'off', 'schema/unknown-field' = 'off' }"
    put(tmp_path / "listlint.toml", f"[[overrides]]\n{condition}\n{rules}\n")
    put(tmp_path / "new.json", product(id="new", title=5, titel=5))
    put(
        tmp_path / "old" / "all.json",
        [product(id=each, title=5, titel=5) for each in ("old", "sale")],
    )
    told = {each["extra"]["product"] for each in check(cwd=tmp_path).of("title/type")}
    assert told == {"new", "old", "sale"} - set(spared)
    if "/title" not in condition:  # the unknown field stands elsewhere
        told = {each["extra"]["product"] for each in check(cwd=tmp_path).of("schema/unknown-field")}
        assert told == {"new", "old", "sale"} - set(spared)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("json/duplicate-key", '{"id": "A", "mpn": "1", "mpn": "2", '),
        ("schema/no-platform", '{"id": "A", '),
    ],
)
def test_an_override_of_a_product_holds_for_findings_of_no_platform(tmp_path, rule, text):
    rest = json.dumps(product(id=None, platforms=None if "no-platform" in rule else {"dhgate": {}}))
    put(tmp_path / "a.json", text + rest[1:])
    assert check(cwd=tmp_path).rules == [rule]
    put(tmp_path / "listlint.toml", f"[[overrides]]\nids = ['A']\nrules = {{ '{rule}' = 'off' }}\n")
    assert check(cwd=tmp_path).rules == []


def test_a_level_for_one_platform_holds_for_what_product_json_refuses(tmp_path):
    put(tmp_path / "listlint.toml", "[platforms.dhgate.rules]\n'title/type' = 'warn'\n")
    put(tmp_path / "a.json", product(title=5))
    assert [each["extra"]["level"] for each in check(cwd=tmp_path).messages] == ["warn"]


def test_a_walked_file_without_the_place_of_products_is_passed_over(tmp_path):
    put(tmp_path / "listlint.toml", "products = '/items'\n")
    put(tmp_path / "feed.json", {"items": [product()]})
    put(tmp_path / "package.json", {"name": "shop"})
    put(tmp_path / "settings.json", {"theme": "dark"})
    done = listlint("check", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "2 JSON files without a product" in done.out
    named = listlint("check", "settings.json", cwd=tmp_path)
    assert named.code == 2
    assert "/items" in named.err


def test_a_place_of_products_that_no_file_of_a_folder_has_is_told(tmp_path):
    put(tmp_path / "feed.json", {"items": [product()]})
    done = listlint("check", "--products", "/itmes", cwd=tmp_path)
    assert done.code == 2
    assert "no product was judged; there is nothing at /itmes, where --products" in done.err
    assert "did you mean 'items'?" in done.err


def test_an_override_of_a_product_holds_for_rules_across_products(tmp_path):
    put(
        tmp_path / "listlint.toml",
        "[[overrides]]\nids = ['A']\nrules = { 'catalog/duplicate-id' = 'warn' }\n",
    )
    put(tmp_path / "a.jsonl", [product(id=each) for each in "AABB"])
    levels = [
        (each["extra"]["product"], each["extra"]["level"])
        for each in check(cwd=tmp_path).of("catalog/duplicate-id")
    ]
    assert levels == [("A", "warn"), ("B", "error")]


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("'images/max-items' = { limit = 'ten' }", "limit"),
        ("'images/max-items' = { limit = -1 }", "limit"),
        ("'images/max-items' = { limit = 2.5 }", "limit"),
        ("'images/max-items' = { limit = true }", "limit"),
        ("'images/max-items' = { limti = 10 }", "limti"),
        ("'brand/required' = { limit = 1 }", "limit"),
        ("'video/pattern' = { limit = '(' }", "limit"),
        ("'title/year' = { limit = 1 }", "limit"),
        ("'title/keyword-stuffing' = { nonsense = 1 }", "nonsense"),
    ],
)
def test_an_option_that_cannot_be_is_told(tmp_path, setting, told):
    put(tmp_path / "listlint.toml", f"[rules]\n{setting}\n")
    put(tmp_path / "a.json", product())
    done = listlint("check", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert "listlint.toml:2" in done.err
    assert "Traceback" not in done.err


def test_config_shows_each_value_with_its_origin(tmp_path):
    put(
        tmp_path / "listlint.toml",
        "default-platforms = ['dhgate']\n[rules]\n'title/year' = 'off'\n",
    )
    done = listlint("config", "shop/any.json", cwd=tmp_path)
    assert done.code == 0
    assert 'default-platforms = ["dhgate"]  # listlint.toml' in done.out
    assert 'rules."title/year".level = "off"  # listlint.toml' in done.out
    assert "exclude = []  # default" in done.out


@pytest.mark.parametrize(
    ("arguments", "title"),
    [([], "Product"), (["dhgate"], "DHgate listing"), (["--config"], "Configuration of listlint")],
)
def test_schema_prints_a_json_schema(tmp_path, arguments, title):
    done = listlint("schema", *arguments, cwd=tmp_path)
    schema = json.loads(done.out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert (done.code, schema["title"]) == (0, title)


def test_rules_lists_every_rule(tmp_path):
    done = listlint("rules", cwd=tmp_path)
    assert done.code == 0
    assert [rule.name for rule in built_in() if rule.name not in done.out] == []


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("title/year", "year"),
        ("images/max-items", "8"),
        ("brand/required", "dhgate"),
        ("schema/unknown-field", "product JSON"),
    ],
)
def test_explain_tells_of_rules_and_of_limits(tmp_path, rule, told):
    done = listlint("explain", rule, cwd=tmp_path)
    assert done.code == 0
    assert rule in done.out
    assert told in done.out


def test_platforms_lists_them_and_tells_the_limits_of_one(tmp_path):
    assert "dhgate" in listlint("platforms", cwd=tmp_path).out
    page = listlint("platforms", "dhgate", cwd=tmp_path).out
    for limit in ("images/max-items", "title/max-length", "brand/required"):
        assert limit in page


# What is printed --------------------------------------------------------------------------------


def test_several_formats_in_one_run(shop, tmp_path):
    done = listlint(
        "check", "error.json", "-f", "stylish", "-f", f"json={tmp_path}/a.json",
        "-f", f"jsonl={tmp_path}/a.jsonl", "-f", f"github={tmp_path}/a.txt", cwd=shop,
    )  # fmt: skip
    assert done.code == 1
    assert "title/max-length" in done.out
    [result] = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert result["messages"][0]["ruleId"] == "title/max-length"
    assert json.loads((tmp_path / "a.jsonl").read_text("utf-8").splitlines()[0])
    assert (tmp_path / "a.txt").read_text("utf-8").startswith("::error")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "a.jsonl", "a.txt"]


def test_a_format_may_go_to_a_file_and_nothing_is_printed(shop, tmp_path):
    done = listlint("check", "error.json", "-f", "json", "-o", tmp_path / "out.json", cwd=shop)
    assert (done.code, done.out) == (1, "")
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))


def test_a_report_without_a_name_for_its_file_is_refused(shop):
    done = listlint("check", "clean.json", "-o", "", cwd=shop)
    assert (done.code, done.err) == (2, "listlint: -o names no file.\n")


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_a_report_keeps_who_may_read_it(shop, tmp_path):
    put(tmp_path / "out.json", "old").chmod(0o600)
    assert listlint("check", "clean.json", "-f", "json", "-o", tmp_path / "out.json", cwd=shop)
    assert (tmp_path / "out.json").stat().st_mode & 0o777 == 0o600
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")  # noqa: PTH110  # plain
def test_a_standard_output_that_is_full_is_told(shop):
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" >/dev/full', "sh", *command("check", "clean.json")],
        cwd=shop, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == "listlint: standard output: No space left on device.\n"


@pytest.mark.skipif(not os.path.exists("/dev/stdout"), reason="a name of POSIX")  # noqa: PTH110  # plain
def test_a_report_to_the_name_of_standard_output_is_added_to_what_is_there(shop, tmp_path):
    put(tmp_path / "log", "kept\n")
    with (tmp_path / "log").open("ab") as log:
        subprocess.run(
            command("check", "clean.json", "-f", "json", "-o", "/dev/stdout"),
            cwd=shop, env=environment(), stdout=log, check=True,
        )  # fmt: skip
    kept, report = (tmp_path / "log").read_text("utf-8").splitlines()
    assert (kept, len(json.loads(report))) == ("kept", 1)


def test_quiet_shows_errors_only(shop):
    done = listlint("check", "two.json", "error.json", "--quiet", cwd=shop)
    assert "title/max-length" in done.out
    assert "title/year" not in done.out


def test_statistics_count_the_findings_of_each_rule_on_standard_error(shop):
    done = listlint("check", "two.json", "error.json", "--statistics", cwd=shop)
    assert done.err == "2  title/year\n1  title/max-length\n"
    assert listlint("check", "clean.json", "--statistics", cwd=shop).err == ""


@pytest.mark.parametrize(
    ("environment_", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "", "NO_COLOR": ""}, False),
    ],
)
def test_colours_are_obeyed(shop, monkeypatch, environment_, coloured):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    done = listlint("check", "error.json", cwd=shop, env=environment_)
    assert ("\x1b[" in done.out) is coloured


def test_a_report_in_a_file_has_no_colours(shop, tmp_path):
    listlint("check", "error.json", "-o", tmp_path / "out", cwd=shop, env={"FORCE_COLOR": "1"})
    assert b"\x1b" not in (tmp_path / "out").read_bytes()


def test_json_is_valid_and_complete_where_a_rule_fails(shop):
    done = check("clean.json", "error.json", "-c", "crash.toml", cwd=shop)
    assert done.code == 2
    crashes = done.of("internal-error")
    assert [each["extra"]["product"] for each in crashes] == ["MUG-1", "E"]
    assert all("acme/crash" in each["message"] for each in crashes)
    assert len(done.of("title/max-length")) == 1


# As a user starts it -----------------------------------------------------------------------------


def test_the_version_is_told_and_nothing_heavy_is_imported(tmp_path):
    script = (
        "import sys; sys.argv = ['listlint', '--version']\n"
        "from listlint.__main__ import main\n"
        "try: main()\n"
        "finally: print(sorted(m for m in sys.modules if m.split('.')[0] in "
        "('PIL', 'orjson', 'jsonschema', 'jsonschema_rs', 'ahocorasick_rs', 'phonenumbers', "
        "'re2', 'pathspec', 'multiprocessing', 'tomllib', 'msgspec', 'stdnum')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment(), capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    assert done.stdout == f"listlint {__version__}\n[]\n"


def test_a_reader_that_leaves_is_no_error_and_no_finding(tmp_path):
    put(tmp_path / "many.jsonl", [product(id=str(number), title=LONG) for number in range(2000)])
    with subprocess.Popen(
        command("check", "many.jsonl", "-f", "jsonl"),
        cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        json.loads(process.stdout.readline())
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) != 2


def test_a_clean_catalog_is_clean_though_nobody_reads_the_report(tmp_path):
    put(tmp_path / "a.json", product())
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        command("check"), cwd=tmp_path, env=environment(), stdout=write, stderr=subprocess.PIPE,
        check=False,
    )  # fmt: skip
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_ends_it_without_a_traceback_and_leaves_the_old_report(tmp_path):
    put(tmp_path / "old.json", "old")
    # A rule that waits for the signal makes the moment sure.
    put(tmp_path / "listlint.toml", "rule-folders = ['rules']\n")
    put(
        tmp_path / "rules" / "acme" / "wait.py",
        '"""It waits.\n\nLong.\n"""\nimport pathlib, time\nfrom listlint import rule\n\n\n'
        '@rule(on="title", level="warn", messages={}, examples=[])\n'
        "def check(title, listing, options):\n"
        '    pathlib.Path("started").touch()\n    time.sleep(30)\n    return ()\n',
    )
    put(tmp_path / "shop" / "a.json", product())
    process = subprocess.Popen(
        command("check", "shop", "-f", "json", "-o", "old.json"),
        cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    while not (tmp_path / "started").exists() and process.poll() is None:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in out + err
    assert (tmp_path / "old.json").read_text("utf-8") == "old"
    assert not list(tmp_path.glob(".old*"))


def test_it_runs_as_a_user_starts_it(shop):
    done = spawned("check", "error.json", cwd=shop)
    assert done.code == 1
    assert "title/max-length" in done.out
    assert done.err == ""


def test_the_example_of_the_design_has_every_option():
    shown = listlint("check", "--help", cwd=ROOT).out
    asked = (
        "--platform --config --rule --products --as-of --format --output-file --quiet "
        "--max-warnings --statistics --exit-zero --jobs --stdin-filename --ignore-pattern "
        "--no-ignore --force-exclude --no-error-on-unmatched-pattern --require-images"
    )
    assert [option for option in asked.split() if option not in shown] == []
