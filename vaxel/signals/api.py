"""Signals for programs: lift one, follow what one may read, and what a desk does with it."""

import datetime as dt
from typing import Annotated, Literal

from django.http import Http404
from ninja import Router, Schema
from pydantic import Field

from vaxel.accounts.api.bearer import answers, reads
from vaxel.accounts.api.desk import Desk
from vaxel.accounts.api.once import Key, once
from vaxel.accounts.api.paging import Id, Paged, PageNumber, PageSize, paged
from vaxel.signals.commands import handling
from vaxel.signals.commands.writing import LONGEST, Words, write
from vaxel.signals.domain.kinds import SignalKind, SignalState
from vaxel.signals.models import Signal

router = Router()
desk = Desk(router, "signals")


class SignalIn(Schema):
    """`place` is the body it is about. `own_first`: read by one's own body before it goes up."""

    kind: SignalKind
    title: Annotated[str, Field(min_length=1, max_length=150)]
    text: Annotated[str, Field(min_length=1, max_length=LONGEST)]
    place: Id
    group: Annotated[str, Field(max_length=20)] = ""
    may_publish: bool = False
    own_first: bool = False


class SignalOut(Schema):
    id: int
    kind: SignalKind
    state: SignalState
    title: str
    text: str
    place: int
    group: str
    desk: int
    written_at: dt.datetime
    answer_by: dt.date
    answered_at: dt.datetime | None


class SignalPage(Paged):
    items: list[SignalOut]


class Handled(Schema):
    """`act`: take_on and release want no words; the author reads those of the others. `to` names a desk where several."""

    act: Literal["take_on", "release", "send_up", "send_across", "answer", "close", "reopen"]
    text: Annotated[str, Field(max_length=LONGEST)] = ""
    to: Id | None = None


class StepOut(Schema):
    id: int
    step: str
    state: str


@desk.get("/signals", reads, SignalPage, "signals")
def signals(request, state: SignalState | None = None, page: PageNumber = 1, size: PageSize = 50):
    """Those that the key's mandate may read, the latest first."""
    rows = Signal.objects.visible_to(request.actor).order_by("-id")
    return paged(rows.filter(state=state) if state else rows, page, size, lambda found: [_out(one) for one in found])


@desk.post("/signals", answers, SignalOut, "signals", status=201)
def lift(request, data: SignalIn, key: Key):
    """Something seen from below: a need, an early sign, a good example, a promising practice, a proposal to stop."""
    fields = data.dict()
    own_first, place = fields.pop("own_first"), fields.pop("place")

    def act():
        how = {"by": request.actor, "key": key, "received_at": request.received_at}
        made = write(Words(**fields, place_id=place), own_first=own_first, **how)
        return _plain(_out(made))

    return once(request, key, 201, act)


@desk.get("/signals/{signal}", reads, SignalOut, "signal")
def one(request, signal: Id):
    """One signal, and where it lies."""
    return _out(_seen(request, signal))


@desk.post("/signals/{signal}/steps", answers, StepOut, "signal_steps")
def handle(request, signal: Id, data: Handled, key: Key):
    """What the desk does with it; nothing is closed before its author has been answered."""
    found = _seen(request, signal)

    def act():
        step = _acts(data)(found, by=request.actor, key=key, received_at=request.received_at)
        return {"id": step.pk, "step": str(step.step), "state": str(step.state)}

    return once(request, key, 200, act)


def _acts(data):
    """The command with its words, where it takes any."""
    command = getattr(handling, data.act)
    if data.act in {"take_on", "release"}:
        return command
    if data.act in {"send_up", "send_across"}:
        return lambda signal, **how: command(signal, data.text, to_id=data.to, **how)
    return lambda signal, **how: command(signal, data.text, **how)


def _seen(request, pk):
    found = Signal.objects.visible_to(request.actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _out(signal):
    plain = {name: getattr(signal, name) for name in ("kind", "state", "title", "text", "group", "written_at")}
    times = {"answer_by": signal.answer_by, "answered_at": signal.answered_at}
    return {"id": signal.pk, "place": signal.place_id, "desk": signal.desk_id, **plain, **times}


def _plain(out):
    """As JSON keeps it: a reply is stored to be given again."""
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in out.items()}
