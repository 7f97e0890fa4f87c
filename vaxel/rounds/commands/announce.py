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
    """Posts the mail once the ten minutes have passed and the round is open to its receivers. For the tick."""
    with transaction.atomic():
        waiting = Round.objects.select_for_update(
            of=("self",), no_key=True, skip_locked=connection.features.has_select_for_update_skip_locked
        )
        now = waiting.filter(pk=round.pk, state=RoundState.OPEN, announced_at=None).first()
        if now is None or clock.now() < mail_at(now):
            return False
        rows = now.deliveries.order_by("position")
        for start in range(0, now.frame.size, BATCH):
            mail.sent(now, list(rows.filter(position__gte=start, position__lt=start + BATCH)))
        now.announced_at = clock.now()
        now.save(update_fields=["announced_at"])
    return True


def mail_at(round) -> dt.datetime:
    """Ten minutes after sending, or when the round opens, whichever is later."""
    after = round.sent_at + MAIL_AFTER
    return max(after, midnight(round.opens)) if round.opens else after
