"""How much a body already has to do, week by week: seen before one more thing is sent."""

from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.domain.load import per_week
from vaxel.rounds.domain.state import DONE
from vaxel.rounds.models import Delivery

MOST_IN_LIST = 900


def load(body_ids, weeks) -> dict[int, list[int]]:
    """Body → for each week (its Monday) how many open rounds it has still to answer then. One query."""
    wanted = list(body_ids)
    due: dict[int, list] = {body: [] for body in wanted}
    for body, day in _owed(wanted):
        if body in due:
            due[body].append(day)
    return {body: per_week(days, weeks) for body, days in due.items()}


def _owed(bodies):
    """(body, last day) of what is asked and not said."""
    rows = Delivery.objects.outcomes().last_days().filter(round__state=RoundState.OPEN).exclude(said__in=[0, *DONE])
    rows = rows.exclude(round__kind=RoundKind.MAILING)
    if len(bodies) <= MOST_IN_LIST:
        rows = rows.filter(body__in=bodies)
    return rows.exclude(by_day=None).values_list("body_id", "by_day").iterator(5000)
