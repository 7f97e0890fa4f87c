"""Signals in the bodies' registers: written, sent on, answered and fed back, by the steps that say so."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.rounds.registered import Item
from vaxel.signals.domain.kinds import Step
from vaxel.signals.models import SignalStep

UP = (Step.WRITTEN, Step.SEND_UP, Step.SEND_ACROSS, Step.WITHDRAW)
BACK = (Step.ANSWER, Step.FED_BACK)


def items(body):
    """To the desk it came to; an answer to whoever wrote it. Without an author it was said by the public."""
    mine = Q(body=body) | Q(desk=body) | Q(signal__author_body=body)
    words = _words()
    rows = SignalStep.objects.filter(mine, step__in=[*UP, *BACK]).select_related("signal").order_by("pk")
    for one in rows:
        step = Step(one.step)
        ends = (one.body_id, one.desk_id) if step in UP else (one.body_id, one.signal.author_body_id)
        if body in ends and ends[0] != ends[1]:
            path = reverse("signal", args=[one.signal_id])
            yield Item(one.received_at, words[step], one.signal.title, *ends, f"S{one.signal_id}-{one.pk}", path)


def _words():
    return {
        Step.WRITTEN: _("Signal"),
        Step.SEND_UP: _("Signal, sänd vidare"),
        Step.SEND_ACROSS: _("Signal, sänd vidare"),
        Step.WITHDRAW: _("Signal, återtagen"),
        Step.ANSWER: _("Svar på signal"),
        Step.FED_BACK: _("Återkoppling på signal"),
    }
