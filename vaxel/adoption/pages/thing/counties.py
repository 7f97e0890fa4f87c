"""The counties side by side, by name or by size, never by how far they have come."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from vaxel.adoption.domain.small import veiled
from vaxel.network.domain.kinds import Kind
from vaxel.network.domain.names import swedish_key
from vaxel.network.models import Population
from vaxel.network.queries.asof import at
from vaxel.ui.templatetags.numbers import count

SIZE = "storlek"


@dataclass(frozen=True)
class CountyLine:
    node_id: int
    name: str
    full: str
    in_use: str
    total: int
    own: bool
    parts: tuple
    people: int


def county_lines(tallies, day, own, *, exact, by_size):
    counties = {county.pk: county for county in at(day).of_kind(Kind.COUNTY)}
    people = dict(
        Population.objects.filter(kind=Kind.COUNTY, body__in=counties, reference_date__lte=day)
        .order_by("reference_date")
        .values_list("body", "people")
    )
    lines = [
        _line(counties[node], tally, own, people.get(node, 0), exact=exact or node in own)
        for node, tally in tallies.items()
        if tally.total
    ]
    order = (lambda line: (-line.people, swedish_key(line.name))) if by_size else lambda line: swedish_key(line.name)
    return sorted(lines, key=order)


def _line(county, tally, own, people, *, exact):
    full, in_use = (number if exact else veiled(number, tally.total) for number in (tally.full, tally.in_use))
    known = full is not None and in_use is not None
    return CountyLine(
        node_id=county.pk,
        name=county.name,
        full=_said(full),
        in_use=_said(in_use),
        total=tally.total,
        own=county.pk in own,
        parts=(
            {"value": full, "look": "s4", "label": _("använder fullt ut")},
            {"value": in_use - full, "look": "s2", "label": _("har börjat använda")},
        )
        if known
        else (),
        people=people,
    )


def _said(number):
    return _("färre än tre") if number is None else count(number)
