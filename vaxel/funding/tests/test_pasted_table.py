"""An old table pasted from a sheet, and which rounding it used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.funding.domain.old_table import Method, OldRow, OldTable, rounding_used
from vaxel.funding.domain.pasted_table import pasted_table
from vaxel.funding.domain.terms import TermsError

S3 = """Kommun\tHandlingsplaner\tKunskapsbaserad\tUtbetalning
2021\tVansbro\t131 634,63\t65 817,31\t197 452
2034\tOrsa\t134 115,38 kr\t67 057,69\t201 173
Mora\t395 640,36\t197 820,18\t593 461 kr
Summa\t661 390,37\t330 695,18\t992 086"""


def test_s3s_own_rows():
    table = pasted_table(S3)
    assert [row.name for row in table.rows] == ["Vansbro", "Orsa", "Mora"]
    assert table.rows[1].shares_ore == (13_411_538, 6_705_769)
    assert rounding_used(table).methods == (Method.ROW_ONCE,)


def test_the_pots_are_not_told():
    assert pasted_table("Falun\t0\t0\t1") == OldTable((0, 0), (OldRow("Falun", "Falun", (0, 0), 100),))


@pytest.mark.parametrize("word", ["Summa", "TOTALT", "Hela riket", "alla"])
def test_a_sum_of_all_is_no_row(word):
    assert [row.name for row in pasted_table(f"Falun\t1\t1\n{word}\t1\t1").rows] == ["Falun"]
    assert [row.name for row in pasted_table(f"Falun\t1\t1\n00\t{word}\t1\t1").rows] == ["Falun"]


@pytest.mark.parametrize(
    ("line", "code", "name"),
    [
        ("2080\tFalun\t1\t2", "2080", "Falun"),
        ("Falun;2080;W;1;2", "2080", "Falun"),
        ("\tFalun\t1\t2", "Falun", "Falun"),
        ("2080\t1\t2", "2080", "2080"),
        ("\n\n\t1\t2", "3", "3"),
        ("2080\tFalun\t\t2 kr", "2080", "Falun"),
        ("x" * 61 + "\t1\t2", "x" * 61, "x" * 60 + "…"),
    ],
)
def test_who_is_a_code_or_a_name_or_else_the_line(line, code, name):
    (row,) = pasted_table(line).rows
    assert (row.code, row.name) == (code, name)


@pytest.mark.parametrize(
    ("cells", "shares", "paid"),
    [
        ("1\t2", (100,), 200),
        ("\t2", (0,), 200),
        ("0\t0,01", (0,), 1),
        ("1 kr;2 KRONOR;3 tkr.;4 mkr;5 mnkr", (100, 200, 3_000_00, 4_000_000_00), 5_000_000_00),
        ("1\t2\t", (100, 200), 0),
    ],
)
def test_sums_as_they_are_written(cells, shares, paid):
    (row,) = pasted_table(f"Falun\t{cells}").rows
    assert (row.shares_ore, row.payout_ore) == (shares, paid)


def test_a_heading_and_a_thousand_rows_are_read_and_more_are_refused():
    heading, row = "Kommun\tDel\tUt\n", "Falun\t1\t1\n"
    assert len(pasted_table(heading + row * 1000).rows) == 1000
    with pytest.raises(TermsError, match="fler än 1000 rader"):
        pasted_table(heading + row * 1001)


def test_empty_lines_and_headings_are_passed_over():
    assert [row.name for row in pasted_table("\n\t\nKommun\tDel\tUt\n ; \nFalun\t1\t1\n\n").rows] == ["Falun"]
    assert [row.name for row in pasted_table("Kommun\tTkr\tkr\nFalun\t1\t1").rows] == ["Falun"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "minst en rad"),
        ("Falun", "minst en rad"),
        ("Falun\t1", "Rad 1"),
        ("Falun\t1\t1\nMora\t1", "Rad 2"),
        ("Falun\t1\t1\nMora\t1\t2\t3", "lika många delar"),
        ("Falun\t1\t-1", "mindre än noll"),
        ("Falun\t1.500\t1", "inget belopp"),
        ("Falun\t1\t1\n\nMora\tx1x\t1\t-0,01", "Rad 3: ett belopp kan inte vara mindre än noll"),
        ("Kommun\t1\n", "Rad 1: skriv namn, minst en del"),
        ("Kommun\nMora", "Rad 2: skriv namn, minst en del"),
    ],
)
def test_what_cannot_be_read_says_which_line(text, said):
    with pytest.raises(TermsError, match=said):
        pasted_table(text)


@given(st.text(max_size=150))
def test_whatever_is_pasted_is_read_or_refused(text):
    try:
        assert rounding_used(pasted_table(text))
    except TermsError as no:
        assert str(no.sentence)
