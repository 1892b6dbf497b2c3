"""Answers of platforms: read by the form that the data describes, and led to their places."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from listlint.errors import UsageError
from listlint.issueplaces import Answered, Issues
from listlint.issues import (
    LONGEST,
    Form,
    Issue,
    file_of,
    form_of,
    is_issue_name,
    issues_in,
)
from listlint.model import Level, Pointer

SOUK = {
    "recognise": {"type": "object", "required": ["result"]},
    "at": ["/result/problems", "/result/parts/*/problems"],
    "product": ["item", "ref"],
    "code": "no",
    "message": ["text", "hint"],
    "severity": "weight",
    "levels": {"stop": "error", "mind": "warn", "note": "info"},
    "about": ["fields", "field"],
    "kind": "kind",
    "places": {"name": "/title", "photos": ["/images/0", "/images"], "photo_2": "/images/1"},
    "kinds": {"PICTURE": "/images"},
    "others": ["/attributes/{name}", "/options/{name}", "/body/{name}"],
}
FORMS = {"souk": form_of("souk", "Souk", SOUK)}


def answer(*problems: dict[str, Any], item: Any = "MUG-1") -> dict[str, Any]:
    return {"result": {"item": item, "problems": list(problems)}}


def problem(**members: Any) -> dict[str, Any]:
    return {"no": "77", "text": "The name is wrong.", "weight": "stop", **members}


def read(*answers: Any, name: str = "a.json", forms: dict[str, Form] | None = None) -> list[Issue]:
    value = answers[0] if len(answers) == 1 else list(answers)
    return issues_in(name, json.dumps(value).encode(), FORMS if forms is None else forms)


def test_an_answer_is_read_by_the_names_of_the_data() -> None:
    assert read(answer(problem(fields=["name", "photos"], field="x", kind="NAME"))) == [
        Issue("souk", "MUG-1", "souk/77", "The name is wrong.", Level.ERROR,
              ("name", "photos", "x"), ("NAME",), "a.json")
    ]  # fmt: skip


def test_the_product_is_named_by_the_issue_or_the_nearest_object_around_it() -> None:
    parts = [{"ref": 12, "problems": [problem()]}, {"problems": [problem()]}]
    value = {"result": {"item": "B", "problems": [problem(ref="A"), problem()], "parts": parts}}
    assert [issue.product for issue in read(value)] == ["A", "B", "12"]
    assert [issue.product for issue in read(answer(problem(), item=None))] == [None]
    assert [issue.product for issue in read(answer(problem(), item=True))] == [None]


@pytest.mark.parametrize(
    ("weight", "level"),
    [("stop", Level.ERROR), ("mind", Level.WARN), ("note", Level.INFO), ("FATAL", Level.ERROR),
     (None, Level.ERROR)],
)  # fmt: skip
def test_levels_are_those_of_the_table_and_what_it_lacks_is_an_error(weight, level) -> None:
    assert [issue.level for issue in read(answer(problem(weight=weight)))] == [level]


@pytest.mark.parametrize(
    ("code", "name"),
    [("90220", "souk/90220"), (18027, "souk/18027"), ("BAD_REQUEST", "souk/bad-request"),
     (None, "souk/issue"), ("", "souk/issue"), ("…", "souk/issue"), ("a/b c", "souk/a-b-c")],
)  # fmt: skip
def test_a_code_makes_the_name(code, name) -> None:
    found = read(answer(problem(no=code)))[0].name
    assert found == name
    assert is_issue_name(found, FORMS)


def test_names_of_others_are_no_names_of_issues() -> None:
    assert is_issue_name("souk/*", FORMS)
    for name in ("bazaar/77", "souk", "souk/", "souk/A", "souk/a b", "title/max-length"):
        assert not is_issue_name(name, FORMS)


def test_a_message_is_one_line_without_control_characters_and_bounded() -> None:
    told = read(answer(problem(text="\x1b[31mWrong\x00\r\n  name\u202e\u2028here")))[0].message
    assert told == "[31mWrong name here"
    long = read(answer(problem(text="word " * LONGEST)))[0].message
    assert len(long) <= LONGEST
    assert long.endswith("…")


def test_an_issue_without_a_message_says_so() -> None:
    assert read(answer({"no": "77"}))[0].message == "Souk gives no reason (code 77)."
    assert read(answer({"hint": "Look."}))[0].message == "Look."


def test_equal_issues_are_one_the_gravest_and_the_best_placed() -> None:
    found = read(answer(problem(weight="mind"), problem(fields=["name"])), answer(problem()))
    assert [(each.level, each.about) for each in found] == [(Level.ERROR, ("name",))]
    assert len(read(answer(problem(), problem(text="Another.")))) == 2


def test_answers_may_stand_in_an_array_or_one_a_line() -> None:
    one, two = answer(problem()), answer(problem(), item="MUG-2")
    lines = f"{json.dumps(one)}\n\n{json.dumps(two)}\n".encode()
    for found in (read(one, two), issues_in("a.jsonl", lines, FORMS), issues_in("a", lines, FORMS)):
        assert [issue.product for issue in found] == ["MUG-1", "MUG-2"]
    assert issues_in("a.json", b"[]", FORMS) == []
    assert read(answer()) == []


def test_a_byte_order_mark_is_no_fault() -> None:
    data = b"\xef\xbb\xbf" + json.dumps(answer(problem())).encode()
    assert [issue.product for issue in issues_in("a.json", data, FORMS)] == ["MUG-1"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{", "a.json: cannot be read as an answer ("),
        (b"", "a.json: cannot be read as an answer ("),
        (b'{"title": "Mug"}', "a.json: this is no answer of souk with issues."),
        (b'[{"result": {}}, 7]', "a.json: /1: this is no answer of souk with issues."),
        (b'{"result": {"problems": ["x"]}}', "a.json: /result/problems/0 is no issue"),
    ],
)
def test_what_is_no_answer_is_refused_with_its_place(data: bytes, told: str) -> None:
    with pytest.raises(UsageError) as error:
        issues_in("a.json", data, FORMS)
    assert str(error.value).startswith(told)


def test_a_bad_line_is_named() -> None:
    with pytest.raises(UsageError, match=r"^a\.jsonl:2: cannot be read"):
        issues_in("a.jsonl", b'{"result": {}}\n{\n', FORMS)


def test_who_answered_can_be_said_where_several_may_have() -> None:
    forms = {**FORMS, "bazaar": form_of("bazaar", "Bazaar", SOUK)}
    with pytest.raises(UsageError) as error:
        read(answer(problem()), forms=forms)
    assert str(error.value) == (
        "a.json: this may be an answer of bazaar or souk. Say whose it is: --import-issues"
        " souk=a.json"
    )
    found = read(answer(problem()), name="bazaar=a.json", forms=forms)
    assert [(each.platform, each.file) for each in found] == [("bazaar", "a.json")]
    assert file_of("bazaar=a.json", forms) == "a.json"
    assert file_of("x=a.json", forms) == "x=a.json"


def test_without_any_form_nothing_is_an_answer() -> None:
    with pytest.raises(UsageError, match="no answer of any platform that is known here"):
        read(answer(), forms={})


# Which product an issue is of, and where in it


def issues(*told: Issue, alone: bool = False) -> Issues:
    return Issues({name: form.places for name, form in FORMS.items()}, told, alone)


def issue(*about: str, product: str | None = "MUG-1", kinds: tuple[str, ...] = ()) -> Issue:
    return Issue("souk", product, "souk/77", "Wrong.", Level.ERROR, about, kinds, "a.json")


def told_of(found: Issues, product: dict[str, Any], stem: str = "file") -> list[Answered]:
    return list(found.of(("dhgate", "souk"), product, stem))


def test_issues_are_told_of_the_product_with_their_key_on_their_platform() -> None:
    one = issue()
    found = issues(one, issue(product="MUG-2"))
    assert told_of(found, {"id": "MUG-1"}) == [Answered(one)]
    assert told_of(found, {"id": "MUG"}) == []
    assert list(found.of(("dhgate",), {"id": "MUG-1"}, "file")) == []


def test_a_variant_has_a_key_of_its_own() -> None:
    one = issue(product="MUG-1-BLUE")
    product = {"id": "MUG-1", "variants": [{"id": "MUG-1-RED"}, {"id": "MUG-1-BLUE"}, "x", {}]}
    assert told_of(issues(one), product) == [Answered(one, 1)]
    assert told_of(issues(one), {"id": "MUG-1-BLUE", "variants": [{"id": "MUG-1-BLUE"}]}) == [
        Answered(one)
    ]


def test_a_product_without_an_id_is_known_by_its_file() -> None:
    one = issue()
    assert told_of(issues(one), {}, "MUG-1") == [Answered(one)]
    assert told_of(issues(one), {"id": "X"}, "MUG-1") == []


def test_the_only_product_of_a_run_takes_what_names_no_other() -> None:
    nobodys, one = issue(product=None), issue()
    assert told_of(issues(nobodys), {"id": "X"}) == []
    assert told_of(issues(nobodys, alone=True), {"id": "X"}) == [Answered(nobodys)]
    assert told_of(issues(one, alone=True), {}) == [Answered(one)]
    assert told_of(issues(one, alone=True), {"id": "X"}) == []
    assert told_of(issues(one, issue(product="MUG-2"), alone=True), {}) == []


PRODUCT: dict[str, Any] = {
    "id": "MUG-1",
    "title": "Mug",
    "images": ["a.jpg"],
    "attributes": {"Item Weight": "1", "size": "M"},
    "variants": [{"id": "V", "options": {"Color": "red"}, "images": ["v.jpg"]}],
}


def place(
    *about: str,
    product: dict[str, Any] = PRODUCT,
    source: Any = None,
    variant: int | None = None,
    kinds: tuple[str, ...] = (),
    moved: str = "neutral",
) -> Pointer:
    def back(pointer: Pointer) -> Pointer:
        return pointer if source is None else (moved, *pointer)

    answered = Answered(issue(*about, kinds=kinds), variant)
    return issues().place(answered, product, product if source is None else source, back)


@pytest.mark.parametrize(
    ("about", "pointer"),
    [
        (("name",), ("title",)),
        (("photos",), ("images", 0)),
        (("size",), ("attributes", "size")),
        (("item_weight",), ("attributes", "Item Weight")),
        (("size.value",), ("attributes", "size")),
        (("no_such",), ()),
        (("…",), ()),
        ((), ()),
    ],
)
def test_an_issue_is_placed_by_the_first_name_that_leads_somewhere(about, pointer) -> None:
    assert place(*about) == pointer


def test_without_pictures_the_second_place_of_a_name_counts_or_the_id() -> None:
    assert place("photos", product={"images": []}) == ("images",)
    assert place("photos", product={"title": "Mug"}) == ()


def test_the_kind_of_an_issue_places_it_where_no_attribute_does() -> None:
    assert place("no_such", kinds=("OTHER", "PICTURE")) == ("images",)
    assert place("name", kinds=("PICTURE",)) == ("title",)
    assert place(product={"title": "Mug"}, kinds=("PICTURE",)) == ()


def test_of_a_payload_a_field_read_from_another_attribute_is_not_the_place() -> None:
    payload = {"body": {"photo_2": ["b.jpg"]}}
    neutral = {"images": ["b.jpg"]}
    assert place("photos", product=neutral, source=payload, moved="photo_2") == ()
    assert place("photos", product=neutral, source=payload, moved="photos") == (
        "photos", "images", 0
    )  # fmt: skip
    assert place("photo_2", product=neutral, source=payload) == ("body", "photo_2")


def test_what_an_overlay_says_is_placed_there() -> None:
    product = {**PRODUCT, "platforms": {"souk": {"title": "Big Mug"}}}
    assert place("name", product=product) == ("platforms", "souk", "title")
    assert place("size", product=product) == ("attributes", "size")


def test_of_a_variant_its_own_values_come_first_and_its_id_last() -> None:
    assert place("photos", variant=0) == ("variants", 0, "images", 0)
    assert place("color", variant=0) == ("variants", 0, "options", "Color")
    assert place("name", variant=0) == ("title",)
    assert place("no_such", variant=0) == ("variants", 0, "id")


def test_of_a_payload_the_neutral_field_leads_back_and_its_own_attributes_count() -> None:
    payload = {"ref": "MUG-1", "body": {"offer": [{"price": {"net": 1}}], "two": [1, 2]}}
    assert place("name", source=payload) == ("neutral", "title")
    assert place("offer", source=payload) == ("body", "offer")
    assert place("offer.price.net", source=payload) == ("body", "offer", 0, "price", "net")
    assert place("offer.tax", source=payload) == ("body", "offer")
    assert place("two.x", source=payload) == ("body", "two")


def test_issues_travel_between_processes() -> None:
    found = pickle.loads(pickle.dumps(issues(issue())))
    assert told_of(found, {"id": "MUG-1"}) == [Answered(issue())]


def test_what_was_told_of_no_product_is_said_file_by_file() -> None:
    many = [issue(product=f"P-{number}") for number in range(7)]
    found = issues(issue(), *many, issue(product=None)._replace(file="b.json"))
    assert list(found.left({("souk", "MUG-1")})) == [
        "a.json: 7 issues are about products that were not linted for souk: 'P-0', 'P-1', 'P-2',"
        " 'P-3', 'P-4' and 2 more. Lint the files that hold them too, or take their answers out.",
        "b.json: 1 issue is about no product that the answer names, and more than one was linted.",
    ]
    assert list(issues(issue()).left({("souk", "MUG-1")})) == []
