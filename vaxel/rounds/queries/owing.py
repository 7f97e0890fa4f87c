"""Who owes something in a round, and what: the answer, passing on, or a completion that was asked for."""

from dataclasses import dataclass

from django.db.models import F, Max, Q

from vaxel.rounds.domain.kinds import RoundKind
from vaxel.rounds.domain.last_day import last_day
from vaxel.rounds.domain.state import Flag, Outcome, Step
from vaxel.rounds.models import Receipt
from vaxel.rounds.queries.part import part_of

ANSWER, PASS_ON, COMPLETION = "answer", "pass_on", "completion"
ASKED = (Outcome.SENT, Outcome.RECEIVED)
UNREAD = (Outcome.SENT,)  # a mailing asks for nothing but a confirmed receipt


@dataclass(frozen=True)
class Owing:
    """`matter` tells one thing owed from the next: each request for completion is its own."""

    body_id: int
    matter: str
    due: object
    number: int = 1  # how many wait to be passed on

    @property
    def kind(self):
        return self.matter.partition("-")[0]


def owing_rows(round):
    """The deliveries of those who owe something, as a queryset."""
    asked = UNREAD if round.kind == RoundKind.MAILING else ASKED
    rows = round.deliveries.outcomes().annotate(asked_to_complete=F("state").bitand(Flag.COMPLETION_REQUESTED))
    return rows.filter(Q(said__in=asked) | Q(asked_to_complete__gt=0))


def owing(round, node_id=None, *, rows=None) -> list[Owing]:
    """At or below the node. What waits at a coordinating body is that body's to pass on, once however many."""
    rows = owing_rows(round) if rows is None else rows
    rows = list(rows.filter(part_of(round, node_id).within).order_by("position"))
    requests = _requests([row.pk for row in rows if row.asked_to_complete])
    mine = [_own(row, round, requests) for row in rows if row.waits_at_id is None]
    waiting: dict[int, int] = {}
    for row in rows:
        if row.waits_at_id is not None:
            waiting[row.waits_at_id] = waiting.get(row.waits_at_id, 0) + 1
    return [*mine, *(Owing(body, PASS_ON, round.due, number) for body, number in sorted(waiting.items()))]


def _own(row, round, requests):
    matter = f"{COMPLETION}-{requests.get(row.pk, 0)}" if row.asked_to_complete else ANSWER
    return Owing(row.body_id, matter, last_day(row.due, round.due))


def _requests(deliveries):
    """The latest request for completion of each."""
    if not deliveries:
        return {}
    found = Receipt.objects.filter(delivery__in=deliveries, step=Step.COMPLETION_REQUESTED)
    return dict(found.values_list("delivery_id").annotate(latest=Max("pk")))
