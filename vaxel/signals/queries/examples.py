"""What anyone may read: good examples and promising practice that the author's body and the desk have both chosen to show."""

from dataclasses import dataclass

from vaxel.calendar import clock
from vaxel.network.domain.kinds import Tree
from vaxel.network.models import Closure
from vaxel.network.queries.asof import at
from vaxel.signals.models import Signal


@dataclass(frozen=True)
class Example:
    signal: Signal
    place: str
    author: str  # the body's name; empty for one of the public


def examples(*, kind="", county_id=None, group=""):
    """A queryset, the latest first."""
    rows = Signal.objects.published().order_by("-published_at", "-id")
    if kind:
        rows = rows.filter(kind=kind)
    if group:
        rows = rows.filter(group=group)
    if county_id:
        within = Closure.objects.at(clock.today()).filter(tree=Tree.GOVERNANCE, ancestor=county_id)
        rows = rows.filter(place__in=[county_id, *within.values_list("descendant_id", flat=True)])
    return rows


def told(rows) -> list[Example]:
    """One query for the names."""
    rows = list(rows)
    names = at(clock.today()).names({body for one in rows for body in (one.place_id, one.author_body_id)} - {None})
    return [Example(one, names.get(one.place_id, ""), names.get(one.author_body_id, "")) for one in rows]
