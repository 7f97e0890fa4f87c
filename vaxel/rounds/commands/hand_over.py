"""Someone's mandate has ended while what was mailed to them is still open: the next in order is told, once."""

import datetime as dt

from django.db import transaction
from django.db.models import Q

from vaxel.calendar.clock import now, today
from vaxel.calendar.domain.quiet import is_quiet
from vaxel.network.models import Mandate
from vaxel.notices.models import Message
from vaxel.rounds.commands import mail_others
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import Delivery, Round
from vaxel.rounds.queries.owing import owing, owing_rows
from vaxel.rounds.queries.reach import NOBODY, REACHABLE, reach

LOOKS_BACK = dt.timedelta(days=30)  # longer than any outage one should have


def hand_over() -> int:
    """For the tick. How many rounds were announced; what has been announced is not announced again."""
    if is_quiet(now()):
        return 0
    day = today()
    ended = Mandate.objects.filter(valid_to__lte=day, valid_to__gt=day - LOOKS_BACK, role__in=REACHABLE)
    ended = list(ended.exclude(person=None).select_related("person").order_by("pk"))
    busy = _with_something_open({mandate.body_id for mandate in ended})
    return sum(_announced(mandate, day) for mandate in ended if mandate.body_id in busy)


def _with_something_open(bodies):
    rows = Delivery.objects.filter(round__state=RoundState.OPEN)
    mine = rows.filter(body__in=bodies).values_list("body_id", flat=True)
    waiting = rows.filter(waits_at__in=bodies).values_list("waits_at_id", flat=True)
    return {*mine, *waiting}


@transaction.atomic
def _announced(mandate, day):
    rounds = [round for round in _open_rounds(mandate.body_id) if _was_theirs(round, mandate)]
    if not rounds:
        return 0
    to = reach([mandate.body_id], day)[mandate.body_id]
    if to == NOBODY or to.person_id == mandate.person.public_id:
        return 0
    mail_others.handed_over(mandate, rounds, to)
    return len(rounds)


def _open_rounds(body_id):
    """Those the body still owes something in."""
    its = Q(deliveries__body=body_id) | Q(deliveries__waits_at=body_id)
    rounds = Round.objects.filter(its, state=RoundState.OPEN).distinct().order_by("due", "pk")
    return [round for round in rounds if _owes(round, body_id)]


def _owes(round, body_id):
    rows = owing_rows(round).filter(Q(body=body_id) | Q(waits_at=body_id))
    return any(one.body_id == body_id for one in owing(round, rows=rows))


def _was_theirs(round, mandate):
    """The latest mail about it went to this very person, and this end of a mandate has not been announced."""
    mails = Message.objects.filter(about=f"round:{round.pk}", body_id=mandate.body_id, cancelled_at=None)
    told = list(mails.order_by("id").values_list("to", "event_key"))
    if any(f":handover-{mandate.pk}:" in key for _to, key in told):
        return False
    return bool(told) and told[-1][0].lower() == mandate.person.email.lower()
