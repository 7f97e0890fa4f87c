import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from vaxel.ui.templatetags.numbers import count, in_words, in_words_capital, number, share


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sv", ["1\u00a0234\u00a0567", "sju", "13", "Två", "98\u00a0%", "12,5", "1\u00a0031,4", "–"]),
        ("en", ["1,234,567", "seven", "13", "Two", "98%", "12.5", "1,031.4", "–"]),
    ],
)
def test_numbers_as_people_write_them(language, expected):
    with override(language):
        told = [count(1234567), in_words(7), in_words(13), in_words_capital(2), share(281, 288), number(12.5)]
        assert [*told, number(1031.42), count(None)] == expected


def test_one_has_two_genders_in_swedish_only():
    with override("sv"):
        assert (in_words(1), in_words(1, "ett"), in_words_capital(1, "ett")) == ("en", "ett", "Ett")
    with override("en"):
        assert in_words(1, "ett") == "one"


def test_a_part_of_nothing_is_no_share():
    assert share(0, 0) == "–"


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_all_is_said_only_when_none_is_missing(part, whole):
    with override("sv"):
        assert (share(part, whole) == "100\u00a0%") == (part >= whole)


@given(st.integers(0, 10**15))
def test_a_count_loses_no_digit(amount):
    with override("sv"):
        assert int(count(amount).replace("\u00a0", "")) == amount
