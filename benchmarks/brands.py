"""Measure how well brand words are found: precision, recall by kind, false alarms by category.

    python benchmarks/brands.py FILE                  the table
    python benchmarks/brands.py FILE --misses         and each row that was judged wrongly
    python benchmarks/brands.py FILE --folds 5        and how the figures spread over five folds

FILE is JSON Lines: `text`, `field`, `listing_brand`, `authorized`, `expect` (the mentions to
report: `brand`, `kind`, `match`), `category`, and `nominative` where the text names a brand only to
say what the goods fit. Each row becomes a product with that text and brand in its field; where
the seller is not authorised for it, the configuration authorises none. What is reported at level
`error` counts, for and against. A mention counts as found where a finding names its brand, or an
equal of it, and its word overlaps; `--equals` names a JSON file of brands that count as equal.
Nothing is learnt from the file, so folds show only how much the figures depend on its rows.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from listlint.engine import Engine
from listlint.listing import fold_name
from listlint.model import Level
from listlint.planning import engine_of
from listlint.settings import Brands, Settings
from listlint.world import World

PLATFORM = "dhgate"
FAMILIES = ("brand/", "attributes/brand-word", "keywords/brand")
FRAME = "brand/compatibility-frame"
FIELDS = {"bullet": "bullets", "attribute": "attributes"}
LANGUAGES = {"zh-TW": "zh"}

Row = Mapping[str, Any]


class Told(NamedTuple):
    """A brand finding at level error: the brand, the kind, and the word as it stands."""

    brand: str
    kind: str
    word: str


class Score(NamedTuple):
    """What came of one row: the expected mentions found and missed, and what was told wrongly."""

    row: Row
    found: tuple[tuple[Mapping[str, Any], Told], ...]
    missed: tuple[Mapping[str, Any], ...]
    wrong: tuple[Told, ...]


@cache
def engine(allowed: str | None) -> Engine:
    """An engine for a seller who may use the brand *allowed*, or none."""
    brands = Brands(authorized=(allowed,) if allowed else ())
    return engine_of(World(Settings(brands=brands), date(2026, 11, 1)))


def product(row: Row) -> dict[str, Any]:
    """The product that holds the text of *row* in its field."""
    text, field = row["text"], str(FIELDS.get(row["field"], row["field"]))
    value: Any = {"attributes": {"Style": text}, "bullets": [text], "keywords": [text]}.get(
        field, text
    )
    made: dict[str, Any] = {"id": "1", field: value}
    made["language"] = LANGUAGES.get(row["lang"], row["lang"])
    return {**made, "brand": row["listing_brand"]} if row["listing_brand"] else made


def told(row: Row) -> list[Told]:
    """What is told of brands in *row* at level error."""
    judge = engine(row["listing_brand"] if row["authorized"] else None).judge
    return [
        Told(str(data["brand"]), str(data.get("kind", "")), str(data["word"]))
        for judged in judge(product(row), (PLATFORM,)).found
        if judged.name.startswith(FAMILIES) and judged.name != FRAME
        if judged.levels.get(PLATFORM) == Level.ERROR
        and "brand" in (data := judged.finding.data)
        and "word" in data
    ]


def scored(row: Row, equals: Mapping[str, frozenset[str]]) -> Score:
    """How what is told of *row* compares with what is expected."""
    findings = told(row)
    used: set[int] = set()
    found, missed = [], []
    for mention in row["expect"]:
        same = equals.get(fold_name(mention["brand"]), frozenset()) | {fold_name(mention["brand"])}
        for index, each in enumerate(findings):
            if fold_name(each.brand) in same and _overlaps(row["text"], mention, each.word):
                used.add(index)
                found.append((mention, each))
                break
        else:
            missed.append(mention)
    wrong = [
        each
        for index, each in enumerate(findings)
        if index not in used and not any(_matches(row, m, each, equals) for m in row["expect"])
    ]
    return Score(row, tuple(found), tuple(missed), tuple(wrong))


def _matches(
    row: Row, mention: Mapping[str, Any], each: Told, equals: Mapping[str, frozenset[str]]
) -> bool:
    """Whether *each* is one more finding of an expected mention."""
    same = equals.get(fold_name(mention["brand"]), frozenset()) | {fold_name(mention["brand"])}
    return fold_name(each.brand) in same


def _overlaps(text: str, mention: Mapping[str, Any], word: str) -> bool:
    word = word.removesuffix("…")  # long ones are shortened
    start = text.find(word)
    while start >= 0:
        if start < mention["end"] and mention["start"] < start + len(word):
            return True
        start = text.find(word, start + 1)
    return False


def read_equals(path: Path | None) -> dict[str, frozenset[str]]:
    """Folded brand → the folded brands that count as equal to it."""
    groups: dict[str, set[str]] = defaultdict(set)
    if path is not None:
        for brand, others in json.loads(path.read_text("utf-8")).items():
            for one in (brand, *others):
                groups[fold_name(one)] |= {fold_name(each) for each in (brand, *others)}
    return {brand: frozenset(group) for brand, group in groups.items()}


def figures(scores: Iterable[Score]) -> tuple[float, float, int, int, int]:
    """Precision, recall, and how many mentions were found, missed and told wrongly."""
    found = missed = wrong = 0
    for score in scores:
        found += len(score.found)
        missed += len(score.missed)
        wrong += len(score.wrong)
    precision = found / (found + wrong) if found + wrong else 1.0
    recall = found / (found + missed) if found + missed else 1.0
    return precision, recall, found, missed, wrong


def table(scores: list[Score]) -> Iterator[str]:
    """The lines of the report."""
    precision, recall, found, missed, wrong = figures(scores)
    yield f"rows {len(scores)}   precision {precision:.3f}   recall {recall:.3f}"
    yield f"mentions found {found}, missed {missed}, told wrongly {wrong}"
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for score in scores:
        for mention, each in score.found:
            kinds[mention["kind"]]["found"] += 1
            kinds[mention["kind"]]["named"] += each.kind in mention.get(
                "kinds_ok", [mention["kind"]]
            )
        for mention in score.missed:
            kinds[mention["kind"]]["missed"] += 1
    yield "kind            recall   of   kind named rightly"
    for kind, counts in sorted(kinds.items()):
        total = counts["found"] + counts["missed"]
        named = counts["named"] / counts["found"] if counts["found"] else 0
        yield f"{kind:<14} {counts['found'] / total:>7.2f} {total:>4}   {named:.2f}"
    ways: dict[str, list[Score]] = defaultdict(list)
    for score in scores:
        if "way" in score.row:
            ways[f"{score.row['expect'][0]['kind']}, {score.row['way']}"].append(score)
    if ways:
        yield "way                         recall   of"
    for way, group in sorted(ways.items()):
        _, recall, found, missed, _ = figures(group)
        yield f"{way:<26} {recall:>7.2f} {found + missed:>4}"
    yield "category              rows  with a wrong finding"
    by_category: dict[str, list[Score]] = defaultdict(list)
    for score in scores:
        by_category[score.row["category"]].append(score)
    for category, group in sorted(by_category.items()):
        yield f"{category:<20} {len(group):>5}  {sum(bool(score.wrong) for score in group)}"
    nominative = [score for score in scores if score.row.get("nominative")]
    if nominative:
        silent = sum(not score.wrong for score in nominative) / len(nominative)
        yield f"nominative rows not reported: {silent:.3f} of {len(nominative)}"


def main() -> None:
    """Print the table."""
    about = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    about.add_argument("file", type=Path)
    about.add_argument("--equals", type=Path, help="JSON: brand → brands that count as equal")
    about.add_argument(
        "--only", choices=("even", "odd"), help="rows whose id ends in such a number"
    )
    about.add_argument("--folds", type=int, default=0)
    about.add_argument("--misses", action="store_true")
    asked = about.parse_args()
    rows = [json.loads(line) for line in asked.file.read_text("utf-8").splitlines()]
    if asked.only:
        rows = [row for row in rows if int(row["id"][1:]) % 2 == (asked.only == "odd")]
    equals = read_equals(asked.equals)
    scores = [scored(row, equals) for row in rows]
    print("\n".join(table(scores)))
    for fold in range(asked.folds):
        part = [score for index, score in enumerate(scores) if index % asked.folds == fold]
        precision, recall, *_ = figures(part)
        print(f"fold {fold + 1}: precision {precision:.3f}   recall {recall:.3f}")
    for score in scores if asked.misses else ():
        if score.missed or score.wrong:
            print(f"{score.row['id']} {score.row['category']} | {score.row['text'][:120]}")
            for mention in score.missed:
                print(f"    missed {mention['kind']}: {mention['match']} = {mention['brand']}")
            for each in score.wrong:
                print(f"    wrong: {each.word} = {each.brand} ({each.kind})")


if __name__ == "__main__":
    main()
