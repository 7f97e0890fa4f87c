"""Telling the receivers: not before ten minutes have passed and the round is open to them. For the tick."""

import datetime as dt

from django.db import connection, transaction

from vaxel.calendar import clock
from vaxel.calendar.domain.deadlines import midnight
from vaxel.rounds.commands import mail
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import Round

MAIL_AFTER = dt.timedelta(minutes=10)
BATCH = 1000


def announce(round) -> bool:
    """Posts the mail once the ten minutes have passed and the round is open to its receivers. For the tick.

    A thousand bodies at a time, each thousand in a transaction of its own: everyone else writes in between, and whoever
    goes on after a crash goes on where the last one stopped.
    """
    while (done := _next_thousand(round)) is False:
        pass
    return bool(done)


def _next_thousand(round) -> bool | None:
    """True when it was the last; None where there is nothing to do, or somebody else is at it."""
    with transaction.atomic():
        waiting = Round.objects.select_for_update(
            of=("self",), no_key=True, skip_locked=connection.features.has_select_for_update_skip_locked
        )
        now = waiting.filter(pk=round.pk, state=RoundState.OPEN, announced_at=None).first()
        if now is None or clock.now() < mail_at(now):
            return None
        start, now.announced_to = now.announced_to, now.announced_to + BATCH
        rows = now.deliveries.filter(position__gte=start, position__lt=now.announced_to).order_by("position")
        mail.sent(now, list(rows))
        done = now.announced_to >= now.frame.size
        now.announced_at = clock.now() if done else None
        now.save(update_fields=["announced_at", "announced_to"])
    return done


def mail_at(round) -> dt.datetime:
    """Ten minutes after sending, or when the round opens, whichever is later."""
    after = round.sent_at + MAIL_AFTER
    return max(after, midnight(round.opens)) if round.opens else after
