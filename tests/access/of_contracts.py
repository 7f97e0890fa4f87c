import uuid

from tests.access.objects import Twins, made_for, made_for_address
from vaxel.funding.commands.contract_drafting import draft_contracts, draft_part
from vaxel.funding.commands.contract_signing import propose_contract
from vaxel.funding.domain.municipal_share import For
from vaxel.funding.models import Agreement, Contract
from vaxel.funding.tests.money_world import decided
from vaxel.network.domain.kinds import Kind, Role
from vaxel.rounds.tests.world import body


def _drafts(world):
    owners = world.secretariat, body(Kind.AGENCY, "Avtalens myndighet")
    made = [Agreement.objects.create(year=2020, name="Utkast", owner=owner) for owner in owners]
    return Twins(own={"agreement": made[0].pk}, other={"agreement": made[1].pk})


@made_for_address("contracts")
def agreements_with_contracts(world):
    return _drafts(world)


@made_for_address("contracts_draft")
def agreements_to_draft_from(world):
    return _drafts(world)


def _part(world, payer, receiver, region, municipality):
    """Between a region and a municipality, put forward; the contract above it is `payer`'s with the region."""
    stream = decided(world, receivers=[receiver], by=payer)
    role = Role.SECRETARIAT if payer == world.secretariat else Role.CONTROLLER
    (main,) = draft_contracts(stream, by=world.actor(payer, role))
    propose_contract(main, by=world.actor(payer, role))
    made = draft_part(main, municipality.pk, 100_00, For.MUNICIPAL, by=world.actor(region))
    propose_contract(made, by=world.actor(region))
    return {"contract": made.pk}


@made_for("contract")
def contracts(world):
    agency = body(Kind.AGENCY, "En annan myndighet")
    return Twins(
        own=_part(world, world.secretariat, world.dalarna, world.region_dalarna, world.mora),
        other=_part(world, agency, world.halland, world.region_halland, world.laholm),
    )


@made_for_address("contract_edit")
def contracts_to_edit(world):
    """The secretariat's own draft, and Region Halland's."""
    stream = decided(world, receivers=[world.south])
    (own,) = draft_contracts(stream, by=world.secretary)
    other = contracts(world).other
    Contract.objects.filter(pk=other["contract"]).update(proposed_at=None)
    return Twins(own={"contract": own.pk}, other=other)


@made_for("contract", "file")
def contract_files(world):
    found = contracts(world)
    missing = {"file": uuid.uuid4()}
    return Twins(own={**found.own, **missing}, other={**found.other, **missing})


@made_for("sha256")
def texts(world):
    """Anybody may ask what a checksum is of, if they have it."""
    made = Contract.objects.get(pk=contracts(world).own["contract"])
    return Twins(own={"sha256": made.versions.get().sha256}, other={"sha256": made.versions.get().sha256})
