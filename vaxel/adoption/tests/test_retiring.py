"""To retire a method in good order: proposed, heard, decided by two, told, followed up, each traceable both ways."""

import datetime as dt

import pytest
import time_machine

from vaxel import journal
from vaxel.adoption import policies, ticks
from vaxel.adoption.commands.retirements import confirm, consult, dismiss, end, prepare, propose_retirement, send_back
from vaxel.adoption.commands.steps import share
from vaxel.adoption.commands.things import create_thing
from vaxel.adoption.domain.retiring import UNDER_WAY, Outcome, RetirementState
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.facts import retirement_settled
from vaxel.adoption.models import Retirement
from vaxel.adoption.policies import LINES, RetirementAct, stage_of
from vaxel.network.domain.kinds import Role
from vaxel.notices.models import Message
from vaxel.rounds.commands.rounds import close, recall, send
from vaxel.rounds.models import Delivery, Round
from vaxel.ui.refusal import Refusal

State = RetirementState


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("act", RetirementAct)
def test_exactly_one_line_answers(state, act):
    assert sum(line.covers(state, act) for line in LINES) == 1


def test_a_proposal_is_under_way_until_it_is_settled():
    settled = {State.DISMISSED, State.KEPT, State.ENDED}
    reckoned = {State.HEARD}
    assert set(UNDER_WAY) == set(State) - settled - reckoned


@pytest.fixture
def used(world, thing, registers):
    """Falun and Mora use it and let it be seen; Orsa uses it and has not."""
    for body in (world.falun, world.mora):
        registers(body)
        share(thing, body, by=world.actor(body))
    registers(world.orsa)
    return thing


@pytest.fixture
def proposal(world, used):
    return propose_retirement(used, "Nyare studier visar att den inte hjälper.", by=world.actor(world.falun))


@pytest.fixture
def colleague(world):
    return world.actor(world.secretariat, Role.APPROVER)


def fresh(retirement):
    return Retirement.objects.select_related("thing", "consultation").get(pk=retirement.pk)


def heard(world, proposal):
    round = consult(proposal, by=world.secretary)
    send(round, by=world.secretary, received_at=world.now())
    close(round, by=world.secretary)
    return fresh(proposal)


def decided(world, proposal, colleague, *, days=60, **more):
    found = heard(world, proposal)
    day = world.today() + dt.timedelta(days=days)
    prepare(found, **{"outcome": Outcome.RETIRE, "decision": "Den hjälper inte.", "from_day": day, "by": world.secretary, **more})  # fmt: skip
    return confirm(fresh(found), by=colleague, received_at=world.now())


def test_the_owner_is_told_of_a_proposal(world, proposal):
    assert stage_of(proposal) == State.PROPOSED
    assert journal.of(proposal)[0].action == "adoption.propose_retirement"
    with pytest.raises(Refusal, match="redan ett förslag"):
        propose_retirement(proposal.thing, "Samma sak", by=world.actor(world.mora))


def test_a_proposal_wants_a_reason_and_a_mandate(world, thing):
    from vaxel.network.actor import NOBODY

    with pytest.raises(Refusal):
        propose_retirement(thing, " ", by=world.actor(world.falun))
    with pytest.raises(Refusal):
        propose_retirement(thing, "Skäl", by=NOBODY)


def test_it_says_what_it_came_from(world, thing):
    made = propose_retirement(thing, "Skäl", by=world.actor(world.falun), source=world.falun)
    assert (made.source_type, made.source_id) == ("network.body", world.falun.pk)


def test_those_who_are_shown_to_use_it_are_asked(world, proposal):
    round = consult(proposal, by=world.secretary)
    assert round.audience == {"bodies": sorted([world.falun.pk, world.mora.pk])}
    assert stage_of(fresh(proposal)) == State.CONSULTING
    with pytest.raises(Refusal, match="inte klar"):
        prepare(fresh(proposal), outcome=Outcome.KEEP, decision="Skäl", by=world.secretary)
    send(round, by=world.secretary, received_at=world.now())
    close(round, by=world.secretary)
    assert stage_of(fresh(proposal)) == State.HEARD


def test_where_nobody_has_said_they_use_it_all_are_asked(world, thing):
    made = propose_retirement(thing, "Skäl", by=world.actor(world.falun))
    assert consult(made, by=world.secretary).audience == {"kinds": thing.target_kinds}


def test_a_remiss_that_was_recalled_may_be_made_anew(world, proposal):
    round = consult(proposal, by=world.secretary)
    send(round, by=world.secretary, received_at=world.now())
    recall(round, by=world.secretary)
    assert stage_of(fresh(proposal)) == State.PROPOSED
    assert consult(fresh(proposal), by=world.secretary).pk != round.pk


def test_nobody_else_decides(world, proposal):
    for actor in (world.actor(world.falun), world.actor(world.dalarna, Role.COORDINATOR)):
        with pytest.raises(Refusal):
            dismiss(proposal, "Nej", by=actor)


def test_turned_down_with_a_reason(world, proposal):
    with pytest.raises(Refusal):
        dismiss(proposal, "", by=world.secretary)
    assert stage_of(dismiss(proposal, "Vi ser den göra nytta.", by=world.secretary)) == State.DISMISSED
    propose_retirement(proposal.thing, "Igen, med nya studier", by=world.actor(world.mora))


def test_it_takes_two(world, proposal, colleague):
    found = heard(world, proposal)
    day = world.today() + dt.timedelta(days=60)
    prepare(found, outcome=Outcome.RETIRE, decision="Skäl", from_day=day, by=world.secretary)
    with pytest.raises(Refusal, match="någon annan"):
        confirm(fresh(found), by=world.secretary, received_at=world.now())
    send_back(fresh(found), by=colleague)
    assert stage_of(fresh(found)) == State.HEARD
    prepare(fresh(found), outcome=Outcome.RETIRE, decision="Bättre skäl", from_day=day, by=world.secretary)
    confirm(fresh(found), by=colleague, received_at=world.now())
    with pytest.raises(Refusal):
        confirm(fresh(found), by=colleague, received_at=world.now())


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"from_day": None}, "from_day"),
        ({"from_day": dt.date(2020, 1, 1)}, "from_day"),
        ({"outcome": Outcome.REPLACE}, "replacement"),
        ({"decision": " "}, "decision"),
    ],
)
def test_a_decision_is_complete(world, proposal, colleague, more, field):
    with pytest.raises(Refusal) as no:
        decided(world, proposal, colleague, **more)
    assert no.value.field == field


def test_kept_is_a_decision_too(world, proposal, colleague):
    found = decided(world, proposal, colleague, outcome=Outcome.KEEP)
    assert (found.state, found.thing.state, found.notice) == (State.KEPT, "in_use", None)


def test_all_who_use_it_are_told_by_a_mailing_with_receipts(world, proposal, colleague):
    found = decided(world, proposal, colleague)
    assert set(Delivery.objects.filter(round=found.notice).values_list("body_id", flat=True)) == {world.falun.pk, world.mora.pk}  # fmt: skip
    assert found.thing.state == "being_retired"
    assert "Den hjälper inte." in Round.objects.get(pk=found.consultation_id).feedback, (
        "those heard read what came of it"
    )
    assert Round.objects.get(retirement_told=found) == found.notice
    assert Round.objects.get(retirement_consulted=found) == found.consultation


def test_it_is_replaced_by_another(world, proposal, colleague):
    other = create_thing(
        by=world.secretary, owner_id=world.secretariat.pk, name="Ny", kind="metod", target_kinds=["region"]
    )
    found = decided(world, proposal, colleague, outcome=Outcome.REPLACE, replacement=other)
    assert found.thing.replaced_by == other


def test_those_above_hear_how_it_was_settled(world, proposal, colleague):
    heard_of = []
    retirement_settled.connect(listener := lambda retirement, **_: heard_of.append(retirement.state))
    try:
        decided(world, proposal, colleague)
    finally:
        retirement_settled.disconnect(listener)
    assert heard_of == [State.PHASING_OUT]


def test_who_comes_to_be_seen_afterwards_is_told_once(world, proposal, colleague):
    decided(world, proposal, colleague)
    assert ticks.follow_up() == 0
    world.mailbox(world.orsa, "orsa@exempel.example")
    with time_machine.travel(world.now() + dt.timedelta(days=20)):
        ticks.open_due()
        assert ticks.follow_up() == 1
        assert ticks.follow_up() == 0
    letter = Message.objects.get(event_key__contains=":told:")
    assert letter.body_id == world.orsa.pk
    assert "hjälper" not in letter.text, "no reason in a postcard"


def test_after_the_day_those_left_are_reminded_once_and_it_ends_when_nobody_is(
    world, thing, proposal, colleague, registers
):
    found = decided(world, proposal, colleague, days=30)
    with time_machine.travel(world.now() + dt.timedelta(days=90)):
        ticks.open_due()
        assert ticks.follow_up() == 3
        assert ticks.follow_up() == 0
        assert fresh(found).thing.state == "retired"
        for body in (world.falun, world.mora, world.orsa):
            registers(body, AdoptionStage.RETIRED, ago=1)
        ticks.follow_up()
        assert fresh(found).state == State.ENDED


def test_the_owner_may_end_it_once_the_day_has_been(world, proposal, colleague):
    found = decided(world, proposal, colleague, days=30)
    with pytest.raises(Refusal):
        end(found, by=world.secretary)
    with time_machine.travel(world.now() + dt.timedelta(days=31)):
        assert end(fresh(found), by=world.secretary).state == State.ENDED


def test_the_sentences_are_said(world, proposal):
    assert "remiss" in str(policies.why_not(State.PROPOSED, RetirementAct.PREPARE))
