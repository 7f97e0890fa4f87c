"""The right to requisition lapses after the last day. For the tick: once per body and stream, also after an outage."""

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel import journal, notices
from vaxel.calendar import clock
from vaxel.calendar.domain.deadlines import deadline
from vaxel.calendar.domain.phrases import day_long
from vaxel.funding.commands.requisitioning import stand
from vaxel.funding.domain.requisition import RequisitionState as S
from vaxel.funding.models import Requisition, RequisitionCall, RequisitionStep
from vaxel.funding.queries.receivers import granted
from vaxel.network.actor import SYSTEM
from vaxel.network.queries.asof import at
from vaxel.rounds.commands import steps
from vaxel.rounds.commands.wording import in_swedish, letter
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import Delivery
from vaxel.rounds.queries.reach import NOBODY, reach

HELD = (RoundState.OPEN, RoundState.CLOSED, RoundState.FED_BACK)
SETTLED = (S.ACCEPTED, S.DECLINED, S.LAPSED)


def lapse_due() -> int:
    """How many bodies' rights lapsed now. A body that was given more time keeps it."""
    calls = RequisitionCall.objects.filter(followed_at=None, round__state__in=HELD, round__due__lt=clock.today())
    return sum(_lapse(call) for call in calls.select_related("agreement__decision", "round").order_by("pk"))


def _lapse(call):
    waiting = set(_waiting(call).values_list("body_id", flat=True))
    if not waiting:
        return 0
    late = call.round.deliveries.filter(body__in=waiting).exclude(due__gte=clock.today()).order_by("position")
    return sum(_lapse_at(call, delivery) for delivery in late.select_related("round"))


def _waiting(call):
    settled = Requisition.objects.filter(call=call, stream=OuterRef("stream"), body=OuterRef("body"), state__in=SETTLED)
    return granted(call.agreement.decision).exclude(Exists(settled))


def _lapse_at(call, delivery) -> int:
    """Read anew under the delivery's lock: an answer that came in time may just have been written down."""
    with transaction.atomic():
        now = steps.locked(Delivery(pk=delivery.pk))
        if now.last_day >= clock.today():
            return 0
        grants = list(_waiting(call).filter(body=now.body_id).select_related("stream"))
        for grant in grants:
            step = RequisitionStep.objects.create(
                call=call,
                delivery=now,
                body_id=now.body_id,
                stream=grant.stream,
                state=S.LAPSED,
                amount_ore=grant.share_ore,
                received_at=deadline(now.last_day),
            )
            stand(step, was=S.WAITING, by=SYSTEM)
        if grants:
            _tell(call, now)
            facts = {"streams": [grant.stream_id for grant in grants], "day": now.last_day}
            journal.record("funding.lapse", by=SYSTEM, obj=now, on_behalf_of=now.body_id, facts=facts)
    return bool(grants)


@in_swedish
def _tell(call, delivery):
    to = reach([delivery.body_id], clock.today())[delivery.body_id]
    if to == NOBODY:
        return
    payer = call.agreement.payer_id or call.round.owner_id
    page = settings.BASE_URL.rstrip("/") + reverse("requisition_body", args=[call.agreement_id, delivery.body_id])
    notices.post(
        f"funding:requisition:{call.pk}:lapsed:{delivery.body_id}",
        to=to.address,
        subject=_("Rätten att rekvirera har fallit bort: %(name)s") % {"name": call.agreement.name},
        text=letter(
            _("Sista dagen att rekvirera var %(day)s. Det ni inte har rekvirerat har fallit bort och fördelas inte om.")
            % {"day": day_long(delivery.last_day)},
            _("Vänd er till %(payer)s om något har blivit fel. Så når ni dem, och vad det gäller: %(link)s")
            % {"payer": at(clock.today()).names([payer]).get(payer, ""), "link": page},
        ),
        body_id=delivery.body_id,
    )
