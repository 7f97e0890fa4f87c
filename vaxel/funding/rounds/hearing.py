"""Funding listens to the rounds it has made: what a body says there is what it takes up."""

from vaxel.funding.commands.requisitioning import follow
from vaxel.rounds import facts
from vaxel.rounds.domain.kinds import RoundKind


def heard(sender, *, delivery, answer, step, by, received_at, **_rest):
    follow(delivery, answer=answer, step=step, by=by, received_at=received_at)


def listen():
    facts.answered.connect(heard, sender=RoundKind.REQUISITION, dispatch_uid="funding.requisition")
