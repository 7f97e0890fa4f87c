import datetime as dt
import uuid

from tests.access.objects import Twins, made_for, made_for_address
from vaxel.adoption.commands.checks import invite_check
from vaxel.adoption.commands.retirements import propose_retirement
from vaxel.adoption.commands.steps import register
from vaxel.adoption.commands.things import create_thing
from vaxel.adoption.models import NeedSet, Thing
from vaxel.network.domain.kinds import Role


def _thing(world, owner, role):
    by = world.actor(owner, role)
    return create_thing(by=by, owner_id=owner.pk, name="Metod", kind="metod", target_kinds=["municipality"])


@made_for("thing")
def things(world):
    """The secretariat's, and Halland's own."""
    return Twins(
        own={"thing": _thing(world, world.secretariat, Role.SECRETARIAT).pk},
        other={"thing": _thing(world, world.halland, Role.COORDINATOR).pk},
    )


@made_for("body")
def bodies_own(world):
    return Twins(own={"body": world.mora.pk}, other={"body": world.laholm.pk})


@made_for("body", "thing")
def own_steps(world):
    """Of Halland's thing: the secretariat neither answers for it nor has sent it."""
    thing = _thing(world, world.halland, Role.COORDINATOR).pk
    return Twins(own={"body": world.mora.pk, "thing": thing}, other={"body": world.laholm.pk, "thing": thing})


def _besides(maker, **more):
    def make(world):
        found = maker(world)
        return Twins(own={**found.own, **more}, other={**found.other, **more})

    make.__name__ = f"{maker.__name__}_with_{'_'.join(more)}"
    return make


made_for("body", "thing", "file")(_besides(own_steps, file=uuid.uuid4()))
made_for("thing", "form")(_besides(things, form="csv"))


@made_for_address("correct_adoption")
def steps_to_correct(world):
    found = own_steps(world)
    thing = _thing(world, world.secretariat, Role.SECRETARIAT)

    def step(body):
        by = world.actor(body)
        return register(thing, body, 2, dt.date(2020, 1, 1), by=by, key=None, received_at=world.now()).pk

    return Twins(
        own={"body": world.mora.pk, "thing": thing.pk, "step": step(world.mora)},
        other={**found.other, "thing": thing.pk, "step": step(world.laholm)},
    )


@made_for("retirement")
def retirements(world):
    found = things(world)
    by = world.actor(world.falun)
    return Twins(own=_proposal(found.own["thing"], by), other=_proposal(found.other["thing"], by))


def _proposal(thing, by):
    return {"retirement": propose_retirement(Thing.objects.get(pk=thing), "Den hjälper inte.", by=by).pk}


@made_for("need_set")
def need_sets(world):
    found = things(world)
    made = [
        NeedSet.objects.create(thing_id=one["thing"], label="Behov", year=2025, source="Påhittat").pk
        for one in (found.own, found.other)
    ]
    return Twins(own={"need_set": made[0]}, other={"need_set": made[1]})


@made_for("check")
def checks(world):
    """Of Mora by Orsa, and of Laholm by Varberg."""
    thing = Thing.objects.get(pk=things(world).own["thing"])

    def check(body, peer):
        return {"check": invite_check(thing, body, peer, by=world.actor(body)).pk}

    return Twins(own=check(world.mora, world.orsa), other=check(world.laholm, world.varberg))
