"""The quick look at a GTIN agrees with python-stdnum, the judge of the slow way."""

from hypothesis import given
from hypothesis import strategies as st
from listlint.rules._gtins import is_sound
from listlint.rules.identifiers import gtin as rule
from stdnum import ean

_DIGITS = st.text("0123456789", min_size=1, max_size=15)
_GTINS = _DIGITS.map(lambda body: body + ean.calc_check_digit(body))
_NOT_FOR_GOODS = {"shortened", "made-up"}


@given(st.one_of(_DIGITS, _GTINS))
def test_what_passes_at_a_glance_is_valid(number: str) -> None:
    if is_sound(number):
        assert ean.is_valid(number)


@given(_GTINS)
def test_what_is_valid_passes_unless_it_is_not_for_goods(number: str) -> None:
    if ean.is_valid(number) and not is_sound(number):
        assert rule._fault(number)[0] in _NOT_FOR_GOODS


@given(st.text(min_size=1))
def test_every_text_that_is_not_sound_has_a_fault(text: str) -> None:
    if not is_sound(text):
        message, _ = rule._fault(text)
        assert message in rule.check.messages
