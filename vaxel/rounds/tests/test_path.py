"""The whole path in short: sent, confirmed, answered, decided, compiled, fed back."""

import pytest

from vaxel.network.domain.kinds import Kind, Role
from vaxel.rounds.checks import checks
from vaxel.rounds.commands import answers, compilations, deliveries, rounds
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.domain.state import Flag, Outcome, outcome
from vaxel.rounds.models import Receipt, Round
from vaxel.rounds.queries.coverage import is_stale
from vaxel.rounds.queries.inbox import inbox, of_body
from vaxel.rounds.queries.levels import by_child
from vaxel.rounds.queries.progress import counts, dashboard, durations, ladder, states
from vaxel.rounds.ticks import announce_sent, fold_all
from vaxel.ui.refusal import Refusal


def act(world):
    return {"key": world.key(), "received_at": world.now()}


def test_sending_asks_every_body_of_the_audience_once(world):
    asked = world.sent(kinds=["municipality", "region"])
    assert asked.state == RoundState.OPEN
    assert asked.number.endswith("-001")
    assert asked.deliveries.count() == 8  # Gotland once
    assert Receipt.objects.filter(step="sent").count() == 8
    assert counts(asked).asked == 8
    assert {row.kind: row.total for row in ladder(asked).rows} == {Kind.MUNICIPALITY: 6, Kind.REGION: 3}


def test_from_receipt_to_feedback(world):
    asked = world.sent(kinds=["municipality"])
    falun = world.actor(world.falun)
    mine = world.delivery(asked, world.falun)
    deliveries.confirm_receipt(mine, by=falun, **act(world))
    assert outcome(mine.state) == Outcome.RECEIVED
    answers.save_draft(mine, {"q1": "12", "q2": "ja"}, by=falun)
    assert counts(asked).answered == 0
    assert answers.submit(mine, by=falun, **act(world)).step == "answered"
    assert counts(asked).answered == counts(asked, world.dalarna.pk).answered == 1
    assert counts(asked, world.halland.pk).answered == 0

    orsa, decider = world.actor(world.orsa), world.actor(world.orsa, Role.APPROVER)
    two = world.delivery(asked, world.orsa)
    answers.save_draft(two, {"q1": "3"}, by=orsa)
    assert answers.submit(two, by=orsa, **act(world)) is None
    assert counts(asked).answered == 1
    assert [item.verb for item in inbox(decider)] == ["Besluta"]
    answers.decide(two, by=decider, **act(world))
    assert two.state & Flag.APPROVED
    assert counts(asked).approved == 1

    coordinator = world.actor(world.dalarna, Role.COORDINATOR)
    done = compilations.finish(asked, world.dalarna.pk, by=coordinator)
    assert not is_stale(done)
    mora = world.delivery(asked, world.mora)
    deliveries.nothing_to_report(mora, "", by=world.actor(world.mora), **act(world))
    assert is_stale(done)

    rounds.close(asked, by=world.secretary)
    rounds.feed_back(asked, "Medlen blir kvar.", by=world.secretary)
    assert Round.objects.get(pk=asked.pk).state == RoundState.FED_BACK
    assert ladder(asked).rows[0].fed_back == 6
    assert all(ok for _name, ok, _sentence in checks())
    assert fold_all() == 5
    assert all(ok for _name, ok, _sentence in checks())
    assert counts(asked) == dashboard([asked])[0]
    assert durations(asked).answered == 3
    assert len(states(asked)) == 6
    assert of_body(world.falun.pk, falun).owed == []


def test_children_of_the_nation_and_of_a_divided_county(world):
    asked = world.sent(kinds=["municipality", "region"])
    assert [(row.name, row.counts.asked) for row in by_child(asked)] == [
        ("Dalarnas län", 4),
        ("Gotlands län", 1),
        ("Hallands län", 3),
    ]
    assert [(row.name, row.counts.asked) for row in by_child(asked, world.south.pk)] == [("Hallands län", 2)]
    assert len(by_child(asked, world.dalarna.pk)) == 4
    assert by_child(asked, as_of="today") == by_child(asked)


def test_mail_leaves_after_ten_minutes_and_recall_takes_it_back(world):
    asked = world.sent(kinds=["municipality"])
    assert announce_sent() == 0
    rounds.recall(asked, by=world.secretary)
    assert asked.state == RoundState.RECALLED
    assert counts(asked).asked == 0
    assert all(ok for _name, ok, _sentence in checks())
    with pytest.raises(Refusal):
        deliveries.confirm_receipt(world.delivery(asked, world.falun), by=world.actor(world.falun), **act(world))


def test_stepwise_waits_at_the_county_and_counts_from_sending(world):
    asked = world.sent(kinds=["municipality"], route="stepwise")
    falun = world.delivery(asked, world.falun)
    assert falun.waits_at_id == world.dalarna.pk
    assert counts(asked).asked == 6
    with pytest.raises(Refusal):
        deliveries.confirm_receipt(falun, by=world.actor(world.falun), **act(world))
    coordinator = world.actor(world.dalarna, Role.COORDINATOR)
    assert [item.verb for item in inbox(coordinator)] == ["Skicka vidare"]
    passed = deliveries.relay(
        asked, world.dalarna.pk, [world.falun.pk, world.clinic.pk], by=coordinator, text="Hej", **act(world)
    )
    assert len(passed.receipts) == len(passed.also_reached) == 1
    falun.refresh_from_db()
    assert (falun.waits_at_id, falun.via_id, falun.state) == (None, world.dalarna.pk, Outcome.SENT | Flag.RELAYED)
    assert counts(asked).asked == 6
    deliveries.confirm_receipt(falun, by=world.actor(world.falun), **act(world))


def test_gotland_is_no_region_in_a_round_that_asks_the_municipalities(world):
    asked = world.sent(kinds=["municipality"])
    assert {row.kind: row.total for row in ladder(asked).rows} == {Kind.MUNICIPALITY: 6}
    assert counts(asked, kind=Kind.REGION).asked == 0
