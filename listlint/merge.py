"""Outcomes of parts → results of files: lines and indices added up, equal keys met.

Nothing here holds all findings: they lie in a spool, in memory while they are few and on disk
when they are many, and are read again by each format. This module runs no rule and reads no
settings; for the few records that rules across products speak of it asks the linter again.
"""

from __future__ import annotations

import io
import marshal
from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from operator import itemgetter
from typing import IO, Any

from listlint.diagnose import diagnosed
from listlint.judged import Judged
from listlint.lint import Keyed, Linter, key_digest
from listlint.model import Diagnostic, Level
from listlint.parts import Outcome, Part
from listlint.plan import NO_PLATFORM
from listlint.report import Counts, Result
from listlint.work import MOST_POINTERS

SPOOL_BYTES = 8 * 1024 * 1024
"""Findings stay in memory up to this size, in bytes."""

_LEVELS = tuple(Level)

_PLACE = itemgetter(
    *map(Diagnostic._fields.index, ("start", "end", "rule", "pointer", "message", "level"))
)


class _Piece:
    """A part and what of its outcome is needed later."""

    __slots__ = ("at", "extra", "lines", "part", "size")

    def __init__(self, part: Part, at: int, size: int, lines: int) -> None:
        self.part = part
        self.at = at
        self.size = size
        self.lines = lines
        self.extra: list[Diagnostic] = []


class Catalog:
    """The merged outcomes of a run; `results` can be read again and again."""

    def __init__(self, shown: dict[str, tuple[str, str]]) -> None:
        """*shown* maps a part's path → (how it is shown, its absolute path)."""
        self._shown = shown
        self._spool: IO[bytes] = io.BytesIO()
        self._on_disk = False
        self._pieces: dict[str, list[_Piece]] = {}
        self._counts: dict[str, Counts] = {}
        self._keys: dict[str, list[tuple[_Piece, bytes, bytes]]] = {}
        self.counts = Counts()
        self.by_rule: dict[str, int] = {}
        self.passed_over = 0
        self.unplaced = 0
        self.answered: set[tuple[str, str | None]] = set()
        self.nowhere = ""
        self.pointers: set[str] = set()
        self.crashed = False
        self.nothing_asked = False
        self.errors: list[str] = []

    def add(self, part: Part, outcome: Outcome) -> None:
        """Take in the outcome of *part*. Parts of one file come in their order."""
        if outcome.error:
            self.errors.append(outcome.error)
            return
        piece = _Piece(part, self._spool.tell(), len(outcome.rows), outcome.lines)
        self._write(outcome.rows)
        self._pieces.setdefault(part.path, []).append(piece)
        self._counts[part.path] = self._counts.get(part.path, Counts()).plus(outcome.counts)
        self.counts = self.counts.plus(outcome.counts)
        for rule, count in outcome.by_rule.items():
            self.by_rule[rule] = self.by_rule.get(rule, 0) + count
        for rule, (digests, indices) in outcome.keys.items():
            self._keys.setdefault(rule, []).append((piece, digests, indices))
        self.passed_over += outcome.passed_over
        self.unplaced += outcome.unplaced
        self.answered |= outcome.answered
        self.nowhere = self.nowhere or outcome.nowhere
        # Counted whole, not by part: how a catalog is cut must not change what is told.
        if len(self.pointers) <= MOST_POINTERS:
            self.pointers |= outcome.pointers
        self.crashed |= outcome.crashed

    def _write(self, rows: bytes) -> None:
        self._spool.write(rows)
        if not self._on_disk and self._spool.tell() > SPOOL_BYTES:
            import shutil
            import tempfile

            held = self._spool
            held.seek(0)
            self._spool = tempfile.TemporaryFile()  # noqa: SIM115  # it lives as long as we do
            shutil.copyfileobj(held, self._spool)
            self._on_disk = True

    def meet(self, linter: Linter) -> None:
        """Let equal keys meet: the findings of the rules across products."""
        for rule, held in self._keys.items():
            repeated = _repeated(digests for _, digests, _ in held)
            if repeated:
                self._tell(linter, rule, repeated, held)
        self._keys.clear()

    def _tell(
        self,
        linter: Linter,
        rule: str,
        repeated: set[int],
        held: Iterable[tuple[_Piece, bytes, bytes]],
    ) -> None:
        first: dict[str, str] = {}
        for piece, digests, indices in held:
            wanted = {
                index
                for digest, index in zip(_array("Q", digests), _array("L", indices), strict=True)
                if digest in repeated
            }
            if not wanted:
                continue
            for keyed in linter.keys_again(piece.part, wanted):
                entry, key = keyed.entry, keyed.key
                if entry.rule.name != rule or key_digest(key.text) not in repeated:
                    continue
                if key.text not in first:
                    first[key.text] = self._where(piece, keyed)
                    continue
                levels = entry.levels
                if entry.levels_at is not None:
                    levels = entry.levels_at(keyed.product, key.finding.pointer)
                for diagnostic in _diagnosed(keyed, levels, first[key.text]) if levels else ():
                    piece.extra.append(diagnostic)
                    self._count(piece.part.path, diagnostic)

    def _where(self, piece: _Piece, keyed: Keyed) -> str:
        [diagnostic] = _diagnosed(keyed, {NO_PLATFORM: Level.INFO}, "")
        line = diagnostic.line + self._lines_before(piece)
        return f"{self._shown[piece.part.path][0]}:{line}"

    def _lines_before(self, piece: _Piece) -> int:
        lines = 0
        for other in self._pieces[piece.part.path]:
            if other is piece:
                break
            lines += other.lines
        return lines

    def _count(self, path: str, diagnostic: Diagnostic) -> None:
        counts = Counts.of([diagnostic])
        self._counts[path] = self._counts[path].plus(counts)
        self.counts = self.counts.plus(counts)
        self.by_rule[diagnostic.rule] = self.by_rule.get(diagnostic.rule, 0) + 1

    @property
    def results(self) -> Iterable[Result]:
        """A result for each file, in order of how it is shown."""
        return _Results(self)

    def _each(self) -> Iterator[Result]:
        for path in sorted(self._pieces, key=lambda path: self._shown[path]):
            shown, absolute = self._shown[path]
            yield Result(shown, absolute, self._counts[path], _Messages(self, path))

    def _messages(self, path: str) -> Iterator[Diagnostic]:
        lines = 0
        for piece in self._pieces[path]:
            found: list[tuple[Any, ...]] = [*piece.extra]
            if piece.size:
                self._spool.seek(piece.at)
                rows = marshal.loads(self._spool.read(piece.size))
                found += chain.from_iterable(told for _, told in rows)
            # What is wrong with the JSON, and with several products, was not found in place order.
            found.sort(key=_PLACE)
            for row in found:
                yield _diagnostic(row, lines)
            lines += piece.lines


def _diagnosed(keyed: Keyed, levels: Mapping[str, Level], first: str) -> list[Diagnostic]:
    """What is told of a key that was met before, in the product at *first*."""
    rule, old = keyed.entry.rule, keyed.key.finding
    finding = old._replace(pointer=keyed.back(old.pointer), data={**old.data, "first": first})
    judged = Judged(rule.name, rule.messages[old.message], finding, levels, keyed.entry.source)
    return diagnosed(keyed.record, [judged], keyed.product, keyed.back(("id",)))


class _Results:
    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    def __iter__(self) -> Iterator[Result]:
        return self.catalog._each()


class _Messages:
    def __init__(self, catalog: Catalog, path: str) -> None:
        self.catalog = catalog
        self.path = path

    def __iter__(self) -> Iterator[Diagnostic]:
        return self.catalog._messages(self.path)


def _diagnostic(row: tuple[Any, ...], lines: int) -> Diagnostic:
    rule, level, message_id, message, line, column, end_line, *rest = row
    return Diagnostic(
        rule, _LEVELS[level], message_id, message, line + lines, column, end_line + lines, *rest
    )


def _array(kind: str, data: bytes) -> array[int]:
    made: array[int] = array(kind)
    made.frombytes(data)
    return made


_BUCKETS = 1 << 18


def _repeated(held: Iterable[bytes]) -> set[int]:
    """The digests that stand more than once in *held*; a slice at a time, so memory stays small."""
    arrays = [_array("Q", each) for each in held]
    passes = sum(map(len, arrays)) // _BUCKETS + 1
    repeated: set[int] = set()
    for turn in range(passes):
        seen: set[int] = set()
        for each in arrays:
            mine = each if passes == 1 else [digest for digest in each if digest % passes == turn]
            for digest in mine:
                if digest in seen:
                    repeated.add(digest)
                else:
                    seen.add(digest)
    return repeated
