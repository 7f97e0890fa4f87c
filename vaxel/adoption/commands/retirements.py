"""To retire a method in good order: a proposal, those who use it heard, a decision by two, notice, follow-up."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.adoption import facts, permissions, policies
from vaxel.adoption.commands import letters
from vaxel.adoption.commands.remiss import draft_remiss
from vaxel.adoption.commands.telling import answer_those_heard, tell_users
from vaxel.adoption.domain.life import ThingState
from vaxel.adoption.domain.retiring import UNDER_WAY, Outcome, RetirementState
from vaxel.adoption.models import Retirement, Thing
from vaxel.adoption.policies import RetirementAct
from vaxel.calendar import clock
from vaxel.rounds.models import Round
from vaxel.ui.refusal import Refusal

LONGEST = dt.timedelta(days=5 * 366)


def propose_retirement(thing, reason, *, by, source=None) -> Retirement:
    """`source` is what the proposal came from, if from something above (a signal): a saved row, kept as type and id."""
    permissions.require(permissions.proposes(by))
    reason = _said(reason, _("Skriv varför det bör fasas ut."), "reason")
    try:
        with transaction.atomic():
            now = Thing.objects.select_for_update().get(pk=thing.pk)
            _may_be_proposed(now)
            made = Retirement.objects.create(
                thing=now,
                reason=reason,
                proposed_by_body_id=by.body_id,
                proposed_by=by.person_id,
                proposed_at=clock.now(),
                source_type=source._meta.label_lower if source else "",
                source_id=source.pk if source else None,
            )
            if by.body_id != now.owner_id:
                letters.proposed(made)
            _record("adoption.propose_retirement", made, by)
    except IntegrityError:  # someone proposed the same at the same moment
        _refuse_another()
    return made


def _may_be_proposed(thing):
    if Retirement.objects.filter(thing=thing, state__in=UNDER_WAY).exists():
        _refuse_another()
    if thing.state != ThingState.IN_USE:
        raise Refusal(_("Det är redan utfasat."), status=policies.CONFLICT)


def _refuse_another():
    raise Refusal(
        _("Det finns redan ett förslag om att fasa ut det. Läs det, och svara på remissen när den kommer."),
        status=policies.CONFLICT,
    )


def dismiss(retirement, reason, *, by) -> Retirement:
    """Turned down without asking those who use it; whoever proposed it reads why."""
    reason = _said(reason, _("Skriv varför förslaget inte går vidare. Den som föreslog läser det."), "reason")
    with transaction.atomic():
        now = _held(retirement, RetirementAct.DISMISS, by)
        now.state, now.decision, now.decided_at = RetirementState.DISMISSED, reason, clock.now()
        now.decided_by = by.person_id
        now.save()
        _settled(now)
        _record("adoption.dismiss_retirement", now, by)
    return now


def consult(retirement, *, by) -> Round:
    """Drafts the remiss to those who use it; it is read through and sent as any other round."""
    with transaction.atomic():
        now = _held(retirement, RetirementAct.CONSULT, by)
        round = draft_remiss(now, by=by)
        now.consultation, now.state = round, RetirementState.CONSULTING
        now.save()
        _record("adoption.consult_on_retirement", now, by, {"round": round.pk})
    return round


def prepare(retirement, *, outcome, decision, by, from_day=None, replacement=None) -> Retirement:
    """The first of two: writes the decision with its reason. Nothing holds until the second has confirmed."""
    decision = _said(decision, _("Skriv skälen till beslutet. De som använder det läser dem."), "decision")
    outcome = Outcome(outcome)
    with transaction.atomic():
        now = _held(retirement, RetirementAct.PREPARE, by)
        _complete(now, outcome, from_day, replacement)
        retires = outcome != Outcome.KEEP
        now.outcome, now.decision = outcome, decision
        now.from_day = from_day if retires else None
        now.replacement = replacement if outcome == Outcome.REPLACE else None
        now.prepared_by, now.prepared_at, now.state = by.person_id, clock.now(), RetirementState.PREPARED
        now.save()
        letters.to_confirm(now)
        _record("adoption.prepare_retirement", now, by)
    return now


def _complete(retirement, outcome, from_day, replacement):
    if outcome == Outcome.KEEP:
        return
    if from_day is None:
        raise Refusal(_("Välj från vilken dag det inte ska användas."), field="from_day")
    if not clock.today() < from_day <= clock.today() + LONGEST:
        raise Refusal(
            _("Välj en dag efter i dag, högst fem år fram, så att de som använder det hinner."), field="from_day"
        )
    if outcome == Outcome.REPLACE:
        if replacement is None or replacement.pk == retirement.thing_id:
            raise Refusal(_("Välj vad det ersätts av."), field="replacement")
        if replacement.state != ThingState.IN_USE:
            raise Refusal(_("Det ni har valt fasas självt ut. Välj något som ska användas."), field="replacement")


def send_back(retirement, *, by) -> Retirement:
    with transaction.atomic():
        now = _held(retirement, RetirementAct.SEND_BACK, by)
        now.state, now.prepared_by, now.prepared_at = RetirementState.CONSULTING, None, None
        now.save()
        _record("adoption.return_retirement", now, by)
    return now


def confirm(retirement, *, by, received_at) -> Retirement:
    """The second of two, never the same person. Those who use it are told by a mailing with receipts."""
    with transaction.atomic():
        now = _held(retirement, RetirementAct.CONFIRM, by)
        if by.person_id == now.prepared_by:
            raise Refusal(_("Beslutet ska bekräftas av någon annan än den som skrev det. Be en kollega."), status=403)
        now.decided_by, now.decided_at = by.person_id, clock.now()
        if now.outcome == Outcome.KEEP:
            now.state = RetirementState.KEPT
        else:
            now.state = RetirementState.PHASING_OUT
            _begin(now)
            now.notice = tell_users(now, by=by, received_at=received_at)
        now.save()
        answer_those_heard(now, by=by)
        _settled(now)
        _record("adoption.decide_retirement", now, by, {"outcome": str(now.outcome)})
    return now


def _begin(retirement):
    thing = Thing.objects.select_for_update().get(pk=retirement.thing_id)
    thing.state, thing.retires_on = ThingState.BEING_RETIRED, retirement.from_day
    thing.replaced_by = retirement.replacement
    thing.save(update_fields=["state", "retires_on", "replaced_by"])
    retirement.thing = thing


def end(retirement, *, by) -> Retirement:
    """No more is followed up. Before the day nothing has happened yet that could be."""
    with transaction.atomic():
        now = _held(retirement, RetirementAct.END, by)
        if clock.today() < now.from_day:
            raise Refusal(_("Dagen har inte varit än. Vänta med att avsluta uppföljningen."), status=policies.CONFLICT)
        now.state, now.ended_at = RetirementState.ENDED, clock.now()
        now.save()
        _record("adoption.end_retirement", now, by)
    return now


def _held(retirement, act, by) -> Retirement:
    """As it is now, ours until the transaction ends: permission, then policy."""
    permissions.require(permissions.decides_on(by, retirement.thing))
    now = (
        Retirement.objects.select_for_update(of=("self",)).select_related("thing", "consultation").get(pk=retirement.pk)
    )
    policies.allow(act, policies.stage_of(now))
    return now


def _said(text, otherwise, field):
    if not text.strip():
        raise Refusal(otherwise, field=field)
    return text.strip()


def _settled(retirement):
    facts.retirement_settled.send(sender=Retirement, retirement=retirement)


def _record(action, retirement, by, more=None):
    said = {"thing": retirement.thing_id, **(more or {})}
    journal.record(action, by=by, obj=retirement, on_behalf_of=by.body_id, facts=said)
