import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.calendar.domain.parse import NoDate, Why, parse_day
from vaxel.calendar.domain.phrases import day_long, day_of_month, day_short

TODAY = dt.date(2026, 11, 23)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))

WRITTEN = {
    "2026-12-01": "2026-12-01",
    "20261201": "2026-12-01",
    "1/12": "2026-12-01",
    "1/12 2026": "2026-12-01",
    "1.12.2026": "2026-12-01",
    "1/12-26": "2026-12-01",
    "1 dec": "2026-12-01",
    "1 DEC.": "2026-12-01",
    "den 1 december": "2026-12-01",
    "den 1:a december 2026": "2026-12-01",
    "  1   december 2026 ": "2026-12-01",
    "fre 4 dec": "2026-12-04",
    "fredagen den 4 december": "2026-12-04",
    "fredag den 4 december 2026": "2026-12-04",
    "tors 3 sept 2026": "2026-09-03",
    "31 januari": "2027-01-31",
    "23/11": "2026-11-23",
    "22/11": "2027-11-22",
    "29 feb": "2028-02-29",
    "i morgon": "2026-11-24",
    "1 March 2027": "2027-03-01",
    "Friday 4 December": "2026-12-04",
}


@pytest.mark.parametrize(("text", "day"), WRITTEN.items())
def test_dates_as_people_write_them(text, day):
    assert parse_day(text, TODAY) == dt.date.fromisoformat(day)


MONTHS = {
    1: ("januari", "january", "jan"),
    2: ("februari", "february", "feb"),
    3: ("mars", "march", "mar"),
    4: ("april", "apr"),
    5: ("maj", "may"),
    6: ("juni", "june", "jun"),
    7: ("juli", "july", "jul"),
    8: ("augusti", "august", "aug"),
    9: ("september", "sept", "sep"),
    10: ("oktober", "october", "okt", "oct"),
    11: ("november", "nov"),
    12: ("december", "dec"),
}


@pytest.mark.parametrize(("month", "word"), [(month, word) for month, words in MONTHS.items() for word in words])
def test_every_month_is_known_in_both_languages(month, word):
    assert parse_day(f"7 {word} 2027", TODAY) == dt.date(2027, month, 7)


WEEKDAYS = {
    1: ("måndag", "mandag", "måndagen", "monday", "mån", "mon"),
    2: ("tisdag", "tuesday", "tis", "tue"),
    3: ("onsdag", "wednesday", "ons", "wed"),
    4: ("torsdag", "thursday", "tors", "thu"),
    5: ("fredag", "friday", "fre", "fri"),
    6: ("lördag", "lordag", "lördagen", "saturday", "lör", "sat"),
    7: ("söndag", "sondag", "söndagen", "sunday", "sön", "sun"),
}


@pytest.mark.parametrize(("day", "word"), [(day, word) for day, words in WEEKDAYS.items() for word in words])
def test_every_weekday_is_known_in_both_languages(day, word):
    assert parse_day(f"{word} {day} februari 2027", TODAY) == dt.date(2027, 2, day)


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("i dag", 0),
        ("idag", 0),
        ("today", 0),
        ("i morgon", 1),
        ("imorgon", 1),
        ("Tomorrow", 1),
        ("i övermorgon", 2),
    ],
)
def test_days_close_by_are_known_by_name(text, ahead):
    assert parse_day(text, TODAY) == TODAY + dt.timedelta(days=ahead)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Why.UNREADABLE),
        ("snart", Why.UNREADABLE),
        ("1 ma", Why.UNREADABLE),
        ("1 ju 2026", Why.UNREADABLE),
        ("31/2", Why.NO_SUCH_DAY),
        ("2026-13-01", Why.NO_SUCH_DAY),
        ("29 februari 2027", Why.NO_SUCH_DAY),
        ("0000-01-01", Why.NO_SUCH_DAY),
        ("måndag 4 dec", Why.OTHER_WEEKDAY),
        ("hej 4 dec", Why.UNREADABLE),
    ],
)
def test_what_is_no_date_says_why(text, why):
    with pytest.raises(NoDate) as no:
        parse_day(text, TODAY)
    assert no.value.why == why


@given(DAYS, st.sampled_from(["sv", "en"]))
def test_every_date_we_print_can_be_typed_back(day, language):
    assert parse_day(day.isoformat(), TODAY) == day
    assert parse_day(day_long(day, language), TODAY) == day
    assert parse_day(day_of_month(day, language), TODAY) == day
    assert parse_day(f"{day.day}/{day.month} {day.year}", TODAY) == day


@given(st.dates(TODAY, TODAY + dt.timedelta(days=364)))
def test_without_a_year_it_is_the_nearest_coming_day(day):
    assert parse_day(day_short(day), TODAY) == day


@given(st.text(max_size=40))
def test_no_text_makes_it_stumble(text):
    with suppress(NoDate):
        assert isinstance(parse_day(text, TODAY), dt.date)
