"""Finding rules: the built-in ones by their index, those of plugins and folders by import.

A rule's module is imported only when its check is first called: `rules/index.json` holds what
is to be known before. It is made by ``python -m listlint.registry`` and a test holds it fresh.
This module names no rule.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import orjson

from listlint.errors import UsageError
from listlint.model import Level
from listlint.namedtuples import NamedTuple
from listlint.rule import Brands, Option, Pattern, Rule, Trigger, Words

PACKAGE = "listlint.rules"
_TYPES: Mapping[str, type] = {kind.__name__: kind for kind in (bool, int, float, str, list, dict)}


class Registry:
    """All rules that can be named, by name and by alias."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules: dict[str, Rule] = {}
        self.aliases: dict[str, str] = {}
        for rule in rules:
            self.rules[rule.name] = rule
            self.aliases.update(dict.fromkeys(rule.aliases, rule.name))

    def get(self, name: str) -> Rule | None:
        """The rule called *name*, by its name or a former one."""
        return self.rules.get(self.aliases.get(name, name))


def built_in() -> Iterator[Rule]:
    """The built-in rules by their index, in order of name; their modules are not imported."""
    index = _rules_folder() / "index.json"
    if not index.is_file():
        yield from walked()
        return
    for entry in orjson.loads(index.read_bytes()):
        yield _from_index(entry)


def walked() -> Iterator[Rule]:
    """The built-in rules by import of every file under `rules/`, in order of name."""
    import pkgutil

    package = importlib.import_module(PACKAGE)
    found = []
    for info in pkgutil.walk_packages(package.__path__, f"{PACKAGE}."):
        if not info.ispkg and not info.name.rpartition(".")[2].startswith("_"):
            found.append(rule_of(importlib.import_module(info.name)))
    yield from sorted(found, key=lambda rule: rule.name)


def loaded(rule: Rule) -> Rule:
    """*rule* with its manual page and examples, its module imported."""
    check = rule.check or rule.keys
    return check.rule if isinstance(check, _Deferred) else rule


def rule_of(module: ModuleType) -> Rule:
    """The one rule that *module* defines; UsageError unless there is exactly one."""
    rules = [value for value in vars(module).values() if isinstance(value, Rule)]
    if len(rules) != 1:
        raise UsageError(f"{module.__file__}: defines {len(rules)} rules; a file holds one.")
    return rules[0]


def from_folder(folder: Path) -> Iterator[Rule]:
    """The rules in *folder*, ``<family>/<name>.py``, in order of path."""
    return map(from_file, files_of_rules(folder))


def files_of_rules(folder: Path) -> list[Path]:
    """The files in *folder* that hold a rule, in order of path."""
    return [path for path in sorted(folder.glob("*/*.py")) if not path.name.startswith("_")]


def from_file(path: Path) -> Rule:
    """The rule in the file *path*, ``<family>/<name>.py``."""
    import importlib.util

    name = f"listlint_local.{path.parent.name}.{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None, "a .py file has a loader"
    assert spec.loader is not None, "a .py file has a loader"
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:  # whatever a user's file raises
        raise UsageError(f"{path}: cannot be loaded ({_reason(error)}).") from error
    return rule_of(module)


class Plugin(NamedTuple):
    """What an installed plugin brings: its rules, and the folder of its platforms."""

    rules: tuple[Rule, ...]
    platforms: Path | None


def from_plugin(name: str) -> Plugin:
    """What the installed plugin *name* registers under ``listlint.plugins``.

    That is a module (or any object) that may have ``rules``, an iterable of rules, and
    ``platforms``, the path of a folder of platforms.
    """
    from importlib.metadata import entry_points

    from listlint.errors import nearest

    found = entry_points(group="listlint.plugins")
    if name not in found.names:
        close = nearest(name, sorted(found.names))
        hint = f"; did you mean {close!r}?" if close else "; is its package installed here?"
        raise UsageError(f"Unknown plugin {name!r}{hint}")
    try:
        plugin = found[name].load()
        rules = tuple(getattr(plugin, "rules", ()))
    except (Exception, SystemExit) as error:  # whatever a plugin raises, told as one sentence
        raise UsageError(f"Plugin {name!r} cannot be loaded ({_reason(error)}).") from error
    for rule in rules:
        if not isinstance(rule, Rule):
            raise UsageError(f"Plugin {name!r}: its rules hold {rule!r}, which is no rule.")
    folder = getattr(plugin, "platforms", None)
    if not isinstance(folder, str | Path | None):
        raise UsageError(f"Plugin {name!r}: its platforms are {folder!r}, which is no folder.")
    return Plugin(rules, None if folder is None else Path(folder))


def _reason(error: BaseException) -> str:
    """Why a module could not be loaded, on one line."""
    if isinstance(error, SystemExit):
        return "it ends the run"
    return " ".join(str(error).split()) or type(error).__name__


class _Deferred:
    """A check whose module is imported at the first call."""

    def __init__(self, module: str, attribute: str) -> None:
        self.module = module
        self.attribute = attribute

    @property
    def rule(self) -> Rule:
        return rule_of(importlib.import_module(self.module))

    @property
    def function(self) -> Any:
        return getattr(self.rule, self.attribute)

    def __call__(self, *arguments: Any) -> Any:
        return self.function(*arguments)


def function_of(rule: Rule) -> Any:
    """The check (or the keys function) of *rule* itself, its module imported."""
    check = rule.check or rule.keys
    return check.function if isinstance(check, _Deferred) else check


def is_deferred(check: object) -> bool:
    """Whether *check* stands for a function of a module not yet imported."""
    return isinstance(check, _Deferred)


def _rules_folder() -> Path:
    here = Path(__file__).parent
    installed = here / "rules"
    return installed if installed.is_dir() else here.parent / "rules"


def _from_index(entry: dict[str, Any]) -> Rule:
    deferred = _Deferred(entry["module"], entry["attribute"])
    options = {
        name: Option(default, means, _TYPES.get(kind) if kind else None, form)
        for name, (default, means, kind, form) in entry["options"].items()
    }
    return Rule(
        name=entry["name"],
        doc=entry["summary"],
        on=tuple(entry["on"]),
        level=Level(entry["level"]),
        messages=entry["messages"],
        options=options,
        examples=(),
        when=_trigger(entry["when"]),
        aliases=tuple(entry["aliases"]),
        at_most={name: Level(most) for name, most in entry["at_most"].items()},
        **{entry["attribute"]: deferred},
    )


def _trigger(entry: Sequence[Any] | None) -> Trigger | None:
    match entry:
        case None:
            return None
        case ["words", words, options]:
            return Words(tuple(words), tuple(options))
        case ["pattern", regex, allowed, there]:
            return Pattern(regex, allowed, there)
        case _:
            return Brands()


def _indexed(rule: Rule) -> dict[str, Any]:
    function = rule.check or rule.keys
    assert function is not None, "a rule has a check or keys"
    match rule.when:
        case None:
            when: list[Any] | None = None
        case Words(words, options):
            when = ["words", list(words), list(options)]
        case Pattern(regex, allowed, there):
            when = ["pattern", regex, allowed, there]
        case _:
            when = ["brands"]
    return {
        "name": rule.name,
        "module": function.__module__,
        "attribute": "check" if rule.check else "keys",
        "summary": rule.summary,
        "on": rule.on,
        "level": int(rule.level),
        "messages": dict(rule.messages),
        "options": {
            name: (
                option.default,
                option.means,
                option.type.__name__ if option.type else None,
                option.form,
            )
            for name, option in rule.options.items()
        },
        "when": when,
        "aliases": rule.aliases,
        "at_most": {name: int(most) for name, most in rule.at_most.items()},
    }


def index_text() -> bytes:
    """The text of `rules/index.json`, made from the rules themselves."""
    entries = [_indexed(rule) for rule in walked()]
    return orjson.dumps(entries, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


if __name__ == "__main__":
    target = _rules_folder() / "index.json"
    target.write_bytes(index_text())
    sys.stdout.write(f"{target.name}: written\n")
