"""Words and prices that listings may not hold are found wherever they can be meant."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from listlint.rules._absolute_terms import PRACTICE, STATUTE
from listlint.rules.text import absolute_claim
from listlint.rules.title import brand_first, core_word_late, price, repeated_word

from listlint import Level
from listlint.listing import Listing
from listlint.rule import Example, Pattern
from listlint.testing import findings
from listlint.values import Text

_PRICED = st.sampled_from(
    ("9.9", "99", "１２", "元", "¥", "￥ ", "US$", "$", "€", "Rs. ", "rs", "RMB", " usd", "dollars",
     "包邮", "特价", "券后", "到手", "只要", "价:", "两元店", "九块九", "元素", "块钱", "港币",
     "K", "A", "ml", "-", "円", " ")
)  # fmt: skip
_TITLE = st.sampled_from(
    ("mug", "Mug", "MUG", "tea", "tea-mug", "for", "X5", "mug's", "cup,mug", "\u00fc", "杯", "_mug")
)
_BRANDED = st.sampled_from(
    (
        "Acme",
        "acme",
        "ACME",
        "A-cme",
        "Acm\u00e9",
        "The",
        "Mug",
        "【New】",
        "Tin/",
        "Acmes",
        "杯",
        "-",
    )
)


def told(rule, product, options):
    return [finding.text for finding in findings(rule, Example(product, (), options))]


def title_of(value, **fields):
    listing = Listing({"title": value, **fields})
    return Text(listing, ("title",), value), listing


@pytest.mark.parametrize("term", [*STATUTE, *PRACTICE])
def test_each_absolute_term_alone_is_a_claim(term):
    assert told(absolute_claim.check, {"title": term}, {}) == [term]


@pytest.mark.parametrize(
    "term", [term for term in [*STATUTE, *PRACTICE] if term[0] in "最唯绝顶极"]
)
@pytest.mark.parametrize("sign", ["*", "·", "_"])
def test_a_sign_after_the_first_character_does_not_hide_an_absolute_term(term, sign):
    hidden = f"{term[0]}{sign}{term[1:]}"
    assert told(absolute_claim.check, {"title": f"杯子 {hidden}"}, {}) == [hidden]


def test_no_absolute_term_is_listed_twice():
    assert len({*STATUTE, *PRACTICE}) == len(STATUTE) + len(PRACTICE)


def test_only_words_of_the_statute_can_be_errors():
    assert absolute_claim.check.at_most == {"practice": Level.WARN}


@given(st.lists(_PRICED, max_size=8).map("".join))
def test_the_trigger_misses_no_price(title):
    trigger = price.check.when
    assert isinstance(trigger, Pattern)
    assert re.search(trigger.regex, title) or not price._FOUND.search(title)


@given(st.lists(_TITLE, max_size=8).map(" ".join), st.integers(1, 3))
def test_a_title_passed_at_a_glance_repeats_no_word(value, limit):
    title, listing = title_of(value)
    glance = list(repeated_word.check.check(title, listing, {"max-repeats": limit, "ignore": []}))
    assert glance == list(repeated_word._repeated(title, value.lower(), limit, []))


@given(st.lists(_BRANDED, min_size=1, max_size=5).map(" ".join), st.booleans())
def test_a_title_passed_at_a_glance_begins_with_the_brand(value, anywhere):
    title, listing = title_of(value, brand="Acme")
    glance = list(brand_first.check.check(title, listing, {"anywhere": anywhere}))
    assert glance == list(brand_first._misplaced(title, "Acme", None, anywhere))


@given(st.lists(_TITLE, max_size=8).map(" ".join), st.integers(1, 4))
def test_a_title_that_names_the_product_among_its_first_words_is_left_alone(value, limit):
    title, listing = title_of(value, category="Kitchen > Mugs")
    found = list(core_word_late.check.check(title, listing, {"max-words": limit}))
    words = [word for word in value.lower().split() if word.strip("_") in ("mug", "mugs")]
    early = {"mug", "_mug"} & set(value.lower().split()[:limit])
    assert not found or (words and not early)


def test_a_core_word_is_counted_by_the_words_before_it():
    title, listing = title_of("Red - Steel Tea Mug", category="Kitchen > Mugs")
    assert list(core_word_late.check.check(title, listing, {"max-words": 4})) == []
    title, listing = title_of("Red Big Steel Tea Mug", category="Kitchen > Mugs")
    (late,) = core_word_late.check.check(title, listing, {"max-words": 4})
    assert late.data == {"word": "mug", "place": 5, "limit": 4}
