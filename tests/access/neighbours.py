"""Those who stand beside the nine of people.py: other seats at the same body, neighbours, strangers, and who has no seat now.

`own` is still Mora's and its county's, `other` Laholm's and Halland's: the last four are at home there.
"""

import datetime as dt

from tests.access.people import Visitor, logged_in
from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Person
from vaxel.rounds.tests.world import body

YESTERDAY, TOMORROW = dt.timedelta(days=-1), dt.timedelta(days=1)


def neighbours(world) -> dict[str, Visitor]:
    agency = body(Kind.AGENCY, "Grannarnas myndighet")
    users = body(Kind.USER_ORGANISATION, "Brukarnas riksorganisation")
    gone = body(Kind.MUNICIPALITY, "Nedlagda kommunen", "2099")
    gone.identities.update(valid_from=dt.date(2020, 1, 1), valid_to=today() + YESTERDAY)
    tomorrow = {"valid_from": today() + TOMORROW}
    seats = {
        "deputy": (world.mora, Role.CONTACT, {"deputy": True}),
        "registrar": (world.mora, Role.REGISTRAR, {}),
        "member": (world.mora, Role.MEMBER, {}),
        "unit_contact": (world.school, Role.CONTACT, {}),
        "neighbour_contact": (world.falun, Role.CONTACT, {}),
        "neighbour_approver": (world.orsa, Role.APPROVER, {}),
        "region_contact": (world.region_dalarna, Role.CONTACT, {}),
        "county_member": (world.dalarna, Role.MEMBER, {}),
        "care_contact": (world.north, Role.CONTACT, {}),
        "secretariat_member": (world.secretariat, Role.MEMBER, {}),
        "secretariat_controller": (world.secretariat, Role.CONTROLLER, {}),
        "far_coordinator": (world.gotland_county, Role.COORDINATOR, {}),
        "agency_contact": (agency, Role.CONTACT, {}),
        "agency_controller": (agency, Role.CONTROLLER, {}),
        "users_contact": (users, Role.CONTACT, {}),
        "of_ended_body": (gone, Role.CONTACT, {"valid_from": dt.date(2020, 1, 1), "valid_to": today() + YESTERDAY}),
        "not_yet": (world.mora, Role.CONTACT, tomorrow),
        "not_yet_secretariat": (world.secretariat, Role.SECRETARIAT, tomorrow),
        "their_contact": (world.laholm, Role.CONTACT, {}),
        "their_approver": (world.laholm, Role.APPROVER, {}),
        "their_coordinator": (world.halland, Role.COORDINATOR, {}),
        "their_process_leader": (world.south, Role.PROCESS_LEADER, {}),
    }
    found = {role: logged_in(role, *seat) for role, seat in seats.items()}
    found["logged_out"] = _ended_everywhere(logged_in("logged_out", world.mora, Role.CONTACT, {}))
    found["closed_login"] = _closed(logged_in("closed_login", world.mora, Role.CONTACT, {}))
    found["erased"] = _erased(logged_in("erased", world.mora, Role.CONTACT, {}))
    return found


def _ended_everywhere(visitor):
    """Logged out everywhere since: the session's cookie is still there."""
    visitor.user.logins_ended += 1
    visitor.user.save()
    return visitor


def _closed(visitor):
    visitor.user.is_active = False
    visitor.user.save()
    return visitor


def _erased(visitor):
    Person.objects.filter(user=visitor.user).update(erased_at=dt.datetime.now(dt.UTC))
    return visitor
