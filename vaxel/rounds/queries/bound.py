"""What an adoption bound: every original below the joint text, as it stands."""

from vaxel.rounds.domain.joint import Original
from vaxel.rounds.models import Answer


def bound_originals(signature) -> list[Original]:
    rows = Answer.objects.filter(delivery__joint_covers__version=signature.version_id)
    said = {(body, number): values for body, number, values in rows.values_list("delivery__body", "number", "values")}
    return [Original(body, number, said.get((body, number), {})) for body, number in signature.originals]
