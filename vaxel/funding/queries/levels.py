"""How much is left, level by level and county by county, at the end of a day. Added up by the database."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import BigIntegerField, Case, Count, F, Q, Sum, When

from vaxel.calendar.clock import today
from vaxel.funding.domain.entries import Entry, EntryKind
from vaxel.funding.domain.ledger import LevelTotal, levels
from vaxel.funding.models import LedgerEntry, PocketBalance
from vaxel.network.domain.kinds import PRINCIPALS, Kind, Tree
from vaxel.network.models import Body, Closure
from vaxel.rounds.domain.few import tells_who

NATIONAL, HEALTHCARE, COUNTY, PRINCIPAL, OTHER = "national", "healthcare_region", "county", "principal", "other"
ORDER = (NATIONAL, HEALTHCARE, COUNTY, PRINCIPAL, OTHER)
# Gotland is one body, a region and a municipality: regions and municipalities are one level, and it is once in it.
LEVEL_OF = {
    Kind.NATION: NATIONAL, Kind.SECRETARIAT: NATIONAL, Kind.AGENCY: NATIONAL, Kind.HEALTHCARE_REGION: HEALTHCARE,
    Kind.RESOURCE_CENTRE: HEALTHCARE, Kind.COUNTY: COUNTY, **dict.fromkeys(PRINCIPALS, PRINCIPAL),
}  # fmt: skip
# What is decided for each receiver is public to the öre (the allocation): no one's act is told by it.
PUBLIC_KINDS = frozenset(
    {EntryKind.POT, EntryKind.GRANTED, EntryKind.ROUNDED_POT, EntryKind.ROUNDED_UP, EntryKind.ROUNDED_DOWN}
)
MOVED = ("day", "kind", "ore", "reverses", "source", "target", "source__kind", "target__kind")
SIGNED = Sum(Case(When(reverses=None, then=F("ore")), default=-F("ore"), output_field=BigIntegerField()))


@dataclass(frozen=True)
class LevelSeen:
    level: str
    total: LevelTotal
    bodies: int  # that have had any money
    with_left: int


def by_level(agreement_ids, day) -> list[LevelSeen]:
    """Two queries. How many bodies have money is told of today alone."""
    rows = LedgerEntry.objects.filter(stream__agreement__in=agreement_ids, day__lte=day)
    sums = rows.values("kind", "source__kind", "target__kind").order_by().annotate(sum=SIGNED)
    found = levels([_as_entry(row, day) for row in sums], lambda number: ORDER[number])
    counts = _counts(agreement_ids)
    return [LevelSeen(level, found[level], *counts.get(level, (0, 0))) for level in ORDER if level in found]


def by_level_in_public(agreement_ids, day) -> list[LevelSeen]:
    """As anyone may read it, day after day: as the last month ended, and each figure moves when at least three bodies have
    moved it. One day less another is then never what one or two have done. Of how many have money left nothing is said.
    """
    last = day.replace(day=1) - dt.timedelta(days=1)
    ended = Q(day__lte=last) | Q(day__lte=day, kind__in=PUBLIC_KINDS)
    rows = LedgerEntry.objects.filter(ended, stream__agreement__in=agreement_ids).order_by("day", "pk")
    found = levels(published(rows.values_list(*MOVED)), lambda number: ORDER[number])
    return [LevelSeen(level, found[level], 0, 0) for level in ORDER if level in found]


def published(rows) -> list[Entry]:
    """Month by month: of each kind between two levels, when at least three bodies have moved it. `rows` in the order of days."""
    held: dict[tuple, list] = defaultdict(list)  # kind and the two levels → movements that are not published yet
    shown: list[Entry] = []
    month = None
    for day, kind, ore, reverses, source, target, source_kind, target_kind in rows:
        if month not in {None, day.replace(day=1)}:
            _publish(held, shown)
        month = day.replace(day=1)
        ends = (_number(source_kind), _number(target_kind))
        entry = Entry(0, day, EntryKind(kind), ore, 0, 0, *ends, reverses=None if reverses is None else 0)
        held[kind, *ends].append((entry, target if source is None else source))
    _publish(held, shown)
    return shown


def _publish(held, shown):
    for key, waiting in held.items():
        decided = EntryKind(key[0]) in PUBLIC_KINDS
        if decided or not tells_who(len({body for _entry, body in waiting})):
            shown += [entry for entry, _body in waiting]
            held[key] = []


def _as_entry(row, day):
    """All entries of one kind between two levels, as one between the levels themselves."""
    return Entry(
        0, day, EntryKind(row["kind"]), abs(row["sum"]), 0, 0, _number(row["source__kind"]), _number(row["target__kind"]),
        reverses=0 if row["sum"] < 0 else None,
    )  # fmt: skip


def _number(kind):
    return None if kind is None else ORDER.index(LEVEL_OF.get(kind, OTHER))


def _counts(agreement_ids):
    rows = PocketBalance.objects.filter(stream__agreement__in=agreement_ids).values("body__kind").order_by()
    some = rows.annotate(
        bodies=Count("body", distinct=True), left=Count(Case(When(left__gt=0, then=F("body"))), distinct=True)
    )
    found: dict[str, tuple[int, int]] = {}
    for row in some:
        level = LEVEL_OF.get(row["body__kind"], OTHER)
        before = found.get(level, (0, 0))
        found[level] = (before[0] + row["bodies"], before[1] + row["left"])
    return found


@dataclass(frozen=True)
class CountySum:
    """`had`: what the county's bodies have been granted or received from outside it, in öre; `bodies` that have any."""

    had: int = 0
    left: int = 0
    bodies: int = 0


def by_county(agreement_ids) -> dict[int, CountySum]:
    """Today's. A county's own money and that of its region and municipalities; three queries."""
    kinds = [Kind.COUNTY, *PRINCIPALS]
    rows = PocketBalance.objects.filter(stream__agreement__in=agreement_ids, body__kind__in=kinds)
    sums = rows.values("body").order_by().annotate(had=Sum("granted"), left_over=Sum("left"))
    by_body = {row["body"]: row for row in sums}
    below = Closure.objects.at(today()).filter(tree=Tree.GOVERNANCE, ancestor__kind=Kind.COUNTY)
    ties = set(below.filter(descendant__in=by_body).values_list("ancestor", "descendant"))
    own = Body.objects.filter(pk__in=by_body, kind=Kind.COUNTY).values_list("pk", flat=True)
    ties |= {(county, county) for county in own}
    found: dict[int, CountySum] = {}
    for county, body in ties:
        one, row = found.get(county, CountySum()), by_body[body]
        found[county] = CountySum(one.had + row["had"], one.left + row["left_over"], one.bodies + 1)
    return found
