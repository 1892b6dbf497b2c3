"""Which brands a listing may use: by configuration and documents, where, and until when."""

from __future__ import annotations

import pytest
from commandline import check, product, put
from configs import write

DAY = "2027-06-30"
AFTER = "2027-07-01"


def told(folder, config: str, day: str = DAY, **fields: object) -> list[tuple[str, str, str]]:
    """(rule, message, level) of each finding on brands in a listing of Nike."""
    write(folder, listlint=config)
    listing = product(**{"title": "Nike running shoes", "brand": "Nike", **fields})
    put(folder / "a.json", listing)
    return [
        (each["ruleId"], each["messageId"], ("info", "warn", "error")[each["severity"]])
        for each in check("a.json", "--as-of", day, cwd=folder).messages
        if each["ruleId"].startswith("brand/")
    ]


GRANT = "[[brands.authorization]]\nbrand = 'Nike'\n"
MISSING = [
    ("brand/infringing-word", "unauthorized", "error"),
    ("brand/unauthorized", "unauthorized", "error"),
]


@pytest.mark.parametrize(
    ("config", "day", "expected"),
    [
        (GRANT, DAY, []),
        (f"{GRANT}expires = 2027-06-30", DAY, []),
        (f"{GRANT}expires = 2027-06-30", AFTER, MISSING),
        (f"{GRANT}platforms = ['dhgate']", DAY, []),
        (f"{GRANT}platforms = ['amazon']", DAY, MISSING),
        (f"{GRANT}platforms = ['amazon']\n{GRANT}expires = 2027-06-30", DAY, []),
        (f"{GRANT}document = 'contracts/nike.pdf'", DAY, []),
        ("[[brands.authorization]]\nbrand = '耐克'", DAY, []),
        ("[brands]\nauthorized = ['NIKE']", DAY, []),
        ("[brands]\nauthorized = ['Adidas']", DAY, MISSING),
        ("[brands]\nauthorized = []", DAY, MISSING),
    ],
)  # fmt: skip
def test_an_authorization_holds_where_and_as_long_as_it_says(tmp_path, config, day, expected):
    assert sorted(told(tmp_path, config, day)) == expected


def test_one_for_another_brand_gives_no_right(tmp_path):
    found = told(tmp_path, GRANT, title="Adidas running shoes")
    assert found == [("brand/infringing-word", "other", "error")]


# Product lines

LINES = f"{GRANT}series = ['Air Max', 'Pegasus']"


@pytest.mark.parametrize(
    ("config", "title", "expected"),
    [
        (LINES, "Nike running shoes", []),
        (LINES, "Air Max running shoes", []),
        (LINES, "Air Max 90 running shoes", []),
        (LINES, "Air Jordan shoes", [("brand/series-word", "line", "error")]),
        (f"{LINES}\n{GRANT}", "Air Jordan shoes", []),
        (f"{LINES}\n{GRANT}series = ['Air Jordan']", "Air Jordan shoes", []),
        (f"{LINES}\n{GRANT}expires = 2027-06-29", "Air Jordan shoes",
         [("brand/series-word", "line", "error")]),
        (f"brands.authorized = ['Nike']\n{LINES}", "Air Jordan shoes", []),
    ],
)  # fmt: skip
def test_lines_that_an_authorization_does_not_name_are_reported(tmp_path, config, title, expected):
    assert told(tmp_path, config, title=title) == expected


def test_the_line_is_reported_in_an_attribute_too(tmp_path):
    write(tmp_path, listlint=LINES)
    listing = product(title="Nike shoes", brand="Nike", attributes={"Style": "Air Jordan"})
    put(tmp_path / "a.json", listing)
    (found,) = check("a.json", cwd=tmp_path).of("attributes/brand-word")
    assert "your authorization of Nike does not name it" in found["message"]


# Documents of the listing

NONE = "[brands]\nauthorized = []\n[rules]\n'brand/infringing-word' = 'off'"


def paper(**fields: str) -> dict[str, str]:
    return {"type": "authorization", "file": "nike.pdf", **fields}


@pytest.mark.parametrize(
    ("documents", "message"),
    [
        ([paper()], None),
        ([paper(brand="Nike")], None),
        ([paper(brand="nike")], None),
        ([paper(brand="耐克")], None),
        ([paper(expires=DAY)], None),
        ([paper(brand="Adidas")], "unauthorized"),
        ([], "unauthorized"),
        ([paper(expires="2027-06-29")], "expired"),
        ([paper(expires="2027-06-29"), paper(expires="2030-01-01")], None),
        ([paper(expires="2027-06-29"), paper(brand="Adidas")], "expired"),
    ],
)
def test_a_document_is_proof_if_it_is_of_the_brand_and_still_valid(tmp_path, documents, message):
    expected = [] if message is None else [("brand/unauthorized", message, "error")]
    assert told(tmp_path, NONE, brand_documents=documents) == expected


# Without any configuration


@pytest.mark.parametrize(
    ("brand", "documents", "expected"),
    [
        ("Nike", [], [("brand/unauthorized", "unproven", "warn")]),
        ("耐克", [], [("brand/unauthorized", "unproven", "warn")]),
        ("Nike", [paper()], []),
        ("Nike", [paper(expires="2027-06-29")], [("brand/unauthorized", "unproven", "warn")]),
        ("Northline", [], []),
        ("No Brand", [], []),
    ],
)
def test_an_often_enforced_brand_is_a_warning(tmp_path, brand, documents, expected):
    found = told(tmp_path, "", title="Running shoes", brand=brand, brand_documents=documents)
    assert found == expected


def test_it_stays_a_warning_whatever_the_rule_is_set_to(tmp_path):
    found = told(tmp_path, "rules.'brand/unauthorized' = 'error'")
    assert found == [("brand/unauthorized", "unproven", "warn")]
