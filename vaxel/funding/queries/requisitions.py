"""How far the money has been taken up: who has, who has not yet, and what each stream has come to. Whole öre.

Three queries however many receivers; what a reader may see by name is permissions' matter, and the page's.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from vaxel.funding.domain.requisition import RequisitionState as S
from vaxel.funding.domain.requisition import Standing, standing_of
from vaxel.funding.models import Requisition, RequisitionCall
from vaxel.funding.queries.receivers import granted
from vaxel.rounds.domain.kinds import RoundState


@dataclass(frozen=True)
class StreamTaken:
    """`sums` and `bodies`: öre and receivers by state; together what was granted."""

    title: str
    receivers: str
    sums: Counter
    bodies: Counter

    @property
    def granted_ore(self) -> int:
        return sum(self.sums.values())


@dataclass(frozen=True)
class Taken:
    """`states`: each receiver's state of each of its streams. `call` is None until the payer has begun."""

    call: RequisitionCall | None
    streams: tuple[StreamTaken, ...]
    states: dict[int, dict[int, S]]
    ore: dict[int, Counter] = field(default_factory=dict)  # body → state → öre

    @property
    def is_sent(self) -> bool:
        return self.call is not None and self.call.round.state != RoundState.DRAFT

    @property
    def bodies(self) -> dict[int, Standing]:
        return {body: standing_of(list(states.values())) for body, states in self.states.items()}

    @property
    def counts(self) -> Counter:
        return Counter(self.bodies.values())

    @property
    def sums(self) -> Counter:
        return sum((stream.sums for stream in self.streams), Counter())


def call_of(agreement) -> RequisitionCall | None:
    """The one that holds; a recalled one does not."""
    found = RequisitionCall.objects.filter(agreement=agreement, followed_at=None).exclude(
        round__state=RoundState.RECALLED
    )
    return found.select_related("round__owner", "round__frame", "agreement").first()


def taken(agreement) -> Taken:
    call = call_of(agreement)
    said = _said(call)
    states: dict[int, dict[int, S]] = defaultdict(dict)
    sums, bodies, ore = defaultdict(Counter), defaultdict(Counter), defaultdict(Counter)
    for body, stream, amount in granted(agreement.decision).values_list("body_id", "stream_id", "share_ore"):
        state = said.get((body, stream), S.WAITING)
        states[body][stream] = state
        sums[stream][state] += amount
        bodies[stream][state] += 1
        ore[body][state] += amount
    streams = tuple(
        StreamTaken(stream.title, stream.receivers, sums[stream.pk], bodies[stream.pk])
        for stream in agreement.streams.all()
    )
    return Taken(call, streams, dict(states), dict(ore))


def _said(call):
    if call is None:
        return {}
    rows = Requisition.objects.filter(call=call).values_list("body_id", "stream_id", "state")
    return {(body, stream): S(state) for body, stream, state in rows}
