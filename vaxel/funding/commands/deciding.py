"""A decision by two: one puts the agreement up, another confirms; then the allocation is a receipt."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import clock
from vaxel.funding import facts, permissions, policies
from vaxel.funding.commands.holding import held
from vaxel.funding.commands.recording import record_decision
from vaxel.funding.domain.life import AgreementAct, AgreementState
from vaxel.funding.domain.terms import TermsError
from vaxel.funding.models import Agreement, Decision
from vaxel.funding.queries.terms import allocated
from vaxel.rounds.commands.drafting import in_words
from vaxel.ui.refusal import Refusal


def prepare(agreement, *, by, revision=None) -> Agreement:
    """Puts the draft up for decision, if it is whole and its allocation can be computed. Nothing changes meanwhile."""
    permissions.require(permissions.decides_agreement(by, agreement))
    with transaction.atomic():
        now = held(agreement, AgreementAct.PREPARE)
        if revision is not None and now.revision != revision:
            raise Refusal(
                _("Överenskommelsen har ändrats sedan ni öppnade den. Läs igenom den en gång till."),
                status=policies.CONFLICT,
            )
        _whole(now)
        computed(now)
        now.state, now.prepared_by, now.prepared_at = AgreementState.PREPARED, by.person_id, clock.now()
        now.save()
        journal.record("funding.prepare_agreement", by=by, obj=now, on_behalf_of=by.body_id)
    return now


def _whole(agreement):
    if not agreement.streams.exists():
        raise Refusal(_("Överenskommelsen har inga inriktningar än. Lägg till minst en."), field="streams")
    for field, sentence in (
        ("orderer", _("Välj vem som beställer.")),
        ("payer", _("Välj vem som betalar ut medlen.")),
        ("assessor", _("Välj vem som bedömer redovisningen.")),
    ):
        if getattr(agreement, f"{field}_id") is None:
            raise Refusal(sentence, field=field)


def computed(agreement):
    """The allocation by the terms as they stand; what does not hold is refused in the rules' own sentence."""
    try:
        return allocated(agreement)
    except TermsError as error:
        raise Refusal(in_words(error.sentence), field="streams") from error


def send_back(agreement, *, by) -> Agreement:
    permissions.require(permissions.decides_agreement(by, agreement))
    with transaction.atomic():
        now = held(agreement, AgreementAct.SEND_BACK)
        now.state, now.prepared_by, now.prepared_at = AgreementState.DRAFT, None, None
        now.revision += 1
        now.save()
        journal.record("funding.send_back_agreement", by=by, obj=now, on_behalf_of=by.body_id)
    return now


def confirm(agreement, *, by) -> Decision:
    """By another person than who put it up. What it replaces is replaced in the same moment."""
    permissions.require(permissions.decides_agreement(by, agreement))
    with transaction.atomic():
        now = held(agreement, AgreementAct.CONFIRM)
        if not by.is_system and by.person_id == now.prepared_by:
            raise Refusal(
                _("Ni lämnade själv överenskommelsen för beslut. En annan person hos er behöver bekräfta den."),
                status=policies.CONFLICT,
            )
        decision = record_decision(now, by=by)
        now.state = AgreementState.DECIDED
        now.save()
        _replace(now, by)
        facts.decided.send(Decision, decision=decision, by=by)
        journal.record(
            "funding.decide_agreement", by=by, obj=now, on_behalf_of=by.body_id, facts={"sha256": decision.sha256}
        )
    return decision


def _replace(agreement, by):
    if agreement.replaces_id is None:
        return
    old = held(agreement.replaces, AgreementAct.REPLACE)
    old.state = AgreementState.REPLACED
    old.save()
    facts.replaced.send(Decision, decision=old.decision, by=by)
