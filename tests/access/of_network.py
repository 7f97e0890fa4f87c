from tests.access.objects import Twins, made_for, posted_to
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


@posted_to("switch_mandate")
def ones_own_mandate(world, person):
    """Everyone logged in may; without a mandate there is nothing to switch to, so someone else's is tried."""
    return {"mandate": person.mandate.pk} if person.mandate else {}
