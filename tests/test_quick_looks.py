"""Where a rule passes most products at a glance, a close look would have passed them too."""

from __future__ import annotations

import re
import string
import sys

from hypothesis import given
from hypothesis import strategies as st
from listlint.rules import _case, _html, _links
from listlint.rules.text import html
from listlint.rules.title import keyword_stuffing
from listlint.rules.variants import duplicate, incomplete_matrix

from listlint.listing import Listing
from listlint.values import Text, Value

_ROWS = st.fixed_dictionaries(
    {"Color": st.sampled_from(("Red", "red ", "Blue")), "Size": st.sampled_from(("1", 1, 1.0))}
)
_OTHER_ROWS = st.dictionaries(
    st.sampled_from(("Color", "color", "Size")), st.sampled_from(("Red", "1", "")), max_size=3
)
_VARIANTS = st.one_of(
    st.lists(
        st.fixed_dictionaries({"options": _ROWS, "id": st.sampled_from("abc")}),
        min_size=2,
        max_size=6,
    ),
    st.lists(
        st.fixed_dictionaries(
            {}, optional={"options": _ROWS | _OTHER_ROWS, "id": st.sampled_from(("", "a", "b"))}
        ),
        min_size=2,
        max_size=6,
    ),
)
_TAGS = st.sampled_from(
    ("<p>", "</p>", "<br/>", "<p class=\"a\" id='b' hidden>", '<img src="//x.example/1.jpg" />',
     "<a href=x>", '<a href = "x">', '<a href="?a=1&amp;b=2">', "<IMG SRC='X'>", "</a >", "</ a>",
     "<", ">", "&amp;", "&#46;", "&am", "p;", "<!-- a -->", "<!doctype html>", "<script>",
     "</script>", "<title>", '<a/b="c">', '<a b="c"d="e">', "<o:p>", "<a\nb='c'\t>", "a", " ")
)  # fmt: skip
_TITLE_WORDS = st.sampled_from(
    ("shoe", "Shoes", "SHOE", "baby", "babys", "babie", "babies", "box", "boxes", "sss", "see",
     "sees", "dress", "dresses", "S8", "8-shoe", "shoe-8", "for", "caf\u00e9", ",", "shoe,shoes")
)  # fmt: skip
_LINKED = st.sampled_from(
    ("www.example.com", "(http://a.example/b?c=d)", "bob@example.com,", "//x.example/y.",
     "a.com,b.net", "soft.It", "v2.0", "http://", "mailto:x@y.de", "中z.cn", "a.com。", "a")
)  # fmt: skip
_ACTIVE = st.sampled_from(
    ("<a href='javascript:x'>", "<a href='vbſcript:y'>", "<p onclick='x'>", "<a href='",
     "'>", "<p ", ">", " onclick", "ONX", " = ", "javascript:", "JavaScrıpt:", "x",
     "vbſcript:", "<scrIPT>", "<linK>", "<İframe>", "description", "<form", "<BASE ", "'y'")
)  # fmt: skip
_SPACES = st.sampled_from((" ", "\n", "\t", "\u00a0", "\u3000", "  "))


@given(_VARIANTS)
def test_what_passes_as_a_whole_table_has_no_faults(variants: list[dict[str, object]]) -> None:
    if incomplete_matrix._is_whole(variants):
        value = Value(Listing({"variants": variants}), ("variants",), variants)
        assert not list(incomplete_matrix._faults(value))


@given(_VARIANTS)
def test_variants_that_pass_as_unlike_have_no_faults(variants: list[dict[str, object]]) -> None:
    if duplicate._are_unlike(variants):
        assert not list(duplicate._faults(variants))


@given(st.lists(_TITLE_WORDS, max_size=12), st.integers(1, 4))
def test_a_title_that_passes_repeats_nothing(words: list[str], limit: int) -> None:
    title = Text(Listing({}), ("title",), " ".join(words))
    options = {"max-repeats": limit, "ignore": []}
    if keyword_stuffing.check.check(title, title.listing, options) == ():
        assert not list(keyword_stuffing._repeated(title, limit, []))


@given(st.lists(_TAGS, max_size=8))
def test_plain_html_reads_as_browsers_read_it(parts: list[str]) -> None:
    source = "".join(parts)
    plain = _html._plainly(source)
    if plain is not None:
        read = _html._as_browsers(source)
        assert plain.tags == read.tags
        assert "".join(plain.text.split()) == "".join(read.text.split())


@given(st.lists(_ACTIVE, max_size=8))
def test_html_that_passes_holds_no_active_part(parts: list[str]) -> None:
    value = "".join(parts)
    if not html._may_be_active(value):
        found = re.search(html._MAYBE_ACTIVE, value, re.IGNORECASE)
        assert not (found and html._active_parts(value))


@given(st.lists(st.tuples(_LINKED, _SPACES), max_size=6))
def test_links_of_a_text_are_those_of_its_words(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + space for word, space in parts)
    find = _links.finder().match
    whole = [match.text for match in find(text) or ()]
    assert whole == [match.text for word in text.split() for match in find(word) or ()]


def test_small_letters_are_all_that_a_pattern_takes_for_them() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    for letter in string.ascii_lowercase:
        taken = re.findall(letter, everything, re.IGNORECASE)
        assert {_case.small(char) for char in taken} == {letter}
