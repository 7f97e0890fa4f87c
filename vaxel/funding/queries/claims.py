"""One receiver's part: what it was granted, what it has said of it, and the claim that comes of what it takes up."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from vaxel.funding.domain.allocation import allocate
from vaxel.funding.domain.requisition import ClaimedSum, claimed
from vaxel.funding.domain.requisition import RequisitionState as S
from vaxel.funding.domain.written import areas_read, terms_read
from vaxel.funding.models import Requisition
from vaxel.funding.queries.areas import codes_of
from vaxel.funding.queries.receivers import granted
from vaxel.funding.queries.requisition_questions import GIRO, ORG_NUMBER, REFERENCE, reason_of
from vaxel.funding.queries.requisitions import call_of
from vaxel.funding.queries.terms import receivers_day
from vaxel.rounds.domain.state import Step
from vaxel.rounds.models import Answer, Delivery
from vaxel.rounds.queries.register import own_number
from vaxel.rounds.queries.story import Told, latest, story


@dataclass(frozen=True)
class Line:
    stream: object
    share_ore: int
    state: S
    reason: str = ""


@dataclass(frozen=True)
class Part:
    """What a body receives as one kind: its streams, and the payout that was decided. Gotland has two."""

    kind: str
    lines: tuple[Line, ...]
    decided_ore: int
    claimed: ClaimedSum | None  # None: nothing is taken up

    @property
    def accepted(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.state == S.ACCEPTED)


@dataclass(frozen=True)
class BodyPart:
    """`answer`, `sent` and `attested` are those of what stands; None until something does."""

    call: object
    delivery: Delivery | None
    parts: tuple[Part, ...]
    answer: Answer | None = None
    sent: Told | None = None
    attested: Told | None = None
    own_number: str = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for part in self.parts for line in part.lines)

    @property
    def states(self) -> tuple[S, ...]:
        return tuple(line.state for line in self.lines)

    @property
    def granted_ore(self) -> int:
        """As it is paid: each kind's payout, rounded as was decided."""
        return sum(part.decided_ore for part in self.parts)

    @property
    def claimed_ore(self) -> int:
        return sum(part.claimed.payout_ore for part in self.parts if part.claimed)

    @property
    def is_claim(self) -> bool:
        return S.ACCEPTED in self.states

    @property
    def giro(self) -> str:
        return self._said(GIRO)

    @property
    def reference(self) -> str:
        return self._said(REFERENCE)

    @property
    def org_number(self) -> str:
        return self._said(ORG_NUMBER)

    def _said(self, question) -> str:
        return str(self.answer.values.get(question, "")) if self.answer else ""

    @property
    def last_day(self) -> dt.date | None:
        return self.delivery.last_day if self.delivery else None


def part_of_body(agreement, body) -> BodyPart:
    call = call_of(agreement)
    delivery = call and Delivery.objects.select_related("round").filter(round=call.round_id, body=body).first()
    stands = _stands(call, body)
    answer = next((one.step.answer for one in stands.values() if one.step.answer_id), None)
    parts = _parts(agreement, body, stands, answer)
    told = story(delivery) if delivery and answer else []
    return BodyPart(
        call=call,
        delivery=delivery,
        parts=parts,
        answer=answer,
        sent=latest(told, Step.ANSWERED),
        attested=latest(told, Step.APPROVED) if answer and answer.decided_by else None,
        own_number=own_number(body.pk, call.round_id) if call else "",
    )


def _stands(call, body):
    rows = Requisition.objects.filter(call=call, body=body).select_related("step__answer") if call else ()
    return {one.stream_id: one for one in rows}


def _parts(agreement, body, stands, answer):
    payouts = {one.kind: one for one in agreement.decision.payouts.filter(body=body)}
    rows = granted(agreement.decision).filter(body=body).select_related("stream").order_by("stream__place", "stream_id")
    by_kind: dict[str, list[Line]] = {}
    for row in rows:
        state = S(stands[row.stream_id].state) if row.stream_id in stands else S.WAITING
        reason = str(answer.values.get(reason_of(row.stream), "")) if answer and state == S.DECLINED else ""
        by_kind.setdefault(row.stream.receivers, []).append(Line(row.stream, row.share_ore, state, reason))
    return tuple(_part(agreement, body, payouts[kind], lines) for kind, lines in by_kind.items())


def _part(agreement, body, payout, lines):
    taken = {line.stream.key for line in lines if line.state == S.ACCEPTED}
    return Part(payout.kind, tuple(lines), payout.payout_ore, _claimed(agreement, body, payout, lines, taken))


def _claimed(agreement, body, payout, lines, taken):
    if not taken:
        return None
    if len(taken) == len(lines):
        return ClaimedSum(payout.share_ore, payout.payout_ore, whole=True)
    shares = _exact(agreement, body, payout.kind)
    return claimed(shares, taken, payout.payout_ore, agreement.unit_ore)


def _exact(agreement, body, kind) -> dict[str, Fraction]:
    """Reckoned again from the receipt: an öre's parts are kept nowhere else."""
    inputs = agreement.decision.inputs
    result = allocate(terms_read(inputs["terms"]), areas_read(inputs["areas"]))
    code = codes_of(kind, receivers_day(agreement.year)).get(body.pk)
    streams = (stream for stream in result.streams if stream.receivers == kind)
    return {stream.key: share.exact for stream in streams for share in stream.shares if share.code == code}
