"""The round as it is now, ours until the transaction ends, if the act is allowed in its state.

`no_key` everywhere: a row that points at ours is checked at its commit, and would else wait for us who wait for it.
"""

from vaxel.rounds.models import Round
from vaxel.rounds.policies import allow_round


def locked(round, act):
    now = Round.objects.select_for_update(of=("self",), no_key=True).get(pk=round.pk)
    allow_round(act, now.state)
    return now


def show(round, now):
    """What the caller holds tells the truth afterwards too."""
    for field in Round._meta.concrete_fields:
        setattr(round, field.attname, getattr(now, field.attname))
