"""Reminding those who owe something, and nobody else: by the plan from the tick, or by hand; in the receiver's own order.

Every reminder is a row in the log before it is a mail, in one transaction on the locked round: two at once go one after
the other, whoever is killed leaves nothing half done, and the database refuses the same step twice.
"""

from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Q

from vaxel import journal
from vaxel.calendar import clock
from vaxel.calendar.domain.days import is_working_day
from vaxel.calendar.domain.quiet import is_quiet
from vaxel.network.actor import SYSTEM
from vaxel.network.domain.order import Turn
from vaxel.rounds import permissions
from vaxel.rounds.commands import mail
from vaxel.rounds.commands.holding import locked
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.domain.reminding import is_turn, next_by_hand, next_planned
from vaxel.rounds.models import Reminder, Round
from vaxel.rounds.policies import RoundAct
from vaxel.rounds.queries.owing import Owing, owing, owing_rows
from vaxel.rounds.queries.reach import NOBODY, Reach, lines
from vaxel.rounds.queries.reminded import sent_before

BATCH = 900


@dataclass(frozen=True)
class Reminded:
    count: int
    unreachable: tuple[int, ...] = ()  # bodies where nobody in their order can be reached
    already_today: int = 0


@dataclass(frozen=True)
class Step:
    """One reminder to be sent: what is owed, who is reached, and who has been before."""

    owed: Owing
    to: Reach
    lap: int = 1
    before: tuple[Turn, ...] = ()
    again: bool = False  # the mail of the turn before came back


def remind(round, *, by, node_id=None) -> Reminded:
    """By hand: the missing at or below the node, at most once a day, the next in each one's order.

    What waits at a coordinating body is that body's to pass on: it is reminded.
    """
    allowed = permissions.is_sender(by, round) if node_id is None else _reminds_below(by, round, node_id)
    permissions.require(allowed)
    day = clock.today()
    with transaction.atomic():
        now = locked(round, RoundAct.REMIND)
        owed = owing(now, node_id, rows=_held(owing_rows(now)))
        log = sent_before(now, {one.body_id for one in owed})
        new = [one for one in owed if all(sent.day != day for sent in log[one.body_id, one.matter])]
        steps = list(_by_hand(new, log, day))
        send_steps(now, steps, by=by)
        facts = {"node": node_id, "count": len(new), "day": day}
        journal.record("rounds.remind", by=by, obj=now, on_behalf_of=by.body_id, facts=facts)
    unreachable = tuple(sorted({step.owed.body_id for step in steps if step.to == NOBODY}))
    return Reminded(sum(step.to != NOBODY for step in steps), unreachable, len(owed) - len(new))


def _reminds_below(by, round, node_id):
    return permissions.is_sender(by, round) or (
        permissions.coordinates(by, node_id) and permissions.names_of_missing_visible(by, round, node_id)
    )


def _by_hand(owed, log, day):
    found = lines([one.body_id for one in owed], day)
    for one in owed:
        sent, (line, ways) = log[one.body_id, one.matter], found[one.body_id]
        lap, turn = next_by_hand(sent, day, line) or (1, None)
        yield Step(one, at_turn(ways, turn), lap, before(sent, lap))


def remind_by_plan(round) -> int:
    """What the plan makes due today, once a day and round; an outage is caught up with one reminder each. For the tick."""
    now, done, after = clock.now(), 0, -1
    day = clock.today()
    if is_quiet(now) or not is_working_day(day):
        return 0
    while after is not None:
        sent, after = _batch(round, day, after)
        done += sent
    return done


def _batch(round, day, after):
    """(how many, the position to go on from, or None). Each batch is a transaction of its own: many never wait long."""
    with transaction.atomic():
        now = _free(round, day)
        if now is None:
            return 0, None
        rows = _held(owing_rows(now).filter(position__gt=after).order_by("position"))[:BATCH]
        rows = list(rows)
        owed = owing(now, rows=owing_rows(now).filter(pk__in=[row.pk for row in rows]))
        steps = list(_planned(now, owed, day))
        send_steps(now, steps, by=SYSTEM)
        if len(rows) < BATCH:
            Round.objects.filter(pk=now.pk).update(reminded_on=day)
            return len(steps), None
        return len(steps), rows[-1].position


def _free(round, day):
    """The round, ours until the transaction ends; None when another tick has it, or all is done for today."""
    rows = Round.objects.select_for_update(
        of=("self",), no_key=True, skip_locked=connection.features.has_select_for_update_skip_locked
    )
    return rows.filter(Q(reminded_on=None) | Q(reminded_on__lt=day), pk=round.pk, state=RoundState.OPEN).first()


def _planned(round, owed, day):
    log = sent_before(round, {one.body_id for one in owed})
    due = [one for one in owed if one.due and is_turn(round.remind_days, one.due, day, log[one.body_id, one.matter])]
    found = lines([one.body_id for one in due], day)
    for one in due:
        sent, (line, ways) = log[one.body_id, one.matter], found[one.body_id]
        turn = next_planned(round.remind_days, one.due, day, sent, line)
        if turn or not ways:
            yield Step(one, at_turn(ways, turn), _lap(sent), before(sent, _lap(sent)))


def _held(rows):
    """Whoever answers at this moment comes before, and is not reminded, or waits, and takes the reminder back."""
    return rows.select_for_update(of=("self",), no_key=True) if connection.features.has_select_for_update else rows


def at_turn(ways, turn):
    return next((way for way in ways if way.turn == turn), NOBODY)


def _lap(sent):
    return max((one.lap for one in sent), default=1)


def before(sent, lap):
    return tuple(one.turn for one in sent if one.turn and one.lap == lap)


def send_steps(round, steps, *, by) -> None:
    """The log and the mails of these reminders, in the caller's transaction on the locked round."""
    mail.reminders(round, [step for step in steps if step.to != NOBODY])
    Reminder.objects.bulk_create((_logged(round, step, by) for step in steps), batch_size=500)


def _logged(round, step, by):
    return Reminder(
        round=round,
        body_id=step.owed.body_id,
        matter=step.owed.matter,
        lap=step.lap,
        reached=step.to.how,
        day=clock.today(),
        at=clock.now(),
        by=by.person_id,
        bounced=step.again,
        event_key="" if step.to == NOBODY else mail.reminder_key(round, step),
    )
