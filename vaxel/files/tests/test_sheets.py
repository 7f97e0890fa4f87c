import datetime as dt
import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaxel.files.domain.export import csv_bytes
from vaxel.files.domain.sheets import read_table, read_workbook
from vaxel.files.domain.unfit import Reason, Unfit
from vaxel.files.domain.workbook import Sheet, xlsx_bytes
from vaxel.files.tests.costs import memory
from vaxel.files.tests.specimens import SHEET, one_sheet, with_part, xlsx

CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=20).map(str.strip)


def why(content, name="a.csv", **options):
    with pytest.raises(Unfit) as no:
        read_table(content, name, **options)
    return no.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_csv_as_offices_write_it(encoding, delimiter, newline):
    lines = ["kommun;antal;not", "Åre;5;", 'Östra Göinge;;"a\nb"', ""]
    text = newline.join(line.replace(";", delimiter) for line in lines)
    table = read_table(text.encode(encoding), "tabell.csv")
    assert table.header == ("kommun", "antal", "not")
    assert [row.cells for row in table.rows] == [("Åre", "5", ""), ("Östra Göinge", "", "a\nb")]


def test_rows_carry_the_number_a_person_sees():
    table = read_table(b'\n\nkod;namn\n\n1;"a\nb"\n\n2;c\n', "a.csv")
    assert [row.number for row in table.rows] == [5, 8]
    assert list(table.records()) == [(5, {"kod": "1", "namn": "a\nb"}), (8, {"kod": "2", "namn": "c"})]


def test_a_delimiter_inside_quotes_is_none():
    table = read_table(b'"a,b,c";d\n1;2\n', "a.csv")
    assert table.header == ("a,b,c", "d")


def test_a_row_longer_than_the_header_is_named():
    no = why(b"kod;namn\n1;a\n2;b;c\n")
    assert (no.reason, no.facts["row"], no.facts["name"]) == (Reason.RAGGED, 3, "a.csv")


def test_a_column_twice_is_named():
    assert why(b"kod;namn;kod\n").facts["column"] == "kod"


@pytest.mark.parametrize(("content", "reason"), [(b"\n \n", Reason.EMPTY), (b";;\n;;", Reason.NO_ROWS)])
def test_nothing_in_it(content, reason):
    assert why(content).reason == reason


def test_a_quote_never_closed_is_no_table():
    assert why(b'kod;namn\n1;"a\n').reason == Reason.NOT_A_TABLE


def test_too_many_rows_and_columns():
    assert why(b"a\n" + b"1\n" * 20_001).reason == Reason.TOO_MANY_ROWS
    assert why(b"a\n" + b"1\n" * 60_000).reason == Reason.TOO_MANY_ROWS
    assert why(b";".join(b"c%d" % one for one in range(301))).reason == Reason.TOO_MANY_COLUMNS
    assert len(read_table(b"a\n" + b"1\n" * 20_000, "a.csv").rows) == 20_000


def test_other_kinds_are_no_tables():
    assert why(b"%PDF-1.7", "a.pdf").reason == Reason.NOT_ALLOWED
    assert why(xlsx(["a"]), "a.csv").reason == Reason.NOT_WHAT_IT_SAYS
    assert why(b"a;b\n", "a.xlsx").reason == Reason.NOT_WHAT_IT_SAYS


def test_cells_of_a_workbook_come_as_people_write_them():
    day = dt.date(2026, 12, 1)
    content = xlsx(
        ["kod", "antal", "andel", "dag", "tid", "ja", "nej", "tom"],
        ["0114", 5, 0.5, day, dt.datetime(2026, 12, 1, 9, 14), True, False, None],  # noqa: DTZ001
    )
    (row,) = read_table(content, "a.xlsx").rows
    assert row.cells == ("0114", "5", "0.5", "2026-12-01", "2026-12-01T09:14:00", "ja", "nej", "")
    assert row.number == 2


def test_a_sheet_is_asked_for_by_name():
    content = xlsx(["a"], [1], title="Svar", more=[("Läs mig", [["b"], [2]]), ("Tomt", [])])
    assert read_table(content, "a.xlsx").header == ("a",)
    assert read_table(content, "a.xlsx", "Läs mig").header == ("b",)
    assert why(content, "a.xlsx", sheet="Annat").facts["sheet"] == "Annat"
    assert list(read_workbook(content, "a.xlsx")) == ["Svar", "Läs mig"]


@pytest.mark.parametrize(
    "rows",
    [
        ('<row r="1"><c r="A1"><v>1</v></c></row>', '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'),
        ('<row r="1"><c r="A1"><v>1</v></c></row>', "<row r='1048576'><c r='XFD1048576'><v>2</v></c></row>"),
        ('<row r="1"><c r="A1"><v>1</v></c></row>', '<row r = "1048576"><c r\n=\n"XFD1048576"><v>2</v></c></row>'),
        ('<row r="1"><c r="A1"><v>1</v></c></row>', '<row r="&#49;048576"><c r="XFD&#49;048576"><v>2</v></c></row>'),
        ('<row r="1"><c r="A1"><v>1</v></c></row>', '<row r="1048576"><c r="A1048576"><v>2</v></c></row>'),
        ('<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>',),
        ('<row r="1"><c r="A1"><v>1</v></c></row>', '<row r="1048575"/><row><c r="XFD1048576"/><c><v>2</v></c></row>'),
        (
            '<x:row xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="1048576"><x:c r="XFD1048576"/></x:row>',
        ),
    ],
)
def test_two_far_corners_do_not_fill_the_memory(rows):
    sheet = one_sheet(*rows)
    assert why(sheet, "a.xlsx").reason in {Reason.TOO_MANY_ROWS, Reason.BROKEN}
    assert memory(lambda: why(sheet, "a.xlsx")) < 5_000_000


def test_a_far_corner_under_another_name_is_seen():
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    links = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    links += (
        b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"'
    )
    links += b' Target="hidden.bin"/></Relationships>'
    content = with_part(xlsx(["a"]), "xl/_rels/workbook.xml.rels", links)
    assert why(with_part(content, "xl/hidden.bin", (SHEET % rows).encode()), "a.xlsx").reason == Reason.TOO_MANY_ROWS


def test_a_sheet_that_only_claims_to_be_large_is_read():
    sheet = (SHEET % '<row r="1"><c r="A1"><v>1</v></c></row>').replace(
        "<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'
    )
    assert read_table(with_part(xlsx(["a"]), "xl/worksheets/sheet1.xml", sheet.encode()), "a.xlsx").header == ("1",)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_damaged_workbook_is_a_table_or_a_reason(data):
    """Damage inside a part, under a correct checksum: what an honest zip may carry to the reader."""
    book = xlsx(["kod", "namn"], ["1", "Åre"], [2, None])
    name = data.draw(st.sampled_from(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"]))
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        part = bytearray(archive.read(name))
    for _ in range(data.draw(st.integers(1, 4))):
        part[data.draw(st.integers(0, len(part) - 1))] = data.draw(st.integers(32, 126))
    try:
        read_table(with_part(book, name, bytes(part)), "a.xlsx")
    except Unfit as no:
        assert no.facts["name"] == "a.xlsx"


def test_a_formula_is_read_as_its_value():
    content = one_sheet(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>antal</t></is></c></row>',
        '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>',
    )
    assert read_table(content, "a.xlsx").rows[0].cells == ("2",)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=8))
def test_what_we_write_we_read_back(rows):
    header = ("kod", "namn", "svar")
    kept = [row for row in rows if any(row)]
    assert [row.cells for row in read_table(csv_bytes(header, rows), "a.csv").rows] == kept
    book = xlsx_bytes([Sheet("Svar", header, rows)])
    assert [row.cells for row in read_table(book, "a.xlsx").rows] == kept


@settings(max_examples=200)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_whatever_arrives_is_a_table_or_a_reason(content):
    try:
        table = read_table(content, "a.csv")
    except Unfit as no:
        assert no.facts["name"] == "a.csv"
    else:
        assert all(len(row.cells) == len(table.header) for row in table.rows)


def test_every_reason_has_its_sentence():
    from vaxel.files.words import SENTENCES

    assert set(SENTENCES) == set(Reason)
    for sentence in SENTENCES.values():
        assert re.search(r"\. ?[A-ZÅÄÖ]", str(sentence)), f"says no way out: {sentence}"


@pytest.mark.parametrize("encoding", ["x-none", "utf-32", "shift_jis"])
def test_a_sheet_in_letters_nobody_knows_is_broken(encoding):
    """Its reader has words of its own for that, which were once a fault of ours."""
    sheet = f"<?xml version='1.0' encoding='{encoding}'?><a/>".encode()
    assert why(with_part(xlsx(["a"], [1]), "xl/worksheets/sheet1.xml", sheet), "a.xlsx").reason == Reason.BROKEN


def test_a_row_of_millions_is_not_even_split():
    row = b";" * 5_000_000
    assert why(row).reason == Reason.TOO_MANY_COLUMNS
    assert memory(lambda: why(row)) < 2 * len(row)
