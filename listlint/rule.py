"""What a rule is: a check, and everything that is to be known about it without running it.

A rule is a file. Its docstring is the manual page (first line: one sentence with a full stop),
``@rule(…)`` declares the rest, and the function below is the check::

    @rule(
        on="title",
        when=pattern(r"  "),
        level="warn",
        messages={"double-space": "Two spaces in a row. Leave one."},
        examples=[
            good({"title": "Steel mug"}),
            bad({"title": "Steel  mug"}, ("double-space", "/title")),
        ],
    )
    def check(title: Text, listing: Listing, options: Options) -> Iterator[Finding]:
        if "  " in title.value:
            yield title.finding("double-space")

**on** says where the rule applies; the check is called once for each value that is there:

======================  =========================================================================
``listing``             the whole listing, a `Value` at the root
``title``, ``price`` …  a field: a `Text` where it is a string, else a `Value`
``keywords[]`` …        each item of an array: `Text`, `Image` (``images[]``, ``detail_images[]``)
                        or `Value`
``images[].file``       each `Image` with ``.file``, the facts of its header (no decoding)
``images[].pixels``     each `Image` with ``.pixels``, facts that need one bounded decode
``attributes{}``        each `Attribute` of an object: its name and its value or values
``text``                each `Text` of the listing: all fields that hold text, names too
``document``            each `Problem` of the JSON itself
======================  =========================================================================

A tuple of these applies to each. **when** is a trigger, cheap and looked for in all texts at
once; a rule without a hit is not called: `words` (whole words; the check gets each `Text` that has
hits, in ``text.hits``; on ``attributes{}`` each name and value is such a text), `brands` (mentions
of brands that the listing may not use, in ``text.mentions``) or `pattern` (a necessary condition;
the check looks for itself). A pattern must never miss what the check would find: the tester runs
each example with and without it.

A check is a pure function: no disk, no network, no settings, no state. A rule across products
is two functions, see `catalog_rule`. This module knows no engine, configuration or files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from listlint.model import Finding, Level
from listlint.namedtuples import NamedTuple

Options = Mapping[str, Any]
"""The settled options of one rule, by name; always all of them, of the default's type."""

Check = Callable[[Any, Any, Options], Iterable[Finding]]


class Option(NamedTuple):
    """One option of a rule: its *default*, which also gives its type, and what it *means*.

    *optional* lets it be unset (None in Python, left out in TOML) with a default of None; then
    *type* names what it takes. *form* is a regular expression that each text of it must match
    whole.
    """

    default: Any
    means: str
    type: type | None = None
    form: str | None = None


class Words(NamedTuple):
    """A trigger: any of *words*, and of the *options* (lists of words), as whole words."""

    words: tuple[str, ...]
    options: tuple[str, ...] = ()


class Pattern(NamedTuple):
    """A trigger: the regular expression *regex* matches somewhere in the rule's texts.

    Syntax that Python and RE2 share: no look-around, no back-references. In a description, if the
    option *allowed* (a list of fields) names it, *there* is looked for instead.
    """

    regex: str
    allowed: str | None = None
    there: str | None = None

    def for_description(self, options: Options) -> str:
        """What is looked for in descriptions, under the rule's *options*."""
        if self.allowed and self.there and "description" in options[self.allowed]:
            return self.there
        return self.regex


class Brands:
    """A trigger: a mention of a brand that the listing may not use, in ``text.mentions``."""


Trigger = Words | Pattern | Brands


def words(*words: str, option: str | tuple[str, ...] = ()) -> Words:
    """A trigger on whole words, in any case; with *option*, on the words that it lists, or they."""
    return Words(words, (option,) if isinstance(option, str) else option)


def pattern(regex: str, *, allowed: str | None = None, there: str | None = None) -> Pattern:
    """A trigger on a regular expression, matched against each text as it stands.

    A description may hold what no other field may, such as HTML: where the option *allowed* lists
    it, it is searched for *there*, so that not every description calls the rule.
    """
    return Pattern(regex, allowed, there)


def brands() -> Brands:
    """A trigger on mentions of brands that the listing may not use, however they are written."""
    return Brands()


DOCUMENT = ("document",)
"""What rules on the JSON itself declare: they speak of problems, before there is a product."""

Expectation = tuple[str, str] | tuple[str, str, str]


class Example(NamedTuple):
    """A product and what the rule says of it: shown on the manual page, and run as a test.

    *product* is product JSON (a dict), a list of products for a rule across products, or a str:
    the raw text of a document. *expect* holds exactly what must be found, in order: (message id,
    pointer in the listing), and ``"key"`` as a third where the key is underlined. *options* are
    set for this example. *images* gives the facts of picture files by their ``src`` (keys of
    `ImageFile`; a ``src`` of no entry is missing). *brands* are names that the seller may use,
    or map each to the product lines that the right is for (None: no such configuration).
    *category* holds facts of the listing's category (keys of `Category`; each of its attributes has
    those of `AttributeRule`). *language* is the platform's: the rule's option of that name.
    """

    product: Any
    expect: tuple[Expectation, ...] = ()
    options: Mapping[str, Any] = {}  # of a tuple: never written
    images: Mapping[str, Mapping[str, Any]] = {}  # likewise
    brands: Sequence[str] | Mapping[str, Sequence[str]] | None = None
    category: Mapping[str, Any] | None = None
    language: str = "en"

    @property
    def good(self) -> bool:
        """Whether nothing may be found."""
        return not self.expect


def good(product: Any, **setting: Any) -> Example:
    """An example in which the rule finds nothing; *setting* as in `Example`."""
    return Example(product, (), **setting)


def bad(product: Any, *expect: Expectation, **setting: Any) -> Example:
    """An example in which the rule finds exactly *expect*; *setting* as in `Example`."""
    if not expect:
        raise ValueError("a bad example states what is found")
    return Example(product, expect, **setting)


class Rule(NamedTuple):
    """One thing that can be wrong. Made by `rule` or `catalog_rule`, found by the registry.

    *keys* belongs to rules across products, *check* to all others. *at_most* maps the id of a
    message to the highest level that its findings have, whatever the rule is set to.
    """

    name: str
    doc: str
    on: tuple[str, ...]
    level: Level
    messages: Mapping[str, str]
    options: Mapping[str, Option]
    examples: tuple[Example, ...]
    when: Trigger | None = None
    aliases: tuple[str, ...] = ()
    at_most: Mapping[str, Level] = {}  # of a tuple: never written
    check: Check | None = None
    keys: Callable[[Any, Options], Iterable[Key]] | None = None

    @property
    def summary(self) -> str:
        """The first sentence of the manual page."""
        return self.doc.partition("\n")[0]

    def settled(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The options with *given* over the defaults.

        ValueError names an unknown option, or one whose value is not of its type.
        """
        for name, value in given.items():
            option = self.options.get(name)
            if option is None:
                known = ", ".join(sorted(self.options)) or "it has none"
                raise ValueError(f"{self.name} has no option {name!r} (options: {known})")
            if not _fits(value, option):
                wanted = _TYPE_WORDS[option.type or type(option.default)]
                raise ValueError(f"{self.name}: option {name!r} takes {wanted}, not {value!r}")
            _refuse_other_forms(self.name, name, option, value)
        return {name: given.get(name, option.default) for name, option in self.options.items()}


class Key(NamedTuple):
    """What a rule across products remembers of one product.

    Products whose *text* is equal meet in the merge; each but the first is a finding of *message*
    at *finding.pointer*, told where the first stands.
    """

    text: str
    finding: Finding


def _refuse_other_forms(rule: str, name: str, option: Option, value: Any) -> None:
    if option.form is None:
        return
    import re

    for text in [value] if isinstance(value, str) else value or ():
        if not re.fullmatch(option.form, text):
            own = option.default if isinstance(option.default, str) else option.default[0]
            raise ValueError(f"{rule}: option {name!r} cannot be {text!r}; write it as {own!r} is")


_TYPE_WORDS = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a text",
    list: "a list of texts",
    dict: "a table",
}


def _fits(value: object, option: Option) -> bool:
    kind = option.type or type(option.default)
    if value is None:
        return option.default is None
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if kind is list:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return isinstance(value, kind)


def rule(
    *,
    on: str | tuple[str, ...],
    level: str,
    messages: Mapping[str, str],
    examples: Sequence[Example],
    options: Mapping[str, Option] | None = None,
    when: Trigger | None = None,
    name: str | None = None,
    aliases: tuple[str, ...] = (),
    at_most: Mapping[str, str] | None = None,
) -> Callable[[Check], Rule]:
    """Make the decorated function the check of a rule.

    The rule is named after its file, ``<family>/<name>`` (``missing_file.py`` is
    ``missing-file``), unless *name* says otherwise; its manual page is the file's docstring.
    *messages* are templates with named fields, by id: ``{actual} image; allowed: {allowed}.``
    *at_most* names the messages whose evidence is weaker, with the highest level they may have. An
    option called ``language`` is given the platform's (``en``, ``zh``) where nobody sets it.
    """

    def decorate(check: Check) -> Rule:
        return Rule(
            name=name or _file_name(check),
            doc=_file_doc(check),
            on=(on,) if isinstance(on, str) else on,
            level=Level.parse(level),
            messages=messages,
            options=options or {},
            examples=tuple(examples),
            when=when,
            aliases=aliases,
            at_most={name: Level.parse(most) for name, most in (at_most or {}).items()},
            check=check,
        )

    return decorate


def catalog_rule(
    *,
    level: str,
    messages: Mapping[str, str],
    examples: Sequence[Example],
    options: Mapping[str, Option] | None = None,
    name: str | None = None,
    aliases: tuple[str, ...] = (),
) -> Callable[[Callable[[Any, Options], Iterable[Key]]], Rule]:
    """Make the decorated function a rule across products.

    It maps a listing and the options to any number of `Key`; products with an equal key meet
    after all have been read. Its messages may use ``{first}``, where the first product stands.
    """

    def decorate(keys: Callable[[Any, Options], Iterable[Key]]) -> Rule:
        return Rule(
            name=name or _file_name(keys),
            doc=_file_doc(keys),
            on=("listing",),
            level=Level.parse(level),
            messages=messages,
            options=options or {},
            examples=tuple(examples),
            aliases=aliases,
            keys=keys,
        )

    return decorate


def _file_name(function: Callable[..., object]) -> str:
    *_, family, name = f".{function.__module__}".split(".")
    return f"{family}/{name}".replace("_", "-")


def _file_doc(function: Callable[..., object]) -> str:
    return (function.__globals__.get("__doc__") or "").strip()
