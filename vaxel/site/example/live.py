"""Lets Sweden meet a round: receipts, relays, answers and compilations as the year's plan says."""

import datetime as dt

from vaxel.calendar import clock
from vaxel.rounds.domain.kinds import Route
from vaxel.rounds.models import Delivery, NodeCompilation
from vaxel.rounds.queries.coverage import covered_by
from vaxel.site.example.bulk import Story, carry_out
from vaxel.site.example.chance import draw
from vaxel.site.example.course import Meeting, course
from vaxel.site.example.people import TWO_STEPS
from vaxel.site.example.replies import replies


def let_sweden_answer(plan, round_, sweden):
    late = sweden.late() if plan.declined_grant else set()
    deliveries = Delivery.objects.filter(round=round_).order_by("position")
    now = clock.now()
    carry_out(round_, [_story(plan, round_, sweden, delivery, late=late, now=now) for delivery in deliveries])
    _compile(plan, round_, sweden, now)


def _story(plan, round_, sweden, delivery, *, late, now):
    place = sweden.places[delivery.body_id]
    county = sweden.county_ids.get(place.county)
    meeting = Meeting(place.code or place.name, place.county, round_.sent_at, round_.due, now)
    is_late = delivery.body_id in late
    steps = course(plan, meeting, answers=not is_late)
    decider = sweden.cast.get("approver") if place.code == "2080" else None
    return Story(
        delivery=delivery,
        steps=steps,
        holder=sweden.contacts.get(delivery.body_id) or sweden.coordinators.get(delivery.body_id),
        passes_on=sweden.coordinators.get(county) or sweden.cast["secretariat"],
        via=county if plan.route == Route.STEPWISE else None,
        values=replies(
            round_.template_version.content, body=place.code or place.name, people=int(place.people * plan.grown)
        )
        if round_.template_version
        else None,
        decided_by=decider if place.code in TWO_STEPS else None,
    )


def _compile(plan, round_, sweden, now):
    """Some counties have finished, with a sentence of their own: two weeks after the last day at the latest."""
    now = min(now, dt.datetime.combine(round_.due + dt.timedelta(days=14), dt.time(9), dt.UTC))
    for code, body in sweden.county_ids.items():
        if draw(plan.key, code, "compiled") < plan.compiled:
            made = NodeCompilation(
                round=round_,
                node_id=body,
                text=_WORDS[int(draw(plan.key, code, "words") * len(_WORDS))],
                finished_at=now - dt.timedelta(days=1 + 9 * draw(plan.key, code, "when")),
                finished_by=sweden.coordinators[body].person_id,
                mandate_id=sweden.coordinators[body].mandate_id,
            )
            made.covered = "" if code in CHANGED_AFTER else covered_by(made)
            made.save()


CHANGED_AFTER = ("21",)  # an answer below was changed after the county had finished
_WORDS = (
    "Medlen har i huvudsak använts till samordning och utbildning. De mindre kommunerna delar på en tjänst.",
    "Samverkan fungerar bättre än förra året. Gemensam ingång för barn och unga har minskat väntan.",
    "Sena medel gjorde att insatserna kom i gång efter sommaren. Länet föreslår besked före årsskiftet.",
)
