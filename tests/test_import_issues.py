"""``--import-issues``: what a platform answered, told beside our own findings in every format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from commandline import check, listlint, put, write

SOUK = {
    "x-platform": {"name": "souk", "title": "Souk", "language": "en"},
    "properties": {"title": {"maxLength": 10}},
}
PAYLOAD = {
    "x-recognise": {"required": ["souk_item"]},
    "properties": {
        "ref": {"type": "string", "x-role": {"field": "id"}},
        "souk_item": {
            "properties": {
                "name": {
                    "type": "array",
                    "items": {"properties": {"value": {"x-role": {"field": "title"}}}},
                },
                "photos": {"type": "array", "items": {"x-role": {"field": "images"}}},
            }
        },
    },
    "x-issues": {
        "recognise": {"required": ["problems"]},
        "at": "/problems",
        "product": "ref",
        "code": "no",
        "message": "text",
        "severity": "weight",
        "levels": {"stop": "error", "mind": "warn", "note": "info"},
        "about": "fields",
        "places": {"name": "/title", "photos": "/images"},
        "others": ["/attributes/{name}", "/souk_item/{name}"],
    },
}
MUG = {
    "id": "MUG-1",
    "title": "Steel travel mug",
    "images": ["https://p.example/1.jpg"],
    "attributes": {"Inner Size": "M"},
    "platforms": {"souk": {}},
}
CUP = {**MUG, "id": "CUP-1", "title": "Cup"}


def answer(*problems: dict[str, Any], ref: str | None = "MUG-1") -> dict[str, Any]:
    return {"ref": ref, "problems": list(problems)}


def problem(no: str = "77", weight: str = "stop", **members: Any) -> dict[str, Any]:
    return {"no": no, "text": f"Problem {no}.", "weight": weight, **members}


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    put(tmp_path / "platforms" / "souk" / "listing.json", SOUK)
    put(tmp_path / "platforms" / "souk" / "payload.json", PAYLOAD)
    return write(tmp_path, listlint_toml='platform-folders = ["platforms"]\n', mug_json=MUG)


def test_issues_stand_beside_our_findings_at_the_place_they_are_about(shop: Path) -> None:
    problems = (problem(fields=["name"]), problem("12", "mind", fields=["inner_size"]))
    put(shop / "answer.json", answer(*problems, problem("5", "note", fields=["nothing"])))
    done = check("mug.json", "--import-issues", "answer.json", cwd=shop)
    assert (done.code, done.err) == (1, "")
    told = [(each["ruleId"], each["extra"]["pointer"], each["severity"], each["message"])
            for each in done.messages]  # fmt: skip
    assert told == [
        ("souk/5", "/id", 1, "Problem 5."),
        ("souk/77", "/title", 2, "Problem 77."),
        ("title/max-length", "/title", 2,
         "Title has 16 characters; at most 10 are allowed. Shorten it by 6."),
        ("souk/12", "/attributes/Inner Size", 1, "Problem 12."),
    ]  # fmt: skip
    extra = done.of("souk/77")[0]["extra"]
    assert extra["platforms"] == ["souk"]
    assert extra["product"] == "MUG-1"
    assert extra["source"] == "answer of souk in answer.json"
    assert done.of("souk/5")[0]["extra"]["level"] == "info"


@pytest.mark.parametrize(
    "name", ["stylish", "full", "json", "json-with-metadata", "jsonl", "github"]
)
def test_every_format_tells_them(shop: Path, name: str) -> None:
    put(shop / "answer.json", answer(problem()))
    done = listlint("check", "mug.json", "-f", name, "--import-issues", "answer.json", cwd=shop)
    assert done.code == 1
    assert "souk/77" in done.out
    assert "Problem 77." in done.out


@pytest.mark.parametrize(("where", "sets"), [
    ("--rule", "souk/77"), ("--rule", "souk/*"), ("rules", "souk/77"),
    ("platforms.souk.rules", "souk/77"), ("rules", "souk/*"),
])  # fmt: skip
def test_their_levels_are_set_like_those_of_rules(shop: Path, where: str, sets: str) -> None:
    put(shop / "answer.json", answer(problem()))
    more: tuple[str, ...] = ("--rule", f"{sets}=off")
    if where != "--rule":
        config = shop / "listlint.toml"
        config.write_text(f'{config.read_text("utf-8")}[{where}]\n"{sets}" = "off"\n', "utf-8")
        more = ()
    done = check("mug.json", "--import-issues", "answer.json", *more, cwd=shop)
    assert done.rules == ["title/max-length"]
    assert (done.code, done.err) == (1, "")


def test_an_override_sets_the_level_of_some(shop: Path) -> None:
    config = (shop / "listlint.toml").read_text("utf-8")
    override = '[[overrides]]\nids = ["MUG-*"]\nrules = { "souk/77" = "warn" }\n'
    write(shop, listlint_toml=config + override, cup_json=CUP)
    put(shop / "answers.json", [answer(problem()), answer(problem(), ref="CUP-1")])
    done = check(".", "--import-issues", "answers.json", cwd=shop)
    assert [(each["extra"]["product"], each["severity"]) for each in done.of("souk/77")] == [
        ("CUP-1", 2), ("MUG-1", 1)
    ]  # fmt: skip


def test_a_code_of_no_platform_is_an_unknown_rule(shop: Path) -> None:
    for name in ("bazaar/77", "souk/A B", "dhgate/77"):
        done = check("mug.json", "--rule", f"{name}=off", cwd=shop)
        assert done.code == 2
        assert f"unknown rule '{name}'" in done.err


def test_a_payload_is_placed_by_its_roles_and_its_own_attributes(shop: Path) -> None:
    payload = {"ref": "MUG-9", "souk_item": {"name": [{"value": "Mug"}], "offer": [{"net": 1}]}}
    put(shop / "payload.json", payload)
    problems = (problem(fields=["name"]), problem("8", fields=["offer.net"]), problem("9"))
    put(shop / "answer.json", answer(*problems, ref="MUG-9"))
    done = check("payload.json", "--import-issues", "answer.json", cwd=shop)
    assert [(each["ruleId"], each["extra"]["pointer"]) for each in done.messages] == [
        ("souk/9", "/ref"),
        ("souk/77", "/souk_item/name/0/value"),
        ("souk/8", "/souk_item/offer/0/net"),
    ]


def test_a_payload_of_another_platform_with_the_same_id_takes_nothing(shop: Path) -> None:
    write(shop, mug_json={**MUG, "title": "Mug", "platforms": {"dhgate": {}}})
    put(shop / "answer.json", answer(problem()))
    done = check("mug.json", "--import-issues", "answer.json", "--rule", "*=off", cwd=shop)
    assert (done.code, done.rules) == (2, [])
    assert done.err == (
        "listlint: answer.json: 1 issue is about products that were not linted for souk: 'MUG-1'."
        " Lint the files that hold them too, or take their answers out.\n"
    )


def test_an_answer_without_issues_asks_for_no_product(shop: Path) -> None:
    put(shop / "answer.jsonl", [answer(ref="GONE"), answer()])
    done = check("mug.json", "--import-issues", "answer.jsonl", cwd=shop)
    assert (done.code, done.rules, done.err) == (1, ["title/max-length"], "")


def test_the_answer_to_the_one_product_need_not_name_it(shop: Path) -> None:
    put(shop / "answer.json", answer(problem(), ref=None))
    done = check("mug.json", "--import-issues", "answer.json", cwd=shop)
    assert done.rules == ["souk/77", "title/max-length"]
    write(shop, cup_json=CUP)
    done = check("mug.json", "cup.json", "--import-issues", "answer.json", cwd=shop)
    assert done.code == 2
    assert "about no product that the answer names" in done.err


def test_a_payload_without_an_id_is_known_by_its_file_or_as_the_only_one(shop: Path) -> None:
    put(shop / "bodies" / "MUG-1.json", {"souk_item": {"name": [{"value": "Mug"}]}})
    put(shop / "bodies" / "CUP-1.json", {"souk_item": {"name": [{"value": "Cup"}]}})
    put(shop / "answer.json", answer(problem(fields=["name"])))
    done = check("bodies", "--import-issues", "answer.json", cwd=shop)
    (result,) = [each for each in done.results if each["messages"]]
    assert result["filePath"].endswith("MUG-1.json")
    put(shop / "body.json", {"souk_item": {"name": [{"value": "Mug"}]}})
    done = check("body.json", "--import-issues", "answer.json", cwd=shop)
    assert (done.code, done.rules) == (1, ["souk/77"])


def test_the_file_of_the_answers_is_not_linted_itself(shop: Path) -> None:
    put(shop / "answer.json", {**answer(problem()), "title": "x", "brand": "y"})
    done = check(".", "--import-issues", "answer.json", cwd=shop)
    assert [Path(each["filePath"]).name for each in done.results] == ["mug.json"]


def test_an_answer_that_is_named_is_linted_with_its_own_issues(shop: Path) -> None:
    listing = {"souk_item": {"name": [{"value": "Mug"}]}, **answer(problem(fields=["name"]))}
    put(shop / "got.json", listing)
    done = check("got.json", "--import-issues", "got.json", cwd=shop)
    assert [(each["ruleId"], each["extra"]["pointer"]) for each in done.messages] == [
        ("souk/77", "/souk_item/name/0/value")
    ]


def test_jobs_change_nothing(shop: Path) -> None:
    products = [{**MUG, "id": f"MUG-{number}", "description": "word " * 400}
                for number in range(1500)]  # fmt: skip
    put(shop / "mugs.jsonl", products)
    put(shop / "answers.jsonl", [answer(problem(fields=["name"]), ref=f"MUG-{number}")
                                 for number in range(0, 1500, 100)])  # fmt: skip
    one, two = (
        check("mugs.jsonl", "--import-issues", "answers.jsonl", "--jobs", jobs, cwd=shop)
        for jobs in ("1", "2")
    )
    assert one == two
    assert len(one.of("souk/77")) == 15
    assert {each["line"] for each in one.of("souk/77")} == {1 + n for n in range(0, 1500, 100)}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "listlint: answer.json: No such file or directory."),
        ("{", "listlint: answer.json: cannot be read as an answer ("),
        ('{"title": "x"}', "listlint: answer.json: this is no answer of "),
    ],
)
def test_what_cannot_be_read_ends_the_run(shop: Path, content: str | None, told: str) -> None:
    if content is not None:
        put(shop / "answer.json", content)
    done = check("mug.json", "--import-issues", "answer.json", cwd=shop)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(told)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"at": "problems"}, "/x-issues/at: "),
        ({"places": {"name": "title"}}, "/x-issues/places/name: "),
        ({"levels": {"stop": "fatal"}}, "/x-issues/levels/stop: "),
        ({"mesage": "text"}, "“mesage” is not known here; did you mean 'message'?"),
        ({"recognise": {"required": 7}}, "souk: x-issues/recognise is no schema ("),
    ],
)
def test_a_form_that_cannot_be_is_refused(shop: Path, change: dict[str, Any], told: str) -> None:
    issues = {**PAYLOAD["x-issues"], **change}
    put(shop / "platforms" / "souk" / "payload.json", {**PAYLOAD, "x-issues": issues})
    put(shop / "answer.json", answer(problem()))
    done = check("mug.json", "--import-issues", "answer.json", cwd=shop)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_it_is_explained_and_listed(shop: Path) -> None:
    done = listlint("explain", "souk/77", cwd=shop)
    assert (done.code, done.err) == (0, "")
    assert "Souk answered with the code 77." in done.out
    assert listlint("explain", "dhgate/77", cwd=shop).code == 2
    assert "issues" in listlint("platforms", cwd=shop).out
    assert "--import-issues" in listlint("platforms", "souk", cwd=shop).out


def test_fingerprints_stay_when_a_file_is_reformatted(shop: Path) -> None:
    put(shop / "answer.json", answer(problem(fields=["name"]), problem(fields=["gone"], no="78")))
    before = check("mug.json", "--import-issues", "answer.json", cwd=shop)
    put(shop / "mug.json", json.dumps(MUG))
    after = check("mug.json", "--import-issues", "answer.json", cwd=shop)
    prints = [[each["extra"]["fingerprint"] for each in done.messages] for done in (before, after)]
    assert prints[0] == prints[1]
    assert len(prints[0]) == 3


@pytest.mark.parametrize("problems", [[problem()], []])
def test_an_answer_that_is_checked_as_a_catalog_is_told_to_be_one(
    shop: Path, problems: list[dict[str, Any]]
) -> None:
    put(shop / "answer.json", answer(*problems))
    done = check("answer.json", cwd=shop)
    assert done.rules == ["schema/not-a-product"]
    assert done.messages[0]["message"] == (
        "This is an answer of Souk, no product. Name the catalog that it is about, and this file"
        " with --import-issues: then its issues stand at their products."
    )


def test_what_is_neither_product_nor_answer_is_told_so(shop: Path) -> None:
    for value in ({"problems": "none"}, {"goods": [MUG]}):
        put(shop / "feed.json", value)
        done = check("feed.json", cwd=shop)
        assert done.rules == ["schema/not-a-product"]
        assert "--products" in done.messages[0]["message"]


def test_an_answer_in_a_folder_is_passed_over(shop: Path) -> None:
    put(shop / "answer.json", answer(problem()))
    assert check(cwd=shop).rules == ["title/max-length"]
