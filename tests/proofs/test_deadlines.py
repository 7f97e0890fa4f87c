"""The proof of deadlines in short: every day on which clocks change, one in two hundred of the others, and a few answers."""

import datetime as dt

import pytest

from proofs import deadlines
from proofs.deadlines import door, every_day, reckoning
from proofs.promise import all_met
from vaxel.calendar.domain import deadlines as rule


@pytest.mark.django_db
def test_no_day_is_wrong_and_no_queue_makes_anyone_late():
    figures = list(deadlines.run(0.005))
    assert all_met(figures), [figure for figure in figures if not figure.ok]


def test_a_rule_that_goes_by_utc_is_found(monkeypatch):
    monkeypatch.setattr(rule, "SWEDEN", dt.UTC)
    days = every_day.days(0.02)
    assert all(map(every_day.midnight_is_wrong, days))
    assert all(map(every_day.date_is_wrong, days))


@pytest.mark.django_db
def test_an_edge_that_is_not_listened_to_is_found(settings, monkeypatch):
    monkeypatch.setattr("vaxel.ui.arrival._from_proxy", lambda request: None)
    (day,) = door.a_year(1)
    assert day["sent at 23:59:58"]


@pytest.mark.parametrize(("year", "day"), [(2024, "2024-03-31"), (2025, "2025-04-20"), (2038, "2038-04-25")])
def test_easter_by_our_own_reckoning(year, day):
    assert str(reckoning.easter(year)) == day
