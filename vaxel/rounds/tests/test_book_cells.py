"""Rulebook: what a cell of the workbook holds for a stored value, and what is stored for what somebody wrote in one."""

import datetime as dt
from decimal import Decimal

import pytest

from vaxel.rounds.domain import book
from vaxel.rounds.domain.book import (
    CellProblem,
    Entry,
    Filled,
    as_cell,
    column_as_question,
    from_cell,
    is_chosen,
    of_body,
    said,
    short,
)
from vaxel.rounds.domain.question import Column, Option, Question, QuestionType, Scale

OPTIONS = (Option("yes", "Ja, helt"), Option("no", " Nej "))


def ask(kind, **fields):
    return Question("q", QuestionType(kind), **fields)


@pytest.mark.parametrize(
    ("question", "stored", "held"),
    [
        (ask("text"), None, None),
        (ask("text"), "Vi har börjat.", "Vi har börjat."),
        (ask("number"), "1234.5", Decimal("1234.5")),
        (ask("money"), 71_250_050, Decimal("712500.5")),
        (ask("date"), "2020-01-31", dt.date(2020, 1, 31)),
        (ask("scale"), 3, 3),
        (ask("scale"), "3", 3),
        (ask("file"), {"id": "x", "name": "Plan.pdf"}, "Plan.pdf"),
        (ask("one", options=OPTIONS), "yes", "Ja, helt"),
        (ask("one", options=OPTIONS), "no", " Nej "),
        (ask("one", options=OPTIONS), "gone", "gone"),
        (ask("section_ref", options=OPTIONS), "yes", "Ja, helt"),
        (ask("section_ref"), "3.2", "3.2"),
    ],
)
def test_a_stored_value_as_a_spreadsheet_holds_it(question, stored, held):
    found = as_cell(question, stored)
    assert (found, type(found)) == (held, type(held))


@pytest.mark.parametrize(
    ("written", "as_typed"),
    [
        (None, ""),
        (True, "ja"),
        (False, "nej"),
        ("  Mora ", "Mora"),
        (dt.date(2020, 1, 31), "2020-01-31"),
        (Decimal("1234.5"), "1234,5"),
        (Decimal("1.25"), "1,25"),
        (Decimal("1.125"), "1,1250"),  # "1,125" may be a thousand and more
        (Decimal("1.1255"), "1,1255"),
        (Decimal(100), "100"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1E-6"), "0,000001"),
    ],
)
def test_as_a_swede_would_have_typed_it(written, as_typed):
    assert said(written) == as_typed


@pytest.mark.parametrize(
    ("question", "written", "stored"),
    [
        (ask("text"), None, None),
        (ask("one", options=OPTIONS), None, None),
        (ask("scale"), None, None),
        (ask("text"), " Mora ", "Mora"),
        (ask("text"), Decimal(2080), "2080"),
        (ask("number", decimals=1), Decimal("1.5"), "1.5"),
        (ask("date"), dt.date(1920, 1, 1), "1920-01-01"),
        (ask("one", options=OPTIONS), "ja, HELT ", "yes"),
        (ask("one", options=OPTIONS), "Nej", "no"),
        (ask("one", options=OPTIONS), "no", "no"),
        (ask("section_ref", options=OPTIONS), "Nej", "no"),
        (ask("scale"), Decimal(3), 3),
        (ask("scale", scale=Scale(-2, 2)), "-2", -2),
        (ask("scale", scale=Scale(0, 1000)), "1000", 1000),
    ],
)
def test_what_is_written_is_stored(question, written, stored):
    assert from_cell(question, written) == stored


@pytest.mark.parametrize(
    ("question", "written", "says"),
    [
        (ask("date"), dt.date(1919, 12, 31), "Talet blev datumet 1919-12-31."),
        (ask("text"), dt.date(1900, 1, 3), "Talet blev datumet 1900-01-03."),
        (ask("one", options=OPTIONS), "YES", "”YES” är inget av alternativen."),
        (ask("one", options=OPTIONS), "x" * 61, f"”{'x' * 59}…” är inget av alternativen."),
        (ask("number"), "många", "är inget tal"),
        *(
            (ask("scale"), written, "Välj ett steg från 1 till 5.")
            for written in (
                "6",
                "0",
                "2,5",
                "-",
                "--3",
                "",
                "tre",
                "X3",
                "3-",
                "³",
                "３",
                "00003",
                Decimal("2.5"),
                True,
            )
        ),
    ],
)
def test_what_does_not_fit_says_so(question, written, says):
    with pytest.raises(CellProblem) as refused:
        from_cell(question, written)
    assert says in str(refused.value.sentence)
    assert str(refused.value) == str(refused.value.sentence)


CHOSEN = ["x", "X", " x ", "ja", "Ja", "yes", "1", "sant", "true", "✓", "✔", True, Decimal(1)]
LEFT = [None, "", " ", "nej", "Nej", "no", "0", "falskt", "false", "–", "-", False, Decimal(0)]


@pytest.mark.parametrize(("written", "chosen"), [*((one, True) for one in CHOSEN), *((one, False) for one in LEFT)])
def test_an_x_chooses_and_nothing_leaves(written, chosen):
    assert is_chosen(written) is chosen


def test_what_the_writer_puts_in_a_chosen_cell_is_chosen():
    assert is_chosen(book.CHOSEN)


def test_neither_an_x_nor_nothing_is_asked_about():
    with pytest.raises(CellProblem) as refused:
        is_chosen("kanske " * 10)
    assert f"inte ”{('kanske ' * 10)[:59]}…”." in str(refused.value.sentence)


@pytest.mark.parametrize(("length", "shown"), [(59, "a" * 59), (60, "a" * 60), (61, "a" * 59 + "…")])
def test_what_is_quoted_is_sixty_characters_at_most(length, shown):
    assert short("a" * length) == shown


def test_a_cell_of_a_table_is_a_question_of_its_columns_type():
    table = ask("table", columns=(Column("k1", "Kr", QuestionType.MONEY), Column("k2", "Antal", QuestionType.NUMBER)))
    assert column_as_question(table, "k2") == Question("k2", QuestionType.NUMBER, decimals=2)
    assert column_as_question(table, "k3") is None


@pytest.mark.parametrize(
    ("key", "table", "question", "option"),
    [
        ("text", "", "text", ""),
        ("many~a", "", "many", "a"),
        ("many~a~b", "", "many", "a~b"),
        ("", "", "", ""),
        ("r1", "table", "table", ""),
        ("r1~a", "table", "table", ""),
    ],
)
def test_a_cell_knows_its_question_and_its_option(key, table, question, option):
    entry = Entry("Svar", "E4", 4, 1, key, table=table)
    assert (entry.question_id, entry.option_id) == (question, option)


def test_whose_cells_they_are():
    first, second, nobodys = (Entry("Svar", "E4", 4, body, "text") for body in (1, 2, None))
    filled = Filled(7, 3, (first, nobodys, second, first))
    assert filled.bodies() == {1, 2}
    assert of_body(filled.entries, 1) == [first, first]
