"""The way from the nation down to a body, as a page's trail shows it."""

from vaxel.network.domain.kinds import Kind, Tree

# Levels from the top; every other kind comes below its principal, nearest last.
_LEVELS = [{Kind.NATION}, {Kind.HEALTHCARE_REGION}, {Kind.COUNTY}, {Kind.REGION, Kind.MUNICIPALITY}]


def trail(network, body) -> list[list]:
    """One list of bodies per level, the body itself last.

    A unit of Region Halland lies in no healthcare region by the ties alone (a part tie stops at the region): it gets
    those of its county, both of them.
    """
    itself = network.named([body]).get()
    over = list(network.above(body)) or list(network.above(body, tree=Tree.STATE))
    levels = [[step for step in over if step.named_as in level] for level in _LEVELS]
    county = next(iter(levels[2]), None)
    if not levels[1] and county:
        levels[1] = list(network.parents(county, Kind.HEALTHCARE_REGION))
    others = [step for step in over if not any(step in level for level in levels)]
    return [level for level in [*levels, *_by_depth(network, itself, others)] if level] + [[itself]]


def _by_depth(network, body, others):
    """Farthest first, each on its own step."""
    depth = dict(network.depths_above(body)) if others else {}
    return [[step] for step in sorted(others, key=lambda step: -depth.get(step.pk, 0))]
