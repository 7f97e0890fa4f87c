"""What a round looks like to a program. Ids are the house's own; names are of today."""

import datetime as dt
from dataclasses import asdict
from typing import Annotated, Any

from ninja import Schema
from pydantic import Field

from vaxel.accounts.api.paging import Id, Paged
from vaxel.calendar import clock
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.kinds import RoundKind, RoundState, Route
from vaxel.rounds.domain.state import Flag, Outcome, outcome

Text = Annotated[str, Field(max_length=40_000)]
Short = Annotated[str, Field(max_length=300)]
Title = Annotated[str, Field(max_length=200)]
Minutes = Annotated[int, Field(ge=0, le=32_767)]
Revision = Annotated[int, Field(ge=0, le=2**31 - 1)]
MOST_BODIES = 1000
Bodies = Annotated[list[Id], Field(max_length=MOST_BODIES)]


class Named(Schema):
    id: int
    name: str


class RoundOut(Schema):
    id: int
    number: str | None
    kind: RoundKind
    state: RoundState
    title: str
    owner: Named
    is_public: bool
    route: Route
    opens: dt.date | None
    due: dt.date | None
    compile_due: dt.date | None
    sent_at: dt.datetime | None
    closed_at: dt.datetime | None
    fed_back_at: dt.datetime | None


class RoundWhole(RoundOut):
    text: str
    replaces: str
    legal_basis: str
    consulted: str
    minutes: int | None
    answers_public: bool
    template: int | None
    template_version: int | None
    audience: dict[str, Any]
    feedback: str
    revision: int


class RoundPage(Paged):
    items: list[RoundOut]


class CountsOut(Schema):
    """Bodies, each once. `missing` have said nothing; a decliner is not missing."""

    asked: int
    sent: int
    received: int
    answered: int
    nothing: int
    declined: int
    missing: int
    relayed: int
    approved: int
    completion: int
    late: int


class DeliveryOut(Schema):
    round: int
    body: Named
    outcome: str
    is_relayed: bool
    is_approved: bool
    completion_requested: bool
    is_late: bool
    due: dt.date | None
    received_at: dt.datetime | None
    answered_at: dt.datetime | None


class DeliveryPage(Paged):
    items: list[DeliveryOut]


class ReceiptOut(Schema):
    """`number` is the receipt's own, to keep in the register beside one's own."""

    number: int
    step: str
    received_at: dt.datetime
    outcome: str


BRIEF = "id number kind state title is_public route opens due compile_due sent_at closed_at fed_back_at".split()
MORE = "text replaces legal_basis consulted minutes answers_public audience feedback revision".split()


def rounds_out(rounds):
    names = names_of(round.owner_id for round in rounds)
    return [
        {**{name: getattr(round, name) for name in BRIEF}, "owner": named(round.owner_id, names)} for round in rounds
    ]


def round_whole(round):
    version = round.template_version
    whole = {name: getattr(round, name) for name in MORE}
    return {
        **rounds_out([round])[0],
        **whole,
        "template": version.template_id if version else None,
        "template_version": version.number if version else None,
    }


def deliveries_out(deliveries):
    names = names_of(delivery.body_id for delivery in deliveries)
    return [_delivery(delivery, names) for delivery in deliveries]


def _delivery(delivery, names):
    state = delivery.state
    return {
        "round": delivery.round_id,
        "body": named(delivery.body_id, names),
        "outcome": outcome_word(state),
        "is_relayed": bool(state & Flag.RELAYED),
        "is_approved": bool(state & Flag.APPROVED),
        "completion_requested": bool(state & Flag.COMPLETION_REQUESTED),
        "is_late": bool(state & Flag.LATE),
        "due": delivery.due,
        "received_at": delivery.received_at,
        "answered_at": delivery.answered_at,
    }


def receipt_out(receipt):
    return {
        "number": receipt.pk,
        "step": str(receipt.step),
        "received_at": receipt.received_at.isoformat(),
        "outcome": outcome_word(receipt.state),
    }


def outcome_word(state):
    return Outcome(outcome(state)).name.lower()


def counts_out(counts):
    return asdict(counts)


def named(body_id, names):
    return {"id": body_id, "name": names.get(body_id, "")}


def names_of(bodies):
    return at(clock.today()).names(list({*bodies}))
