"""Of the ledger: Mora's money, Dalarna's pool and proposal; Laholm's and Halland's beside."""

import datetime as dt

from tests.access.objects import Twins, made_for, made_for_address, posted_to
from vaxel.calendar import clock
from vaxel.funding.commands.money import claim, use
from vaxel.funding.models import Agreement, Pool, PoolPart, Stream
from vaxel.funding.tests.little import Little

YEAR = 2020


def _money(world) -> Little:
    """The allocation, once; Laholm gets a share of its own beside it."""
    found = Agreement.objects.filter(streams__allocation="entered", decision__isnull=False).first()
    if found is None:
        made = Little(world, YEAR)
        _grant(world, made.stream)
        return made
    made = Little.__new__(Little)
    made.world, made.agreement = world, found
    made.stream = Stream.objects.get(agreement=found, key="handlingsplaner")
    return made


def _grant(world, stream):
    from vaxel.funding.commands.booking import Draft, book

    common = {"day": clock.today() - dt.timedelta(days=200), "stream": stream.pk, "year": YEAR}
    book([Draft("pot", 100_00, target=world.secretariat.pk, **common)], by=world.secretary)
    given = Draft("granted", 100_00, source=world.secretariat.pk, target=world.laholm.pk, **common)
    book([given], by=world.secretary)


@made_for("body", "entry")
def entries(world):
    stream = _money(world).stream
    made = [use(body, stream, YEAR, 1_00, clock.today(), by=world.actor(body)).pk for body in (world.mora, world.laholm)]  # fmt: skip
    return Twins(own={"body": world.mora.pk, "entry": made[0]}, other={"body": world.laholm.pk, "entry": made[1]})


@made_for("body", "stream", "year")
def pockets(world):
    pocket = {"stream": _money(world).stream.pk, "year": YEAR}
    return Twins(own={"body": world.mora.pk, **pocket}, other={"body": world.laholm.pk, **pocket})


@made_for("claim")
def claims(world):
    stream, last = _money(world).stream, clock.today() + dt.timedelta(days=30)
    made = [
        claim(body, stream, YEAR, 1_00, by=world.secretary, deadline=last, reason="Inte använt.").pk
        for body in (world.mora, world.laholm)
    ]
    return Twins(own={"claim": made[0]}, other={"claim": made[1]})


@made_for("owner")
def owners(world):
    return Twins(own={"owner": world.dalarna.pk}, other={"owner": world.halland.pk})


@made_for("pool")
def pools(world):
    """Put to their parties, with no streams: a cost that each pays with money of its own."""
    return Twins(own=_pool(world.dalarna, world.mora), other=_pool(world.halland, world.laholm))


def _pool(county, party):
    made = Pool.objects.create(
        owner=county, host=county, title="Samordnare", year=YEAR, cost_ore=100_00, state="proposed",
        proposed_at=clock.now(), key="equal",
    )  # fmt: skip
    PoolPart.objects.create(pool=made, body=party, ore=100_00)
    return {"pool": made.pk}


@made_for("county", "agreement")
def proposals(world):
    agreement = _money(world).agreement.pk
    return Twins(
        own={"county": world.dalarna.pk, "agreement": agreement},
        other={"county": world.halland.pk, "agreement": agreement},
    )


@made_for_address("claim_back")
def bodies_to_claim_from(world):
    return Twins(own={"agreement": _money(world).agreement.pk, "body": world.mora.pk})


@made_for_address("repayments")
def agreements_to_follow(world):
    """The secretariat's, and one that Halland gives."""
    by = world.halland
    other = Agreement.objects.create(year=YEAR, name="Hallands", owner=by, orderer=by, payer=by, assessor=by)
    return Twins(own={"agreement": _money(world).agreement.pk}, other={"agreement": other.pk})


@posted_to("pool_act")
def an_act(world, person):
    return {"act": "call_back"}


@posted_to("pool_answer")
def an_answer(world, person):
    return {"answer": "agreed"}
