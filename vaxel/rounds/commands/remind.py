"""Reminding those who have not answered, and nobody else; in the receiver's own order, once a day, logged."""

from dataclasses import dataclass

from django.db import transaction

from vaxel import journal
from vaxel.calendar import clock
from vaxel.rounds import permissions
from vaxel.rounds.commands import mail
from vaxel.rounds.commands.holding import locked
from vaxel.rounds.domain.kinds import RoundKind
from vaxel.rounds.domain.state import Outcome
from vaxel.rounds.models import Delivery, Reminder
from vaxel.rounds.policies import RoundAct
from vaxel.rounds.queries.part import part_of
from vaxel.rounds.queries.reach import NOBODY, reach

OWING = (Outcome.SENT, Outcome.RECEIVED)
UNREAD = (Outcome.SENT,)  # a mailing asks for nothing but a confirmed receipt


@dataclass(frozen=True)
class Reminded:
    count: int
    unreachable: tuple[int, ...] = ()  # bodies without contact, deputy, mailbox and coordinator
    already_today: int = 0


def remind(round, *, by, node_id=None) -> Reminded:
    """The missing at or below the node. What waits at a coordinating body is that body's to pass on: it is reminded."""
    allowed = permissions.is_sender(by, round) if node_id is None else _reminds_below(by, round, node_id)
    permissions.require(allowed)
    day = clock.today()
    with transaction.atomic():
        now = locked(round, RoundAct.REMIND)
        mine, waiting = _missing(now, node_id)
        new = _not_today(now, mine | waiting, day)
        reached = reach(sorted(new), day)
        mail.reminder(now, f"reminded-{day}", [body for body in new if reached[body] != NOBODY], waiting - mine)
        Reminder.objects.bulk_create(_logged(now, reached, day, by), batch_size=500)
        facts = {"node": node_id, "count": len(new), "day": day}
        journal.record("rounds.remind", by=by, obj=now, on_behalf_of=by.body_id, facts=facts)
    unreachable = tuple(body for body in sorted(new) if reached[body] == NOBODY)
    return Reminded(len(new) - len(unreachable), unreachable, len(mine | waiting) - len(new))


def _reminds_below(by, round, node_id):
    return permissions.is_sender(by, round) or (
        permissions.coordinates(by, node_id) and permissions.names_of_missing_visible(by, round, node_id)
    )


def _missing(round, node_id):
    owing = UNREAD if round.kind == RoundKind.MAILING else OWING
    rows = Delivery.objects.outcomes().filter(part_of(round, node_id).within, round=round, said__in=owing)
    pairs = list(rows.values_list("body_id", "waits_at_id"))
    return {body for body, waits_at in pairs if waits_at is None}, {waits_at for _, waits_at in pairs} - {None}


def _not_today(round, bodies, day):
    keys = {_key(round, body, day): body for body in bodies}
    told = set(Reminder.objects.filter(round=round, key__endswith=f":{day}").values_list("key", flat=True))
    return {body for key, body in keys.items() if key not in told}


def _key(round, body, day):
    return f"{round.pk}:{body}:{day}"


def _logged(round, reached, day, by):
    for body, how in reached.items():
        yield Reminder(round=round, body_id=body, key=_key(round, body, day), by=by.person_id, reached=how.how)
