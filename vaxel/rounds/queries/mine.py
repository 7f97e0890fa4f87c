"""The rounds a person has to do with: sent by the bodies he acts for, received by them or by what lies below them."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from vaxel.calendar.clock import today
from vaxel.composed import composed
from vaxel.network.actor import Reader
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.domain.owing import owes
from vaxel.rounds.models import Delivery, FrameRange, Round
from vaxel.rounds.models.reached import AlsoReached
from vaxel.rounds.models.reading import sent_by
from vaxel.rounds.queries.tally import Tally, tallies

FIRST = 8
SENT, RECEIVED = "skickade", "mottagna"
# What is going on first, then what is being written, then what has ended; within each the nearest date, then the newest.
_ORDER = (RoundState.OPEN, RoundState.DRAFT, RoundState.CLOSED, RoundState.FED_BACK, RoundState.RECALLED)


@dataclass(frozen=True)
class Listed:
    """One line of the list. `own` is the state of one's own body's part, None where it has none."""

    round: Round
    sender: str
    is_ours: bool
    tally: Tally | None
    own: int | None
    due: dt.date | None

    @property
    def owed(self):
        asks = self.round.kind != RoundKind.MAILING
        return self.own is not None and self.round.state == RoundState.OPEN and owes(self.own, asks=asks)


def my_rounds(actor, *, view="", state="", kind="", day=None):
    """A queryset of rounds; `view` is all, sent or received. `by_day` is one's own last day, else the round's."""
    rounds = Round.objects.visible_to(actor, day)
    match view:
        case "skickade":
            rounds = rounds.filter(sent_by(actor))
        case "mottagna":
            rounds = rounds.filter(_received(actor)).exclude(sent_by(actor))
        case _:
            rounds = rounds.filter(sent_by(actor) | _received(actor))
    rounds = rounds.filter(**({"state": state} if state else {}), **({"kind": kind} if kind else {}))
    place = Case(*(When(state=one, then=Value(i)) for i, one in enumerate(_ORDER)), output_field=IntegerField())
    rounds = rounds.annotate(place=place, by_day=_by_day(actor))
    return rounds.order_by("place", F("by_day").asc(nulls_last=True), "-sent_at", "-id")


def first_of_mine(actor) -> list[Round]:
    """The first ones of `my_rounds`, for the page that is asked for most."""
    return _first(actor.body_ids, actor.person_id, actor.body_id, today())


@composed
def _first(body_ids, person_id, body_id, day):
    return my_rounds(Reader(body_ids, person_id, body_id), day=day)[:FIRST]


def _by_day(actor):
    if actor.body_id is None:
        return F("due")
    mine = _mine(actor.body_id).last_days().filter(round=OuterRef("id"))
    return Coalesce(Subquery(mine.values("by_day")), "due")


def _received(actor):
    bodies = actor.body_ids
    return (
        Q(Exists(Delivery.objects.filter(round=OuterRef("id"), body__in=bodies)))
        | Q(Exists(FrameRange.objects.filter(frame=OuterRef("frame"), node__in=bodies)))
        | Q(Exists(AlsoReached.objects.filter(round=OuterRef("id"), body__in=bodies)))
    )


def listed(rounds, actor) -> list[Listed]:
    """The same number of queries however many rounds."""
    rounds = list(rounds)
    names = at(today()).names({round.owner_id for round in rounds})
    ours = set(_sent_among([round.pk for round in rounds], actor.body_ids, actor.person_id))
    own = _own(rounds, actor)
    counted = tallies(rounds, None if actor.current is None else actor.body_id, whole=ours)
    return [_line(round, names, ours, own, counted) for round in rounds]


@composed
def _sent_among(ids, body_ids, person_id):
    sent = sent_by(Reader(body_ids, person_id))
    return Round.objects.filter(pk__in=ids).filter(sent).values_list("pk", flat=True)


def _line(round, names, ours, own, counted):
    state, due = own.get(round.pk, (None, round.due))
    sender = names.get(round.owner_id, "")
    return Listed(round, sender, round.pk in ours, counted.get(round.pk), state, due)


def _own(rounds, actor):
    """Round → (state, last day) of the body one acts for."""
    if actor.current is None:
        return {}
    mine = _states(actor.body_id, [round.pk for round in rounds])
    return {round: (state, by_day) for round, state, by_day in mine}


@composed
def _states(body_id, ids):
    mine = _mine(body_id).last_days().filter(round__in=ids)
    return mine.values_list("round_id", "state", "by_day")


def _mine(body_id):
    """What a body has been asked, once it has been passed on to it."""
    return Delivery.objects.filter(body=body_id, waits_at=None)


@dataclass(frozen=True)
class Going:
    """Open rounds: sent by the bodies one acts for, received by them, and how many are due within a week."""

    sent: int
    received: int
    due_soon: int


def going(actor) -> Going:
    open_now = my_rounds(actor).filter(state=RoundState.OPEN).order_by()
    soon = open_now.filter(by_day__gte=today(), by_day__lt=today() + dt.timedelta(days=7))
    sent = open_now.filter(sent_by(actor)).count()
    return Going(sent, open_now.count() - sent, soon.count())
