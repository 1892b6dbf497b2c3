"""A platform: a folder of data, read into one frozen value.

`schemas/<name>/listing.json` is a JSON Schema of the listing with what we know beside it
(`docs/writing-a-platform.md` tells the form); `words.json`, where there is one, holds words of
rules, and `payload.json` the structure of what its API takes. This module reads those files and
nothing else; it knows no rule and no one platform.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import orjson

from listlint.errors import UsageError, nearest
from listlint.listing import merge_patch
from listlint.namedtuples import NamedTuple


class Platform(NamedTuple):
    """A marketplace as data.

    *schema* is the listing's JSON Schema, extensions resolved. *rules* maps rule → ``level``,
    ``options`` and ``source`` where the platform differs from the rule's own, and ``words``, those
    of its words.json. *sources* maps a
    key → who says so, where, read when, with what confidence. *categories* tells how a saved
    category answer is read. *file* is the listing.json of a platform that is not ours.
    """

    name: str
    title: str
    language: str
    aliases: tuple[str, ...]
    schema: Mapping[str, Any]
    rules: Mapping[str, Mapping[str, Any]] = {}  # of a tuple: never written
    sources: Mapping[str, Mapping[str, Any]] = {}  # likewise
    categories: Mapping[str, Any] | None = None
    file: Path | None = None

    def source(self, key: str | None) -> str | None:
        """One line for a report: the title of the source *key*, where the platform names one."""
        return self.sources.get(key, {}).get("title", key) if key else None


BUILTIN = Path(__file__).parent / "schemas"
if not BUILTIN.is_dir():
    BUILTIN = Path(__file__).parent.parent / "schemas"  # a checkout


class Platforms:
    """The platforms that can be named: the built-in ones, and those in *folders*.

    A folder of the same name in *folders* takes the built-in one's place.
    """

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self._paths = {
            path.parent.name: path
            for folder in (BUILTIN, *folders)
            for path in sorted(folder.glob("*/listing.json"))
        }
        self._loaded: dict[str, Platform] = {}
        self._payloads: dict[str, dict[str, Any] | None] = {}

    @property
    def names(self) -> list[str]:
        """All names, sorted."""
        return sorted(self._paths)

    def by_any_name(self) -> dict[str, str]:
        """Every name and alias of a platform → its name."""
        named = {alias: name for name in self.names for alias in self._load(name).aliases}
        return named | {name: name for name in self.names}

    def find(self, name: str) -> Platform | None:
        """The platform called *name*, by its name or an alias."""
        if name in self._paths:
            return self._load(name)
        folded = name.casefold()
        for known in self.names:
            platform = self._load(known)
            if folded in (known, *(alias.casefold() for alias in platform.aliases)):
                return platform
        return None

    def get(self, name: str) -> Platform:
        """The platform called *name*; UsageError with the nearest name where there is none."""
        platform = self.find(name)
        if platform is None:
            close = nearest(name, self.names)
            hint = f"did you mean {close!r}?" if close else f"there is {', '.join(self.names)}."
            raise UsageError(f"Unknown platform {name!r}; {hint}")
        return platform

    def payload_schema(self, name: str) -> dict[str, Any] | None:
        """The payload.json of the platform called *name*, if it has one; extensions resolved."""
        if name not in self._payloads:
            self._payloads[name] = self._read_payload(name, ())
        return self._payloads[name]

    def _read_payload(self, name: str, extending: tuple[str, ...]) -> dict[str, Any] | None:
        path = self._paths[name].with_name("payload.json")
        if not path.is_file():
            return None
        schema = _read_object(path)
        base_name = schema.pop("x-extends", None)
        if base_name is not None:
            base = None
            if base_name in self._paths and base_name not in extending:
                base = self._read_payload(base_name, (*extending, name))
            if base is None:
                raise UsageError(f"{path}: x-extends names {base_name!r}, which has no payload.")
            schema = merge_patch(base, schema)
        if path.parent.parent != BUILTIN:
            from listlint.platformschema import payload_faults

            faults = [f"{path}: {fault}" for fault in payload_faults(schema)]
            if faults:
                raise UsageError("\n".join(dict.fromkeys(faults)))
        return schema

    def _load(self, name: str, extending: tuple[str, ...] = ()) -> Platform:
        if name not in self._loaded:
            self._loaded[name] = self._read(name, extending)
        return self._loaded[name]

    def _read(self, name: str, extending: tuple[str, ...]) -> Platform:
        path = self._paths[name]
        schema = _read_object(path)
        words_path = path.with_name("words.json")
        words = _read_object(words_path) if words_path.is_file() else {}
        base = None
        own = schema
        base_name = schema.get("x-extends")
        if isinstance(base_name, str):
            del schema["x-extends"]
            base = self._base(path, base_name, (*extending, name))
            schema = merge_patch(dict(base.schema), schema)
        foreign = path.parent.parent != BUILTIN
        if foreign:
            _refuse_faults(path, schema, words_path, words)
        about = own.get("x-platform") or {}
        rules = dict(own.get("x-rules") or {})
        for rule, entry in words.items():
            rules[rule] = {**entry, **(rules.get(rule) or {})}
        if base is not None:
            rules = merge_patch(dict(base.rules), rules)
        return Platform(
            name=name,
            title=about.get("title", name),
            language=schema.get("x-platform", {}).get("language", "en"),
            aliases=tuple(about.get("aliases", ())),
            schema=schema,
            rules={rule: entry for rule, entry in rules.items() if entry is not None},
            sources=schema.get("x-sources", {}),
            categories=schema.get("x-categories"),
            file=path if foreign else None,
        )

    def _base(self, path: Path, name: str, extending: tuple[str, ...]) -> Platform:
        """The platform *name*, which *path* is built on."""
        if name in extending:
            raise UsageError(f"{path}: x-extends goes in a circle ({name}).")
        if name not in self._paths:
            raise UsageError(f"{path}: x-extends names {name!r}, which is no platform.")
        return self._load(name, extending)


def product_schema() -> dict[str, Any]:
    """The schema of the neutral product, `schemas/product.json`."""
    return _read_object(BUILTIN / "product.json")


def _refuse_faults(
    path: Path, schema: dict[str, Any], words_path: Path, words: dict[str, Any]
) -> None:
    """UsageError with every fault of a platform that is not ours."""
    from listlint.platformschema import listing_faults, words_faults

    faults = [f"{path}: {fault}" for fault in listing_faults(schema)]
    faults += [f"{words_path}: {fault}" for fault in words_faults(words)]
    if faults:
        raise UsageError("\n".join(dict.fromkeys(faults)))


def _read_object(path: Path) -> dict[str, Any]:
    try:
        value = orjson.loads(path.read_bytes())
    except (OSError, orjson.JSONDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error}).") from error
    if not isinstance(value, dict):
        raise UsageError(f"{path}: must hold a JSON object.")
    return value
