"""Two at the same body, a double click, an answer on the last second beside the tick: one thing stands, on both databases."""

import datetime as dt

import pytest
from time_machine import travel

from vaxel.calendar import clock
from vaxel.calendar.domain.deadlines import deadline
from vaxel.funding.checks import checks
from vaxel.funding.commands.calling import call_for_requisitions
from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.requisition import RequisitionState as S
from vaxel.funding.models import Requisition, RequisitionCall, RequisitionStep
from vaxel.funding.tests.claiming import answer, called, delivery_of
from vaxel.funding.tests.money import decided
from vaxel.funding.ticks import lapse_due
from vaxel.network.domain.kinds import Role
from vaxel.rounds.commands import answers, deliveries
from vaxel.rounds.tests.at_once import AtOnce
from vaxel.rounds.tests.world import make_world
from vaxel.ui.refusal import Refusal

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world(transactional_db):
    return make_world()


@pytest.fixture
def at_once(tmp_path):
    return AtOnce(tmp_path)


def states(body):
    return set(Requisition.objects.filter(body=body).values_list("state", flat=True))


def sound():
    return {name: fault for name, right, fault in checks() if not right}


def test_two_attest_at_once_and_it_is_one_requisition(world, at_once):
    call = called(world)
    one, other = world.actor(world.mora, Role.APPROVER), world.actor(world.mora, Role.APPROVER, another=1)
    answer(call, world.mora, by=world.actor(world.mora))

    def attest(by, key):
        return answers.decide(delivery_of(call, world.mora), by=by, key=key, received_at=clock.now())

    found = at_once.run(lambda: attest(one, "a"), lambda: attest(other, "b"), lambda: attest(one, "a"))
    assert any(not isinstance(receipt, Exception) for receipt in found)
    assert all(isinstance(one, Refusal) for one in found if isinstance(one, Exception))
    assert at_once.see(lambda: states(world.mora)) == {S.ACCEPTED}
    assert at_once.see(lambda: RequisitionStep.objects.filter(body=world.mora).count()) == 2
    assert at_once.see(sound) == {}


def test_one_attests_while_another_declines_the_whole(world, at_once):
    call = called(world)
    answer(call, world.mora, by=world.actor(world.mora))
    at_once.run(
        lambda: answers.decide(
            delivery_of(call, world.mora),
            by=world.actor(world.mora, Role.APPROVER),
            key="a",
            received_at=clock.now(),
        ),
        lambda: deliveries.decline(
            delivery_of(call, world.mora), "Nej.", by=world.actor(world.mora), key="b", received_at=clock.now()
        ),
    )
    assert len(at_once.see(lambda: states(world.mora))) == 1
    assert at_once.see(sound) == {}


def test_a_stale_page_sends_nothing_after_it_is_taken_back(world, at_once):
    call = called(world)
    by, approver = world.actor(world.mora), world.actor(world.mora, Role.APPROVER)
    answer(call, world.mora, by=by)
    answers.decide(delivery_of(call, world.mora), by=approver, key="a", received_at=clock.now())
    answers.withdraw(delivery_of(call, world.mora), by=by, key="w", received_at=clock.now())
    with pytest.raises(Refusal):
        answers.decide(delivery_of(call, world.mora), by=approver, key="a", received_at=clock.now())
    assert states(world.mora) == {S.WAITING}


def test_the_tick_twice_at_once_lapses_once(world, at_once):
    called(world)
    with travel(clock.now() + dt.timedelta(days=40)):
        at_once.run(lapse_due, lapse_due)
        steps = at_once.see(lambda: list(RequisitionStep.objects.values_list("body", "stream")))
    assert len(steps) == len(set(steps)) > 0


def test_what_arrived_before_midnight_is_taken_up_also_when_written_beside_the_tick(world, at_once):
    call = called(world)
    answer(call, world.mora, by=world.actor(world.mora))
    approver = world.actor(world.mora, Role.APPROVER)
    arrived = deadline(call.round.due) - dt.timedelta(seconds=1)
    with travel(deadline(call.round.due) + dt.timedelta(seconds=1)):
        at_once.run(
            lambda: answers.decide(delivery_of(call, world.mora), by=approver, key="a", received_at=arrived), lapse_due
        )
        assert at_once.see(lambda: states(world.mora)) == {S.ACCEPTED}


def test_two_payers_begin_at_once_and_there_is_one_draft(world, at_once):
    last = clock.today() + dt.timedelta(days=30)
    agreement = decided(world, deadlines={Link.REQUISITION: last}).agreement
    one, other = world.secretary, world.actor(world.secretariat, Role.SECRETARIAT, another=1)
    at_once.run(
        lambda: call_for_requisitions(agreement, by=one).pk, lambda: call_for_requisitions(agreement, by=other).pk
    )
    assert at_once.see(RequisitionCall.objects.count) == 1
