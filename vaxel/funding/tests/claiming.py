"""A requisition sent to everyone in the little Sweden, and the hands that answer it.

call = called(world)                               # decided, called for and sent, a month before the last day
answer(call, world.mora, by=…, accept=all)         # drafted and left for decision
attest(call, world.mora, by=…)                     # decided by the body's approver
"""

import datetime as dt

from vaxel.calendar import clock
from vaxel.funding.commands.calling import call_for_requisitions
from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.requisition import ACCEPT, DECLINE
from vaxel.funding.models import Grant
from vaxel.funding.queries.requisition_questions import GIRO, question_of, reason_of
from vaxel.funding.tests.money import decided
from vaxel.network.domain.kinds import Role
from vaxel.rounds.commands import answers
from vaxel.rounds.commands.rounds import send
from vaxel.rounds.models import Delivery

ALL = None


def called(world, *, attested=True, days=30, payer_org_number="", **fields):
    last = clock.today() + dt.timedelta(days=days)
    decision = decided(world, deadlines={Link.REQUISITION: last}, **fields)
    call = call_for_requisitions(
        decision.agreement, by=world.secretary, attested=attested, payer_org_number=payer_org_number
    )
    for body in (world.mora, world.orsa, world.falun, world.gotland, world.laholm):
        world.actor(body, Role.APPROVER)
    send(call.round, by=world.secretary, received_at=clock.now())
    return call


def delivery_of(call, body) -> Delivery:
    return Delivery.objects.select_related("round", "body").get(round=call.round, body=body)


def values(call, body, accept=ALL, giro="5050-1055"):
    """`accept`: keys of the streams taken up (ALL: every one); the others are declined, with a reason."""
    said = {GIRO: giro}
    for grant in Grant.objects.filter(decision__agreement=call.agreement, body=body).select_related("stream"):
        taken = accept is ALL or grant.stream.key in accept
        said[question_of(grant.stream)] = ACCEPT if taken else DECLINE
        if not taken:
            said[reason_of(grant.stream)] = "Vi har ingen som kan göra arbetet."
    return said


def answer(call, body, *, by, accept=ALL, at=None, **more):
    """The receipt, or None where it waits for the body's own decision."""
    mine = delivery_of(call, body)
    answers.save_draft(mine, values(call, body, accept, **more), by=by)
    return answers.submit(mine, by=by, key=None, received_at=at or clock.now())


def attest(call, body, *, by, at=None):
    return answers.decide(delivery_of(call, body), by=by, key=None, received_at=at or clock.now())


def requisitioned(call, world, body, accept=ALL):
    """The whole way by two persons."""
    answer(call, body, by=world.actor(body, Role.CONTACT), accept=accept)
    return attest(call, body, by=world.actor(body, Role.APPROVER))
