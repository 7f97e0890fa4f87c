"""The last days of money that concern a person, across all mandates: for the calendar that people already use.

Of decided agreements alone: a draft's days may still change, and one that is replaced has given its days to the next.
"""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.concern import Part, concerns
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.models import Agreement, Deadline, Payout
from vaxel.funding.queries.versions import first_versions
from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Body


@dataclass(frozen=True)
class MoneyDay:
    """`key` is the same whatever the day is moved to, in this version or a later: the event moves, it is not doubled."""

    key: str
    link: Link
    day: dt.date
    agreement_id: int
    agreement: str


def money_days(actor, since: dt.date) -> list[MoneyDay]:
    """By day. Four queries, however many agreements."""
    if not actor.body_ids:
        return []
    parts, first = _parts(actor), first_versions()
    rows = Deadline.objects.filter(agreement__in=parts, day__gte=since).select_related("agreement")
    return [_day(row, first) for row in rows if concerns(Link(row.link), parts[row.agreement_id])]


def _parts(actor) -> dict[int, set[Part]]:
    """Agreement → what the person is in it, by any mandate held today."""
    bodies = actor.body_ids
    compiles = Body.objects.filter(pk__in=bodies, kind=Kind.COUNTY).exists()
    near = Q(owner__in=bodies) | Q(orderer__in=bodies) | Q(payer__in=bodies) | Q(assessor__in=bodies)
    granted = Payout.objects.filter(decision__agreement=OuterRef("pk"), body__in=bodies)
    rows = Agreement.objects.filter(state=AgreementState.DECIDED).annotate(follows=near, receives=Exists(granted))
    found = {}
    for row in rows.values("pk", "follows", "receives"):
        is_part = {Part.FOLLOWER: row["follows"], Part.RECEIVER: row["receives"], Part.COUNTY: compiles}
        found[row["pk"]] = {part for part, is_so in is_part.items() if is_so}
    return found


def _day(row, first) -> MoneyDay:
    key = f"money-{first[row.agreement_id][:12]}-{row.link}"
    return MoneyDay(key, Link(row.link), row.day, row.agreement_id, row.agreement.name)
