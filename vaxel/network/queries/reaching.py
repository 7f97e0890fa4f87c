"""Which addresses reach a body, in the order it has chosen: without a choice contact, deputy, mailbox, coordinator.

A turn that nobody holds (vacant, away, without an address, or with one that does not work) is passed by at once.
"""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from vaxel import notices
from vaxel.composed import seldom
from vaxel.network.domain.kinds import Kind, Role, Tree
from vaxel.network.domain.order import DEFAULT_ORDER, Turn
from vaxel.network.models import Absence, Closure, ContactOrder, FunctionMailbox, Mandate

REACHABLE = (Role.CONTACT, Role.COORDINATOR, Role.SECRETARIAT, Role.PROCESS_LEADER)
MOST_IN_LIST = 900


class Reached(StrEnum):
    """A turn in the order, or that there was none."""

    CONTACT = Turn.CONTACT.value
    DEPUTY = Turn.DEPUTY.value
    MAILBOX = Turn.MAILBOX.value
    COORDINATOR = Turn.COORDINATOR.value
    NOBODY = "nobody"


@dataclass(frozen=True)
class Reach:
    how: Reached
    address: str = ""
    person_id: object = None

    @property
    def turn(self) -> Turn | None:
        return None if self.how == Reached.NOBODY else Turn(self.how.value)


NOBODY = Reach(Reached.NOBODY)


def reach(body_ids, day) -> dict[int, Reach]:
    """The first that can be reached at each body; NOBODY where there is none."""
    return {body: way[0] if way else NOBODY for body, way in ways(body_ids, day).items()}


def ways(body_ids, day) -> dict[int, tuple[Reach, ...]]:
    """All that can be reached at each body, in its own order. Eight queries per nine hundred bodies."""
    wanted, found = list(dict.fromkeys(body_ids)), {}
    for start in range(0, len(wanted), MOST_IN_LIST):
        found |= _ways(wanted[start : start + MOST_IN_LIST], day)
    return found


def seats(body_ids, day) -> dict[int, dict[Turn, tuple[Reach, ...]]]:
    """Who holds each turn, also with an address that does not work: for the page that shows and mends it."""
    return _seats(list(dict.fromkeys(body_ids)), day)


def orders(body_ids, day) -> dict[int, tuple[Turn, ...]]:
    found = {row.body_id: row.order for row in orders_chosen(day, tuple(body_ids))}
    return {body: found.get(body, DEFAULT_ORDER) for body in body_ids}


@seldom
def orders_chosen(day, body_ids):
    return ContactOrder.objects.at(day).filter(body__in=body_ids)


def _ways(bodies, day):
    held, order = _seats(bodies, day), orders(bodies, day)
    broken = notices.failing(one.address for turns in held.values() for several in turns.values() for one in several)
    return {body: tuple(_working(held[body], order[body], broken)) for body in bodies}


def _working(turns, order, broken):
    for turn in order:
        if found := next((one for one in turns.get(turn, ()) if one.address.lower() not in broken), None):
            yield found


def _seats(bodies, day):
    """{body: {turn: those who hold it, the first one first}}"""
    county = _counties(bodies, day)
    people = _people({*bodies, *county.values()}, day)
    found = {body: dict(people.get(body, {})) for body in bodies}
    for row in FunctionMailbox.objects.at(day).filter(body__in=bodies):
        found[row.body_id][Turn.MAILBOX] = (Reach(Reached.MAILBOX, row.address),)
    for body, over in county.items():
        at_county = [one for turn in (Turn.CONTACT, Turn.DEPUTY) for one in people.get(over, {}).get(turn, ())]
        found[body][Turn.COORDINATOR] = tuple(
            Reach(Reached.COORDINATOR, one.address, one.person_id) for one in at_county
        )
    return found


def _people(bodies, day):
    """Contact before coordinator, and the one longest in the seat first. Who is away has a stand-in among the deputies."""
    away = _away(bodies, day)
    mandates = Mandate.objects.at(day).filter(body__in=bodies, role__in=REACHABLE, person__erased_at=None)
    rows = mandates.exclude(person=None).select_related("person")
    found = defaultdict(lambda: {Turn.CONTACT: (), Turn.DEPUTY: ()})
    for row in sorted(rows, key=lambda row: (row.deputy, REACHABLE.index(row.role), row.valid_from, row.pk)):
        turns, absence = found[row.body_id], away.get((row.body_id, row.person_id))
        if absence is None:
            _seat(turns, Turn.DEPUTY if row.deputy else Turn.CONTACT, row.person)
        elif absence.stand_in and (row.body_id, absence.stand_in_id) not in away:
            _seat(turns, Turn.DEPUTY, absence.stand_in)
    return found


def _seat(turns, turn, person):
    how = Reached(turn.value)
    if person.email and person.erased_at is None and all(one.person_id != person.public_id for one in turns[turn]):
        turns[turn] += (Reach(how, person.email, person.public_id),)


def _away(bodies, day):
    """Whose stand-in no longer acts for the body has none."""
    rows = {(row.body_id, row.person_id): row for row in _absences(bodies, day)}
    mandates = Mandate.objects.at(day).filter(person__in={row.stand_in_id for row in rows.values()} - {None})
    acting = set(mandates.values_list("body_id", "person_id")) if rows else set()
    for (body, _person), row in rows.items():
        if (body, row.stand_in_id) not in acting:
            row.stand_in = None
    return rows


def _absences(bodies, day):
    return Absence.objects.at(day).filter(body__in=bodies).select_related("stand_in")


def _counties(bodies, day):
    ties = Closure.objects.at(day).filter(tree=Tree.GOVERNANCE, descendant__in=bodies, ancestor__kind=Kind.COUNTY)
    return dict(ties.order_by("-ancestor_id").values_list("descendant_id", "ancestor_id"))
