import csv
import datetime as dt
import io
import json
import time
import zipfile
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from vaxel.files.domain.export import csv_bytes, json_bytes
from vaxel.files.domain.guarding import LIVE, guard, printable, unguard
from vaxel.files.domain.workbook import Sheet, xlsx_bytes

NASTY = st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\n", "＝", " =", "'", ";", '"', "cmd|' /C calc'!A0", "å"])
TEXTS = st.lists(NASTY | st.text(max_size=5), max_size=6).map("".join)
FORMULAS = ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", " =1+1", '=HYPERLINK("http://x")', "＝1+1", "\n=1"]


@settings(max_examples=2000)
@given(TEXTS)
def test_no_guarded_text_begins_a_formula(text):
    assert not LIVE.match(guard(text))
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("formula", FORMULAS)
def test_each_known_beginning_is_guarded(formula):
    assert guard(formula) == "'" + formula


@pytest.mark.parametrize("text", ["Åre", "a=b", "5", "", "'citat'", "a-b"])
def test_ordinary_text_is_left_alone(text):
    assert guard(text) == text


@settings(max_examples=1000)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_no_cell_of_a_csv_begins_a_formula(rows):
    text = csv_bytes(("=kod", "namn"), rows).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=";"):
        assert not any(LIVE.match(cell) for cell in row)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_no_cell_of_a_workbook_is_a_formula(rows):
    content = xlsx_bytes([Sheet("=1+1", ("=kod", "namn"), rows)])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    page = load_workbook(io.BytesIO(content)).active
    assert not any(cell.data_type == "f" for row in page.iter_rows() for cell in row)


def test_csv_as_excel_in_swedish_wants_it():
    at = dt.datetime(2026, 7, 1, 21, 30, tzinfo=dt.UTC)
    row = ("Åre", 5, -5, 0.5, Decimal("1.25"), True, None, dt.date(2026, 12, 1), at)
    assert csv_bytes(["a"], [row]) == "\ufeffa\r\nÅre;5;-5;0,5;1,25;ja;;2026-12-01;2026-07-01 23:30\r\n".encode()


def test_a_workbook_keeps_numbers_and_days_as_such():
    at = dt.datetime(2026, 7, 1, 21, 30, tzinfo=dt.UTC)
    rows = [("0114", 5, Decimal("1.25"), dt.date(2026, 12, 1), at, True, None)]
    page = load_workbook(io.BytesIO(xlsx_bytes([Sheet("Svar: 2019/20", list("abcdefg"), rows)]))).active
    assert page.title == "Svar  2019 20"
    values = [cell.value for cell in page[2]]
    assert values[:3] == ["0114", 5, 1.25]
    assert (values[3].date(), values[4], values[5]) == (dt.date(2026, 12, 1), dt.datetime(2026, 7, 1, 23, 30), "ja")  # noqa: DTZ001


def test_text_that_looks_like_a_formula_stays_text_when_edited():
    page = load_workbook(io.BytesIO(xlsx_bytes([Sheet("A", ["a"], [["=1+1"]])]))).active
    assert page["A2"].value == "=1+1"
    assert page["A2"].quotePrefix


def test_what_xml_cannot_hold_is_left_out_and_what_is_too_long_cut():
    page = load_workbook(io.BytesIO(xlsx_bytes([Sheet("", ["a"], [["x\x00\x0by"], ["z" * 40_000]])]))).active
    assert page["A2"].value == "xy"
    assert len(page["A3"].value) == 32_767


def test_json_is_a_list_of_objects():
    rows = [("Åre", 5, Decimal("0.1"), dt.date(2026, 12, 1))]
    assert json.loads(json_bytes(("namn", "antal", "andel", "dag"), rows)) == [
        {"namn": "Åre", "antal": 5, "andel": "0.1", "dag": "2026-12-01"}
    ]


def test_json_is_readable_as_it_stands():
    at = dt.datetime(2026, 7, 1, 21, 30, tzinfo=dt.UTC)
    content = json_bytes(("namn", "när"), [("Åre", at)])
    assert content.decode() == '[\n {\n  "namn": "Åre",\n  "när": "2026-07-01T21:30:00+00:00"\n }\n]'


def test_a_row_that_does_not_fit_its_header_is_never_cut():
    with pytest.raises(ValueError, match="longer"):
        json_bytes(("namn",), [("Åre", 5)])


@pytest.mark.parametrize("form", [csv_bytes, json_bytes])
def test_half_a_letter_does_not_stop_the_file(form):
    assert b"a?b" in form(("namn",), [("a\ud800b",)])


def test_a_csv_guards_text_and_says_no():
    assert csv_bytes(["a"], [["=1+1", False, "Åre;\n"]]) == '\ufeffa\r\n\'=1+1;nej;"Åre;\n"\r\n'.encode()


def test_a_time_without_a_zone_is_taken_as_it_stands(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        content = csv_bytes(["a"], [[dt.datetime(2026, 12, 1, 9, 14)]])  # noqa: DTZ001
    finally:
        monkeypatch.undo()
        time.tzset()
    assert content.endswith(b"2026-12-01 09:14\r\n")


def test_a_cell_holds_no_more_than_excel_shows():
    assert printable("x" * 32_768) == "x" * 32_767
    assert printable("a\x00b\x0bc\ud800d\uffffe\tf\n") == "abcde\tf\n"
