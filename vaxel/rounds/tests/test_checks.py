"""What `vaxel verify` says of deliveries: each of three things by itself, from one reading of the receipts."""

import datetime as dt

import pytest

from vaxel.rounds import checks
from vaxel.rounds.domain.state import Outcome
from vaxel.rounds.models import Delivery


@pytest.fixture
def asked(world):
    return world.sent(kinds=["municipality"])


def wrong():
    return {name: sentence for name, right, sentence in checks.checks() if not right}


def test_nothing_is_wrong_with_what_was_sent(asked):
    assert wrong() == {}


def test_a_state_no_receipt_tells_of(asked, world):
    Delivery.objects.filter(body=world.falun).update(state=Outcome.ANSWERED)
    found = wrong()
    assert "receipts say" in found["rounds.states"]
    assert {"rounds.times", "rounds.waits"}.isdisjoint(found)


def test_a_time_no_receipt_tells_of(asked, world):
    Delivery.objects.filter(body=world.falun).update(received_at=world.now() - dt.timedelta(days=1))
    assert wrong().keys() == {"rounds.times"}


def test_what_waits_where_it_should_not(asked, world):
    Delivery.objects.filter(body=world.falun).update(waits_at=world.dalarna)
    assert wrong().keys() == {"rounds.waits"}


def test_a_delivery_without_a_receipt(asked, world):
    extra = Delivery.objects.create(round=asked, body=world.dalarna, position=6, state=Outcome.SENT)
    assert wrong()["rounds.states"] == f"delivery {extra.pk}: no receipt at all"


def test_twenty_are_told_and_that_there_are_more(world):
    for _ in range(4):
        world.sent(kinds=["municipality"])
    Delivery.objects.update(via=world.dalarna)
    assert wrong()["rounds.waits"].count("came by") == checks.MOST_TOLD
    assert wrong()["rounds.waits"].endswith("; …")
