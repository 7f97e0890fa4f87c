"""How many and who an audience is, before anything is sent: the count, the map, and who already has much to do."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Kind
from vaxel.network.queries.asof import at
from vaxel.rounds.queries.audience import audience_bodies, audience_preview
from vaxel.rounds.queries.calm import calm_weeks
from vaxel.rounds.queries.tiles import tiles
from vaxel.rounds.words import bodies
from vaxel.ui.refusal import Refusal

ASKED, NOT_ASKED = "asked", "not_asked"
REACH_STATES = [
    {"key": ASKED, "label": _("får förfrågan"), "look": "s4"},
    {"key": NOT_ASKED, "label": _("får den inte"), "look": "none"},
]


@dataclass(frozen=True)
class Reach:
    count: int
    kinds: tuple  # (number, noun), the most numerous first
    counties: tuple  # (name, number)
    busy: int
    tiles: tuple
    refused: str = ""
    free: tuple = ()  # FreeWeeks, the calmest first

    @property
    def states(self):
        """Only those on the map."""
        present = {tile["state"] for tile in self.tiles}
        return [state for state in REACH_STATES if state["key"] in present]


def reach(form, due):
    if form.is_bound:
        return None if form.errors else reach_of(form.rule(), due)
    return reach_of(form.initial["rule"], due)


def reach_of(rule, due):
    try:
        preview = audience_preview(rule, today(), due)
        asked = set(audience_bodies(rule, today()))
    except Refusal as no:
        return Reach(0, (), (), 0, (), str(no.message))
    names = at(today()).names(preview.by_county)
    return Reach(
        count=preview.count,
        kinds=tuple(_kinds(preview.by_kind, rule)),
        counties=tuple((names.get(county, ""), number) for county, number in preview.by_county.items() if number),
        busy=preview.busy_count,
        tiles=tuple(_tiles(asked)) if Kind.MUNICIPALITY in preview.by_kind else (),
        free=tuple(calm_weeks(rule, today())) if preview.count else (),
    )


def _kinds(by_kind, rule):
    """As what they are asked: Gotland, asked as a municipality, is not counted as a region besides."""
    asked = set(by_kind) if rule.get("bodies") else set(rule.get("kinds", ()))
    ordered = sorted(((number, kind) for kind, number in by_kind.items() if number and kind in asked), reverse=True)
    return [(number, bodies(kind, number)) for number, kind in ordered]


def _tiles(asked):
    for tile in tiles("municipalities", today()):
        state = ASKED if tile.body_id in asked else NOT_ASKED
        yield {"column": tile.column, "row": tile.row, "label": tile.name, "state": state}
