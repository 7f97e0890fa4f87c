"""The round of the guided tour: made anew for each tour, carried one step further by the commands everyone uses.

`make_sure(step, round)` does the step's act only where the visitor has not: the tour never waits for anyone.
"""

import datetime as dt

from django.db import transaction

from vaxel.calendar import clock
from vaxel.calendar.domain.days import next_working_day
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.commands.rounds import create_round
from vaxel.rounds.domain.kinds import RoundKind, RoundState, Route
from vaxel.rounds.models import Round, TemplateVersion
from vaxel.site.example.acts import ACTS, write_for_falun
from vaxel.site.example.land import body, land
from vaxel.site.models import TourRound

__all__ = ["TEMPLATE", "TITLE", "body", "current_round", "fresh_round", "make_sure", "write_for_falun"]
TITLE = "Redovisning av årets medel"
TEMPLATE = "Rundturens redovisning"


def current_round() -> Round | None:
    latest = TourRound.objects.select_related("round").order_by("-id").first()
    return latest and latest.round


@transaction.atomic
def fresh_round() -> Round:
    """A draft waiting at the secretariat; one of today's that nobody has sent is used again."""
    sweden = land(clock.today())
    due = next_working_day(sweden.day + dt.timedelta(days=21))
    waiting = current_round()
    if waiting and waiting.state == RoundState.DRAFT and waiting.due == due:
        return waiting
    by = sweden.actor("secretariat")
    round_ = create_round(
        by=by,
        owner_id=by.body_id,
        kind=RoundKind.ACCOUNT,
        title=TITLE,
        text=(
            "Redovisa hur ni har använt årets medel. Sex frågor i stället för sju enkäter. "
            "Svaret beslutas hos er, länet sammanställer, och alla får veta vad det ledde till."
        ),
        replaces="sju enkäter",
        legal_basis="Överenskommelsen mellan staten och SKR, redovisningskravet",
        minutes=10,
        template_version=TemplateVersion.objects.filter(template__title=TEMPLATE).latest("number"),
        audience={"kinds": [str(Kind.MUNICIPALITY)]},
        route=Route.STEPWISE,
        due=due,
        compile_due=next_working_day(due + dt.timedelta(days=14)),
        forward_text="Hej! Årets redovisning är här: sex frågor, cirka tio minuter. Besluta svaret hos er och skicka.",
    )
    TourRound.objects.create(round=round_)
    return round_


@transaction.atomic
def make_sure(key, round_):
    ACTS[key](round_, land(clock.today()))
