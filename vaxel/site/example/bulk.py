"""Writes a round's course for many bodies at once: the same rows the commands write, in a handful of inserts.

`vaxel verify` holds for what stands here: states are what the receipts say, the vector is what the states say.
"""

from dataclasses import asdict, dataclass, field

from vaxel.calendar.domain.deadlines import in_time
from vaxel.rounds.commands.steps import TIMES
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.domain.last_day import last_day
from vaxel.rounds.domain.state import Step, after
from vaxel.rounds.domain.times import SAYING, Times, times_after
from vaxel.rounds.models import Answer, Delivery, Receipt, ReceiptNote
from vaxel.rounds.models.delivery import StateVector
from vaxel.rounds.queries.vectors import kept

BATCH = 1000


@dataclass(frozen=True)
class Holder:
    """Who acts for a body: opaque ids, as receipts keep them."""

    person_id: object = None
    mandate_id: int | None = None


@dataclass
class Story:
    """One delivery's further course."""

    delivery: Delivery
    steps: list
    holder: Holder
    passes_on: Holder = field(default_factory=Holder)
    via: int | None = None
    values: dict | None = None
    decided_by: Holder | None = None


def carry_out(round_, stories):
    """Receipts, notes, answers and states for the stories; then the round's vector anew."""
    receipts, notes = [], []
    for story in stories:
        _live_through(round_, story, receipts, notes)
    Receipt.objects.bulk_create(receipts, batch_size=BATCH)
    ReceiptNote.objects.bulk_create(
        [ReceiptNote(receipt=receipt, text=text) for receipt, text in notes], batch_size=BATCH
    )
    _stand_at([story.delivery for story in stories])
    Answer.objects.bulk_create([answer for story in stories for answer in _answers(story)], batch_size=BATCH)
    fold(round_)


def _stand_at(deliveries):
    """As inserts that meet what is there: a bulk_update spells out every row of every field as a condition."""
    fields = ["state", "waits_at", "via", "received_at", "relayed_at", "answered_at", "approved_at"]
    Delivery.objects.bulk_create(
        deliveries, batch_size=BATCH, update_conflicts=True, unique_fields=["id"], update_fields=fields
    )


def _live_through(round_, story, receipts, notes):
    for taken in story.steps:
        _take(round_, story, taken, receipts, notes)
        if taken.step == Step.ANSWERED and story.decided_by:
            _stamp(story.delivery, Step.APPROVED, taken.at, round_)
            receipts.append(_receipt(story, Step.APPROVED, taken.at, story.decided_by))


def _take(round_, story, taken, receipts, notes):
    delivery = story.delivery
    if taken.step == Step.RELAYED:
        delivery.waits_at_id, delivery.via_id = None, story.via
    _stamp(delivery, taken.step, taken.at, round_)
    asks = taken.step in (Step.RELAYED, Step.COMPLETION_REQUESTED)
    receipt = _receipt(story, taken.step, taken.at, story.passes_on if asks else story.holder)
    receipts.append(receipt)
    if taken.note:
        notes.append((receipt, taken.note))


def _stamp(delivery, step, at, round_):
    late = step in SAYING and not in_time(at, last_day(round_.due, delivery.due))
    delivery.state = int(after(delivery.state, step, late=late))
    times = times_after(Times(*(getattr(delivery, name) for name in TIMES)), step, at)
    for name, value in asdict(times).items():
        setattr(delivery, name, value)


def _receipt(story, step, at, holder):
    return Receipt(
        delivery=story.delivery,
        step=step,
        state=story.delivery.state,
        received_at=at,
        person_id=holder.person_id,
        mandate_id=holder.mandate_id,
    )


def _answers(story):
    """One version per time it was sent; the last one stands."""
    sent = [taken.at for taken in story.steps if taken.step == Step.ANSWERED]
    if not story.values:
        return
    for number, at in enumerate(sent, start=1):
        yield Answer(
            delivery=story.delivery,
            number=number,
            status=AnswerStatus.SUBMITTED if number == len(sent) else AnswerStatus.REPLACED,
            values=story.values,
            submitted_at=at,
            submitted_by=story.holder.person_id,
            decided_at=at if story.decided_by else None,
            decided_by=story.decided_by.person_id if story.decided_by else None,
        )


def fold(round_):
    states = bytes(Delivery.objects.filter(round=round_).order_by("position").values_list("state", flat=True))
    StateVector.objects.update_or_create(round=round_, defaults=kept(round_.frame, states))
