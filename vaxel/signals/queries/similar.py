"""Those most like a signal among what lies at the same desk: the pure rule over the newest few hundred."""

from vaxel.calendar import clock
from vaxel.network.domain.kinds import Kind, Tree
from vaxel.network.models import Closure
from vaxel.signals.domain.kinds import OPEN
from vaxel.signals.domain.likeness import Said, alike
from vaxel.signals.models import Signal
from vaxel.signals.queries.listed import Line, listed

COMPARED = 400  # the newest at the desk; older ones are found by searching


def similar(signal, actor) -> list[Line]:
    """Open ones that could be merged with it, the most alike first. The same number of queries however many."""
    there = Signal.objects.filter(desk=signal.desk_id, state__in=OPEN).exclude(pk=signal.pk)
    rows = list(there.order_by("-id")[:COMPARED])
    counties = _counties({row.place_id for row in (signal, *rows)})
    found = alike(_said(signal, counties), [_said(row, counties) for row in rows])
    by_id = {row.pk: row for row in rows}
    return listed([by_id[one.key] for one in found], actor)


def _said(row, counties):
    return Said(row.pk, frozenset(row.stems.split()), row.kind, row.place_id, counties.get(row.place_id, 0))


def _counties(places):
    """Place → the county it lies in, or is."""
    over = Closure.objects.at(clock.today()).filter(
        tree=Tree.GOVERNANCE, descendant__in=places, ancestor__kind=Kind.COUNTY
    )
    return {place: place for place in places} | dict(over.values_list("descendant_id", "ancestor_id"))
