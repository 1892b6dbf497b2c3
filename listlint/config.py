"""Configuration files → the `Settings` of each file that is linted.

The nearest of ``listlint.toml``, ``.listlint.toml`` and a ``pyproject.toml`` with
``[tool.listlint]``, upward from the linted file, counts: one file wins, and takes over only what
it names in ``extends``. All faults of a configuration are told at once, in one `ConfigError`.
This module knows no rule, no platform and no command line; it never prints. tomllib and the
schema libraries are imported when a file was found.
"""

# ruff: noqa: PTH100, PTH113, PTH118, PTH120
# Paths are text where each linted file asks for its folder, and links keep the names they have.

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from listlint.configvalues import DEFAULTS, Entry, flattened, frozen, origins
from listlint.errors import ConfigError, Fault, UsageError, unknown
from listlint.model import Level
from listlint.namedtuples import NamedTuple
from listlint.settings import DEFAULT, Rules, RuleSetting, Settings, covers
from listlint.tomlfile import read_toml
from listlint.tomltext import Path as At
from listlint.tomltext import dotted, line_of, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NAMES = ("listlint.toml", ".listlint.toml", "pyproject.toml")
"""The names that are looked for in each folder, the first that counts wins."""


class Configuration:
    """Which settings hold for a file. Each folder is looked at once, each file read once.

    *file* overrules the search. *rules* maps what ``--rule`` names to a level's word, *platforms*
    are those of ``--platform``, *products* is the pointer of ``--products``: they win over any
    file. UsageError where *file* is missing or a level is no level.
    """

    def __init__(
        self,
        file: Path | None = None,
        *,
        rules: Mapping[str, str] | None = None,
        platforms: Sequence[str] = (),
        products: str | None = None,
    ) -> None:
        if file is not None and not file.is_file():
            raise UsageError(f"there is no configuration file {file}.")
        for name, level in (rules or {}).items():
            try:
                Level.parse(level)
            except ValueError as error:
                raise UsageError(f"--rule {name}: {error}.") from None
        if products and not products.startswith("/"):
            raise UsageError(f"--products: {products!r} is no JSON Pointer, such as /items.")
        self._file = None if file is None else Path(os.path.abspath(file))
        self._rules = rules or {}
        self._platforms = tuple(platforms)
        self._products = products
        self._by_folder: dict[str, Settings] = {}
        self._by_file: dict[Path | None, Settings] = {}

    def for_file(self, path: Path | str) -> Settings:
        """The settings of the file *path*, whether it is there or not; ConfigError if faulty."""
        return self.for_folder(os.path.dirname(os.path.abspath(path)))

    def for_folder(self, folder: str) -> Settings:
        """The settings of the files that lie in *folder*, an absolute path."""
        settings = self._by_folder.get(folder)
        if settings is None:
            file = self._file or _found_in(folder)
            parent = os.path.dirname(folder)
            if file is None and parent != folder:
                settings = self.for_folder(parent)
            else:
                settings = self._of(file)
            self._by_folder[folder] = settings
        return settings

    def _of(self, file: Path | None) -> Settings:
        if file not in self._by_file:
            entries = dict(DEFAULTS)
            for each in _chain(file) if file else ():
                _overlay(entries, each)
            self._take_command_line(entries)
            faults: list[Fault] = []
            settings = frozen(
                file,
                self._platforms,
                entries,
                lambda at, sentence: faults.append(_fault(origins(entries), at, sentence)),
            )
            if faults:
                raise ConfigError(faults)
            self._by_file[file] = settings
        return self._by_file[file]

    def _take_command_line(self, entries: dict[tuple[str, ...], Entry]) -> None:
        for name in self._rules:
            _drop_levels(entries, name)
        for name, level in self._rules.items():
            entries["rules", name, "level"] = Entry(level, "--rule")
        if self._products is not None:
            entries["products",] = Entry(self._products, "--products")


class _File(NamedTuple):
    """One configuration file as read: *root* leads to our table, *table* holds dates as text."""

    path: Path
    text: str
    root: tuple[str, ...]
    table: dict[str, Any]

    def fault(self, at: At, sentence: str) -> Fault:
        line = line_of(self.text, (*self.root, *at))
        return Fault(sentence, self.path, dotted((*self.root, *at)), line)


def _found_in(folder: str) -> Path | None:
    for name in NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and (name != "pyproject.toml" or _names_us(Path(path))):
            return Path(path)
    return None


def _names_us(pyproject: Path) -> bool:
    # Most pyproject.toml files are not about us, and need not be parsed to see it.
    try:
        if b"listlint" not in pyproject.read_bytes():
            return False
    except OSError:
        return False
    return _read(pyproject) is not None


def _read(path: Path) -> _File | None:
    """The file *path*; None for a ``pyproject.toml`` without our table."""
    text, table = read_toml(path)
    root = ("tool", "listlint") if path.name == "pyproject.toml" else ()
    for part in root:
        if part not in table:
            return None
        table = table[part]
    if not isinstance(table, dict):
        raise ConfigError([Fault("must be a table.", path, dotted(root))])
    if isinstance(table.get("product"), dict):
        table["product"] = _nested(table["product"])
    return _File(path, text, root, table)


def _chain(file: Path) -> list[_File]:
    """*file* and all that it extends, each once, a base before what is built on it."""
    done: dict[Path, _File] = {}
    faults: list[Fault] = []

    def visit(path: Path, extending: tuple[Path, ...]) -> None:
        from listlint.configschema import faults_of

        read = _read(path)
        if read is None:
            raise ConfigError([Fault("has no table [tool.listlint].", path)])
        found = [read.fault(at, sentence) for at, sentence in faults_of(read.table)]
        faults.extend(sorted(found, key=lambda fault: (fault.line or 0, fault.key)))
        bases = read.table.get("extends", []) if not found else []
        for base in [bases] if isinstance(bases, str) else bases:
            target = Path(os.path.normpath(path.parent / base))
            if target in (*extending, path):
                circle = (*extending, path, target)[(*extending, path).index(target) :]
                names = " → ".join(each.name for each in circle)
                faults.append(read.fault(("extends",), f"goes in a circle: {names}."))
            elif not target.is_file():
                faults.append(read.fault(("extends",), f"there is no file {target}."))
            elif target not in done:
                visit(target, (*extending, path))
        done[path] = read

    visit(file, ())
    if faults:
        raise ConfigError(faults)
    return list(done.values())


def _overlay(entries: dict[tuple[str, ...], Entry], file: _File) -> None:
    """Lay what *file* states over *entries*; a level of a family ends those of its rules."""
    stated = list(flattened(file.table, file.path.parent))
    for at, _ in stated:
        if at[-1] == "level" and at[-2].endswith("*"):
            _drop_levels(entries, at[-2], at[:-2])
    for at, value in stated:
        entries[at] = Entry(value, str(file.path))


def _drop_levels(
    entries: dict[tuple[str, ...], Entry], name: str, table: tuple[str, ...] | None = None
) -> None:
    """Take out the levels of the rules that *name* covers: in one *table*, or everywhere."""
    for at in list(entries):
        if at[-3:-2] == ("rules",) and at[-1] == "level":
            if covers(name, at[-2]) and table in (None, at[:-2]):
                del entries[at]
        elif at == ("overrides",) and table is None:
            entry = entries[at]
            entries[at] = Entry([_without_level(one, name) for one in entry.value], entry.origin)


def _without_level(override: Mapping[str, Any], name: str) -> dict[str, Any]:
    rules = {
        rule: {option: value for option, value in stated.items() if option != "level"}
        if covers(name, rule)
        else stated
        for rule, stated in override["rules"].items()
        if not (isinstance(stated, str) and covers(name, rule))
    }
    return {**override, "rules": rules}


def _nested(product: Mapping[str, Any]) -> dict[str, Any]:
    """``[product]`` with ``"price.amount"``, a quoted key, read as ``price.amount``."""
    nested: dict[str, Any] = {}
    for key, value in product.items():
        *outer, last = key.split(".")
        table = nested
        for part in outer:
            inner = table.get(part, {})
            table[part] = dict(inner) if isinstance(inner, dict) else {"pointer": inner}
            table = table[part]
        both = isinstance(value, dict) and isinstance(table.get(last), dict)
        table[last] = {**table[last], **value} if both else value
    return nested


def fault(settings: Settings, at: At, sentence: str) -> Fault:
    """What is wrong at the place *at* of *settings*, with the file and line that state it."""
    return _fault(settings.origin, at, sentence)


def _fault(origin: Mapping[str, str], at: At, sentence: str) -> Fault:
    key = dotted(at)
    source = next(
        (
            source
            for known, source in origin.items()
            if f"{known}.".startswith(f"{key}.") or key.startswith((f"{known}.", f"{known}["))
        ),
        DEFAULT,
    )
    read = None if source == DEFAULT or source.startswith("--") else _read(Path(source))
    return Fault(sentence, None, source) if read is None else read.fault(at, sentence)


def bind(settings: Settings, rules: Mapping[str, str], platforms: Mapping[str, str]) -> Settings:
    """*settings* with each rule and platform called by its present name.

    *rules* and *platforms* map every name and alias there is to the name; rules that *settings*
    declares are among them. ConfigError tells every other name that *settings* use.
    """
    faults: list[Fault] = []

    def named(stated: Rules, *at: str | int) -> Rules:
        result: dict[str, RuleSetting] = {}
        for name, setting in stated.items():
            present = rules.get(name)
            if name.endswith("*"):
                present = name
                if not any(covers(name, rule) for rule in rules):
                    families = {f"{rule.partition('/')[0]}/*" for rule in rules}
                    told = unknown(name, families, "family of rules")
                    faults.append(fault(settings, (*at, name), told))
            if present is None:
                faults.append(fault(settings, (*at, name), unknown(name, rules, "rule")))
            else:
                former = result.get(present, RuleSetting())
                level = former.level if setting.level is None else setting.level
                result[present] = RuleSetting(level, {**former.options, **setting.options})
        return result

    def there(stated: Iterable[str], *at: str | int) -> tuple[str, ...]:
        for index, name in enumerate(stated):
            if name not in platforms:
                told = unknown(name, platforms, "platform")
                faults.append(fault(settings, (*at, index), told))
        return tuple(dict.fromkeys(platforms.get(name, name) for name in stated))

    by_platform = {}
    for name, stated in settings.by_platform.items():
        if name not in platforms:
            told = unknown(name, platforms, "platform")
            faults.append(fault(settings, ("platforms", name), told))
        by_platform[platforms.get(name, name)] = stated._replace(
            rules=named(stated.rules, "platforms", name, "rules")
        )
    granted, grants = settings.brands.authorizations, ("brands", "authorization")
    bound = settings._replace(
        default_platforms=there(settings.default_platforms, "default-platforms"),
        platforms=tuple(dict.fromkeys(platforms.get(name, name) for name in settings.platforms)),
        rules=named(settings.rules, "rules"),
        by_platform=by_platform,
        brands=settings.brands._replace(
            authorizations=None
            if granted is None
            else tuple(
                one._replace(platforms=there(one.platforms, *grants, index, "platforms"))
                for index, one in enumerate(granted)
            ),
        ),
        overrides=tuple(
            one._replace(
                rules=named(one.rules, "overrides", index, "rules"),
                platforms=there(one.platforms, "overrides", index, "platforms"),
            )
            for index, one in enumerate(settings.overrides)
        ),
    )
    if faults:
        raise ConfigError(faults)
    return bound


def render(settings: Settings) -> str:
    """*settings* as TOML, one value a line, each with its origin in a comment.

    Files are named from the folder of the configuration file on.
    """
    lines = [f"# {settings.file or 'There is no configuration file.'}"]
    if settings.platforms:
        lines.append(f"# --platform {' '.join(settings.platforms)}")
    here = settings.file.parent if settings.file else None
    for key, value in settings.values.items():
        lines.append(f"{key} = {written(value)}  # {_from(settings.origin[key], here)}")
    return "\n".join(lines) + "\n"


def _from(origin: str, here: Path | None) -> str:
    if here is None or origin == DEFAULT or origin.startswith("--"):
        return origin
    try:
        return Path(os.path.relpath(origin, here)).as_posix()
    except ValueError:  # another drive
        return origin
