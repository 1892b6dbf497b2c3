"""The command line for tests: run within this process, or as a user starts it."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from listlint.cli import main

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Done:
    """What a run returned and printed."""

    code: int
    out: str
    err: str

    @property
    def results(self) -> list[dict[str, Any]]:
        """The report of ``-f json``."""
        return json.loads(self.out)

    @property
    def messages(self) -> list[dict[str, Any]]:
        """All findings of ``-f json``, in the order of the report."""
        return [message for result in self.results for message in result["messages"]]

    @property
    def rules(self) -> list[str]:
        return [message["ruleId"] for message in self.messages]

    def of(self, rule: str) -> list[dict[str, Any]]:
        return [message for message in self.messages if message["ruleId"] == rule]


def listlint(
    *arguments: str | Path,
    cwd: Path,
    stdin: bytes = b"",
    env: Mapping[str, str] | None = None,
) -> Done:
    """Run the command line in this process, in the folder *cwd*.

    An exception that is not the command line's own end escapes: a traceback fails the test.
    """
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    given = io.TextIOWrapper(io.BytesIO(stdin), "utf-8")
    code: object = None
    with (
        contextlib.chdir(cwd),
        patch.object(sys, "argv", ["listlint", *map(str, arguments)]),
        patch.object(sys, "stdin", given),
        patch.object(sys, "stdout", out),
        patch.object(sys, "stderr", err),
        patch.dict(os.environ, env or {}),
    ):
        try:
            main()
        except SystemExit as end:
            code = end.code
    assert isinstance(code, int), "the command line ends by sys.exit with a number"
    return Done(code, *(_written(stream) for stream in (out, err)))


def check(*arguments: str | Path, cwd: Path, **how: Any) -> Done:
    """``listlint check`` with a JSON report."""
    return listlint("check", "-f", "json", *arguments, cwd=cwd, **how)


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode()  # type: ignore[attr-defined]  # it is a BytesIO


def command(*arguments: str | Path) -> list[str]:
    """The command line as a user starts it, for a process of its own."""
    return [sys.executable, "-m", "listlint", *map(str, arguments)]


def spawned(
    *arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None, stdin: bytes = b""
) -> Done:
    """Run the command line in a process of its own, in the folder *cwd*."""
    done = subprocess.run(
        command(*arguments), cwd=cwd, env=environment(env), input=stdin, capture_output=True,
        check=False, timeout=60,
    )  # fmt: skip
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a process that imports this checkout, without what changes colours."""
    plain = {name: value for name, value in os.environ.items()
             if name not in ("NO_COLOR", "FORCE_COLOR", "PYTHONHASHSEED")}  # fmt: skip
    return {**plain, "PYTHONPATH": str(ROOT), **(more or {})}


def write(folder: Path, **files: Any) -> Path:
    """Files in *folder*; ``__`` in a name is a slash, the last ``_`` before the suffix its dot.

    ``write(folder, shop__mugs_json=[…])`` writes ``shop/mugs.json``; what is no text and no bytes
    is written as JSON, to ``…_jsonl`` a line each.
    """
    for name, content in files.items():
        stem, _, suffix = name.replace("__", "/").rpartition("_")
        put(folder / f"{stem}.{suffix}", content)
    return folder


def put(path: Path, content: Any) -> Path:
    """The file *path*, its folders made: bytes and text as they are, all else as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        data = content
    elif isinstance(content, str):
        data = content.encode("utf-8")
    elif path.suffix == ".jsonl":
        data = b"".join(json.dumps(each, ensure_ascii=False).encode() + b"\n" for each in content)
    else:
        data = json.dumps(content, ensure_ascii=False, indent=1).encode()
    path.write_bytes(data)
    return path


def product(**fields: Any) -> dict[str, Any]:
    """A product in which DHgate finds nothing; *fields* over it, None takes one out."""
    made: dict[str, Any] = {
        "id": "MUG-1",
        "title": "Double wall steel travel mug with lid",
        "brand": "No Brand",
        "images": [f"https://pictures.example/mug-{number}.jpg" for number in (1, 2, 3)],
        "price": {"amount": "12.90", "currency": "USD"},
        "platforms": {"dhgate": {}},
    }
    made.update(fields)
    return {name: value for name, value in made.items() if value is not None}


def lines(*products: Mapping[str, Any]) -> bytes:
    """*products* as JSON Lines."""
    return b"".join(json.dumps(each, ensure_ascii=False).encode() + b"\n" for each in products)


@contextlib.contextmanager
def without_network() -> Iterator[None]:
    """Fail whatever opens a socket or looks a name up."""
    import socket

    def refused(*arguments: object, **named: object) -> None:
        raise AssertionError("the network was asked")

    with (
        patch.object(socket, "socket", refused),
        patch.object(socket, "create_connection", refused),
        patch.object(socket, "getaddrinfo", refused),
    ):
        yield
