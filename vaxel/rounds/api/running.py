"""What a sender does: draft, change, send, recall, prolong, remind, close, feed back. The commands decide who may."""

import datetime as dt
from typing import Any

from ninja import Schema

from vaxel.accounts.api.bearer import sends
from vaxel.accounts.api.desk import Desk
from vaxel.accounts.api.once import Key, once
from vaxel.accounts.api.paging import Id
from vaxel.rounds.api import shapes
from vaxel.rounds.api.finding import round_seen, template_seen
from vaxel.rounds.api.router import router
from vaxel.rounds.commands import remind as reminding
from vaxel.rounds.commands import rounds as commands
from vaxel.rounds.domain.kinds import RoundKind, Route

desk = Desk(router, "sending")


class Draft(Schema):
    """What may be written in a draft; leave out what shall stay. `template` is taken in its latest version."""

    title: shapes.Title | None = None
    text: shapes.Text | None = None
    replaces: shapes.Short | None = None
    legal_basis: shapes.Short | None = None
    consulted: shapes.Short | None = None
    minutes: shapes.Minutes | None = None
    is_public: bool | None = None
    answers_public: bool | None = None
    forward_text: shapes.Text | None = None
    template: Id | None = None
    audience: dict[str, Any] | None = None
    route: Route | None = None
    opens: dt.date | None = None
    due: dt.date | None = None
    compile_due: dt.date | None = None


class NewRound(Draft):
    kind: RoundKind
    title: shapes.Title


class Change(Draft):
    kind: RoundKind | None = None
    revision: shapes.Revision


class SentOut(Schema):
    """`waits_for_second`: above a thousand receivers another person of the owner's sends."""

    sent: bool
    waits_for_second: bool


class Prolonged(Schema):
    due: dt.date
    bodies: shapes.Bodies | None = None


class Feedback(Schema):
    text: shapes.Text


class RemindIn(Schema):
    node: Id | None = None


class RemindOut(Schema):
    count: int
    unreachable: list[int]
    already_today: int


class StateOut(Schema):
    id: int
    state: str


@desk.post("/rounds", sends, StateOut, "rounds", status=201)
def create(request, data: NewRound, key: Key):
    """A draft, owned by the body that the key acts for. Nothing leaves before it is sent."""
    fields = _fields(request, data)
    kind, title = fields.pop("kind"), fields.pop("title")

    def act():
        actor = request.actor
        return _state(commands.create_round(by=actor, owner_id=actor.body_id, kind=kind, title=title, **fields))

    return once(request, key, 201, act)


@desk.patch("/rounds/{round}", sends, shapes.RoundWhole, "round")
def change(request, round: Id, data: Change):
    """Of a draft alone, and only if nobody has saved it since `revision`."""
    found = round_seen(request, round)
    fields = _fields(request, data)
    revision = fields.pop("revision")
    return shapes.round_whole(commands.edit_round(found, by=request.actor, revision=revision, **fields))


def _fields(request, data):
    fields = {name: value for name, value in data.dict(exclude_unset=True).items() if value is not None}
    if template := fields.pop("template", None):
        fields["template_version"] = template_seen(request, template).versions.order_by("-number").first()
    return fields


@desk.post("/rounds/{round}/send", sends, SentOut, "round_send")
def send(request, round: Id, key: Key):
    """Freezes questions and audience; each body gets its part. Mail leaves after ten minutes."""
    found = round_seen(request, round)

    def act():
        sent = commands.send(found, by=request.actor, received_at=request.received_at)
        return {"sent": sent.sent, "waits_for_second": sent.waits_for_second}

    return once(request, key, 200, act)


@desk.post("/rounds/{round}/recall", sends, StateOut, "round_recall")
def recall(request, round: Id, key: Key):
    """Within ten minutes, unless somebody has acted."""
    found = round_seen(request, round)
    return once(request, key, 200, lambda: _state(commands.recall(found, by=request.actor)))


@desk.post("/rounds/{round}/prolong", sends, StateOut, "round_prolong")
def prolong(request, round: Id, data: Prolonged, key: Key):
    """For all, or for the bodies named; only ever later."""
    found = round_seen(request, round)
    bodies = data.bodies
    return once(request, key, 200, lambda: _state(commands.prolong(found, data.due, by=request.actor, body_ids=bodies)))


@desk.post("/rounds/{round}/remind", sends, RemindOut, "round_remind")
def remind(request, round: Id, data: RemindIn, key: Key):
    """Those who have not answered, at most once a day, each in its own order."""
    found = round_seen(request, round)

    def act():
        told = reminding.remind(found, by=request.actor, node_id=data.node)
        return {"count": told.count, "unreachable": list(told.unreachable), "already_today": told.already_today}

    return once(request, key, 200, act)


@desk.post("/rounds/{round}/close", sends, StateOut, "round_close")
def close(request, round: Id, key: Key):
    """No more answers; what reached us before still counts."""
    found = round_seen(request, round)
    return once(request, key, 200, lambda: _state(commands.close(found, by=request.actor)))


@desk.post("/rounds/{round}/feedback", sends, StateOut, "round_feedback")
def feed_back(request, round: Id, data: Feedback, key: Key):
    """What the answers led to, in words: to every receiver. The round must be closed."""
    found = round_seen(request, round)
    return once(request, key, 200, lambda: _state(commands.feed_back(found, data.text, by=request.actor)))


def _state(round):
    return {"id": round.pk, "state": str(round.state)}
