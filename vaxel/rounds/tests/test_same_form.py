"""The same form sent twice is one receipt; a page kept in the browser since then asks anew, and never lies."""

import pytest

from vaxel.network.domain.kinds import Role
from vaxel.notices.models import Message
from vaxel.rounds.commands import answers, deliveries
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.domain.state import Flag, Outcome, outcome
from vaxel.rounds.models import Receipt
from vaxel.ui.refusal import Refusal


@pytest.fixture
def sent(world):
    return world.sent()


@pytest.fixture
def mine(world, sent):
    return world.delivery(sent, world.falun)


@pytest.fixture
def by(world):
    return world.actor(world.falun)


def form(world):
    return {"key": world.key(), "received_at": world.now()}


def test_sent_again_with_the_same_form_after_withdrawal_is_sent(world, mine, by):
    answers.save_draft(mine, {"q1": "1"}, by=by)
    kept = form(world)
    first = answers.submit(mine, by=by, **kept)
    answers.withdraw(mine, by=by, **form(world))
    answers.save_draft(mine, {"q1": "2"}, by=by)
    second = answers.submit(mine, by=by, **kept)
    assert second.pk != first.pk
    assert outcome(mine.state) == Outcome.ANSWERED
    assert mine.answers.get(status=AnswerStatus.SUBMITTED).values == {"q1": "2"}
    assert answers.submit(mine, by=by, **kept).pk == second.pk  # and that one twice is one


def test_withdrawn_and_not_opened_again_is_not_said_to_be_sent(world, mine, by):
    answers.save_draft(mine, {"q1": "1"}, by=by)
    kept = form(world)
    answers.submit(mine, by=by, **kept)
    answers.withdraw(mine, by=by, **form(world))
    with pytest.raises(Refusal, match="Inget är skickat"):
        answers.submit(mine, by=by, **kept)


def test_a_completion_sent_with_the_first_answers_form_is_sent(world, mine, by):
    county = world.actor(world.dalarna, Role.COORDINATOR)
    answers.save_draft(mine, {"q1": "1"}, by=by)
    kept = form(world)
    answers.submit(mine, by=by, **kept)
    deliveries.request_completion(mine, "Fråga 3 också.", by=county, **form(world))
    answers.save_draft(mine, {"q3": "Så här."}, by=by)
    answers.submit(mine, by=by, **kept)
    assert not mine.state & Flag.COMPLETION_REQUESTED
    assert mine.answers.get(status=AnswerStatus.SUBMITTED).values["q3"] == "Så här."


def test_a_decision_after_withdrawal_with_the_same_form_is_a_decision(world, sent):
    theirs, contact = world.delivery(sent, world.orsa), world.actor(world.orsa)
    decider, kept = world.actor(world.orsa, Role.APPROVER), form(world)
    for number in ("1", "2"):
        answers.save_draft(theirs, {"q1": number}, by=contact)
        answers.submit(theirs, by=contact, **form(world))
        answers.decide(theirs, by=decider, **kept)
        assert theirs.state & Flag.APPROVED
        if number == "1":
            answers.withdraw(theirs, by=contact, **form(world))
    assert theirs.answers.get(status=AnswerStatus.SUBMITTED).values == {"q1": "2"}
    assert Receipt.objects.filter(delivery=theirs, step="approved").count() == 2


def test_what_was_changed_after_it_was_read_through_is_not_sent_unread(world, mine, by):
    read = answers.save_draft(mine, {"q1": "1"}, by=by).version
    answers.save_draft(mine, {"q1": "2"}, by=world.actor(world.falun, another=1))
    with pytest.raises(Refusal, match="ändrats") as no:
        answers.submit(mine, by=by, **form(world), version=read)
    assert (no.value.status, Receipt.objects.filter(delivery=mine, step="answered").count()) == (409, 0)


def test_a_kept_page_does_not_say_sent_of_a_version_it_never_showed(world, mine, by):
    read = answers.save_draft(mine, {"q1": "1"}, by=by).version
    kept = {**form(world), "version": read}
    once = answers.submit(mine, by=by, **kept)
    assert answers.submit(mine, by=by, **kept).pk == once.pk
    answers.save_draft(mine, {"q1": "2"}, by=by)
    with pytest.raises(Refusal, match="ändrats"):
        answers.submit(mine, by=by, **kept)


def test_a_double_click_that_leaves_for_decision_is_no_fault(world, sent):
    theirs, contact = world.delivery(sent, world.orsa), world.actor(world.orsa)
    answers.save_draft(theirs, {"q1": "1"}, by=contact)
    kept = form(world)
    assert answers.submit(theirs, by=contact, **kept) is None
    assert answers.submit(theirs, by=contact, **kept) is None
    with pytest.raises(Refusal, match="väntar redan"):
        answers.submit(theirs, by=world.actor(world.orsa, another=1), **form(world))


def test_two_who_ask_for_completion_are_one_mail_and_a_later_answer_may_be_asked_about_anew(world, mine, by):
    county = world.actor(world.dalarna, Role.COORDINATOR)
    world.mailbox(world.falun, "falun@example.org")
    for times in (1, 2):
        answers.save_draft(mine, {"q1": str(times)}, by=by)
        answers.submit(mine, by=by, **form(world))
        for reason in ("Tal.", "Text."):
            deliveries.request_completion(mine, reason, by=county, **form(world))
        assert Message.objects.filter(event_key__contains=":completion-").count() == times
