"""Agreements that wait for a second person at one's own body."""

from vaxel.funding.domain.life import AgreementState
from vaxel.funding.models import Agreement
from vaxel.funding.permissions import DECIDING


def waiting_for_decision(actor) -> list[Agreement]:
    """By the mandate in use. What one has put up oneself waits for somebody else."""
    if actor.role not in DECIDING:
        return []
    prepared = Agreement.objects.filter(state=AgreementState.PREPARED, owner=actor.body_id)
    return list(prepared.exclude(prepared_by=actor.person_id).order_by("prepared_at"))
