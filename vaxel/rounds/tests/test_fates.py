"""Rulebook: what becomes of each cell of a workbook that came back, against what it held when it was fetched."""

import pytest

from vaxel.rounds.domain import fates
from vaxel.rounds.domain.fates import CellFate, Fate, Judged, judge
from vaxel.rounds.domain.sentence import Sentence
from vaxel.rounds.tests.filled_cells import QUESTIONS, cell, fate, in_table, judged, nothing, of_table, refused


@pytest.mark.parametrize(
    ("stored", "written", "what", "after"),
    [
        ("förr", "nu", Fate.CHANGED, "nu"),
        ("förr", None, Fate.EMPTIED, None),
        (None, "nu", Fate.NEW, "nu"),
    ],
)
def test_what_is_written_since_is_taken_in(stored, written, what, after):
    one = cell("text", written)
    found = judged({"text": stored} if stored else {}, one)
    assert found == Judged((fate(what, one, before=stored, after=after),), {"text": after})


@pytest.mark.parametrize(
    ("fetched", "stored", "written"),
    [
        ("förr", "förr", "förr"),
        ("förr", "nu", "förr"),  # a colleague has written, and the workbook has not been touched there
        ("förr", "nu", "nu"),  # both have written the same
        ("förr", None, "förr"),
        (None, "nu", None),
        (None, "nu", "nu"),
    ],
)
def test_what_has_not_been_touched_or_stands_already_changes_nothing(fetched, stored, written):
    one = cell("text", written)
    then, now = ({"text": value} if value else {} for value in (fetched, stored))
    assert judged(now, one, fetched=then) == nothing(fate(Fate.UNCHANGED, one, before=stored, after=stored))


@pytest.mark.parametrize(
    ("fetched", "stored", "written"),
    [("förr", "mellan", "nu"), ("förr", "mellan", None), ("förr", None, "nu"), (None, "mellan", "nu")],
)
def test_what_a_colleague_has_changed_too_is_refused(fetched, stored, written):
    one = cell("text", written)
    then, now = ({"text": value} if value else {} for value in (fetched, stored))
    expected = fate(Fate.REFUSED, one, fates.THEIRS, before=stored, after=written)
    assert judged(now, one, fetched=then) == nothing(expected)


def test_empty_and_empty_before_is_no_fate_at_all():
    assert judged({}, cell("text"), cell("many~a"), in_table("r1", "k1")) == nothing()


def test_without_the_memory_every_filled_cell_counts_as_written_since():
    one, other = cell("text", "nu"), cell("long", "samma")
    stored = {"text": "förr", "long": "samma"}
    assert judge(QUESTIONS, stored, [one, other], None) == Judged(
        (
            fate(Fate.CHANGED, one, before="förr", after="nu"),
            fate(Fate.UNCHANGED, other, before="samma", after="samma"),
        ),
        {"text": "nu"},
    )


@pytest.mark.parametrize(
    ("one", "what", "why"),
    [
        (cell("elsewhere", "svar"), Fate.UNKNOWN_QUESTION, fates.UNKNOWN),
        (cell("elsewhere", "svar", None), Fate.NO_ID, fates.WITHOUT_ID),
        (cell("", "svar"), Fate.NO_ID, fates.WITHOUT_ID),
        (cell("", "svar", None), Fate.NO_ID, fates.WITHOUT_ID),
    ],
)
def test_a_cell_of_no_question_here_is_told_where_it_is_filled(one, what, why):
    first, last = cell("text", "nu"), cell("long", "också")
    empty = cell(one.key, None, one.body_id)
    assert judged({}, first, empty, one, last).fates == (
        fate(Fate.NEW, first, after="nu"),
        CellFate(what, one, why=Sentence(why)),
        fate(Fate.NEW, last, after="också"),
    )


STORED_FILE = {"file": {"id": "x", "name": "Plan.pdf"}}


@pytest.mark.parametrize(
    ("stored", "written", "is_refused"),
    [
        (STORED_FILE, "Plan.pdf", False),
        (STORED_FILE, None, False),
        (STORED_FILE, "Annan.pdf", True),
        ({}, "Plan.pdf", True),
        ({}, " ", False),
        ({}, None, False),
    ],
)
def test_a_file_is_attached_elsewhere(stored, written, is_refused):
    one = cell("file", written)
    assert judged(stored, one) == nothing(*([refused(one, fates.FILE)] if is_refused else []))


@pytest.mark.parametrize(
    ("marks", "value", "why"),
    [
        ({"merged": True}, "x", fates.MERGED),
        ({"merged": True, "error": True, "formula": True}, None, fates.MERGED),
        ({"error": True}, None, fates.ERROR),
        ({"error": True, "formula": True}, None, fates.ERROR),
        ({"formula": True}, None, fates.NOT_WORKED_OUT),
    ],
)
def test_a_cell_that_cannot_be_read_is_refused_and_empties_nothing(marks, value, why):
    one, option, part = (
        cell("text", value, **marks),
        cell("many~a", value, **marks),
        in_table("r1", "k4", value, **marks),
    )
    stored = {"text": "förr", "many": ["b"], "table": {"r1": {"k4": "förr"}}}
    assert judged(stored, one, option, part) == nothing(
        refused(one, why, "förr"), refused(option, why, ["b"]), of_table(Fate.REFUSED, part, "förr", why=Sentence(why))
    )


def test_a_formula_counts_as_what_it_shows():
    assert judged({}, cell("number", "2", formula=True)).changes == {"number": "2"}


def test_a_question_on_two_rows_is_refused_where_both_are_filled():
    first, second = cell("text", "ett"), cell("text", "två")
    assert judged({"text": "förr"}, first, second) == nothing(*(refused(one, fates.TWICE) for one in (first, second)))


def test_of_two_rows_the_one_that_is_filled_counts():
    empty, filled, odd = cell("text"), cell("text", "nu"), cell("text", error=True)
    assert judged({}, empty, filled) == Judged((fate(Fate.NEW, filled, after="nu"),), {"text": "nu"})
    assert judged({}, empty, odd) == nothing(refused(odd, fates.ERROR))
    assert judged({"text": "förr"}, empty, empty).changes == {"text": None}


@pytest.mark.parametrize(
    ("stored", "chosen", "value"),
    [
        (None, "a", ["a"]),
        (None, "ca", ["a", "c"]),
        (["a"], "ab", ["a", "b"]),
        (["a", "b"], "b", ["b"]),
        (["a"], "", None),
    ],
)
def test_the_options_of_a_several_are_one_answer_in_the_templates_order(stored, chosen, value):
    rows = [cell("many"), *(cell(f"many~{option}", "x" if option in chosen else None) for option in "cba")]
    what = Fate.NEW if stored is None else Fate.CHANGED if value else Fate.EMPTIED
    found = judged({"many": stored} if stored else {}, *rows)
    assert found == Judged((fate(what, rows[0], before=stored, after=value),), {"many": value})


def test_an_option_whose_row_is_taken_away_stays_as_it_was():
    assert judged({"many": ["a", "c"]}, cell("many~a"), cell("many~b", "x")).changes == {"many": ["b", "c"]}
    assert judged({"many": ["c", "gone"]}, cell("many~a", "x")).changes == {"many": ["a", "c"]}


@pytest.mark.parametrize(
    ("odd", "says"),
    [
        (cell("many~z", "x"), "Alternativet finns inte"),
        (cell("many", "x"), "Alternativet finns inte"),
        (cell("many~z"), "Alternativet finns inte"),
        (cell("many~b", "kanske"), "Skriv x"),
    ],
)
def test_half_a_choice_is_no_answer(odd, says):
    (found,) = judged({"many": ["c"]}, cell("many~a", "x"), odd).fates
    assert (found.fate, found.entry, found.question, found.before) == (
        Fate.REFUSED,
        odd,
        QUESTIONS.find("many"),
        ["c"],
    )
    assert says in str(found.why)


def test_an_option_on_two_rows_is_refused_on_both():
    first, second = cell("many~a", "x"), cell("many~a")
    found = judged({"many": ["c"]}, first, second, cell("many~b", "x"))
    assert found == nothing(*(refused(one, fates.TWICE, ["c"]) for one in (first, second)))
