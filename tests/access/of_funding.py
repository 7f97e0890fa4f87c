import uuid

from tests.access.objects import Twins, made_for
from vaxel.funding.commands.agreements import create_agreement
from vaxel.funding.commands.scenarios import create_scenario
from vaxel.funding.commands.streams import save_stream
from vaxel.funding.tests.money import decided
from vaxel.network.actor import SYSTEM
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.tests.world import body


def _decided(world):
    agreement = decided(world).agreement
    return {"agreement": agreement.pk}, agreement.streams.get(key="brukarmedverkan"), agreement


def _draft(owner):
    made = create_agreement(by=SYSTEM, owner_id=owner.pk, year=2020, name="Psykisk hälsa 2020")
    stream = save_stream(
        made, by=SYSTEM, title="Brukarmedverkan", pot_ore=100, receivers="county", allocation="entered"
    )
    return {"agreement": made.pk}, stream, made


def _agreements(world):
    """One of the secretariat's that is decided, and a draft of an agency's."""
    return _decided(world), _draft(body(Kind.AGENCY, "Myndigheten"))


@made_for("agreement")
def agreements(world):
    own, other = _agreements(world)
    return Twins(own=own[0], other=other[0])


@made_for("agreement", "stream")
def streams(world):
    own, other = _agreements(world)
    return Twins(own={**own[0], "stream": own[1].pk}, other={**other[0], "stream": other[1].pk})


@made_for("agreement", "scenario")
def scenarios(world):
    def one(found):
        return {**found[0], "scenario": create_scenario(found[2], "Mer", by=SYSTEM).pk}

    own, other = _agreements(world)
    return Twins(own=one(own), other=one(other))


@made_for("agreement", "document")
def agreement_documents(world):
    """Of no document: the rule answers first."""
    own, other = _agreements(world)
    return Twins(own={**own[0], "document": uuid.uuid4()}, other={**other[0], "document": uuid.uuid4()})


@made_for("agreement", "form")
def agreement_files(world):
    own, other = _agreements(world)
    return Twins(own={**own[0], "form": "csv"}, other={**other[0], "form": "csv"})
