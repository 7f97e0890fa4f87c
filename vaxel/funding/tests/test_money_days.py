"""Whose calendar a last day of money stands in: those with something to do by it, and those who follow the whole chain."""

import datetime as dt

import pytest

from vaxel.funding.commands.agreements import new_version, set_deadlines
from vaxel.funding.commands.deciding import confirm, prepare
from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.concern import CONCERNS
from vaxel.funding.queries.money_days import money_days
from vaxel.funding.tests.money import decided, drafted, second
from vaxel.network.domain.kinds import Role
from vaxel.rounds.tests.world import make_world

SINCE = dt.date(2020, 1, 1)
DAYS = {
    Link.REQUISITION: dt.date(2020, 5, 1),
    Link.BODY_REPORT: dt.date(2021, 1, 31),
    Link.COUNTY_REPORT: dt.date(2021, 2, 28),
    Link.NATIONAL_REPORT: dt.date(2021, 3, 31),
}


@pytest.fixture
def world(db):
    return make_world()


def links(actor, since=SINCE):
    return [one.link for one in money_days(actor, since)]


def test_each_link_is_seen_by_whom_it_concerns(world):
    decided(world, deadlines=DAYS)
    assert links(world.actor(world.mora)) == [Link.REQUISITION, Link.BODY_REPORT]
    assert links(world.actor(world.dalarna, Role.COORDINATOR)) == [
        Link.REQUISITION,
        Link.BODY_REPORT,
        Link.COUNTY_REPORT,
    ]
    assert links(world.secretary) == list(DAYS)
    assert links(world.actor(world.school)) == []


def test_every_link_says_whom_it_concerns():
    assert set(CONCERNS) == set(Link)


def test_a_draft_is_in_nobodys_calendar(world):
    drafted(world, deadlines=DAYS)
    assert links(world.secretary) == []
    assert links(world.actor(world.mora)) == []


def test_what_has_passed_is_left_out(world):
    decided(world, deadlines=DAYS)
    assert links(world.actor(world.mora), dt.date(2020, 5, 2)) == [Link.BODY_REPORT]


def test_a_later_version_moves_the_event(world):
    decision = decided(world, deadlines=DAYS)
    before = {one.link: one.key for one in money_days(world.actor(world.mora), SINCE)}
    later = new_version(decision.agreement, by=world.secretary)
    set_deadlines(later, {**DAYS, Link.REQUISITION: dt.date(2020, 6, 1)}, by=world.secretary)
    prepare(later, by=world.secretary)
    confirm(later, by=second(world))
    after = money_days(world.actor(world.mora), SINCE)
    assert {one.link: one.key for one in after} == before
    assert after[0].day == dt.date(2020, 6, 1)


def test_as_many_queries_for_three_agreements_as_for_one(world, django_assert_num_queries):
    actor = world.actor(world.mora)
    decided(world, deadlines=DAYS)
    with django_assert_num_queries(4):
        assert len(money_days(actor, SINCE)) == 2
    for year in (2021, 2022):
        decided(world, year=year, deadlines=DAYS)
    with django_assert_num_queries(4):
        assert len(money_days(actor, SINCE)) == 6
