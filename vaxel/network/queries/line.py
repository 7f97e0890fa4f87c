"""The line of turns at a body, as its page shows it: who holds each, who is away, which address does not work."""

import datetime as dt
from dataclasses import dataclass

from vaxel.network.domain.order import Turn
from vaxel.network.models import Absence, Person
from vaxel.network.queries.reaching import orders, seats
from vaxel.network.wording import TURNS, listed
from vaxel.notices.models import FailedAddress


@dataclass(frozen=True)
class Holder:
    name: str  # empty for a mailbox
    address: str
    failed_since: dt.datetime | None
    reason: str = ""


@dataclass(frozen=True)
class Place:
    turn: Turn
    word: str
    holders: tuple[Holder, ...]

    @property
    def is_reached(self):
        return any(one.failed_since is None for one in self.holders)


@dataclass(frozen=True)
class LineOfBody:
    order: str  # "kontaktpersonen, ersättaren och funktionsbrevlådan"
    places: tuple[Place, ...]
    away: tuple[str, ...]

    @property
    def first(self):
        return next((place for place in self.places if place.is_reached), None)

    @property
    def failed(self):
        return [
            one for place in self.places if place.turn != Turn.COORDINATOR for one in place.holders if one.failed_since
        ]


def line_of(body, day) -> LineOfBody:
    order, held = orders([body.pk], day)[body.pk], seats([body.pk], day)[body.pk]
    everyone = [one for several in held.values() for one in several]
    names = dict(
        Person.objects.filter(public_id__in={one.person_id for one in everyone} - {None}).values_list(
            "public_id", "name"
        )
    )
    rows = FailedAddress.objects.filter(address__in={one.address.lower() for one in everyone})
    failed = {row.address: row for row in rows}
    places = tuple(
        Place(turn, str(TURNS[turn]), tuple(_holder(one, names, failed) for one in held.get(turn, ())))
        for turn in order
    )
    absent = Absence.objects.at(day).filter(body=body).select_related("person")
    return LineOfBody(listed([str(TURNS[turn]) for turn in order]), places, tuple(row.person.name for row in absent))


def _holder(one, names, failed):
    fault = failed.get(one.address.lower())
    return Holder(names.get(one.person_id, ""), one.address, fault and fault.since, fault.reason if fault else "")
