"""A mail about a round did not get through: the next in the body's order gets it at once, each such mail once."""

from django.db import connection, transaction
from django.db.models import Q

from vaxel.calendar import clock
from vaxel.network.actor import SYSTEM
from vaxel.notices.bouncing import followed_up, unheard
from vaxel.notices.models import Message
from vaxel.rounds.commands import mail
from vaxel.rounds.commands.remind import Step, at_turn, before, send_steps
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.domain.reminding import next_after_bounce
from vaxel.rounds.models import Reminder, Round
from vaxel.rounds.queries.owing import owing, owing_rows
from vaxel.rounds.queries.reach import lines, ways
from vaxel.rounds.queries.reminded import sent_before

ABOUT_ROUNDS = "round:"
ALSO_AFTERWARDS = ("fed-back", "correction")  # these matter when no more answers are taken


def try_next(**_signal) -> int:
    """All that nobody has followed up; when a bounce comes in, and from the tick for what was cut short. How many."""
    return sum(_try(pk) for pk in list(unheard(ABOUT_ROUNDS).values_list("pk", flat=True)))


@transaction.atomic
def _try(pk):
    """The round first, as everyone who sends about it does; then the mail, if nobody else has it."""
    failed = Message.objects.get(pk=pk)
    round = Round.objects.select_for_update(of=("self",)).filter(pk=_round_of(failed)).first()
    skip = connection.features.has_select_for_update_skip_locked
    failed = Message.objects.select_for_update(skip_locked=skip).filter(pk=pk, followed_up_at=None).first()
    if failed is None:
        return 0
    followed_up([failed])
    if round is None or not failed.body_id or not _matters(round, failed):
        return 0
    reminder = Reminder.objects.filter(round=round, event_key=failed.event_key).first()
    return _remind_next(round, reminder) if reminder else _send_to_next(round, failed)


def _round_of(message):
    written = message.event_key.split(":")[1]
    return int(written) if written.isdigit() else None


def _matters(round, failed):
    event = failed.event_key.split(":")[2]
    return round.state == RoundState.OPEN or event.startswith(ALSO_AFTERWARDS)


def _remind_next(round, reminder):
    rows = owing_rows(round).filter(Q(body=reminder.body_id) | Q(waits_at=reminder.body_id))
    owed = next((one for one in owing(round, rows=rows) if _is(one, reminder)), None)
    if owed is None:
        return 0
    line, can = lines([reminder.body_id], clock.today())[reminder.body_id]
    sent = sent_before(round, {reminder.body_id})[reminder.body_id, reminder.matter]
    found = next_after_bounce(sent, line)
    if found is None:
        return 0
    lap, turn = found
    send_steps(round, [Step(owed, at_turn(can, turn), lap, before(sent, lap), again=True)], by=SYSTEM)
    return 1


def _is(owed, reminder):
    return (owed.body_id, owed.matter) == (reminder.body_id, reminder.matter)


def _send_to_next(round, failed):
    """To the first who works and has not had this very mail before."""
    first = failed.event_key.partition(":next-")[0]
    tried = Message.objects.filter(event_key__startswith=first, body_id=failed.body_id).values_list("to", flat=True)
    had = {address.lower() for address in tried}
    can = ways([failed.body_id], clock.today())[failed.body_id]
    to = next((way for way in can if way.address.lower() not in had), None)
    if to is None:
        return 0
    mail.once_more(round, failed, to, number=len(had))
    return 1
