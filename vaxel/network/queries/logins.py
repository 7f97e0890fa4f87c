"""Can the people who act here log in? Asked once for a whole list."""

from enum import StrEnum

from vaxel.network.models import Person


class Login(StrEnum):
    NONE = "none"  # never invited
    INVITED = "invited"  # a link is out
    READY = "ready"


def logins(seats) -> dict[int, Login]:
    """Person id → whether they have a login."""
    people = Person.objects.filter(pk__in=[seat.person_id for seat in seats if not seat.vacant]).select_related("user")
    return {person.pk: _login(person.user) for person in people}


def _login(user):
    if user is None:
        return Login.NONE
    return Login.READY if user.has_usable_password() or user.is_example else Login.INVITED
