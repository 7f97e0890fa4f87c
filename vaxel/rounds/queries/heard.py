"""Who of user and family organisations was asked, and who was heard: shown on each round (S2 2.2, S3 3.1.2)."""

from dataclasses import dataclass

from vaxel.composed import composed
from vaxel.network.domain.kinds import BIT, Kind
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.state import Outcome
from vaxel.rounds.models import Delivery
from vaxel.rounds.queries.vectors import kinds

HEARD = (Outcome.ANSWERED, Outcome.NOTHING_TO_REPORT)


@dataclass(frozen=True)
class Heard:
    """`names` of those who have answered, in Swedish order; who has not is nobody's to read here."""

    asked: int
    answered: int
    names: tuple[str, ...]


def heard(round) -> Heard:
    """Two queries where one was asked. Nought of nought where none was: that is said too."""
    if round.frame_id is None or not (kinds(round.frame) & BIT[Kind.USER_ORGANISATION]).any():
        return Heard(0, 0, ())
    rows = _organisations(round.pk)
    said = [body for body, outcome in rows if outcome in HEARD]
    names = at(round.frame.as_of).names(said) if said else {}
    return Heard(len(rows), len(said), tuple(sorted(names.values())))


@composed
def _organisations(round_id):
    parts = Delivery.objects.outcomes().filter(round=round_id, body__kind=Kind.USER_ORGANISATION)
    return parts.values_list("body_id", "said")
