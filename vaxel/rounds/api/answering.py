"""What a receiver does: confirm, pass on, write, send, decide, withdraw; and what whoever compiles asks of it."""

from typing import Any

from ninja import Schema
from pydantic import Field

from vaxel.accounts.api.bearer import answers
from vaxel.accounts.api.desk import Desk
from vaxel.accounts.api.once import Key, once
from vaxel.accounts.api.paging import Id
from vaxel.rounds.api import shapes
from vaxel.rounds.api.deliveries import AnswerOut, answer_out
from vaxel.rounds.api.finding import delivery_seen, round_seen
from vaxel.rounds.api.router import router
from vaxel.rounds.commands import answers as saying
from vaxel.rounds.commands import deliveries as commands

desk = Desk(router, "answering")
PART = "/rounds/{round}/deliveries/{body}"
MOST_VALUES = 500


class Reason(Schema):
    text: shapes.Text = ""


class Values(Schema):
    """By question id. Text is read as a person writes it (an amount in kronor); an int amount is öre; null takes away."""

    values: dict[str, Any] = Field(max_length=MOST_VALUES)
    revision: shapes.Revision | None = None


class Submitted(Schema):
    """Without a receipt: the body decides in two steps, and the answer waits for its approver."""

    receipt: shapes.ReceiptOut | None


class Relay(Schema):
    node: Id
    bodies: shapes.Bodies
    text: shapes.Text = ""


class RelayOut(Schema):
    """`also_reached`: bodies outside the audience, never in the denominator."""

    relayed: int
    also_reached: int


def _stepped(path, name, command, said, *, with_text=False):
    """One endpoint for one step; those that want words take a body with `text`."""

    def act(request, round, body, key, words):
        found = delivery_seen(request, round, body)
        how = {"by": request.actor, "key": key, "received_at": request.received_at}
        return once(request, key, 200, lambda: shapes.receipt_out(command(found, *words, **how)))

    def bare(request, round: Id, body: Id, key: Key):
        return act(request, round, body, key, ())

    def worded(request, round: Id, body: Id, data: Reason, key: Key):
        return act(request, round, body, key, (data.text,))

    view = worded if with_text else bare
    view.__name__, view.__doc__ = name, said
    desk.post(f"{PART}/{path}", answers, shapes.ReceiptOut, f"delivery_{name}")(view)


_stepped("confirm", "confirm", commands.confirm_receipt, "Receipt confirmed: an act, never a side effect of reading.")
_stepped("nothing-to-report", "nothing", commands.nothing_to_report, "There is nothing to report.", with_text=True)
_stepped("decline", "decline", commands.decline, "Declined, with the reason that the sender sees.", with_text=True)
_stepped("withdraw", "withdraw", saying.withdraw, "The answer is taken back, until the last day has passed.")
_stepped("decide", "decide", saying.decide, "The body's second mandate decides, and the answer is sent.")
_stepped(
    "request-completion",
    "completion",
    commands.request_completion,
    "Whoever compiles asks for completion, with a reason; the answer stands meanwhile.",
    with_text=True,
)


@desk.put(f"{PART}/draft", answers, AnswerOut, "delivery_draft")
def write(request, round: Id, body: Id, data: Values):
    """Saves the values given and keeps the rest; never counted until it is submitted.

    A value that does not fit is told of under `errors`; those that fit are saved all the same.
    """
    found = delivery_seen(request, round, body)
    return answer_out(saying.save_draft(found, data.values, by=request.actor, revision=data.revision))


@desk.post(f"{PART}/submit", answers, Submitted, "delivery_submit")
def submit(request, round: Id, body: Id, key: Key):
    """Sends the draft, or leaves it for the body's own decision."""
    found = delivery_seen(request, round, body)

    def act():
        receipt = saying.submit(found, by=request.actor, key=key, received_at=request.received_at)
        return {"receipt": receipt and shapes.receipt_out(receipt)}

    return once(request, key, 200, act)


@desk.post("/rounds/{round}/relay", answers, RelayOut, "round_relay")
def relay(request, round: Id, data: Relay, key: Key):
    """Passes the round on to bodies in the node's own part of the network."""
    found = round_seen(request, round)

    def act():
        how = {"by": request.actor, "key": key, "received_at": request.received_at, "text": data.text}
        done = commands.relay(found, data.node, data.bodies, **how)
        return {"relayed": len(done.receipts), "also_reached": len(done.also_reached)}

    return once(request, key, 200, act)
