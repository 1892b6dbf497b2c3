"""What is wrong with a payload: its structure by its schema, its values as those of a listing.

Findings lead to places of the payload. What the structure refuses is told once: the listing that
lacks it because of that is not blamed again. This module knows no files, settings and formats.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from listlint.engine import Engine
from listlint.judged import ABSENCES, Judged, Judgement
from listlint.limits import PAYLOAD
from listlint.listing import Surroundings
from listlint.model import Finding, Level, Pointer
from listlint.namedtuples import NamedTuple
from listlint.payload import Payload, Reading
from listlint.plan import Entry, Plan
from listlint.reading import outside
from listlint.rule import Key
from listlint.schema import Broken
from listlint.sentences import SENTENCES

NO_JSON = f"{PAYLOAD}/json"
"""The finding about a text that should hold JSON and does not."""


class Structured(NamedTuple):
    """A judged payload: what was read out of it, and what was found, with its own pointers."""

    reading: Reading
    judgement: Judgement


def judge_payload(
    engine: Engine, payload: Payload, value: dict[str, object], surroundings: Surroundings
) -> Structured:
    """What is wrong with *value*, a *payload*, on its own platform; *value* stays as it is."""
    reading = payload.read(value)
    plan = engine.plan((payload.platform,))
    identity = reading.product.get("id")
    broken = list(_broken(plan, reading))
    refused = {each.finding.pointer for each in broken if each.finding.message in _REFUSALS}
    refused.update(each.pointer for each in reading.undecoded)
    judgement = engine.judge(
        reading.product,
        (payload.platform,),
        surroundings._replace(partial=reading.partial, unnamed_brand=reading.unnamed_brand),
    )
    found = [
        led
        for led in (_led_back(each, reading) for each in judgement.found if _can_be(each, payload))
        if led.finding.message not in ABSENCES or not _is_explained(led.finding.pointer, refused)
    ]
    served = list(_by_definition(plan, reading))
    stricter = {_told(each.finding) for each in served}
    found = [led for led in found if _told(led.finding) not in stricter]
    told = {_told(each.finding) for each in found}
    for each in [*served, *(each for each in broken if _told(each.finding) not in stricter)]:
        pointer, _ = outside(each.finding.pointer, reading.texts)
        if (pointer, _told(each.finding)[1]) not in told:
            found += _judged(plan, payload.platform, each, pointer, identity)
    for fault in reading.undecoded:
        finding = Finding("json", fault.pointer, "value", {"reason": fault.reason})
        found += engine.own_finding(NO_JSON, _NO_JSON, finding, identity, payload.platform)
    return Structured(reading, Judgement(found, _keys(judgement, payload.platform)))


_REFUSALS = ("type", "required", "dependentRequired")
"""Keywords whose breach keeps a value out of the listing."""

_NO_JSON = "This text must hold JSON, and does not: {reason}. Write it as JSON, quotes escaped."


def _can_be(judged: Judged, payload: Payload) -> bool:
    """Whether what is *judged* can be otherwise: no payload lacks what it has no place for."""
    names = tuple(part for part in judged.finding.pointer if isinstance(part, str))
    return judged.finding.message != "required" or names in payload.fields


def _broken(plan: Plan, reading: Reading) -> Iterator[Broken]:
    schema = plan.payload_schema
    if schema is not None and not schema.is_valid(reading.value):
        yield from schema.broken(reading.value)


def _by_definition(plan: Plan, reading: Reading) -> Iterator[Broken]:
    """What the platform's own definition of the product type, where one is saved, refuses."""
    identity = reading.product.get("category_id")
    product_type = plan.product_type(identity) if isinstance(identity, str) else None
    if product_type is not None:
        yield from product_type.broken_in(reading.value, partial=reading.partial)


_SAME = {"maxUtf8Bytes": "maxUtf8ByteLength"}  # ours, and what a served definition calls it


def _told(finding: Finding) -> tuple[Pointer, str]:
    """What makes two findings say the same: their place, and the keyword that is broken."""
    return finding.pointer, _SAME.get(finding.message, finding.message)


def _led_back(judged: Judged, reading: Reading) -> Judged:
    old = judged.finding
    pointer, on = reading.back(old.pointer, old.on)
    return judged._replace(finding=old._replace(pointer=pointer, on=on))


def _is_explained(pointer: Pointer, refused: Collection[Pointer]) -> bool:
    """Whether what is missing at *pointer* was refused there, in what holds it, or in its parts."""
    return any(
        pointer[: len(each)] == each or each[: len(pointer)] == pointer for each in refused if each
    )


def _judged(
    plan: Plan, platform: str, broken: Broken, pointer: Pointer, identity: str | None
) -> Iterator[Judged]:
    finding = broken.finding._replace(pointer=pointer)
    level = plan.level_at(broken.name, platform, broken.level, identity, finding.pointer)
    if broken.coming:
        level = min(level, Level.INFO)
    if level:
        own = finding.data.get("own")
        template = own if isinstance(own, str) else SENTENCES[finding.message].template
        source = plan.describe(platform, broken.source)
        yield Judged(broken.name, template, finding, {platform: level}, source)


def _keys(judgement: Judgement, platform: str) -> list[tuple[Entry, Key]]:
    """The keys for rules across products: those of one platform's payloads meet one another."""
    return [(entry, Key(f"{platform}\0{key.text}", key.finding)) for entry, key in judgement.keys]
