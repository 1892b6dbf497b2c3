"""A product and a plan → what is wrong with it, with pointers of the source.

A clean product costs a verdict of each schema and one scan of its texts: rules whose trigger is
not met are not called. A rule runs once for all platforms that share a listing and its options.
This module knows no files, configuration, command line or formats; pictures and served category
facts come in as values.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from listlint.judged import ABSENCES, CRASHES, Judged, Judgement, Remembered, crashed, merged
from listlint.limits import kebab
from listlint.listing import Listing, Surroundings, listing_of, number_amounts
from listlint.model import Finding, Level, Pointer
from listlint.plan import NO_PLATFORM, Entry, Plan
from listlint.prune import pruned
from listlint.schema import Broken, Schema
from listlint.selectors import nth_text, select, select_around, text_values
from listlint.sentences import SENTENCES
from listlint.values import Text
from listlint.wordscan import SEPARATOR, Hit, Prepared, next_separator, prepared, separators

if TYPE_CHECKING:
    from listlint.document import Problem

ProductLevel = Callable[[str, Level, str | None, Pointer, str], Level]
"""(finding's name, its own level, product id, pointer in the listing, platform or none) → level."""


class Engine:
    """Judges products for the platforms they go to.

    *plan* gives the plan for platforms that share a listing, *split* groups platforms that can.
    *product_schema* judges the source product, *document* holds the rules on JSON itself; *level*
    gives the level of findings that are made before there is a listing.
    """

    def __init__(
        self,
        product_schema: Schema,
        plan: Callable[[tuple[str, ...]], Plan],
        split: Callable[[tuple[str, ...]], Sequence[tuple[str, ...]]],
        document: Iterable[Entry] = (),
        level: ProductLevel = lambda name, level, product, pointer, platform: level,
    ) -> None:
        self._product_schema = product_schema
        self.plan = plan
        self._split = split
        self._document = {entry.rule.name: entry for entry in document}
        self._level = level

    def judge(
        self,
        product: dict[str, Any],
        platforms: tuple[str, ...],
        surroundings: Surroundings = Surroundings(),
    ) -> Judgement:
        """What is wrong with *product* on *platforms*, in no particular order.

        *product* is taken over: its amounts become numbers.
        """
        found: list[Judged] = []
        keys: Remembered = {}
        back: Callable[[Pointer], Pointer] | None = None
        refused: set[Pointer] = set()
        if not self._product_schema.is_valid(product):
            broken = list(self._product_schema.broken(product))
            found += self._of_product(broken, platforms, product.get("id"))
            refused = {each.finding.pointer for each in broken}
            product, back = pruned(product, broken)
        number_amounts(product)
        overlays = product.get("platforms")
        own = [name for name in platforms if overlays.get(name)] if overlays else []
        alike = tuple(name for name in platforms if name not in own) if own else platforms
        groups = (
            [*self._split(alike), *((name,) for name in own)]
            if alike
            else [(name,) for name in own]
        )
        for group in groups:
            plan = self.plan(group)
            overlaid = group[0] if group[0] in own else None
            listing = listing_of(product, overlaid, plan.amid(surroundings))
            told = _judge_listing(plan, listing, keys)
            listing.let_go()
            if refused:
                told = [judged for judged in told if not _is_refused(judged, refused)]
            if surroundings.partial:
                told = [judged for judged in told if judged.finding.message not in ABSENCES]
            if told and (back is not None or listing.is_moved):
                told = [_at_source(judged, listing, back) for judged in told]
            found += told
        return Judgement(merged(found) if len(platforms) > 1 else found, list(keys.values()))

    def problem(self, problem: Problem, product: str | None = None) -> list[Judged]:
        """What the ``json`` rules say of *problem*; nothing where its rule is off.

        *product* is the id of the product that has the problem, where one can be read.
        """
        entry = self._document.get(problem.rule)
        if entry is None:
            return []
        levels = entry.levels
        if entry.levels_at is not None:
            levels = entry.levels_at(product, problem.pointer)
        if not levels:
            return []
        found = entry.check(problem, None, entry.options)
        return [_judged(entry, each, levels) for each in found]

    def own_finding(
        self,
        name: str,
        template: str,
        finding: Finding,
        product: str | None = None,
        platform: str = NO_PLATFORM,
        level: Level = Level.ERROR,
    ) -> list[Judged]:
        """*finding* that no rule makes, at its configured level; none where it is off."""
        told = self._level(name, level, product, finding.pointer, platform)
        return [Judged(name, template, finding, {platform: told})] if told else []

    def _of_product(
        self, broken: Iterable[Broken], platforms: tuple[str, ...], product: object
    ) -> Iterator[Judged]:
        identity = product if isinstance(product, str) else None
        for each in broken:
            pointer = each.finding.pointer
            name = each.name
            inside = pointer
            concerned = platforms or (NO_PLATFORM,)
            if len(pointer) > 2 and pointer[0] == "platforms":
                if name != "schema/unknown-field":
                    name = f"{kebab(str(pointer[2]))}/{name.partition('/')[2]}"
                concerned = (str(pointer[1]),)
                inside = pointer[2:]
            told = {
                platform: self._level(name, each.level, identity, inside, platform)
                for platform in concerned
            }
            levels = {platform: level for platform, level in told.items() if level}
            if levels:
                yield Judged(name, _template(each.finding), each.finding, levels)


def _judge_listing(plan: Plan, listing: Listing, keys: Remembered) -> list[Judged]:
    found: list[Judged] = []
    data = listing.data
    for platform, schema in plan.schemas:
        if not schema.is_valid(data):
            for broken in schema.broken(data):
                _add_broken(found, plan, listing, broken, (platform,))
    category = listing.category if plan.shared.categories else None
    if category is not None:
        _judge_by_category(plan, listing, found)
    values = text_values(listing)
    if values:
        description = data.get("description")
        short = SEPARATOR.join(values if description is None else values[:-1])
        joined = short if description is None else f"{short}{SEPARATOR}{description}"
        if joined.count(SEPARATOR) >= len(values):  # one of the texts holds the separator
            values = [value.replace(SEPARATOR, " ") for value in values]
            joined = SEPARATOR.join(values)
            short = joined if description is None else SEPARATOR.join(values[:-1])
        for owner, by_text in plan.scan.hits(joined, values).items():
            _run_on_hits(plan.worded[owner], listing, by_text, found)
        if plan.branded:
            _run_on_brands(plan, listing, values, found)
        text = prepared(short)
        for index in plan.text_patterns.matching(text):
            _run_where_matched(plan.textual[index], listing, text, found)
        if description is not None:
            for index in plan.description_patterns.matching(prepared(values[-1])):
                _run_on_texts(
                    plan.textual[index], listing, [nth_text(listing, len(values) - 1)], found
                )
        title = data.get("title")
        if title is not None:
            for index in plan.title_patterns.matching(prepared(title)):
                _check(plan.titled[index], listing, select(listing, "title"), found)
    for field, selected_from, entries in plan.always:
        if field in data or not field:
            selected = selected_from(listing)
            if not selected:
                continue
            for entry in entries:
                if category is not None and category.options:
                    entry = plan.in_category(entry, category)
                # As `_check` does, without the cost of calling it for each rule of each product.
                check, options = entry.check, entry.options
                try:
                    for value in selected:
                        findings: Any = check(value, listing, options)
                        if findings or not isinstance(findings, tuple | list):  # None: it fails
                            _add(entry, listing, findings, found)
                except CRASHES as error:
                    found.append(crashed(entry.rule.name, entry.levels, error))
    for entry in plan.keyed:
        try:
            for key in entry.check(listing, entry.options):
                known = keys.get((entry.rule.name, key.text))
                both = entry if known is None else known[0].and_for(entry)
                keys[entry.rule.name, key.text] = (both, key)
        except CRASHES as error:
            found.append(crashed(entry.rule.name, entry.levels, error))
    return found


def _judge_by_category(plan: Plan, listing: Listing, found: list[Judged]) -> None:
    """Add what the listing's category asks for beyond what its platform does."""
    schema = plan.category_schema(listing)
    if schema is not None and not schema.is_valid(listing.data):
        told = {(each.name, each.finding.pointer) for each in found}
        for broken in schema.broken(listing.data):
            if (broken.name, broken.finding.pointer) not in told:
                _add_broken(found, plan, listing, broken, plan.shared.platforms)


def _add_broken(
    found: list[Judged],
    plan: Plan,
    listing: Listing,
    broken: Broken,
    platforms: tuple[str, ...],
) -> None:
    """Add what a schema found, at its level on each of *platforms* that has it on."""
    finding = broken.finding
    levels = {}
    for platform in platforms:
        level = plan.level_at(
            broken.name, platform, broken.level, listing.get("id"), finding.pointer
        )
        if broken.coming:
            level = min(level, Level.INFO)
        if level:
            levels[platform] = level
    if levels:
        source = plan.describe(platforms[0], broken.source)
        found.append(Judged(broken.name, _template(finding), finding, levels, source))


def _run_where_matched(
    entry: Entry, listing: Listing, joined: Prepared, found: list[Judged]
) -> None:
    """Call *entry* for what it applies to among the texts that its pattern matches.

    A match that reaches over several of the *joined* texts counts for each: what it hides lies
    in one of them.
    """
    concerned: dict[int, None] = {}
    index = at = 0
    while match := entry.search(joined, at):
        start, end = match.span()
        index += separators(joined, at, start)
        reached = index + separators(joined, start, end)
        concerned.update(dict.fromkeys(range(index, reached + 1)))
        at = next_separator(joined, end)  # one match is enough to concern a text
        if at < 0:
            break
        index = reached
    _run_on_texts(entry, listing, [nth_text(listing, each) for each in concerned], found)


def _run_on_texts(entry: Entry, listing: Listing, texts: list[Text], found: list[Judged]) -> None:
    for on in entry.rule.on:
        values = select_around(listing, on, texts)
        if values:
            _check(entry, listing, values, found)


def _run_on_hits(
    entry: Entry, listing: Listing, by_text: Mapping[int, list[Hit]], found: list[Judged]
) -> None:
    """Call *entry* for the texts that have a hit, where it applies to them."""
    wanted = entry.rule.on
    for index, hits in sorted(by_text.items()):
        text = nth_text(listing, index)
        if _applies(wanted, text):
            text.hits = tuple(hits)
            _check(entry, listing, (text,), found)


def _run_on_brands(
    plan: Plan, listing: Listing, values: Sequence[str], found: list[Judged]
) -> None:
    """Call the rules on brand words for the texts that mention brands."""
    texts = plan.branded_texts(listing, values)
    for entry in plan.branded if texts else ():
        wanted = entry.rule.on
        _check(entry, listing, [text for text in texts if _applies(wanted, text)], found)


def _applies(wanted: tuple[str, ...], text: Text) -> bool:
    """Whether *text* is among what a rule on *wanted* is called with.

    On ``attributes{}`` and the like that is each name and each text among the values.
    """
    if "text" in wanted:
        return True
    field = text.field
    if len(text.pointer) == 1:
        return field in wanted
    return f"{field}[]" in wanted or f"{field}{{}}" in wanted


def _check(entry: Entry, listing: Listing, selected: Iterable[Any], found: list[Judged]) -> None:
    check = entry.check
    options = entry.options
    try:
        for value in selected:
            _add(entry, listing, check(value, listing, options), found)
    except CRASHES as error:
        found.append(crashed(entry.rule.name, entry.levels, error))


def _add(entry: Entry, listing: Listing, findings: Iterable[Finding], found: list[Judged]) -> None:
    for finding in findings:
        if levels := entry.levels_of(finding, listing.get("id")):
            found.append(_judged(entry, finding, levels))


def _judged(entry: Entry, finding: Finding, levels: Mapping[str, Level]) -> Judged:
    template = entry.rule.messages[finding.message]
    return Judged(entry.rule.name, template, finding, levels, entry.source)


def _template(finding: Finding) -> str:
    own = finding.data.get("own")
    return own if isinstance(own, str) else SENTENCES[finding.message].template


def _is_refused(judged: Judged, refused: Iterable[Pointer]) -> bool:
    """Whether something is told as missing only because a value was refused there.

    *refused* lead through the product: into an overlay, they count for its platform alone.
    """
    at = judged.finding.pointer
    told = judged.finding.message
    if told == "required":
        return any(_in_listing(pointer, judged.levels) == at for pointer in refused)
    if told in ABSENCES:
        return any(_in_listing(pointer, judged.levels)[: len(at)] == at for pointer in refused)
    return False


def _in_listing(pointer: Pointer, platforms: Container[str]) -> Pointer:
    """*pointer* of a product as one of the listing, if it leads to one of *platforms*'."""
    if len(pointer) > 2 and pointer[0] == "platforms" and str(pointer[1]) in platforms:
        return pointer[2:]
    return pointer


def _at_source(
    judged: Judged, listing: Listing, back: Callable[[Pointer], Pointer] | None
) -> Judged:
    pointer = listing.source(judged.finding.pointer)
    if back is not None:
        pointer = back(pointer)
    if pointer == judged.finding.pointer:
        return judged
    old = judged.finding
    finding = Finding(old.message, pointer, old.on, old.data, old.text)
    return Judged(judged.name, judged.template, finding, judged.levels, judged.source)
