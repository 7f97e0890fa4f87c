"""Signals as a list shows them: names looked up at once, the same number of queries however many."""

import datetime as dt
from dataclasses import dataclass

from vaxel.calendar import clock
from vaxel.network.models import Person
from vaxel.network.queries.asof import at
from vaxel.signals.destinations import Thing, destination
from vaxel.signals.domain.kinds import SignalState
from vaxel.signals.domain.promise import days_owed
from vaxel.signals.models import LedTo, Signal
from vaxel.signals.permissions import desks


@dataclass(frozen=True)
class Line:
    signal: Signal
    place: str
    author: str  # empty for the public
    desk: str
    taker: str  # who has taken it, for those at its desk
    owed: int  # days past the promise
    waited: dt.timedelta
    things: tuple[Thing, ...]
    merged: int  # how many others go on as part of it

    @property
    def is_waiting(self) -> bool:
        return self.signal.state in (SignalState.NEW, SignalState.TAKEN)


def mine(actor):
    """What the bodies one acts for have written, the latest first."""
    return Signal.objects.filter(author_body__in=actor.body_ids).order_by("-id")


def at_desk(actor, *, view=""):
    """What lies at the desks of the mandate in use: what waits first, by its promise. `passed_on` is what has been here."""
    here = Signal.objects.filter(desk__in=desks(actor))
    if view == "passed_on":
        return (
            Signal.objects.visible_to(actor)
            .exclude(desk__in=desks(actor))
            .exclude(author_body=actor.body_id)
            .order_by("-id")
        )
    if view == "done":
        return here.filter(state__in=(SignalState.CLOSED, SignalState.WITHDRAWN)).order_by("-id")
    if view == "answered":
        return here.filter(state=SignalState.ANSWERED).order_by("-id")
    return here.waiting().soonest_promise_first()


def listed(signals, actor) -> list[Line]:
    rows = list(signals)
    bodies = {body for one in rows for body in (one.place_id, one.author_body_id, one.desk_id)} - {None}
    names = at(clock.today()).names(bodies)
    takers = _takers(rows, actor)
    things = things_of(rows, actor)
    merged = _merged(rows)
    return [_line(one, names, takers, things, merged) for one in rows]


def _line(one, names, takers, things, merged):
    waits = one.state in (SignalState.NEW, SignalState.TAKEN)
    return Line(
        signal=one,
        place=names.get(one.place_id, ""),
        author=names.get(one.author_body_id, ""),
        desk=names.get(one.desk_id, ""),
        taker=takers.get(one.taken_by, ""),
        owed=days_owed(one.answer_by, clock.today()) if waits else 0,
        waited=clock.now() - one.written_at,
        things=tuple(things.get(one.pk, ())),
        merged=merged.get(one.pk, 0),
    )


def _takers(rows, actor):
    """Only those at the same desk are told which colleague it is."""
    here = set(desks(actor))
    ids = {one.taken_by for one in rows if one.desk_id in here} - {None}
    return dict(Person.objects.filter(public_id__in=ids, erased_at=None).values_list("public_id", "name"))


def things_of(rows, actor) -> dict[int, list[Thing]]:
    """Signal → what it has led to. One query, and one or a few per kind of thing."""
    links = list(LedTo.objects.filter(signal__in=[one.pk for one in rows]).order_by("id"))
    shown = {}
    for key in sorted({link.destination for link in links}):
        if found := destination(key):
            shown[key] = found.show([link.object_id for link in links if link.destination == key], actor)
    things: dict[int, list[Thing]] = {}
    for link in links:
        if thing := shown.get(link.destination, {}).get(link.object_id):
            things.setdefault(link.signal_id, []).append(thing)
    return things


def _merged(rows):
    counted: dict[int, int] = {}
    for head in Signal.objects.filter(head__in=[one.pk for one in rows]).values_list("head_id", flat=True):
        counted[head] = counted.get(head, 0) + 1
    return counted
