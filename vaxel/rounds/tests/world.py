"""A tiny Sweden for tests: a nation, two healthcare regions, Dalarna, a divided Halland, Gotland of two kinds, two units.

world = make_world()
round = world.sent(kinds=["municipality"])                  # sent by the secretariat a week before it is due
by = world.actor(world.falun, Role.CONTACT)                 # a person with that mandate
delivery = world.delivery(round, world.falun)
confirm_receipt(delivery, by=by, key=world.key(), received_at=world.now())
"""

import datetime as dt
import itertools
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from vaxel.calendar import clock
from vaxel.network.actor import SYSTEM, ActiveMandate, Actor
from vaxel.network.commands.closing import rebuild_closure
from vaxel.network.domain.kinds import Extent, Kind, Role, Tree
from vaxel.network.models import Body, FunctionMailbox, Identity, Mandate, Person, Tie
from vaxel.rounds.commands.rounds import create_round, send
from vaxel.rounds.domain.kinds import RoundKind
from vaxel.rounds.models import Delivery, Template, TemplateVersion

QUESTIONS = {
    "sections": [
        {
            "id": "s1",
            "title": "Medel",
            "questions": [
                {"id": "q1", "type": "number", "label": "Hur många har fått stöd?", "required": True},
                {
                    "id": "q2",
                    "type": "one",
                    "label": "Finns en plan?",
                    "options": [{"id": "ja", "label": "Ja"}, {"id": "nej", "label": "Nej"}],
                },
                {"id": "q3", "type": "long_text", "label": "Vad har varit svårt?"},
            ],
        }
    ]
}


class World:
    """Bodies by name; what they are tied to is below, in `make_world`."""

    def __init__(self):
        self._actors = {}
        self._numbers = itertools.count(1)

    def now(self):
        return clock.now()

    def today(self):
        return clock.today()

    def key(self):
        return uuid.uuid4().hex

    def actor(self, body, role=Role.CONTACT, *, another=0, deputy=False) -> Actor:
        """The same person each time; `another=1` is a colleague in the same role."""
        mine = (body.pk, role, another, deputy)
        if mine not in self._actors:
            self._actors[mine] = _seated(body, role, next(self._numbers), deputy)
        return self._actors[mine]

    @property
    def secretary(self) -> Actor:
        return self.actor(self.secretariat, Role.SECRETARIAT)

    @contextmanager
    def taken_back(self) -> Iterator[None]:
        """Whatever is done within is undone after it; nobody who was first seated there is remembered."""
        seated = dict(self._actors)
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
        self._actors = seated

    def version(self, content=None, owner=None) -> TemplateVersion:
        template = Template.objects.create(owner=owner or self.secretariat, title="Frågor")
        return TemplateVersion.objects.create(template=template, number=1, content=content or QUESTIONS)

    def draft(self, *, kinds=("municipality",), by=None, owner=None, kind=RoundKind.ACCOUNT, **fields):
        by = by or self.secretary
        plain = {
            "title": "Redovisning av årets medel",
            "text": "Berätta vad medlen har använts till.",
            "due": self.today() + dt.timedelta(days=7),
            "audience": {"kinds": list(kinds)},
        }
        if kind != RoundKind.MAILING and "template_version" not in fields:
            plain["template_version"] = self.version()
        return create_round(by=by, owner_id=(owner or self.secretariat).pk, kind=kind, **{**plain, **fields})

    def sent(self, *, by=None, received_at=None, **fields):
        draft = self.draft(by=by, **fields)
        send(draft, by=by or self.secretary, received_at=received_at or self.now())
        return draft

    def delivery(self, round, body) -> Delivery:
        return Delivery.objects.select_related("round", "body").get(round=round, body=body)

    def mailbox(self, body, address):
        return FunctionMailbox.objects.create(body=body, address=address)


def _seated(body, role, number, deputy):
    person = Person.objects.create(name=f"Person {number}", email=f"person{number}@example.org")
    mandate = Mandate.objects.create(body=body, person=person, role=role, deputy=deputy)
    active = ActiveMandate(mandate.pk, body.pk, f"body {body.pk}", role, deputy=deputy)
    return Actor(person.public_id, person.name, (active,), active)


def body(kind, name, code="", *, two_steps=False, within=None, also=()) -> Body:
    made = Body.objects.create(kind=kind, decides_in_two_steps=two_steps)
    for one, its_code, its_name in [(kind, code, name), *also]:
        Identity.objects.create(body=made, kind=one, code=its_code, name=its_name, within=within)
    return made


def tie(child, parent, extent=Extent.WHOLE, **dated) -> Tie:
    return Tie.objects.create(
        tree=Tree.GOVERNANCE, child=child, parent=parent, parent_kind=parent.kind, extent=extent, **dated
    )


def make_world() -> World:
    world = World()
    world.nation = body(Kind.NATION, "Sverige")
    world.secretariat = body(Kind.SECRETARIAT, "Nationella sekretariatet")
    world.north = body(Kind.HEALTHCARE_REGION, "Norra sjukvårdsregionen", "1")
    world.south = body(Kind.HEALTHCARE_REGION, "Södra sjukvårdsregionen", "2")
    world.dalarna = body(Kind.COUNTY, "Dalarnas län", "20")
    world.halland = body(Kind.COUNTY, "Hallands län", "13")
    world.gotland_county = body(Kind.COUNTY, "Gotlands län", "09")
    world.region_dalarna = body(Kind.REGION, "Region Dalarna", "20")
    world.region_halland = body(Kind.REGION, "Region Halland", "13")
    world.gotland = body(Kind.REGION, "Region Gotland", "09", also=[(Kind.MUNICIPALITY, "0980", "Gotlands kommun")])
    world.falun = body(Kind.MUNICIPALITY, "Falu kommun", "2080")
    world.mora = body(Kind.MUNICIPALITY, "Mora kommun", "2062")
    world.orsa = body(Kind.MUNICIPALITY, "Orsa kommun", "2034", two_steps=True)
    world.varberg = body(Kind.MUNICIPALITY, "Varbergs kommun", "1383")
    world.laholm = body(Kind.MUNICIPALITY, "Laholms kommun", "1381")
    world.clinic = body(Kind.UNIT, "Kliniken i Falun", "K1", within=world.region_dalarna)
    world.school = body(Kind.UNIT, "Skolan i Mora", "S1", within=world.mora)
    _tied(world)
    rebuild_closure(Tree.GOVERNANCE)
    return world


def _tied(world):
    for one in (world.north, world.south, world.secretariat):
        tie(one, world.nation)
    for county in (world.dalarna, world.gotland_county):
        tie(county, world.north)
    # Halland lies in both: the county and its region in part, each municipality whole in its own.
    for divided in (world.halland, world.region_halland):
        tie(divided, world.north, Extent.PART)
        tie(divided, world.south, Extent.PART)
    tie(world.varberg, world.north)
    tie(world.laholm, world.south)
    for one in (world.region_dalarna, world.falun, world.mora, world.orsa):
        tie(one, world.dalarna)
    for one in (world.region_halland, world.varberg, world.laholm):
        tie(one, world.halland)
    tie(world.gotland, world.gotland_county)
    tie(world.clinic, world.region_dalarna)
    tie(world.school, world.mora)


__all__ = ["SYSTEM", "World", "body", "make_world", "tie"]
