"""By which division a reader may see a round: the one that held when it was sent, or today's."""

import numpy as np

from vaxel.calendar import clock
from vaxel.network.domain.kinds import Kind
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.counting import Counts, counted
from vaxel.rounds.domain.few import tells_who
from vaxel.rounds.queries.levels import places_then, places_today
from vaxel.rounds.queries.part import part_of
from vaxel.rounds.queries.progress import counts
from vaxel.rounds.queries.vectors import vector

THEN, TODAY = "then", "today"


def division(round, node_id, wanted, *, as_sender, is_own):
    """`wanted`, unless today's would tell who: where one or two lie elsewhere than then, the one division less the
    other is theirs; and a part may have become so small.
    """
    if wanted != TODAY or as_sender:
        return wanted
    few = _few_have_moved(round, node_id) or (not is_own and _is_of_few(round, node_id))
    return THEN if few else TODAY


def _is_of_few(round, node_id):
    return node_id is not None and tells_who(len(places_today(round, {node_id})[node_id]))


def _few_have_moved(round, node_id):
    days = (round.frame.as_of, clock.today())
    nodes = {county.pk for day in days for county in at(day).of_kind(Kind.COUNTY)} | ({node_id} - {None})
    then, today = places_then(round, nodes), places_today(round, nodes)
    return any(tells_who(len(then[node] ^ today[node])) for node in nodes)


def counts_by(round, node_id, as_of) -> Counts:
    if as_of == THEN:
        return counts(round, node_id)
    places = round.deliveries.filter(part_of(round, node_id, as_of).within).values_list("position", flat=True)
    return counted(vector(round)[np.fromiter(places, dtype=np.int64)])


def undistributed_names(round, node_id=None) -> list[str]:
    """Bodies split since it was sent, as they were called then: in the whole, and by today's division in no part."""
    split = part_of(round, node_id, TODAY).undistributed
    return sorted(at(round.frame.as_of).names(split).values()) if split else []
