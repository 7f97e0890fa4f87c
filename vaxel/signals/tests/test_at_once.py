"""Two people at the same moment, on both databases."""

import pytest

from vaxel.rounds.models import Round
from vaxel.rounds.tests.at_once import AtOnce
from vaxel.rounds.tests.world import make_world
from vaxel.signals.checks import wrong_states
from vaxel.signals.commands import becoming, handling, merging
from vaxel.signals.models import LedTo, Signal, SignalStep
from vaxel.signals.tests.world import Signals
from vaxel.ui.refusal import Refusal


@pytest.fixture
def at_once(transactional_db, tmp_path):
    return AtOnce(tmp_path)


@pytest.fixture
def signals(transactional_db):
    return Signals(make_world())


def test_the_same_form_twice_is_one_signal_and_one_round(signals, at_once):
    one, by, same = signals.of(signals.world.mora), signals.county, signals.now()
    found = at_once.run(*[lambda: becoming.become(one, "round", by=by, **same)] * 2)
    assert not [fault for fault in found if isinstance(fault, Exception)], found
    assert at_once.see(lambda: (Round.objects.count(), LedTo.objects.count())) == (1, 1)


def test_answered_while_another_is_merged_in_both_or_neither_hear(signals, at_once):
    """Whoever comes second sees what the first did: the one merged is answered too, or is merged after the answer."""
    world, by = signals.world, signals.county
    head, other = signals.of(world.mora), signals.of(world.falun)
    given = [signals.now() for _ in range(2)]
    found = at_once.run(
        lambda: handling.answer(head, "Vi tar tag i det.", by=by, **given[0]),
        lambda: merging.merge(other, head, "Samma sak.", by=by, **given[1]),
    )
    assert not [fault for fault in found if isinstance(fault, Exception)], found
    assert not at_once.see(lambda: list(wrong_states()))
    order = at_once.see(
        lambda: list(SignalStep.objects.filter(signal=head.pk).order_by("id").values_list("step", flat=True))
    )
    heard = at_once.see(lambda: SignalStep.objects.filter(signal=other.pk, step="answer").exists())
    assert heard == (order.index("took_in") < order.index("answer"))


def test_merged_into_each_other_at_once_one_is_refused(signals, at_once):
    world, by = signals.world, signals.county
    one, other = signals.of(world.mora), signals.of(world.falun)
    given = [signals.now() for _ in range(2)]
    found = at_once.run(
        lambda: merging.merge(one, other, "Samma.", by=by, **given[0]),
        lambda: merging.merge(other, one, "Samma.", by=by, **given[1]),
    )
    assert sum(isinstance(fault, Refusal) for fault in found) == 1, found
    assert at_once.see(lambda: Signal.objects.filter(state="merged").count()) == 1


def test_who_has_just_seen_it_leave_the_desk_no_longer_answers(signals, at_once):
    one, by = signals.of(signals.world.mora), signals.county
    given = [signals.now() for _ in range(2)]
    found = at_once.run(
        lambda: handling.send_up(one, "Gäller fler.", by=by, **given[0]),
        lambda: handling.answer(one, "Tack.", by=by, **given[1]),
    )
    assert isinstance(found[0], SignalStep), found
    trail = at_once.see(lambda: list(SignalStep.objects.order_by("id").values_list("step", flat=True)))
    assert trail in (["written", "answer", "send_up"], ["written", "send_up"])
    assert isinstance(found[1], SignalStep if "answer" in trail else Refusal), found
    assert not at_once.see(lambda: list(wrong_states()))
