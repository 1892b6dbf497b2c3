"""What is installed is what stands in the checkout: no rule, schema or package is left out."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from listlint import registry

ROOT = Path(__file__).parent.parent
INSTALLED = {"listlint": "listlint", "listlint/rules": "rules", "listlint/schemas": "schemas"}
FILES = ("setup.cfg", "pyproject.toml", "MANIFEST.in", "README.md", "LICENSE", "NOTICE")


def is_source(path: Path) -> bool:
    """Whether *path* is installed: all but caches, and readmes of folders."""
    return path.is_file() and path.suffix not in {".pyc", ".md"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in a wheel built from a source distribution, which is built from a clean copy."""
    copy = tmp_path_factory.mktemp("checkout")
    for folder in INSTALLED.values():
        ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
        shutil.copytree(ROOT / folder, copy / folder, ignore=ignored)
    for name in FILES:
        shutil.copy(ROOT / name, copy)
    build = [sys.executable, "-m", "build", "--no-isolation", str(copy)]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = (copy / "dist").glob("*.whl")
    with zipfile.ZipFile(made) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_the_wheel_holds_every_file_and_no_other(wheel: set[str]) -> None:
    expected = {
        f"{target}/{path.relative_to(ROOT / folder).as_posix()}"
        for target, folder in INSTALLED.items()
        for path in (ROOT / folder).rglob("*")
        if is_source(path)
    }
    assert wheel == expected


def test_nothing_else_lands_at_the_top_of_site_packages(wheel: set[str]) -> None:
    assert {name.partition("/")[0] for name in wheel} == {"listlint"}


def test_setup_cfg_lists_every_package() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", "utf-8")
    listed = set(config["options"]["packages"].split())
    found = set()
    for target, folder in INSTALLED.items():
        for init in (ROOT / folder).rglob("__init__.py"):
            inside = init.parent.relative_to(ROOT / folder).parts
            found.add(".".join((*target.split("/"), *inside)))
    assert listed == found


def test_every_folder_of_rules_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "rules").rglob("*.py") if is_source(path)}
    assert all((folder / "__init__.py").is_file() for folder in folders)


def test_the_index_of_rules_is_fresh() -> None:
    index = (ROOT / "rules" / "index.json").read_bytes()
    assert index == registry.index_text(), "run: python -m listlint.registry"
