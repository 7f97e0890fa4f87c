"""Who may. Doing follows the mandate in use, reading every mandate held today (models/reading.py)."""

from django.utils.translation import gettext as _

from vaxel.accounts.access import Rule
from vaxel.network.domain.kinds import Role
from vaxel.signals.models import Signal
from vaxel.signals.models.reading import desks_of
from vaxel.ui.refusal import Refusal

# They speak for their body: they take care of what comes to its desk, and what they write leaves it at once.
SPEAKING = frozenset({Role.SECRETARIAT, Role.COORDINATOR, Role.CONTACT, Role.PROCESS_LEADER})


def require(allowed):
    if not allowed:
        raise Refusal(_("Ert uppdrag ger inte rätt till det. Byt uppdrag, eller be den som har rätt."), status=403)


def writes(actor) -> bool:
    """Anyone with a mandate today, whatever it is."""
    return actor.is_system or actor.current is not None


def speaks(actor) -> bool:
    return actor.is_system or actor.role in SPEAKING


def desks(actor) -> list[int]:
    """The desks the mandate in use takes care of."""
    return desks_of([actor.body_id]) if actor.current and speaks(actor) else []


def reads(actor, signal) -> bool:
    return Signal.objects.visible_to(actor).filter(pk=signal.pk).exists()


def handles(actor, signal) -> bool:
    """Sits at the desk where it is now. Who has sent it on reads what becomes of it, and leaves it to them."""
    return actor.is_system or signal.desk_id in desks(actor)


def is_author(actor, signal) -> bool:
    """Whoever wrote it, or who speaks for the body it was written for."""
    if actor.is_system:
        return True
    if signal.author_body_id is None or actor.body_id != signal.author_body_id:
        return False
    return actor.person_id == signal.author_person or speaks(actor)


def erases(actor, signal) -> bool:
    """Whoever wrote it, and whoever sits at its desk: what names somebody must go at once, wherever it is found."""
    return handles(actor, signal) or is_author(actor, signal)


def _signal_rule(name, predicate):
    def allows(request, signal, **_parts):
        found = Signal.objects.filter(pk=signal).first()
        return found is not None and predicate(request.actor, found)

    return Rule(name, allows)


WRITES_SIGNAL = Rule("writes_signal", lambda request, **_: writes(request.actor))
HAS_DESK = Rule("has_desk", lambda request, **_: speaks(request.actor))
READS_SIGNAL = _signal_rule("reads_signal", reads)
HANDLES_SIGNAL = _signal_rule("handles_signal", handles)
WROTE_SIGNAL = _signal_rule("wrote_signal", is_author)
ERASES_SIGNAL = _signal_rule("erases_signal", erases)
