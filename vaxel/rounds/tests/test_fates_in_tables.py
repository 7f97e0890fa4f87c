"""Rulebook: a table of a workbook that came back is judged cell by cell, and is one answer."""

import copy

from vaxel.rounds.domain import fates
from vaxel.rounds.domain.fates import CellFate, Fate, Judged
from vaxel.rounds.domain.sentence import Sentence
from vaxel.rounds.tests.filled_cells import QUESTIONS, in_table, judged, nothing, of_table


def test_a_table_is_judged_cell_by_cell():
    stored = {"table": {"r2": {"k4": "not", "k1": "5"}, "r1": {"k1": "1", "k4": "kvar"}}}
    new, changed, emptied, same = (
        in_table("r1", "k3", "31 mars 2021"),
        in_table("r2", "k1", "6"),
        in_table("r2", "k4"),
        in_table("r1", "k1", "1"),
    )
    before = copy.deepcopy(stored)
    found = judged(stored, new, in_table("r1", "k2"), changed, emptied, same)
    value = {"r1": {"k1": "1", "k3": "2021-03-31", "k4": "kvar"}, "r2": {"k1": "6"}}
    assert found == Judged(
        (
            of_table(Fate.NEW, new, None, "2021-03-31"),
            of_table(Fate.CHANGED, changed, "5", "6"),
            of_table(Fate.EMPTIED, emptied, "not", None),
            of_table(Fate.UNCHANGED, same, "1", "1"),
        ),
        {"table": value},
    )
    assert stored == before
    assert [list(cells) for cells in found.changes["table"].values()] == [["k1", "k3", "k4"], ["k1"]]
    assert list(found.changes["table"]) == ["r1", "r2"]


def test_a_table_without_any_cell_left_is_emptied():
    one = in_table("r1", "k1")
    found = judged({"table": {"r1": {"k1": "5"}}}, one)
    assert found == Judged((of_table(Fate.EMPTIED, one, "5"),), {"table": None})


def test_what_the_template_no_longer_has_goes_when_the_table_is_written_anew():
    stored = {"table": {"r1": {"k1": "5", "old": "x"}, "old": {"k1": "7"}}}
    assert judged(stored, in_table("r1", "k1", "6")).changes == {"table": {"r1": {"k1": "6"}}}


def test_a_row_or_a_column_of_ones_own_is_told_where_it_is_filled():
    row, column, fits = in_table("r9", "k1", "5"), in_table("r1", "k9", "x"), in_table("r1", "k1", "5")
    question = QUESTIONS.find("table")
    told = [CellFate(Fate.NO_ID, one, question, why=Sentence(fates.NO_ROW)) for one in (row, column)]
    assert judged({}, row, column, in_table("r9", "k1"), in_table("r1", "k9"), fits) == Judged(
        (*told, of_table(Fate.NEW, fits, None, "5")), {"table": {"r1": {"k1": "5"}}}
    )


def test_a_cell_of_a_table_that_does_not_fit_keeps_what_it_had():
    odd, fits = in_table("r1", "k1", "många"), in_table("r1", "k4", "ny")
    found = judged({"table": {"r1": {"k1": "5"}}}, odd, fits)
    assert found.changes == {"table": {"r1": {"k1": "5", "k4": "ny"}}}
    assert [(one.fate, one.before, one.after, one.row_label) for one in found.fates] == [
        (Fate.REFUSED, "5", None, "Barn"),
        (Fate.NEW, None, "ny", "Barn"),
    ]
    assert "är inget tal" in str(found.fates[0].why)


def test_a_cell_of_a_table_on_two_rows_is_refused_where_it_is_filled_and_empties_nothing():
    first, empty, other = in_table("r1", "k1", "6"), in_table("r1", "k1"), in_table("r2", "k1", "7")
    found = judged({"table": {"r1": {"k1": "5"}}}, first, empty, other)
    twice = of_table(Fate.REFUSED, first, "5", why=Sentence(fates.TWICE))
    assert found == Judged(
        (twice, of_table(Fate.NEW, other, None, "7")), {"table": {"r1": {"k1": "5"}, "r2": {"k1": "7"}}}
    )
    odd = in_table("r1", "k1", error=True)
    assert judged({"table": {"r1": {"k1": "5"}}}, empty, odd) == nothing(
        of_table(Fate.REFUSED, odd, "5", why=Sentence(fates.ERROR))
    )


def test_a_table_that_a_colleague_has_changed_too_is_refused_and_each_cell_says_its_own():
    now = {"table": {"r1": {"k4": "mellan"}}}
    odd, new, same = in_table("r1", "k1", "många"), in_table("r2", "k4", "ny"), in_table("r1", "k4", "mellan")
    found = judged(now, odd, new, same, fetched={"table": {"r1": {"k4": "förr"}}})
    assert found.changes == {}
    assert [one.fate for one in found.fates] == [Fate.REFUSED, Fate.REFUSED, Fate.UNCHANGED]
    assert "är inget tal" in str(found.fates[0].why)
    assert (str(found.fates[1].why), found.fates[2].why) == (fates.THEIRS, None)
