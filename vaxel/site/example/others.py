"""What everyone but the visitor does in the tour: three weeks in a moment."""

from vaxel.calendar import clock
from vaxel.rounds.domain.state import Flag, Outcome, Step, outcome
from vaxel.site.example.bulk import Story, carry_out
from vaxel.site.example.cast import FALUN
from vaxel.site.example.chance import draw
from vaxel.site.example.course import Taken
from vaxel.site.example.land import Land
from vaxel.site.example.replies import replies

SILENT = 0.015  # the part that has not answered when three weeks have gone


def let_the_rest_answer(round_, sweden: Land):
    """Three weeks in a moment: everyone else passes on, confirms and answers, all but a few."""
    now = clock.now()
    waiting = [
        d for d in round_.deliveries.order_by("position") if outcome(d.state) in (Outcome.SENT, Outcome.RECEIVED)
    ]
    carry_out(round_, [_at_once(round_, delivery, sweden, now) for delivery in waiting])


def _at_once(round_, delivery, sweden, now):
    place = sweden.places[delivery.body_id]
    county = sweden.county_ids.get(place.county)
    steps = [] if delivery.state & Flag.RELAYED else [Taken(Step.RELAYED, now)]
    steps.append(Taken(Step.RECEIVED, now))
    if draw("tour", place.code) >= SILENT or place.code == FALUN:
        steps.append(Taken(Step.ANSWERED, now))
    values = replies(round_.template_version.content, body=place.code, people=place.people)
    holder, passes_on = sweden.contacts[delivery.body_id], sweden.coordinators.get(county)
    return Story(delivery, steps, holder, passes_on or holder, via=county, values=values)
