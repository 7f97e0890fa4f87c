"""The parts of a round that one may see, and one body's own part with its answer."""

import datetime as dt
from typing import Annotated, Any

from ninja import Query, Schema

from vaxel.accounts.api.bearer import reads
from vaxel.accounts.api.desk import Desk
from vaxel.accounts.api.paging import Id, PageNumber, PageSize, paged
from vaxel.rounds.api import shapes
from vaxel.rounds.api.finding import delivery_seen, sent_round
from vaxel.rounds.api.router import router
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.domain.state import Outcome
from vaxel.rounds.models import Delivery
from vaxel.rounds.permissions import acts_for, may_open_answer
from vaxel.rounds.queries.answers import draft, standing_answer
from vaxel.rounds.queries.asked import questions_for

desk = Desk(router, "deliveries")
OUTCOMES = {outcome.name.lower(): outcome for outcome in Outcome}
Said = Annotated[str | None, Query(pattern=f"^({'|'.join(OUTCOMES)})$", description="Bara de i detta läge")]


class AnswerOut(Schema):
    """Values by question id; an amount is whole öre, a number its digits as text."""

    number: int
    status: AnswerStatus
    revision: int
    submitted_at: dt.datetime | None
    values: dict[str, Any]


class DeliveryWhole(shapes.DeliveryOut):
    """`answer` is what stands, if the key may open it; `draft` what the own body is writing. `questions`: the ids of those
    that this body is asked, where the template has sections for some receivers only.
    """

    questions: list[str]
    answer: AnswerOut | None
    draft: AnswerOut | None
    receipts: list[shapes.ReceiptOut]


@desk.get("/rounds/{round}/deliveries", reads, shapes.DeliveryPage, "deliveries")
def deliveries(request, round: Id, outcome: Said = None, page: PageNumber = 1, size: PageSize = 50):
    """In the frame's order: only bodies whose name the key may see."""
    found = sent_round(request, round)
    rows = Delivery.objects.visible_to(request.actor).filter(round=found).order_by("position")
    rows = rows.filter(said=OUTCOMES[outcome]) if outcome else rows
    return paged(rows, page, size, shapes.deliveries_out)


@desk.get("/rounds/{round}/deliveries/{body}", reads, DeliveryWhole, "delivery")
def delivery(request, round: Id, body: Id):
    """One body's part: its state, its receipts, and the answer."""
    found = delivery_seen(request, round, body)
    opened = may_open_answer(request.actor, found)
    return {
        **shapes.deliveries_out([found])[0],
        "questions": [question.id for question in questions_for(found)],
        "answer": answer_out(standing_answer(found)) if opened else None,
        "draft": answer_out(draft(found)) if acts_for(request.actor, found) else None,
        "receipts": [shapes.receipt_out(one) for one in found.receipts.order_by("id")],
    }


def answer_out(answer):
    if answer is None:
        return None
    return {
        "number": answer.number,
        "status": answer.status,
        "revision": answer.revision,
        "submitted_at": answer.submitted_at and answer.submitted_at.isoformat(),
        "values": answer.values,
    }
