"""Turn real product corpora into product JSON, so that the linter can be read on them.

    python benchmarks/convert_corpora.py SOURCE_FOLDER TARGET_FOLDER

Reads `<corpus>.jsonl.gz` as `corpora.toml` beside this script maps them and writes one
`<corpus>.jsonl` each, in the neutral form, without `platforms`. Values are never cleaned: the
linter must survive and judge them. Neither the corpora nor what comes out belongs in the project.
"""

import gzip
import itertools
import json
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import mapping as m

TEXTS = (
    "title",
    "short_description",
    "description",
    "brand",
    "category",
    "category_id",
    "gtin",
    "mpn",
    "condition",
    "language",
    "video",
)
LISTS = ("keywords", "images", "detail_images", "services")
PRICES = ("price", "list_price", "group_price")
SETTINGS = ("file", "where", "group", "id", "attributes", "variants", "price_tiers", "stock")


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    source, target = map(Path, sys.argv[1:])
    tables = tomllib.loads(Path(__file__).with_name("corpora.toml").read_text("utf-8"))["mapping"]
    target.mkdir(parents=True, exist_ok=True)
    print(f"{'corpus':32}{'rows':>8}{'left out':>10}{'products':>10}")
    for name, group in itertools.groupby(tables, key=lambda table: table["file"]):
        path = source / f"{name}.jsonl.gz"
        if not path.exists():
            print(f"{name:32}absent")
            continue
        rows, left_out, products = convert(path, list(group), target / f"{name}.jsonl")
        print(f"{name:32}{rows:>8}{left_out:>10}{products:>10}")
    return 0


def convert(path: Path, tables: list[dict[str, Any]], out: Path) -> tuple[int, int, int]:
    """Write the products of one corpus; returns rows read, rows left out, products written."""
    for table in tables:
        if unknown := set(table) - {*TEXTS, *LISTS, *PRICES, *SETTINGS}:
            raise ValueError(f"{table['file']}: unknown {', '.join(sorted(unknown))}")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    rows, left_out, products = len(records), 0, 0
    with out.open("w", encoding="utf-8") as file:
        for number, record in enumerate(grouped(records, tables[0].get("group")), 1):
            fitting = [table for table in tables if holds(table, record)]
            if not fitting:
                left_out += 1
                continue
            made = product(fitting[0], record, f"{fitting[0]['file']}-{number}")
            file.write(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n")
            products += 1
    return rows, left_out, products


def grouped(records: list[m.Record], key: str | None) -> Iterator[m.Record]:
    """The records; with `key`, one for all rows that are equal there, wherever they stand."""
    if key is None:
        yield from records
        return
    groups: dict[str, list[m.Record]] = {}
    for record in records:
        groups.setdefault(record[key], []).append(record)
    for rows in groups.values():
        yield {**rows[0], "rows": rows}


def holds(table: Mapping[str, Any], record: m.Record) -> bool:
    return all(m.read(path, record) == value for path, value in table.get("where", {}).items())


def product(table: Mapping[str, Any], record: m.Record, fallback_id: str) -> dict[str, Any]:
    """One record as a neutral product. Fields the source does not tell are absent."""
    made: dict[str, Any] = {"id": m.text(m.read(table.get("id", "id"), record) or fallback_id)}
    for field in table:
        source: Any = table[field]
        value: Any = None
        if field in TEXTS:
            read = m.read(source, record)
            value = m.text(read) if m.told(read) else None
        elif field in LISTS:
            value = m.read(source, record)
        elif field in PRICES:
            value = m.money(source, record)
        elif field == "stock":
            value = m.whole(m.read(source, record))
        elif field == "attributes":
            specs = source if isinstance(source, list) else [source]
            value = m.gather(itertools.chain.from_iterable(m.pairs(s, record) for s in specs))
        elif field == "price_tiers":
            value = [tier(source, row) for row in m.read(source["rows"], record) or []]
        elif field == "variants":
            value = list(variants(source, record, made["id"]))
        if m.told(value):
            made[field] = value
    return made


def tier(spec: Mapping[str, Any], row: m.Record) -> dict[str, Any]:
    return {
        "quantity": m.whole(m.read(spec["quantity"], row)),
        "price": m.money(spec["price"], row),
    }


def variants(spec: Mapping[str, Any], record: m.Record, key: str) -> Iterator[dict[str, Any]]:
    """The variants that rows tell one by one, or the full matrix of the axes that a page tells."""
    if "axes" in spec:
        axes = m.gather(m.pairs(spec["axes"], record)) or {}
        values = [v if isinstance(v, list) else [v] for v in axes.values()]
        if values:
            for number, choice in enumerate(itertools.product(*values), 1):
                options = dict(zip(axes, map(m.text, choice), strict=True))
                yield {"id": f"{key}-{number}", "options": options}
        return
    rows = m.read(spec["rows"], record) if "rows" in spec else None
    if "packed" in spec:
        packed = m.read(spec["packed"], record) or ""
        rows = [dict(m.unpack(part)) for part in packed.split("|") if part]
    for number, row in enumerate(rows or [], 1):
        if "only" in spec and m.read(spec["only"], row) in (None, spec["except"]):
            continue
        made: dict[str, Any] = {"id": m.text(m.read(spec["id"], row) or f"{key}-{number}")}
        if told := options_of(spec, row, record):
            made["options"] = told
        for field in ("price", "group_price"):
            if field in spec and (price := m.money(spec[field], row)):
                made[field] = price
        if "gtin" in spec and m.told(gtin := m.read(spec["gtin"], row)):
            made["gtin"] = gtin
        if "stock" in spec and m.told(stock := m.read(spec["stock"], row)):
            made["stock"] = m.whole(stock)
        if "images" in spec and (images := m.read(spec["images"], row)):
            made["images"] = images
        yield made


def options_of(spec: Mapping[str, Any], row: m.Record, record: m.Record) -> dict[str, Any] | None:
    """A variant's options: names in the product's record, values in the row; pairs; or the rest."""
    options = spec["options"]
    if options == "rest":
        return m.gather((name, value) for name, value in row.items() if name != spec["id"])
    if isinstance(options, list):
        found = ((m.read(o["name"], record), m.read(o["value"], row)) for o in options)
        return m.gather((name, value) for name, value in found if m.told(name))
    return m.gather(m.pairs(options, row))


if __name__ == "__main__":
    sys.exit(main())
