import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.rounds.commands import rounds
from vaxel.rounds.domain.last_day import last_day
from vaxel.rounds.models import Delivery, Round
from vaxel.rounds.queries.inbox import inbox
from vaxel.rounds.queries.load import load
from vaxel.rounds.queries.mine import going, listed, my_rounds

MARCH, APRIL = dt.date(2026, 3, 31), dt.date(2026, 4, 30)
WEEK = dt.timedelta(days=7)
a_day = st.none() | st.dates()


@pytest.mark.parametrize(
    ("common", "own", "holds"),
    [
        (None, None, None),
        (MARCH, None, MARCH),
        (None, APRIL, APRIL),
        (MARCH, APRIL, APRIL),  # prolonged for this body
        (APRIL, MARCH, APRIL),  # and afterwards for all
        (MARCH, MARCH, MARCH),
    ],
)
def test_the_later_day_holds(common, own, holds):
    assert last_day(common, own) == holds


@given(a_day, a_day)
def test_nobody_loses_time_by_being_given_more(common, own):
    found = last_day(common, own)
    assert all(found >= day for day in (common, own) if day)
    assert found in (common, own)


@pytest.mark.django_db
@pytest.mark.parametrize("common", [None, MARCH, APRIL])
@pytest.mark.parametrize("own", [None, MARCH, APRIL])
def test_the_database_reckons_it_alike(world, common, own):
    sent = world.sent()
    Round.objects.filter(pk=sent.pk).update(due=common)
    Delivery.objects.filter(round=sent, body=world.falun).update(due=own)
    found = Delivery.objects.last_days().select_related("round").get(round=sent, body=world.falun)
    assert found.by_day == found.last_day == last_day(common, own)


@pytest.mark.django_db
def test_a_day_of_ones_own_that_all_have_passed_is_no_longer_shown_anywhere(world):
    """Prolonged for Falun, then further for all: every list says the later day."""
    sent = world.sent()
    rounds.prolong(sent, sent.due + WEEK, by=world.secretary, body_ids=[world.falun.pk])
    rounds.prolong(sent, sent.due + 2 * WEEK, by=world.secretary)
    falun = world.actor(world.falun)
    assert listed(my_rounds(falun), falun)[0].due == sent.due
    assert [item.due for item in inbox(falun)] == [sent.due]
    monday = sent.due - dt.timedelta(days=sent.due.weekday())
    assert load([world.falun.pk], [monday - WEEK, monday]) == {world.falun.pk: [0, 1]}


@pytest.mark.django_db
def test_what_is_due_soon_is_soon_for_the_body_that_asks(world):
    sent = world.sent(due=world.today() + dt.timedelta(days=3))
    rounds.prolong(sent, world.today() + 3 * WEEK, by=world.secretary, body_ids=[world.falun.pk])
    falun, mora = world.actor(world.falun), world.actor(world.mora)
    assert (going(falun).due_soon, going(mora).due_soon, going(world.secretary).due_soon) == (0, 1, 1)


@pytest.mark.django_db
def test_only_a_later_day_than_everybodys_is_said_beside_the_name(world):
    sent = world.sent()
    rounds.prolong(sent, sent.due + WEEK, by=world.secretary, body_ids=[world.falun.pk])
    assert world.delivery(sent, world.falun).is_prolonged
    rounds.prolong(sent, sent.due + 2 * WEEK, by=world.secretary)
    assert not world.delivery(sent, world.falun).is_prolonged
