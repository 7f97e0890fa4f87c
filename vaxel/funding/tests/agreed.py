"""A county agreement in force in Dalarna that permits shared resources: signed by all its parties."""

from vaxel.calendar.clock import today
from vaxel.network.actor import SYSTEM
from vaxel.network.commands.agreements import Shared, Wording, draft_agreement, propose_agreement, sign_agreement
from vaxel.network.domain.agreements import Permits
from vaxel.network.domain.kinds import Role

PARTIES = ("region_dalarna", "falun", "mora", "orsa")
ROLE = {"orsa": Role.APPROVER}  # decides in two steps: its approver signs


def signs(world, party):
    return world.actor(getattr(world, party), ROLE.get(party, Role.CONTACT))


def county_agreement(world, *, signed=True):
    shared = (Shared("Samordnare", "function", 75, world.region_dalarna.pk),)
    wording = Wording("Samverkan", today(), permits=frozenset({Permits.SHARED_RESOURCES}), resources=shared)
    made = draft_agreement(world.dalarna, wording, by=SYSTEM)
    propose_agreement(made, by=SYSTEM)
    for party in PARTIES if signed else ():
        sign_agreement(made, by=signs(world, party))
    return made
