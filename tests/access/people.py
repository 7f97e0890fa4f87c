"""The nine who try every door: what they hold, and a browser for each."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.test import Client

from vaxel.accounts.models import User
from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate, Person

ROLES = (
    "anonymous",
    "no_mandate",
    "contact",
    "approver",
    "coordinator",
    "secretariat",
    "controller",
    "process_leader",
    "ended",
)


@dataclass(frozen=True)
class Visitor:
    role: str
    user: User | None = None
    mandate: Mandate | None = None
    session: str = ""

    def browser(self) -> Client:
        """A new one each time, in the same session: what one door did to the cookies does not follow to the next."""
        browser = Client(raise_request_exception=False)
        if self.session:
            browser.cookies[settings.SESSION_COOKIE_NAME] = self.session
        return browser


def visitors(world) -> dict[str, Visitor]:
    """`own` is Mora: its contact, approver and controller; the county and the healthcare region above it; the nation."""
    yesterday = today() - dt.timedelta(days=1)
    seats = {
        "contact": (world.mora, Role.CONTACT, {}),
        "approver": (world.mora, Role.APPROVER, {}),
        "coordinator": (world.dalarna, Role.COORDINATOR, {}),
        "secretariat": (world.secretariat, Role.SECRETARIAT, {}),
        "controller": (world.mora, Role.CONTROLLER, {}),
        "process_leader": (world.north, Role.PROCESS_LEADER, {}),
        "ended": (world.mora, Role.CONTACT, {"valid_from": dt.date(2020, 1, 1), "valid_to": yesterday}),
    }
    found = {"anonymous": Visitor("anonymous"), "no_mandate": logged_in("no_mandate")}
    return found | {role: logged_in(role, *seat) for role, seat in seats.items()}


def logged_in(role, body=None, mandate_role=None, dates=None):
    user = user_of(role)
    person = Person.objects.create(user=user, name=f"Exempel {role}", email=user.email)
    mandate = body and Mandate.objects.create(person=person, body=body, role=mandate_role, **dates)
    browser = Client()
    browser.force_login(user)
    return Visitor(role, user, mandate, browser.cookies[settings.SESSION_COOKIE_NAME].value)


def user_of(role) -> User:
    """The login of one of the nine: made the first time somebody asks, an object's maker perhaps."""
    email = f"{role}@exempel.example"
    return User.objects.filter(email=email).first() or User.objects.create_user(email, "en lugn höstmorgon i Orsa")
