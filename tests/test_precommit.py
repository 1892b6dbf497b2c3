"""The hooks, run by pre-commit itself from this checkout: it installs listlint as users do."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MUG = {
    "id": "MUG-1",
    "title": "Stainless Steel Travel Mug with Lid, 500 ml",
    "brand": "No Brand",
    "images": [f"https://img.example/mug-{number}.jpg" for number in range(3)],
    "platforms": {"dhgate": {}},
}


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    # A test that runs inside a git hook must not touch the repository of that hook.
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env |= {"PRE_COMMIT_HOME": str(folder.parent / "store"), "PRE_COMMIT_COLOR": "never"}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def hooks_on(folder: Path, files: dict[str, object]) -> tuple[int, dict[str, str], str]:
    """The exit code, how each hook ended, and what was said, for a repository of *files*."""
    folder.mkdir()
    for name, value in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(value), "utf-8")
    assert run(folder, "git", "init", "-q", ".").returncode == 0
    assert run(folder, "git", "add", ".").returncode == 0
    done = run(folder, sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "--all-files")
    said = done.stdout + done.stderr
    ended = dict(re.findall(r"^(listlint.*?)\.{3,}(\w+)$", said, re.MULTILINE))
    return done.returncode, ended, said


@pytest.mark.parametrize(
    ("brand", "code", "verdict"), [("No Brand", 0, "Passed"), (None, 1, "Failed")]
)
def test_both_hooks_judge_a_catalog(
    tmp_path: Path, brand: str | None, code: int, verdict: str
) -> None:
    product = {**MUG, "brand": brand} if brand else {k: v for k, v in MUG.items() if k != "brand"}
    # package.json is a file that a commit may hold too: no product, and no finding.
    files = {"catalog/mug.json": product, "package.json": {"name": "shop", "version": "1.0.0"}}
    got, ended, said = hooks_on(tmp_path / "shop", files)
    assert (got, ended) == (
        code,
        {"listlint": verdict, "listlint (whole catalog)": verdict},
    ), said
    assert ("brand/required" in said) == (brand is None)
