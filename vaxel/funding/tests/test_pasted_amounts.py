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
        ("FALUN 12 000 KR", 1, 1_200_000),
        ("2080\tFalun\tDalarna\t\t12", 1, 1200),
        ("\tFalun;12", 1, 1200),
        ("Falun\t0", 1, 0),
        ("Falun\t0,01", 1, 1),
    ],
)
def test_a_row_as_people_write_it(written, body, ore):
    assert fates(written) == [(Fate.TAKEN, body, Fraction(ore))]


def test_each_fate():
    text = "Kommun\tBelopp\nFalun\t12\nFalu kommun\t13\nMora\tmånga\nStockholm\t\nOrsa\t7\nUpplands Väsby\t-5"
    assert [fate for fate, _body, _value in fates(text)] == [
        Fate.TWICE, Fate.TWICE, Fate.NOT_A_SUM, Fate.EMPTY, Fate.UNKNOWN, Fate.NOT_A_SUM,
    ]  # fmt: skip


def test_a_row_that_is_not_taken_still_says_whose_it_is():
    assert fates("2080\t\nMora\tmånga\nStockholm\t-1\nOrsa\t7") == [
        (Fate.EMPTY, 1, None), (Fate.NOT_A_SUM, 3, None), (Fate.NOT_A_SUM, 2, None), (Fate.UNKNOWN, None, None),
    ]  # fmt: skip
    assert fates("Orsa\t1\nOrsa\t1") == [(Fate.UNKNOWN, None, None)] * 2
    assert fates("Mora\t1\nMora\t1") == [(Fate.TWICE, 3, None)] * 2


@pytest.mark.parametrize("dash", ["-", "–", ""])
def test_a_dash_is_no_sum(dash):
    assert fates(f"Falun\t{dash}") == [(Fate.EMPTY, 1, None)]


@pytest.mark.parametrize(
    ("written", "body"),
    [("1", 8), ("180", 2), ("0180", 2), ("8", 9), ("008", 8), ("3", 4), ("70", None), ("12345", None)],
)
def test_a_code_is_known_also_where_a_sheet_has_taken_its_noughts(written, body):
    codes = {"0180": 2, "01": 8, "008": 8, "08": 9, "3": 4, "03": 5}
    (found,) = judge(rows_of(f"{written}\t5"), codes, {}, shares=False)
    assert (found.fate, found.body) == (Fate.TAKEN if body else Fate.UNKNOWN, body)


def test_a_line_of_headings_is_passed_over_and_any_other_kept():
    assert [row.line for row in rows_of("Kommun\tBelopp\n\nFalun\t1\n")] == [3]
    assert [row.who for row in rows_of("Falun\t\nMora\t1")] == ["Falun", "Mora"]
    assert [row.who for row in rows_of("Mora\t1\nKommun\tBelopp")] == ["Mora", "Kommun"]
    assert [row.who for row in rows_of("Kommun 1\t2\n")] == ["Kommun 1"]


def test_a_heading_and_a_thousand_rows_are_read_and_no_more():
    assert [row.line for row in rows_of("Kommun\tBelopp\n" + "Falun\t1\n" * 1001)] == list(range(2, 1002))


def test_all_that_stands_before_the_sum_says_who():
    assert [row.who for row in rows_of("2080\t\tFalun;Dalarna\t12\n12\t 13 ")] == ["2080 Falun Dalarna", "12"]


def test_shares_may_have_decimals():
    found = fates("Falun\t33,3 %\nMora\t66,7", shares=True)
    assert [value for _fate, _body, value in found] == [Fraction("33.3"), Fraction("66.7")]
    assert whole_parts({1: Fraction("33.3"), 3: Fraction("66.7")}) == {1: 333, 3: 667}
    assert whole_parts({}) == {}
    assert fates("Falun\t33,333\nMora\t1.500%", shares=True) == [
        (Fate.TAKEN, 1, Fraction("33.333")),
        (Fate.TAKEN, 3, Fraction("1.5")),
    ]


@given(st.text(max_size=200))
def test_whatever_is_pasted_is_judged(text):
    for row in judge(rows_of(text), CODES, NAMES, shares=False):
        assert (row.value is not None) == (row.fate == Fate.TAKEN)


@given(st.lists(st.fractions(min_value=0, max_value=1000, max_denominator=1000), min_size=1, max_size=20))
def test_whole_parts_keep_the_relation(values):
    found = whole_parts(dict(enumerate(values)))
    assert sum(found.values()) * values[0] == found[0] * sum(values)
