"""Rulebook: how many bodies' answers become one. Worked by hand, then compared with Python's own statistics."""

import statistics
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.rounds.domain.aggregate import aggregate, figures
from vaxel.rounds.domain.question import Column, Option, Question, QuestionType

OPTIONS = (Option("a", "Ja"), Option("b", "Nej"))


def ask(kind, **fields):
    return Question("q", QuestionType(kind), **fields)


def test_figures_of_one_to_four_by_hand():
    result = figures([Fraction(n) for n in (4, 1, 3, 2)])
    assert (result.total, result.mean, result.median) == (10, Fraction(5, 2), Fraction(5, 2))
    assert (result.first_quartile, result.third_quartile) == (Fraction(7, 4), Fraction(13, 4))
    assert (result.least, result.most) == (1, 4)


def test_figures_of_parts_by_hand():
    result = figures([Fraction(n, 2) for n in (5, 1, 3)])
    assert (result.total, result.mean, result.median) == (Fraction(9, 2), Fraction(3, 2), Fraction(3, 2))
    assert (result.first_quartile, result.third_quartile) == (1, 2)
    assert (result.least, result.most) == (Fraction(1, 2), Fraction(5, 2))


def test_money_is_summed_to_the_ore():
    assert aggregate(ask("money"), [10, 20, None, 1]).figures.total == 31


def test_tenths_are_summed_exactly():
    assert aggregate(ask("number"), ["0.1"] * 3).figures.total == Fraction(3, 10)


def test_no_answer_is_not_nought():
    result = aggregate(ask("money"), [None, None])
    assert (result.answered, result.figures) == (0, None)
    assert aggregate(ask("money"), [None, 0, 100]).figures.mean == 50


def test_choices_are_counted_in_the_templates_order():
    result = aggregate(ask("one", options=OPTIONS), ["b", "b", None, "a"])
    assert [(count.label, count.count) for count in result.counts] == [("Ja", 1), ("Nej", 2)]
    assert result.answered == 3


def test_an_options_id_is_one_word():
    options = (Option("yes", "Ja"), Option("no", "Nej"))
    assert [count.count for count in aggregate(ask("one", options=options), ["no", "no"]).counts] == [0, 2]
    assert [count.count for count in aggregate(ask("many", options=options), [["no", "yes"], ["no"]]).counts] == [1, 2]


def test_a_section_is_counted_where_it_is_chosen_and_told_where_it_is_written():
    assert [count.count for count in aggregate(ask("section_ref", options=OPTIONS), ["a"]).counts] == [1, 0]
    written = aggregate(ask("section_ref"), ["3.2"])
    assert (written.texts, written.counts) == (("3.2",), ())


def test_many_counts_bodies_and_each_choice():
    result = aggregate(ask("many", options=OPTIONS), [["a", "b"], ["a"], None])
    assert [count.count for count in result.counts] == [2, 1]
    assert result.answered == 2


def test_a_scale_has_both_counts_and_median():
    result = aggregate(ask("scale"), [1, 5, 5])
    assert [count.count for count in result.counts] == [1, 0, 0, 0, 2]
    assert result.figures.median == 5


def test_texts_stand_side_by_side_in_the_order_given():
    assert aggregate(ask("text"), ["b", None, "a"]).texts == ("b", "a")
    assert aggregate(ask("file"), [{"id": "1", "name": "Plan.pdf"}]).texts == ("Plan.pdf",)


def test_dates_give_the_earliest_and_the_latest():
    assert aggregate(ask("date"), ["2020-02-01", "2019-12-31"]).dates == ("2019-12-31", "2020-02-01")
    assert aggregate(ask("date"), []).dates is None


def test_a_table_is_summed_cell_by_cell():
    question = ask(
        "table",
        rows=(Option("r1", "2018"), Option("r2", "2019")),
        columns=(Column("c1", "Kronor", QuestionType.MONEY), Column("c2", "Vad")),
    )
    result = aggregate(question, [{"r1": {"c1": 100, "c2": "x"}}, {"r1": {"c1": 50}}, None])
    cells = {(cell.row, cell.column): cell.aggregate for cell in result.cells}
    assert cells["r1", "c1"].figures.total == 150
    assert cells["r1", "c2"].texts == ("x",)
    assert cells["r2", "c1"].figures is None


@given(st.lists(st.integers(-(10**9), 10**9), min_size=2, max_size=40))
def test_quartiles_equal_pythons_inclusive_ones(numbers):
    result = figures([Fraction(n) for n in numbers])
    expected = statistics.quantiles([Fraction(n) for n in numbers], n=4, method="inclusive")
    assert [result.first_quartile, result.median, result.third_quartile] == expected


@given(st.lists(st.none() | st.integers(0, 10**9), max_size=30), st.randoms())
def test_the_order_of_answers_never_matters(values, random):
    shuffled = list(values)
    random.shuffle(shuffled)
    assert aggregate(ask("money"), values) == aggregate(ask("money"), shuffled)


@given(st.lists(st.lists(st.integers(0, 10**6), max_size=9), max_size=6))
def test_the_parts_sum_to_the_whole(counties):
    whole = aggregate(ask("money"), [value for county in counties for value in county])
    parts = [aggregate(ask("money"), county) for county in counties]
    assert whole.answered == sum(part.answered for part in parts)
    assert (whole.figures.total if whole.figures else 0) == sum(p.figures.total for p in parts if p.figures)


@pytest.mark.parametrize("kind", [str(kind) for kind in QuestionType])
def test_no_answers_at_all(kind):
    assert aggregate(ask(kind), []).answered == 0
