"""Fixed windows: a rule of month and day as it falls year by year, moved off days that are no working days."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.calendar import FOREVER, SINCE_LONG
from vaxel.calendar.domain.days import is_working_day
from vaxel.calendar.domain.windows import Spell, Window, WindowError, month_day, spells

DAY = dt.date.fromisoformat


def window(first, last, valid_from=SINCE_LONG, valid_to=FOREVER):
    return Window("Redovisning", month_day(first), month_day(last), valid_from, valid_to)


@pytest.mark.parametrize(
    ("first", "last", "year", "falls"),
    [
        ("02-15", "02-15", 2027, ("2027-02-15", "2027-02-15")),  # a Monday
        ("02-15", "02-15", 2026, ("2026-02-16", "2026-02-16")),  # a Sunday
        (
            "01-01",
            "01-31",
            2027,
            ("2027-01-04", "2027-02-01"),
        ),  # New Year's Day and a Friday before a weekend; a Sunday
        ("06-01", "06-06", 2025, ("2025-06-02", "2025-06-09")),  # the national day, Pentecost after it
        ("02-29", "02-29", 2027, ("2027-03-01", "2027-03-01")),  # the last of February, a Sunday
        ("12-15", "01-15", 2026, ("2026-12-15", "2027-01-15")),  # over New Year
    ],
)
def test_table(first, last, year, falls):
    (spell,) = spells([window(first, last)], dt.date(year, 6, 1), dt.date(year, 6, 1)) or spells(
        [window(first, last)], DAY(falls[0]), DAY(falls[0])
    )
    assert (spell.first, spell.last) == tuple(map(DAY, falls))


def test_what_runs_over_new_year_is_found_from_its_end():
    assert len(spells([window("12-15", "01-15")], DAY("2027-01-10"), DAY("2027-01-12"))) == 1


def test_a_window_holds_from_and_to():
    dated = window("03-01", "03-31", DAY("2021-01-01"), DAY("2023-01-01"))
    found = spells([dated], DAY("2019-01-01"), DAY("2026-01-01"))
    assert [spell.first.year for spell in found] == [2021, 2022]


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "years"),
    [
        ("2021-03-01", "2022-03-01", [2021]),
        ("2021-03-02", "2022-03-02", [2022]),
    ],
)
def test_a_window_holds_from_its_first_day_and_not_on_the_day_it_is_no_longer_valid(valid_from, valid_to, years):
    found = spells([window("03-01", "03-31", DAY(valid_from), DAY(valid_to))], DAY("2019-01-01"), DAY("2026-01-01"))
    assert [spell.first.year for spell in found] == years


def test_a_spell_says_which_window_it_is_and_where_that_is_written():
    said = Window("Slutredovisning", (1, 1), (1, 31), SINCE_LONG, FOREVER, "Överenskommelsen 2026, 4 §")
    (spell,) = spells([said], DAY("2027-01-15"), DAY("2027-01-15"))
    assert spell == Spell("Slutredovisning", DAY("2027-01-04"), DAY("2027-02-01"), said.source)


def test_spells_come_by_first_day_then_last_day_then_name():
    rules = [
        ("Uppföljning", "03-02", "03-03"),
        ("Ansökan", "03-01", "03-05"),
        ("Rekvisition", "03-01", "03-03"),
        ("Budget", "03-01", "03-03"),
    ]
    windows = [Window(name, month_day(first), month_day(last), SINCE_LONG, FOREVER) for name, first, last in rules]
    found = spells(windows, DAY("2027-03-01"), DAY("2027-03-31"))
    assert [spell.name for spell in found] == ["Budget", "Rekvisition", "Ansökan", "Uppföljning"]


@pytest.mark.parametrize("text", ["", "1-31", "13-01", "02-30", "01/31", "0131", "01-00", "aa-bb", "٠١-٣١"])
def test_no_day_of_the_year(text):
    with pytest.raises(WindowError):
        month_day(text)


days = st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31))


@given(days, days, st.integers(2000, 2050))
def test_both_ends_are_working_days_in_order(first, last, year):
    rule = window(f"{first:%m-%d}", f"{last:%m-%d}")
    found = spells([rule], dt.date(year, 1, 1), dt.date(year, 12, 31))
    assert found
    assert all(is_working_day(s.first) and is_working_day(s.last) and s.first <= s.last for s in found)
