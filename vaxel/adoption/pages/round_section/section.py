"""On the page of a round that spreads something: received is one thing, used another."""

from vaxel.adoption.domain.stages import IN_USE
from vaxel.adoption.models import ThingRound
from vaxel.adoption.permissions import names_seen
from vaxel.adoption.queries.stages import named, spread
from vaxel.adoption.queries.vectors import lay
from vaxel.adoption.words import does
from vaxel.calendar.clock import today
from vaxel.composed import seldom
from vaxel.network.domain.names import swedish_key
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.state import Outcome, outcome
from vaxel.rounds.pages.round.sections import Section
from vaxel.rounds.queries.progress import counts, states

TEMPLATE = "adoption/pages/round_section/section.html"
WAITING = (Outcome.NOT_ASKED, Outcome.SENT)


def foreseen(round):
    return [spread_by.of(round.pk)]


def section(request, round) -> Section | None:
    """Counts of the whole for who sends it; for a county its own bodies, received beside used, by name."""
    link = next(iter(spread_by(round.pk)), None)
    if link is None or round.sent_at is None:
        return None
    laid, names = lay(link.thing), names_seen(request.actor, link.thing)
    if names.everyone or not names:
        whole, told = spread(laid).whole, counts(round)
        context = {"thing": link.thing, "received": told.received, "asked": told.asked, "in_use": whole.in_use}
        return Section(TEMPLATE, context | {"total": whole.total, "exact": names.everyone})
    lines = _lines(round, named(laid, names), names)
    return Section(TEMPLATE, {"thing": link.thing, "lines": lines, **_summed(lines)})


@seldom
def spread_by(round_id):
    return ThingRound.objects.select_related("thing").filter(round=round_id).order_by("pk")[:1]


def _lines(round, stages, names):
    told = {}
    for node in names.nodes:
        told |= states(round, node)
    called = at(today()).names(list(told))
    rows = [
        {
            "name": called.get(body, ""),
            "received": outcome(state) not in WAITING,
            "does": does(stages[body]) if body in stages else "–",
            "in_use": stages.get(body) in IN_USE,
        }
        for body, state in told.items()
    ]
    return sorted(rows, key=lambda row: swedish_key(row["name"]))


def _summed(lines):
    return {
        "asked": len(lines),
        "received": sum(line["received"] for line in lines),
        "total": len(lines),
        "in_use": sum(line["in_use"] for line in lines),
        "exact": True,
    }
