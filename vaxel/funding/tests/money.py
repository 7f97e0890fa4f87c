"""An agreement in the little Sweden of `rounds/tests/world.py`, as 2020's was: two streams to the municipalities, one to the
regions, suicide prevention and user involvement to the counties. Mora and Orsa get what S3 says, to the öre.

agreement = drafted(world)            # a draft of the secretariat's
decision = decided(world)             # decided by two; decision.agreement, .grants, .payouts
"""

import datetime as dt

from vaxel.funding.commands.agreements import create_agreement, set_deadlines
from vaxel.funding.commands.deciding import confirm, prepare
from vaxel.funding.commands.streams import save_stream, set_amounts
from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.terms import Allocation, Receivers
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Population

COUNTED_ON = dt.date(2019, 11, 1)
MKR = 100_000_000  # in öre
PEOPLE = {
    "nation": 10_319_473,
    "dalarna": 287_795,
    "halland": 333_202,
    "gotland_county": 59_636,
    "falun": 59_406,
    "mora": 20_414,
    "orsa": 6_920,
    "varberg": 64_601,
    "laholm": 25_696,
}
STREAMS = (
    ("handlingsplaner", "Utvecklingsinsatser utifrån handlingsplaner", 200, Receivers.MUNICIPALITY, "population"),
    (
        "kunskapsbaserad",
        "Kunskapsbaserad hälso- och sjukvård och socialtjänst",
        100,
        Receivers.MUNICIPALITY,
        "population",
    ),
    ("handlingsplaner-region", "Utvecklingsinsatser i regionerna", 300, Receivers.REGION, "population"),
    ("suicidprevention", "Suicidprevention", 200, Receivers.COUNTY, "population"),
    ("brukarmedverkan", "Brukarmedverkan", 3, Receivers.COUNTY, "entered"),
)


def drafted(world, *, year=2020, streams=STREAMS, deadlines=None, counted=True, **fields):
    if counted:
        count(world)
    by = world.secretary
    named = dict.fromkeys(("orderer_id", "payer_id", "assessor_id"), world.secretariat.pk)
    made = create_agreement(
        by=by, owner_id=world.secretariat.pk, year=year, name=f"Psykisk hälsa {year}", **{**named, **fields}
    )
    for key, title, mkr, receivers, allocation in streams:
        dated = {"reference_date": COUNTED_ON} if allocation == Allocation.POPULATION else {}
        plain = {"key": key, "title": title, "pot_ore": mkr * MKR, "receivers": receivers, "allocation": allocation}
        stream = save_stream(made, by=by, **plain, **dated)
        if allocation == Allocation.ENTERED:  # a million to each of the three counties
            set_amounts(stream, {one.pk: MKR for one in (world.dalarna, world.halland, world.gotland_county)}, by=by)
    if deadlines is None:
        deadlines = {Link.REQUISITION: dt.date(year, 12, 1), Link.BODY_REPORT: dt.date(year + 1, 1, 31)}
    set_deadlines(made, deadlines, by=by)
    made.refresh_from_db()
    return made


def decided(world, **fields):
    agreement = drafted(world, **fields)
    prepare(agreement, by=world.secretary)
    return confirm(agreement, by=second(world))


def second(world):
    """Another person of the secretariat's, who may confirm what the first has put up."""
    return world.actor(world.secretariat, Role.SECRETARIAT, another=1)


def count(world):
    for name, people in PEOPLE.items():
        _count(getattr(world, name), Kind(getattr(world, name).kind), people)
    _count(world.gotland, Kind.MUNICIPALITY, PEOPLE["gotland_county"])


def _count(body, kind, people):
    Population.objects.get_or_create(
        body=body, kind=kind, reference_date=COUNTED_ON, defaults={"people": people, "source": "S-NOV"}
    )
