"""The real network as the example needs it: who is where, how many live there, who acts for whom."""

import datetime as dt
from dataclasses import dataclass, field

from vaxel.accounts.models import User
from vaxel.calendar import clock
from vaxel.network.actor import Actor
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Closure, Identity, Mandate, Person, Population
from vaxel.network.queries.actors import actor_of
from vaxel.network.queries.asof import at
from vaxel.site.example.bulk import Holder
from vaxel.site.example.cast import CAST
from vaxel.site.example.chance import draw
from vaxel.site.example.year import DECLINED_COUNTIES, LATE_COUNTIES, LATE_IN_DALARNA


@dataclass
class Place:
    body_id: int
    code: str
    name: str
    county: str = ""
    people: int = 20_000


@dataclass
class Land:
    day: dt.date
    places: dict[int, Place] = field(default_factory=dict)
    county_ids: dict[str, int] = field(default_factory=dict)
    contacts: dict[int, Holder] = field(default_factory=dict)
    coordinators: dict[int, Holder] = field(default_factory=dict)
    cast: dict[str, Holder] = field(default_factory=dict)
    secretariat: int = 0

    @property
    def county_dalarna(self) -> int:
        return self.county_ids["20"]

    def actor(self, key) -> Actor:
        """One of the cast, acting in the first of their seats."""
        user = User.objects.get(email=next(part.email for part in CAST if part.key == key))
        return actor_of(user, day=self.day)

    def audience(self, plan) -> dict:
        rule = {"kinds": [str(kind) for kind in plan.kinds]}
        if plan.county:
            rule["counties"] = [self.county_ids[plan.county]]
        if plan.declined_grant:
            rule["except"] = [self.one_of(county, "declined").body_id for county in DECLINED_COUNTIES]
        return rule

    def late(self) -> set[int]:
        """The seven that have not answered the big account."""
        others = {self.one_of(county, "late").body_id for county in LATE_COUNTIES}
        return others | {place.body_id for place in self.places.values() if place.code in LATE_IN_DALARNA}

    def one_of(self, county, why) -> Place:
        """One municipality of a county, the same every time."""
        here = [place for place in self.places.values() if place.county == county and len(place.code) == 4]
        return min(here, key=lambda place: draw(why, place.code))


def body(kind, code) -> int:
    return at(clock.today()).by_code(kind, code).pk


def land(day) -> Land:
    sweden = Land(day)
    _places(sweden)
    _holders(sweden)
    return sweden


def _places(sweden):
    rows = Identity.objects.at(sweden.day)
    counties = {row.body_id: row.code for row in rows.filter(kind=Kind.COUNTY)}
    sweden.county_ids = {code: body for body, code in counties.items()}
    sweden.secretariat = rows.get(kind=Kind.SECRETARIAT).body_id
    for row in rows.filter(kind__in=[Kind.REGION, Kind.COUNTY, Kind.USER_ORGANISATION, Kind.MUNICIPALITY]).order_by(
        "kind"
    ):
        if row.kind == Kind.MUNICIPALITY or row.body_id not in sweden.places:
            sweden.places[row.body_id] = Place(row.body_id, row.code, row.name)
    above = Closure.objects.at(sweden.day).filter(ancestor__in=counties, descendant__in=sweden.places)
    for ancestor, descendant in above.values_list("ancestor", "descendant"):
        sweden.places[descendant].county = counties[ancestor]
    for code, body in sweden.county_ids.items():
        sweden.places[body].county = code
    latest = Population.objects.order_by("reference_date").values_list("body", "people")
    for body, count in latest:
        if body in sweden.places:
            sweden.places[body].people = count


def _holders(sweden):
    public = dict(Person.objects.values_list("id", "public_id"))
    seats = Mandate.objects.exclude(person=None).order_by("-valid_to", "id")
    for seat in seats:
        holder = Holder(public[seat.person_id], seat.id)
        if seat.role == Role.CONTACT:
            sweden.contacts.setdefault(seat.body_id, holder)
        if seat.role == Role.COORDINATOR:
            sweden.coordinators.setdefault(seat.body_id, holder)
    emails = {part.email: part.key for part in CAST}
    for seat in seats.select_related("person").filter(person__email__in=emails):
        sweden.cast.setdefault(emails[seat.person.email], Holder(seat.person.public_id, seat.id))
