"""What a body does with its part of a round, and what is done to it from above."""

import uuid
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import clock
from vaxel.network.models import Mandate
from vaxel.rounds import permissions
from vaxel.rounds.commands import mail, steps
from vaxel.rounds.domain.state import Outcome, Step, outcome
from vaxel.rounds.models import AlsoReached, Delivery, Receipt
from vaxel.rounds.policies import Act, RoundAct, allow_round
from vaxel.ui.refusal import Refusal

ACT_OF = {
    Step.RECEIVED: Act.CONFIRM,
    Step.RELAYED: Act.RELAY,
    Step.ANSWERED: Act.SUBMIT,
    Step.NOTHING_TO_REPORT: Act.NOTHING,
    Step.DECLINED: Act.DECLINE,
    Step.WITHDRAWN: Act.WITHDRAW,
    Step.APPROVED: Act.APPROVE,
    Step.COMPLETION_REQUESTED: Act.REQUEST_COMPLETION,
}


def step(delivery, step, *, by, key, received_at, note="", registered_by_body=None) -> Receipt:
    """One step as such, by policy alone: the commands below say who may. A repeated key returns the same receipt."""
    step = Step(step)
    return steps.take(
        ACT_OF[step],
        step,
        delivery,
        by=by,
        key=key,
        received_at=received_at,
        note=note,
        registered_by_body=registered_by_body,
    )


def confirm_receipt(delivery, *, by, key, received_at) -> Receipt:
    """A person's act, never a GET's. Two colleagues who confirm at once get the one receipt."""
    permissions.require(permissions.confirms(by, delivery))
    with transaction.atomic():
        now = steps.locked(delivery)
        steps.allow(Act.CONFIRM, now, received_at)
        if outcome(now.state) == Outcome.RECEIVED and (first := _first(now, Step.RECEIVED)):
            return first
        receipt = steps.write(now, Step.RECEIVED, by=by, key=key, received_at=received_at)
    steps.show(delivery, now)
    return receipt


def _first(delivery, step):
    return delivery.receipts.filter(step=step).order_by("id").first()


def nothing_to_report(delivery, note="", *, by, key, received_at) -> Receipt:
    permissions.require(permissions.acts_for(by, delivery))
    return step(delivery, Step.NOTHING_TO_REPORT, by=by, key=key, received_at=received_at, note=note.strip())


def decline(delivery, reason, *, by, key, received_at) -> Receipt:
    """The reason is compulsory: a decliner is not missing, and the sender is to learn why."""
    permissions.require(permissions.acts_for(by, delivery))
    reason = _said(reason, _("Skriv varför ni avstår. Avsändaren ser skälet."), "reason")
    return step(delivery, Step.DECLINED, by=by, key=key, received_at=received_at, note=reason)


def request_completion(delivery, reason, *, by, key, received_at) -> Receipt:
    """Whoever compiles asks, with a reason; the answer stands until the body has sent another."""
    permissions.require(permissions.requests_completion(by, delivery))
    reason = _said(reason, _("Skriv vad som behöver kompletteras, så att mottagaren vet vad som saknas."), "reason")
    with transaction.atomic():
        receipt = step(delivery, Step.COMPLETION_REQUESTED, by=by, key=key, received_at=received_at, note=reason)
        mail.completion_requested(delivery, receipt)
    return receipt


def _said(text, sentence, field):
    if not text.strip():
        raise Refusal(sentence, field=field)
    return text.strip()


def assign(delivery, person_public_id, *, by) -> None:
    """A colleague with a mandate at the body takes it. None gives it back to all."""
    permissions.require(permissions.acts_for(by, delivery))
    person = _colleague(delivery.body_id, person_public_id) if person_public_id else None
    with transaction.atomic():
        now = steps.locked(delivery)
        steps.allow(Act.ASSIGN, now, clock.now())
        now.assignee = person and person.public_id
        now.save(update_fields=["assignee"])
        facts = {"assignee": now.assignee}
        journal.record("rounds.assign", by=by, obj=now, on_behalf_of=now.body_id, facts=facts)
        if person and person.public_id != by.person_id:
            mail.assigned(now, person)
    steps.show(delivery, now)


def _colleague(body_id, public_id):
    try:
        wanted = uuid.UUID(str(public_id))
    except ValueError:
        wanted = None
    mandates = Mandate.objects.at(clock.today()).filter(body=body_id, person__public_id=wanted, person__erased_at=None)
    mandate = mandates.select_related("person").first() if wanted else None
    if mandate is None:
        raise Refusal(_("Personen har inget uppdrag hos er i dag. Välj en kollega i listan."), field="person")
    return mandate.person


@dataclass(frozen=True)
class Relayed:
    receipts: tuple[Receipt, ...]  # to bodies that were asked
    also_reached: tuple[AlsoReached, ...]  # to bodies outside the audience: never in the denominator


def relay(round, node_id, body_ids, *, by, key, received_at, text="") -> Relayed:
    """Passes the round on to bodies in one's own part of the network. The first to do so is remembered as `via`."""
    permissions.require(permissions.coordinates(by, node_id))
    chosen = _in_own_part(node_id, body_ids)
    with transaction.atomic():
        deliveries = list(_locked(round, chosen))
        receipts = [_passed_on(delivery, node_id, by, key, received_at, text.strip()) for delivery in deliveries]
        outside = chosen - {delivery.body_id for delivery in deliveries}
        also = [_reached(round, body, node_id, by, received_at, text.strip()) for body in sorted(outside)]
        mail.relayed(
            round, [delivery for delivery in deliveries if delivery.pk in _new(receipts)], _fresh(also), node_id
        )
    return Relayed(tuple(receipt for receipt, _new in receipts), tuple(reached for reached, _new in also))


def _in_own_part(node_id, body_ids):
    chosen = set(body_ids)
    if not chosen:
        raise Refusal(_("Välj minst en mottagare att skicka vidare till."), field="bodies")
    inside = set(permissions.below(node_id).filter(descendant__in=chosen).values_list("descendant", flat=True))
    if chosen - inside:
        raise Refusal(
            _("Alla valda mottagare ligger inte under er i nätverket i dag. Välj bland era egna."), field="bodies"
        )
    return chosen


def _locked(round, bodies):
    """In one order, so that two who pass on at once never wait for each other in a ring."""
    rows = Delivery.objects.select_for_update(of=("self",)).filter(round=round, body__in=bodies).order_by("position")
    fresh = type(round).objects.get(pk=round.pk)
    allow_round(RoundAct.PASS_ON, fresh.state)
    for delivery in rows:
        delivery.round = fresh
        yield delivery


def _passed_on(delivery, node_id, by, key, received_at, text):
    """(receipt, new): the second relay only adds a receipt."""
    if told := steps.told_already(delivery, Step.RELAYED, key):
        return told, False
    steps.allow(Act.RELAY, delivery, received_at)
    delivery.via_id = delivery.via_id or node_id
    delivery.waits_at_id = None
    return steps.write(delivery, Step.RELAYED, by=by, key=key, received_at=received_at, note=text), True


def _reached(round, body_id, node_id, by, received_at, text):
    reached, new = AlsoReached.objects.get_or_create(
        round=round,
        body_id=body_id,
        defaults={
            "via_id": node_id,
            "at": received_at,
            "person_id": by.person_id,
            "mandate_id": by.mandate_id,
            "note": text,
        },
    )
    if new:
        journal.record("rounds.also_reached", by=by, obj=round, on_behalf_of=node_id, facts={"body": body_id})
    return reached, new


def _new(receipts):
    return {receipt.delivery_id for receipt, new in receipts if new}


def _fresh(also):
    return [reached for reached, new in also if new]
