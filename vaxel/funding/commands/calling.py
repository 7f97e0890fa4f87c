"""The payer asks every receiver to take up its money or decline it: a draft round with questions made from the streams."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import clock
from vaxel.calendar.domain.phrases import day_long
from vaxel.funding import permissions
from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.domain.swedish_numbers import org_digits
from vaxel.funding.models import Agreement, RequisitionCall
from vaxel.funding.policies import CONFLICT
from vaxel.funding.queries.receivers import audience_of, shared_by_all
from vaxel.funding.queries.requisition_questions import content_of
from vaxel.rounds.commands.rounds import create_round
from vaxel.rounds.commands.templates import create_template
from vaxel.rounds.commands.wording import in_swedish
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.ui.refusal import Refusal

MINUTES = 10
REMIND_BEFORE = (-10, -3, -1)  # working days; afterwards there is nothing left to take up


def call_for_requisitions(agreement, *, by, attested=True, payer_org_number="") -> RequisitionCall:
    """`attested`: at each body a second person decides, whatever it has chosen for itself. Called twice it is one call;
    after a recalled round it is a new one.
    """
    permissions.require(permissions.calls_for_requisitions(by, agreement))
    with transaction.atomic():
        now = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
        if standing := _standing(now):
            return standing
        day = _last_day(now)
        owner = by.body_id or now.payer_id or now.owner_id
        made = RequisitionCall.objects.create(
            agreement=now,
            round=_drafted(now, day, owner, attested, by),
            attested=attested,
            payer_org_number=_org_number(payer_org_number),
        )
        facts = {"round": made.round_id, "attested": attested}
        journal.record("funding.call_for_requisitions", by=by, obj=now, on_behalf_of=owner, facts=facts)
    return made


def _org_number(written):
    if written.strip() and not org_digits(written):
        raise Refusal(
            _("”%(written)s” är inget organisationsnummer. Skriv tio siffror, som 212000-2239, eller lämna det tomt.")
            % {"written": written[:40]},
            field="payer_org_number",
        )
    return written.strip()


def _standing(agreement):
    call = agreement.calls.filter(followed_at=None).select_related("round").first()
    if call and call.round.state == RoundState.RECALLED:
        call.followed_at = clock.now()
        call.save(update_fields=["followed_at"])
        return None
    return call


def _last_day(agreement):
    if agreement.state != AgreementState.DECIDED:
        raise Refusal(_("Överenskommelsen är inte beslutad, så det finns inget att rekvirera än."), status=CONFLICT)
    day = agreement.deadlines.filter(link=Link.REQUISITION).values_list("day", flat=True).first()
    if day is None:
        raise Refusal(
            _(
                "Överenskommelsen har ingen sista dag att rekvirera. Gör en ny version av den, med en sådan dag, och börja sedan."
            ),
            status=CONFLICT,
        )
    if day < clock.today():
        raise Refusal(
            _("Sista dagen att rekvirera har redan varit. Gör en ny version av överenskommelsen."), status=409
        )
    return day


@in_swedish
def _drafted(agreement, day, owner, attested, by):
    streams = list(agreement.streams.all())
    title = _("Rekvisition av medel: %(name)s") % {"name": agreement.name}
    content = content_of(streams, everyone=shared_by_all(agreement.decision))
    template = create_template(by=by, owner_id=owner, title=title[:200], content=content)
    return create_round(
        by=by,
        owner_id=owner,
        kind=RoundKind.REQUISITION,
        title=title[:200],
        text=_text(day, attested),
        senders={agreement.payer_id, owner} - {None},
        assessor_id=agreement.assessor_id,
        legal_basis=agreement.name,
        minutes=MINUTES,
        template_version=template.versions.get(),
        audience=audience_of(agreement.decision),
        due=day,
        remind_days=list(REMIND_BEFORE),
        is_public=True,
        answers_public=False,
        two_persons=attested,
    )


def _text(day, attested):
    parts = [
        _(
            "Medlen är fördelade. Rekvirera er del eller avstå, inriktning för inriktning, senast %(day)s. "
            "Det som inte är rekvirerat då faller bort och fördelas inte om."
        )
        % {"day": day_long(day)}
    ]
    if attested:
        parts.append(_("Rekvisitionen attesteras hos er av en andra person, till exempel ekonomichefen."))
    return "\n\n".join(parts)
