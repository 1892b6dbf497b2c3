"""Linting one part: each record is told what it is, judged, and its findings are placed.

This module runs no rule and reads no catalog file; pictures are looked at through the linter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from listlint.diagnose import diagnosed, problem_diagnostics
from listlint.engine import Engine
from listlint.judged import Judged
from listlint.listing import Surroundings, is_product
from listlint.model import Diagnostic, Finding, Pointer, parse_pointer
from listlint.namedtuples import NamedTuple
from listlint.parts import Outcome, Part, records
from listlint.plan import Entry
from listlint.record import Record
from listlint.rule import Key
from listlint.world import World

if TYPE_CHECKING:
    from listlint.images import ImageFile
    from listlint.issuefindings import Imported
    from listlint.issueplaces import Issues
    from listlint.lint import Linter
    from listlint.payload import Payload

MOST_POINTERS = 10_000
"""Up to so many pictures that are Git LFS pointers are told apart; of more, only that."""


def _as_it_is(pointer: Pointer) -> Pointer:
    return pointer


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


class Work:
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
        self.imported = _imported(linter.issues, part) if linter.issues else None
        self._surroundings = self._seen_from(linter)

    def records(self, outcome: Outcome) -> Iterator[Record]:
        """The records of the part; of a range, *outcome* is told how many lines it has."""
        return records(self._part, outcome, self.products, self.payloads.products_in)

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
        sentence = (
            "This is no product: it has no title, nor two of a product's other fields. Name the"
            " products with --products, or map their fields in [product]."
        )
        finding = Finding("not-a-product", ())
        answers = self.payloads.answered(record.value)
        if answers is not None:
            sentence = (
                "This is an answer of {platform}, no product. Name the catalog that it is about,"
                " and this file with --import-issues: then its issues stand at their products."
            )
            finding = Finding("answer", (), data={"platform": answers})
        return diagnosed(
            record, engine.own_finding("schema/not-a-product", sentence, finding), None
        )


def _led_back(judged: Judged, back: Callable[[Pointer], Pointer]) -> Judged:
    old = judged.finding
    finding = Finding(old.message, back(old.pointer), old.on, old.data, old.text)
    return Judged(judged.name, judged.template, finding, judged.levels, judged.source)


def _imported(issues: Issues, part: Part) -> Imported:
    from listlint.issuefindings import Imported

    return Imported(issues, Path(part.path).stem)


def _id(value: Any) -> str | None:
    if isinstance(value, dict):
        identity = value.get("id")
        if isinstance(identity, str):
            return identity
    return None
