"""What is written so as not to be seen is seen, and what a file says of itself is not believed."""

import zlib
from decimal import Decimal

import pytest

from vaxel.files.domain.cells import MOST_CELLS, Cell, read_cells
from vaxel.files.domain.office import check_office
from vaxel.files.domain.pdf import check_pdf
from vaxel.files.domain.shape import take_shape
from vaxel.files.domain.sheets import read_table
from vaxel.files.domain.unfit import Reason, Unfit
from vaxel.files.tests.specimens import SHEET, docx, object_stream, one_sheet, pdf, with_part, xlsx
from vaxel.files.tests.test_cells import CORNER, cells, sheets, why

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SCRIPT = b"<</S/JavaScript/JS(app.alert(1))>>"


@pytest.mark.parametrize("before", [" " * 300, "\n" * 70_000, "x" * 300], ids=["blanks", "lines", "letters"])
def test_a_sheet_is_measured_whatever_stands_before_it(before):
    content = with_part(xlsx(["a"]), "xl/worksheets/sheet1.xml", (before + SHEET % '<row r="100001"/>').encode())
    with pytest.raises(Unfit) as no:
        take_shape(content)
    assert no.value.reason in {Reason.TOO_MANY_ROWS, Reason.BROKEN}


def sized(said, *rows):
    part = (SHEET % "".join(rows)).replace("<sheetData>", f'<dimension ref="{said}"/><sheetData>')
    return with_part(xlsx(["a"]), "xl/worksheets/sheet1.xml", part.encode())


def test_a_formula_is_marked_whatever_the_sheet_says_of_its_size():
    found = read_cells(sized("A1:A1", '<row r="2"><c r="B2"><f>1+1</f><v>2</v></c></row>'), "svar.xlsx")["Blad1"]
    assert found == {(2, 2): Cell(Decimal(2), formula=True)}


@pytest.mark.parametrize("written", ["><f>1+1</f>", ' t="e"><f>1/0</f><v>#DIV/0!</v>'])
def test_a_formula_right_of_everything_else_says_so(written):
    grid = cells(f'<row r="1"><c r="A1"><v>1</v></c><c r="B1"{written}</c></row>')
    assert grid == {(1, 1): Cell(Decimal(1)), (1, 2): Cell(None, formula=True)}


def test_narrow_sheets_count_as_well():
    assert why(sheets(2, CORNER, '<row r="90000"><c r="A90000"/></row>', "<row><c><v>1</v></c></row>")).reason == (
        Reason.TOO_MANY_ROWS
    )


def test_merged_cells_count_together():
    assert why(one_sheet(CORNER, merged=["B2:KO251", "B252:KO501", "A1:B1"])).reason == Reason.TOO_MANY_ROWS


@pytest.mark.parametrize(
    ("part", "damaged"),
    [
        ("docProps/core.xml", "<x:a/>"),
        (
            "xl/styles.xml",
            f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="99999999999999999999"/></cellXfs></styleSheet>',
        ),
    ],
)
def test_a_prefix_or_a_number_nobody_knows_is_broken(part, damaged):
    assert why(with_part(xlsx(["a"]), part, damaged.encode())).reason == Reason.BROKEN


def test_a_csv_of_an_old_mac_may_have_many_rows():
    assert len(read_table(b"a;b;c\r" + b"1;2;3\r" * 10_001, "a.csv").rows) == 10_001


@pytest.mark.parametrize("blanks", [70_000, 200_000])
def test_a_declaration_behind_very_many_blanks_is_found(blanks):
    with pytest.raises(Unfit) as no:
        check_office(with_part(docx(), "word/x.xml", b"\n" * blanks + b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'), "docx")
    assert no.value.reason == Reason.ACTIVE


@pytest.mark.parametrize(
    "hiding",
    [b"/Pad (" + b"x" * 2500 + b")", b"/Pad (endobj)", b"/Pad (stream\n)"],
    ids=["long", "end", "beginning"],
)
def test_a_script_does_not_hide_in_a_lists_dictionary(hiding):
    with pytest.raises(Unfit) as no:
        check_pdf(pdf(object_stream(SCRIPT).replace(b"/Length", hiding + b" /Length")))
    assert no.value.reason in {Reason.ACTIVE, Reason.BROKEN}


@pytest.mark.parametrize("line", [b"\r", b" \n", b"\t\r\n"])
def test_nor_behind_another_kind_of_line(line):
    stream = b"5 0 obj <</Type /ObjStm>>\nstream" + line + zlib.compress(SCRIPT) + b"\nendstream endobj\n"
    with pytest.raises(Unfit) as no:
        check_pdf(pdf(stream))
    assert no.value.reason == Reason.ACTIVE


def test_a_text_within_a_text_is_no_reason_to_refuse():
    check_pdf(pdf(object_stream(b"<<>>").replace(b"/Length", b"/ID [(a(b)c) (d\\)e)] /Length")))


def test_a_sheet_in_sixteen_bits_is_measured_behind_blanks_too():
    part = (" " * 300 + SHEET % '<row r="100001"/>').encode("utf-16")
    with pytest.raises(Unfit) as no:
        take_shape(with_part(xlsx(["a"]), "xl/worksheets/sheet1.xml", part))
    assert no.value.reason in {Reason.TOO_MANY_ROWS, Reason.BROKEN}


@pytest.mark.parametrize("last", ["KN251", "KO250"])
def test_the_last_row_and_column_count(last):
    """Two sheets of 250 rows by 300 columns are just few enough together; each alone would be with more."""
    no = why(sheets(2, CORNER, f'<row r="{last[2:]}"><c r="{last}"><v>1</v></c></row>'))
    assert (no.reason, no.facts["most"]) == (Reason.TOO_MANY_ROWS, MOST_CELLS)


def test_an_error_that_no_formula_gave_is_one():
    grid = cells('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#DIV/0!</v></c></row>')
    assert grid[1, 2] == Cell(None, error=True)
