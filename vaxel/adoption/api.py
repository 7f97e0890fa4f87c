"""What is spread, for programs: how far it has come, and a body's own stage registered."""

import datetime as dt
from typing import Annotated

from django.http import Http404
from ninja import Router, Schema
from pydantic import Field

from vaxel.accounts.api.bearer import answers, reads
from vaxel.accounts.api.desk import Desk
from vaxel.accounts.api.once import Key, once
from vaxel.accounts.api.paging import Id, Paged, PageNumber, PageSize, paged
from vaxel.adoption.commands.steps import register
from vaxel.adoption.domain.life import ThingState
from vaxel.adoption.domain.small import shielded
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.models import Thing
from vaxel.adoption.permissions import names_seen
from vaxel.adoption.queries.stages import named, spread
from vaxel.adoption.queries.vectors import lay
from vaxel.network.models import Body

router = Router()
desk = Desk(router, "adoption")
WORDS = {stage: stage.name.lower() for stage in AdoptionStage}
Stage = Annotated[str, Field(pattern=f"^({'|'.join(WORDS.values())})$")]


class ThingOut(Schema):
    id: int
    name: str
    kind: str
    owner: int
    state: ThingState
    target_kinds: list[str]
    since: dt.date


class ThingPage(Paged):
    items: list[ThingOut]


class SpreadOut(Schema):
    """Bodies at each stage, as far as others are shown; null where so few that it would tell of one of them."""

    thing: int
    total: int
    stages: dict[str, int | None]
    names: dict[str, str]


class StepIn(Schema):
    """`happened_on` may lie before today; not relevant wants its reason in `text`."""

    stage: Stage
    happened_on: dt.date
    text: Annotated[str, Field(max_length=4000)] = ""


class StepOut(Schema):
    id: int
    stage: str
    opens_on: dt.date


@desk.get("/things", reads, ThingPage, "things")
def things(request, page: PageNumber = 1, size: PageSize = 50):
    """Programmes, methods, guidelines and trainings that are followed, by name."""
    return paged(Thing.objects.order_by("name", "pk"), page, size, lambda rows: [_out(row) for row in rows])


@desk.get("/things/{thing}/spread", reads, SpreadOut, "thing_spread")
def how_far(request, thing: Id):
    """Counts for all; `names`: body → stage, of those whose name the key may see."""
    found = _thing(thing)
    laid, seen = lay(found), names_seen(request.actor, found)
    whole = spread(laid).whole
    counts = whole.counts if seen.everyone else shielded(whole.counts)
    return {
        "thing": found.pk,
        "total": whole.total,
        "stages": {WORDS[stage]: counts[stage] for stage in AdoptionStage},
        "names": {str(body): WORDS[AdoptionStage(stage)] for body, stage in named(laid, seen).items()} if seen else {},
    }


@desk.post("/things/{thing}/bodies/{body}/steps", answers, StepOut, "thing_steps", status=201)
def step(request, thing: Id, body: Id, data: StepIn, key: Key):
    """How far one's own body has come; others see it from the fourteenth day, or when the body shares it."""
    found, own = _thing(thing), Body.objects.filter(pk=body).first()
    if own is None or body not in request.actor.body_ids:
        raise Http404
    stage = next(one for one, word in WORDS.items() if word == data.stage)

    def act():
        how = {"by": request.actor, "key": key, "received_at": request.received_at, "text": data.text}
        made = register(found, own, stage, data.happened_on, **how)
        return {"id": made.pk, "stage": WORDS[AdoptionStage(made.stage)], "opens_on": made.opens_on.isoformat()}

    return once(request, key, 201, act)


def _thing(pk):
    found = Thing.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _out(thing):
    named = {name: getattr(thing, name) for name in ("name", "kind", "state", "target_kinds", "since")}
    return {"id": thing.pk, "owner": thing.owner_id, **named}
