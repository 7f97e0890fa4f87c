"""The way from the nation down to a body, as a page's trail shows it."""

from vaxel.composed import composed
from vaxel.network.domain.kinds import Kind, Tree
from vaxel.network.queries.asof import at

# Levels from the top; every other kind comes below its principal, nearest last.
_LEVELS = [{Kind.NATION}, {Kind.HEALTHCARE_REGION}, {Kind.COUNTY}, {Kind.REGION, Kind.MUNICIPALITY}]


def trail(day, body) -> list[list]:
    """One list of bodies per level, the body itself last.

    A unit of Region Halland lies in no healthcare region by the ties alone (a part tie stops at the region): it gets
    those of its county, both of them.
    """
    itself = at(day).one_named(body)
    over = _above(day, body, Tree.GOVERNANCE) or _above(day, body, Tree.STATE)
    levels = [[step for step in over if step.named_as in level] for level in _LEVELS]
    county = next(iter(levels[2]), None)
    if not levels[1] and county:
        levels[1] = _healthcare_regions(day, county.pk)
    others = [step for step in over if not any(step in level for level in levels)]
    return [level for level in [*levels, *_by_depth(day, itself, others)] if level] + [[itself]]


@composed
def _above(day, body, tree):
    return at(day).above(body, tree=tree)


@composed
def _healthcare_regions(day, county):
    return at(day).parents(county, Kind.HEALTHCARE_REGION)


def _by_depth(day, body, others):
    """Farthest first, each on its own step."""
    depth = dict(at(day).depths_above(body)) if others else {}
    return [[step] for step in sorted(others, key=lambda step: -depth.get(step.pk, 0))]
