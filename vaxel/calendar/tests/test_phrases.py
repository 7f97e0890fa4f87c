import datetime as dt

import pytest
import time_machine
from django.template import Context, Template
from django.utils.translation import override

from vaxel.calendar.domain import phrases

FRIDAY = dt.date(2020, 1, 31)
MORNING = dt.datetime(2020, 1, 31, 8, 14, tzinfo=dt.UTC)


def test_days_as_swedes_and_the_english_write_them():
    assert phrases.day_long(FRIDAY) == "fredag 31 januari 2020"
    assert phrases.day_long(FRIDAY, "en") == "Friday 31 January 2020"
    assert phrases.day_short(FRIDAY) == "fre 31 jan"
    assert phrases.day_short(dt.date(2020, 9, 3)) == "tors 3 sep"
    assert phrases.day_of_month(FRIDAY) == "31 januari 2020"
    assert phrases.month(FRIDAY) == "januari 2020"
    assert phrases.week(FRIDAY) == "v. 5"
    assert phrases.days(1) == "1 dag"
    assert phrases.week(FRIDAY, "en") == "wk 5"
    assert phrases.days(11) == "11 dagar"
    assert (phrases.days(1, "en"), phrases.days(2, "en")) == ("1 day", "2 days")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "januari 2020"),
        ("sv-SE", "januari 2020"),
        ("SV", "januari 2020"),
        ("sv-Latn-FI", "januari 2020"),
        ("en", "January 2020"),
        ("en-GB", "January 2020"),
        ("fi", "January 2020"),
        ("fi-sv", "January 2020"),
    ],
)
def test_any_swedish_is_swedish_and_all_else_reads_english(language, said):
    assert phrases.month(FRIDAY, language) == said


@pytest.mark.parametrize(
    ("distance", "swedish", "english"),
    [
        (-3, "för 3 dagar sedan", "3 days ago"),
        (-2, "i förrgår", "2 days ago"),
        (-1, "i går", "yesterday"),
        (0, "i dag", "today"),
        (1, "i morgon", "tomorrow"),
        (2, "i övermorgon", "in 2 days"),
        (12, "om 12 dagar", "in 12 days"),
    ],
)
def test_days_from_today(distance, swedish, english):
    day = FRIDAY + dt.timedelta(days=distance)
    assert phrases.relative_day(day, FRIDAY) == swedish
    assert phrases.relative_day(day, FRIDAY, "en") == english


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (FRIDAY, "i dag kl. 09.14"),
        (dt.date(2020, 2, 1), "i går kl. 09.14"),
        (dt.date(2020, 1, 30), "i morgon kl. 09.14"),
        (dt.date(2020, 2, 2), "fredag 31 januari kl. 09.14"),
        (dt.date(2020, 1, 29), "fredag 31 januari kl. 09.14"),
        (dt.date(2020, 3, 1), "fredag 31 januari kl. 09.14"),
        (dt.date(2021, 3, 1), "31 januari 2020 kl. 09.14"),
    ],
)
def test_a_moment(today, said):
    assert phrases.moment(MORNING, today) == said


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (FRIDAY, "today at 09:14"),
        (dt.date(2020, 2, 2), "Friday 31 January at 09:14"),
        (dt.date(2021, 3, 1), "31 January 2020 at 09:14"),
    ],
)
def test_a_moment_in_english(today, said):
    assert phrases.moment(MORNING, today, "en") == said


def test_the_clock_follows_summer_time():
    assert phrases.clock(dt.datetime(2020, 7, 1, 8, 14, tzinfo=dt.UTC)) == "10.14"


@time_machine.travel(MORNING, tick=False)
def test_filters_follow_the_readers_language_and_pass_over_nothing():
    said = "{{ day|day_short }}, {{ day|relative_day }}, {{ at|moment }}, {{ at|day_long }}{{ none|moment }}"
    page = Template("{% load dates %}" + said)
    context = Context({"day": dt.date(2020, 2, 12), "at": MORNING, "none": None})
    with override("sv"):
        assert page.render(context) == "ons 12 feb, om 12 dagar, i dag kl. 09.14, fredag 31 januari 2020"
    with override("en"):
        assert page.render(context) == "Wed 12 Feb, in 12 days, today at 09:14, Friday 31 January 2020"
