"""The merged entries of a configuration → frozen `Settings`.

An entry is one value at one place, with where it comes from. What JSON Schema cannot say is
checked here: that a file is there, that a pattern can be read, that a day exists. Nothing but
the existence of files is asked of the disk.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from listlint.model import Level, parse_pointer
from listlint.namedtuples import NamedTuple
from listlint.patterns import Patterns, unreadable
from listlint.settings import (
    DEFAULT,
    Authorization,
    Brands,
    DeclaredRule,
    Images,
    Override,
    PlatformSettings,
    RuleSetting,
    Settings,
)
from listlint.tomltext import Path as At
from listlint.tomltext import dotted


class Entry(NamedTuple):
    """A value and its *origin*: the file, as text, an option's name, or `DEFAULT`."""

    value: Any
    origin: str


Entries = Mapping[tuple[str, ...], Entry]
"""All entries by place. Rules' levels stand at ``(…, "rules", <name>, "level")``."""

DEFAULTS: Entries = {
    ("default-platforms",): Entry([], DEFAULT),
    ("include",): Entry([], DEFAULT),
    ("exclude",): Entry([], DEFAULT),
    ("products",): Entry("", DEFAULT),
    ("plugins",): Entry([], DEFAULT),
    ("rule-folders",): Entry([], DEFAULT),
    ("platform-folders",): Entry([], DEFAULT),
}

Report = Callable[[At, str], None]
"""Takes each place at fault, and a sentence."""


def flattened(table: Mapping[str, Any], folder: Path) -> Iterable[tuple[tuple[str, ...], Any]]:
    """The places and values of *table*, a valid configuration file's, paths made absolute.

    A level stated alone, and a role stated as a pointer alone, are written out.
    """
    for key, value in table.items():
        match key:
            case "extends":
                continue
            case "rules":
                yield from _of_rules((key,), value)
            case "platforms":
                for name, stated in value.items():
                    if "categories" in stated:
                        yield (key, name, "categories"), _absolute(stated["categories"], folder)
                    yield from _of_rules((key, name, "rules"), stated.get("rules", {}))
            case "product":
                yield from _of_roles("", value)
            case "images":
                for name, path in value.items():
                    yield (key, name), _absolute(path, folder)
            case "brands":
                for name, stated in value.items():
                    if name == "words":
                        files = [stated] if isinstance(stated, str) else stated
                        yield (key, name), [_absolute(path, folder) for path in files]
                    else:
                        yield (key, name), _with_documents(stated, folder)
            case "rule-folders" | "platform-folders":
                yield (key,), [_absolute(path, folder) for path in value]
            case _:
                yield (key,), value


def _of_rules(
    at: tuple[str, ...], rules: Mapping[str, Any]
) -> Iterable[tuple[tuple[str, ...], Any]]:
    for name, stated in rules.items():
        for option, value in _written_out(stated).items():
            yield (*at, name, option), value


def _written_out(stated: Any) -> dict[str, Any]:
    return {"level": stated} if isinstance(stated, str) else stated


def _of_roles(field: str, stated: Any) -> Iterable[tuple[tuple[str, ...], Any]]:
    if isinstance(stated, str):
        stated = {"pointer": stated}
    role = {name: stated[name] for name in ("pointer", *_ROLE) if field and name in stated}
    if role:
        yield ("product", field), role
    for name, inner in stated.items():
        if name not in role:
            yield from _of_roles(f"{field}.{name}" if field else name, inner)


_ROLE = ("unit", "when", "join", "decode")


def _absolute(path: str, folder: Path) -> str:
    # normpath, not resolve: a symbolic link keeps the name that its owner gave it.
    return os.path.normpath(folder / path)


def _with_documents(stated: list[Any], folder: Path) -> list[Any]:
    return [
        {**each, "document": _absolute(each["document"], folder)}
        if isinstance(each, dict) and "document" in each
        else each
        for each in stated
    ]


def frozen(
    file: Path | None, platforms: tuple[str, ...], entries: Entries, report: Report
) -> Settings:
    """The `Settings` of *entries*; *report* is called with each place at fault and a sentence."""

    def value(*at: str) -> Any:
        entry = entries.get(at)
        return None if entry is None else entry.value

    def path(*at: str, folder: bool = False) -> Path | None:
        stated = value(*at)
        return None if stated is None else _existing(stated, at, folder, report)

    def answers(*at: str) -> Path | None:
        stated = value(*at)
        return None if stated is None else _answers(stated, at, report)

    def patterns(*at: str) -> Patterns | None:
        return _patterns(value(*at), at, entries[at].origin, report) if value(*at) else None

    def folders(key: str) -> tuple[Path, ...]:
        return tuple(
            _existing(stated, (key, index), True, report) for index, stated in enumerate(value(key))
        )

    names = dict.fromkeys(at[1] for at in entries if at[0] == "platforms")
    return Settings(
        file=file,
        default_platforms=tuple(value("default-platforms")),
        platforms=platforms,
        include=patterns("include"),
        exclude=patterns("exclude"),
        products=value("products"),
        plugins=tuple(value("plugins")),
        rule_folders=folders("rule-folders"),
        platform_folders=folders("platform-folders"),
        images=Images(path("images", "root", folder=True), path("images", "facts")),
        brands=Brands(
            _tuple(value("brands", "authorized")),
            _authorizations(value("brands", "authorization"), report),
            tuple(
                _existing(stated, ("brands", "words", index), False, report)
                for index, stated in enumerate(value("brands", "words") or ())
            ),
        ),
        overrides=tuple(_overrides(entries, report)),
        declared=tuple(_declared(value("rule") or (), report)),
        rules=_rules(("rules",), entries),
        by_platform={
            name: PlatformSettings(
                answers("platforms", name, "categories"),
                _rules(("platforms", name, "rules"), entries),
            )
            for name in names
        },
        product={at[1]: entry.value for at, entry in entries.items() if at[0] == "product"},
        values={_key(at): entry.value for at, entry in entries.items()},
        origin=origins(entries),
    )


def origins(entries: Entries) -> dict[str, str]:
    """Where each of *entries* comes from, by dotted key."""
    return {_key(at): entry.origin for at, entry in entries.items()}


def _key(at: tuple[str, ...]) -> str:
    # A family's level stands alone: it has no table of options around it.
    return dotted(at[:-1] if at[-1] == "level" and at[-2].endswith("*") else at)


def _tuple(stated: Iterable[Any] | None) -> tuple[Any, ...] | None:
    return None if stated is None else tuple(stated)


def _rules(prefix: tuple[str, ...], entries: Entries) -> dict[str, RuleSetting]:
    stated: dict[str, dict[str, Any]] = {}
    for at, entry in entries.items():
        if at[: len(prefix)] == prefix and len(at) == len(prefix) + 2:
            stated.setdefault(at[-2], {})[at[-1]] = entry.value
    return {name: _setting(options) for name, options in stated.items()}


def _setting(stated: Mapping[str, Any]) -> RuleSetting:
    level = stated.get("level")
    return RuleSetting(
        None if level is None else Level.parse(level),
        {name: value for name, value in stated.items() if name != "level"},
    )


def _existing(stated: str, at: At, folder: bool, report: Report) -> Path:
    path = Path(stated)
    if not (path.is_dir() if folder else path.is_file()):
        report(at, f"there is no {'folder' if folder else 'file'} {path}.")
    return path


def _answers(stated: str, at: At, report: Report) -> Path:
    """The file or folder of a platform's saved answers."""
    path = Path(stated)
    if not path.exists():
        report(at, f"there is no file or folder {path}.")
    return path


def _patterns(globs: list[str], at: At, origin: str, report: Report) -> Patterns:
    for glob in unreadable(tuple(globs)):
        report(at, f"'{glob}' is no file pattern; write it as in .gitignore.")
    return Patterns(str(Path(origin).parent), tuple(globs))


def _overrides(entries: Entries, report: Report) -> Iterable[Override]:
    entry = entries.get(("overrides",))
    for index, stated in enumerate(entry.value if entry else ()):
        files = stated.get("files")
        yield Override(
            rules={name: _setting(_written_out(each)) for name, each in stated["rules"].items()},
            files=_patterns(files, ("overrides", index, "files"), entry.origin, report)
            if entry and files
            else None,
            ids=tuple(stated.get("ids", ())),
            pointers=tuple(parse_pointer(each) for each in stated.get("pointers", ())),
            platforms=tuple(stated.get("platforms", ())),
        )


def _authorizations(
    stated: Iterable[Mapping[str, Any]] | None, report: Report
) -> tuple[Authorization, ...] | None:
    if stated is None:
        return None
    return tuple(
        Authorization(
            brand=each["brand"],
            platforms=tuple(each.get("platforms", ())),
            series=tuple(each.get("series", ())),
            expires=_day(each.get("expires"), index, report),
            document=Path(each["document"]) if "document" in each else None,
        )
        for index, each in enumerate(stated)
    )


def _day(stated: str | None, index: int, report: Report) -> date | None:
    try:
        return None if stated is None else date.fromisoformat(stated)
    except ValueError:
        report(("brands", "authorization", index, "expires"), f"there is no day {stated}.")
        return None


def _declared(stated: Iterable[Mapping[str, Any]], report: Report) -> Iterable[DeclaredRule]:
    seen: set[str] = set()
    for index, each in enumerate(stated):
        if each["name"] in seen:
            report(("rule", index, "name"), f"there are two rules '{each['name']}'.")
        seen.add(each["name"])
        if "pattern" in each:
            try:
                re.compile(each["pattern"])
            except re.error as error:
                report(("rule", index, "pattern"), f"is no regular expression: {error}.")
        conditions = each.get("required-if")
        yield DeclaredRule(
            name=each["name"],
            field=each["field"],
            message=each["message"],
            level=Level.parse(each.get("level", "error")),
            pattern=each.get("pattern"),
            max_length=each.get("max-length"),
            one_of=_tuple(each.get("one-of")),
            required_if=None
            if conditions is None
            else {
                field: tuple(values) if isinstance(values, list) else (values,)
                for field, values in conditions.items()
            },
        )
