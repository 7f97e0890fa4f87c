"""A county's steering group hears numbers, once, and only while an agreement says so."""

import datetime as dt

import pytest
import time_machine

from vaxel.calendar.domain.deadlines import SWEDEN
from vaxel.network.actor import SYSTEM
from vaxel.network.commands.reaching import set_steering_mailbox
from vaxel.notices.models import Message
from vaxel.rounds.commands import steering
from vaxel.rounds.commands.steering import inform_steering_groups

SENT_ON = dt.datetime(2026, 11, 2, 10, tzinfo=SWEDEN)
DUE = dt.date(2026, 11, 27)


def on(month, day, hour=10):
    return dt.datetime(2026, month, day, hour, tzinfo=SWEDEN)


@pytest.fixture
def agreed(monkeypatch):
    """Which counties permit it; the agreements themselves are network's."""
    counties = set()
    monkeypatch.setattr(steering, "county_permits", lambda county, what, day: county in counties)
    return counties


@pytest.fixture
def asked(world):
    with time_machine.travel(SENT_ON, tick=False):
        for county in (world.dalarna, world.halland):
            set_steering_mailbox(county, f"styrgrupp{county.pk}@example.org", by=SYSTEM)
        return world.sent(due=DUE)


def tick(moment):
    with time_machine.travel(moment, tick=False):
        return inform_steering_groups()


def test_only_where_the_county_has_agreed_and_only_once(world, asked, agreed):
    assert tick(on(11, 30)) == 0
    agreed.add(world.dalarna.pk)
    assert tick(on(11, 30)) == 1
    assert tick(on(12, 1)) == 0
    mail = Message.objects.get()
    assert mail.to == f"styrgrupp{world.dalarna.pk}@example.org"
    assert "I Dalarnas län har 3 av 3 tillfrågade inte svarat." in mail.text
    for name in ("Falu", "Mora", "Orsa"):
        assert name not in mail.text


@pytest.mark.parametrize("moment", [on(11, 27), on(11, 28), on(11, 29), on(11, 30, 6), on(11, 30, 18)])
def test_not_before_the_day_is_over_nor_in_quiet_hours(world, asked, agreed, moment):
    agreed.add(world.dalarna.pk)
    assert tick(moment) == 0


def test_a_real_agreement_is_asked(world, asked):
    assert tick(on(11, 30)) == 0
    assert not Message.objects.exists()
