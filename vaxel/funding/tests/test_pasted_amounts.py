"""Every row of what is pasted meets one fate, and nothing is guessed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.funding.domain.pasted_amounts import Fate, judge, rows_of, whole_parts

CODES = {"2080": 1, "0180": 2, "2062": 3}
NAMES = {"falun": 1, "falu kommun": 1, "stockholm": 2, "mora": 3, "upplands väsby": 4}


def fates(text, shares=False):
    return [(one.fate, one.body, one.value) for one in judge(rows_of(text), CODES, NAMES, shares=shares)]


@pytest.mark.parametrize(
    ("written", "body", "ore"),
    [
        ("2080\tFalun\t131 634,63", 1, 13_163_463),
        ("2080;131634,63 kr", 1, 13_163_463),
        ("Falu kommun\t1,2 Mkr", 1, 120_000_000),
        ("2080 Falun 131 634,63", 1, 13_163_463),
        ("180\tStockholm\t12", 2, 1200),
        ("Upplands Väsby 12 000 kr", 4, 1_200_000),
        ("2080 12 000", 1, 1_200_000),
    ],
)
def test_a_row_as_people_write_it(written, body, ore):
    assert fates(written) == [(Fate.TAKEN, body, Fraction(ore))]


def test_each_fate():
    text = "Kommun\tBelopp\nFalun\t12\nFalu kommun\t13\nMora\tmånga\nStockholm\t\nOrsa\t7\nUpplands Väsby\t-5"
    assert [fate for fate, _body, _value in fates(text)] == [
        Fate.TWICE, Fate.TWICE, Fate.NOT_A_SUM, Fate.EMPTY, Fate.UNKNOWN, Fate.NOT_A_SUM,
    ]  # fmt: skip


def test_shares_may_have_decimals():
    found = fates("Falun\t33,3 %\nMora\t66,7", shares=True)
    assert [value for _fate, _body, value in found] == [Fraction("33.3"), Fraction("66.7")]
    assert whole_parts({1: Fraction("33.3"), 3: Fraction("66.7")}) == {1: 333, 3: 667}
    assert whole_parts({}) == {}


@given(st.text(max_size=200))
def test_whatever_is_pasted_is_judged(text):
    for row in judge(rows_of(text), CODES, NAMES, shares=False):
        assert (row.value is not None) == (row.fate == Fate.TAKEN)


@given(st.lists(st.fractions(min_value=0, max_value=1000, max_denominator=1000), min_size=1, max_size=20))
def test_whole_parts_keep_the_relation(values):
    found = whole_parts(dict(enumerate(values)))
    assert sum(found.values()) * values[0] == found[0] * sum(values)
