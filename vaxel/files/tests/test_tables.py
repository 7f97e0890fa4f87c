"""Tables at their limits, and as spreadsheets and offices really write them."""

import datetime as dt

import pytest

from vaxel.files.domain.sheets import _plain, delimiter_of, read_table, read_workbook
from vaxel.files.domain.table import Row, Table, tabulate
from vaxel.files.domain.unfit import Reason, Unfit
from vaxel.files.tests.specimens import docx, one_sheet, with_part, xlsx


def why(content, name="a.csv"):
    with pytest.raises(Unfit) as no:
        read_table(content, name)
    return no.value.reason


def cells(content, name="a.csv"):
    return [row.cells for row in read_table(content, name).rows]


def test_a_text_is_a_table_too():
    assert cells(b"kod;namn\n1;a\n", "a.txt") == [("1", "a")]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a;b", ";"),
        ("a\tb", "\t"),
        ("a,b", ","),
        ("a|b", "|"),
        ("XXX;YXX", ";"),
        ("\n \na,b\n1;2;3", ","),
        ('"a,b";c', ";"),
        ("a,b,c;d", ","),
        ("kod", ";"),
        ("", ";"),
    ],
)
def test_the_delimiter_is_what_parts_the_first_line(text, delimiter):
    assert delimiter_of(text) == delimiter


def test_an_empty_line_first_does_not_hide_the_delimiter():
    assert cells(b"\n\nkod,namn\n1,a\n") == [("1", "a")]


def test_a_short_row_is_filled_with_nothing():
    assert cells(b"kod;namn;svar\n1\n2;b\n") == [("1", "", ""), ("2", "b", "")]


@pytest.mark.parametrize("before", [b"", b"\n"])
def test_a_header_as_wide_as_a_spreadsheet_is_taken_and_a_wider_one_is_not(before):
    assert cells(before + b"kod" + b";" * 20_000 + b"\n1\n") == [("1",)]
    assert why(before + b"kod" + b";" * 20_001 + b"\n1\n") == Reason.TOO_MANY_COLUMNS


def test_only_the_header_is_that_narrow():
    assert len(cells(b"a;b;c\n" + b"1;2;3\n" * 10_001)) == 10_001
    assert cells(b"a\n1" + b";" * 20_001 + b"\n") == [("1",)]


def test_three_hundred_columns_and_no_more():
    names = [f"c{one}" for one in range(301)]
    assert len(tabulate([(1, names[:300])]).header) == 300
    with pytest.raises(Unfit) as no:
        tabulate([(1, names)])
    assert (no.value.reason, no.value.facts["most"]) == (Reason.TOO_MANY_COLUMNS, 300)


def test_empty_lines_count_until_there_are_too_many_of_them():
    assert cells(b"a\n" + b"\n" * 39_998 + b"1\n") == [("1",)]
    assert why(b"a\n" + b"\n" * 39_999 + b"1\n") == Reason.TOO_MANY_ROWS


def test_a_row_that_does_not_fit_its_header_is_never_cut():
    with pytest.raises(ValueError, match="longer"):
        list(Table(("kod",), (Row(2, ("1", "a")),)).records())


def test_a_sheet_that_begins_further_down_keeps_its_row_numbers():
    header = '<row r="3"><c r="B3" t="inlineStr"><is><t>kod</t></is></c></row>'
    table = read_table(one_sheet(header, '<row r="5"><c r="B5"><v>7</v></c></row>'), "a.xlsx")
    assert (table.header, table.rows) == (("", "kod"), (Row(5, ("", "7")),))


def test_a_day_at_midnight_is_a_day():
    content = xlsx(["dag"], [dt.datetime(2026, 12, 1)], [dt.datetime(2026, 12, 1, 0, 1)])  # noqa: DTZ001
    assert cells(content, "a.xlsx") == [("2026-12-01",), ("2026-12-01T00:01:00",)]


def test_a_workbook_that_cannot_be_opened_is_broken():
    assert why(with_part(xlsx(["a"]), "xl/workbook.xml", b"<a/>"), "a.xlsx") == Reason.BROKEN


@pytest.mark.parametrize(("name", "content"), [("a.docx", docx()), ("a.csv", b"a;b\n")])
def test_only_a_workbook_has_sheets(name, content):
    with pytest.raises(Unfit) as no:
        read_workbook(content, name)
    assert (no.value.reason, no.value.facts["allowed"]) == (Reason.NOT_ALLOWED, ["xlsx"])


@pytest.mark.parametrize(
    ("at", "written"),
    [((2026, 12, 1), "2026-12-01"), ((2026, 12, 1, 9, 14), "2026-12-01T09:14:00")],
)
def test_a_moment_at_midnight_is_written_as_its_day(at, written):
    assert _plain(dt.datetime(*at)) == written  # noqa: DTZ001
