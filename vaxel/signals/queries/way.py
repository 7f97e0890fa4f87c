"""Which desk a signal begins at, and to which it can be sent on: the pure way laid over the network of the day."""

from django.utils.translation import gettext as _

from vaxel.calendar import clock
from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Body
from vaxel.network.queries.asof import at
from vaxel.signals.domain.kinds import Level
from vaxel.signals.domain.way import begins_at, desk_kind, next_level
from vaxel.signals.permissions import SPEAKING
from vaxel.ui.refusal import Refusal


def first_desk(author_body, place, *, role=None, own_first=False) -> tuple[Body, Level]:
    """`author_body` None is the public. A unit's own desk is its principal's; a national organisation goes by the place."""
    kind = author_body and Kind(author_body.kind)
    level = begins_at(kind, speaks_for_body=role in SPEAKING, own_first=own_first)
    if level == Level.OWN:
        return at(clock.today()).principal_of(author_body) or author_body, level
    return _desk_at(level, author_body, place)


def _desk_at(level, author_body, place):
    """The nearest desk at that level or above: a signal about the whole country has no county."""
    while level is not None:
        for start in filter(None, (place, author_body)):
            if found := desks_over(start, level):
                return found[0], level
        level = next_level(level)
    raise Refusal(_("Det finns ingen som kan ta emot signalen. Hör av er till det nationella kansliet."))


def desks_over(body, level) -> list[Body]:
    """The desks of the level that the body lies under, or is; the nearest first. The nation's is the secretariat's."""
    network, kind = at(clock.today()), desk_kind(level)
    if level == Level.NATION:
        return list(network.of_kind(Kind.SECRETARIAT)[:1])
    if body.kind == kind:
        return list(network.named([body]))
    depths = dict(network.depths_above(body))
    return sorted(network.above(body, kind), key=lambda desk: (depths[desk.pk], desk.pk))


def above(signal) -> list[Body]:
    """Where it can be sent up: two healthcare regions where the county lies in both and the place does not decide."""
    level = next_level(Level(signal.level))
    if level is None:
        return []
    by_place = desks_over(signal.place, level)
    by_desk = desks_over(signal.desk, level)
    if level == Level.NATION or not by_desk:
        return by_desk or by_place
    shared = [desk for desk in by_place if desk.pk in {one.pk for one in by_desk}]
    return shared or by_desk


def beside(signal) -> list[Body]:
    """The other desks of the same level."""
    kind = desk_kind(Level(signal.level))
    if kind not in (Kind.COUNTY, Kind.HEALTHCARE_REGION):
        return []
    return [desk for desk in at(clock.today()).of_kind(kind) if desk.pk != signal.desk_id]
