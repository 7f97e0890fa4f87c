"""Burden: the figures equal a count of every part, one by one; Gotland is never two; no query for each receiver."""

import datetime as dt
import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from vaxel.calendar.clock import now, today
from vaxel.calendar.domain.days import week_start, weeks_ahead
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Body
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.domain.state import Outcome, outcome
from vaxel.rounds.models import Delivery, Round
from vaxel.rounds.queries import total_burden
from vaxel.rounds.queries.body_load import eight_weeks_of, year_of
from vaxel.rounds.queries.load import busy_in, load, owed_by_week
from vaxel.rounds.queries.total_burden import asked_rounds, year_burden
from vaxel.rounds.tests.world import make_world


@pytest.fixture
def world(db):
    total_burden._held.clear()
    return make_world()


AUDIENCES = (["municipality"], ["region"], ["municipality", "region"], ["county"], ["unit", "municipality"])


def year_of_rounds(world, seed):
    """A few rounds in random states, some prolonged for some, some answered, one a mailing, one recalled."""
    chance = random.Random(seed)
    sent = [
        world.sent(
            kinds=chance.choice(AUDIENCES),
            minutes=chance.choice([None, 10, 45, 600]),
            due=today() + dt.timedelta(days=chance.randrange(1, 50)),
        )
        for _one in range(6)
    ]
    sent.append(world.sent(kind=RoundKind.MAILING, minutes=30))
    Round.objects.filter(pk=sent[0].pk).update(state=RoundState.RECALLED)
    Round.objects.filter(pk=sent[1].pk).update(state=RoundState.CLOSED)
    Round.objects.filter(pk=sent[2].pk).update(sent_at=now() - dt.timedelta(days=400))
    for part in Delivery.objects.all():
        later = today() + dt.timedelta(days=chance.randrange(1, 60))
        state = chance.choice([Outcome.SENT, Outcome.RECEIVED, Outcome.ANSWERED, Outcome.DECLINED])
        Delivery.objects.filter(pk=part.pk).update(state=state, due=chance.choice([None, later]))


def parts():
    """Every part there is, one by one."""
    return Delivery.objects.select_related("round__owner", "round__frame", "body")


def as_asked(part):
    named = set(part.round.audience.get("kinds", ()))
    its = set(part.body.identities.values_list("kind", flat=True))
    return next(kind for kind in Kind if kind in (its & named or its))


@pytest.mark.parametrize("seed", range(4))
def test_the_nations_total_is_a_count_of_every_part(world, seed):
    year_of_rounds(world, seed)
    sent = {RoundState.OPEN, RoundState.CLOSED, RoundState.FED_BACK}
    asked = [one for one in parts() if one.round.state in sent and one.round.kind != RoundKind.MAILING]
    by_hand: dict = {}
    for part in asked:
        key = part.round.sent_at.year, as_asked(part)
        rounds, number, minutes = by_hand.get(key, (frozenset(), 0, 0))
        by_hand[key] = rounds | {part.round_id}, number + 1, minutes + (part.round.minutes or 0)
    for year in {today().year, (now() - dt.timedelta(days=400)).year}:
        found = year_burden(asked_rounds(), year)
        expected = {kind: (len(r), n, m) for (when, kind), (r, n, m) in by_hand.items() if when == year}
        assert {line.kind: (line.sum.rounds, line.sum.parts, line.sum.minutes) for line in found.kinds} == expected
        assert found.whole.parts == sum(one.round.sent_at.year == year for one in asked)


@pytest.mark.parametrize("seed", range(4))
def test_weekly_load_is_a_count_of_every_part(world, seed):
    year_of_rounds(world, seed)
    weeks = weeks_ahead(today(), 8)

    def week_of(part):
        days = [day for day in (part.round.due, part.due) if day]
        return week_start(max(days))

    owed = [
        one
        for one in parts()
        if one.round.state == RoundState.OPEN
        and one.round.kind != RoundKind.MAILING
        and outcome(one.state) in {Outcome.SENT, Outcome.RECEIVED}
    ]
    everyone = Body.objects.all()
    by_hand = [sum(week_of(one) == week for one in owed) for week in weeks]
    assert list(owed_by_week(everyone.values("pk"), weeks).values()) == by_hand
    each = load(everyone.values_list("pk", flat=True), weeks)
    assert [sum(counts) for counts in zip(*each.values(), strict=True)] == by_hand
    for at_least in (1, 2, 3):
        busy = sum(counts[1] >= at_least for counts in each.values())
        assert busy_in(everyone.values("pk"), weeks[1], at_least) == busy


def test_a_bodys_own_calendar_has_each_round_with_its_minutes_and_day(world):
    asked = world.sent(minutes=90, due=today() + dt.timedelta(days=14))
    world.sent(minutes=None, due=today() + dt.timedelta(days=14))
    part = world.delivery(asked, world.mora)
    part.due = today() + dt.timedelta(days=21)
    part.save()
    mine = world.actor(world.mora, Role.CONTACT)
    weeks = eight_weeks_of(world.mora.pk, mine)
    assert [(len(week.parts), week.minutes) for week in weeks if week.parts] == [(1, 0), (1, 90)]
    (later,) = [week for week in weeks if week.minutes]
    assert later.first == week_start(today() + dt.timedelta(days=21))
    assert eight_weeks_of(world.mora.pk, world.actor(world.laholm, Role.CONTACT))[2].parts == ()
    months = [month for year in (today().year, today().year + 1) for month in year_of(world.mora.pk, mine, year)]
    assert sum(len(month.parts) for month in months) == 2


def queries(doing):
    with CaptureQueriesContext(connection) as seen:
        doing()
    return len(seen)


@pytest.mark.parametrize("number", [1, 3])
def test_the_same_queries_however_many_rounds(world, number):
    for _one in range(number):
        world.sent(kinds=["municipality"], minutes=10)
    world.sent(kinds=["region"], minutes=10)
    total_burden._held.clear()
    mine = world.actor(world.mora, Role.CONTACT)
    everyone = Body.objects.values("pk")
    weeks = weeks_ahead(today(), 8)
    assert queries(lambda: year_burden(asked_rounds(), today().year)) == 3
    assert queries(lambda: eight_weeks_of(world.mora.pk, mine)) == 2
    assert queries(lambda: owed_by_week(everyone, weeks)) == 1
    assert queries(lambda: busy_in(everyone, weeks[0], 3)) == 1
