"""Who may decide that a person's data is erased: the secretariat, whose system it is. Anyone may ask for their own."""

from django.utils.translation import gettext as _

from vaxel.accounts.access import Rule
from vaxel.network.domain.kinds import Role
from vaxel.ui.refusal import Refusal


def decides(actor) -> bool:
    return actor.is_system or actor.role == Role.SECRETARIAT


def require(allowed) -> None:
    if not allowed:
        raise Refusal(_("Ert uppdrag ger inte rätt till det. Byt uppdrag, eller be den som har rätt."), status=403)


DECIDES_ERASURE = Rule("decides_erasure", lambda request, **_: decides(request.actor))
