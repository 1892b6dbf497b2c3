"""A new marketplace is a folder of JSON: written from nothing, then used by the command line.

The platform is unlike all that ship: its own words, units, texts within texts, two languages of
names. No line of Python is written for it, and nothing of the installed package is touched.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from commandline import ROOT, check, listlint, put, write

LISTING = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "x-platform": {
        "name": "harbour", "title": "Harbour Market", "aliases": ["港口"], "language": "zh"
    },
    "required": ["title", "images"],
    "x-limits": {
        "required": {
            "title": {"severity": "error", "source": "rules"},
            "images": {"severity": "warn", "source": "forum"},
        }
    },
    "properties": {
        "title": {
            "maxWidth": 20,
            "x-limits": {"maxWidth": {"severity": "error", "source": "rules"}},
        },
        "price": {
            "properties": {
                "amount": {
                    "minimum": 1,
                    "x-message": "A price of {actual} yuan. Harbour sells nothing below 1.",
                    "x-limits": {"minimum": {"severity": "error", "source": "rules"}},
                }
            }
        },
        "images": {
            "maxItems": 2,
            "x-limits": {
                "maxItems": {"severity": "error", "source": "rules", "from": "2027-06-01"}
            },
        },
        "trade": {
            "properties": {
                "mode": {
                    "enum": ["bonded-bc", "direct-bc"],
                    "x-limits": {
                        "enum": {"severity": "error", "source": "rules", "name": "trade/unknown"}
                    },
                }
            }
        },
    },
    "x-rules": {
        "title/whitespace": {"level": "error", "source": "rules"},
        "price/currency": {"options": {"allow": ["CNY"]}, "level": "error", "source": "rules"},
    },
    "x-sources": {
        "rules": {"title": "Harbour rules", "read": "2026-11-01", "confidence": "P"},
        "forum": {"title": "Harbour forum", "read": "2026-11-01", "confidence": "T"},
    },
}  # fmt: skip

WORDS = {
    "text/forbidden-phrase": {"words": ["扫码领红包"], "level": "error", "source": "rules"}
}  # fmt: skip

PAYLOAD = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "x-recognise": {"required": ["harbour_goods"]},
    "x-products": [{"at": "/harbour_batch", "when": {"required": ["harbour_batch"]}}],
    "x-partial": {"required": ["goods_id"]},
    "properties": {
        "goods_id": {"type": "string"},
        "harbour_goods": {
            "type": "object",
            "x-role": {"decode": "json"},
            "properties": {
                "sn": {"x-role": {"field": "id"}},
                "names": {
                    "items": {
                        "properties": {
                            "text": {"x-role": {"field": "title", "when": {"lang": "zh"}}}
                        }
                    }
                },
                "pics": {"type": "string", "x-role": {"field": "images", "split": ","}},
                "fen": {"type": "integer",
                        "x-role": {"field": "price.amount", "unit": "fen", "currency": "CNY"}},
                "mode": {
                    "x-role": {
                        "field": "trade.mode",
                        "values": {"1": "bonded-bc", "2": "direct-bc", "9": "domestic"},
                    }
                },
                "intro": {"items": {"x-role": {"field": "description", "join": "\n"}}},
            },
        },
    },
    "if": {"not": {"required": ["goods_id"]}},
    "then": {
        "properties": {
            "harbour_goods": {
                "required": ["tax_code"],
                "x-limits": {"required": {"tax_code": {"severity": "warn", "source": "forum"}}},
            }
        }
    },
    "x-issues": {
        "recognise": {"required": ["sn", "refusals"]},
        "at": "/refusals",
        "product": "sn",
        "code": "rule",
        "message": "why",
        "about": "where",
        "places": {"names": "/title"},
        "others": ["/harbour_goods/{name}"],
    },
}  # fmt: skip

GOOD = {
    "id": "T-1",
    "title": "龙井绿茶一盒",
    "brand": "山间",
    "images": ["https://p.example/1.jpg"],
    "price": {"amount": "25.90", "currency": "CNY"},
    "description": "春天采的茶叶。",
    "platforms": {"harbour": {}},
}


def goods(**changes: Any) -> dict[str, Any]:
    """A payload in which nothing is wrong, but for *changes*."""
    inside = {
        "sn": "T-1",
        "names": [{"lang": "en", "text": "Longjing green tea in a box of wood"},
                  {"lang": "zh", "text": "龙井绿茶一盒"}],
        "pics": "https://p.example/1.jpg,https://p.example/2.jpg",
        "fen": 2590,
        "mode": 1,
        "intro": ["春天采的茶叶。", "装在木盒里。"],
        "tax_code": "0902",
        **changes,
    }  # fmt: skip
    return {"harbour_goods": {name: each for name, each in inside.items() if each is not None}}


@pytest.fixture
def market(tmp_path: Path) -> Path:
    folder = tmp_path / "markets" / "harbour"
    put(folder / "listing.json", LISTING)
    put(folder / "words.json", WORDS)
    put(folder / "payload.json", PAYLOAD)
    return write(tmp_path, listlint_toml='platform-folders = ["markets"]\n')


def found(folder: Path, value: Any, *more: str) -> list[tuple[str, str, str]]:
    """(rule, level, pointer) of each finding in *value*, linted as a file of its own."""
    put(folder / "one.json", value)
    done = check("one.json", "--as-of", "2026-11-21", *more, cwd=folder)
    assert done.err == ""
    return [(each["ruleId"], each["extra"]["level"], each["extra"]["pointer"])
            for each in done.messages]  # fmt: skip


def test_it_is_a_folder_of_json_alone(market: Path) -> None:
    assert {path.suffix for path in (market / "markets").rglob("*.*")} == {".json"}
    assert not [path for path in (ROOT / "schemas").iterdir() if path.name == "harbour"]


def test_what_is_right_is_silent(market: Path) -> None:
    assert found(market, GOOD) == []
    assert found(market, goods()) == []
    text = json.dumps(goods()["harbour_goods"], ensure_ascii=False)
    assert found(market, {"harbour_goods": text}) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"title": "龙井绿茶一盒装二百五十克"}, ("title/max-length", "error", "/title")),
        ({"images": None}, ("images/required", "warn", "/id")),
        ({"price": {"amount": 0.5, "currency": "CNY"}},
         ("price/minimum", "error", "/price/amount")),
        ({"price": {"amount": 5, "currency": "USD"}},
         ("price/currency", "error", "/price/currency")),
        ({"trade": {"mode": "domestic"}}, ("trade/unknown", "error", "/trade/mode")),
        ({"title": "龙井绿茶 "}, ("title/whitespace", "error", "/title")),
        ({"description": "扫码领红包"}, ("text/forbidden-phrase", "error", "/description")),
        ({"images": [f"https://p.example/{n}.jpg" for n in "123"]},
         ("images/max-items", "info", "/images")),
    ],
)  # fmt: skip
def test_a_product_is_held_to_its_limits_rules_and_words(
    market: Path, change: dict[str, Any], told: tuple[str, str, str]
) -> None:
    product = {name: each for name, each in {**GOOD, **change}.items() if each is not None}
    assert found(market, product) == [told]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"names": [{"lang": "zh", "text": "龙井绿茶一盒装二百五十克"}]},
         ("title/max-length", "error", "/harbour_goods/names/0/text")),
        ({"fen": 50}, ("price/minimum", "error", "/harbour_goods/fen")),
        ({"fen": "25.90 yuan"}, ("payload/type", "error", "/harbour_goods/fen")),
        ({"mode": 9}, ("trade/unknown", "error", "/harbour_goods/mode")),
        ({"tax_code": None}, ("payload/required", "warn", "/harbour_goods")),
        ({"intro": ["扫码领红包", "装在木盒里。"]},
         ("text/forbidden-phrase", "error", "/harbour_goods/intro/0")),
        ({"pics": "a,b,c"}, ("images/max-items", "info", "/harbour_goods/pics")),
    ],
)  # fmt: skip
def test_a_payload_is_held_to_them_at_its_own_places(
    market: Path, change: dict[str, Any], told: tuple[str, str, str]
) -> None:
    assert told in found(market, goods(**change), "--rule", "images/*=off", "--rule",
                         "images/max-items=info")  # fmt: skip


def test_several_payloads_of_a_document_are_each_judged(market: Path) -> None:
    batch = {"harbour_batch": [goods(), goods(sn="T-2", fen=50), goods(sn="T-3", fen=50)]}
    assert found(market, batch) == [
        ("price/minimum", "error", "/harbour_batch/1/harbour_goods/fen"),
        ("price/minimum", "error", "/harbour_batch/2/harbour_goods/fen"),
    ]


def test_an_update_lacks_nothing(market: Path) -> None:
    update = {"goods_id": "9", "harbour_goods": {"sn": "T-1", "fen": 2590}}
    assert found(market, update) == []
    assert [each[0] for each in found(market, {"harbour_goods": update["harbour_goods"]})] != []


def test_what_it_answers_is_told_at_the_place_it_is_about(market: Path) -> None:
    put(market / "answer.json", {"sn": "T-1", "refusals": [
        {"rule": "R-7", "why": "茶叶名称不规范", "where": "names"},
        {"rule": "R-8", "why": "税号不存在", "where": "tax_code"}]})  # fmt: skip
    assert found(market, goods(), "--import-issues", "answer.json") == [
        ("harbour/r-7", "error", "/harbour_goods/names/1/text"),
        ("harbour/r-8", "error", "/harbour_goods/tax_code"),
    ]


def test_another_is_made_from_it_in_ten_lines(market: Path) -> None:
    extended = """{
      "x-extends": "harbour",
      "x-platform": {"name": "harbour-lite", "title": "Harbour Lite"},
      "properties": {
        "title": {"maxWidth": 12},
        "price": null
      },
      "x-rules": {"price/currency": null}
    }"""
    assert len(extended.splitlines()) <= 10
    put(market / "markets" / "harbour-lite" / "listing.json", extended)
    product = {**GOOD, "title": "龙井绿茶一盒好", "price": {"amount": 0.5, "currency": "USD"},
               "platforms": {"harbour-lite": {}, "harbour": {}}}  # fmt: skip
    put(market / "one.json", product)
    done = check("one.json", cwd=market)
    assert [(each["ruleId"], each["extra"]["platforms"]) for each in done.messages] == [
        ("title/max-length", ["harbour-lite"]),
        ("price/minimum", ["harbour"]),
        ("price/currency", ["harbour"]),
    ]


def test_the_manual_tells_it_like_the_others(market: Path) -> None:
    page = listlint("platforms", "港口", "--as-of", "2026-11-21", cwd=market)
    assert (page.code, page.err) == (0, "")
    for part in (
        "Harbour Market (harbour)",
        "at most 20 columns; a Chinese character takes two",
        "at most 2 entries, from 2027-06-01 (not yet)",
        'words + ["扫码领红包"]',
        "payload/required",
        "--import-issues",
        "Harbour forum",
    ):
        assert part in page.out
    listed = listlint("platforms", cwd=market).out
    assert "harbour           Harbour Market (港口)" in listed
    assert "6 limits, 3 rules set; reads payloads, issues" in listed
    explained = listlint("explain", "trade/unknown", cwd=market).out
    assert "one of: bonded-bc, direct-bc" in explained


def test_a_slip_is_told_with_its_place(market: Path) -> None:
    wrong = {**PAYLOAD, "properties": {"sn": {"x-role": {"field": "titel"}}}}
    put(market / "markets" / "harbour" / "payload.json", wrong)
    put(market / "one.json", goods())
    done = check("one.json", "--platform", "harbour", cwd=market)
    assert (done.code, done.out) == (2, "")
    assert "/properties/sn/x-role/field" in done.err
    assert "did you mean 'title'?" in done.err
