"""What a platform told of a product → the place in that product that it is about.

A platform speaks of its own attributes: its data says which field of a neutral product, or which
attribute of a payload, each of them is. What is not there is told at the product's id. This
module reads nothing and knows no one platform.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from listlint.issues import Issue, Places
from listlint.listing import fold_name
from listlint.model import Pointer
from listlint.namedtuples import NamedTuple


class Answered(NamedTuple):
    """An issue and the key of the variant that it is about; None where it is the product."""

    issue: Issue
    variant: int | None = None


class Issues:
    """The issues of a run by platform and product; values that travel between processes.

    *alone* says that the run lints one product only: issues that name no product are its own, and
    so are those of the one product of an answer if it has no id.
    """

    def __init__(self, places: Mapping[str, Places], issues: Sequence[Issue], alone: bool) -> None:
        """*places* are those of each platform that *issues* are of."""
        self._places = places
        self._alone = alone
        self._by_key: dict[str, dict[str | None, list[Issue]]] = {}
        for issue in issues:
            by_key = self._by_key.setdefault(issue.platform, {})
            by_key.setdefault(issue.product, []).append(issue)

    def of(
        self, platforms: Sequence[str], product: Mapping[str, Any], stem: str
    ) -> Iterator[Answered]:
        """What was told of *product*, as the neutral product JSON has it, on *platforms*.

        A product without an id is known by *stem*, the name of its file without the suffix.
        """
        for platform in platforms:
            by_key = self._by_key.get(platform)
            if by_key:
                yield from self._of(by_key, product, stem)

    def _of(
        self, by_key: Mapping[str | None, list[Issue]], product: Mapping[str, Any], stem: str
    ) -> Iterator[Answered]:
        own = product.get("id")
        key = own if isinstance(own, str) else stem
        yield from map(Answered, by_key.get(key, ()))
        if self._alone:
            yield from map(Answered, by_key.get(None, ()))
            others = [other for other in by_key if other is not None]
            if own is None and len(others) == 1 and others != [key]:
                yield from map(Answered, by_key[others[0]])
        variants = product.get("variants")
        for index, variant in enumerate(variants if isinstance(variants, list) else ()):
            identity = variant.get("id") if isinstance(variant, dict) else None
            if isinstance(identity, str) and identity != key:
                for issue in by_key.get(identity, ()):
                    yield Answered(issue, index)

    def place(
        self,
        answered: Answered,
        product: Mapping[str, Any],
        source: Any,
        back: Callable[[Pointer], Pointer],
    ) -> Pointer:
        """Where in *source*, the value as its file has it, the issue is told; ``()``: at the id.

        *product* is the neutral product that is read out of *source*; *back* leads its pointers
        there.
        """
        issue, variant = answered
        places = self._places[issue.platform]
        prefixes: list[Pointer] = [("platforms", issue.platform), ()]
        if variant is not None:
            prefixes.insert(0, ("variants", variant))
        for name in issue.about:
            for head, rest in _heads(name):
                others = [[part.replace("{name}", head) for part in each] for each in places.others]
                wanted = (*places.named.get(head, ()), *others)
                found = _first(product, prefixes, wanted)
                if found is not None:
                    pointer = back(_deeper(product, found, rest))
                    # A field may be read from several attributes: it must be from this one.
                    if source is product or places.named.keys().isdisjoint({*pointer} - {head}):
                        return pointer
                if source is not product:
                    found = _first(source, [()], others)
                    if found is not None:
                        return _deeper(source, found, rest)
        for kind in issue.kinds:
            found = _first(product, prefixes, places.kinds.get(kind, ()))
            if found is not None:
                return back(found)
        return () if variant is None else back(("variants", variant, "id"))

    def left(self, told: set[tuple[str, str | None]]) -> Iterator[str]:
        """What is to be said of issues whose product is not in *told*, a sentence for each file.

        *told* holds (platform, product) of every issue that was told of a product.
        """
        lost: dict[tuple[str, str], dict[str | None, int]] = {}
        for platform, by_key in self._by_key.items():
            for key, issues in by_key.items():
                if (platform, key) not in told:
                    for issue in issues:
                        of_file = lost.setdefault((issue.file, platform), {})
                        of_file[key] = of_file.get(key, 0) + 1
        for (file, platform), keys in lost.items():
            yield f"{file}: {_not_linted(platform, keys)}"


_SHOWN = 5


def _not_linted(platform: str, keys: Mapping[str | None, int]) -> str:
    count = sum(keys.values())
    issues = "1 issue is" if count == 1 else f"{count} issues are"
    named = [repr(key) for key in keys if key is not None]
    if not named:
        return f"{issues} about no product that the answer names, and more than one was linted."
    more = f" and {len(named) - _SHOWN} more" if len(named) > _SHOWN else ""
    listed = ", ".join(named[:_SHOWN]) + more
    return (
        f"{issues} about products that were not linted for {platform}: {listed}. Lint the files"
        " that hold them too, or take their answers out."
    )


def _first(
    value: Any, prefixes: Iterable[Pointer], wanted: Iterable[Sequence[str]]
) -> Pointer | None:
    """The first of *wanted* that leads somewhere in *value*, behind the first of *prefixes*."""
    for each in wanted:
        for prefix in prefixes:
            found = _leads(value, (*prefix, *each))
            if found is not None:
                return found
    return None


def _heads(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """*name*, then what is left of it without its last parts: (``a.b``, ()), (``a``, (``b``,))."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        yield ".".join(parts[:length]), tuple(parts[length:])


def _leads(value: Any, wanted: Sequence[str | int]) -> Pointer | None:
    """The pointer in *value* that *wanted* means, or None; the last name however it is spelt."""
    at: list[str | int] = []
    for index, part in enumerate(wanted):
        if isinstance(value, list) and str(part).isdecimal() and int(part) < len(value):
            at.append(int(part))
        elif isinstance(value, dict):
            name = str(part)
            if name not in value and index == len(wanted) - 1:
                name = next((each for each in value if _alike(each, name)), name)
            if name not in value:
                return None
            at.append(name)
        else:
            return None
        value = value[at[-1]]
    return tuple(at)


def _alike(one: str, other: str) -> bool:
    folded = fold_name(one)
    return bool(folded) and folded == fold_name(other)


def _deeper(value: Any, at: Pointer, rest: Sequence[str]) -> Pointer:
    """*at* and as much of *rest* below it as there is, through the only entry of an array."""
    for part in at:
        value = value[part]
    for name in rest:
        steps: Pointer = ()
        while isinstance(value, list) and len(value) == 1:
            steps += (0,)
            value = value[0]
        if not isinstance(value, dict) or name not in value:
            break
        at += (*steps, name)
        value = value[name]
    return at
