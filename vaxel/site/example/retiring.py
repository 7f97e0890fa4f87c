"""The older method on its way out: proposed by a resource centre, those who use it heard, decided by two, told."""

import datetime as dt

from vaxel.adoption.commands.retirements import confirm, consult, prepare, propose_retirement
from vaxel.adoption.domain.retiring import Outcome
from vaxel.adoption.models import Retirement, Thing
from vaxel.calendar import clock
from vaxel.calendar.domain.days import next_working_day
from vaxel.network.domain.kinds import Kind
from vaxel.notices import cancel
from vaxel.rounds.commands.rounds import close
from vaxel.rounds.commands.send import send
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.models import Round
from vaxel.site.example.live import let_sweden_answer
from vaxel.site.example.year import ExampleRound

REASON = (
    "Häftet togs fram för länge sedan och frågorna stämmer inte med dagens kunskap. Två av våra kommuner har slutat, "
    "och använder frågorna i programmet för ångest och depression i stället."
)
DECISION = (
    "De flesta som svarade tillstyrker. Några behöver tid att byta rutiner, därför gäller beslutet först om en tid. "
    "Frågorna i programmet för ångest och depression täcker samma behov."
)
PROPOSED, SENT, CLOSED, PREPARED, DECIDED, LEFT = -95, -88, -50, -30, -26, 45  # days from the day of filling
PRINCIPALS = (Kind.MUNICIPALITY, Kind.REGION)


def retire(thing, sweden):
    by, head = sweden.actor("secretariat"), sweden.actor("head")
    with clock.standing_at(_at(sweden, PROPOSED)):
        found = propose_retirement(thing, REASON, by=sweden.actor("process_leader"))
    with clock.standing_at(_at(sweden, SENT)):
        remiss = consult(found, by=by)
        send(remiss, by=by, received_at=clock.now())
    _answered(remiss, RoundKind.CONSULTATION, RoundState.CLOSED, sweden)
    with clock.standing_at(_at(sweden, CLOSED)):
        close(remiss, by=by)
    with clock.standing_at(_at(sweden, PREPARED)):
        found = prepare(
            Retirement.objects.select_related("thing").get(pk=found.pk),
            outcome=Outcome.REPLACE,
            decision=DECISION,
            from_day=next_working_day(sweden.day + dt.timedelta(days=LEFT)),
            replacement=Thing.objects.get(name__endswith="ångest och depression"),
            by=by,
        )
    with clock.standing_at(_at(sweden, DECIDED)):
        found = confirm(found, by=head, received_at=clock.now())
    _answered(found.notice, RoundKind.MAILING, RoundState.OPEN, sweden)
    cancel(prefix="retirement:")


def _answered(round_, kind, state, sweden):
    """As the year's other rounds are: most have come as far as they go."""
    round_ = Round.objects.select_related("template_version", "frame").get(pk=round_.pk)
    due = round_.due or sweden.day
    plan = ExampleRound(
        key=f"retire-{kind}", kind=kind, title=round_.title, text="", opens=SENT, due=0, state=state, kinds=PRINCIPALS,
        progress=0.86,
    )  # fmt: skip
    Round.objects.filter(pk=round_.pk).update(announced_at=round_.sent_at, due=due)  # no mail leaves an example
    round_.due = due
    let_sweden_answer(plan, round_, sweden)
    cancel(prefix=f"round:{round_.pk}:")


def _at(sweden, days):
    """At ten, on a working day."""
    return dt.datetime.combine(next_working_day(sweden.day + dt.timedelta(days=days)), dt.time(9), dt.UTC)
