"""A proposal to stop with something becomes a proposal to retire a method that the ledger knows, and hears what was decided."""

from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.adoption.commands.retirements import propose_retirement
from vaxel.adoption.domain.life import ThingState
from vaxel.adoption.models import Retirement, Thing
from vaxel.adoption.permissions import proposes
from vaxel.adoption.words import RETIREMENTS
from vaxel.calendar import clock
from vaxel.signals.commands.becoming import fed_back
from vaxel.signals.destinations import Destination, register
from vaxel.signals.destinations import Thing as Shown
from vaxel.signals.domain.kinds import SignalKind
from vaxel.signals.models import Signal
from vaxel.ui.refusal import Refusal

KEY = "retirement"
MOST = 100  # things to choose among in a select


def choices(signal, _actor):
    """Only of a proposal to stop with something: which of the things in use it means."""
    if signal.kind != SignalKind.RETIRE:
        return []
    things = Thing.objects.filter(state=ThingState.IN_USE).order_by("name")[:MOST]
    return [(str(thing.pk), _("Ett förslag att fasa ut: %(thing)s") % {"thing": thing.name}) for thing in things]


def propose(signals, by, choice) -> int:
    """The proposal says what the signal is called and refers to it; whoever wrote more is read there, by who may."""
    thing = Thing.objects.filter(pk=choice).first() if choice.isascii() and choice.isdigit() else None
    if thing is None:
        raise Refusal(_("Välj vad som bör fasas ut."), field="destination")
    reason = _("Förslaget kommer från en signal: %(title)s") % {"title": signals[0].title}
    return propose_retirement(thing, reason, by=by, source=signals[0]).pk


def show(object_ids, _actor) -> dict[int, Shown]:
    """The proposal's page is open to anyone; what was decided is told when it has been."""
    found = Retirement.objects.select_related("thing").in_bulk(object_ids)
    return {pk: _shown(retirement) for pk, retirement in found.items()}


def _shown(retirement):
    title = _("Förslag att fasa ut %(thing)s") % {"thing": retirement.thing.name}
    said = _("ett förslag att fasa ut %(thing)s") % {"thing": retirement.thing.name}
    decided = retirement.decision if retirement.decided_at else ""
    return Shown(title, said, RETIREMENTS[retirement.state], reverse("retirement", args=[retirement.pk]), decided)


def on_settled(sender, retirement, **_facts):
    """Adoption's own fact: dismissed, kept, or decided to be phased out; in the transaction that decides."""
    fed_back(KEY, retirement.pk, text=retirement.decision, received_at=clock.now())


def source(request, signal_id):
    """On the proposal's page: the way back, for who may read the signal."""
    one = Signal.objects.visible_to(request.actor).filter(pk=signal_id).first()
    return one and (_("Signal %(n)s") % {"n": one.pk}, reverse("signal", args=[one.pk]))


register(Destination(KEY, proposes, choices, propose, show, lambda object_id: reverse("retirement", args=[object_id])))
