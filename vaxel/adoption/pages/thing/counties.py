"""The counties side by side, by name or by size, never by how far they have come."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from vaxel.adoption.domain.small import FEW
from vaxel.network.domain.kinds import Kind
from vaxel.network.domain.names import swedish_key
from vaxel.network.models import Population
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.hiding import TOGETHER, held_back
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
    told = shown(tallies)
    lines = [
        _line(counties[node], tally, own, people.get(node, 0), None if exact or node in own else told[node])
        for node, tally in tallies.items()
        if tally.total
    ]
    order = (lambda line: (-line.people, swedish_key(line.name))) if by_size else lambda line: swedish_key(line.name)
    return sorted(lines, key=order)


def shown(tallies) -> dict[int, tuple[int | None, int | None]]:
    """County → (uses it fully, uses it) as those who see no names read it: nothing that the sums above would give, nor
    the one less the other.
    """
    nodes = [node for node, tally in tallies.items() if tally.total]
    few = {place for place, node in enumerate(nodes) if tallies[node].total < FEW}
    begun = [tallies[node].in_use - tallies[node].full for node in nodes]
    full = held_back([tallies[node].full for node in nodes], TOGETHER, few | held_back(begun, TOGETHER))
    in_use = held_back([tallies[node].in_use for node in nodes], TOGETHER, few)
    return {
        node: (
            None if place in full else tallies[node].full,
            None if place in in_use else tallies[node].in_use,
        )
        for place, node in enumerate(nodes)
    }


def _line(county, tally, own, people, told):
    """`told` is what outsiders are shown; None for who sees the names."""
    full, in_use = (tally.full, tally.in_use) if told is None else told
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
