"""Read values out of a foreign product record by a source, the small language of `corpora.toml`.

A source never cleans: what the record holds is what comes out, faults included. It only finds,
joins, splits and counts out. Nothing told (absent, null, an empty text, list or object) is `None`.
This module knows no corpus and no field of listlint.
"""

import ast
import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

Record = Mapping[str, Any]
Source = Any  # what TOML gives: a path, or a table with one verb

SIGNS = {"$": "USD", "₹": "INR"}
MONEY = re.compile(r"([$₹])([0-9][0-9,]*(?:\.[0-9]+)?)")


def told(value: Any) -> bool:
    """Whether the record says anything: 0 and false are said, an empty text is not."""
    return value is not None and value != "" and value != [] and value != {}


def read(source: Source, record: Record) -> Any:
    """The value of `source` in `record`, or `None`. Unknown verbs raise `ValueError`."""
    if isinstance(source, str):
        values = list(walk(source.split("."), record))
        if "*" in source.split("."):
            return values or None
        return values[0] if values else None
    match source:
        case {"const": value}:
            return value
        case {"first": sources}:
            return next((value for each in sources if told(value := read(each, record))), None)
        case {"join": sources, "with": glue}:
            return glue.join(text(value) for value in flat(sources, record)) or None
        case {"all": sources}:
            return list(flat(sources, record)) or None
        case {"split": inner, "by": mark}:
            whole = read(inner, record)
            return [part for part in whole.split(mark) if part] if whole else None
        case {"match": inner, "pattern": pattern}:
            found = re.search(pattern, text(value)) if told(value := read(inner, record)) else None
            return found[1] if found else None
        case {"literal": inner}:
            whole = read(inner, record)
            return (ast.literal_eval(whole) or None) if whole else None
    raise ValueError(f"not a source: {source!r}")


def walk(steps: list[str], value: Any) -> Iterator[Any]:
    """Each told value at the path `steps` below `value`."""
    if not steps:
        if told(value):
            yield value
    elif isinstance(value, list):
        if steps[0] == "*":
            for each in value:
                yield from walk(steps[1:], each)
        elif steps[0].isdigit() and int(steps[0]) < len(value):
            yield from walk(steps[1:], value[int(steps[0])])
    elif isinstance(value, Mapping) and steps[0] in value:
        yield from walk(steps[1:], value[steps[0]])


def flat(sources: list[Source], record: Record) -> Iterator[Any]:
    """Each value that the sources tell, lists opened by one level."""
    for source in sources:
        value = read(source, record)
        if isinstance(value, list):
            yield from value
        elif told(value):
            yield value


def text(value: Any) -> str:
    """A text as it is; any other value as its JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def whole(value: Any) -> Any:
    """A whole number where the value writes one; the value itself otherwise."""
    return int(value) if isinstance(value, str) and re.fullmatch(r"-?[0-9]+", value) else value


def money(spec: Mapping[str, Any], record: Record) -> dict[str, Any] | None:
    """`{"amount", "currency"}` of a price. "₹32,999" is taken apart; any other text stays as it is.

    `per` divides an amount told in small units. The currency is left out where nothing tells it.
    """
    amount = read(spec["amount"], record)
    if not told(amount):
        return None
    currency = read(spec["currency"], record) if "currency" in spec else None
    if isinstance(amount, str) and (sign := MONEY.match(amount)):
        amount, currency = sign[2].replace(",", ""), SIGNS[sign[1]]
    if "per" in spec:
        amount = str(Decimal(str(amount)) / spec["per"])
    return {"amount": amount} | ({"currency": currency} if told(currency) else {})


def pairs(spec: Mapping[str, Any], record: Record) -> Iterator[tuple[str, Any]]:
    """Names and values told by a list's entries, by keys with a prefix, in one text, or by name."""
    match spec:
        case {"pairs": source, "name": name, "value": value}:
            for entry in read(source, record) or []:
                yield text(read(name, entry)), read(value, entry)
        case {"prefixes": prefixes}:
            for key, value in record.items():
                for prefix in prefixes:
                    if key.startswith(prefix):
                        yield readable(key.removeprefix(prefix)), value
        case {"packed": source, **rest}:
            for key, value in unpack(read(source, record) or ""):
                if key not in rest.get("except", ()):
                    yield key, value.split("|") if "|" in value else value
        case _:
            for name, source in spec.items():
                yield name, read(source, record)


def unpack(packed: str) -> Iterator[tuple[str, str]]:
    """Magento's `k=v,k=v`; a piece without `=` belongs to the value before it."""
    for piece in re.split(r",(?=[a-z_]+=)", packed):
        key, mark, value = piece.partition("=")
        if mark:
            yield key, value


def readable(key: str) -> str:
    """`contrast_ratio__typical_` → `Contrast ratio typical`."""
    return " ".join(filter(None, key.split("_"))).capitalize()


def gather(found: Iterator[tuple[str, Any]]) -> dict[str, Any] | None:
    """Pairs as one object; a name told more than once holds a list of its values.

    The neutral form takes texts and numbers here: true and false become those words.
    """
    gathered: dict[str, Any] = {}
    for name, value in found:
        if not told(value):
            continue
        new = value if isinstance(value, list) else [value]
        new = [text(each) if isinstance(each, bool) else each for each in new]
        gathered[name] = [*gathered[name], *new] if name in gathered else new
    return {name: v[0] if len(v) == 1 else v for name, v in gathered.items()} or None
