"""A published table out of CSV: its amounts beside the exact shares, or the row that cannot be read is told."""

import re
from fractions import Fraction

import pytest

from vaxel.funding.domain.allocation import allocate
from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.old_table import OldRow, OldTable
from vaxel.funding.domain.published_file import read_published
from vaxel.funding.domain.terms import Allocation, Receivers, Rounding, Terms, TermsError
from vaxel.funding.tests.test_golden import DAY, stream

A, B = Area("municipality", "0114", "Upplands Väsby", DAY, 10), Area("municipality", "0115", "Vallentuna", DAY, 20)
REGION, COUNTY = Area("region", "20", "Region Dalarna", DAY, 30), Area("county", "20", "Dalarnas län", DAY, 30)
STREAMS = (
    stream("atgard", 100),
    stream("stod", 30, allocation=Allocation.EQUAL),
    stream("lan", 50, Receivers.COUNTY, Allocation.EQUAL),
    stream("region", 70, Receivers.REGION, Allocation.EQUAL),
)
TERMS = Terms("ÖK", 2020, STREAMS, Rounding.NEAREST, unit_ore=1000)
NOUGHT = Fraction(0)
POTS = (100_00, 30_00, 50_00, 70_00)


def published(text, terms=TERMS):
    return read_published(text, "t.csv", terms, allocate(terms, [A, B, REGION, COUNTY]))


def refusal(text):
    with pytest.raises(TermsError) as no:
        published(text)
    return str(no.value)


def test_each_row_is_what_was_shown_and_the_exact_shares_of_the_agreement():
    text = (
        "slag,mottagare,kod,atgard,stod,lan,region,utbetalning\n"
        "municipality,Väsby kommun,0114,33.33,15,,,50\n"
        "\n"
        "municipality,Summa,,1,1,1,1,1\n"
        "county,,20,,,50,,50\n"
        "region,Region Dalarna,20,,,,70,70\n"
    )
    assert published(text) == OldTable(
        POTS,
        (
            OldRow("0114", "Väsby kommun", (33_33, 15_00, 0, 0), 50_00, (Fraction(10_000, 3), Fraction(1500), NOUGHT, NOUGHT)),
            OldRow("20", "20", (0, 0, 50_00, 0), 50_00, (NOUGHT, NOUGHT, Fraction(5000), NOUGHT)),
            OldRow("20", "Region Dalarna", (0, 0, 0, 70_00), 70_00, (NOUGHT, NOUGHT, NOUGHT, Fraction(7000))),
        ),
        1000,
    )  # fmt: skip


HEADER = "kod;atgard;stod;lan;region;utbetalning"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_neither_kind_nor_name_is_needed_where_the_code_tells(end):
    table = published(end.join([HEADER, " 0115 ;66,67;15;;;82", ""]))
    assert [(row.code, row.name, row.payout_ore) for row in table.rows] == [("0115", "0115", 82_00)]


def test_a_row_cut_short_has_nothing_more_and_one_without_code_is_passed_over():
    assert published("atgard;stod;lan;region;utbetalning;kod\n1;2\n").rows == ()
    (row,) = published(f"{HEADER}\n0115;66,67\n").rows
    assert (row.shares_ore, row.payout_ore) == ((66_67, 0, 0, 0), 0)


def test_a_name_is_no_longer_than_a_sentence_can_bear():
    text = f"mottagare;{HEADER}\n{'x' * 61};0115;;;;;1\n"
    assert published(text).rows[0].name == "x" * 60 + "…"


@pytest.mark.parametrize(
    ("written", "ore"),
    [
        ("", 0), ("0", 0), ("kr", 0), ("131 634,63", 131_634_63), ("131\xa0634.63 kr", 131_634_63), ("12,5", 12_50),
        ("12,05kr", 12_05), ("007", 7_00), ("9" * 15 + ",99", 10**17 - 1),
    ],
)  # fmt: skip
def test_an_amount_as_it_is_written(written, ore):
    assert published(f"{HEADER}\n0115;{written};;;;\n").rows[0].shares_ore[0] == ore
    assert published(f"{HEADER}\n0115;;;;;{written}\n").rows[0].payout_ore == ore


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("x", "x"), ("-5", "-5"), ("1,234", "1,234"), ("1.234,50", "1.234,50"), ("kr 5", "kr 5"), ("٣", "٣"),
        ("1" + "0" * 15, "1" + "0" * 15), ("y" * 61, "y" * 60 + "…"),
    ],
)  # fmt: skip
def test_what_is_no_amount_is_told_with_its_row(written, said):
    assert refusal(f"{HEADER}\n\n0115;;;;;{written}\n") == f"t.csv rad 3: ”{said}” är inget belopp i kronor."
    assert refusal(f"{HEADER}\n0115;{written};;;;1\n") == f"t.csv rad 2: ”{said}” är inget belopp i kronor."


@pytest.mark.parametrize("column", ["kod", "atgard", "stod", "lan", "region", "utbetalning"])
def test_every_column_is_needed(column):
    assert refusal(f"{HEADER}\n".replace(column, "x")) == (
        f"t.csv: kolumnen {column} saknas; rubrikraden ska ha kod, en kolumn per inriktning och utbetalning."
    )


def test_an_empty_file_lacks_its_columns():
    assert refusal("").startswith("t.csv: kolumnen kod saknas;")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (";20;;;;;1", "t.csv rad 2: 20 är både region och län, skriv vilken i kolumnen slag."),
        (
            "municipality;20;;;;;1",
            "t.csv rad 2: 20 är ingen mottagare enligt överenskommelsen och folkmängderna.",
        ),
        (";0116;;;;;1", "t.csv rad 2: 0116 är ingen mottagare enligt överenskommelsen och folkmängderna."),
        (
            f";{'z' * 61};;;;;1",
            f"t.csv rad 2: {'z' * 60}… är ingen mottagare enligt överenskommelsen och folkmängderna.",
        ),
    ],
)
def test_a_code_that_is_nobody_or_two(row, said):
    assert refusal(f"slag;{HEADER}\n{row}\n") == said


def test_what_csv_cannot_read_is_told():
    said = refusal(f"{HEADER}\n0115;;;;;1\n0114;{'1' * 200_000};;;;1\n")
    assert re.fullmatch(r"t\.csv rad \d+ går inte att läsa: kontrollera citattecken och skiljetecken\.", said)


@pytest.mark.parametrize("line", [1, 2, 3, 5])
def test_the_line_that_csv_cannot_read_is_named(line):
    rows = ["kod,atgard,stod,lan,region,utbetalning", *("0114,1,1,,,1" for _ in range(5))]
    rows[line - 1] = "x" * 131_073 + rows[line - 1]
    assert refusal("\n".join(rows)).startswith(f"t.csv rad {line} går inte att läsa")
