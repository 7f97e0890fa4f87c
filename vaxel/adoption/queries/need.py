"""Spread against need: how far those with the greatest need have been reached, and who of them has not."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np

from vaxel.adoption.domain.need import QUARTILES, quartiles
from vaxel.adoption.domain.stages import IN_USE, AdoptionStage
from vaxel.adoption.models import NeedFigure, NeedSet
from vaxel.adoption.queries.stages import Tally, tally
from vaxel.rounds.models import FramePosition

REACHED = IN_USE
NOT_CONCERNED = frozenset({AdoptionStage.NOT_RELEVANT})


@dataclass(frozen=True)
class NeedPart:
    """A fourth of those with a figure; 4 has the greatest need. 0: those without a figure."""

    quartile: int
    tally: Tally
    low: Decimal | None = None  # its figures, from and to
    high: Decimal | None = None


@dataclass(frozen=True)
class Unreached:
    body_id: int
    quartile: int
    value: Decimal
    stage: AdoptionStage


@dataclass(frozen=True)
class AgainstNeed:
    need: NeedSet
    parts: tuple[NeedPart, ...]  # the greatest need first; those without a figure last, if there are any
    part_of: dict  # body → its quartile

    def part(self, quartile) -> NeedPart:
        return next(part for part in self.parts if part.quartile == quartile)


def current_set(thing) -> NeedSet | None:
    return thing.need_sets.exclude(applied_at=None).order_by("-applied_at", "-pk").first()


def against_need(laid) -> AgainstNeed | None:
    """Each body of the frame once, by its figure and what others are shown of it. Three queries; None without figures."""
    need = current_set(laid.thing)
    if need is None:
        return None
    figures = dict(NeedFigure.objects.filter(need_set=need).values_list("body_id", "value"))
    places = dict(FramePosition.objects.filter(frame=laid.frame).values_list("body_id", "position"))
    known = {body: value for body, value in figures.items() if body in places}
    part_of = quartiles({body: Fraction(value) for body, value in known.items()}, high_is_need=need.high_is_need)
    parts = [_part(number, [body for body, part in part_of.items() if part == number], known, places, laid) for number in QUARTILES]  # fmt: skip
    without = [body for body in places if body not in known]
    if without:
        parts.append(_part(0, without, {}, places, laid))
    return AgainstNeed(need, tuple(part for part in parts if part.tally.total), part_of)


def _part(number, bodies, known, places, laid):
    values = [known[body] for body in bodies if body in known]
    stages = laid.shown[np.array([places[body] for body in bodies], dtype=np.int64)]
    return NeedPart(number, tally(stages), min(values, default=None), max(values, default=None))


def unreached(found, stages) -> list[Unreached]:
    """Of those one may see by name (`stages`), who do not use it: the greatest need first, inside a part by the caller."""
    figures = dict(
        NeedFigure.objects.filter(need_set=found.need, body__in=list(stages)).values_list("body_id", "value")
    )
    waiting = [
        Unreached(body, found.part_of[body], figures[body], stage)
        for body, stage in stages.items()
        if body in found.part_of and body in figures and stage not in REACHED | NOT_CONCERNED
    ]
    return sorted(waiting, key=lambda one: -one.quartile)
