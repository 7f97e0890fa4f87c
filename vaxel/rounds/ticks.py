"""What time makes due for rounds: mail that has waited its ten minutes, reminders, marks to fold. Idempotent; catches up."""

import datetime as dt

from django.db.models import Q

from vaxel.calendar.clock import now, today
from vaxel.calendar.domain.quiet import is_quiet
from vaxel.rounds.commands.announce import announce
from vaxel.rounds.commands.folding import fold
from vaxel.rounds.commands.remind import remind_by_plan
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import FilledWorkbook, Round, UnfoldedMark
from vaxel.rounds.personal import WORKBOOKS_KEPT

WORKBOOKS_FOR = dt.timedelta(days=WORKBOOKS_KEPT)


def announce_sent() -> int:
    """How many rounds had their mail posted."""
    waiting = Round.objects.filter(state=RoundState.OPEN, announced_at=None).exclude(sent_at=None)
    return sum(announce(round_) for round_ in waiting.select_related("frame").order_by("sent_at"))


def remind_all() -> int:
    """How many were reminded by the plan. Nothing in quiet hours; a tick that was not run for days gives one each."""
    rows = Round.objects.filter(state=RoundState.OPEN, reminds=True).exclude(announced_at=None).exclude(due=None)
    rows = rows.filter(Q(reminded_on=None) | Q(reminded_on__lt=today()))
    return 0 if is_quiet(now()) else sum(remind_by_plan(round_) for round_ in rows.order_by("due"))


def fold_all() -> int:
    """How many marks were taken into their vectors."""
    rounds = UnfoldedMark.objects.order_by("round_id").values_list("round_id", flat=True).distinct()
    return sum(_all_of(round_id) for round_id in list(rounds))


def _all_of(round_id):
    """In several goes where many have acted since the last time."""
    taken = 0
    while folded := fold(round_id):
        taken += folded
    return taken


def forget_workbooks() -> int:
    """How many that nobody took in, or that were taken in long ago, were forgotten."""
    old = FilledWorkbook.objects.filter(created_at__lt=now() - WORKBOOKS_FOR)
    return old.delete()[0]
