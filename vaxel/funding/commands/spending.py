"""An account: a draft made from the agreement, what follows when a body has sent its own, and the assessor's judgement."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import clock
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.calendar.domain.phrases import day_long
from vaxel.composed import composed
from vaxel.funding import facts, permissions
from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.conditions import ConditionKind
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.domain.spending import Spent, Verdict, wrong
from vaxel.funding.models import Agreement, JudgementReason, SpendingJudgement, SpendingReport, SpendingRound
from vaxel.funding.policies import CONFLICT
from vaxel.funding.queries.receivers import audience_of, shared_by_all
from vaxel.funding.queries.spending import had_by
from vaxel.funding.queries.spending_questions import CARRIED, REPAY, USED, content_of, done_of, sum_of
from vaxel.network.queries.asof import at
from vaxel.rounds.commands.drafting import in_words
from vaxel.rounds.commands.rounds import create_round
from vaxel.rounds.commands.templates import create_template
from vaxel.rounds.commands.wording import in_swedish
from vaxel.rounds.domain.kinds import AnswerStatus, RoundKind, RoundState
from vaxel.rounds.domain.state import Step
from vaxel.ui.refusal import Refusal

MINUTES = 60
OWN_FIRST = dt.timedelta(days=14)  # docs/adr/0015


# -- the draft ---------------------------------------------------------------------------------------------------------


def call_for_accounts(agreement, *, by, interim=False, agencies=()) -> SpendingRound:
    """A draft round in one step; called twice it is one. `agencies`: bodies that ask questions of their own in it."""
    permissions.require(permissions.calls_for_accounts(by, agreement))
    with transaction.atomic():
        now = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
        if standing := _standing(now, interim):
            return standing
        days = _days(now, interim)
        owner = by.body_id or now.payer_id or now.owner_id
        round = _drafted(now, days, owner, interim, list(agencies), by)
        made = SpendingRound.objects.create(agreement=now, interim=interim, round=round)
        told = {"round": made.round_id, "interim": interim, "agencies": list(agencies)}
        journal.record("funding.call_for_accounts", by=by, obj=now, on_behalf_of=owner, facts=told)
    return made


def _standing(agreement, interim):
    found = agreement.accounts.filter(followed_at=None, interim=interim).select_related("round").first()
    if found and found.round.state == RoundState.RECALLED:
        found.followed_at = clock.now()
        found.save(update_fields=["followed_at"])
        return None
    return found


def _days(agreement, interim):
    """(the body's last day, the compiler's)."""
    if agreement.state != AgreementState.DECIDED:
        raise Refusal(_("Överenskommelsen är inte beslutad, så det finns inget att redovisa än."), status=CONFLICT)
    days = {Link(one.link): one.day for one in agreement.deadlines.all()}
    own = days.get(Link.INTERIM if interim else Link.BODY_REPORT)
    if own is None:
        raise Refusal(
            _(
                "Överenskommelsen säger inte när redovisningen ska vara inne. Gör en ny version av den, med en sådan dag."
            ),
            status=CONFLICT,
        )
    compiled = None if interim else days.get(Link.COUNTY_REPORT) or days.get(Link.NATIONAL_REPORT)
    return own, compiled


@in_swedish
def _drafted(agreement, days, owner, interim, agencies, by):
    words = {"name": agreement.name}
    title = (_("Delredovisning av medel: %(name)s") if interim else _("Redovisning av medel: %(name)s")) % words
    names = at(clock.today()).names(agencies)
    content = content_of(
        list(agreement.streams.all()),
        everyone=shared_by_all(agreement.decision),
        agencies=[(one, names.get(one, "")) for one in agencies],
    )
    template = create_template(by=by, owner_id=owner, title=title[:200], content=content)
    due, compile_due = days
    return create_round(
        by=by,
        owner_id=owner,
        kind=RoundKind.ACCOUNT,
        title=title[:200],
        text=_text(due),
        senders={agreement.payer_id, owner, *agencies} - {None},
        assessor_id=agreement.assessor_id,
        legal_basis=agreement.name,
        replaces=_("en enkät för varje slag av mottagare; 2019 var det sju"),
        minutes=MINUTES,
        template_version=template.versions.get(),
        audience=audience_of(agreement.decision),
        due=due,
        compile_due=compile_due,
        is_public=True,
    )


def _text(due):
    return _(
        "Redovisa vad ni har använt medlen till, vad som förs över och vad som betalas tillbaka, inriktning för inriktning,"
        " senast %(day)s. Varje organisation redovisar sitt eget och länet sammanställer. Det som redan är känt föreslås åt er."
    ) % {"day": day_long(due)}


# -- what a body has sent ----------------------------------------------------------------------------------------------


@composed
def _spending(round_id):
    return SpendingRound.objects.select_related("agreement").filter(round=round_id).order_by("pk")[:1]


def follow(delivery, *, answer, step, by, received_at):
    """Heard inside the kernel's own transaction, with the delivery locked: a refusal here takes the answer back with it."""
    spending = next(iter(_spending(delivery.round_id)), None)
    if spending is None or step == Step.COMPLETION_REQUESTED:
        return
    had = {stream: ore for (_body, stream), ore in had_by(spending.agreement, [delivery.body_id]).items()}
    if step == Step.NOTHING_TO_REPORT and any(had.values()):
        raise Refusal(
            _(
                "Ni har fått medel att redovisa. Skriv vad de har använts till, förs över eller betalas tillbaka; har inget"
                " använts skriver ni 0."
            ),
            status=CONFLICT,
        )
    before = {row.stream_id: row for row in SpendingReport.objects.filter(spending=spending, body=delivery.body_id)}
    if answer is None or answer.status != AnswerStatus.SUBMITTED:
        _taken_back(spending, before, by, received_at)
        return
    for stream in spending.agreement.streams.all():
        _stand(spending, delivery, answer, stream, had.get(stream.pk, 0), before, by=by, at=received_at)


def _stand(spending, delivery, answer, stream, had, before, *, by, at):
    spent = _spent(answer.values, stream, had)
    old = before.get(stream.pk)
    if spent is None:
        if old:
            _taken_back(spending, {stream.pk: old}, by, at)
        return
    if sentence := wrong(spent, stream.title):
        raise Refusal(in_words(sentence), field=sum_of(USED, stream))
    if old and old.answer_id == answer.pk:
        return
    told = {"used_ore": spent.used, "carried_ore": spent.carried, "repay_ore": spent.repay}
    fields = {"delivery": delivery, "answer": answer, "had_ore": had, "received_at": at, **told}
    row, _new = SpendingReport.objects.update_or_create(
        spending=spending, body_id=delivery.body_id, stream=stream, defaults=fields
    )
    _tell(spending, row, by, at, **told)


def _spent(values, stream, had):
    """None where the body had nothing of the stream and says nothing of it."""
    sums = [values.get(sum_of(part, stream)) for part in (USED, CARRIED, REPAY)]
    if not had and not any(sums):
        return None
    if had and sums[0] is None:
        raise Refusal(
            _("Skriv vad ni har använt av %(title)s. Har inget använts skriver ni 0.") % {"title": stream.title},
            field=sum_of(USED, stream),
        )
    if had and not str(values.get(done_of(stream), "")).strip() and sums[0]:
        raise Refusal(
            _("Skriv vad medlen till %(title)s har använts till.") % {"title": stream.title}, field=done_of(stream)
        )
    return Spent(had, *(one or 0 for one in sums))


def _taken_back(spending, rows, by, at):
    for row in rows.values():
        _tell(spending, row, by, at, used_ore=0, carried_ore=0, repay_ore=0)
        row.delete()


def _tell(spending, row, by, at, **sums):
    """The interim account says how far it has come; only the final one is booked."""
    if not spending.interim:
        facts.reported.send(SpendingReport, body=row.body, stream=row.stream, source=row, by=by, received_at=at, **sums)


# -- the judgement -----------------------------------------------------------------------------------------------------


def judge(spending, body_id, verdicts, *, by, received_at) -> list[SpendingJudgement]:
    """`verdicts`: condition's id → (Verdict, reason). By the agreement's assessor, of an account that stands, and only
    against the conditions. The same again is not said twice.
    """
    permissions.require(permissions.assesses(by, spending.agreement))
    with transaction.atomic():
        delivery = spending.round.deliveries.select_for_update(of=("self",)).filter(body=body_id).first()
        answer = delivery and delivery.answers.filter(status=AnswerStatus.SUBMITTED).first()
        if answer is None:
            raise Refusal(_("Det finns ingen redovisning att bedöma än."), status=CONFLICT)
        asked = {one.pk: one for one in judged_by_hand(spending.agreement)}
        if not set(verdicts) <= set(asked):
            raise Refusal(_("Villkoret hör inte till överenskommelsen. Ladda om sidan."), status=CONFLICT)
        now = {row.condition_id: row for row in spending.judgements.filter(body=body_id).order_by("pk")}
        made = [
            _judged(spending, body_id, condition, verdict, reason, answer, by, received_at)
            for condition, (verdict, reason) in verdicts.items()
            if _is_new(now.get(condition), verdict, reason, answer)
        ]
        if made:
            counts = {str(v): sum(one.verdict == v for one in made) for v in Verdict}
            told = {"body": body_id, **counts}
            journal.record("funding.judge_account", by=by, obj=spending.agreement, on_behalf_of=by.body_id, facts=told)
    return made


def judged_by_hand(agreement):
    """The interim account is seen from the round itself."""
    return agreement.conditions.exclude(kind=ConditionKind.INTERIM_ACCOUNT)


def _is_new(before, verdict, reason, answer):
    same = before is not None and before.verdict == verdict and before.answer_id == answer.pk
    return not (same and (before.reason.text if hasattr(before, "reason") else "") == reason.strip())


def _judged(spending, body_id, condition, verdict, reason, answer, by, received_at):
    verdict = Verdict(verdict)
    if verdict == Verdict.NOT_MET and not reason.strip():
        raise Refusal(_("Skriv varför villkoret inte är uppfyllt. Mottagaren ser skälet."), field=f"reason-{condition}")
    made = SpendingJudgement.objects.create(
        spending=spending,
        body_id=body_id,
        condition_id=condition,
        answer=answer,
        verdict=verdict,
        at=received_at,
        opens_on=swedish_day(received_at) + OWN_FIRST,
        person_id=by.person_id,
        mandate_id=by.mandate_id,
    )
    if reason.strip():
        JudgementReason.objects.create(judgement=made, text=reason.strip())
    return made
