"""The examples of a rule as the manual shows them: what is given, and what is found, in words.

They are run through the real engine, so the manual shows messages as a report does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from listlint.layout import shortened
from listlint.manualfacts import set_options
from listlint.model import pointer_text
from listlint.namedtuples import NamedTuple
from listlint.rule import Example, Rule

_FIRST = "catalog.json:1"
"""Where an example of a rule across products says that the first product stands."""


class Shown(NamedTuple):
    """An example as the manual shows it: the product (or raw text), what is set, what is found.

    *found* holds (pointer, message) of each finding. *failure* is what the rule raised instead.
    """

    product: Any
    setting: tuple[str, ...]
    found: tuple[tuple[str, str], ...]
    failure: str | None = None

    @property
    def good(self) -> bool:
        """Whether nothing is wrong with the product."""
        return not self.found and self.failure is None


def shown_examples(rule: Rule) -> list[Shown]:
    """The examples of *rule*, a loaded one, each with what is found in it."""
    return [_shown(rule, example) for example in rule.examples]


def _shown(rule: Rule, example: Example) -> Shown:
    from listlint.testing import findings

    setting = tuple(_setting(example))
    try:
        found = tuple(
            (
                pointer_text(finding.pointer),
                rule.messages[finding.message].format(**{"first": _FIRST, **finding.data}),
            )
            for finding in findings(rule, example)
        )
    except Exception as error:  # a rule of the user's own may raise whatever it likes
        return Shown(example.product, setting, (), str(error) or type(error).__name__)
    return Shown(example.product, setting, found)


def _setting(example: Example) -> Iterator[str]:
    if example.options:
        yield f"options {set_options(example.options)}"
    for src, facts in example.images.items():
        yield f"{src} is {', '.join(_picture(facts)) or 'a picture'}"
    if example.brands is not None:
        yield f"authorized brands: {', '.join(example.brands) or 'none'}"
    for name, value in (example.category or {}).items():
        yield f"{_CATEGORY.get(name, name)}: {', '.join(map(str, value))}"
    if example.language != "en":
        yield f"platform language: {example.language}"


_CATEGORY: Mapping[str, str] = {
    "title_must": "words of which the category asks for one",
    "title_must_not": "words that the category refuses",
    "attributes": "attributes of the category",
}

_STATUS: Mapping[str, str] = {
    "pointer": "a Git LFS pointer",
    "missing": "not there",
    "outside": "outside the catalog",
    "remote": "an address",
}


def _picture(facts: Mapping[str, Any]) -> Iterator[str]:
    """What *facts* of a picture tell, each in words: ``jpeg``, ``800 × 600 pixels``."""
    rest = dict(facts)
    status = rest.pop("status", "ok")
    if status != "ok":
        yield _STATUS.get(status, status)
    if "format" in rest:
        yield rest.pop("format")
    if "width" in rest and "height" in rest:
        yield f"{rest.pop('width'):,} × {rest.pop('height'):,} pixels"
    if "bytes" in rest:
        yield f"{rest.pop('bytes'):,} bytes"
    if "small" in rest:
        del rest["small"]
        yield "decoded"
    for name, value in rest.items():
        yield f"{name} {shortened(str(value), 20)}"
