"""What is to be done for a listing, prepared once: which rules run, and what makes them run.

An entry is a rule with settled options; a plan is the entries for platforms that share a listing,
with every word and pattern of their triggers in one scan. This module runs no rule and knows no
files or settings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from listlint.listing import Listing, Rights, Surroundings
from listlint.model import Finding, Level, Pointer
from listlint.namedtuples import NamedTuple
from listlint.registry import function_of
from listlint.rule import Brands, Pattern, Rule, Words
from listlint.schema import Schema
from listlint.selectors import Selector, field_of, selector
from listlint.wordscan import PatternSet, Prepared, Search, Span, WordScan, searcher

if TYPE_CHECKING:
    from datetime import date

    from listlint.brandwords.store import Lexicon
    from listlint.categories import Category
    from listlint.producttype import ProductType
    from listlint.values import Text

NO_PLATFORM = ""
"""Stands for the platform where a finding belongs to none."""


class Entry:
    """A rule with settled options, for the platforms that have it on with those options.

    *levels_at* tells the levels of one finding where they depend on its product and place.
    """

    __slots__ = ("capped", "check", "levels", "levels_at", "options", "rule", "search", "source")

    def __init__(
        self,
        rule: Rule,
        options: Mapping[str, Any],
        levels: Mapping[str, Level],
        source: str | None = None,
        levels_at: Callable[[str | None, Pointer], Mapping[str, Level]] | None = None,
    ) -> None:
        self.rule = rule
        self.options = options
        self.levels = levels
        self.source = source
        self.levels_at = levels_at
        self.capped: Mapping[str, Mapping[str, Level]] = {
            message: _at_most(most, levels) for message, most in rule.at_most.items()
        }
        """Message → levels of its findings, where they are lower than the rule's."""
        self.check: Callable[..., Any] = self._check_first
        """The rule's function; its module is imported at the first call."""
        self.search: Search = self._search_first
        """The first match of the rule's trigger pattern in a prepared text, from a position on."""

    def _check_first(self, *arguments: Any) -> Any:
        self.check = function_of(self.rule)
        return self.check(*arguments)

    def and_for(self, other: Entry) -> Entry:
        """This entry for the platforms of *other*, one of the same rule, as well."""
        if other is self:
            return self
        one, two = self.told_levels, other.told_levels
        return Entry(
            self.rule,
            self.options,
            {**self.levels, **other.levels},
            self.source or other.source,
            lambda product, pointer: {**one(product, pointer), **two(product, pointer)},
        )

    def told_levels(self, product: str | None, pointer: Pointer) -> Mapping[str, Level]:
        """The levels of a finding at *pointer* of the listing of *product*."""
        return self.levels if self.levels_at is None else self.levels_at(product, pointer)

    def levels_of(self, finding: Finding, product: str | None) -> Mapping[str, Level]:
        """The levels of *finding* in the listing of *product*."""
        if self.levels_at is None:
            return self.capped.get(finding.message, self.levels) if self.capped else self.levels
        levels = self.levels_at(product, finding.pointer)
        most = self.rule.at_most.get(finding.message)
        return levels if most is None else _at_most(most, levels)

    def _search_first(self, text: Prepared, start: int) -> Span | None:
        self.search = searcher(_regex(self))
        return self.search(text, start)


def _at_most(most: Level, levels: Mapping[str, Level]) -> dict[str, Level]:
    return {platform: min(most, level) for platform, level in levels.items()}


SchemaLevel = Callable[[str, str, Level, str | None, Pointer], Level]
"""(finding's name, platform, its own level, product id, pointer in the listing) → level."""


class Shared(NamedTuple):
    """Platforms that see one listing alike: same rights and category answer.

    *lexicon* and *day* are those of `Surroundings`.
    """

    platforms: tuple[str, ...]
    rights: Rights = Rights()
    categories: Mapping[str, Any] = {}  # of a tuple: never written
    lexicon: Lexicon | None = None
    day: date | None = None


class Plan:
    """What is to be done for the listings of some platforms, prepared once.

    *entries* are the rules to run, *schemas* maps platform → compiled schema of its listing, and
    *describe* a schema's source key → words for the report. *category_source* is the key of who
    serves the facts of categories. *payload_schema* makes the schema of the payloads' structure.
    """

    def __init__(
        self,
        shared: Shared,
        entries: Iterable[Entry],
        schemas: Sequence[tuple[str, Schema]],
        describe: Callable[[str, str | None], str | None] = lambda platform, key: key,
        level_at: SchemaLevel = lambda name, platform, level, product, pointer: level,
        category_source: str | None = None,
        payload_schema: Callable[[], Schema | None] = lambda: None,
    ) -> None:
        self.shared = shared
        self.schemas = schemas
        self.describe = describe
        self.level_at = level_at
        self._category_source = category_source
        self._new_payload_schema = payload_schema
        self.keyed: list[Entry] = []
        self.always: list[tuple[str, Selector, list[Entry]]] = []
        self.worded: list[Entry] = []
        self.branded: list[Entry] = []
        titled: list[Entry] = []
        textual: list[Entry] = []
        words: list[tuple[int, str, str | None, str | None]] = []
        always: dict[str, list[Entry]] = {}
        for entry in entries:
            rule = entry.rule
            if rule.keys is not None:
                self.keyed.append(entry)
            elif isinstance(rule.when, Pattern):
                (titled if rule.on == ("title",) else textual).append(entry)
            elif isinstance(rule.when, Brands):
                self.branded.append(entry)
            elif rule.when is None:
                for on in rule.on:
                    always.setdefault(on, []).append(entry)
            else:
                owner = len(self.worded)
                self.worded.append(entry)
                words.extend((owner, *word) for word in _trigger_words(entry))
        self.always = [(field_of(on), selector(on), each) for on, each in always.items()]
        self.titled = titled
        self.textual = textual
        self.scan = WordScan(words)
        self.title_patterns = PatternSet([_regex(entry) for entry in titled])
        self.text_patterns = PatternSet([_regex(entry) for entry in textual])
        self.description_patterns = PatternSet(
            [_pattern(entry).for_description(entry.options) for entry in textual]
        )
        self._category_schemas: dict[str, Schema] = {}
        self._by_category: dict[tuple[str, str, str], Entry] = {}
        self._product_types: dict[str, ProductType] = {}
        self._given: Surroundings | None = None
        self._amid = Surroundings()

    def amid(self, surroundings: Surroundings) -> Surroundings:
        """*surroundings* with what the plan's platforms share; the same for the same."""
        if self._given is not surroundings:
            self._given = surroundings
            self._amid = surroundings._replace(
                rights=self.shared.rights,
                categories=self.shared.categories,
                lexicon=self.shared.lexicon,
                day=self.shared.day,
            )
        return self._amid

    @cached_property
    def branded_texts(self) -> Callable[[Listing, Sequence[str]], list[Text]]:
        """What finds the texts with brand words that the rules in `branded` are called with."""
        from listlint.brandwords.shared import branded_texts, detector

        return partial(branded_texts, detector(self.shared.lexicon))

    @cached_property
    def payload_schema(self) -> Schema | None:
        """The compiled structure of the platform's payloads, if it has such."""
        return self._new_payload_schema()

    def category_schema(self, listing: Listing) -> Schema | None:
        """The compiled limits of the listing's served category, if there is one."""
        category = listing.category
        if category is None:
            return None
        if category.id not in self._category_schemas:
            from listlint.categoryschema import category_schema

            self._category_schemas[category.id] = Schema(
                category_schema(category, self._category_source)
            )
        return self._category_schemas[category.id]

    def in_category(self, entry: Entry, category: Category) -> Entry:
        """*entry* with the options that *category* gives its rule."""
        given = category.options.get(entry.rule.name)
        if not given:
            return entry
        key = (category.id, entry.rule.name, repr(entry.options))
        known = self._by_category.get(key)
        if known is None:
            options = {**entry.options, **given}
            known = self._by_category[key] = Entry(
                entry.rule, options, entry.levels, entry.source, entry.levels_at
            )
        return known

    def product_type(self, identity: str) -> ProductType | None:
        """The definition that the platform serves of the product type *identity*, if one is saved.

        UsageError where it is none.
        """
        category = self.shared.categories.get(identity) if self.shared.categories else None
        if category is None or category.definition is None:
            return None
        if identity not in self._product_types:
            from listlint.producttype import compiled

            self._product_types[identity] = compiled(dict(category.definition), category.id)
        return self._product_types[identity]


def _trigger_words(entry: Entry) -> Iterator[tuple[str, str | None, str | None]]:
    when = entry.rule.when
    if isinstance(when, Words):
        listed = (word for option in when.options for word in entry.options[option])
        for word in dict.fromkeys((*when.words, *listed)):
            yield word, None, None


def _pattern(entry: Entry) -> Pattern:
    assert isinstance(entry.rule.when, Pattern), "planned by its pattern"
    return entry.rule.when


def _regex(entry: Entry) -> str:
    return _pattern(entry).regex
