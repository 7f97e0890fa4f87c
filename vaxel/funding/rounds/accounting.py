"""Funding listens to the accounts it has asked for, and offers each body what the ledger already knows of its own."""

from vaxel.funding.commands.spending import follow
from vaxel.funding.queries.spending import known
from vaxel.rounds import facts
from vaxel.rounds.domain.kinds import RoundKind
from vaxel.rounds.queries.offered import offered


def heard(sender, *, delivery, answer, step, by, received_at, **_rest):
    follow(delivery, answer=answer, step=step, by=by, received_at=received_at)


def listen():
    facts.answered.connect(heard, sender=RoundKind.ACCOUNT, dispatch_uid="funding.account")
    offered.register(known)
