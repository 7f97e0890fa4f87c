import datetime as dt
import uuid

from tests.access.objects import Twins, made_for, made_for_address, posted_to
from tests.access.people import user_of
from vaxel.accounts.tokens import make
from vaxel.calendar.clock import today
from vaxel.network.actor import SYSTEM
from vaxel.network.commands.agreements import Wording, draft_agreement, propose_agreement
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate, UnitImport


@made_for("body_id")
def bodies(world):
    return Twins(own={"body_id": world.mora.pk}, other={"body_id": world.laholm.pk})


@made_for("mandate_id")
def mandates(world):
    def seat(body):
        return {"mandate_id": Mandate.objects.create(body=body, role=Role.REGISTRAR).pk}

    return Twins(own=seat(world.mora), other=seat(world.laholm))


@made_for("import_id")
def imports(world):
    def draft(body):
        return {"import_id": UnitImport.objects.create(principal=body, file_name="enheter.csv", rows=[]).pk}

    return Twins(own=draft(world.mora), other=draft(world.laholm))


@made_for("agreement_id")
def agreements(world):
    """One that Dalarna has proposed to Mora, and one of Halland's to Laholm."""

    def proposed(county, body):
        draft = draft_agreement(county, Wording("Samverkan", today()), by=SYSTEM, party_ids=[body.pk])
        return {"agreement_id": propose_agreement(draft, by=SYSTEM).pk}

    return Twins(own=proposed(world.dalarna, world.mora), other=proposed(world.halland, world.laholm))


@made_for("agreement_id", "document")
def documents_of_agreements(world):
    found, some = agreements(world), {"document": uuid.uuid4()}
    return Twins(own=found.own | some, other=found.other | some)


@made_for_address("agreement_new")
def counties(world):
    return Twins(own={"body_id": world.dalarna.pk}, other={"body_id": world.halland.pk})


@posted_to("switch_mandate")
def ones_own_mandate(world, person):
    """Everyone logged in may; without a mandate there is nothing to switch to, so someone else's is tried."""
    return {"mandate": person.mandate.pk} if person.mandate else {}


@made_for_address("token_revoke")
def tokens(world):
    """Its owner's alone: the key of Mora's contact, and of somebody who is not among the nine."""

    def key(role):
        expires = today() + dt.timedelta(days=30)
        return {"token": make(user_of(role), 1, name="prov", scopes=["read"], expires_on=expires)[0].pk}

    return Twins(own=key("contact"), other=key("somebody_else"))
