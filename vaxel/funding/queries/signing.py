"""Who attests at a body: those with its second mandate, the finance head first."""

from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate

FINANCE = "ekonomi"


def first_signer(body_id) -> str:
    """ "Robin, ekonomichef"; empty where the body has nobody to attest."""
    seats = Mandate.objects.at(today()).filter(body=body_id, role=Role.APPROVER, person__erased_at=None)
    found = seats.exclude(person=None).order_by("pk").values_list("person__name", "title")
    who = min(found, key=lambda one: FINANCE not in one[1].casefold(), default=())
    return ", ".join(filter(None, who))
