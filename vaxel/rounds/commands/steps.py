"""One step of one delivery: lock, told already?, policy, storage act. Every command on a delivery ends here."""

from collections.abc import Iterator
from dataclasses import astuple
from itertools import count

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vaxel.calendar.domain.deadlines import in_time
from vaxel.composed import composed
from vaxel.rounds import facts, policies
from vaxel.rounds.commands import reminded, storage
from vaxel.rounds.domain.keys import UNDONE_BY, receipt_key
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.domain.owing import owes
from vaxel.rounds.domain.state import TOLD, Outcome, Step, after, outcome
from vaxel.rounds.domain.times import SAYING, Times, times_after
from vaxel.rounds.models import Delivery, Receipt, ReceiptNote, Round
from vaxel.rounds.queries.answers import standing_answer
from vaxel.ui.refusal import Refusal

WAITS = _("Förfrågan väntar hos länets samordnare, som skickar den vidare. Därefter kan den besvaras.")
ENDING = SAYING | {Step.RECEIVED}  # after these a body may owe nothing more
TIMES = ("received_at", "relayed_at", "answered_at", "approved_at")


def locked(delivery) -> Delivery:
    """The delivery as it is now, ours until the transaction ends. The round is read after the lock: a recall shows."""
    fresh = Delivery.objects.select_for_update(of=("self",), no_key=True).get(pk=delivery.pk)
    [fresh.round] = _round(fresh.round_id)
    return fresh


@composed
def _round(round_id):
    return Round.objects.filter(pk=round_id).select_related("template_version")


def told_already(delivery, step, key) -> Receipt | None:
    """The receipt of the same form sent twice, unless what it acknowledges has been undone since."""
    told = list(_of_same_form(delivery, step, key))
    return told[-1] if told and not _undone(delivery, told[-1]) else None


def _of_same_form(delivery, step, key) -> Iterator[Receipt]:
    for again in count() if key else ():
        found = _receipt(receipt_key(key, delivery.pk, step, again))
        if not found:
            return
        yield from found


@composed
def _receipt(key):
    return Receipt.objects.filter(key=key)


def _undone(delivery, receipt):
    undoing = UNDONE_BY.get(Step(receipt.step), ())
    return bool(undoing) and delivery.receipts.filter(pk__gt=receipt.pk, step__in=undoing).exists()


def _key_for(delivery, step, key):
    """One that no receipt has."""
    return receipt_key(key, delivery.pk, step, len(list(_of_same_form(delivery, step, key)))) if key else None


def allow(act, delivery, received_at):
    """Policy, and the one thing the table cannot know: a body where it still waits cannot act.

    What reached our edge before the round was closed is in time, however long the queue was.
    """
    state = RoundState(delivery.round.state)
    if state == RoundState.CLOSED and received_at < delivery.round.closed_at:
        state = RoundState.OPEN
    policies.allow(act, state, outcome(delivery.state))
    if delivery.waits_at_id and act != policies.Act.RELAY:
        raise Refusal(str(WAITS), status=policies.CONFLICT)


def write(delivery, step, *, by, key, received_at, note="", registered_by_body=None) -> Receipt:
    """Inside the caller's transaction, on a locked delivery, after policy."""
    step = Step(step)
    delivery.state = after(delivery.state, step, late=is_late(delivery, step, received_at))
    times = times_after(Times(*(getattr(delivery, name) for name in TIMES)), step, received_at)
    for name, value in zip(TIMES, astuple(times), strict=True):
        setattr(delivery, name, value)
    act = storage.Written(
        delivery=delivery,
        step=step,
        at=received_at,
        key=_key_for(delivery, step, key),
        person_id=by.person_id,
        mandate_id=by.mandate_id,
        on_behalf_of=delivery.body_id if registered_by_body else by.body_id,
        registered_by_body=registered_by_body,
    )
    receipt = storage.write(act, by)
    if note:
        ReceiptNote.objects.create(receipt=receipt, text=note)
    if step in ENDING and not owes(delivery.state, asks=delivery.round.kind != RoundKind.MAILING):
        reminded.take_back(delivery.round_id, [delivery.body_id])
    _tell(delivery, step, by, received_at)
    return receipt


def _tell(delivery, step, by, received_at):
    kind = RoundKind(delivery.round.kind)
    if step in TOLD and facts.answered.has_listeners(kind):
        said = outcome(delivery.state) == Outcome.ANSWERED
        answer = standing_answer(delivery) if said else None
        facts.answered.send(kind, delivery=delivery, answer=answer, step=step, by=by, received_at=received_at)


def is_late(delivery, step, received_at) -> bool:
    due = delivery.last_day
    return step in {*SAYING, Step.ADOPTED} and due is not None and not in_time(received_at, due)


def take(act, step, delivery, *, by, key, received_at, note="", registered_by_body=None) -> Receipt:
    """The whole step: the same form twice gives the same receipt, two people at once go one after the other."""
    with transaction.atomic():
        now = locked(delivery)
        if told := told_already(now, step, key):
            return told
        allow(act, now, received_at)
        receipt = write(
            now, step, by=by, key=key, received_at=received_at, note=note, registered_by_body=registered_by_body
        )
    show(delivery, now)
    return receipt


def show(delivery, now):
    """What the caller holds tells the truth afterwards too."""
    for name in ("state", "waits_at_id", "via_id", "assignee", *TIMES):
        setattr(delivery, name, getattr(now, name))
