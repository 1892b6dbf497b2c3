"""A part of a catalog → its outcome: what a process, or a machine of a cluster, does alone.

A part is a file, or a byte range of a JSON Lines file. Its outcome holds findings with lines
counted from the part's first, and small keys for the rules across products; `listlint.merge`
puts outcomes together. Parts can be linted anywhere, in any order, with equal results.
"""

# Files are opened by name: a catalog may have thousands, and a path object costs more than that.

from __future__ import annotations

import marshal
from array import array
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from listlint.destinations import Destinations
from listlint.document import NoProducts, Record
from listlint.engine import Engine
from listlint.errors import UsageError
from listlint.judged import INTERNAL_ERROR
from listlint.model import Pointer, pointer_text
from listlint.namedtuples import NamedTuple
from listlint.parts import Outcome, Part
from listlint.payloads import Payloads
from listlint.plan import Entry
from listlint.planning import engine_of
from listlint.report import Counts
from listlint.rule import Key
from listlint.settings import Override, Settings, overrides_for
from listlint.work import Work
from listlint.world import World

if TYPE_CHECKING:
    from listlint.images import ImageFile, ImageStore
    from listlint.issueplaces import Issues


class Keyed(NamedTuple):
    """A key of a rule across products, with all that a finding about it needs.

    *back* leads a pointer of the product, as its configuration maps it, to the record's value.
    """

    record: Record
    product: str | None
    entry: Entry
    key: Key
    back: Callable[[Pointer], Pointer]


class Linter:
    """Lints parts with one run's settings; engines are made once for all files that share one."""

    def __init__(
        self, settings: Iterable[Settings], as_of: date, issues: Issues | None = None
    ) -> None:
        """*issues* are what platforms told of products, told beside our own findings."""
        self.issues = issues
        self._worlds = [World(each, as_of) for each in settings]
        self._engines: dict[tuple[int, tuple[int, ...]], Engine] = {}
        self._destinations: dict[int, Destinations] = {}
        self._payloads: dict[int, Payloads] = {}
        self._stores: dict[tuple[int, str], ImageStore] = {}
        self._facts: dict[int, Mapping[str, ImageFile]] = {}

    def lint(self, part: Part) -> Outcome:
        """The outcome of *part*; its error is set where the file cannot be read."""
        outcome = Outcome()
        try:
            self._lint(part, outcome)
        except OSError as error:
            return Outcome(error=f"{part.path}: cannot be read ({error.strerror}).")
        except NoProducts as error:
            sentence = _no_products(error, self._worlds[part.settings].settings)
            if part.named:
                return Outcome(error=f"{part.path}: {sentence}")
            outcome.passed_over = 1
            outcome.nowhere = sentence
        return outcome

    def keys_again(self, part: Part, wanted: Container[int]) -> Iterator[Keyed]:
        """The keys of the records *wanted* of *part*, for what the merge has to tell of them."""
        engine, work = self._work(part)
        for record in work.records(Outcome()):
            if record.index in wanted:
                seen = work.judge(engine, record)
                for entry, key in seen.keys:
                    yield Keyed(record, seen.product, entry, key, seen.back)

    def holds_one(self, part: Part) -> bool:
        """Whether exactly one record can be read in *part*, a whole file."""
        _, work = self._work(part)
        try:
            return len(list(islice(work.records(Outcome()), 2))) == 1
        except (OSError, NoProducts):  # told when it is linted
            return False

    def _lint(self, part: Part, outcome: Outcome) -> None:
        engine, work = self._work(part)
        rows: list[tuple[int, list[tuple[Any, ...]]]] = []
        digests: dict[str, tuple[array[int], array[int]]] = {}
        counts = [0, 0, 0, 0]
        by_rule = outcome.by_rule
        fatal = products = faulty = 0
        for record in work.records(outcome):
            _, told, judged, keys, _ = work.judge(engine, record)
            products += judged
            for entry, key in keys:
                pair = digests.get(entry.rule.name)
                if pair is None:
                    pair = digests[entry.rule.name] = (array("Q"), array("L"))
                pair[0].append(key_digest(key.text))
                pair[1].append(record.index)
            if told:
                faulty += judged
                rows.append((record.index, [(each[0], int(each[1]), *each[2:]) for each in told]))
                for each in told:
                    counts[each.level] += 1
                    fatal += each.fatal
                    by_rule[each.rule] = by_rule.get(each.rule, 0) + 1
        outcome.counts = Counts(counts[3], counts[2], counts[1], fatal, products, faulty)
        outcome.passed_over = work.passed_over
        outcome.unplaced = work.unplaced
        outcome.answered = work.imported.told if work.imported else set()
        outcome.pointers = work.pointers
        outcome.crashed = INTERNAL_ERROR in by_rule
        outcome.rows = marshal.dumps(rows) if rows else b""
        outcome.keys = {
            rule: (held.tobytes(), indices.tobytes()) for rule, (held, indices) in digests.items()
        }

    def _work(self, part: Part) -> tuple[Engine, Work]:
        world = self._worlds[part.settings]
        overrides = overrides_for(world.settings, part.path)
        return self._engine(part.settings, overrides), Work(self, world, part)

    def _engine(self, index: int, overrides: tuple[Override, ...]) -> Engine:
        key = (index, tuple(map(id, overrides)))
        engine = self._engines.get(key)
        if engine is None:
            engine = self._engines[key] = engine_of(self._worlds[index], overrides)
        return engine

    def destinations(self, part: Part) -> Destinations:
        """Where the products of *part* go."""
        found = self._destinations.get(part.settings)
        if found is None:
            found = self._destinations[part.settings] = Destinations(self._worlds[part.settings])
        return found

    def payloads(self, part: Part) -> Payloads:
        """The payloads that can be told among those of *part*."""
        found = self._payloads.get(part.settings)
        if found is None:
            world, asked = self._worlds[part.settings], self.destinations(part).asked
            fields = world.product_schema["properties"]
            found = self._payloads[part.settings] = Payloads(world.platforms, fields, asked)
        return found

    def store(self, part: Part) -> ImageStore:
        """The pictures below the root of *part*'s catalog."""
        key = (part.settings, part.root)
        store = self._stores.get(key)
        if store is None:
            from listlint.images import ImageStore

            store = self._stores[key] = ImageStore(Path(part.root), facts=self.facts(part))
        return store

    def facts(self, part: Part) -> Mapping[str, ImageFile]:
        """Facts of pictures that are elsewhere; UsageError where their file is faulty."""
        if part.settings not in self._facts:
            path = self._worlds[part.settings].settings.images.facts
            self._facts[part.settings] = _read_facts(path) if path else {}
        return self._facts[part.settings]


def _no_products(error: NoProducts, settings: Settings) -> str:
    hint = f"; did you mean {error.near!r}?" if error.near else "."
    by = settings.origin.get("products", "--products")
    return (
        f"there is nothing at {pointer_text(error.pointer)}, where {by} says the products are{hint}"
    )


def _read_facts(path: Path) -> Mapping[str, ImageFile]:
    from listlint.imagefacts import read_facts

    try:
        with path.open("rb") as file:
            facts, faults = read_facts(file)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}).") from error
    if faults:
        raise UsageError("\n".join(f"{path}:{line}: {reason}." for line, reason in faults))
    return facts


def key_digest(text: str) -> int:
    """A key in 64 bits. That two keys share one is harmless: the merge then compares the texts."""
    data = text.encode("utf-8", "surrogatepass")
    return crc32(data) << 32 | crc32(data[::-1])
