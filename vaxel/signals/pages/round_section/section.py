"""On a round's page: which signals it is built on. The reader is told how many; whoever may read one finds it here."""

from vaxel.composed import seldom
from vaxel.rounds.pages.round.sections import Section
from vaxel.signals.destinations import ledto_of
from vaxel.signals.models import Signal
from vaxel.signals.rounds import KEY


def foreseen(round):
    return [signals_behind.of(round.pk)]


def section(request, round) -> Section | None:
    """Two queries; none of the words of a signal that the reader may not read."""
    built_on = signals_behind(round.pk)
    if not built_on:
        return None
    open_to = Signal.objects.visible_to(request.actor).filter(pk__in=built_on).order_by("pk")
    return Section("signals/pages/round_section/section.html", {"number": len(built_on), "signals": list(open_to)})


@seldom
def signals_behind(round_id):
    return ledto_of(KEY, round_id).values_list("signal_id", flat=True)
