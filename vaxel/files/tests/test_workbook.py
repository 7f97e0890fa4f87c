"""How a workbook of ours looks to whoever opens it."""

import io

import pytest
from openpyxl import load_workbook

from vaxel.files.domain.workbook import Sheet, xlsx_bytes


def opened(*sheets):
    return load_workbook(io.BytesIO(xlsx_bytes(sheets)))


@pytest.mark.parametrize(("length", "width"), [(1, 12), (10, 12), (11, 13), (40, 42), (58, 60), (80, 60)])
def test_a_column_is_as_wide_as_its_name_within_reason(length, width):
    page = opened(Sheet("Svar", ["kod", "x" * length, "kod"], [])).active
    assert [page.column_dimensions[letter].width for letter in "ABC"] == [12, width, 12]


def test_the_header_is_bold_and_stays_in_sight():
    page = opened(Sheet("Svar", ["kod", "namn"], [["1", "Åre"]])).active
    assert [[cell.font.bold for cell in row] for row in page.iter_rows()] == [[True, True], [False, False]]
    assert page.freeze_panes == "A2"


def test_cells_say_yes_no_and_nothing():
    page = opened(Sheet("Svar", list("abcd"), [[True, False, None, ""]])).active
    assert [cell.value for cell in page[2]][:3] == ["ja", "nej", None]
    assert not page["D2"].value


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Svar", "Svar"),
        ("XX-län X", "XX-län X"),
        ("a[b]c:d*e?f/g\\h", "a b c d e f g h"),
        ("'citat'", "citat"),
        (" ' ", "Blad"),
        ("", "Blad"),
        ("\x00", "Blad"),
        ("å" * 31, "å" * 31),
        ("å" * 32, "å" * 31),
        ("å" * 30 + " b", "å" * 30),
    ],
)
def test_a_sheet_is_named_as_excel_allows(title, shown):
    assert opened(Sheet(title, ["kod"], [])).sheetnames == [shown]
