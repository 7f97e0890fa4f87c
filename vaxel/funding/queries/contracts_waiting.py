"""Contracts that wait for one's own body's signature."""

from django.db.models import Exists, OuterRef, Subquery

from vaxel.composed import seldom
from vaxel.funding.models import Contract, ContractParty, ContractSignature, ContractVersion
from vaxel.funding.permissions import signs_contract


def to_sign(actor) -> list[Contract]:
    """For the mandate in use, if it signs for its body. One query, the oldest proposal first."""
    if actor.current is None:
        return []
    return [party.contract for party in unsigned(actor.body_id) if signs_contract(actor, party.body)]


def foreseen(actor):
    """What it asks for and mostly finds nothing of."""
    return [unsigned.of(actor.body_id)] if actor.current else []


@seldom
def unsigned(body_id):
    latest = ContractVersion.objects.filter(contract=OuterRef("contract")).order_by("-number").values("pk")[:1]
    signed = ContractSignature.objects.filter(party=OuterRef("pk"), version=OuterRef("latest"))
    return (
        ContractParty.objects.filter(body=body_id, contract__proposed_at__isnull=False)
        .annotate(latest=Subquery(latest))
        .exclude(Exists(signed))
        .select_related("body", "contract__stream", "contract__agreement")
        .order_by("contract__proposed_at", "pk")
    )
