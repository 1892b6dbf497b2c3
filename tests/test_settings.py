"""Which level and which options hold, and which brands may be used."""

import os
from datetime import date

import pytest
from configs import settings

from listlint.model import Level
from listlint.patterns import Patterns
from listlint.settings import Authorization, Brands, Override, RuleSetting, overrides_for, resolve


@pytest.mark.parametrize(
    ("rules", "platform_rules", "level"),
    [
        ("", "", "info"),
        ("'title/year' = 'warn'", "", "warn"),
        ("'title/year' = {}", "", "info"),
        ("'title/*' = 'warn'", "", "warn"),
        ("'*' = 'off'", "", "off"),
        ("'*' = 'off'\n'title/*' = 'warn'", "", "warn"),
        ("'title/*' = 'off'\n'title/year' = 'warn'", "", "warn"),
        ("'title/year' = 'warn'\n'title/*' = 'off'", "", "warn"),
        ("'title/year' = { x = 1 }\n'title/*' = 'off'", "", "off"),
        ("'titles/*' = 'off'", "", "info"),
        ("'title/year' = 'warn'", "'title/year' = 'error'", "error"),
        ("'title/year' = 'warn'", "'title/*' = 'off'", "off"),
        ("'title/year' = 'warn'", "'text/*' = 'off'", "warn"),
    ],
)
def test_levels_come_from_the_last_layer_and_the_most_exact_name(
    tmp_path, rules, platform_rules, level
):
    found = settings(tmp_path, f"[rules]\n{rules}\n[platforms.dhgate.rules]\n{platform_rules}")
    given = resolve(
        found, "title/year", "dhgate",
        default=RuleSetting(Level.ERROR), platform_default=RuleSetting(Level.INFO),
    )  # fmt: skip
    assert given.level.label == level


def test_a_platforms_table_speaks_of_that_platform_only(tmp_path):
    found = settings(tmp_path, "platforms.dhgate.rules.'title/year' = 'off'")
    level = RuleSetting(Level.WARN)
    assert resolve(found, "title/year", "dhgate", default=level).level == Level.OFF
    assert resolve(found, "title/year", "amazon", default=level).level == Level.WARN
    assert resolve(found, "title/year", None, default=level).level == Level.WARN


def test_options_are_overlaid_one_by_one(tmp_path):
    found = settings(
        tmp_path,
        "rules.'a/b' = { two = 2, three = 2 }\nplatforms.dhgate.rules.'a/b' = { three = 3 }",
    )
    given = resolve(
        found, "a/b", "dhgate",
        default=RuleSetting(Level.WARN, {"zero": 0}),
        platform_default=RuleSetting(None, {"one": 1, "two": 1}),
    )  # fmt: skip
    assert given.options == {"zero": 0, "one": 1, "two": 2, "three": 3}


# Overrides


@pytest.mark.parametrize(
    ("override", "product", "pointer", "platform", "matches"),
    [
        (Override({}), None, (), None, True),
        (Override({}, ids=("OUT-*",)), "OUT-1", (), None, True),
        (Override({}, ids=("OUT-*",)), "out-1", (), None, False),
        (Override({}, ids=("OUT-*",)), "X-OUT-1", (), None, False),
        (Override({}, ids=("OUT-*",)), None, (), None, False),
        (Override({}, ids=("A", "B?")), "B2", (), None, True),
        (Override({}, ids=("A", "B?")), "AB", (), None, False),
        (Override({}, pointers=(("description",),)), None, ("description",), None, True),
        (Override({}, pointers=(("description",),)), None, ("description", "x"), None, True),
        (Override({}, pointers=(("description",),)), None, (), None, False),
        (Override({}, pointers=(("description",),)), None, ("descriptions",), None, False),
        (Override({}, pointers=(("variants", "*", "price"),)), None, ("variants", 3, "price"), None,
         True),
        (Override({}, pointers=(("variants", "3"),)), None, ("variants", 3, "price"), None, True),
        (Override({}, pointers=(("variants", "*", "price"),)), None, ("variants", 3), None, False),
        (Override({}, platforms=("dhgate",)), None, (), "dhgate", True),
        (Override({}, platforms=("dhgate",)), None, (), "amazon", False),
        (Override({}, platforms=("dhgate",)), None, (), None, False),
        (Override({}, ids=("A",), pointers=(("title",),)), "A", ("brand",), None, False),
    ],
)  # fmt: skip
def test_an_override_applies_where_all_its_conditions_hold(
    override, product, pointer, platform, matches
):
    assert override.matches(product, pointer, platform) is matches


@pytest.mark.parametrize(
    ("glob", "path", "matches"),
    [
        ("outlet/**", "outlet/a.json", True),
        ("outlet/**", "outlet/x/a.json", True),
        ("outlet/", "outlet/x/a.json", True),
        ("outlet/**", "shop/outlet/a.json", False),
        ("outlet", "shop/outlet/a.json", True),
        ("*.jsonl", "x/a.jsonl", True),
        ("/*.jsonl", "x/a.jsonl", False),
        ("x/*.json", "x/y/a.json", False),
        ("x/**/*.json", "x/a.json", True),
        ("a b.json", "a b.json", True),
        ("商品/*", "商品/a.json", True),
    ],
)
def test_file_patterns_of_overrides_read_as_in_gitignore(tmp_path, glob, path, matches):
    found = settings(tmp_path, f"[[overrides]]\nfiles = ['{glob}']\nrules = {{}}")
    assert bool(overrides_for(found, tmp_path / path)) is matches
    assert not overrides_for(found, tmp_path.parent / path)


def test_file_patterns_hold_for_the_paths_of_windows(monkeypatch):
    monkeypatch.setattr(os, "sep", "\\")
    patterns = Patterns("C:\\shop", ("outlet/**", "*.txt"))
    assert patterns.matches("C:\\shop\\outlet\\x\\a.json")
    assert patterns.folder_verdict("C:\\shop\\outlet\\x") is None
    assert patterns.takes_all("C:\\shop\\outlet")
    assert not patterns.matches("C:\\shop\\a.json")
    assert not patterns.matches("C:\\shopping\\outlet\\a.json")
    assert Patterns("C:\\", ("*.json",)).matches("C:\\a.json")


def test_later_overrides_win_and_what_a_finding_decides_is_kept_for_it(tmp_path):
    found = settings(
        tmp_path,
        """
        [[overrides]]
        files = ["*"]
        rules = { "a/b" = { level = "warn", limit = 5 } }
        [[overrides]]
        ids = ["OUT-*"]
        rules = { "a/b" = "off", "c/d" = "error" }
        [[overrides]]
        ids = ["OUT-9"]
        rules = { "a/*" = "info" }
        [[overrides]]
        platforms = ["amazon"]
        rules = { "a/b" = "error" }
        """,
    )
    overrides = overrides_for(found, tmp_path / "a.json")
    here = resolve(found, "a/b", "dhgate", default=RuleSetting(Level.ERROR), overrides=overrides)
    assert (here.level, here.options) == (Level.WARN, {"limit": 5})
    products = {"OUT-1": Level.OFF, "OUT-9": Level.INFO, "IN-1": Level.WARN, None: Level.WARN}
    assert {one: here.level_at(one, ("title",), "dhgate") for one in products} == products
    there = resolve(found, "a/b", "amazon", default=RuleSetting(Level.ERROR), overrides=overrides)
    assert (there.level, there.exceptions) == (Level.ERROR, ())


def test_a_rule_that_is_off_runs_if_a_finding_may_turn_it_on(tmp_path):
    found = settings(
        tmp_path, "[[overrides]]\nids = ['A']\nrules = { 'a/b' = 'error', 'c/d' = 'off' }"
    )

    def runs(rule):
        return resolve(
            found, rule, None, default=RuleSetting(Level.OFF), overrides=found.overrides
        ).runs

    assert (runs("a/b"), runs("c/d"), runs("e/f")) == (True, False, False)


# Brands


DAY = date(2027, 1, 1)


@pytest.mark.parametrize(
    ("brands", "allowed"),
    [
        (Brands(), None),
        (Brands(()), ()),
        (Brands(None, ()), ()),
        (Brands(("A", "B")), ("A", "B")),
        (Brands(("A",), (Authorization("B"),)), ("A", "B")),
        (Brands(None, (Authorization("B", platforms=("dhgate",)),)), ("B",)),
        (Brands(None, (Authorization("B", platforms=("amazon",)),)), ()),
        (Brands(None, (Authorization("B", expires=DAY),)), ("B",)),
        (Brands(None, (Authorization("B", expires=date(2026, 12, 31)),)), ()),
        (Brands(None, (Authorization("B", series=("Air",)), Authorization("B"))), ("B",)),
    ],
)
def test_brands_are_allowed_by_platform_and_through_their_last_day(brands, allowed):
    assert brands.allowed("dhgate", DAY) == allowed
