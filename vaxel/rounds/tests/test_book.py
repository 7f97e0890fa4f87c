"""The round as a workbook and back: every type of question, what people write, and every way a file goes wrong."""

import datetime as dt
import io
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from vaxel.files.domain.cells import read_cells
from vaxel.rounds.documents import BodyColumn, round_workbook
from vaxel.rounds.domain.book import of_body
from vaxel.rounds.domain.book_reading import NotOursError, read_filled
from vaxel.rounds.domain.fates import Fate, judge
from vaxel.rounds.domain.template import parse
from vaxel.rounds.tests.all_types import ALL_TYPES, values
from vaxel.rounds.tests.spreadsheet import saved

QUESTIONS = parse(ALL_TYPES)
ROUND = SimpleNamespace(pk=7, template_version_id=3, title="Redovisning", due=dt.date(2026, 11, 30))


def book(*stored, names=("Falun", "Mora", "Orsa")):
    columns = [BodyColumn(place, names[place], one) for place, one in enumerate(stored)]
    return round_workbook(ROUND, QUESTIONS, columns)


def read(content):
    return read_filled(read_cells(content, "svar.xlsx"))


def judged(content, stored=None, body=0):
    filled = read(content)
    return judge(QUESTIONS, stored or {}, of_body(filled.entries, body), (filled.seen or {}).get(body))


def fates(found):
    return {fate.entry.question_id: fate.fate for fate in found.fates}


@settings(max_examples=25)
@given(values)
def test_what_was_filled_in_comes_back_the_same(said):
    """Filled by the writer itself, taken in by a body that has said nothing yet."""
    filled = read(book(said))
    found = judge(QUESTIONS, {}, of_body(filled.entries, 0), {})
    assert found.changes == said
    assert all(fate.fate is Fate.NEW for fate in found.fates)


@settings(max_examples=10)
@given(values)
def test_untouched_it_changes_nothing(said):
    found = judged(book(said), said)
    assert found.changes == {}
    assert {fate.fate for fate in found.fates} <= {Fate.UNCHANGED}


@settings(max_examples=6)
@given(values, values, values)
def test_each_body_has_its_own_column(first, second, third):
    filled = read(book(first, second, third))
    for body, said in enumerate((first, second, third)):
        assert judge(QUESTIONS, {}, of_body(filled.entries, body), {}).changes == said


def write(content, **cells):
    """By question: what a person types in its cell, in a spreadsheet of theirs. A table's or an option's: "table/r1/k1"."""
    place = {(e.question_id, e.option_id or (e.table and f"{e.key}/{e.column}")): e for e in read(content).entries}
    opened = load_workbook(io.BytesIO(content))
    for key, value in cells.items():
        question, _slash, rest = key.partition("/")
        entry = place[question, rest]
        opened[entry.sheet][entry.address] = value
    return saved(opened)


@pytest.mark.parametrize(
    ("question", "typed", "stored"),
    [
        ("number", "1 234,5", "1234.5"),
        ("number", "1234.5 timmar", "1234.5"),
        ("number", 1.125, "1.125"),
        ("number", 0.1 + 0.2, "0.3"),
        ("number", 1e-6, "0.000001"),
        ("whole", 1000.0, "1000"),
        ("money", "1,2 mkr", 120_000_000),
        ("money", 712500.5, 71_250_050),
        ("money", "712\u00a0500 kr", 71_250_000),
        ("date", "31 januari 2020", "2020-01-31"),
        ("date", "31/1 2020", "2020-01-31"),
        ("date", dt.date(2020, 1, 31), "2020-01-31"),
        ("date", dt.datetime(2020, 1, 31, 13, 5), "2020-01-31"),  # noqa: DTZ001 - a spreadsheet knows no zone
        ("one", "ja, helt", "a"),
        ("one", "=Kanske", None),
        ("scale", "3", 3),
        ("text", 2080, "2080"),
        ("text", dt.date(2020, 1, 31), "2020-01-31"),
        ("free", "3,5", "3,5"),
        ("table/r1/k1", "1 234,5", {"r1": {"k1": "1234.5"}}),
        ("table/r2/k3", "31 mars 2021", {"r2": {"k3": "2021-03-31"}}),
        ("many/b", "X", ["b"]),
        ("many/c", "ja", ["c"]),
        ("many/a", True, ["a"]),
    ],
)
def test_as_people_write(question, typed, stored):
    found = judged(write(book({}), **{question: typed}))
    key = question.partition("/")[0]
    if stored is None:  # a text that begins with = is a formula in their spreadsheet
        assert fates(found)[key] is Fate.REFUSED
    else:
        assert found.changes == {key: stored}


@pytest.mark.parametrize(
    ("question", "typed", "words"),
    [
        ("number", "ungefär tio", "är inget tal"),
        ("number", "1.500.000,5", "är inget tal"),
        ("whole", "1.500", "läsas på två sätt"),
        ("whole", 1.5, "helt tal"),
        ("whole", 1001, "för stort"),
        ("money", -1, "för litet"),
        ("date", "i våras", "inget datum"),
        ("date", "2020-02-31", "almanackan"),
        ("date", 3, "Talet blev datumet 1900-01-03"),
        ("one", "Ja", "inget av alternativen"),
        ("many/a", "kanske", "Skriv x"),
        ("scale", 11, "steg från 0 till 10"),
        ("scale", 2.5, "steg från 0 till 10"),
        ("scale", "ⅳ", "steg från 0 till 10"),
        ("text", "ord " * 100, "Korta det"),
        ("file", "brev.pdf", "bifogas i Växel"),
        ("number", "=1+1", "inte uträknad"),
        ("table/r1/k2", "gratis", "inget belopp"),
    ],
)
def test_refused_with_a_sentence_and_the_rest_is_taken(question, typed, words):
    found = judged(write(book({}), **{question: typed, "long": "Detta går bra."}))
    refused = [fate for fate in found.fates if fate.fate is Fate.REFUSED]
    assert len(refused) == 1
    assert words in str(refused[0].why)
    assert found.changes == {"long": "Detta går bra."}


def test_a_refused_cell_of_a_table_keeps_what_it_had():
    stored = {"table": {"r1": {"k1": "5", "k4": "not"}}}
    found = judged(write(book(stored), **{"table/r1/k1": "många", "table/r1/k4": "ny"}), stored)
    assert found.changes == {"table": {"r1": {"k1": "5", "k4": "ny"}}}
    assert sorted(fate.fate for fate in found.fates) == [Fate.CHANGED, Fate.REFUSED]


def test_changed_and_emptied():
    stored = {"text": "förr", "one": "a", "many": ["a", "b"], "number": "1"}
    cells = {"text": "nu", "one": None, "many/a": None}
    found = judged(write(book(stored), **cells), stored)
    assert found.changes == {"text": "nu", "one": None, "many": ["b"]}
    assert fates(found) == {
        "text": Fate.CHANGED,
        "one": Fate.EMPTIED,
        "many": Fate.CHANGED,
        "number": Fate.UNCHANGED,
    }


def test_what_a_colleague_has_written_since_is_never_written_over():
    content = write(book({"text": "förr"}), text="i boken", number=5)
    found = judged(content, {"text": "i Växel", "long": "ny text"})
    assert found.changes == {"number": "5"}
    assert fates(found) == {"text": Fate.REFUSED, "number": Fate.NEW, "long": Fate.UNCHANGED}


def altered(content, change):
    opened = load_workbook(io.BytesIO(content))
    change(opened)
    return saved(opened)


def test_rows_and_columns_of_ones_own_are_told_and_left():
    def change(opened):
        opened["Svar"]["E40"] = "en egen rad"
        opened["Svar"]["H4"] = "en egen kolumn"
        opened["Svar"]["A41"], opened["Svar"]["E41"] = "okand", "svar"

    found = read(altered(book({}), change))
    told = judge(QUESTIONS, {}, of_body(found.entries, 0), {})
    assert sorted(fate.fate for fate in told.fates) == [Fate.NO_ID, Fate.UNKNOWN_QUESTION]
    assert [entry.address for entry in found.entries if entry.body_id is None] == ["H4"]


def test_a_row_copied_twice_is_refused():
    def change(opened):
        opened["Svar"]["A50"], opened["Svar"]["E50"] = "text", "andra"
        opened["Svar"]["E4"] = "första"

    found = judged(altered(book({}), change))
    assert found.changes == {}
    assert [fate.fate for fate in found.fates] == [Fate.REFUSED, Fate.REFUSED]


def test_merged_cells_are_refused_and_empty_nothing():
    stored = {"text": "a", "long": "b"}
    found = judged(altered(book(stored), lambda opened: opened["Svar"].merge_cells("E4:E5")), stored)
    assert found.changes == {}
    assert {fate.fate for fate in found.fates} == {Fate.REFUSED}
    assert "sammanfogad" in str(found.fates[0].why)


def test_sorted_rows_and_renamed_sheets_are_still_understood():
    def change(opened):
        sheet = opened["Svar"]
        for column in "AE":
            sheet[f"{column}4"].value, sheet[f"{column}5"].value = sheet[f"{column}5"].value, sheet[f"{column}4"].value
        sheet.title = "Våra svar"

    stored = {"text": "a", "long": "b"}
    assert judged(altered(book(stored), change), stored).changes == {}


def test_without_the_memory_of_what_it_held_what_differs_is_a_change():
    content = altered(write(book({"text": "förr"}), text="nu"), lambda opened: opened.remove(opened["_vaxel"]))
    filled = read(content)
    assert filled.seen is None
    assert judge(QUESTIONS, {"text": "mellan"}, of_body(filled.entries, 0), None).changes == {"text": "nu"}


@pytest.mark.parametrize(
    "change",
    [
        lambda opened: opened["Svar"].__setitem__("A1", "något annat"),
        lambda opened: opened.remove(opened["Svar"]),
        lambda opened: opened.copy_worksheet(opened["Svar"]),
    ],
)
def test_another_workbook_is_refused(change):
    with pytest.raises(NotOursError):
        read(altered(book({}), change))


def test_it_is_locked_but_for_the_answers_and_its_ids_are_hidden():
    opened = load_workbook(io.BytesIO(book({})))
    sheet = opened["Svar"]
    assert sheet.protection.sheet
    assert (sheet["C4"].protection.locked, sheet["E4"].protection.locked) == (True, False)
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[1].hidden
    assert opened["_vaxel"].sheet_state == "veryHidden"
    checks = {check.type for check in sheet.data_validations.dataValidation}
    assert checks >= {"list", "whole", "decimal", "date"}


def test_no_cell_of_ours_is_a_formula():
    opened = load_workbook(io.BytesIO(book({"text": '=HYPERLINK("x")', "long": "+1", "one": "c"})))
    assert not [cell for sheet in opened for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
