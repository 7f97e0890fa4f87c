import uuid

from tests.access.objects import Twins, made_for
from vaxel.network.domain.kinds import Role
from vaxel.signals.commands.publishing import publish
from vaxel.signals.tests.world import Signals


@made_for("signal")
def signals(world):
    """Mora's, which waits at Dalarna's desk, and Laholm's at Halland's."""
    made = Signals(world)
    return Twins(own={"signal": made.of(world.mora).pk}, other={"signal": made.of(world.laholm).pk})


def _besides(**more):
    def make(world):
        found = signals(world)
        return Twins(own={**found.own, **more}, other={**found.other, **more})

    make.__name__ = f"signals_with_{'_'.join(more)}"
    return make


made_for("signal", "file")(_besides(file=uuid.uuid4()))
made_for("signal", "act")(_besides(act="ta"))


@made_for("example")
def shown_to_anyone(world):
    made = Signals(world)
    one = made.of(world.mora, kind="good_example", may_publish=True)
    publish(one, by=world.actor(world.dalarna, Role.COORDINATOR), **made.now())
    return Twins(own={"example": one.pk})


@made_for("secret")
def said_without_a_login(world):
    one = Signals(world).from_public(world.mora)
    return Twins(own={"secret": one.public_id})
