"""A value is shown as people write it, and reads back to the same value."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.rounds.domain.answers import clean
from vaxel.rounds.domain.question import Column, Option, Question, QuestionType, Scale
from vaxel.rounds.domain.shown import in_field, kronor, number, shown

OPTIONS = (Option("a", "Ja"), Option("b", "Nej"))
TABLE = Question(
    "q",
    QuestionType.TABLE,
    rows=(Option("r", "2019"), Option("s", "2020")),
    columns=(Column("c", "Kronor", QuestionType.MONEY), Column("d", "Vad")),
)


def ask(kind, **fields):
    return Question("q", QuestionType(kind), **fields)


@pytest.mark.parametrize(
    ("question", "value", "text"),
    [
        (ask("money"), 71_250_000, "712 500 kr"),
        (ask("money"), 9950, "99,50 kr"),
        (ask("money"), -100, "−1 kr"),
        (ask("number", unit="platser"), "1234.5", "1 234,5 platser"),
        (ask("number"), "0.123456", "0,123456"),
        (ask("number"), "0", "0"),
        (ask("date"), "2020-01-31", "31 januari 2020"),
        (ask("one", options=OPTIONS), "a", "Ja"),
        (ask("many", options=OPTIONS), ["a", "b"], "Ja, Nej"),
        (ask("scale", scale=Scale(0, 10)), 7, "7 (0–10)"),
        (TABLE, {"r": {"c": 100_000, "d": "Råd"}}, "2019: Kronor 1 000 kr, Vad Råd"),
        (TABLE, {"r": {"c": 100_000}, "s": {"d": "Råd"}}, "2019: Kronor 1 000 kr\n2020: Vad Råd"),
        (TABLE, {"s": {"d": "Råd"}}, "2020: Vad Råd"),
        (ask("file"), {"id": "1", "name": "Plan.pdf"}, "Plan.pdf"),
        (ask("text"), "Så här", "Så här"),
        (ask("section_ref"), "3.2", "3.2"),
        (ask("section_ref", options=OPTIONS), "b", "Nej"),
        (ask("many", options=OPTIONS), ["a", "borta"], "Ja, borta"),  # an option that is no longer in the template
        (ask("text"), None, ""),
    ],
)
def test_shown(question, value, text):
    assert shown(question, value).replace("\u00a0", " ") == text


def test_a_number_a_unit_and_a_date_are_not_parted_at_the_end_of_a_line():
    assert shown(ask("money"), 71_250_000) == "712\u00a0500\u00a0kr"
    assert shown(ask("number", unit="platser"), "7") == "7\u00a0platser"
    assert shown(ask("date"), "2020-01-31") == "31\u00a0januari\u00a02020"


def test_in_english_only_the_decimal_sign_and_the_month_differ():
    """A comma between thousands would be read back as a decimal one."""
    assert shown(ask("money"), 71_250_050, "en").replace("\u00a0", " ") == "712 500.50 kr"
    assert shown(ask("number", unit="places"), "1234.5", "en").replace("\u00a0", " ") == "1 234.5 places"
    assert shown(ask("date"), "2020-01-31", "en").replace("\u00a0", " ") == "31 January 2020"
    assert shown(TABLE, {"r": {"c": 9950}}, "en").replace("\u00a0", " ") == "2019: Kronor 99.50 kr"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(1, 3), 2, "0,33"),
        (Fraction(2, 3), 2, "0,67"),
        (Fraction(1, 2), 0, "1"),
        (Fraction(1, 2), 1, "0,5"),
        (Fraction(-1, 3), 1, "−0,3"),
        (Fraction(-1, 9), 0, "0"),
    ],
)
def test_a_mean_is_rounded_half_up_when_shown(value, decimals, text):
    assert number(value, decimals) == text


def test_a_mean_in_ore_is_shown_in_kronor():
    assert kronor(Fraction(10_000_050, 3)).replace("\u00a0", " ") == "33 333,50"
    assert kronor(Fraction(100, 3)) == "0,33"


@pytest.mark.parametrize(
    ("question", "value", "text"),
    [
        (ask("money"), 71_250_050, "712 500,50"),
        (ask("number"), "1234.5", "1 234,5"),
        (ask("date"), "2020-01-31", "2020-01-31"),
        (ask("scale"), 7, "7"),
        (ask("text"), "Så här", "Så här"),
        (ask("money"), None, ""),
        (ask("text"), None, ""),
    ],
)
def test_what_stands_in_the_field_is_the_value_alone(question, value, text):
    assert in_field(question, value).replace("\u00a0", " ") == text


@given(st.integers(-(10**12), 10**12))
def test_money_in_its_field_reads_back(ore):
    assert clean(ask("money"), in_field(ask("money"), ore)) == ore


@given(st.integers(-(10**9), 10**9), st.integers(0, 3))
def test_a_number_in_its_field_reads_back(value, decimals):
    question = ask("number", decimals=decimals)
    stored = clean(
        question, str(Fraction(value)) if not decimals else f"{value / 10**decimals:.{decimals}f}".replace(".", ",")
    )
    assert clean(question, in_field(question, stored)) == stored
