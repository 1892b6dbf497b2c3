"""Sources → parts → outcomes: cut into pieces of work, done by one process or by several.

The only place with concurrency. The outcomes are the same whatever the number of jobs.
"""

# ruff: noqa: PTH116, PTH123
# Files are asked for by name: a catalog may have thousands, and a path object costs more than that.

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from listlint.document import is_lines, line_ranges
from listlint.lint import Linter
from listlint.parts import HEAD, Outcome, Part
from listlint.settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future

    from listlint.issueplaces import Issues

CHUNK = 2 * 1024 * 1024
"""About how many bytes of a JSON Lines file are one piece of work: so small that processes end
at about the same time."""

BATCH = 2 * 1024 * 1024
"""About how many bytes of small files are sent to a process at once."""

WORTH_PROCESSES = 24 * 1024 * 1024
"""Below this many bytes, starting processes costs more than it saves."""

Progress = Callable[[int], None]
"""Told the bytes that are done, as they are done."""


def parts_of(part: Part) -> list[Part]:
    """*part*, a whole file, in pieces of work: a large JSON Lines file in byte ranges."""
    if part.data is not None:
        return [part._replace(size=len(part.data))]
    try:
        size = os.stat(part.path).st_size
        if size <= CHUNK:
            return [part._replace(size=size)]
        with open(part.path, "rb") as file:
            if not is_lines(part.path, file.read(HEAD)):
                return [part._replace(size=size)]
            ranges = line_ranges(file, size, CHUNK)
    except OSError:
        return [part]  # linting it tells what is wrong
    return [part._replace(start=start, end=end, size=end - start) for start, end in ranges]


def jobs_for(asked: int | None, total: int) -> int:
    """How many processes: as *asked*, or (None) as many as the work and the machine are worth."""
    if asked is not None:
        return asked
    return (os.cpu_count() or 1) if total >= WORTH_PROCESSES else 1


def outcomes(
    parts: Sequence[Part],
    settings: Sequence[Settings],
    as_of: date,
    jobs: int,
    progress: Progress = lambda done: None,
    issues: Issues | None = None,
) -> Iterator[tuple[Part, Outcome]]:
    """The outcome of each of *parts*, in their order; *issues* are told beside our own findings."""
    if jobs <= 1 or len(parts) < 2:
        linter = Linter(settings, as_of, issues)
        _look_seldom()
        for part in parts:
            yield part, linter.lint(part)
            progress(part.size)
        return
    yield from _in_processes(parts, (settings, as_of, issues), jobs, progress)


_Given = tuple[Sequence[Settings], date, "Issues | None"]
"""What a linter is made of."""


def _in_processes(
    parts: Sequence[Part], given: _Given, jobs: int, progress: Progress
) -> Iterator[tuple[Part, Outcome]]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # spawn, everywhere: the same on all systems, and safe whatever threads there are.
    with ProcessPoolExecutor(
        jobs, get_context("spawn"), initializer=_start, initargs=given
    ) as pool:
        waiting: deque[tuple[list[Part], Future[list[Outcome]]]] = deque()
        batches = _batches(parts)
        try:
            for batch in batches:
                waiting.append((batch, pool.submit(_lint_batch, batch)))
                if len(waiting) > jobs * 2:
                    yield from _done(waiting, progress)
            while waiting:
                yield from _done(waiting, progress)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _done(
    waiting: deque[tuple[list[Part], Future[list[Outcome]]]],
    progress: Progress,
) -> Iterator[tuple[Part, Outcome]]:
    batch, future = waiting.popleft()
    for part, outcome in zip(batch, future.result(), strict=True):
        yield part, outcome
        progress(part.size)


def _batches(parts: Iterable[Part]) -> Iterator[list[Part]]:
    batch: list[Part] = []
    size = 0
    for part in parts:
        batch.append(part)
        size += part.size
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


_linter: Linter | None = None


def _start(settings: Sequence[Settings], as_of: date, issues: Issues | None) -> None:
    global _linter
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    _linter = Linter(settings, as_of, issues)
    _look_seldom()


def _lint_batch(batch: Sequence[Part]) -> list[Outcome]:
    assert _linter is not None, "started by _start"
    return [_linter.lint(part) for part in batch]


def _look_seldom() -> None:
    """Let the garbage collector run seldom: products are trees, freed when they are left."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
    gc.enable()
