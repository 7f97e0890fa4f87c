"""The network for programs: who one is, and the bodies of any day."""

import datetime as dt
from typing import Annotated

from django.http import Http404
from ninja import Query, Schema

from vaxel.accounts.api.bearer import reads
from vaxel.accounts.api.desk import Desk
from vaxel.accounts.api.paging import Id, Paged, PageNumber, PageSize, paged
from vaxel.calendar import clock
from vaxel.network.api.router import router
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Body
from vaxel.network.queries.asof import at
from vaxel.network.queries.search import search

desk = Desk(router, "network")
Day = Annotated[dt.date | None, Query(description="En svensk dag; i dag om inget sägs")]


class Me(Schema):
    """The mandate that the key is bound to."""

    mandate: int
    body: int
    body_name: str
    role: Role
    scopes: list[str]


class BodyOut(Schema):
    id: int
    kind: str
    code: str
    name: str
    short_name: str


class BodyPage(Paged):
    items: list[BodyOut]


class Place(BodyOut):
    """`parents`: what it is tied straight to that day; `children` likewise below it."""

    parents: list[BodyOut]
    children: list[BodyOut]


@desk.get("/me", reads, Me, "me")
def me(request):
    """Who the key acts as."""
    mandate = request.actor.current
    return {
        "mandate": mandate.id,
        "body": mandate.body_id,
        "body_name": mandate.body_name,
        "role": mandate.role,
        "scopes": request.token.scopes,
    }


@desk.get("/bodies", reads, BodyPage, "bodies")
def bodies(
    request,
    kind: Kind | None = None,
    below: Annotated[Id | None, Query(description="Bara det som ligger under denna")] = None,
    day: Day = None,
    page: PageNumber = 1,
    size: PageSize = 50,
):
    """Bodies as they were called that day, by code."""
    network = at(day or clock.today())
    found = network.below(below, kind) if below else network.of_kind(*([kind] if kind else Kind))
    return paged(found, page, size, lambda rows: [shown(row) for row in rows])


@desk.get("/bodies/search", reads, list[BodyOut], "bodies_search")
def find(request, q: Annotated[str, Query(min_length=1, max_length=100)], day: Day = None):
    """The twenty that fit best: "Åre", "are", "2321"."""
    hits = search(q, day or clock.today())
    return [
        {"id": hit.body_id, "kind": hit.kind, "code": hit.code, "name": hit.name, "short_name": hit.short_name}
        for hit in hits
    ]


@desk.get("/bodies/{body}", reads, Place, "body")
def body(request, body: Id, day: Day = None):
    """One body and its place that day."""
    network = at(day or clock.today())
    found = network.named(Body.objects.filter(pk=body)).exclude(name=None).first()
    if found is None:
        raise Http404
    return {
        **shown(found),
        "parents": [shown(one) for one in network.parents(found)],
        "children": [shown(one) for one in network.children(found)],
    }


def shown(body):
    return {
        "id": body.pk,
        "kind": body.named_as,
        "code": body.code or "",
        "name": body.name,
        "short_name": body.short_name or "",
    }
