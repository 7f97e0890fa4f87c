"""Two people at the same moment, on both databases: one receipt, no lost state, one winner."""

import threading

import pytest

from vaxel.calendar import clock
from vaxel.network.domain.kinds import Role
from vaxel.rounds.checks import checks
from vaxel.rounds.commands import answers, deliveries, relaying, rounds, steps
from vaxel.rounds.commands.frames import freeze
from vaxel.rounds.domain.kinds import AnswerStatus, RoundState
from vaxel.rounds.domain.state import Flag, Outcome, Step, outcome
from vaxel.rounds.models import Answer, Delivery, Frame, Receipt, Round
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


def sound():
    return {name: fault for name, right, fault in checks() if not right}


def now(key):
    return {"key": key, "received_at": clock.now()}


def test_the_same_form_sent_eight_times_is_one_receipt(world, at_once):
    sent = world.sent()
    mine, by = world.delivery(sent, world.falun), world.actor(world.falun)
    answers.save_draft(mine, {"q1": "7"}, by=by)
    submit = lambda: answers.submit(Delivery.objects.get(pk=mine.pk), by=by, **now("one"))  # noqa: E731
    receipts = at_once.run(*[submit] * 8)
    assert len({receipt.pk for receipt in receipts}) == 1
    assert at_once.see(lambda: Receipt.objects.filter(step="answered").count()) == 1
    assert at_once.see(lambda: Answer.objects.filter(status=AnswerStatus.SUBMITTED).count()) == 1
    assert at_once.see(sound) == {}


def test_two_colleagues_who_submit_at_once_one_is_told_it_is_done(world, at_once):
    sent = world.sent()
    mine, by = world.delivery(sent, world.falun), world.actor(world.falun)
    colleague = world.actor(world.falun, another=1)
    answers.save_draft(mine, {"q1": "7"}, by=by)
    found = at_once.run(
        lambda: answers.submit(Delivery.objects.get(pk=mine.pk), by=by, **now("a")),
        lambda: answers.submit(Delivery.objects.get(pk=mine.pk), by=colleague, **now("b")),
    )
    assert sorted(type(one).__name__ for one in found) == ["Receipt", "Refusal"]
    assert at_once.see(sound) == {}


def test_different_acts_at_once_are_all_kept(world, at_once):
    sent = world.sent()
    falun, county = world.actor(world.falun), world.actor(world.dalarna, Role.COORDINATOR)
    mine = world.delivery(sent, world.falun)
    found = at_once.run(
        lambda: deliveries.confirm_receipt(mine, by=falun, **now("a")),
        lambda: deliveries.relay(sent, world.dalarna.pk, [world.falun.pk], by=county, **now("b")),
        lambda: deliveries.relay(sent, world.dalarna.pk, [world.falun.pk, world.mora.pk], by=county, **now("c")),
    )
    assert not [one for one in found if isinstance(one, Exception)]
    state = at_once.see(lambda: Delivery.objects.get(pk=mine.pk).state)
    assert (outcome(state), bool(state & Flag.RELAYED)) == (Outcome.RECEIVED, True)
    assert at_once.see(sound) == {}


def test_recall_and_a_receipt_at_once_one_of_them_wins(world, at_once):
    sent = world.sent()
    mine, by = world.delivery(sent, world.falun), world.actor(world.falun)
    secretary = world.secretary
    found = at_once.run(
        lambda: rounds.recall(Round.objects.get(pk=sent.pk), by=secretary),
        lambda: deliveries.confirm_receipt(Delivery.objects.get(pk=mine.pk), by=by, **now("a")),
    )
    assert sum(isinstance(one, Refusal) for one in found) == 1, found
    recalled = at_once.see(lambda: Round.objects.get(pk=sent.pk).state == RoundState.RECALLED)
    confirmed = at_once.see(lambda: Receipt.objects.filter(step="received").exists())
    assert recalled != confirmed
    assert at_once.see(sound) == {}


def test_one_round_sent_twice_at_once_is_sent_once(world, at_once):
    draft, secretary = world.draft(), world.secretary
    send = lambda: rounds.send(Round.objects.get(pk=draft.pk), by=secretary, received_at=clock.now())  # noqa: E731
    found = at_once.run(send, send, send)
    assert sorted(type(one).__name__ for one in found) == ["Refusal", "Refusal", "SendOutcome"]
    assert at_once.see(lambda: Delivery.objects.filter(round=draft).count()) == 6


def test_rounds_sent_at_once_share_a_frame_and_have_numbers_of_their_own(world, at_once):
    drafts, secretary = [world.draft() for _ in range(4)], world.secretary
    send = lambda pk: lambda: rounds.send(Round.objects.get(pk=pk), by=secretary, received_at=clock.now())  # noqa: E731
    found = at_once.run(*[send(draft.pk) for draft in drafts])
    assert not [one for one in found if isinstance(one, Exception)]
    assert at_once.see(lambda: len(set(Round.objects.values_list("number", flat=True)))) == 4
    assert at_once.see(Frame.objects.count) == 1


def test_the_same_audience_frozen_at_once_is_one_frame(world, at_once):
    day = world.today()
    found = at_once.run(*[lambda: freeze({"kinds": ["region"]}, day).pk for _ in range(4)])
    assert len(set(found)) == 1


def test_what_is_passed_on_outside_the_audience_is_seen_by_a_recall_at_once(world, at_once, monkeypatch):
    """The relay is halfway when the recall comes: it waits, and then somebody has acted."""
    sent, county = world.sent(), world.actor(world.dalarna, Role.COORDINATOR)
    secretary, halfway, recalled = world.secretary, threading.Event(), threading.Event()
    reached = relaying._reached

    def slowly(*args):
        halfway.set()
        recalled.wait(1)
        return reached(*args)

    def recall():
        halfway.wait(30)
        try:
            return rounds.recall(Round.objects.get(pk=sent.pk), by=secretary)
        finally:
            recalled.set()

    monkeypatch.setattr(relaying, "_reached", slowly)
    found = at_once.run(
        lambda: deliveries.relay(sent, world.dalarna.pk, [world.clinic.pk], by=county, **now("a")), recall
    )
    assert [type(one).__name__ for one in found] == ["Relayed", "Refusal"]
    assert at_once.see(sound) == {}


def test_a_decision_and_more_time_for_the_same_body_at_once_do_not_wait_for_each_other(world, at_once, monkeypatch):
    """The decision has written its delivery twice, so the database looks at its round once more when it commits."""
    sent, secretary = world.sent(), world.secretary
    contact, decider = world.actor(world.orsa), world.actor(world.orsa, Role.APPROVER)
    mine, later = world.delivery(sent, world.orsa), sent.due.replace(year=sent.due.year + 1)
    answers.save_draft(mine, {"q1": "7"}, by=contact)
    answers.submit(mine, by=contact, **now("left"))
    written, prolonged = threading.Event(), threading.Event()
    write = steps.write

    def slowly(delivery, step, **act):
        receipt = write(delivery, step, **act)
        if step == Step.APPROVED:
            written.set()
            prolonged.wait(1)
        return receipt

    def prolong():
        written.wait(30)
        return rounds.prolong(sent, later, by=secretary, body_ids=[world.orsa.pk])

    monkeypatch.setattr(steps, "write", slowly)
    found = at_once.run(lambda: answers.decide(mine, by=decider, **now("a")), prolong)
    assert [type(one).__name__ for one in found] == ["Receipt", "Round"], found
    assert at_once.see(sound) == {}
