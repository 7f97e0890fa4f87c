"""The round of the guided tour: made anew for each tour, carried one step further by the commands everyone uses."""

import datetime as dt

from vaxel.calendar import clock
from vaxel.calendar.domain.days import next_working_day
from vaxel.network.queries.asof import at
from vaxel.rounds.models import Round
from vaxel.site.models import TourRound


def body(kind, code) -> int:
    return at(clock.today()).by_code(kind, code).pk


def current_round() -> Round | None:
    latest = TourRound.objects.select_related("round").order_by("-id").first()
    return latest and latest.round
