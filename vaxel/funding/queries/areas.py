"""Receivers and their populations, as the network and the reference data know them."""

import datetime as dt
from collections import defaultdict

from django.db.models import Max

from vaxel.funding.domain.areas import COUNTRY, Area
from vaxel.funding.domain.terms import Receivers
from vaxel.network.domain.kinds import Kind, Tree
from vaxel.network.models import Closure, Identity, Population, Tie

COUNTED = (Kind.NATION, Kind.COUNTY, Kind.MUNICIPALITY)  # of whom statistics publish a population


def codes_of(kind, day: dt.date) -> dict[int, str]:
    """Body → its code as that kind, that day."""
    return dict(Identity.objects.at(day).filter(kind=kind).values_list("body_id", "code"))


def areas_on(kinds, date: dt.date, day: dt.date) -> list[Area]:
    """The receivers of these kinds by the division of `day`, and the country, with the population of `date`.

    A region is counted as its county, a healthcare region as its municipalities: one whose municipalities are not
    counted on that date is left out, as is any body of whom no population is known.
    """
    people, above = _people(date), _parents(day)
    counted = {COUNTRY: people[Kind.NATION]}
    for kind in kinds:
        counted[Receivers(kind)] = _counted(Receivers(kind), people, above, day)
    return [area for kind, found in counted.items() for area in _areas(kind, found, above, date, day)]


def all_on(kinds, day: dt.date) -> list[Area]:
    """The same receivers with the latest population known that day: for keys that do not go by population."""
    latest = Population.objects.filter(kind=Kind.MUNICIPALITY, reference_date__lte=day).aggregate(
        on=Max("reference_date")
    )
    return areas_on(kinds, latest["on"] or day, day)


def _people(date) -> dict[str, dict[int, int]]:
    rows = Population.objects.filter(reference_date=date, kind__in=COUNTED).values_list("kind", "body_id", "people")
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for kind, body, people in rows:
        found[kind][body] = people
    return found


def _parents(day) -> dict[int, int]:
    """Body → the county it lies in, by the governance tree."""
    ties = Tie.objects.at(day).filter(tree=Tree.GOVERNANCE, parent__kind=Kind.COUNTY)
    return dict(ties.values_list("child_id", "parent_id"))


def _counted(kind, people, above, day) -> dict[int, int]:
    if kind == Receivers.REGION:
        counties = people[Kind.COUNTY]
        return {body: counties[above[body]] for body in codes_of(kind, day) if above.get(body) in counties}
    if kind == Receivers.HEALTHCARE_REGION:
        return _within(people[Kind.MUNICIPALITY], day)
    return people[kind]


def _within(municipalities, day) -> dict[int, int]:
    """By each municipality's own tie, never by its county: Halland lies in two."""
    rows = Closure.objects.at(day).filter(tree=Tree.GOVERNANCE, ancestor__kind=Kind.HEALTHCARE_REGION)
    total: dict[int, int] = defaultdict(int)
    for region, body in rows.filter(descendant__in=list(municipalities)).values_list("ancestor_id", "descendant_id"):
        total[region] += municipalities[body]
    return dict(total)


def _areas(kind, people, above, date, day):
    called = Identity.objects.at(day).filter(kind=Kind.NATION if kind == COUNTRY else kind, body__in=list(people))
    counties = codes_of(Kind.COUNTY, day)
    for body, code, name in called.order_by("code").values_list("body_id", "code", "name"):
        parent = counties.get(above.get(body), "") if kind in {Receivers.MUNICIPALITY, Receivers.REGION} else ""
        yield Area(kind, code, name, date, people[body], parent)
