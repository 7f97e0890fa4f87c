"""Good examples and promising practice for anyone to read: shown when both the author's body and the desk have chosen so."""

from django.utils.translation import gettext as _

from vaxel.calendar import clock
from vaxel.signals import permissions
from vaxel.signals.commands import steps
from vaxel.signals.domain.kinds import SHOWN_TO_ALL, Act
from vaxel.signals.models import Signal, SignalStep
from vaxel.ui.refusal import Refusal

CONFLICT = 409


def publish(signal, *, by, key=None, received_at) -> SignalStep:

    def shown(now):
        if now.kind not in SHOWN_TO_ALL:
            raise Refusal(_("Bara goda exempel och lovande arbetssätt visas för alla."), status=CONFLICT)
        if not now.may_publish:
            raise Refusal(
                _("Den som skrev har inte sagt ja till att signalen visas för alla. Fråga dem först."), status=CONFLICT
            )
        now.published_at = clock.now()

    return steps.take(Act.PUBLISH, signal, permissions.handles, by=by, key=key, received_at=received_at, change=shown)


def unpublish(signal, *, by, key=None, received_at) -> SignalStep | None:
    """None where it was not shown."""
    if Signal.objects.filter(pk=signal.pk, published_at=None).exists():
        permissions.require(permissions.handles(by, signal))
        return None

    def hidden(now):
        now.published_at = None

    return steps.take(
        Act.UNPUBLISH, signal, permissions.handles, by=by, key=key, received_at=received_at, change=hidden
    )
