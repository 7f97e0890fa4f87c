"""The receivers of a round one may see by name: what each has said, how long it took, who has been reminded."""

import datetime as dt
from dataclasses import dataclass
from types import MappingProxyType

from django.db.models import Count, F, Max

from vaxel.calendar.clock import today
from vaxel.composed import composed
from vaxel.network.actor import Reader
from vaxel.network.domain.kinds import Kind, Role, Tree
from vaxel.network.models import Closure, Mandate
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.state import DONE, Outcome, outcome
from vaxel.rounds.models import Delivery, Reminder
from vaxel.rounds.queries.part import between, ends_of, part_of
from vaxel.rounds.queries.told import unreached_in

FIRST = 12
SOME = 51
KNOWN = SOME - 1  # so many are counted where they stand; of more the database tells the number
MISSING, DONE_, RECEIVED_ = "vantar", "svarat", "mottaget"
ASKED = (Outcome.SENT, Outcome.RECEIVED)
CHOICES = {
    MISSING: ASKED,
    DONE_: (Outcome.ANSWERED, Outcome.NOTHING_TO_REPORT),
    "avstod": (Outcome.DECLINED,),
}


@dataclass(frozen=True)
class Receiver:
    delivery: Delivery
    name: str
    county: str
    vacant: bool
    reminded_at: dt.datetime | None
    unreached: bool = False  # the latest mail about the round came back, or could not be sent

    @property
    def body_id(self):
        return self.delivery.body_id

    @property
    def days(self) -> int | None:
        """Whole days from confirmed receipt to answer."""
        start, stop = self.delivery.received_at, self.delivery.answered_at
        return max(0, (stop - start).days) if start and stop else None

    @property
    def is_done(self):
        return outcome(self.delivery.state) in DONE

    @property
    def is_missing(self):
        return outcome(self.delivery.state) in ASKED


def receivers(round, actor, node_id=None, choice=""):
    """A queryset in frame order (county by county): only those whose name the reader may see."""
    found = Delivery.objects.visible_to(actor).filter(part_of(round, node_id).within, round=round)
    if choice in CHOICES:
        found = found.filter(said__in=CHOICES[choice])
    return found.order_by("position")


@dataclass(frozen=True)
class Missing:
    """Those whose name the reader may see, who have not answered (for information nobody answers: not confirmed)."""

    first: list[Receiver]  # without their county
    number: int
    vacant: int  # seats among all of them


def missing(round, actor, node_id, *, asks) -> Missing:
    one = (round.pk, actor.is_system, actor.body_ids, today(), asks)
    ends = ends_of(round, node_id)
    found = _first_missing(*one, *ends)
    if len(found) <= KNOWN:
        number, vacant = len(found), vacancies([delivery.body_id for delivery in found])
    else:
        number, vacant = sum(_number_missing(*one, *ends)), _vacant(_seats_missing(*one, *ends))
    return Missing(_described(found[:FIRST], round, vacant), number, len(vacant))


def _missing(round_id, is_system, body_ids, day, asks, *ends):
    reader = Reader(body_ids, is_system=is_system)
    return Delivery.objects.visible_to(reader, day).filter(
        between(*ends), round=round_id, said__in=ASKED if asks else (Outcome.SENT,)
    )


@composed
def _first_missing(*one):
    return _missing(*one).order_by("position")[:SOME]


@composed
def _number_missing(*one):
    return _missing(*one).order_by().values("round_id").annotate(number=Count("pk")).values_list("number", flat=True)


@composed
def _seats_missing(round_id, is_system, body_ids, day, asks, *ends):
    bodies = _missing(round_id, is_system, body_ids, day, asks, *ends).values("body_id")
    return _seats_at(bodies, day)


def described(deliveries, round) -> list[Receiver]:
    """As many queries however many they are."""
    deliveries = list(deliveries)
    ids = [delivery.body_id for delivery in deliveries]
    return _described(deliveries, round, vacancies(ids), county_names(ids, _day(round)))


def _day(round):
    return round.frame.as_of if round.frame_id else today()


def _described(deliveries, round, vacant, counties=MappingProxyType({})):
    for delivery in deliveries:
        delivery.round = round
    ids = [delivery.body_id for delivery in deliveries]
    names, reminded = at(_day(round)).names(ids), _reminded(round, ids)
    unreached = unreached_in(round, ids)
    return [
        Receiver(
            one,
            names.get(one.body_id, ""),
            counties.get(one.body_id, ""),
            one.body_id in vacant,
            reminded.get(one.body_id),
            one.body_id in unreached,
        )
        for one in deliveries
    ]


def county_names(ids, day) -> dict[int, str]:
    pairs = dict(_counties(ids, day) if isinstance(ids, list | set) else _county_ties(ids, day))
    names = at(day).names(set(pairs.values()))
    return {body: names.get(county, "") for body, county in pairs.items()}


def _county_ties(ids, day):
    ties = Closure.objects.at(day).filter(tree=Tree.GOVERNANCE, descendant__in=ids, ancestor__kind=Kind.COUNTY)
    return ties.values_list("descendant_id", "ancestor_id")


_counties = composed(_county_ties)


def vacancies(ids) -> set[int]:
    """Bodies that have a seat for a contact and nobody in it today."""
    return _vacant(_seats(list(ids), today()))


def _seats_at(bodies, day):
    seats = Mandate.objects.at(day).filter(body__in=bodies, role=Role.CONTACT)
    return seats.values_list("body_id", "person_id")


_seats = composed(_seats_at)


def _vacant(seats):
    filled: dict[int, bool] = {}
    for body, person in seats:
        filled[body] = filled.get(body, False) or person is not None
    return {body for body, is_filled in filled.items() if not is_filled}


def _reminded(round, ids):
    return dict(_latest_reminders(round.pk, ids))


@composed
def _latest_reminders(round_id, ids):
    rows = Reminder.objects.filter(round=round_id, body__in=ids).values("body_id")
    return rows.annotate(latest=Max("at")).values_list("body_id", "latest")


def slowest_first(found):
    return found.annotate(took=F("answered_at") - F("received_at")).order_by(
        F("took").desc(nulls_last=True), "position"
    )
