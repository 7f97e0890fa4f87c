"""Vouchers as SIE 4i, read back by a strict reader: Swedish letters whole, sums nought, nothing lost unsaid."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.funding.documents.sie import Books, Row, SieError, Voucher, amount, sie_file
from vaxel.funding.documents.tests.sie_reader import read
from vaxel.funding.domain.sie_text import TABLE, as_sie

DAY = dt.date(2020, 5, 4)


def voucher(*rows, text="Rekvisition"):
    return Voucher(DAY, text, rows)


def books(*vouchers, **more):
    return Books("Ånge kommun", "212000-2387", DAY, "1.0", vouchers, **more)


PAID = voucher(Row("1510", 94_112_00, "Psykisk hälsa", project="5012"), Row("3511", -94_112_00, "ÖK 2020"))


def test_the_file_says_who_when_and_that_it_is_from_a_subsystem():
    found = read(sie_file(books(PAID, projects=(("5012", "Överenskommelse psykisk hälsa"),))))
    assert found.order == [
        "#FLAGGA",
        "#PROGRAM",
        "#FORMAT",
        "#GEN",
        "#SIETYP",
        "#ORGNR",
        "#FNAMN",
        "#DIM",
        "#OBJEKT",
        "#VER",
    ]
    assert found.head["#FNAMN"] == ["Ånge kommun"]
    assert found.head["#ORGNR"] == ["212000-2387"]
    assert found.head["#GEN"] == ["20200504"]
    assert found.projects == {"5012": "Överenskommelse psykisk hälsa"}


def test_swedish_letters_come_back_whole():
    [(_series, _number, day, text, rows)] = read(
        sie_file(books(replace(PAID, text="Åt räksmörgåsen, é och ü")))
    ).vouchers
    assert day == DAY
    assert text == "Åt räksmörgåsen, é och ü"
    assert rows == [
        ("1510", 94_112_00, "Psykisk hälsa", ["6", "5012"]),
        ("3511", -94_112_00, "ÖK 2020", []),
    ]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("2017–2018 — 5 €", "2017-2018 - 5 EUR"),
        ("”Citat” och “så”", '"Citat" och "så"'),
        ('Ett "citat" och en \\', 'Ett "citat" och en /'),
        ("Dállu, Čohkiras, ruŋgu", "Dállu, Cohkiras, rungu"),
        ("5\xa0000\u202fkr\r\noch\tsedan", "5 000 kr och sedan"),
        ("A\u030angström 3 ₿", "Ångström 3 [U+20BF]"),
        ("漢 5½ ²", "[U+6F22] 5½ ²"),
    ],
)
def test_what_cp437_does_not_hold_is_exchanged_by_a_table(text, read_as):
    assert read(sie_file(books(replace(PAID, text=text)))).vouchers[0][3] == read_as


def test_every_exchange_can_itself_be_written():
    for letter, instead in TABLE.items():
        assert as_sie(f"a{instead}b").encode("cp437"), letter


@given(st.text(), st.lists(st.tuples(st.integers(-(10**14), 10**14), st.text()), min_size=1, max_size=6))
def test_whatever_is_written_is_read_back(text, parts):
    rows = [Row(f"{4000 + place}", ore, words) for place, (ore, words) in enumerate(parts)]
    rows.append(Row("1930", -sum(row.amount_ore for row in rows)))
    [(_s, _n, _day, said, found)] = read(sie_file(books(voucher(*rows, text=text)))).vouchers
    assert said == as_sie(text)
    assert found == [(row.account, row.amount_ore, as_sie(row.text), []) for row in rows]


@given(st.text())
def test_text_that_has_been_exchanged_stays_as_it_is(text):
    once = as_sie(text)
    assert as_sie(once) == once
    assert once.encode("cp437").decode("cp437") == once


def test_a_voucher_that_does_not_sum_to_nought_is_refused():
    with pytest.raises(SieError, match="Rekvisition är inte i balans: det skiljer 0,01 kr"):
        sie_file(books(PAID, voucher(Row("1510", 101), Row("3511", -100))))


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ([], "inget att bokföra"),
        ([voucher(Row("1510", 0))], "bara en rad"),
        ([voucher(Row("15 10", 1), Row("3511", -1))], "inget konto"),
        ([voucher(Row('1"', 1), Row("3511", -1))], "inget konto"),
    ],
)
def test_what_cannot_be_posted_is_refused_in_a_sentence(bad, says):
    with pytest.raises(SieError, match=says):
        sie_file(books(*bad))


@given(st.integers(-(10**15), 10**15))
def test_amounts_have_two_decimals_and_lose_nothing(ore):
    assert int(amount(ore).replace(".", "")) == ore
