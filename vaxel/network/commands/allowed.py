"""The refusals of someone who may not: one sentence each."""

from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.network.permissions import may_found, may_manage, may_reshape
from vaxel.network.queries.asof import at
from vaxel.ui.refusal import Refusal


def must_manage(by, body):
    if not may_manage(by, body.pk, today()):
        raise Refusal(
            _("Ni får inte ändra %(body)s: ert uppdrag gäller inte där. Be den som har det.") % {"body": _name(body)},
            status=403,
        )


def must_reshape(by, body):
    must_manage(by, body)
    if not may_reshape(by, body, today()):
        raise Refusal(
            _("Namn, kod och tillhörighet för %(body)s ändras av det nationella kansliet. Hör av er dit.")
            % {"body": _name(body)},
            status=403,
        )


def must_found(by, kind, below):
    if not may_found(by, kind, below, today()):
        raise Refusal(
            _("Ni får inte lägga upp en sådan aktör här. Be den som samordnar länet eller det nationella kansliet."),
            status=403,
        )


def _name(body):
    return at(today()).names([body]).get(body.pk, _("aktören"))
