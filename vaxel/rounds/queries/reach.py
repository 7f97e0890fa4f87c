"""Which address reaches a body: contact, deputy, function mailbox, coordinator of the county, in that order."""

from dataclasses import dataclass
from enum import StrEnum

from vaxel.network.domain.kinds import Kind, Role, Tree
from vaxel.network.models import Closure, FunctionMailbox, Mandate

REACHABLE = (Role.CONTACT, Role.COORDINATOR, Role.SECRETARIAT, Role.PROCESS_LEADER)
MOST_IN_LIST = 900


class Reached(StrEnum):
    CONTACT = "contact"
    DEPUTY = "deputy"
    MAILBOX = "mailbox"
    COORDINATOR = "coordinator"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Reach:
    how: Reached
    address: str = ""
    person_id: object = None


NOBODY = Reach(Reached.NOBODY)


def reach(body_ids, day) -> dict[int, Reach]:
    """One address per body. Four queries per nine hundred bodies; with the county's own coordinator as the last resort."""
    wanted, found = list(body_ids), {}
    for start in range(0, len(wanted), MOST_IN_LIST):
        part = wanted[start : start + MOST_IN_LIST]
        own = _own(part, day)
        missing = [body for body in part if body not in own]
        found |= own | _through_county(missing, day)
    return {body: found.get(body, NOBODY) for body in wanted}


def _own(bodies, day):
    found = {
        row.body_id: Reach(Reached.MAILBOX, row.address)
        for row in FunctionMailbox.objects.at(day).filter(body__in=bodies)
    }
    return found | _people(bodies, day)


def _people(bodies, day):
    """The contact goes before the deputy, who goes before a coordinator, and the one longest in the seat first."""
    mandates = Mandate.objects.at(day).filter(body__in=bodies, role__in=REACHABLE, person__erased_at=None)
    found: dict[int, Reach] = {}
    rows = mandates.exclude(person=None).exclude(person__email="").select_related("person")
    for row in sorted(rows, key=lambda row: (row.deputy, REACHABLE.index(row.role), row.valid_from, row.pk)):
        how = Reached.DEPUTY if row.deputy else Reached.CONTACT
        found.setdefault(row.body_id, Reach(how, row.person.email, row.person.public_id))
    return found


def _through_county(bodies, day):
    if not bodies:
        return {}
    ties = Closure.objects.at(day).filter(tree=Tree.GOVERNANCE, descendant__in=bodies, ancestor__kind=Kind.COUNTY)
    county = dict(ties.order_by("-ancestor_id").values_list("descendant_id", "ancestor_id"))
    people = _people(set(county.values()), day)
    return {
        body: Reach(Reached.COORDINATOR, people[over].address, people[over].person_id)
        for body, over in county.items()
        if over in people
    }
