"""The way back: a mandate ended by mistake goes on as if it had not been."""

import datetime as dt

from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import FOREVER
from vaxel.calendar.clock import today
from vaxel.network.commands.allowed import must_manage
from vaxel.network.commands.refusing import one_change
from vaxel.network.models import Mandate
from vaxel.ui.refusal import Refusal

REGRET = dt.timedelta(days=7)


def regrettable(body):
    """Mandates of the body that ended within a week, or will end; what a page offers to take back."""
    ended = Mandate.objects.filter(body=body, valid_to__gt=today() - REGRET, valid_to__lt=FOREVER)
    return ended.exclude(person=None).select_related("person").order_by("-valid_to", "id")


def reopen_mandate(mandate, *, by) -> Mandate:
    """It has no end any more; the vacancy it left, if nobody has taken it, goes away."""
    must_manage(by, mandate.body)
    if mandate not in regrettable(mandate.body):
        raise Refusal(_("Uppdraget går inte att ångra längre. Ge ett nytt uppdrag i stället."), status=409)
    with one_change():
        _left_vacant(mandate).delete()
        mandate.valid_to = FOREVER
        mandate.save(update_fields=["valid_to"])
        facts = {"mandate": mandate.pk, "person": mandate.person.public_id, "role": mandate.role}
        journal.record("network.reopen_mandate", by=by, obj=mandate.body, facts=facts)
    return mandate


def _left_vacant(mandate):
    seat = {"body": mandate.body, "role": mandate.role, "title": mandate.title, "deputy": mandate.deputy}
    return Mandate.objects.filter(**seat, person=None, valid_from=mandate.valid_to)
