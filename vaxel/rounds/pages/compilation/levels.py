"""A level's own words about its part, and those of the levels below it that are finished."""

from dataclasses import dataclass

from vaxel.network.domain.names import swedish_key
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import NodeCompilation
from vaxel.rounds.queries.coverage import is_stale, stale_among


@dataclass(frozen=True)
class Written:
    name: str
    text: str
    finished_at: object
    revision: int
    stale: bool
    node_id: int


def written_here(round, place):
    """What the level itself has written; an empty one where it has not begun."""
    node = place.node_id or round.owner_id
    found = NodeCompilation.objects.select_related("round__frame").filter(round=round, node=node).first()
    if found is None:
        return Written(place.name, "", None, 0, stale=False, node_id=node)
    return Written(place.name, found.text, found.finished_at, found.revision, is_stale(found), node)


def finished_below(round, place, actor):
    """The counties' finished texts, for the sender; for everyone when the round has been fed back."""
    if place.node_id is not None or not (place.as_sender or round.state == RoundState.FED_BACK):
        return []
    rows = NodeCompilation.objects.filter(round=round).exclude(finished_at=None).exclude(node=round.owner_id)
    rows = list(rows.select_related("round__frame"))
    names, stale = at(round.frame.as_of).names([row.node_id for row in rows]), stale_among(round, rows)
    lines = [
        Written(names.get(row.node_id, ""), row.text, row.finished_at, row.revision, row.pk in stale, row.node_id)
        for row in rows
    ]
    return sorted(lines, key=lambda line: swedish_key(line.name))
