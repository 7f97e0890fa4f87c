"""A county's proposal as it stands: its amounts, what is written for each stream, and what is missing."""

from dataclasses import dataclass

from vaxel.calendar.clock import today
from vaxel.funding.domain.proposal import Use, missing
from vaxel.funding.domain.terms import Receivers
from vaxel.funding.models import Agreement, Grant, Payout, PocketBalance, Proposal, ProposalUse, Stream
from vaxel.network.domain.kinds import PRINCIPALS
from vaxel.network.domain.names import swedish_key
from vaxel.network.models import Body
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.sentence import Sentence

ORDER = (Receivers.COUNTY, Receivers.MUNICIPALITY, Receivers.REGION)


@dataclass(frozen=True)
class StreamUse:
    """A stream's part of the proposal; `amount` is what the county's receivers of it have been granted together."""

    stream: Stream
    amount: int
    use: ProposalUse | None

    @property
    def rule(self) -> Use:
        said = {name: getattr(self.use, name) if self.use else "" for name in ("purpose", "group", "steering", "decides", "reports")}  # fmt: skip
        return Use(self.stream.title, self.amount, **said)


@dataclass(frozen=True)
class Row:
    """A receiver's line of the amounts table: öre per stream in the order of `streams`, and the payout."""

    name: str
    ore: tuple[int, ...]
    payout: int


@dataclass(frozen=True)
class Table:
    receivers: Receivers
    streams: tuple[Stream, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class ProposalSeen:
    county: Body
    agreement: Agreement
    proposal: Proposal | None
    uses: tuple[StreamUse, ...]
    tables: tuple[Table, ...]
    missing: tuple[Sentence, ...]
    to_requisition: int  # öre that nobody has requisitioned yet

    @property
    def revision(self) -> int:
        return self.proposal.revision if self.proposal else 0


def proposal_of(county, agreement) -> ProposalSeen:
    """`county` with its name. Some eight queries, however many the municipalities."""
    bodies = {county.pk: county} | {one.pk: one for one in at(today()).below(county, sorted(PRINCIPALS))}
    grants = list(Grant.objects.filter(decision__agreement=agreement, body__in=bodies).select_related("stream"))
    payouts = {(one.body_id, one.kind): one.payout_ore for one in Payout.objects.filter(decision__agreement=agreement, body__in=bodies)}  # fmt: skip
    streams = sorted({one.stream for one in grants}, key=_order)
    written = Proposal.objects.filter(county=county, agreement=agreement).first()
    by_stream = {one.stream_id: one for one in written.uses.all()} if written else {}
    uses = tuple(
        StreamUse(one, sum(each.share_ore for each in grants if each.stream_id == one.pk), by_stream.get(one.pk))
        for one in streams
    )
    return ProposalSeen(
        county=county,
        agreement=agreement,
        proposal=written,
        uses=uses,
        tables=tuple(filter(None, (_table(kind, streams, grants, payouts, bodies) for kind in ORDER))),
        missing=tuple(missing([one.rule for one in uses])),
        to_requisition=_unclaimed(agreement, bodies),
    )


def _order(stream):
    kinds = list(ORDER)
    return kinds.index(stream.receivers) if stream.receivers in kinds else len(kinds), stream.place, stream.pk


def _table(kind, streams, grants, payouts, bodies):
    own = tuple(one for one in streams if one.receivers == kind)
    if not own:
        return None
    ore = {(one.body_id, one.stream_id): one.share_ore for one in grants}
    receivers = {one.body_id for one in grants if one.stream in own}
    rows = [
        Row(bodies[body].name, tuple(ore.get((body, one.pk), 0) for one in own), payouts.get((body, kind), 0))
        for body in receivers
    ]
    return Table(kind, own, tuple(sorted(rows, key=lambda one: swedish_key(one.name))))


def _unclaimed(agreement, bodies):
    rows = PocketBalance.objects.filter(stream__agreement=agreement, body__in=bodies, year=agreement.year)
    return sum(one.granted - one.requisitioned - one.declined - one.lapsed for one in rows)
