"""A proposal to stop with something: begun in adoption's own process, and its author hears what was decided."""

import pytest
from django.test import RequestFactory

from vaxel.adoption.commands.retirements import dismiss
from vaxel.adoption.commands.things import create_thing
from vaxel.adoption.models import Retirement
from vaxel.signals import retirements
from vaxel.signals.commands import becoming
from vaxel.signals.destinations import choices
from vaxel.signals.models import SignalStep
from vaxel.signals.queries.listed import things_of
from vaxel.ui.refusal import Refusal


@pytest.fixture
def method(world, signals):
    return create_thing(
        by=signals.nation, owner_id=world.secretariat.pk, name="Dubbla skattningen", kind="metod",
        target_kinds=["municipality"],
    )  # fmt: skip


def test_from_a_signal_to_the_decision_and_back(world, signals, method):
    one = signals.of(world.mora, kind="retire", title="Sluta med den dubbla skattningen")
    assert (f"retirement:{method.pk}", "Ett förslag att fasa ut: Dubbla skattningen") in choices(one, signals.county)
    link = becoming.become(one, f"retirement:{method.pk}", by=signals.county, **signals.now())
    made = Retirement.objects.get(pk=link.object_id)
    assert (made.thing, made.source_type, made.source_id) == (method, "signals.signal", one.pk)

    dismiss(made, "Den nya skattningen ersätter den gamla redan i höst.", by=signals.nation)
    one.refresh_from_db()
    assert one.state == "closed"
    assert SignalStep.objects.get(signal=one, step="fed_back").note.text.startswith("Den nya skattningen")
    (thing,) = things_of([one], world.actor(world.mora))[one.pk]
    assert thing.feedback.startswith("Den nya skattningen")


def test_a_need_is_no_proposal_to_retire(world, signals, method):
    assert [value for value, _label in choices(signals.of(world.mora), signals.county)] == ["round:"]


@pytest.mark.parametrize("choice", ["", "x", "999999", "-1"])
def test_what_is_no_thing_is_refused_and_nothing_is_made(world, signals, method, choice):
    one = signals.of(world.mora, kind="retire")
    with pytest.raises(Refusal):
        becoming.become(one, f"retirement:{choice}", by=signals.county, **signals.now())
    assert (Retirement.objects.count(), one.steps.count()) == (0, 1)


def test_the_way_back_is_shown_to_who_may_read_it(world, signals):
    one = signals.of(world.mora, kind="retire")
    request = RequestFactory().get("/")
    request.actor = signals.county
    assert retirements.source(request, one.pk) == (f"Signal {one.pk}", f"/signaler/{one.pk}/")
    request.actor = world.actor(world.falun)
    assert retirements.source(request, one.pk) is None
