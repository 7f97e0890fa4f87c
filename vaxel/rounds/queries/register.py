"""A body's own register of what it has received and sent through Växel: one row per item, with both numbers."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q
from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.state import Step
from vaxel.rounds.models import Delivery, OwnNumber, Receipt, Round
from vaxel.rounds.models.reading import SENT
from vaxel.rounds.queries.story import number_of
from vaxel.rounds.registered import items_of
from vaxel.rounds.words import capital, kind_of

SAID = (Step.ANSWERED, Step.NOTHING_TO_REPORT, Step.DECLINED, Step.WITHDRAWN)


class Way(StrEnum):
    IN = "in"
    OUT = "out"


@dataclass(frozen=True)
class Entry:
    """`number` is Växel's (the round's or the receipt's), `own_number` the body's dnr."""

    at: dt.datetime
    way: Way
    what: str
    title: str
    other: str  # from whom, or to whom
    number: str
    own_number: str
    round_id: int | None
    body_id: int  # whose part it is; the body itself for a round it sent
    path: str = ""  # where it is read, if not at the round


def receipts_of(body_id):
    """What has come to the body, what it has said, and what others have said to it; newest first."""
    came = Q(delivery__body=body_id) & (
        Q(step=Step.SENT, delivery__waits_at=None, delivery__via=None) | Q(step=Step.RELAYED)
    )
    said = Q(delivery__body=body_id, step__in=SAID)
    told = Q(delivery__round__owner=body_id, step__in=SAID) & ~Q(delivery__body=body_id)
    rows = Receipt.objects.filter(came | said | told).exclude(delivery__round__state="recalled")
    return rows.select_related("delivery__round").order_by("-received_at", "-pk")


def entries(receipts, body_id) -> list[Entry]:
    """Two queries however many."""
    receipts = list(receipts)
    names = at(today()).names({one for receipt in receipts for one in _parties(receipt.delivery)})
    own = own_numbers(body_id, {receipt.delivery.round_id for receipt in receipts})
    return [_entry(receipt, body_id, names, own) for receipt in receipts]


def _parties(delivery):
    return delivery.body_id, delivery.round.owner_id


def _entry(receipt, body_id, names, own):
    delivery, step = receipt.delivery, Step(receipt.step)
    mine, came = delivery.body_id == body_id, step in {Step.SENT, Step.RELAYED}
    other = delivery.round.owner_id if mine else delivery.body_id
    return Entry(
        at=receipt.received_at,
        way=Way.IN if came or not mine else Way.OUT,
        what=capital(kind_of(delivery.round).one) if came else said_words()[step],
        title=delivery.round.title,
        other=names.get(other, ""),
        number=(delivery.round.number or "") if came else number_of(receipt, delivery.round),
        own_number=own.get(delivery.round_id, ""),
        round_id=delivery.round_id,
        body_id=delivery.body_id,
    )


def said_words():
    return {
        Step.ANSWERED: _("Svar"),
        Step.NOTHING_TO_REPORT: _("Inget att redovisa"),
        Step.DECLINED: _("Avstod"),
        Step.WITHDRAWN: _("Svaret återtaget"),
    }


def sent_by(body_id) -> list[Entry]:
    """The rounds that the body itself has sent, newest first: one row each, however many they went to."""
    rounds = Round.objects.filter(owner=body_id, state__in=SENT).select_related("frame").order_by("-sent_at")
    rows = list(rounds)
    own = own_numbers(body_id, {row.pk for row in rows})
    return [
        Entry(
            at=row.sent_at,
            way=Way.OUT,
            what=capital(kind_of(row).one),
            title=row.title,
            other=_("%(n)s mottagare") % {"n": row.frame.size},
            number=row.number or "",
            own_number=own.get(row.pk, ""),
            round_id=row.pk,
            body_id=body_id,
        )
        for row in rows
    ]


def others_of(body_id) -> list[Entry]:
    """All else between the body and another, wherever in Växel (registered.py), the newest first."""
    items = items_of(body_id)
    names = at(today()).names({end for one in items for end in (one.source, one.target)} - {None})
    own = own_numbers(body_id, {one.round_id for one in items if one.round_id})
    return [_other(one, body_id, names, own) for one in items]


def _other(one, body_id, names, own):
    out = one.source == body_id
    other = one.target if out else one.source
    everyone = _("Alla mottagare") if out else _("Allmänheten")
    return Entry(
        at=one.at,
        way=Way.OUT if out else Way.IN,
        what=one.what,
        title=one.title,
        other=everyone if other is None else names.get(other, ""),
        number=one.number,
        own_number=own.get(one.round_id, ""),
        round_id=one.round_id,
        body_id=body_id,
        path=one.path,
    )


def own_numbers(body_id, rounds) -> dict[int, str]:
    return dict(OwnNumber.objects.filter(body=body_id, round__in=rounds).values_list("round_id", "number"))


def own_number(body_id, round_id) -> str:
    return own_numbers(body_id, [round_id]).get(round_id, "")


def has_to_do_with(body_id, round_id) -> bool:
    asked = Delivery.objects.filter(body=body_id, round=round_id, waits_at=None).exists()
    return asked or Round.objects.filter(pk=round_id, owner=body_id, state__in=SENT).exists()


def heads() -> list[str]:
    return [
        _("Datum"),
        _("Riktning"),
        _("Handling"),
        _("Ärende"),
        _("Från eller till"),
        _("Nummer i Växel"),
        _("Vårt dnr"),
    ]


def row_of(entry) -> list:
    way = _("Inkommen") if entry.way is Way.IN else _("Utgående")
    return [entry.at, way, entry.what, entry.title, entry.other, entry.number, entry.own_number]
