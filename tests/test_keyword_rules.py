"""What rules on keywords, bullet points and identifiers count, counted a second, slow way.

Quick looks must let nothing pass that a close look would tell; so each rule is asked of texts that
nobody chose, and compared with a plain definition of what it promises.
"""

from __future__ import annotations

import unicodedata
from types import ModuleType
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from listlint.rules._gtins import is_sound
from listlint.rules._unbranded import names_no_brand, says_no_brand, says_nothing
from listlint.rules.attributes import purchase_misuse, sale_misuse
from listlint.rules.brand import placeholder, unbranded_value
from listlint.rules.bullets import forbidden_character, form, repeated, total_length
from listlint.rules.identifiers import missing, prefix
from listlint.rules.keywords import brand, repeated_word, repeats_title, stop_word
from listlint.rules.keywords import bytes as keyword_bytes
from stdnum import ean

from listlint.listing import Listing
from listlint.rule import Example
from listlint.selectors import select
from listlint.testing import findings

WORDS = st.sampled_from(
    [
        "mug",
        "Mug",
        "the",
        "THE",
        "a",
        "with",
        "steel",
        "steel-mug",
        "café",
        "杯",
        "don't",
        "5",
        "by",
    ]
)
PHRASES = st.lists(WORDS, max_size=5).map(" ".join)
TEXTS = st.one_of(st.text(max_size=20), PHRASES)
LISTS = st.lists(TEXTS, max_size=4)


def told(module: ModuleType, product: dict[str, Any], **options: Any) -> list[tuple[str, Any]]:
    """(message, pointer) of what the rule in *module* finds, called as the engine calls it."""
    rule = module.check
    listing = Listing(product)
    found = []
    for on in rule.on:
        for value in select(listing, on):
            found += rule.check(value, listing, rule.settled(options))
    return [(finding.message, finding.pointer) for finding in found]


# keywords/bytes -----------------------------------------------------------------------------------


def counted(keywords: list[str]) -> int:
    total = 0
    for char in "".join(keywords):
        is_mark = unicodedata.category(char)[0] in "PZ" or char.isspace()
        is_sign = ord(char) < 128 and not char.isalnum()
        total += 0 if is_mark or is_sign else len(char.encode())
    return total


@given(LISTS, st.integers(0, 40))
@example(["mug, cup"], 6)
@example(["mug, cup"], 5)
@example(["保温、杯　"], 9)
@example(["保温杯"], 8)
def test_bytes_are_counted_without_spaces_and_punctuation(keywords: list[str], limit: int) -> None:
    found = told(keyword_bytes, {"keywords": keywords}, **{"max-bytes": limit})
    assert found == ([("bytes", ("keywords",))] if counted(keywords) > limit else [])


@given(LISTS, st.integers(0, 60))
def test_all_bytes_are_those_of_the_keywords_in_one_line(keywords: list[str], limit: int) -> None:
    found = told(keyword_bytes, {"keywords": keywords}, **{"max-bytes": limit, "count-all": True})
    over = len(" ".join(keywords).encode()) > limit
    assert found == ([("all-bytes", ("keywords",))] if over else [])


def test_the_default_is_below_250_bytes() -> None:
    assert told(keyword_bytes, {"keywords": ["x" * 249]}) == []
    assert told(keyword_bytes, {"keywords": ["x" * 125, "y" * 125]}) != []


# keywords/stop-word, keywords/repeats-title -------------------------------------------------------


@given(LISTS, st.lists(st.sampled_from(["the", "The", "with", "don't", "à", "b"]), max_size=3))
@example(["don't buy"], ["don't"])
@example(["tasse à thé"], ["à"])
@example(["the"], ["The"])
def test_the_quick_look_at_stop_words_hides_none(keywords: list[str], words: list[str]) -> None:
    listed = frozenset(word.casefold() for word in words)
    close = stop_word._findings(
        next(iter(select(Listing({"keywords": keywords}), "keywords"))), listed
    )
    assert told(stop_word, {"keywords": keywords}, words=words) == [
        (finding.message, finding.pointer) for finding in close
    ]


@given(TEXTS.filter(bool), LISTS)
@example("Men's mug", ["men's"])
@example("mug—steel", ["mug"])
def test_the_quick_look_at_the_title_hides_nothing(title: str, keywords: list[str]) -> None:
    product = {"title": title, "keywords": keywords}
    value = next(iter(select(Listing(product), "keywords")))
    close = repeats_title._findings(value, repeats_title.fold(title), "")
    assert told(repeats_title, product) == [(each.message, each.pointer) for each in close]


@given(PHRASES.filter(lambda title: "mug" in title.lower().split()))
def test_a_word_of_the_title_is_told(title: str) -> None:
    assert told(repeats_title, {"title": title, "keywords": ["cup", "MUG"]}) == [
        ("whole", ("keywords", 1))
    ]


# keywords/repeated-word ---------------------------------------------------------------------------

FORMS = st.lists(
    st.sampled_from(["mug", "Mugs", "mug's", "box", "boxes", "berry", "berries", "pom"])
)


@given(st.lists(st.one_of(st.text(max_size=20), FORMS.map(" ".join)), max_size=4))
@example(["mugs-box", "mug"])
def test_the_quick_look_at_repeated_words_hides_none(keywords: list[str]) -> None:
    value = next(iter(select(Listing({"keywords": keywords}), "keywords")))
    ignored = frozenset(repeated_word.check.options["ignore"].default)
    close = repeated_word._findings(value, ignored, True)
    assert told(repeated_word, {"keywords": keywords}) == [
        (each.message, each.pointer) for each in close
    ]


def test_singulars_and_plurals_are_told_in_either_order() -> None:
    for one, other in (("mug", "mugs"), ("box", "boxes"), ("berry", "berries"), ("dish", "dishes")):
        for keywords in ([one, other], [other, one]):
            assert told(repeated_word, {"keywords": keywords}) == [("plural", ("keywords", 1))]
    for words in ("glass glasses", "short shorts", "men mens", "dress dres"):
        assert told(repeated_word, {"keywords": [words]}) == []


# keywords/brand -----------------------------------------------------------------------------------


def test_another_brand_is_told_by_one_of_two_rules() -> None:
    from listlint.rules.brand import infringing_word

    for keyword, by_this in (("gucci bag", False), ("case for iphone 15", True)):
        product = {"title": "Case", "brand": "Northline", "keywords": [keyword]}
        both = [
            bool(findings(module.check, Example(product))) for module in (infringing_word, brand)
        ]
        assert both == [not by_this, by_this]


@given(st.sampled_from(["Northline", "café NORD", "北线", "N-1"]), PHRASES, PHRASES)
def test_the_own_brand_is_told_wherever_it_stands(own: str, before: str, after: str) -> None:
    product = {"brand": own, "keywords": ["cup", f"{before} {own.upper()} {after}"]}
    assert told(brand, product) == [("own", ("keywords", 1))]


# bullets ------------------------------------------------------------------------------------------


def read(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(repeated._MARKS)


@given(st.lists(st.one_of(TEXTS, PHRASES.map("{}.".format)), max_size=5), TEXTS)
@example(["Foo. !", "foo"], "")
@example(["", ""], "")
@example(["ẞ x", "SS X"], "ss  x!")
def test_no_repeated_bullet_passes_the_quick_look(bullets: list[str], title: str) -> None:
    expected = []
    for index, bullet in enumerate(bullets):
        if read(bullet) and read(bullet) == read(title):
            expected.append(("title", ("bullets", index)))
        elif read(bullet) and read(bullet) in map(read, bullets[:index]):
            expected.append(("bullet", ("bullets", index)))
    assert told(repeated, {"title": title, "bullets": bullets}) == expected


@given(LISTS, st.text(max_size=4), st.text(max_size=2))
def test_each_refused_character_is_told(bullets: list[str], refused: str, allow: str) -> None:
    found = {
        pointer
        for _, pointer in told(
            forbidden_character, {"bullets": bullets}, characters=refused, allow=allow
        )
    }
    for index, bullet in enumerate(bullets):
        if any(char in bullet for char in set(refused) - set(allow)):
            assert ("bullets", index) in found
        elif bullet.isascii():
            assert ("bullets", index) not in found


@given(LISTS, st.integers(0, 60))
def test_the_total_is_that_of_code_points(bullets: list[str], limit: int) -> None:
    found = told(total_length, {"bullets": bullets}, **{"max-characters": limit})
    assert bool(found) == (sum(len(bullet) for bullet in bullets) > limit)


@given(LISTS)
@example(["keeps hot"])
@example(["Steel.\u00a0"])
@example(["Steel.&nbsp;"])
def test_the_quick_look_at_the_form_hides_nothing(bullets: list[str]) -> None:
    value = next(iter(select(Listing({"bullets": bullets}), "bullets")))
    marks = tuple(form.check.options["end-marks"].default)
    close = form._findings(value, list(enumerate(bullets)), True, marks)
    assert told(form, {"bullets": bullets}) == [(each.message, each.pointer) for each in close]


# identifiers --------------------------------------------------------------------------------------

GTINS = st.text("0123456789", min_size=7, max_size=13).map(
    lambda body: body + ean.calc_check_digit(body)
)


@given(GTINS, st.lists(st.text("0123456789", min_size=1, max_size=3), max_size=4))
@example("2012345000018", ["2"])
@example("12012345000015", ["2"])
@example("212345678916", ["02"])
@example("21234569", ["2"])
def test_a_prefix_is_one_of_the_number_in_full(gtin: str, prefixes: list[str]) -> None:
    full = gtin if len(gtin) == 8 else gtin.rjust(14, "0")[1:]
    begins = any(full.startswith(each) for each in prefixes)
    expected = [("reserved", ("gtin",))] if is_sound(gtin) and begins else []
    assert told(prefix, {"gtin": gtin}, prefixes=prefixes) == expected
    of_variant = told(prefix, {"variants": [{"gtin": gtin}]}, prefixes=prefixes)
    assert of_variant == [("reserved", ("variants", 0, "gtin")) for _ in expected]


@given(st.lists(st.sampled_from([None, "", "4006381333931"]), max_size=4))
def test_a_missing_number_is_told_once_or_at_each_variant_without(numbers: list[Any]) -> None:
    variants = [{} if number is None else {"gtin": number} for number in numbers]
    lacking = [index for index, number in enumerate(numbers) if not number]
    found = [pointer for _, pointer in told(missing, {"variants": variants})]
    if len(lacking) == len(numbers):
        assert found == [("gtin",)]
    else:
        assert found == [("variants", index, "gtin") for index in lacking]


@pytest.mark.parametrize(
    ("attributes", "excused"),
    [
        ({"supplier_declared_has_product_identifier_exemption": "true"}, True),
        ({"Supplier declared has product identifier exemption": 1}, True),
        ({"supplier_declared_has_product_identifier_exemption": "false"}, False),
        ({"supplier_declared_has_product_identifier_exemption": 0}, False),
        ({"merchant_suggested_asin": "B000000000"}, True),
        ({"merchant_suggested_asin": ["", "B000000000"]}, True),
        ({"merchant_suggested_asin": ""}, False),
        ({"color": "true"}, False),
    ],
)
def test_an_attribute_excuses_a_missing_number_unless_it_says_no(
    attributes: dict[str, Any], excused: bool
) -> None:
    names = ["merchant_suggested_asin", "supplier_declared_has_product_identifier_exemption"]
    found = told(missing, {"attributes": attributes}, **{"unless-attributes": names})
    assert found == ([] if excused else [("required", ("gtin",))])


# Words for no brand -------------------------------------------------------------------------------


@given(
    st.sampled_from(
        ["Generic", "no-brand", "无品牌", "N/A", "-", "", "OEM", "Northline", "ноунейм"]
    )
)
def test_a_word_is_of_one_kind(word: str) -> None:
    assert says_no_brand(word) + says_nothing(word) == names_no_brand(word) <= 1


@pytest.mark.parametrize("unbranded", [None, [], ["Generic"], ["No Brand", "Unbranded"]])
@pytest.mark.parametrize("value", ["Generic", "NO BRAND", "N/A", "", "Northline", "unbranded"])
def test_no_value_is_told_by_both_rules_on_the_brand(value: str, unbranded: Any) -> None:
    product = {"title": "Shirt", "brand": value}
    both = [told(module, product, unbranded=unbranded) for module in (placeholder, unbranded_value)]
    assert [] in both


# Options of variants ------------------------------------------------------------------------------


@given(st.text(max_size=12), st.text(max_size=12))
@example("Deposit", "Deposit")
@example("定金", "定金")
def test_names_and_values_are_told_by_one_rule_each(name: str, value: str) -> None:
    product = {"title": "Mug", "variants": [{"options": {name: value}}]}
    for module, on in ((purchase_misuse, "key"), (sale_misuse, "value")):
        for finding in findings(module.check, Example(product)):
            assert finding.on == on
