"""How large a rectangle a workbook's sheets span, by what is written in them."""

import pytest

from vaxel.files.domain.shape import column_number, take_shape
from vaxel.files.domain.unfit import Reason, Unfit
from vaxel.files.tests.specimens import PNG, SHEET, one_sheet, with_part, xlsx, zipped


def why(content, *most):
    with pytest.raises(Unfit) as no:
        take_shape(content, *most)
    return no.value.reason


def fits(content, *most):
    take_shape(content, *most)
    return True


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        ('<row r="4"><c r="C4"/></row>', 12),
        ('<row r="2"><c r="A2"/></row><row r="5"><c r="D5"/><c r="B5"/></row>', 20),
        ("<row/><row/><row/>", 3),
        ('<row r="7"/>', 7),
        ('<row r=" 7 "/>', 7),
        ('<row r="sju"/>', 1),
        ('<row r="5"/><row><c/></row>', 6),
        ("<row><c/><c/></row><row><c/></row>", 4),
        ('<row r="2"><c r="B2"/><c/></row>', 6),
        ('<row><c r="B4"/></row>', 8),
        ('<row r="3"><c r=" b3 "/></row>', 6),
        ('<row r="3"><c r="Ö3"/></row>', 3),
        ('<row r="1"><c r="AA1"/></row>', 27),
        ('<row r="2"><c r="zz2"/></row>', 1404),
        ('<row r="1"><c r="ABC1"/></row>', 731),
        ('<x:row xmlns:x="urn:x" r="4"><x:c r="B4"/></x:row>', 8),
        ('<brow r="9"/><col min="8"/><row r="2"/>', 2),
        ("", 0),
    ],
)
def test_a_sheet_spans_so_many_cells(rows, cells):
    assert fits(one_sheet(rows), cells)
    if cells:
        assert why(one_sheet(rows), cells - 1) == Reason.TOO_MANY_ROWS


@pytest.mark.parametrize(
    ("letters", "number"), [("A", 1), ("z", 26), ("AA", 27), ("AZ", 52), ("BA", 53), ("XFD", 16_384)]
)
def test_columns_are_counted_as_a_spreadsheet_letters_them(letters, number):
    assert column_number(letters) == number


def test_three_million_cells_fit_and_no_more():
    assert fits(one_sheet('<row r="1"><c r="FNQVP1"/></row>'))
    assert why(one_sheet('<row r="1"><c r="FNQVQ1"/></row>')) == Reason.TOO_MANY_ROWS


def test_a_hundred_thousand_rows_fit_and_no_more():
    assert fits(one_sheet('<row r="100000"/>'))
    assert why(one_sheet('<row r="100001"/>')) == Reason.TOO_MANY_ROWS


def test_a_part_of_forty_megabytes_is_read_and_no_larger_one():
    part = b"<a/>" + b" " * (40 * 2**20 - 4)
    assert fits(zipped({"xl/large.xml": part}))
    assert why(zipped({"xl/large.xml": part + b" "})) == Reason.TOO_MANY_ROWS


FAR = (SHEET % '<row r="100001"/>').encode()


@pytest.mark.parametrize("other", [PNG, bytes(300), b"", b"\x00\x01 printer"], ids=len)
def test_a_picture_is_passed_over_and_what_comes_after_it_is_not(other):
    assert fits(zipped({"xl/media/a.png": other}))
    assert why(zipped({"xl/media/a.png": other, "xl/worksheets/sheet1.xml": FAR})) == Reason.TOO_MANY_ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_sheet_is_known_in_any_encoding(encoding):
    said = "" if encoding.startswith("utf-8") else '<?xml version="1.0" encoding="utf-16"?>'
    part = (said + SHEET % '<row r="100001"/>').encode(encoding)
    assert why(zipped({"xl/worksheets/sheet1.xml": part})) == Reason.TOO_MANY_ROWS


@pytest.mark.parametrize(
    "part",
    [
        b"<a>",
        b"<a></b>",
        b"<",
        b"<a/><b/>",
        b"x<a/>",
        b"<?xml version='1.0' encoding='x-none'?><a/>",
        b"<?xml version='1.0' encoding='shift_jis'?><a/>",
    ],
)
def test_what_is_no_whole_xml_is_broken(part):
    assert why(with_part(xlsx(["a"]), "xl/extra.xml", part)) == Reason.BROKEN


def test_a_declaration_of_entities_is_refused():
    part = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    assert why(with_part(xlsx(["a"]), "xl/extra.xml", part)) == Reason.ACTIVE
