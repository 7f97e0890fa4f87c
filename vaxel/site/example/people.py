"""Who holds which mandate in the example: the cast with logins, and a contact at every body, some seats vacant."""

import datetime as dt

from django.contrib.auth.hashers import make_password

from vaxel.accounts.models import User
from vaxel.calendar import FOREVER
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Body, FunctionMailbox, Identity, Mandate, Person
from vaxel.site.example.cast import CAST
from vaxel.site.example.chance import draw

PASSWORD = "vaxel-exempel-2026"
TWO_STEPS = ("2080", "2081", "0180", "1480", "1280")
VACANT_DAYS = 70
VACANT_SHARE = 0.01


def people(day, *, vacant=("2034",)):
    """Everybody. A vacant seat keeps its function mailbox, so nothing is lost."""
    since = day.replace(year=day.year - 2)
    bodies = _bodies(day)
    _contacts(bodies, since, day, vacant)
    _coordinators(bodies, since)
    password = make_password(PASSWORD)  # made once: slow, as it should be
    for part in CAST:
        _play(part, bodies, since, password)
    codes = [bodies[(Kind.MUNICIPALITY, code)].pk for code in TWO_STEPS]
    Body.objects.filter(pk__in=codes).update(decides_in_two_steps=True)


def _bodies(day):
    """(kind, code or name) → identity, as of the day."""
    rows = Identity.objects.at(day).select_related("body")
    return {(Kind(row.kind), key): _Named(row) for row in rows for key in (row.code, row.name, row.short_name) if key}


class _Named:
    """A body with what it is called: enough to write a plausible seat."""

    def __init__(self, identity):
        self.pk = identity.body_id
        self.kind = Kind(identity.kind)
        self.code = identity.code
        self.name = identity.name
        self.short = identity.short_name or identity.name


def _each(bodies, *kinds):
    seen = {}
    for named in bodies.values():
        if named.kind in kinds:
            seen.setdefault(named.pk, named)
    return sorted(seen.values(), key=lambda named: (named.kind, named.code, named.name))


def _contacts(bodies, since, day, vacant):
    """A contact at every body. Where the seat is vacant someone held it until a while ago; the mailbox stays."""
    named = _each(bodies, Kind.MUNICIPALITY, Kind.REGION, Kind.USER_ORGANISATION)
    persons = {
        body.pk: Person(name=f"Kontaktpersonen, {body.short}", email=f"kontakt@{body.pk}.example") for body in named
    }
    Person.objects.bulk_create(persons.values())
    left = {body.pk: day - dt.timedelta(days=VACANT_DAYS) for body in named if _is_vacant(body, vacant)}
    held = [_seat(body.pk, since, person=persons[body.pk], until=left.get(body.pk, FOREVER)) for body in named]
    Mandate.objects.bulk_create(held + [_seat(body, day) for body, day in left.items()])
    FunctionMailbox.objects.bulk_create(
        FunctionMailbox(body_id=body.pk, address=f"registrator@{body.pk}.example", valid_from=since) for body in named
    )


def _is_vacant(body, vacant):
    return body.code in vacant or draw("vacant", body.name) < VACANT_SHARE


def _seat(body_id, since, *, person=None, until=FOREVER):
    return Mandate(
        body_id=body_id, person=person, role=Role.CONTACT, title="kontaktperson", valid_from=since, valid_to=until
    )


def _coordinators(bodies, since):
    """Two share a county's inbox: one for the region, one for the municipalities."""
    counties = _each(bodies, Kind.COUNTY)
    sides = ("regionen", "kommunerna")
    persons = [
        Person(name=f"Samordnaren för {side}, {county.short}", email=f"samordnare-{side}@{county.pk}.example")
        for county in counties
        for side in sides
    ]
    Person.objects.bulk_create(persons)
    seats = [(county, side) for county in counties for side in sides]
    Mandate.objects.bulk_create(
        Mandate(
            body_id=county.pk, person=person, role=Role.COORDINATOR, title=f"samordnare för {side}", valid_from=since
        )
        for (county, side), person in zip(seats, persons, strict=True)
        if county.code != "20"  # Dalarna's two have logins
    )
    FunctionMailbox.objects.bulk_create(
        FunctionMailbox(body_id=county.pk, address=f"lansforum@{county.pk}.example", valid_from=since)
        for county in counties
    )


def _play(part, bodies, since, password):
    user = User.objects.create(email=part.email, password=password, is_example=True)
    person = Person.objects.create(user=user, name=part.name, email=part.email)
    for seat in part.seats:
        body = bodies[(seat.kind, seat.code)]
        if seat.role == Role.CONTACT:  # takes the seat from the nameless one
            Mandate.objects.filter(body_id=body.pk, role=Role.CONTACT).delete()
        Mandate.objects.create(
            body_id=body.pk, person=person, role=seat.role, title=seat.title, deputy=seat.deputy, valid_from=since
        )
