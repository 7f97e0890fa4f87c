"""An old table pasted from a sheet, and which rounding it used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.funding.domain.old_table import Method, rounding_used
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
