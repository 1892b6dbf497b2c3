"""A part of a catalog → its outcome: what a process, or a machine of a cluster, does alone.

A part is a file, or a byte range of a JSON Lines file. Its outcome holds findings with lines
counted from the part's first, and small keys for the rules across products; `listlint.merge`
puts outcomes together. Parts can be linted anywhere, in any order, with equal results.
"""

# ruff: noqa: PTH123
# Files are opened by name: a catalog may have thousands, and a path object costs more than that.

from __future__ import annotations

import io
import marshal
from array import array
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from listlint.destinations import Destinations
from listlint.diagnose import diagnosed, problem_diagnostics
from listlint.document import NoProducts, Record, is_lines, read_document, read_lines
from listlint.engine import INTERNAL_ERROR, Engine, Judged
from listlint.errors import UsageError
from listlint.issuefindings import Imported
from listlint.listing import Surroundings, is_product
from listlint.model import Diagnostic, Finding, Pointer, parse_pointer, pointer_text
from listlint.payload import Payload, Payloads
from listlint.plan import Entry
from listlint.planning import World, engine_of
from listlint.report import Counts
from listlint.rule import Key
from listlint.settings import Override, Settings, overrides_for

if TYPE_CHECKING:
    from listlint.images import ImageFile, ImageStore
    from listlint.issueplaces import Issues

HEAD = 65536
"""How much of a file tells whether it is JSON Lines."""

MOST_POINTERS = 10_000
"""Up to so many pictures that are Git LFS pointers are told apart; of more, only that."""


class Part(NamedTuple):
    """A piece of work: a file, or the lines of it that begin in ``[start, end)``.

    *settings* is the index of the file's settings among the run's. *root* is the catalog's root.
    *data* is set for standard input. *end* is None for a whole file, read at once. *size* is how
    many bytes there are to read, 0 where that cannot be known.
    """

    path: str
    root: str
    named: bool
    settings: int
    start: int = 0
    end: int | None = None
    known_non_product: bool = False
    data: bytes | None = None
    size: int = 0


class Outcome:
    """What came of a part; plain values that travel between processes.

    *rows* is a marshalled list of (index of the record, its diagnostics as tuples), lines counted
    from the part's start. *keys* maps rule → (digests, record indices) as array bytes. *lines* is
    what the next part of the file is shifted by. *pointers* are the paths of pictures that are
    Git LFS pointers, at most one more than `MOST_POINTERS`. *unplaced* counts products
    that go to no known platform. *answered* are (platform, its key of a product) whose imported
    issues were told. *nowhere* says that the products are not where they should be,
    *error* why nothing could be read.
    """

    def __init__(self, error: str | None = None) -> None:
        self.counts = Counts()
        self.rows = b""
        self.keys: dict[str, tuple[bytes, bytes]] = {}
        self.by_rule: dict[str, int] = {}
        self.lines = 0
        self.passed_over = 0
        self.pointers: set[str] = set()
        self.crashed = False
        self.unplaced = 0
        self.nowhere = ""
        self.answered: set[tuple[str, str | None]] = set()
        self.error = error


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
        for record in _records(part, work, Outcome()):
            if record.index in wanted:
                seen = work.judge(engine, record)
                for entry, key in seen.keys:
                    yield Keyed(record, seen.product, entry, key, seen.back)

    def holds_one(self, part: Part) -> bool:
        """Whether exactly one record can be read in *part*, a whole file."""
        _, work = self._work(part)
        try:
            return len(list(islice(_records(part, work, Outcome()), 2))) == 1
        except (OSError, NoProducts):  # told when it is linted
            return False

    def _lint(self, part: Part, outcome: Outcome) -> None:
        engine, work = self._work(part)
        rows: list[tuple[int, list[tuple[Any, ...]]]] = []
        digests: dict[str, tuple[array[int], array[int]]] = {}
        counts = [0, 0, 0, 0]
        by_rule = outcome.by_rule
        fatal = products = faulty = 0
        for record in _records(part, work, outcome):
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

    def _work(self, part: Part) -> tuple[Engine, _Work]:
        world = self._worlds[part.settings]
        overrides = overrides_for(world.settings, part.path)
        return self._engine(part.settings, overrides), _Work(self, world, part)

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
            found = self._payloads[part.settings] = Payloads(world.platforms, asked)
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


def _records(part: Part, work: _Work, outcome: Outcome) -> Iterator[Record]:
    """The records of *part*; of a range, *outcome* is told how many lines it has."""
    if part.end is not None:
        with open(part.path, "rb") as file:
            yield from read_lines(file, part.start, part.end)
            outcome.lines = _lines_begun(file, part.start, part.end)
        return
    data = part.data
    if data is None:
        with open(part.path, "rb") as file:
            data = file.read()
    if is_lines(part.path, data[:HEAD]):
        yield from read_lines(io.BytesIO(data), 0, len(data))
    else:
        where = None if work.products else work.payloads.products_in
        yield from read_document(data, work.products, where)


def _lines_begun(file: io.BufferedReader, start: int, end: int) -> int:
    """How many lines of *file* begin in ``[start, end)``, which need not be cut at lines."""
    # One begins at 0 and one byte after each newline: so the newlines are counted a byte earlier.
    file.seek(max(start - 1, 0))
    left = end - max(start, 1)
    lines = int(start == 0 < end)
    while left > 0 and (block := file.read(min(left, 1 << 20))):
        lines += block.count(b"\n")
        left -= len(block)
    return lines


def _as_it_is(pointer: Pointer) -> Pointer:
    return pointer


def key_digest(text: str) -> int:
    """A key in 64 bits. That two keys share one is harmless: the merge then compares the texts."""
    data = text.encode("utf-8", "surrogatepass")
    return crc32(data) << 32 | crc32(data[::-1])


Keys = Sequence[tuple[Entry, Key]]


class Seen(NamedTuple):
    """A judged record: its product's id, what is told of it, whether a product was judged.

    *keys* are for the rules across products; *back* leads their pointers to the record's value.
    """

    product: str | None
    told: list[Diagnostic]
    judged: bool
    keys: Keys = ()
    back: Callable[[Pointer], Pointer] = _as_it_is


class _Work:
    """What linting one part needs besides its engine."""

    def __init__(self, linter: Linter, world: World, part: Part) -> None:
        self._settings = world.settings
        self._part = part
        self._goes_to = linter.destinations(part)
        self.payloads = linter.payloads(part)
        self.products = parse_pointer(world.settings.products) if world.settings.products else None
        self.passed_over = 0
        self.unplaced = 0
        self.pointers: set[str] = set()
        self.imported = Imported(linter.issues, Path(part.path).stem) if linter.issues else None
        self._surroundings = self._seen_from(linter)

    def _seen_from(self, linter: Linter) -> Surroundings:
        """What is around the products of this part: pictures are found from its folder on."""
        part = self._part
        root = self._settings.images.root

        def base() -> Path:
            return root or Path(part.path).parent

        def header(src: str) -> ImageFile:
            file = linter.store(part).header(src, base())
            if file.status == "pointer" and len(self.pointers) <= MOST_POINTERS:
                self.pointers.add(f"{part.root}/{file.path}")
            return file

        def pixels(src: str) -> Any:
            return linter.store(part).pixels(src, base())

        def uploaded(src: str) -> ImageFile:
            from listlint.images import REMOTE

            file = header(src)  # a name in the platform's album looks like a path
            return REMOTE if file.status in ("missing", "outside") else file

        facts = self._settings.images.facts is not None
        self._uploaded = Surroundings(header=uploaded, pixels=pixels, facts=facts)
        return Surroundings(header=header, pixels=pixels, facts=facts)

    def judge(self, engine: Engine, record: Record) -> Seen:
        """What is wrong with *record*."""
        told: list[Diagnostic] = []
        value = record.value
        if record.problems:
            if value is None and self._part.known_non_product:
                self.passed_over += 1
                return Seen(None, told, False)
            found = [
                (problem, judged)
                for problem in record.problems
                for judged in engine.problem(problem, _id(value))
            ]
            told += problem_diagnostics(record, found, _id(value))
            if value is None:
                return Seen(None, told, False)
        payload = self.payloads.told(value)
        if payload is not None:
            return self._judge_payload(engine, record, payload, told)
        back: Callable[[Pointer], Pointer] = _as_it_is
        roles = self._settings.product
        product = value
        if roles:
            from listlint.mapping import mapped

            product, back = mapped(value, roles)
        if not is_product(product):
            told += self._no_product(engine, record)
            return Seen(None, told if self._part.named else [], False)
        platforms, judged_all = self._goes_to.of(engine, product)
        keys: Keys = ()
        if not platforms:
            self.unplaced += 1
        if platforms or not isinstance(product.get("platforms", {}), dict):
            judgement = engine.judge(product, platforms, self._surroundings)
            judged_all += judgement.found
            keys = judgement.keys
        if judged_all:
            if back is not _as_it_is:
                judged_all = [_led_back(each, back) for each in judged_all]
            told += diagnosed(record, judged_all, _id(product), back(("id",)))
        told += self._answers(engine, record, platforms, product, back)
        return Seen(_id(product), told, bool(platforms), keys, back)

    def _judge_payload(
        self, engine: Engine, record: Record, payload: Payload, told: list[Diagnostic]
    ) -> Seen:
        if not self._goes_to.takes(payload.platform):
            self.unplaced += 1
            return Seen(None, told, False)
        from listlint.structure import judge_payload

        reading, judgement = judge_payload(engine, payload, record.value, self._uploaded)

        def back(pointer: Pointer) -> Pointer:
            return reading.back(pointer)[0]

        product = _id(reading.product)
        told += diagnosed(record, judgement.found, product, back(("id",)))
        told += self._answers(engine, record, (payload.platform,), reading.product, back)
        return Seen(product, told, True, judgement.keys, back)

    def _answers(
        self,
        engine: Engine,
        record: Record,
        platforms: tuple[str, ...],
        product: dict[str, Any],
        back: Callable[[Pointer], Pointer],
    ) -> list[Diagnostic]:
        """What the platforms themselves told of *product*, as far as that was imported."""
        if self.imported is None:
            return []
        judged = self.imported.judged(engine, platforms, product, record.value, back)
        return diagnosed(record, judged, _id(product), back(("id",)))

    def _no_product(self, engine: Engine, record: Record) -> list[Diagnostic]:
        if not self._part.named:
            self.passed_over += 1
            return []
        found = engine.own_finding(
            "schema/not-a-product",
            "This is no product: it has no title, nor two of a product's other fields. Name the"
            " products with --products, or map their fields in [product].",
            Finding("not-a-product", ()),
        )
        return diagnosed(record, found, None)


def _led_back(judged: Judged, back: Callable[[Pointer], Pointer]) -> Judged:
    old = judged.finding
    finding = Finding(old.message, back(old.pointer), old.on, old.data, old.text)
    return Judged(judged.name, judged.template, finding, judged.levels, judged.source)


def _id(value: Any) -> str | None:
    if isinstance(value, dict):
        identity = value.get("id")
        if isinstance(identity, str):
            return identity
    return None
