"""How people write numbers, money and dates, and what is read."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.rounds.domain import written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("712500", 712500),
        ("712 500", 712500),
        ("712\u00a0500", 712500),
        ("712\u202f500", 712500),
        ("1,5", Fraction(3, 2)),
        ("1.5", Fraction(3, 2)),
        ("1.25", Fraction(5, 4)),
        ("-3", -3),
        ("−3", -3),
        ("–3", -3),
        ("999 999 999 999 999", 10**15 - 1),  # fifteen digits
        ("0", 0),
        ("0.125", Fraction(1, 8)),  # a group of thousands never starts with a nought
    ],
)
def test_numbers(text, value):
    assert written.number(text) == value


def test_the_unit_may_be_written_after():
    assert written.number("12,5 %", unit="%") == Fraction(25, 2)
    assert written.number("3 Årsarbetare", unit="årsarbetare") == 3


@pytest.mark.parametrize("text", ["1.500", "712.500", "1.234.567", "712,500", "1,234,567"])
def test_a_dot_or_comma_before_three_digits_is_asked_about(text):
    with pytest.raises(written.WrittenError, match="två sätt"):
        written.number(text)


def test_three_decimals_are_no_doubt_where_they_are_asked_for():
    assert written.number("1.500", decimals=3) == Fraction(3, 2)


@pytest.mark.parametrize("text", ["", "tolv", "1,2,3", "1e9", "0x10", "٣", "--1", "1 5 a", "nan", "inf"])
def test_no_number(text):
    with pytest.raises(written.WrittenError, match="inget tal"):
        written.number(text)


def test_a_number_of_a_hundred_digits_is_refused():
    with pytest.raises(written.WrittenError, match="för många siffror"):
        written.number("9" * 100)
    with pytest.raises(written.WrittenError, match="högst 15"):
        written.number("1" + "0" * 15)


@pytest.mark.parametrize(
    ("text", "ore"),
    [
        ("712 500", 71_250_000),
        ("712 500 kr", 71_250_000),
        ("712500 kronor", 71_250_000),
        ("712 500:-", 71_250_000),
        ("712 500 SEK", 71_250_000),
        ("712 500\n", 71_250_000),
        ("712\n500 kr", 71_250_000),  # two lines of a cell
        ("99,50", 9950),
        ("712,5 tkr", 71_250_000),
        ("1,2 Mkr", 120_000_000),
        ("1,2 mnkr.", 120_000_000),
    ],
)
def test_money_is_whole_ore(text, ore):
    assert written.ore(text) == ore


@pytest.mark.parametrize("text", ["0,005", "1 dollar", "kr", "1.500", ""])
def test_no_money(text):
    with pytest.raises(written.WrittenError):
        written.ore(text)


def test_money_keeps_to_what_every_reader_can_hold():
    """Fifteen digits of öre: more would be another number to whoever reads it as a float."""
    assert written.ore("9 999 999 999 999,99") == 10**15 - 1
    for text in ("10 000 000 000 000", "-10 000 000 mkr", "999 999 999 999 999"):
        with pytest.raises(written.WrittenError, match="högst 13"):
            written.ore(text)


@pytest.mark.parametrize(
    "text",
    [
        "2020-01-31",
        "20200131",
        "31 januari 2020",
        "31 January 2020",
        "den 31 januari 2020",
        "31 jan. 2020",
        "31/1 2020",
        "31.1.2020",
    ],
)
def test_dates(text):
    assert written.date(text) == dt.date(2020, 1, 31)


MONTHS = [
    "januari january jan jan.",
    "februari february feb feb.",
    "mars march mar mar.",
    "april apr apr.",
    "maj may maj. may.",
    "juni june jun jun.",
    "juli july jul jul.",
    "augusti august aug aug.",
    "september sep sept sept.",
    "oktober october okt oct.",
    "november nov nov.",
    "december dec dec.",
]


@pytest.mark.parametrize(("month", "words"), list(enumerate(MONTHS, 1)))
def test_the_months_in_both_languages(month, words):
    for word in words.split():
        assert written.date(f"3 {word} 2020") == written.date(f"3/{month} 2020") == dt.date(2020, month, 3)


@pytest.mark.parametrize(
    ("text", "says"), [("31/1", "inget datum"), ("1/2/20", "inget datum"), ("31 februari 2020", "almanackan")]
)
def test_a_doubtful_date_is_refused(text, says):
    with pytest.raises(written.WrittenError, match=says):
        written.date(text)


@given(st.integers(-(10**12), 10**12))
def test_money_survives_being_written_as_swedes_do(ore):
    kronor, rest = divmod(abs(ore), 100)
    text = f"{'-' if ore < 0 else ''}{kronor:,},{rest:02d} kr".replace(",", "\u00a0", f"{kronor:,}".count(","))
    assert written.ore(text) == ore


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_in_words(text):
    for read in (written.number, written.ore, written.date):
        try:
            read(text)
        except written.WrittenError as error:
            assert str(error.sentence)
