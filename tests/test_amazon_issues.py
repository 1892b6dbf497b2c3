"""Amazon's answers: to a preview, of a listing and on a feed, told of products and of payloads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from commandline import check, put

SUITCASE = {
    "id": "SUIT-1",
    "title": "Hardside Suitcase",
    "brand": "Northline",
    "images": ["https://p.example/1.jpg", "https://p.example/2.jpg"],
    "attributes": {"Item Weight": "3 kg"},
    "price": {"amount": "59.00", "currency": "USD"},
    "variants": [
        {"id": "SUIT-1-S", "options": {"Size": "S"}, "price": {"amount": 59, "currency": "USD"}},
        {"id": "SUIT-1-L", "options": {"Size": "L"}, "price": {"amount": 79, "currency": "USD"}},
    ],
    "platforms": {"amazon": {}},
}
BODY = {
    "productType": "SUITCASE",
    "requirements": "LISTING",
    "attributes": {
        "item_name": [{"value": "Hardside Suitcase", "language_tag": "en_US"}],
        "other_product_image_locator_1": [{"media_location": "https://p.example/2.jpg"}],
        "purchasable_offer": [
            {"currency": "USD", "our_price": [{"schedule": [{"value_with_tax": 59}]}]}
        ],
    },
}


def issue(code: str, *names: str, severity: str = "ERROR", **more: Any) -> dict[str, Any]:
    about = {"attributeNames": list(names)} if names else {}
    return {"code": code, "message": f"Told by {code}.", "severity": severity, "categories": [],
            **about, **more}  # fmt: skip


def preview(*issues: dict[str, Any], sku: str = "SUIT-1") -> dict[str, Any]:
    return {"sku": sku, "status": "INVALID", "submissionId": "f1", "issues": list(issues)}


def told(folder: Path, file: Any, answers: Any, name: str = "one.json") -> list[tuple[str, str]]:
    """(code, pointer) of each issue that is told of *file*."""
    put(folder / name, file)
    put(folder / "answers.json", answers)
    done = check(name, "--import-issues", "answers.json", "--rule", "*=off",
                 "--rule", "amazon/*=error", cwd=folder)  # fmt: skip
    assert done.err == ""
    return [(each["ruleId"].removeprefix("amazon/"), each["extra"]["pointer"])
            for each in done.messages]  # fmt: skip


@pytest.mark.parametrize(
    ("names", "pointer"),
    [
        (("item_name",), "/title"),
        (("brand",), "/brand"),
        (("item_weight",), "/attributes/Item Weight"),
        (("other_product_image_locator_1",), "/images/1"),
        (("purchasable_offer.our_price",), "/price"),
        (("batteries_required", "item_name"), "/title"),
        (("batteries_required",), "/id"),
        ((), "/id"),
    ],
)
def test_an_issue_of_a_preview_is_placed(
    tmp_path: Path, names: tuple[str, ...], pointer: str
) -> None:
    assert told(tmp_path, SUITCASE, preview(issue("90220", *names))) == [("90220", pointer)]


def test_a_child_is_a_variant(tmp_path: Path) -> None:
    answers = [preview(issue("1", "size"), issue("2", "purchasable_offer"), sku="SUIT-1-L")]
    assert told(tmp_path, SUITCASE, answers) == [
        ("1", "/variants/1/options/Size"),
        ("2", "/variants/1/price"),
    ]


def test_severities_are_levels(tmp_path: Path) -> None:
    put(tmp_path / "one.json", SUITCASE)
    issues = [issue(each.lower(), severity=each) for each in ("ERROR", "WARNING", "INFO")]
    put(tmp_path / "answers.json", preview(*issues))
    done = check("one.json", "--import-issues", "answers.json", cwd=tmp_path)
    levels = {each["ruleId"]: each["extra"]["level"] for each in done.messages}
    assert (levels["amazon/error"], levels["amazon/warning"], levels["amazon/info"]) == (
        "error", "warn", "info"
    )  # fmt: skip


def test_a_picture_or_a_price_at_fault_is_shown_without_its_name(tmp_path: Path) -> None:
    issues = (issue("18027", categories=["INVALID_IMAGE"]),
              issue("18155", categories=["INVALID_PRICE"]))  # fmt: skip
    assert told(tmp_path, SUITCASE, preview(*issues)) == [("18027", "/images/0"),
                                                          ("18155", "/price")]  # fmt: skip


def test_the_body_of_a_request_has_no_sku_and_is_the_only_one(tmp_path: Path) -> None:
    issues = (
        issue("1", "item_name"),
        issue("2", "purchasable_offer.our_price"),
        issue("3", "main_product_image_locator", categories=["MISSING_IMAGE"]),
        issue("4", "other_product_image_locator_1"),
    )
    assert told(tmp_path, BODY, preview(*issues)) == [
        ("3", ""),
        ("1", "/attributes/item_name/0/value"),
        ("4", "/attributes/other_product_image_locator_1"),
        ("2", "/attributes/purchasable_offer"),
    ]


def test_the_messages_of_a_feed_take_what_its_report_says(tmp_path: Path) -> None:
    feed = {
        "header": {"sellerId": "A1", "version": "2.0", "issueLocale": "en_US"},
        "messages": [
            {"messageId": 1, "sku": "A", "operationType": "UPDATE", "requirements": "LISTING",
             **BODY},
            {"messageId": 2, "sku": "B", "operationType": "UPDATE", "requirements": "LISTING",
             **BODY},
        ],
    }  # fmt: skip
    report = {
        "header": {"sellerId": "A1", "version": "2.0", "feedId": "9"},
        "issues": [
            {"messageId": 2, "sku": "B", "code": "99022", "severity": "ERROR", "message": "Wrong.",
             "attributeName": "purchasable_offer.our_price"},
        ],
        "summary": {"errors": 1, "warnings": 0, "messagesProcessed": 2, "messagesAccepted": 1,
                    "messagesInvalid": 1},
        "items": [{"sku": "A", "issues": [issue("18448", "item_name", severity="WARNING")]},
                  {"sku": "B"}],
    }  # fmt: skip
    assert told(tmp_path, feed, report) == [
        ("18448", "/messages/0/attributes/item_name/0/value"),
        ("99022", "/messages/1/attributes/purchasable_offer"),
    ]


def test_listings_that_were_fetched_are_linted_with_their_own_issues(tmp_path: Path) -> None:
    listing = {"sku": "A", "summaries": [{"marketplaceId": "M", "itemName": "Suitcase"}],
               "issues": [issue("90220", "size")]}  # fmt: skip
    put(tmp_path / "got.json", listing)
    done = check("got.json", "--import-issues", "got.json", "--rule", "*=off",
                 "--rule", "amazon/90220=error", cwd=tmp_path)  # fmt: skip
    assert [each["extra"]["pointer"] for each in done.messages] == ["/sku"]
    assert told(tmp_path, {**SUITCASE, "id": "A"}, {"items": [listing]}) == [("90220", "/id")]


def test_a_listing_that_is_fine_says_nothing(tmp_path: Path) -> None:
    valid = {"sku": "SUIT-1", "status": "VALID", "submissionId": "f1"}
    assert told(tmp_path, SUITCASE, [valid, preview(sku="ANOTHER")]) == []


def test_a_refused_request_is_no_answer(tmp_path: Path) -> None:
    put(tmp_path / "one.json", SUITCASE)
    put(tmp_path / "answers.json", {"errors": [{"code": "BAD_REQUEST", "message": "Wrong."}]})
    done = check("one.json", "--import-issues", "answers.json", cwd=tmp_path)
    assert done.code == 2
    assert "this is no answer of amazon with issues." in done.err
