"""A body's own path: in time by the edge, twice is once, closed is closed."""

import datetime as dt

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from vaxel import journal
from vaxel.calendar.domain.deadlines import deadline
from vaxel.files.models import Attachment
from vaxel.network.domain.kinds import Role
from vaxel.rounds.commands import answers, deliveries, rounds
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.domain.state import Flag, Outcome, outcome
from vaxel.rounds.models import AlsoReached, Answer, Delivery, Receipt
from vaxel.rounds.queries.progress import counts
from vaxel.ui.refusal import Refusal

SECOND = dt.timedelta(seconds=1)


@pytest.fixture
def sent(world):
    return world.sent()


def act(world, **kwargs):
    return {"key": world.key(), "received_at": world.now(), **kwargs}


def draft(world, sent, body, **values):
    delivery = world.delivery(sent, body)
    answers.save_draft(delivery, values or {"q1": "3"}, by=world.actor(body))
    return delivery


def test_the_edge_decides_what_is_in_time(world, sent):
    """Received 23:59:59, handled after midnight: in time. A second later: late, taken all the same, and says so."""
    end = deadline(sent.due)
    for body, arrived, late in ((world.falun, end - SECOND, False), (world.mora, end, True)):
        mine = draft(world, sent, body)
        with time_machine.travel(end + dt.timedelta(minutes=5), tick=False):
            answers.submit(mine, by=world.actor(body), **act(world, received_at=arrived))
        assert bool(mine.state & Flag.LATE) is late
    assert counts(sent).late == 1


def test_an_answer_after_closing_is_refused_but_not_one_that_arrived_before(world, sent):
    before = world.now()
    mine, other = draft(world, sent, world.falun), draft(world, sent, world.mora)
    rounds.close(sent, by=world.secretary)
    with pytest.raises(Refusal) as no:
        answers.submit(mine, by=world.actor(world.falun), **act(world))
    assert (no.value.status, "stängd" in no.value.message) == (409, True)
    answers.submit(other, by=world.actor(world.mora), **act(world, received_at=before))
    assert counts(sent).answered == 1


def test_a_form_sent_twice_gives_the_same_receipt(world, sent):
    mine, by = draft(world, sent, world.falun), world.actor(world.falun)
    once = act(world)
    assert answers.submit(mine, by=by, **once).pk == answers.submit(mine, by=by, **once).pk
    with pytest.raises(Refusal, match="inget nytt svar"):
        answers.submit(mine, by=by, **act(world))
    assert Receipt.objects.filter(delivery=mine, step="answered").count() == 1


def test_a_key_never_fetches_another_deliverys_receipt(world, sent):
    once = act(world)
    falun = deliveries.confirm_receipt(world.delivery(sent, world.falun), by=world.actor(world.falun), **once)
    mora = deliveries.confirm_receipt(world.delivery(sent, world.mora), by=world.actor(world.mora), **once)
    assert falun.pk != mora.pk
    assert mora.delivery.body_id == world.mora.pk


def test_two_colleagues_who_confirm_get_the_one_receipt(world, sent):
    mine = world.delivery(sent, world.falun)
    first = deliveries.confirm_receipt(mine, by=world.actor(world.falun), **act(world))
    second = deliveries.confirm_receipt(mine, by=world.actor(world.falun, another=1), **act(world))
    assert first.pk == second.pk


def test_a_new_version_replaces_and_the_old_one_is_kept(world, sent):
    mine, by = draft(world, sent, world.falun, q1="1"), world.actor(world.falun)
    answers.submit(mine, by=by, **act(world))
    answers.save_draft(mine, {"q3": "Mer"}, by=by)
    answers.submit(mine, by=by, **act(world))
    told = list(Answer.objects.filter(delivery=mine).order_by("number").values_list("number", "status", "values"))
    assert told == [(1, AnswerStatus.REPLACED, {"q1": "1"}), (2, AnswerStatus.SUBMITTED, {"q1": "1", "q3": "Mer"})]


def test_what_can_be_saved_is_saved_and_the_rest_is_said(world, sent):
    mine, by = world.delivery(sent, world.falun), world.actor(world.falun)
    with pytest.raises(Refusal) as no:
        answers.save_draft(mine, {"q3": "Bra", "q1": "många", "qx": "1"}, by=by)
    assert set(no.value.problems) == {"q1", "qx"}
    assert Answer.objects.get(delivery=mine).values == {"q3": "Bra"}


def test_a_required_question_stops_the_answer_by_its_name(world, sent):
    mine = draft(world, sent, world.falun, q3="Bara text")
    with pytest.raises(Refusal) as no:
        answers.submit(mine, by=world.actor(world.falun), **act(world))
    assert set(no.value.problems) == {"q1"}
    assert world.delivery(sent, world.falun).state == Outcome.SENT


def test_a_stale_revision_is_refused(world, sent):
    mine, by = world.delivery(sent, world.falun), world.actor(world.falun)
    first = answers.save_draft(mine, {"q1": "1"}, by=by)
    answers.save_draft(mine, {"q1": "2"}, by=by, revision=first.revision)
    with pytest.raises(Refusal) as no:
        answers.save_draft(mine, {"q1": "3"}, by=by, revision=first.revision)
    assert no.value.status == 409


def test_withdrawal_until_the_due_day_has_passed(world, sent):
    mine, by = draft(world, sent, world.falun), world.actor(world.falun)
    answers.submit(mine, by=by, **act(world))
    with pytest.raises(Refusal, match="gått ut"):
        answers.withdraw(mine, by=by, **act(world, received_at=deadline(sent.due)))
    answers.withdraw(mine, by=by, **act(world, received_at=deadline(sent.due) - SECOND))
    assert outcome(mine.state) == Outcome.RECEIVED
    assert not Answer.objects.filter(status=AnswerStatus.SUBMITTED).exists()


def test_the_body_decides_in_two_steps(world, sent):
    contact, decider = world.actor(world.orsa), world.actor(world.orsa, Role.APPROVER)
    mine = draft(world, sent, world.orsa)
    assert answers.submit(mine, by=contact, **act(world)) is None
    with pytest.raises(Refusal, match="väntar på beslut"):
        answers.save_draft(mine, {"q1": "9"}, by=contact)
    answers.send_back(mine, "Räkna om.", by=decider)
    assert Answer.objects.get(delivery=mine).returned_note == "Räkna om."
    answers.save_draft(mine, {"q1": "9"}, by=contact)
    answers.submit(mine, by=contact, **act(world))
    once = act(world)
    receipt = answers.decide(mine, by=decider, **once)
    assert answers.decide(mine, by=decider, **once).pk == receipt.pk
    steps = list(mine.receipts.order_by("id").values_list("step", flat=True))
    assert steps == ["sent", "answered", "approved"]


def test_declining_says_why_and_is_not_missing(world, sent):
    mine, by = world.delivery(sent, world.falun), world.actor(world.falun)
    with pytest.raises(Refusal) as no:
        deliveries.decline(mine, "  ", by=by, **act(world))
    assert no.value.field == "reason"
    receipt = deliveries.decline(mine, "Vi tog inte emot medlen.", by=by, **act(world))
    assert receipt.note.text == "Vi tog inte emot medlen."
    found = counts(sent)
    assert (found.declined, found.missing) == (1, 5)


def test_completion_is_asked_for_with_a_reason_and_cleared_by_an_answer(world, sent):
    county, by = world.actor(world.dalarna, Role.COORDINATOR), world.actor(world.falun)
    mine = draft(world, sent, world.falun)
    with pytest.raises(Refusal):
        deliveries.request_completion(mine, "Mer", by=county, **act(world))
    answers.submit(mine, by=by, **act(world))
    deliveries.request_completion(mine, "Fråga 1 ser för låg ut.", by=county, **act(world))
    assert counts(sent).completion == 1
    answers.save_draft(mine, {"q1": "30"}, by=by)
    answers.submit(mine, by=by, **act(world))
    assert (counts(sent).completion, counts(sent).answered) == (0, 1)


def test_the_first_relay_is_remembered_and_later_ones_only_add_a_receipt(world):
    sent = world.sent(kinds=["municipality", "unit"])
    county, mora = world.actor(world.dalarna, Role.COORDINATOR), world.actor(world.mora)
    deliveries.relay(sent, world.dalarna.pk, [world.school.pk], by=county, **act(world))
    deliveries.relay(sent, world.mora.pk, [world.school.pk], by=mora, **act(world))
    school = world.delivery(sent, world.school)
    assert school.via == world.dalarna
    assert school.receipts.filter(step="relayed").count() == 2


def test_a_relay_outside_the_audience_is_reached_besides_and_never_counted(world, sent):
    county = world.actor(world.dalarna, Role.COORDINATOR)
    for _ in range(2):
        deliveries.relay(sent, world.dalarna.pk, [world.clinic.pk], by=county, **act(world))
    reached = AlsoReached.objects.get()
    assert (reached.body, reached.via) == (world.clinic, world.dalarna)
    assert counts(sent).asked == 6
    assert not Delivery.objects.filter(body=world.clinic).exists()


def test_one_passes_on_in_ones_own_part_alone(world, sent):
    county = world.actor(world.dalarna, Role.COORDINATOR)
    with pytest.raises(Refusal, match="inte under er"):
        deliveries.relay(sent, world.dalarna.pk, [world.varberg.pk], by=county, **act(world))
    with pytest.raises(Refusal) as no:
        deliveries.relay(sent, world.halland.pk, [world.varberg.pk], by=county, **act(world))
    assert no.value.status == 403


def test_a_colleague_with_a_mandate_takes_it(world, sent):
    mine, by = world.delivery(sent, world.falun), world.actor(world.falun)
    colleague = world.actor(world.falun, another=1)
    deliveries.assign(mine, colleague.person_id, by=by)
    assert world.delivery(sent, world.falun).assignee == colleague.person_id
    for stranger in (world.actor(world.mora).person_id, "x"):
        with pytest.raises(Refusal) as no:
            deliveries.assign(mine, stranger, by=by)
        assert no.value.field == "person"


def test_an_answer_registered_for_a_body_carries_its_source(world, sent):
    county, mine = world.actor(world.dalarna, Role.COORDINATOR), world.delivery(sent, world.falun)
    with pytest.raises(Refusal) as no:
        answers.answer_on_behalf(mine, {"q1": "4"}, None, by=county, **act(world))
    assert no.value.field == "source"
    source = SimpleUploadedFile("brev.txt", b"Vi svarar 4.")
    receipt = answers.answer_on_behalf(mine, {"q1": "4"}, source, by=county, **act(world))
    answer = Answer.objects.get(delivery=mine)
    assert (answer.on_behalf, receipt.registered_by_body) == (True, world.dalarna.pk)
    assert Attachment.objects.get(owner_type="rounds.answer", owner_id=answer.pk).name == "brev.txt"
    assert journal.of(mine)[0].on_behalf_of == world.falun.pk


def test_every_step_is_in_the_journal_with_who_and_for_whom(world, sent):
    mine, by = world.delivery(sent, world.falun), world.actor(world.falun)
    receipt = deliveries.confirm_receipt(mine, by=by, **act(world))
    line = journal.of(mine)[0]
    assert (line.action, line.person_id, line.mandate_id, line.on_behalf_of) == (
        "rounds.received",
        by.person_id,
        by.mandate_id,
        world.falun.pk,
    )
    assert line.facts == {"receipt": receipt.pk}
    assert line.words == "bekräftade mottagandet"


def test_what_the_body_has_begun_to_write_is_not_sent_by_the_county(world, sent):
    county, mine = world.actor(world.dalarna, Role.COORDINATOR), world.delivery(sent, world.falun)
    answers.save_draft(mine, {"q1": "5", "q3": "Bara ett utkast."}, by=world.actor(world.falun))
    source = SimpleUploadedFile("brev.txt", b"Vi svarar 4.")
    answers.answer_on_behalf(mine, {"q1": "4"}, source, by=county, **act(world))
    assert mine.answers.get(status=AnswerStatus.SUBMITTED).values == {"q1": "4"}
    assert mine.answers.get(status=AnswerStatus.DRAFT).values == {"q1": "5", "q3": "Bara ett utkast."}
