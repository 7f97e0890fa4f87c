"""An agreement's money, granted and asked to be requisitioned, in the example year: its first receiver has done so."""

import datetime as dt

from vaxel.calendar import clock
from vaxel.funding.commands.agreements import create_agreement, set_deadlines
from vaxel.funding.commands.calling import call_for_requisitions
from vaxel.funding.commands.deciding import confirm, prepare
from vaxel.funding.commands.spending import call_for_accounts
from vaxel.funding.commands.streams import save_stream, set_amounts
from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.requisition import ACCEPT
from vaxel.funding.queries.requisition_questions import GIRO, question_of
from vaxel.network.actor import SYSTEM
from vaxel.rounds.commands import answers
from vaxel.rounds.commands.rounds import send
from vaxel.rounds.models import Delivery


def requisition_of(payer, bodies) -> int:
    """The agreement's id. Amounts are entered, so that no population is needed."""
    roles = dict.fromkeys(("orderer_id", "payer_id", "assessor_id"), payer)
    made = create_agreement(by=SYSTEM, owner_id=payer, year=clock.today().year, name="Medel att rekvirera", **roles)
    amounts = {body: 10_000_000 + place for place, body in enumerate(bodies)}
    pot = {"pot_ore": sum(amounts.values()), "receivers": "municipality", "allocation": "entered"}
    stream = save_stream(made, by=SYSTEM, title="Utveckling av stöd", **pot)
    set_amounts(stream, amounts, by=SYSTEM)
    set_deadlines(
        made,
        {
            Link.REQUISITION: clock.today() + dt.timedelta(days=20),
            Link.BODY_REPORT: clock.today() + dt.timedelta(days=90),
        },
        by=SYSTEM,
    )
    prepare(made, by=SYSTEM)
    confirm(made, by=SYSTEM)
    call = call_for_requisitions(made, by=SYSTEM)
    send(call.round, by=SYSTEM, received_at=clock.now())
    first = Delivery.objects.select_related("round", "body").get(round=call.round, body=bodies[0])
    answers.save_draft(first, {question_of(stream): ACCEPT, GIRO: "5050-1055"}, by=SYSTEM)
    answers.submit(first, by=SYSTEM, key=None, received_at=clock.now())
    answers.decide(first, by=SYSTEM, key=None, received_at=clock.now())
    _account_of(made)
    return made.pk


def _account_of(agreement):
    """Asked for, and not yet given by anyone."""
    round = call_for_accounts(agreement, by=SYSTEM).round
    send(round, by=SYSTEM, received_at=clock.now())
