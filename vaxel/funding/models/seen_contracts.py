"""Who sees which contracts, as a condition on rows.

Whoever writes it, always. Once it is proposed: its parties, its payer and receiver, who follows the agreement's money,
and for a part of another contract whoever signs or pays that one (S0: the municipal contracts are shown in the account).
"""

from django.db import models
from django.db.models import Exists, OuterRef, Q


class ContractQuerySet(models.QuerySet):
    def visible_to(self, actor):
        if actor.is_system:
            return self
        bodies = actor.body_ids
        return self.filter(Q(drafter__in=bodies) | Q(proposed_at__isnull=False) & _concerned(bodies))


def _concerned(bodies):
    from vaxel.funding.models.contract import ContractParty

    signs = ContractParty.objects.filter(body__in=bodies)
    own = Q(payer__in=bodies) | Q(body__in=bodies) | Q(Exists(signs.filter(contract=OuterRef("pk"))))
    above = Q(parent__payer__in=bodies) | Q(Exists(signs.filter(contract=OuterRef("parent"))))
    follows = Q()
    for role in ("owner", "orderer", "payer", "assessor"):
        follows |= Q(**{f"agreement__{role}__in": bodies})
    return own | above | follows
