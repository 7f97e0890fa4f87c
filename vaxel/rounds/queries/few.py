"""Of so few a count tells who, by itself or as the total less the others: for the sender and its own county alone."""

from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.composed import composed, once_a_moment
from vaxel.network.domain.kinds import Kind, Tree
from vaxel.network.models import Closure
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.few import tells_who
from vaxel.rounds.domain.hiding import TOGETHER, held_back, held_back_by_parts
from vaxel.rounds.queries.levels import by_child, county_counts
from vaxel.rounds.queries.progress import counts
from vaxel.ui.refusal import Refusal


def refuse_held_back(round, node_id):
    """Gotland's county is a single municipality: neither it nor what it could be reckoned from is shown by itself."""
    if is_held_back(round, node_id):
        sentence = _(
            "De siffrorna skulle, för sig eller ihop med andra, peka ut någon. De visas för avsändaren och det egna länet."
        )
        raise Refusal(sentence, status=404)


def is_held_back(round, node_id, measure="asked") -> bool:
    """Would this part's count, or the whole less the parts shown, be one or two bodies' own? The nation's never is.

    What lies in a county held back is so too.
    """
    if tells_who(getattr(counts(round, node_id), measure)):
        return True
    counties = {county.pk for county in at(round.frame.as_of).above(node_id, [Kind.COUNTY])}
    if held_back_parts(round, measure) & ({node_id} | counties):
        return True
    return any(node_id in held_back_among(by_child(round, county), measure) for county in counties)


def held_back_parts(round, measure="asked") -> set[int]:
    """Counties, and each healthcare region that one of them lies in: less its other counties it would tell."""
    counties = held_back_in_whole(round, county_counts(round), measure)
    return {*counties, *(region for region, county in _in_healthcare_regions(round.frame.as_of) if county in counties)}


def held_back_among(rows, measure="asked", forced=frozenset()) -> frozenset[int]:
    """The nodes of these rows, whose total is shown, that outsiders see no counts of.

    `forced` are hidden in the whole: with one of them alone hidden here, the part's own total would give it, and the
    whole then what it was hidden for.
    """
    already = [place for place, row in enumerate(rows) if row.node_id in forced]
    places = held_back([getattr(row.counts, measure) for row in rows], TOGETHER, already)
    return frozenset(rows[place].node_id for place in places)


def held_back_in_whole(round, rows, measure="asked", few=()) -> frozenset[int]:
    """Of the counties, as everyone sees them; a healthcare region's reader has that region's own total besides.

    In whatever order they come the same ones are held back: two pages that chose differently would together tell all.
    """
    rows = sorted(rows, key=lambda row: row.node_id)
    place_of = {row.node_id: place for place, row in enumerate(rows)}
    parts = [[place_of[node] for node in part if node in place_of] for part in healthcare_regions(round)]
    cells = [getattr(row.counts, measure) for row in rows]
    return frozenset(rows[place].node_id for place in held_back_by_parts(cells, parts, TOGETHER, few))


def healthcare_regions(round) -> list[set[int]]:
    """The counties of each, when the round was sent."""
    found: dict[int, set[int]] = {}
    for region, county in _in_healthcare_regions(round.frame.as_of):
        found.setdefault(region, set()).add(county)
    return list(found.values())


@once_a_moment
@composed
def _in_healthcare_regions(day):
    ties = Closure.objects.at(day).filter(tree=Tree.GOVERNANCE)
    counties = ties.filter(ancestor__kind=Kind.HEALTHCARE_REGION, descendant__kind=Kind.COUNTY)
    return counties.values_list("ancestor_id", "descendant_id")


def held_back_here(round, rows, node_id, as_of) -> frozenset[int]:
    """As `held_back_among`, and what the whole holds back by the division that held when it was sent."""
    if node_id is None and as_of == "then":
        return held_back_in_whole(round, rows)
    whole = held_back_in_whole(round, county_counts(round))
    return held_back_among(rows, forced=whole) | whole


def home_of(actor) -> frozenset[int]:
    """The bodies one acts for and the counties they lie in: marked as one's own."""
    return actor.body_ids | set(_counties_of(actor.body_ids, today()))


@composed
def _counties_of(body_ids, day):
    above = Closure.objects.at(day).filter(tree=Tree.GOVERNANCE, descendant__in=body_ids)
    return at(day).of_kind(Kind.COUNTY).filter(pk__in=above.values("ancestor")).values_list("pk", flat=True)
