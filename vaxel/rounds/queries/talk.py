"""Which questions and corrections a reader of the round sees: published ones without who asked, and one's own."""

from dataclasses import dataclass

from vaxel.calendar.clock import today
from vaxel.composed import seldom
from vaxel.network.actor import Reader
from vaxel.network.queries.asof import at
from vaxel.rounds.models import Correction, Enquiry
from vaxel.rounds.permissions import ACTING, acts_at, reads_as_sender


@dataclass(frozen=True)
class Asked:
    id: int
    text: str
    answer: str
    is_published: bool
    body_name: str  # empty to all but the sender
    asked_at: object


@dataclass(frozen=True)
class Talk:
    enquiries: tuple = ()
    corrections: tuple = ()
    may_ask: bool = False

    @property
    def unanswered(self):
        return [one for one in self.enquiries if not one.answer]


def talk(actor, round, own):
    """`own`: the reader's own body's delivery, which gives the right to ask."""
    as_sender, rows = reads_as_sender(actor, round), enquiries_to(round.pk, actor.body_ids)
    names = at(today()).names([row.body_id for row in rows]) if as_sender and rows else {}
    return Talk(
        tuple(_asked(row, names) for row in rows),
        tuple(corrections(round.pk)),
        may_ask=own is not None and acts_at(actor, own.body_id, ACTING),
    )


@seldom
def enquiries_to(round_id, body_ids):
    return Enquiry.objects.filter(round=round_id).said_to(Reader(body_ids)).order_by("id")


@seldom
def corrections(round_id):
    return Correction.objects.filter(round=round_id).order_by("-at")


def _asked(row, names):
    return Asked(row.pk, row.text, row.answer, row.is_published, names.get(row.body_id, ""), row.asked_at)
