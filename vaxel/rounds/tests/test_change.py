"""When a figure has changed so much that its writer is asked to look twice: the table in domain/change.py."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.rounds.domain.change import changed_much
from vaxel.rounds.domain.question import Question, QuestionType

NUMBER, MONEY = Question("q", QuestionType.NUMBER), Question("q", QuestionType.MONEY)


@pytest.mark.parametrize(
    ("before", "now", "share"),
    [
        ("100", "124", None),
        ("100", "125", Fraction(1, 4)),
        ("100", "75", Fraction(-1, 4)),
        ("100", "76", None),
        ("-100", "-50", Fraction(1, 2)),
        ("1.5", "3", Fraction(1)),
        (None, "3", None),
        ("3", None, None),
        ("0", "0", None),
    ],
)
def test_table(before, now, share):
    change = changed_much(NUMBER, before, now)
    assert (change.share if change else None) == share


def test_from_nothing_to_something_is_much_and_has_no_per_cent():
    change = changed_much(MONEY, 0, 100)
    assert (change.before, change.now, change.share) == (0, 100, None)


@pytest.mark.parametrize("figure", ["0", "100", "-1.5"])
def test_the_same_figure_is_no_change(figure):
    assert changed_much(NUMBER, figure, figure) is None


def test_only_figures_are_compared():
    assert changed_much(Question("q", QuestionType.TEXT), "a", "b") is None


@given(st.integers(), st.integers())
def test_the_same_in_other_units(before, now):
    """Öre or kronor: a change is as large."""
    one, hundred = changed_much(MONEY, before, now), changed_much(MONEY, before * 100, now * 100)
    assert (one is None) == (hundred is None)
    assert one is None or one.share == hundred.share
