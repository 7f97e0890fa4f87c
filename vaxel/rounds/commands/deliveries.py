"""What a body does with its part of a round, and what is done to it from above."""

import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import clock
from vaxel.network.models import Mandate
from vaxel.rounds import permissions
from vaxel.rounds.commands import mail, steps
from vaxel.rounds.commands.relaying import Relayed, relay
from vaxel.rounds.domain.state import Outcome, Step, outcome
from vaxel.rounds.domain.times import SAYING
from vaxel.rounds.models import Receipt
from vaxel.rounds.policies import Act
from vaxel.ui.refusal import Refusal

__all__ = [
    "Relayed", "assign", "confirm_receipt", "decline", "nothing_to_report", "relay", "request_completion", "step",
]  # fmt: skip
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
        mail.completion_requested(delivery, _asked_about(receipt))
    return receipt


def _asked_about(receipt):
    """The receipt of what the body had said: however many ask about it, it is one event."""
    return receipt.delivery.receipts.filter(pk__lt=receipt.pk, step__in=SAYING).order_by("-pk").first()


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
