"""Every rule is as its file says; and the tester that holds it to that lets nothing pass."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Any

import pytest

from listlint import Finding, Level, Listing, Option, Options, Rule, Text, bad, catalog_rule, good
from listlint.limits import kebab
from listlint.platform import product_schema
from listlint.registry import walked
from listlint.rule import Key, Pattern
from listlint.schema import Schema
from listlint.sentences import SENTENCES
from listlint.settings import Settings
from listlint.testing import check_rule, findings
from listlint.world import ENGINE_FINDINGS, World

RULES = list(walked())
PRODUCT = Schema(product_schema())
TODAY = date(2026, 11, 1)

ASSERTIONS = {*SENTENCES, "dependentRequired", "minContains", "maxContains"} - {"format"}
"""Keywords that can fail. ``format`` cannot: in JSON Schema 2020-12 it only describes."""


def each_rule(test):
    return pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])(test)


@each_rule
def test_each_example_finds_exactly_what_it_says(rule):
    check_rule(rule)


@each_rule
def test_each_message_is_shown_by_a_bad_example(rule):
    assert {message for example in rule.examples for message, *_ in example.expect} == {
        *rule.messages
    }


@each_rule
def test_each_example_is_a_product_as_product_json_has_it(rule):
    for example in rule.examples:
        if isinstance(example.product, str):
            continue  # the text of a document, right or wrong
        products = example.product if isinstance(example.product, list) else [example.product]
        for product in products:
            assert [each.finding for each in PRODUCT.broken(product)] == []


@each_rule
def test_each_finding_holds_only_what_a_report_can_carry(rule):
    for example in rule.examples:
        for finding in findings(rule, example):
            assert json.loads(json.dumps(finding.data)) == finding.data
            assert all(type(part) in (str, int) for part in finding.pointer)
            assert finding.on in ("key", "value")
            assert finding.text is None or type(finding.text) is str


@each_rule
def test_a_rule_says_the_same_each_time(rule):
    for example in rule.examples:
        assert findings(rule, example) == findings(rule, example)


def test_no_rule_bears_a_name_that_a_schema_can_derive():
    derived = {kebab(keyword) for keyword in ASSERTIONS} | {"max-length"}
    fields = {kebab(field) for field in product_schema()["properties"]} | {"schema", "listing"}
    clashing = [
        rule.name
        for rule in RULES
        for family, _, name in [rule.name.partition("/")]
        if family in fields and name in derived
    ]
    assert not clashing


def test_no_rule_bears_the_name_of_another_finding():
    named = [name for rule in RULES for name in (rule.name, *rule.aliases)]
    assert sorted(named) == sorted(set(named))
    world = World(Settings(), TODAY)
    others = {*world.schema_names(), *ENGINE_FINDINGS}
    assert not others & set(named)


def test_families_are_the_fields_of_a_listing_and_three_more():
    fields = {kebab(field) for field in product_schema()["properties"]}
    families = {rule.name.partition("/")[0] for rule in RULES}
    assert families <= fields | {"text", "identifiers", "catalog", "json"}


# The tester ---------------------------------------------------------------------------------------

PAGE = "A title lacks the word.\n\nWhy it matters.\n\n**Repair.** Remove the word."


def find_word(title: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    if options["word"] in title.value:
        yield title.finding("found", word=options["word"])


RIGHT = Rule(
    name="title/word",
    doc=PAGE,
    on=("title",),
    level=Level.WARN,
    messages={"found": "“{word}” in the title. Remove it."},
    options={"word": Option("mug", "The word that is looked for.")},
    examples=(
        good({"title": "Cup"}),
        bad({"title": "A mug"}, ("found", "/title")),
        bad({"title": "A cup"}, ("found", "/title"), options={"word": "cup"}),
    ),
    check=find_word,
)


def with_examples(*examples: Any) -> dict[str, Any]:
    return {"examples": (*RIGHT.examples, *examples)}


def raises(title, listing, options):
    raise ValueError("no luck")


def changes(title, listing, options):
    listing.data["seen"] = True
    return find_word(title, listing, options)


def changes_below(title, listing, options):
    listing.data.get("attributes", {}).pop("Color", None)
    return find_word(title, listing, options)


def undeclared(title, listing, options):
    for finding in find_word(title, listing, options):
        yield finding._replace(message="fuond")


def without_data(title, listing, options):
    for finding in find_word(title, listing, options):
        yield finding._replace(data={})


def wordy(title, listing, options):
    for finding in find_word(title, listing, options):
        yield finding._replace(data={"word": "mug" * 100})


def twice(title, listing, options):
    yield from find_word(title, listing, options)
    yield from find_word(title, listing, options)


def on_the_key(title, listing, options):
    for finding in find_word(title, listing, options):
        yield finding._replace(on="key")


def elsewhere(title, listing, options):
    for finding in find_word(title, listing, options):
        yield finding._replace(pointer=("id",))


def silent(title, listing, options):
    return iter(())


def zealous(title, listing, options):
    yield title.finding("found", word="mug")


WRONG = {
    "it finds nothing": ({"check": silent}, "finds []"),
    "it finds too much": ({"check": zealous}, "example 1 (good): finds"),
    "it finds a thing twice": ({"check": twice}, "example 2 (bad): finds"),
    "it points elsewhere": ({"check": elsewhere}, "'/id'"),
    "it underlines the key": ({"check": on_the_key}, "'key'"),
    "an example expects another message": (
        with_examples(bad({"title": "mug"}, ("other", "/title"))),
        "example 4 (bad): finds",
    ),
    "an example expects another place": (
        with_examples(bad({"title": "mug"}, ("found", "/brand"))),
        "example 4 (bad): finds",
    ),
    "an example expects less": (with_examples(good({"title": "mug"})), "example 4 (good): finds"),
    "an example is there twice": (with_examples(RIGHT.examples[0]), "is there twice"),
    "an example sets an unknown option": (
        with_examples(good({"title": "Cup"}, options={"wrod": "x"})),
        "no option 'wrod'",
    ),
    "an example gives an option a wrong type": (
        with_examples(good({"title": "Cup"}, options={"word": 5})),
        "takes a text",
    ),
    "there is no good example": ({"examples": RIGHT.examples[1:]}, "no good example"),
    "there is no bad example": ({"examples": RIGHT.examples[:1]}, "no bad example"),
    "it raises": ({"check": raises}, "ValueError: no luck"),
    "it says a message that is not declared": ({"check": undeclared}, "fuond"),
    "a message lacks its data": ({"check": without_data}, "lacks word"),
    "a message is too long": ({"check": wordy}, "longer than 200 characters"),
    "a message is never shown": (
        {"messages": {**RIGHT.messages, "never": "Never said."}},
        "message 'never' is shown by no bad example",
    ),
    "a message is no sentence": ({"messages": {"found": "“{word}” in title"}}, "is no sentence"),
    "it changes the product": ({"check": changes}, "changes the product"),
    "it changes a value of the product": (
        {
            "check": changes_below,
            **with_examples(good({"title": "Cup", "attributes": {"Color": "Red"}})),
        },
        "changes the product",
    ),
    "its trigger misses what the check finds": (
        {"when": Pattern("jar")},
        "without the trigger it finds",
    ),
    "its trigger is anchored though all texts are scanned as one": (
        {"when": Pattern("^a"), "on": ("text",)},
        "takes no anchor",
    ),
    "its page has no full stop": ({"doc": "A title\n\nWhy.\n\nHow."}, "full stop"),
    "it has no page": ({"doc": "A title lacks the word."}, "no manual page"),
    "its name has no family": ({"name": "word"}, "has no family"),
    "it applies to nothing": ({"on": ("titel",)}, "no selector"),
    "an option has an underscore": (
        {"options": {**RIGHT.options, "max_words": Option(1, "How many.")}},
        "with dashes",
    ),
    "an option has no meaning": (
        {"options": {**RIGHT.options, "most": Option(1, "how many")}},
        "no sentence with a full stop",
    ),
}  # fmt: skip


def test_the_tester_takes_a_rule_that_is_right():
    check_rule(RIGHT)


@pytest.mark.parametrize(("change", "told"), WRONG.values(), ids=WRONG)
def test_the_tester_refuses_a_rule_where(change, told):
    with pytest.raises(AssertionError) as refusal:
        check_rule(RIGHT._replace(**change))
    assert told in str(refusal.value)


def test_the_tester_refuses_a_rule_that_says_something_else_each_time():
    calls = count()

    def erratic(title, listing, options):
        if next(calls) % 2:
            yield from find_word(title, listing, options)

    with pytest.raises(AssertionError):
        check_rule(RIGHT._replace(check=erratic))


def test_the_tester_names_the_rule_and_everything_that_is_wrong_with_it():
    with pytest.raises(AssertionError) as refusal:
        check_rule(RIGHT._replace(doc="Nothing", check=silent))
    told = str(refusal.value)
    assert told.startswith("title/word:")
    assert told.count("\n- ") >= 4


KEYED = catalog_rule(
    level="error",
    messages={"again": "This title is also at {first}. Change one."},
    examples=[
        good([{"title": "Mug"}, {"title": "Cup"}]),
        bad([{"title": "Mug"}, {"title": "Mug"}], ("again", "/1/title")),
    ],
    name="catalog/title",
)(lambda listing, options: iter([Key(listing.get("title"), Finding("again", ("title",)))]))


def test_the_tester_lets_equal_keys_meet():
    check_rule(KEYED._replace(doc=PAGE))


@pytest.mark.parametrize(
    "example",
    [
        good([{"title": "Mug"}, {"title": "Mug"}]),
        bad([{"title": "Mug"}, {"title": "Mug"}], ("again", "/0/title")),
        bad([{"title": "Mug"}, {"title": "Cup"}], ("again", "/1/title")),
    ],
    ids=["they meet unexpectedly", "the first is not told", "they do not meet"],
)
def test_the_tester_refuses_a_rule_across_products_where(example):
    with pytest.raises(AssertionError):
        check_rule(KEYED._replace(doc=PAGE, examples=(*KEYED.examples, example)))
