"""A workbook cell by cell: what each holds, where it stands, and how much of it is read."""

import datetime as dt
from decimal import Decimal

import pytest

from vaxel.files.domain.cells import Cell, address, read_cells
from vaxel.files.domain.unfit import Reason, Unfit
from vaxel.files.tests.specimens import SHEET, one_sheet, with_part, xlsx

CORNER = '<row r="1"><c r="A1"><v>1</v></c></row>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def cells(*rows, merged=()):
    return read_cells(one_sheet(*rows, merged=merged), "svar.xlsx")["Blad1"]


def why(content, name="svar.xlsx"):
    with pytest.raises(Unfit) as no:
        read_cells(content, name)
    return no.value


def text(place, said):
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{said}</t></is></c>'


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (text("A1", "  Åre kommun\n"), "Åre kommun"),
        (text("A1", "rad ett_x000D_\nrad två"), "rad ett\nrad två"),
        ('<c r="A1"><v>7</v></c>', Decimal(7)),
        ('<c r="A1"><v>-0.5</v></c>', Decimal("-0.5")),
        ('<c r="A1"><v>0.30000000000000004</v></c>', Decimal("0.3")),
        ('<c r="A1"><v>123456789012345</v></c>', Decimal(123456789012345)),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" t="b"><v>0</v></c>', False),
        ('<c r="A1" t="d"><v>2026-12-01</v></c>', dt.date(2026, 12, 1)),
        ('<c r="A1" t="d"><v>2026-12-01T09:14:00</v></c>', dt.date(2026, 12, 1)),
    ],
)
def test_a_cell_is_read_as_a_person_sees_it(written, value):
    (found,) = cells(f'<row r="1">{written}</row>').values()
    assert (found, type(found.value)) == (Cell(value), type(value))


def test_days_and_hours_as_a_spreadsheet_stores_them():
    content = xlsx([dt.date(2026, 12, 1), dt.datetime(2026, 12, 1, 9, 14), dt.time(9, 14)])  # noqa: DTZ001
    found = [cell.value for cell in read_cells(content, "svar.xlsx")["Blad1"].values()]
    assert found == [dt.date(2026, 12, 1), dt.date(2026, 12, 1), "09:14:00"]
    assert type(found[1]) is dt.date


def test_blanks_are_no_value():
    assert cells(f'<row r="1">{text("A1", "   ")}<c r="B1"><v>1</v></c></row>')[1, 1].value is None


def test_each_cell_stands_where_the_spreadsheet_shows_it_and_empty_ones_are_left_out():
    found = cells(
        '<row r="3"><c r="C3"><v>1</v></c><c r="E3"><v>2</v></c></row>', '<row r="6"><c r="B6"><v>3</v></c></row>'
    )
    assert found == {(3, 3): Cell(Decimal(1)), (3, 5): Cell(Decimal(2)), (6, 2): Cell(Decimal(3))}
    assert [address(*place) for place in found] == ["C3", "E3", "B6"]
    assert address(12, 28) == "AB12"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("><f>1+1</f><v>2</v>", Cell(Decimal(2), formula=True)),
        ("><f>1+1</f>", Cell(None, formula=True)),
        (' t="e"><v>#N/A</v>', Cell(None, error=True)),
        ("><v>2</v>", Cell(Decimal(2))),
        (">", None),
    ],
)
@pytest.mark.parametrize("place", ["A1", "C1", "B3", "D4"])
def test_formulas_and_errors_say_so(place, written, found):
    """Wherever they stand above and left of a number: beyond the last one a reader may see none."""
    column, row = ord(place[0]) - 64, int(place[1])
    grid = cells(
        *(f'<row r="{one}"/>' for one in range(1, row)),
        f'<row r="{row}"><c r="{place}"{written}</c></row>',
        '<row r="5"><c r="F5"><v>9</v></c></row>',
    )
    assert grid == {(5, 6): Cell(Decimal(9))} | ({(row, column): found} if found else {})


def test_every_cell_of_a_merged_one_says_so_and_the_first_has_the_value():
    grid = cells(
        CORNER, '<row r="2"><c r="B2"><v>5</v></c></row>', '<row r="4"><c r="D4"><v>6</v></c></row>', merged=["B2:C4"]
    )
    covered = {(row, column): Cell(None, merged=True) for row in (2, 3, 4) for column in (2, 3)}
    assert grid == covered | {
        (1, 1): Cell(Decimal(1)),
        (2, 2): Cell(Decimal(5), merged=True),
        (4, 4): Cell(Decimal(6)),
    }


def test_a_merged_cell_beyond_all_others_says_so_too():
    assert cells(CORNER, merged=["C5:C6"]).keys() == {(1, 1), (5, 3), (6, 3)}


def test_a_formula_in_a_merged_cell_says_both():
    grid = cells('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>', merged=["A1:B1"])
    assert grid == {(1, 1): Cell(Decimal(2), formula=True, merged=True), (1, 2): Cell(None, merged=True)}


def test_each_sheet_has_its_own_cells():
    grids = read_cells(xlsx(["=1+1", "Hej"], title="Svar", more=[("Läs mig", [["Hej"]]), ("Tomt", [])]), "svar.xlsx")
    assert {title: [cell.formula for cell in grid.values()] for title, grid in grids.items()} == {
        "Svar": [True, False],
        "Läs mig": [False],
        "Tomt": [],
    }


def test_a_link_to_another_workbook_is_not_followed():
    linked = f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets><sheet name="Svar" sheetId="1" r:id="rId1"/></sheets>'
    linked += '<externalReferences><externalReference r:id="rId99"/></externalReferences></workbook>'
    assert list(read_cells(with_part(xlsx(["a"]), "xl/workbook.xml", linked.encode()), "svar.xlsx")) == ["Svar"]


def test_a_merged_cell_may_cover_as_much_as_a_form_may_hold():
    assert sum(cell.merged for cell in cells(CORNER, merged=["B2:KO501"]).values()) == 150_000


@pytest.mark.parametrize("merged", ["A1:A150001", "B2:KO502", "B2:KP501", "A1:XFD1048576"])
def test_one_that_covers_more_is_refused(merged):
    no = why(one_sheet(CORNER, merged=[merged]))
    assert (no.reason, no.facts) == (Reason.TOO_MANY_ROWS, {"name": "svar.xlsx", "most": 150_000})


def sheets(number, *rows):
    """So many sheets, all of them the one part of the file."""
    entries = "".join(f'<sheet name="B{one}" sheetId="{one}" r:id="rId1"/>' for one in range(1, number + 1))
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{entries}</sheets></workbook>'
    return with_part(one_sheet(*rows), "xl/workbook.xml", book.encode())


def test_all_sheets_together_hold_no_more_than_a_form_may():
    assert len(read_cells(sheets(2, CORNER, '<row r="250"><c r="KN250"><v>2</v></c></row>'), "svar.xlsx")) == 2
    no = why(sheets(2, CORNER, '<row r="300"><c r="KN300"><v>2</v></c></row>'))
    assert (no.reason, no.facts["most"]) == (Reason.TOO_MANY_ROWS, 150_000)


def test_one_sheet_alone_holds_no_more_either():
    assert why(one_sheet(CORNER, '<row r="501"><c r="KN501"/></row>')).reason == Reason.TOO_MANY_ROWS


def test_there_are_no_more_than_three_hundred_sheets():
    assert len(read_cells(sheets(300, CORNER), "svar.xlsx")) == 300
    assert why(sheets(301, CORNER)).reason == Reason.TOO_MANY_ROWS


def linked(kind, more=""):
    """The list of a workbook's parts, where the one sheet is of that kind."""
    link = f'<Relationship Id="rId1" Type="{LINKS}/{kind}" Target="worksheets/sheet1.xml"/>'
    return f'<Relationships xmlns="{PACKAGE}">{link}{more}</Relationships>'


@pytest.mark.parametrize(
    ("part", "damaged"),
    [
        ("xl/worksheets/sheet1.xml", SHEET % '<row r="1"><c r="A1" t="s"><v>99</v></c></row>'),
        ("xl/worksheets/sheet1.xml", SHEET % '<row r="1"><c r="A1" t="d"><v>i morgon</v></c></row>'),
        ("xl/worksheets/sheet1.xml", SHEET % '<row r="1"><c r="A1"><f t="dataTable"/><v>0</v></c></row>'),
        (
            "xl/styles.xml",
            f'<styleSheet xmlns="{MAIN}"><cellStyles><cellStyle name="x" xfId="9"/></cellStyles></styleSheet>',
        ),
        ("xl/_rels/workbook.xml.rels", linked("chartsheet")),
        ("xl/_rels/workbook.xml.rels", linked("worksheet", f'<Relationship Type="{LINKS}/styles"/>')),
        ("[Content_Types].xml", "<a/>"),
    ],
    ids=["text", "day", "formula", "style", "kind of sheet", "link", "types"],
)
def test_what_either_reader_does_not_understand_is_broken(part, damaged):
    no = why(with_part(xlsx(["a"]), part, damaged.encode()), "C:\\mapp\\svar.xlsx")
    assert (no.reason, no.facts) == (Reason.BROKEN, {"name": "svar.xlsx"})


@pytest.mark.parametrize("name", ["svar.csv", "svar.docx", "svar"])
def test_only_a_workbook_is_read(name):
    no = why(b"kod;namn\n", name)
    assert (no.reason, no.facts["allowed"]) == (Reason.NOT_ALLOWED, ["xlsx"])
