"""Run child processes and say what each cost: CPU seconds, wall seconds, peak memory.

A child is charged with the children it waited for, so a tool is measured with its workers; its
peak is that of the largest process among them, and never below the starter's own (Linux counts
what the starter held when it forked). Commands that are compared run in turn, round by round, so
that a busy moment of the machine falls on all of them. This module knows no linter.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

UNUSUAL = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPROFILEIMPORTTIME")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in UNUSUAL}
"""What commands run in: an installed tool has its bytecode, so a checkout may keep its own."""

BURN = (sys.executable, "-c", "total = 0\nfor i in range(6_000_000): total += i")


@dataclass(frozen=True, slots=True)
class Command:
    """What to run and where, and how to see that it did its work.

    A tool that breaks is fast, and many break with the exit code of findings. So besides one of
    the exit codes `good`, its output must hold `says`, and it must write the file `writes` anew.
    """

    words: Sequence[str]
    folder: Path
    good: tuple[int, ...] = (0, 1)
    says: str = ""
    writes: Path | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of CPU (user and system), seconds by the clock, bytes of the largest process."""

    cpu: float
    wall: float
    peak: int


class FailedError(Exception):
    """A command did not do its work; the message says which and how."""


def cost(*commands: Command) -> Cost:
    """Run the commands at the same time, to their end; CPU is the sum, peak the largest.

    `FailedError` for a command that did not do its work.
    """
    for command in commands:
        if command.writes:
            command.writes.unlink(missing_ok=True)
    with ExitStack() as stack:
        outputs = [stack.enter_context(tempfile.TemporaryFile()) for _ in commands]
        start = time.perf_counter()
        running = [
            subprocess.Popen(
                command.words, cwd=command.folder, env=ENVIRONMENT, stdout=output, stderr=output
            )
            for command, output in zip(commands, outputs, strict=True)
        ]
        seconds, peak = 0.0, 0
        for process in running:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            seconds += used.ru_utime + used.ru_stime
            peak = max(peak, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024))
        wall = time.perf_counter() - start
        for command, process, output in zip(commands, running, outputs, strict=True):
            output.seek(0)
            prove(command, process.returncode, output.read().decode("utf-8", "replace"))
    return Cost(seconds, wall, peak)


def prove(command: Command, code: int, output: str) -> None:
    """`FailedError` unless exit code, output and written file show that the work was done."""
    written = not command.writes or (command.writes.exists() and command.writes.stat().st_size > 2)
    broken = "Traceback (most recent call last)" in output
    if code not in command.good or command.says not in output or broken or not written:
        shown = " ".join(command.words)[:200]
        told = output.strip()[-600:] or "nothing said"
        raise FailedError(f"{shown} did not do its work (exit code {code}): {told}")


def rounds(commands: Mapping[str, Command], count: int) -> dict[str, list[Cost]]:
    """The costs of each command, all of them in turn, `count` times."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(count):
        for name, command in commands.items():
            costs[name].append(cost(command))
    return costs


def cpu(costs: Sequence[Cost]) -> float:
    """The median of the CPU seconds."""
    return statistics.median(each.cpu for each in costs)


def wall(costs: Sequence[Cost]) -> float:
    """The median of the seconds by the clock."""
    return statistics.median(each.wall for each in costs)


def free_cores() -> float:
    """How much work two processes do in the time that one takes: 2.0 on two free cores."""
    burn = Command(BURN, Path.cwd())
    return 2 * cost(burn).wall / cost(burn, burn).wall
