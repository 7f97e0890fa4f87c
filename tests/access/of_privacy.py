from django.utils import timezone

from tests.access.objects import Twins, made_for, made_for_address
from vaxel.network.models import Person
from vaxel.privacy.models import ErasureDecision


@made_for("decision")
def erasures(world):
    """Of two people: there is no such thing as somebody else's."""
    return Twins(own={"decision": _draft(world, "En").pk}, other={"decision": _draft(world, "Annan").pk})


@made_for_address("personal_data_file")
def forms(world):
    return Twins(own={"form": "csv"})


def _draft(world, name):
    person = Person.objects.create(name=name, email=f"{name.lower()}@example.org")
    said = {"regime": "authority", "ground": "schedule", "scope": "all", "reference": "G 1", "reason": "Slutat."}
    return ErasureDecision.objects.create(person=person, body=world.secretariat, drafted_at=timezone.now(), **said)
