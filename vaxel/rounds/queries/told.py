"""What has been sent out about a round: to whom by role, when, and whether it left, came back or was given up.

The mails themselves are the log (notices), with the reminders that nobody could be reached for beside them.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from vaxel.composed import composed
from vaxel.notices.models import Message
from vaxel.rounds.models import AlsoReached, Delivery, FrameRange, Reminder
from vaxel.rounds.models.reading import OWN_ARENA
from vaxel.rounds.permissions import reads_as_sender
from vaxel.rounds.queries.reach import Reached


class Fate(StrEnum):
    WAITING = "waiting"
    LEFT = "left"
    BOUNCED = "bounced"
    GIVEN_UP = "given_up"
    TAKEN_BACK = "taken_back"
    NO_ADDRESS = "no_address"


@dataclass(frozen=True)
class Told:
    """`event`: sent, reminded … as the event key has it; `at`: when it left, or when it is to leave."""

    body_id: int
    event: str
    how: str  # contact, deputy, mailbox, coordinator; empty for mail from before roles were noted
    fate: Fate
    at: dt.datetime


def messages(round, actor, body_id=None):
    """As a queryset, the latest first: of the bodies whose log the reader may see."""
    rows = Message.objects.filter(about=f"round:{round.pk}").filter(_bodies(round, actor))
    return (rows if body_id is None else rows.filter(body_id=body_id)).order_by("-not_before", "-id")


def told(rows) -> list[Told]:
    return [_told(row) for row in rows]


def unreachable(round, actor, body_id=None) -> list[Told]:
    """Where a reminder was due and nobody in the body's order could be reached: the latest time for each."""
    rows = Reminder.objects.filter(round=round, reached=Reached.NOBODY).filter(_bodies(round, actor))
    rows = rows if body_id is None else rows.filter(body_id=body_id)
    latest = {row.body_id: row for row in rows.order_by("at")}
    return [Told(row.body_id, "reminded", Reached.NOBODY, Fate.NO_ADDRESS, row.at) for row in latest.values()]


def unreached_in(round, bodies) -> set[int]:
    """Those whose latest mail about the round came back, or could not be sent. What was taken back says nothing."""
    rows = _mailed(f"round:{round.pk}", list(bodies))
    latest = {body: bool(bounced or given_up) for body, bounced, given_up in rows}
    return {body for body, failed in latest.items() if failed}


@composed
def _mailed(about, bodies):
    rows = Message.objects.filter(about=about, body_id__in=bodies, cancelled_at=None).order_by("id")
    return rows.values_list("body_id", "bounced_at", "given_up_at")


def _bodies(round, actor):
    """The sender sees all; a county, or a unit's principal, its own part and itself; a body itself."""
    if reads_as_sender(actor, round):
        reached = AlsoReached.objects.filter(round=round).values("body_id")
        waits = round.deliveries.exclude(waits_at=None).values("waits_at_id")
        via = round.deliveries.exclude(via=None).values("via_id")
        return Q(body_id__in=round.deliveries.values("body_id")) | Q(body_id__in=reached) | _any(waits, via)
    part = Q(pk__in=[])
    own = FrameRange.objects.filter(frame=round.frame_id, node__in=actor.body_ids, node__kind__in=OWN_ARENA)
    for start, stop in own.values_list("start", "stop"):
        part |= Q(position__gte=start, position__lt=stop)
    below = Delivery.objects.filter(part, round=round)
    return Q(body_id__in=actor.body_ids) | Q(body_id__in=below.values("body_id"))


def _any(*several):
    found = Q()
    for one in several:
        found |= Q(body_id__in=one)
    return found


def _told(row):
    event = row.event_key.split(":")[2] if row.event_key.count(":") >= 3 else ""
    return Told(row.body_id, event, row.to_as, *_fate(row))


def _fate(row):
    for moment, fate in (
        (row.bounced_at, Fate.BOUNCED),
        (row.given_up_at, Fate.GIVEN_UP),
        (row.cancelled_at, Fate.TAKEN_BACK),
        (row.sent_at, Fate.LEFT),
    ):
        if moment:
            return fate, moment
    return Fate.WAITING, row.not_before
