"""Reports made of nothing, for the tests of formats."""

from __future__ import annotations

from functools import reduce

from listlint.formatters import formatter
from listlint.model import Diagnostic, Level
from listlint.report import Counts, Excerpt, Report, Result, RuleMeta


def diagnostic(
    rule: str = "title/year", level: Level = Level.ERROR, **fields: object
) -> Diagnostic:
    values: dict[str, object] = {
        "message_id": "year",
        "message": "The title names the year 2019. Remove it.",
        "line": 3,
        "column": 14,
        "end_line": 3,
        "end_column": 20,
        "utf16_column": 14,
        "utf16_end_column": 20,
        "start": 40,
        "end": 46,
        "pointer": "/0/title",
        "product": "MUG-1",
        "platforms": ("dhgate",),
        "fingerprint": "v1:0123456789abcdef",
    }
    return Diagnostic(rule=rule, level=level, **{**values, **fields})  # type: ignore[arg-type]


SAMPLE = {
    "catalog/broken.json": [
        diagnostic(
            "json/syntax",
            message_id="syntax",
            message="Expected a comma or }. Nothing after this place was read.",
            line=2,
            end_line=2,
            pointer="",
            product=None,
            platforms=(),
            fatal=True,
        )
    ],
    "catalog/clean.json": [],
    "catalog/mugs.json": [
        diagnostic(
            "images/max-items",
            message_id="max-items",
            message="9 images; at most 8 are shown. Remove 1.",
            line=12,
            column=5,
            end_line=22,
            end_column=6,
            utf16_column=5,
            utf16_end_column=6,
            pointer="/0/images",
            platforms=("dhgate", "tmall-global"),
            source="owner",
        ),
        diagnostic(
            "brand/infringing-word",
            Level.WARN,
            message_id="word",
            message="“耐克” is a brand that is not the listing's own. Remove it.",
            line=103,
            column=17,
            end_line=103,
            end_column=19,
            utf16_column=18,
            utf16_end_column=20,
            pointer="/1/title",
            product="杯子 😀",
            extra={"brand": "Nike", "word": "耐克", "kind": "name"},
        ),
        diagnostic(
            "images/dimensions", Level.INFO, line=104, end_line=104, product="MUG\n3\x1b[31m"
        ),
        diagnostic("title/forbidden-character", message="Remove ##[add-mask]\r\n::error::x %0A."),
    ],
}


def excerpt_of(result: Result, each: Diagnostic) -> Excerpt | None:
    if each.fatal:
        return None
    if each.line == 103:
        return Excerpt('"title": "😀 耐克\t杯"', 12, 14, before=True)
    return Excerpt('  "title": "Mug 2019"', 11, 21, after=True)


def report_of(files: dict[str, list[Diagnostic]], products: int = 7, **fields: object) -> Report:
    results = [
        Result(path, path if path == "<text>" else f"/shop/{path}", Counts.of(found), found)
        for path, found in files.items()
    ]
    counts = reduce(Counts.plus, (result.counts for result in results), Counts(products=products))
    plain = Report(
        results=results,
        counts=counts,
        cwd="/shop",
        rules=lambda name: RuleMeta(name, f"What {name} asks for.", Level.WARN),
        excerpt=excerpt_of,
        files=len(results),
    )
    return plain._replace(**fields)  # type: ignore[arg-type]


def text_of(name: str, report: Report) -> str:
    return "".join(formatter(name)(report))
