"""The strict tester of rules: a rule's examples are its tests. Public, for plugins too.

::

    import pytest
    from listlint.testing import check_rule
    from our_rules.images import logo

    def test_logo():
        check_rule(logo.check)
"""

from __future__ import annotations

import copy
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from listlint.engine import Engine
from listlint.judged import Judged
from listlint.listing import (
    Listing,
    Rights,
    Surroundings,
    fold_name,
    listing_of,
    number_amounts,
)
from listlint.model import Finding, pointer_text
from listlint.plan import Entry, Plan, Shared
from listlint.platform import product_schema
from listlint.rule import DOCUMENT, Example, Pattern, Rule
from listlint.schema import Schema
from listlint.selectors import is_selector, select

_ANY = Schema({})
_PLATFORM = ("example",)
EXAMPLE_DAY = date(2026, 1, 1)
"""The day that examples are judged by."""
_ANCHOR = re.compile(r"(?<!\\)(?:\\\\)*(?:(?<!\[)\^|\$|\\[Az])")


def check_rule(rule: Rule) -> None:
    """Assert that *rule* is well made and that each of its examples says what is found.

    AssertionError lists everything that is wrong.
    """
    problems = list(faults(rule))
    assert not problems, f"{rule.name}:\n" + "\n".join(f"- {problem}" for problem in problems)


def faults(rule: Rule) -> Iterator[str]:
    """What is wrong with *rule* or its examples, one sentence each."""
    yield from _faults_of_form(rule)
    shown: set[str] = set()
    seen: list[Example] = []
    for number, example in enumerate(rule.examples, 1):
        where = f"example {number} ({'good' if example.good else 'bad'})"
        if example in seen:
            yield f"{where}: is there twice"
        seen.append(example)
        try:
            settled = _settled(rule, example)
        except ValueError as error:
            yield f"{where}: {error}"
            continue
        found = list(_told(findings(rule, example)))
        if found != list(example.expect):
            yield f"{where}: finds {found}, expected {list(example.expect)}"
        if isinstance(example.product, dict) and _changes(rule, example):
            yield f"{where}: the check changes the product"
        if isinstance(rule.when, Pattern) and rule.check:
            plain = list(_told(_untriggered(rule, example, settled)))
            if sorted(plain) != sorted(found):
                yield f"{where}: without the trigger it finds {plain}, with it {found}"
        for finding in findings(rule, example):
            shown.add(finding.message)
            yield from _faults_of_finding(rule, finding, where)
    for message in rule.messages:
        if message not in shown:
            yield f"message {message!r} is shown by no bad example"


def findings(rule: Rule, example: Example) -> list[Finding]:
    """What *rule* finds in *example*, through the engine, with pointers of the listing."""
    if isinstance(example.product, str):
        engine = _engine(rule, example)
        problems = [each for record in _records(example.product) for each in record.problems]
        return [judged.finding for each in problems for judged in engine.problem(each)]
    if isinstance(example.product, list):
        return _across(rule, example)
    product = copy.deepcopy(example.product)
    judgement = _engine(rule, example).judge(product, _PLATFORM, _surroundings(example))
    return [_sound(judged) for judged in judgement.found]


def _faults_of_form(rule: Rule) -> Iterator[str]:
    if not rule.summary.endswith("."):
        yield "the docstring's first line is no sentence with a full stop"
    if len(rule.doc.splitlines()) < 3:
        yield "the docstring is no manual page: say why, and how to repair"
    if "/" not in rule.name:
        yield f"{rule.name!r} has no family: <family>/<name>"
    fields = product_schema()["properties"]
    for on in rule.on:
        if not is_selector(on, fields):
            yield f"on={on!r} is no selector"
    if not any(example.good for example in rule.examples):
        yield "there is no good example"
    if not any(not example.good for example in rule.examples):
        yield "there is no bad example"
    if isinstance(rule.when, Pattern) and rule.on != ("title",) and _ANCHOR.search(rule.when.regex):
        yield "the pattern is matched against all texts as one, so it takes no anchor (^ $ \\A \\z)"
    for name, option in rule.options.items():
        if "_" in name:
            yield f"option {name!r}: write it with dashes, as configuration does"
        if not option.means.endswith("."):
            yield f"option {name!r}: its meaning is no sentence with a full stop"
    for template in rule.messages.values():
        if not template.endswith((".", "?", "”")):
            yield f"message {template!r} is no sentence"


def _faults_of_finding(rule: Rule, finding: Finding, where: str) -> Iterator[str]:
    template = rule.messages.get(finding.message)
    if template is None:
        yield f"{where}: message {finding.message!r} is not declared"
        return
    fields = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    missing = fields - set(finding.data) - {"first"}
    if missing:
        yield f"{where}: message {finding.message!r} lacks {', '.join(sorted(missing))}"
    elif not missing and len(template.format(**{"first": "", **finding.data})) > 200:
        yield f"{where}: message {finding.message!r} is longer than 200 characters"


def _told(found: Iterable[Finding]) -> Iterator[tuple[str, ...]]:
    for finding in found:
        told = (finding.message, pointer_text(finding.pointer))
        yield (*told, "key") if finding.on == "key" else told


def _sound(judged: Judged) -> Finding:
    if judged.name == "internal-error":
        raise AssertionError(judged.template.format(**judged.finding.data))
    return judged.finding


def _engine(rule: Rule, example: Example) -> Engine:
    # A rule that is off by default is tested as if it were on.
    levels = dict.fromkeys(_PLATFORM, rule.level or type(rule.level).WARN)
    entry = Entry(rule, _settled(rule, example), levels)
    shared = Shared(_PLATFORM, _rights(example), _categories(example), day=EXAMPLE_DAY)
    plan = Plan(shared, [] if rule.on == DOCUMENT else [entry], [])
    document = [entry] if rule.on == DOCUMENT else []
    return Engine(_ANY, lambda group: plan, lambda platforms: [platforms], document)


def _settled(rule: Rule, example: Example) -> dict[str, Any]:
    language = {"language": example.language} if "language" in rule.options else {}
    return rule.settled({**language, **example.options})


def _categories(example: Example) -> Mapping[str, Any]:
    if example.category is None:
        return {}
    from listlint.categories import AttributeRule, Category

    identity = str(example.product.get("category_id"))
    stated = dict(example.category)
    attributes = {
        name: AttributeRule(**facts) for name, facts in stated.pop("attributes", {}).items()
    }
    return {identity: Category(id=identity, attributes=attributes, **stated)}


def _rights(example: Example) -> Rights:
    allowed = example.brands
    if allowed is None:
        return Rights()
    lines = allowed.items() if isinstance(allowed, Mapping) else ()
    return Rights(
        frozenset(map(fold_name, allowed)),
        frozenset((fold_name(brand), frozenset(map(fold_name, of_it))) for brand, of_it in lines),
    )


def _surroundings(example: Example) -> Surroundings:
    header = pixels = None
    if example.images:
        from listlint.images import example_header, example_pixels

        header = example_header(example.images)
        pixels = example_pixels(example.images)
    return Surroundings(
        _rights(example),
        _categories(example),
        header,
        pixels,
        bool(example.images),
    )


def _changes(rule: Rule, example: Example) -> bool:
    product = _numbered(example.product)
    before = copy.deepcopy(product)
    _engine(rule, example).judge(product, _PLATFORM, _surroundings(example))
    return product != before


def _numbered(product: dict[str, Any]) -> dict[str, Any]:
    product = copy.deepcopy(product)
    number_amounts(product)
    return product


def _listing(example: Example, product: dict[str, Any]) -> Listing:
    return listing_of(_numbered(product), None, _surroundings(example))


def _untriggered(rule: Rule, example: Example, options: Mapping[str, Any]) -> Iterator[Finding]:
    listing = _listing(example, example.product)
    assert rule.check is not None, "only checks have triggers"
    for on in rule.on:
        for value in select(listing, on):
            yield from rule.check(value, listing, options)


def _across(rule: Rule, example: Example) -> list[Finding]:
    """The findings of a rule across products; pointers begin with the product's index."""
    assert rule.keys is not None, f"{rule.name}: a list of products is for catalog rules"
    met: set[str] = set()
    found = []
    options = _settled(rule, example)
    for index, product in enumerate(example.product):
        for key in rule.keys(_listing(example, product), options):
            if key.text in met:
                old = key.finding
                found.append(
                    Finding(old.message, (index, *old.pointer), old.on, old.data, old.text)
                )
            met.add(key.text)
    return found


def _records(text: str) -> Iterator[Any]:
    from listlint.document import read_document

    return iter(read_document(text.encode("utf-8", "surrogateescape"), None))


__all__ = ["check_rule", "faults", "findings"]
