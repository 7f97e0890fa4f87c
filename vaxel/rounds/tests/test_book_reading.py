"""Rulebook: what is read of a workbook that came back, wherever its marks stand, and which is none of ours."""

from decimal import Decimal

import pytest

from vaxel.files.domain.cells import Cell
from vaxel.rounds.domain.book import MARK, SEEN_MARK, TABLE_MARK, Entry, Filled
from vaxel.rounds.domain.book_reading import NotOursError, read_filled

HEAD = [MARK, "7", "3", None, "b1", "b2"]
NAMES = [None, "Nr", "Fråga", "Så svarar du", "Falun", "Mora"]


def sheet(*rows, top=1, left=1):
    """A cell may be given whole; None is no cell at all."""
    return {
        (row, column): value if isinstance(value, Cell) else Cell(value)
        for row, values in enumerate(rows, top)
        for column, value in enumerate(values, left)
        if value is not None
    }


def read(*rows, **others):
    return read_filled({"Svar": sheet(HEAD, NAMES, *rows), **others})


def cell(address, row, body_id, key, value=None, **more):
    return Entry("Svar", address, row, body_id, key, value, **more)


def test_every_cell_of_a_bodys_column_is_an_entry_filled_or_not():
    found = read(["text", "1", "Vad?", "Kort", "hos oss"], ["many~a", None, None, None, None, "x"])
    assert found == Filled(
        7,
        3,
        (
            cell("E3", 3, 1, "text", "hos oss"),
            cell("F3", 3, 2, "text"),
            cell("E4", 4, 1, "many~a"),
            cell("F4", 4, 2, "many~a", "x"),
        ),
    )


def test_the_marks_are_found_wherever_they_stand():
    moved = sheet(HEAD, NAMES, ["text", None, None, None, "hos oss"], top=4, left=3)
    found = read_filled({"Annat": sheet(["Ett eget blad"]), "Våra svar": moved | {(1, 1): Cell("Överst")}})
    assert (found.round_id, found.version_id) == (7, 3)
    assert found.entries == (
        Entry("Våra svar", "G6", 6, 1, "text", "hos oss"),
        Entry("Våra svar", "H6", 6, 2, "text"),
    )


def test_a_book_that_was_fetched_long_ago_is_known_by_its_marks():
    found = read_filled(
        {
            "Svar": sheet(["vaxel-svar-1", "7", "3", None, "b1"], [], ["text"]),
            "Tabell": sheet(["vaxel-tabell-1", "t", None, None, "k1"], [], [], ["b1", "r1"]),
            "Minne": sheet(["vaxel-hamtad-1"], ["b1", '{"text": "abc"}']),
        }
    )
    assert [entry.question_id for entry in found.entries] == ["text", "t"]
    assert found.seen == {1: {"text": "abc"}}


def test_a_heading_of_ours_is_no_answer_and_the_rows_below_it_are():
    found = read(["-s1", "Avsnitt", None, None, "Rubrik"], ["text", None, None, None, "ja"])
    assert [entry.address for entry in found.entries] == ["E4", "F4"]


def test_what_stands_beside_the_answers_is_told_of_only_where_it_is_filled():
    found = read(["text", None, None, None, None, None, "egen"], [None, None, None, None, "utan rad"])
    assert found.entries == (
        cell("E3", 3, 1, "text"),
        cell("F3", 3, 2, "text"),
        cell("G3", 3, None, "text", "egen"),
        cell("E4", 4, 1, "", "utan rad"),
    )


def test_a_cell_says_that_it_is_a_formula_an_error_or_merged():
    odd = [Cell("2", formula=True), Cell(None, error=True), Cell(None, merged=True)]
    found = read_filled({"Svar": sheet([*HEAD, "b3"], NAMES, ["text", None, None, None, *odd])})
    assert [(e.value, e.formula, e.error, e.merged) for e in found.entries] == [
        ("2", True, False, False),
        (None, False, True, False),
        (None, False, False, True),
    ]


TABLE_HEAD = [TABLE_MARK, "t", None, None, "k1", "k2"]


def test_a_table_has_a_sheet_of_its_own_with_a_row_for_each_body_and_row():
    table = sheet(
        TABLE_HEAD,
        [None, None, None, None, "Kronor", "Vad"],
        [None, None, None, None, "kr", "text"],
        ["b1", "r1", "Falun", "Barn", Decimal(5)],
        ["b2", "r1", "Mora", "Barn", None, "x", "egen"],
        [None, "r1", None, None, None, "utan organisation"],
        ["b1", None, None, None, "utan rad"],
    )

    def place(address, row, body_id, column, value=None, key="r1"):
        return Entry("Tabell", address, row, body_id, key, value, "t", column)

    assert read(Tabell=table).entries == (
        place("E4", 4, 1, "k1", Decimal(5)),
        place("F4", 4, 1, "k2"),
        place("E5", 5, 2, "k1"),
        place("F5", 5, 2, "k2", "x"),
        place("G5", 5, 2, "", "egen"),
        place("F6", 6, None, "k2", "utan organisation"),
        place("E7", 7, 1, "k1", "utan rad", key=""),
        place("F7", 7, 1, "k2", key=""),
    )


def test_a_table_may_stand_elsewhere_in_its_sheet_and_there_may_be_several():
    moved = sheet(TABLE_HEAD, [], [], ["b1", "r1", None, None, "5", "x"], top=3, left=2)
    found = read(Ett=moved, Två=sheet(TABLE_HEAD, [], [], ["b2", "r2", None, None, "6"]))
    assert [(e.sheet, e.address, e.body_id, e.key, e.column) for e in found.entries] == [
        ("Ett", "F6", 1, "r1", "k1"),
        ("Ett", "G6", 1, "r1", "k2"),
        ("Två", "E4", 2, "r2", "k1"),
        ("Två", "F4", 2, "r2", "k2"),
    ]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("7", 7),
        (Decimal("7E+1"), 70),
        ("9" * 18, int("9" * 18)),
        ("9" * 19, 0),
        ("sju", 0),
        ("-7", 0),
        ("²", 0),
        ("٣", 0),
        (None, 0),
    ],
)
def test_a_round_whose_number_somebody_has_written_over_is_none(written, number):
    found = read_filled({"Svar": sheet([MARK, written, written])})
    assert (found.round_id, found.version_id) == (number, number)


@pytest.mark.parametrize(
    ("mark", "body"),
    [
        ("b17", 17),
        ("b" + "9" * 18, int("9" * 18)),
        ("b" + "9" * 19, None),
        ("17", None),
        (Decimal(17), None),
        ("c17", None),
        ("b", None),
        ("bx", None),
        ("b²", None),
        ("b٣", None),
        (None, None),
    ],
)
def test_a_body_is_named_by_its_mark_alone(mark, body):
    found = read_filled({"Svar": sheet([MARK, "7", "3", None, mark], [], ["text", None, None, None, "hos oss"])})
    assert [entry.body_id for entry in found.entries] == [body]


def test_what_it_held_when_fetched_is_remembered_body_by_body():
    memory = sheet(
        [SEEN_MARK],
        ["b1", '{"text": "abc", "tal": 5}'],
        ["b2"],
        ["b3", "inte json"],
        ["b4", "[1]"],
        [None, '{"text": "abc"}'],
        top=2,
        left=2,
    )
    found = read(_vaxel=memory | {(1, 2): Cell("b9"), (1, 3): Cell("{}")})
    assert found.seen == {1: {"text": "abc", "tal": "5"}, 2: {}, 3: {}, 4: {}}


def test_without_that_sheet_nothing_is_remembered():
    assert read(Annat=sheet(["x"])).seen is None


def so_many(last):
    """Rows of 300 cells each, and a last one with so many."""
    head = [MARK, "7", "3", None, *(f"b{number}" for number in range(300))]
    return {
        "Svar": sheet(head, [], *([f"q{number}"] for number in range(199)), [None, None, None, None, *["x"] * last])
    }


def test_a_book_may_have_sixty_thousand_cells():
    assert len(read_filled(so_many(300)).entries) == 60_000


def test_with_one_more_it_is_too_large():
    with pytest.raises(NotOursError, match="för stor"):
        read_filled(so_many(301))


@pytest.mark.parametrize(
    ("grids", "says"),
    [
        ({}, "inte hämtad från Växel"),
        ({"Svar": sheet(["något annat"], ["text"])}, "inte hämtad från Växel"),
        ({"Tabell": sheet(TABLE_HEAD)}, "inte hämtad från Växel"),
        ({"Svar": sheet(HEAD), "Svar (2)": sheet(HEAD)}, "flera blad med svar"),
    ],
)
def test_another_workbook_is_refused_in_words(grids, says):
    with pytest.raises(NotOursError, match=says) as refused:
        read_filled(grids)
    assert says in str(refused.value.sentence)
