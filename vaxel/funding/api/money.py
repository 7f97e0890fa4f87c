"""A body's money for programs: what it was granted, which is public, and what is left of it, which is not."""

import datetime as dt

from django.http import Http404
from ninja import Schema

from vaxel.accounts.api.bearer import reads
from vaxel.accounts.api.desk import Desk
from vaxel.accounts.api.paging import Id
from vaxel.calendar import clock
from vaxel.funding.api.router import router
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.models import Grant, Payout
from vaxel.funding.permissions import sees_own_money
from vaxel.funding.queries.own_money import own_money
from vaxel.network.models import Body

desk = Desk(router, "funding")
HELD = {"decision__agreement__state": AgreementState.DECIDED}


class GrantOut(Schema):
    agreement: int
    year: int
    stream: str
    title: str
    share_ore: int


class PayoutOut(Schema):
    agreement: int
    kind: str
    payout_ore: int


class StandingOut(Schema):
    """Of one stream's money for one year, at the end of the day. `left` may be used; of it `owed` is to be repaid."""

    agreement: int
    stream: str
    year: int
    granted: int
    requisitioned: int
    received: int
    pooled: int
    passed_on: int
    used: int
    declined: int
    lapsed: int
    repaid: int
    owed: int
    carried_in: int
    carried_out: int
    left: int


class MoneyOut(Schema):
    """`standings` is null where the key may not see what became of the money."""

    body: int
    on: dt.date
    grants: list[GrantOut]
    payouts: list[PayoutOut]
    standings: list[StandingOut] | None


@desk.get("/bodies/{body}/money", reads, MoneyOut, "body_money")
def money(request, body: Id, on: dt.date | None = None):
    """What a body was granted, and how its money stood at the end of a day (today, if none is given)."""
    if not Body.objects.filter(pk=body).exists():
        raise Http404
    day = on or clock.today()
    return {
        "body": body,
        "on": day,
        "grants": _grants(body),
        "payouts": _payouts(body),
        "standings": _standings(body, day) if sees_own_money(request.actor, body) else None,
    }


def _grants(body):
    rows = Grant.objects.filter(body=body, **HELD).order_by("-decision__agreement__year", "stream__place", "pk")
    columns = ("decision__agreement", "decision__agreement__year", "stream__key", "stream__title", "share_ore")
    return [dict(zip(GrantOut.model_fields, row, strict=True)) for row in rows.values_list(*columns)]


def _payouts(body):
    rows = Payout.objects.filter(body=body, **HELD).order_by("-decision__agreement__year", "pk")
    columns = ("decision__agreement", "kind", "payout_ore")
    return [dict(zip(PayoutOut.model_fields, row, strict=True)) for row in rows.values_list(*columns)]


def _standings(body, day):
    return [_standing(one.stream, one.year, one.standing) for one in own_money(body, day)]


def _standing(stream, year, stood):
    named = {name: getattr(stood, name) for name in StandingOut.model_fields if hasattr(stood, name)}
    return {"agreement": stream.agreement_id, "stream": stream.key, "year": year, **named}
