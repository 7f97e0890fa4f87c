"""What `vaxel verify` asks of signals: every state told again from its steps, and everyone's promise kept apart from it."""

from itertools import groupby

from django.utils.translation import gettext as _

from vaxel.signals.domain.kinds import SignalState, Step
from vaxel.signals.domain.state import rebuilt
from vaxel.signals.models import Signal, SignalStep

MOST_TOLD = 20


def checks():
    """(name, ok, sentence) for `vaxel verify`; changes nothing."""
    faults = list(wrong_states())
    right = _("Varje signals läge och mottagare är de som dess steg säger.")
    yield "signals.states", not faults, "; ".join(faults[:MOST_TOLD]) or right


def wrong_states():
    """Signals whose state or desk is not what their steps add up to."""
    kept = {
        pk: (state, desk) for pk, state, desk in Signal.objects.values_list("pk", "state", "desk_id").iterator(5000)
    }
    rows = SignalStep.objects.order_by("signal_id", "id").values_list("signal_id", "step", "state", "desk_id")
    for signal, steps in groupby(rows.iterator(5000), key=lambda row: row[0]):
        trail = list(steps)
        told = rebuilt((Step(step), SignalState(state)) for _signal, step, state, _desk in trail)
        said = (told, trail[-1][3])
        if kept.pop(signal, None) != said:
            yield f"signal {signal}: the steps say {said}"
    for signal in kept:
        yield f"signal {signal}: no step at all"
