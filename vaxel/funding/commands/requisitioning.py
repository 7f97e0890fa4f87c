"""What follows when a body has said what it takes up: a step per stream, what stands, and the fact for the ledger.

Heard inside the kernel's own transaction (rounds/facts.answered), with the delivery locked: a refusal here takes the
answer back with it.
"""

from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar.domain.deadlines import in_time
from vaxel.calendar.domain.phrases import day_of_month
from vaxel.funding import facts
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.domain.requisition import RequisitionState as S
from vaxel.funding.domain.requisition import answered_states
from vaxel.funding.models import Requisition, RequisitionCall, RequisitionStep
from vaxel.funding.policies import CONFLICT
from vaxel.funding.queries.receivers import granted
from vaxel.funding.queries.requisition_questions import GIRO, question_of
from vaxel.rounds.domain.state import Step
from vaxel.ui.refusal import Refusal

FOLLOWED = frozenset({Step.ANSWERED, Step.DECLINED, Step.WITHDRAWN})


def follow(delivery, *, answer, step, by, received_at):
    call = RequisitionCall.objects.select_related("agreement__decision").filter(round=delivery.round_id).first()
    if call is None:
        return
    _refuse_what_is_no_requisition(step)
    if step not in FOLLOWED:
        return
    grants = list(granted(call.agreement.decision).filter(body=delivery.body_id).select_related("stream"))
    states = _states(step, answer, grants)
    stands = {one.stream_id: one for one in _standing(call, delivery)}
    taken_up = [g for g in grants if states[g.stream_id] == S.ACCEPTED and _now(stands, g.stream_id) != S.ACCEPTED]
    if step != Step.WITHDRAWN:
        _own_hand(call, delivery, answer, step, by)
    if taken_up:
        _still_open(call, delivery, received_at)
    if step == Step.ANSWERED:
        _complete(answer, grants, states)
    for grant in grants:
        _stand(call, delivery, grant, states[grant.stream_id], stands, answer=answer, by=by, at=received_at)
    counts = {str(state): list(states.values()).count(state) for state in set(states.values())}
    journal.record("funding.requisition", by=by, obj=delivery, on_behalf_of=delivery.body_id, facts=counts)


def _standing(call, delivery):
    return Requisition.objects.filter(call=call, body=delivery.body_id).select_related("step")


def _refuse_what_is_no_requisition(step):
    if step == Step.ADOPTED:
        raise Refusal(
            _("Medel rekvireras av var och en, inte gemensamt. Svara själva för er organisation."), status=CONFLICT
        )
    if step == Step.NOTHING_TO_REPORT:
        raise Refusal(
            _("En rekvisition kan inte lämnas utan svar. Avstå i stället, med skäl, om ni inte vill ha medlen."),
            status=CONFLICT,
        )


def _states(step, answer, grants):
    if step == Step.ANSWERED:
        chosen = {grant.stream_id: answer.values.get(question_of(grant.stream), "") for grant in grants}
        return answered_states(chosen, chosen)
    return dict.fromkeys((grant.stream_id for grant in grants), S.DECLINED if step == Step.DECLINED else S.WAITING)


def _own_hand(call, delivery, answer, step, by):
    """Money is taken up, and given up, by the body itself: never by a link alone, and by nobody on its behalf."""
    if by.is_system:
        return
    if by.person_id is None or by.body_id != delivery.body_id:
        raise Refusal(
            _(
                "Medel kan bara rekvireras av någon med uppdrag hos organisationen, som har loggat in. Lämna det till den som"
                " beslutar hos er."
            ),
            status=403,
        )
    if step == Step.ANSWERED and call.attested and answer.decided_by is None:
        raise Refusal(
            _("Rekvisitionen behöver attesteras av en andra person hos er innan den skickas."), status=CONFLICT
        )


def _still_open(call, delivery, received_at):
    if not in_time(received_at, delivery.last_day):
        raise Refusal(
            _("Rätten att rekvirera föll bort efter den %(day)s, och inget är skickat. Kontakta den som betalar.")
            % {"day": day_of_month(delivery.last_day)},
            status=CONFLICT,
        )
    if call.agreement.state != AgreementState.DECIDED:
        raise Refusal(
            _(
                "Överenskommelsen är ersatt av en ny version. Rekvirera enligt den, när den som betalar har skickat den."
            ),
            status=CONFLICT,
        )


def _complete(answer, grants, states):
    for grant in grants:
        if states[grant.stream_id] == S.WAITING:
            raise Refusal(
                _("Välj om ni rekvirerar eller avstår från %(title)s.") % {"title": grant.stream.title},
                field=question_of(grant.stream),
            )
    if S.ACCEPTED in states.values() and not str(answer.values.get(GIRO, "")).strip():
        raise Refusal(_("Skriv vilket bankgiro eller plusgiro medlen ska betalas till."), field=GIRO)


def _now(stands, stream_id):
    return S(stands[stream_id].state) if stream_id in stands else S.WAITING


def _stand(call, delivery, grant, state, stands, *, answer, by, at):
    """A step if anything is new: the state, or the answer (and so the attestation) it rests on."""
    old = stands.get(grant.stream_id)
    was = _now(stands, grant.stream_id)
    same = old.step.answer_id == getattr(answer, "pk", None) if old else state == S.WAITING
    if was == state and same:
        return
    step = RequisitionStep.objects.create(
        call=call,
        delivery=delivery,
        body_id=delivery.body_id,
        stream=grant.stream,
        state=state,
        amount_ore=grant.share_ore,
        answer=answer,
        person_id=by.person_id,
        mandate_id=by.mandate_id,
        received_at=at,
    )
    stand(step, was=was, by=by)


def stand(step, *, was, by):
    """What stands now, and what the ledger is told of it. Nothing is told twice."""
    Requisition.objects.update_or_create(
        call=step.call,
        stream=step.stream,
        body_id=step.body_id,
        defaults={"state": step.state, "amount_ore": step.amount_ore, "step": step},
    )
    if was == step.state:
        return
    told = {"body": step.delivery.body, "stream": step.stream, "amount_ore": step.amount_ore, "source": step}
    if was != S.WAITING:
        facts.taken_back.send(RequisitionStep, **told, was=was, by=by, received_at=step.received_at)
    if step.state in TELLING:
        TELLING[step.state].send(RequisitionStep, **told, by=by, received_at=step.received_at)


TELLING = {S.ACCEPTED: facts.requisitioned, S.DECLINED: facts.declined, S.LAPSED: facts.lapsed}
