"""The table that is downloaded says what the receipt says: S3's rows to the öre, each difference by name, the digest."""

import csv
import datetime as dt
import io
from decimal import Decimal

from openpyxl import load_workbook

from vaxel.files.domain.export import csv_bytes
from vaxel.files.domain.workbook import xlsx_bytes
from vaxel.funding.documents.allocation_table import sheets, table
from vaxel.funding.domain.allocation import allocate
from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.receipt import receipt
from vaxel.funding.domain.terms import Allocation, Receivers, Rounding, StreamTerms, Terms

DAY = dt.date(2019, 11, 1)
TERMS = Terms(
    "Psykisk hälsa",
    2020,
    (
        StreamTerms("plan", "=Handlingsplaner", 200_000_000_00, Receivers.MUNICIPALITY, Allocation.POPULATION, DAY),
        StreamTerms("kunskap", "Kunskap", 100_000_000_00, Receivers.MUNICIPALITY, Allocation.POPULATION, DAY),
        StreamTerms("lan", "Suicidprevention", 200_000_000_00, Receivers.COUNTY, Allocation.POPULATION, DAY),
    ),
    Rounding.NEAREST,
)
AREAS = [
    Area("country", "00", "Sverige", DAY, 10_319_473),
    Area("municipality", "2062", "Mora", DAY, 20_414, "20"),
    Area("municipality", "2034", "Orsa", DAY, 6_920, "20"),
    Area("county", "20", "Dalarna", DAY, 287_795),
]
RECEIPT = receipt(TERMS, AREAS, allocate(TERMS, AREAS))


def say(text):
    return text


def read():
    head, rows = table(RECEIPT.outputs, RECEIPT.sha256, say)
    return list(csv.reader(io.StringIO(csv_bytes(head, rows).decode("utf-8-sig")), delimiter=";"))


def row(name):
    return next(one for one in read() if one[2] == name)


def test_a_row_says_what_s3_says():
    assert row("Mora")[3:] == ["395640,36", "197820,18", "", "593460,54", "593461"]
    assert row("Dalarna")[3:5] == ["", ""]


def test_columns_sum_and_every_difference_has_a_name():
    rows = read()
    place = {one[0]: one for one in rows}
    for column in (3, 4, 5):
        shown = sum(Decimal(one[column].replace(",", ".")) for one in rows[1:4] if one[column])
        assert place["summa"][column] == str(shown).replace(".", ",")
        off = sum(Decimal(one[column].replace(",", ".")) for one in rows if one[0] == "skillnad" and one[column])
        assert Decimal(place["pott"][column].replace(",", ".")) == shown + off
    assert all(one[2] for one in rows if one[0] == "skillnad")
    assert place["kvitto"][2] == f"SHA-256 {RECEIPT.sha256}"


def test_no_heading_runs():
    assert read()[0][3] == "'=Handlingsplaner"


def test_in_the_workbook_amounts_are_numbers_and_the_receivers_stand_alone():
    book = load_workbook(io.BytesIO(xlsx_bytes(sheets(RECEIPT.outputs, RECEIPT.sha256, say, "Fördelning"))))
    first = list(book["Fördelning"].iter_rows(values_only=True))
    assert len(first) == 4
    assert first[2][:5] == ("municipality", "2062", "Mora", 395640.36, 197820.18)
    assert book["Fördelning"]["D1"].value == "=Handlingsplaner"
    assert book["Fördelning"]["D1"].data_type == "s"
    assert f"SHA-256 {RECEIPT.sha256}" in [one[2] for one in book["Summor och skillnader"].iter_rows(values_only=True)]
