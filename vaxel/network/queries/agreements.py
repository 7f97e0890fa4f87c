"""What a county has agreed: `county_permits` is asked before anything that only an agreement allows."""

import datetime as dt
from dataclasses import dataclass

from vaxel.calendar.clock import today
from vaxel.network.domain.agreements import Permits, Standing, Terms, decide_by, period_end, renewal_due, standing
from vaxel.network.domain.names import swedish_key
from vaxel.network.models import CountyAgreement
from vaxel.network.queries.asof import at
from vaxel.network.queries.card import latest_names


@dataclass(frozen=True)
class Party:
    body_id: int
    name: str
    signed_on: dt.date | None


@dataclass(frozen=True)
class Resource:
    name: str
    kind: str
    percent: int | None
    host_id: int
    host: str


@dataclass(frozen=True)
class Agreed:
    id: int
    county_id: int
    county: str
    title: str
    text: str
    terms: Terms
    standing: Standing
    permits: frozenset[Permits]
    parties: tuple[Party, ...]  # in Swedish order
    resources: tuple[Resource, ...]
    ends: dt.date  # of the period that runs
    decide_by: dt.date | None
    renewal_due: bool
    revision: int

    @property
    def signed(self):
        return [party for party in self.parties if party.signed_on]

    @property
    def unsigned(self):
        return [party for party in self.parties if not party.signed_on]

    def party(self, body_id):
        return next((party for party in self.parties if party.body_id == body_id), None)


def county_permits(county_id: int, what: Permits, day: dt.date) -> bool:
    """Does an agreement in force in the county that day, signed by all its parties, permit it?"""
    return permitting(county_id, what, day) is not None


def permitting(county_id: int, what: Permits, day: dt.date) -> "Agreed | None":
    """The agreement that permits it that day: the one signed last, where there are several."""
    found = [each for each in of_county(county_id, day) if each.standing == Standing.IN_FORCE and what in each.permits]
    return max(found, key=lambda each: max(party.signed_on for party in each.parties), default=None)


def of_county(county_id: int, day: dt.date | None = None) -> list[Agreed]:
    """Every agreement of the county, the latest first, as they stand that day."""
    rows = CountyAgreement.objects.filter(county=county_id).order_by("-valid_from", "-id")
    return _seen(rows, day or today())


def agreed(agreement_id: int, day: dt.date | None = None) -> Agreed | None:
    return next(iter(_seen(CountyAgreement.objects.filter(pk=agreement_id), day or today())), None)


def _seen(rows, day):
    rows = list(rows.prefetch_related("parties", "resources"))
    bodies = {row.county_id for row in rows}
    bodies |= {party.body_id for row in rows for party in row.parties.all()}
    bodies |= {resource.host_id for row in rows for resource in row.resources.all()}
    names = latest_names(bodies) | at(day).names(bodies)  # whoever has ceased to exist is called what it was
    return [_agreed(row, names, day) for row in rows]


def _agreed(row, names, day):
    parties = [Party(party.body_id, names[party.body_id], party.signed_on) for party in row.parties.all()]
    resources = [
        Resource(one.name, one.kind, one.percent, one.host_id, names[one.host_id]) for one in row.resources.all()
    ]
    return Agreed(
        id=row.pk,
        county_id=row.county_id,
        county=names[row.county_id],
        title=row.title,
        text=row.text,
        terms=row.terms,
        standing=standing(row.terms, row.proposed_at is not None, [party.signed_on for party in parties], day),
        permits=row.permitted,
        parties=tuple(sorted(parties, key=lambda party: swedish_key(party.name))),
        resources=tuple(resources),
        ends=period_end(row.terms, day),
        decide_by=decide_by(row.terms, day),
        renewal_due=renewal_due(row.terms, day),
        revision=row.revision,
    )
