"""How a body decides its own answers: its own choice, and nobody else's."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.network.models import Body
from vaxel.network.permissions import chooses_for
from vaxel.ui.refusal import Refusal


def decide_in_two_steps(body, wanted, *, by) -> Body:
    """Does a second mandate decide the body's answers before they leave it?"""
    if not chooses_for(by, body):
        raise Refusal(
            _("Hur svar beslutas bestämmer organisationen själv. Be någon som har uppdrag där att ändra det."),
            status=403,
        )
    with transaction.atomic():
        body.decides_in_two_steps = wanted
        body.save(update_fields=["decides_in_two_steps"])
        journal.record("network.two_steps" if wanted else "network.one_step", by=by, obj=body)
    return body
