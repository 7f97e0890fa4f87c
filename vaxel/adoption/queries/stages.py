"""How far a thing has spread: what others are shown, counted at every level, each body once."""

from dataclasses import dataclass

import numpy as np

from vaxel.adoption.domain.stages import IN_USE, LINE, AdoptionStage
from vaxel.network.domain.kinds import BIT, Kind
from vaxel.rounds.models import FramePosition

ORDER = (Kind.MUNICIPALITY, Kind.REGION)  # the kinds a reader asks of first; then as the network names them
MOST_IN_LIST = 900


@dataclass(frozen=True)
class Tally:
    """How many bodies stand at each stage, by its number; `total` is all it is meant for there."""

    counts: tuple[int, ...]

    @property
    def total(self):
        return sum(self.counts)

    def of(self, *stages) -> int:
        return sum(self.counts[stage] for stage in stages)

    @property
    def in_use(self):
        return self.of(*IN_USE)

    @property
    def full(self):
        return self.of(AdoptionStage.FULL_USE)

    def reached(self) -> list[int]:
        """For each stop of the line: how many have come so far or farther."""
        return [self.of(*LINE[place:]) for place in range(len(LINE))]


@dataclass(frozen=True)
class Spread:
    kinds: tuple[tuple[Kind, Tally], ...]  # Gotland counts in both of its kinds …
    whole: Tally  # … and once here


def tally(stages) -> Tally:
    return Tally(tuple(int(number) for number in np.bincount(stages, minlength=len(AdoptionStage))))


def spread(laid, node_id=None) -> Spread:
    if node_id is None:
        return spread_of(laid.shown, laid.masks)
    places = laid.positions(node_id)
    return spread_of(laid.shown[places], laid.masks[places])


def spread_of(stages, masks) -> Spread:
    present = [kind for kind in sorted(Kind, key=_order) if (masks & BIT[kind]).any()]
    return Spread(tuple((kind, tally(stages[(masks & BIT[kind]) != 0])) for kind in present), tally(stages))


def added(found: Spread) -> Tally:
    """The kinds together, as those who see no names are told it: each once (`whole`) less the kinds would be Gotland's own."""
    return Tally(
        tuple(map(sum, zip(*(one.counts for _kind, one in found.kinds), strict=True))) or (0,) * len(AdoptionStage)
    )


def _order(kind):
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


def at_nodes(laid, node_ids) -> dict[int, Tally]:
    """For any number of nodes, such as the 21 counties, from the one vector."""
    return {node: tally(laid.shown[laid.positions(node)]) for node in node_ids}


def named(laid, names) -> dict[int, AdoptionStage]:
    """Body → what others are shown of it, in frame order, for those that `permissions.names_seen` lets one see."""
    if not names:
        return {}
    rows = FramePosition.objects.filter(frame=laid.frame).order_by("position")
    chosen = None
    if not names.everyone:
        chosen = {int(place) for node in names.nodes for place in laid.positions(node)}
        rows = rows.filter(position__in=chosen) if len(chosen) <= MOST_IN_LIST else rows
    pairs = rows.values_list("body_id", "position")
    return {body: AdoptionStage(laid.shown[at]) for body, at in pairs if chosen is None or at in chosen}
