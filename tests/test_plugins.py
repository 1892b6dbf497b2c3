"""Rules and platforms of users: a package, a folder, and lines of the configuration."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from commandline import Done, check, listlint, product, put, spawned

PLUGIN = Path(__file__).parent / "fixtures" / "plugin"
SOUK = "plugins = ['souk']\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A folder that the plugin is installed in, by pip, from a copy of its source."""
    folder = tmp_path_factory.mktemp("plugin")
    source = shutil.copytree(PLUGIN, folder / "source")
    done = subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation",
         "--no-index", "--disable-pip-version-check", "--target", folder / "site", source],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture
def souk(site, tmp_path, monkeypatch):
    """A catalog beside which the plugin is installed: for runs in this process."""
    monkeypatch.syspath_prepend(str(site))
    yield tmp_path
    for name in [name for name in sys.modules if name.partition(".")[0] == "souk_listlint"]:
        del sys.modules[name]


def shop(folder: Path, configuration: str = SOUK, **fields: Any) -> Path:
    put(folder / "listlint.toml", configuration)
    put(folder / "a.json", product(**fields))
    return folder


def told(done: Done) -> list[tuple[str, str, list[str]]]:
    return [
        (each["ruleId"], each["extra"]["pointer"], each["extra"]["platforms"])
        for each in done.messages
    ]


# A package ----------------------------------------------------------------------------------------


def test_an_installed_plugin_is_used_as_a_user_starts_listlint(site, tmp_path):
    shop(tmp_path, platforms={"souk": {}})
    path = os.pathsep.join([str(site), str(Path(__file__).parent.parent)])
    done = spawned("check", "-f", "json", cwd=tmp_path, env={"PYTHONPATH": path})
    assert told(done) == [
        ("title/max-words", "/title", ["souk"]),
        ("souk/round-price", "/price/amount", ["souk"]),
    ]
    assert done.code == 1
    assert done.messages[0]["extra"]["source"] == "What the elders of the souk say"


def test_its_rules_run_on_every_platform_and_its_platform_sets_their_options(souk):
    shop(souk, title="Steel mug", platforms={"souk": {}, "dhgate": {}})
    rounds = [
        (each["message"], each["extra"]["platforms"])
        for each in check(cwd=souk).of("souk/round-price")
    ]
    assert sorted(rounds) == [
        ("12.9 is not round. Write a multiple of 10.", ["souk"]),
        ("12.9 is not round. Write a multiple of 5.", ["dhgate"]),
    ]


def test_its_rules_across_products_meet(souk):
    put(souk / "listlint.toml", SOUK)
    price = {"amount": 10, "currency": "USD"}
    put(souk / "a.jsonl", [product(id=each, title="Steel mug", price=price) for each in "AB"])
    assert told(check(cwd=souk)) == [("souk/same-title", "/title", ["dhgate"])]


def test_its_rules_are_set_like_any(souk):
    shop(souk, SOUK + "[rules]\n'souk/round-price' = { level = 'error', step = 3 }\n")
    [each] = check(cwd=souk).messages
    assert (each["extra"]["level"], each["message"]) == (
        "error",
        "12.9 is not round. Write a multiple of 3.",
    )
    assert check("--rule", "souk/*=off", cwd=souk).messages == []
    assert "'souk/round-price'" in check("--rule", "souk/round-prices=off", cwd=souk).err


def test_its_rules_run_in_other_processes(site, souk, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(site))
    monkeypatch.setattr("listlint.run.CHUNK", 1)
    monkeypatch.setattr("listlint.run.BATCH", 1)
    put(souk / "listlint.toml", SOUK)
    put(souk / "a.jsonl", [product(id=each, title="Steel mug") for each in "AB"])
    one = check("--jobs", "1", cwd=souk)
    assert check("--jobs", "2", cwd=souk) == one
    assert len(one.messages) == 3


def test_its_platform_has_its_names(souk):
    shop(souk, title="Steel mug", platforms=None)
    for name in ("souk", "سوق"):
        assert {each for *_, each in map(_hashable, told(check("--platform", name, cwd=souk)))} == {
            ("souk",)
        }
    assert "souk" in listlint("platforms", cwd=souk).out


def _hashable(row: tuple[str, str, list[str]]) -> tuple[str, str, tuple[str, ...]]:
    return (*row[:2], tuple(row[2]))


def test_its_rules_have_pages(souk):
    shop(souk)
    assert "souk/round-price" in listlint("rules", cwd=souk).out
    page = listlint("explain", "souk/round-price", cwd=souk)
    assert page.code == 0
    assert "for coins are rare in a souk" in page.out


def test_a_plugin_may_bring_rules_alone(souk):
    shop(souk, "plugins = ['souk-object']\n")
    assert check(cwd=souk).rules == ["souk/round-price"]


def test_a_plugin_that_is_not_named_is_not_loaded(souk):
    shop(souk, "")
    assert check(cwd=souk).messages == []
    assert "souk_listlint" not in sys.modules


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("sook", "souk"),
        ("nothing-of-the-kind", "installed"),
        ("souk-raises", "closed on Fridays"),
        ("souk-missing", "nowhere"),
        ("souk-odd", "souk-odd"),
        ("souk-exits", "souk-exits"),
    ],
)
def test_a_plugin_that_cannot_be_used_is_one_sentence(souk, name, sentence):
    shop(souk, f"plugins = ['{name}']\n")
    done = listlint("check", cwd=souk)
    assert (done.code, done.out) == (2, "")
    assert name in done.err
    assert sentence in done.err
    assert done.err.count("\n") == 1


def test_the_rules_of_a_plugin_pass_the_tester(souk):
    from souk_listlint import rules

    from listlint.testing import check_rule

    for rule in rules:
        check_rule(rule)


# A folder -----------------------------------------------------------------------------------------

LOCAL = (PLUGIN / "souk_listlint" / "souk" / "round_price.py").read_text("utf-8")


def test_a_folder_of_rules_needs_no_installation(tmp_path):
    shop(tmp_path, "rule-folders = ['our-rules']\n")
    put(tmp_path / "our-rules" / "souk" / "round_price.py", LOCAL)
    put(tmp_path / "our-rules" / "souk" / "_helper.py", "raise RuntimeError('no rule')")
    put(tmp_path / "our-rules" / "README.md", "Our rules.")
    assert check(cwd=tmp_path).rules == ["souk/round-price"]
    assert "for coins are rare" in listlint("explain", "souk/round-price", cwd=tmp_path).out


def test_two_folders_may_hold_files_of_one_name(tmp_path):
    shop(tmp_path, "rule-folders = ['one', 'two']\n")
    put(tmp_path / "one" / "souk" / "round_price.py", LOCAL)
    put(tmp_path / "two" / "acme" / "round_price.py", LOCAL)
    assert sorted(check(cwd=tmp_path).rules) == ["acme/round-price", "souk/round-price"]


def test_two_configurations_may_have_folders_of_one_name(tmp_path):
    for name, step in (("a", "5"), ("b", "7")):
        shop(tmp_path / name, "rule-folders = ['our-rules']\n", id=name)
        text = LOCAL.replace("Option(5,", f"Option({step},")
        put(tmp_path / name / "our-rules" / "souk" / "round_price.py", text)
    messages = [each["message"] for each in check(cwd=tmp_path).messages]
    assert [each[-2] for each in messages] == ["5", "7"]


def test_a_folder_of_rules_works_in_other_processes(tmp_path, monkeypatch):
    monkeypatch.setattr("listlint.run.BATCH", 1)
    shop(tmp_path, "rule-folders = ['our-rules']\n")
    put(tmp_path / "b.json", product(id="B"))
    put(tmp_path / "our-rules" / "souk" / "round_price.py", LOCAL)
    one = check("--jobs", "1", cwd=tmp_path)
    assert check("--jobs", "2", cwd=tmp_path) == one
    assert one.rules == ["souk/round-price"] * 2


def test_a_folder_of_platforms_needs_no_installation(tmp_path):
    shop(tmp_path, "platform-folders = ['ours']\n", platforms={"souk": {}})
    shutil.copytree(PLUGIN / "souk_listlint" / "platforms", tmp_path / "ours")
    listing = tmp_path / "ours" / "souk" / "listing.json"
    put(listing, listing.read_text("utf-8").replace("souk/round-price", "title/year"))
    put(listing, listing.read_text("utf-8").replace('"step": 10', ""))
    assert check(cwd=tmp_path).rules == ["title/max-words"]


# Lines of the configuration -----------------------------------------------------------------------


def declared(demand: str, field: str = "mpn", more: str = "") -> str:
    return (
        f"[[rule]]\nname = 'acme/ours'\nfield = '{field}'\n{demand}\n"
        f"message = 'Not “{{value}}” {{here}}: 100 %.'\n{more}"
    )


PATTERN = "pattern = '^ACM-[0-9]+$'"
ONE_OF = "one-of = ['Steel', 'Glass', 7]"

DECLARED: dict[str, tuple[str, dict[str, Any], list[tuple[str, str]]]] = {
    "a form that is kept": (declared(PATTERN), {"mpn": "ACM-1"}, []),
    "a form that is not kept": (
        declared(PATTERN),
        {"mpn": "ACM1"},
        [("/mpn", "Not “ACM1” {here}: 100 %.")],
    ),
    "a form of a field that is not there": (declared(PATTERN), {}, []),
    "a form of each entry": (
        declared(PATTERN, "bullets"),
        {"bullets": ["ACM-1", "x", "y"]},
        [("/bullets/1", "Not “x” {here}: 100 %."), ("/bullets/2", "Not “y” {here}: 100 %.")],
    ),
    "a form of a number": (declared(PATTERN, "stock"), {"stock": 5}, []),
    "a length that is kept": (declared("max-length = 2"), {"mpn": "中😀"}, []),
    "a length that is not kept": (
        declared("max-length = 2"),
        {"mpn": "中😀a"},
        [("/mpn", "Not “中😀a” {here}: 100 %.")],
    ),
    "a value that is listed": (
        declared(ONE_OF, "attributes.Material"),
        {"attributes": {"Material": "Steel"}},
        [],
    ),
    "a number that is listed": (
        declared(ONE_OF, "attributes.Material"),
        {"attributes": {"Material": 7}},
        [],
    ),
    "a value that is not listed": (
        declared(ONE_OF, "attributes.Material"),
        {"attributes": {"Material": "Wood"}},
        [("/attributes/Material", "Not “Wood” {here}: 100 %.")],
    ),
    "values of which one is not listed": (
        declared(ONE_OF, "attributes.Material"),
        {"attributes": {"Material": ["Glass", "Wood"]}},
        [("/attributes/Material/1", "Not “Wood” {here}: 100 %.")],
    ),
    "a field of the variants": (
        declared(PATTERN, "variants.id"),
        {
            "variants": [
                {"id": "ACM-1", "options": {"Color": "Red"}},
                {"id": "2", "options": {"Color": "Blue"}},
            ]
        },
        [("/variants/1/id", "Not “2” {here}: 100 %.")],
    ),
    "an amount, which is a number": (
        declared("one-of = [12.9]", "price.amount"),
        {},
        [],
    ),
    "what is mandatory under a condition and there": (
        declared("required-if = { category = 'Lamps' }"),
        {"category": "Lamps", "mpn": "1"},
        [],
    ),
    "what is mandatory under a condition and missing": (
        declared("required-if = { category = ['Lamps', 'Lighting'] }"),
        {"category": "Lighting"},
        [("/id", "Not “” {here}: 100 %.")],
    ),
    "what is mandatory under a condition that does not hold": (
        declared("required-if = { category = 'Lamps' }"),
        {"category": "Mugs"},
        [],
    ),
    "what is mandatory under two conditions of which one holds": (
        declared("required-if = { category = 'Lamps', condition = 'new' }"),
        {"category": "Lamps", "condition": "used"},
        [],
    ),
    "what is mandatory in a field of an object": (
        declared("required-if = { brand = 'No Brand' }", "attributes.Material"),
        {"attributes": {"Color": "Red"}},
        [("/attributes", "Not “” {here}: 100 %.")],
    ),
}


@pytest.mark.parametrize(("text", "fields", "expected"), DECLARED.values(), ids=DECLARED)
def test_a_declared_rule_finds(tmp_path, text, fields, expected):
    shop(tmp_path, text, **fields)
    found = check(cwd=tmp_path).of("acme/ours")
    assert [(each["extra"]["pointer"], each["message"]) for each in found] == expected


def test_a_declared_rule_is_an_error_unless_it_says_otherwise(tmp_path):
    shop(tmp_path, declared(PATTERN), mpn="x")
    assert listlint("check", cwd=tmp_path).code == 1
    shop(tmp_path, declared(PATTERN, more="level = 'warn'\n"), mpn="x")
    assert listlint("check", cwd=tmp_path).code == 0
    assert listlint("check", "--rule", "acme/ours=error", cwd=tmp_path).code == 1
    assert listlint("check", "--rule", "acme/*=off", cwd=tmp_path).out.startswith("✔")


def test_a_declared_rule_can_be_explained_and_listed(tmp_path):
    shop(tmp_path, declared(PATTERN))
    assert "acme/ours" in listlint("rules", cwd=tmp_path).out
    assert "mpn" in listlint("explain", "acme/ours", cwd=tmp_path).out


def test_a_declared_rule_reads_overlays_and_own_shapes(tmp_path):
    shop(tmp_path, declared(PATTERN), platforms={"dhgate": {"mpn": "x"}})
    [each] = check(cwd=tmp_path).messages
    assert each["extra"]["pointer"] == "/platforms/dhgate/mpn"
    mapped = "[product]\nmpn = '/part'\ntitle = '/title'\nid = '/id'\nbrand = '/brand'\n"
    shop(tmp_path, declared(PATTERN) + mapped, part="x", images=None)
    assert ("acme/ours", "/part", ["dhgate"]) in told(check(cwd=tmp_path))


@pytest.mark.parametrize("name", ["title/year", "brand/required", "schema/unknown-field"])
def test_a_declared_rule_takes_no_name_that_is_taken(tmp_path, name):
    shop(tmp_path, declared(PATTERN).replace("acme/ours", name))
    done = listlint("check", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert name in done.err
