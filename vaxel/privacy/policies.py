"""When an erasure may be decided, whoever decides."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.calendar.clock import today
from vaxel.network.models import Mandate
from vaxel.privacy.domain.regime import Regime, lacking, needs_another
from vaxel.ui.refusal import Refusal

SENTENCES = {
    "reference": gettext_lazy("Skriv vilket gallringsbeslut det sker efter. En myndighet raderar inte utan ett."),
    "reason": gettext_lazy("Skriv varför uppgifterna ska raderas."),
}


def require_complete(regime, reference, reason):
    if field := lacking(Regime(regime), reference, reason):
        raise Refusal(str(SENTENCES[field]), field=field)


def require_decidable(decision, by):
    if decision.carried_out_at:
        raise Refusal(_("Raderingen är redan verkställd."), status=409)
    if needs_another(Regime(decision.regime)) and by.person_id == decision.drafted_by:
        raise Refusal(
            _("Någon annan än den som skrev förslaget ska besluta. Be en kollega öppna den här sidan."), status=409
        )
    require_nobody_acting(decision.person)


def require_nobody_acting(person):
    """Or a seat would be held by somebody without a name."""
    held = Mandate.objects.filter(person=person, valid_to__gt=today()).filter(person__erased_at=None)
    if held.exists():
        raise Refusal(
            _("Personen har uppdrag som gäller. Avsluta dem först, så att ingen plats blir utan namn."), status=409
        )
