from tests.access.objects import Twins, made_for


@made_for("body", "form")
def registers(world):
    return Twins(own={"body": world.mora.pk, "form": "csv"}, other={"body": world.laholm.pk, "form": "csv"})
