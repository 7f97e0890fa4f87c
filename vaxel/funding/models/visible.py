"""Who sees which agreements, as a condition on rows: lists and single pages ask the same thing.

What is decided is public, as public money is. A draft is read by who writes it and by those it names as orderer,
payer, assessor or party.
"""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from vaxel.funding.domain.life import AgreementState

PUBLIC = (AgreementState.DECIDED, AgreementState.REPLACED)


class AgreementQuerySet(models.QuerySet):
    def visible_to(self, actor):
        if actor.is_system:
            return self
        return self.filter(Q(state__in=PUBLIC) | concerned(actor))


def concerned(actor):
    """By any mandate held today: whoever writes the agreement, orders, pays, assesses or is a party."""
    from vaxel.funding.models.agreement import AgreementParty

    bodies = actor.body_ids
    joined = AgreementParty.objects.filter(agreement=OuterRef("pk"), body__in=bodies)
    return (
        Q(owner__in=bodies) | Q(orderer__in=bodies) | Q(payer__in=bodies) | Q(assessor__in=bodies) | Q(Exists(joined))
    )
