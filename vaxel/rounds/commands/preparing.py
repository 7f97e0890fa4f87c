"""A draft made ready for a body by whoever registers for it; the body may take it over, and nothing is sent."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel.calendar import clock
from vaxel.rounds import permissions
from vaxel.rounds.commands import steps
from vaxel.rounds.commands.drafting import another, merge, questions_of, refuse, save
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.models import Answer
from vaxel.rounds.policies import CONFLICT, Act
from vaxel.rounds.queries.answers import begun_with, draft
from vaxel.ui.refusal import Refusal


def prepare_draft(delivery, values, *, by) -> Answer:
    """Refused where the body has begun to write itself: its draft is its own."""
    permissions.require(permissions.registers_for(by, delivery))
    with transaction.atomic():
        now = steps.locked(delivery)
        if why := why_not_filled(now, draft(now), own=False):
            raise Refusal(why, status=CONFLICT)
        made = prepared(now) or another(now, by, begun_with(now))
        made.on_behalf = True
        refuse(merge(made, questions_of(now), values))
        save(made, by)
    return made


def prepared(delivery) -> Answer | None:
    return delivery.answers.filter(status=AnswerStatus.DRAFT, on_behalf=True).first()


def why_not_filled(delivery, written, *, own) -> str:
    """Why nothing of a workbook is taken into a body's draft just now; empty when it may be.

    `written` is the version being written, if any. A body's own draft is its own: who registers for it leaves it alone.
    """
    try:
        steps.allow(Act.WRITE if own else Act.ON_BEHALF, delivery, clock.now())
    except Refusal as no:
        return no.message
    if written is None:
        return ""
    if written.status == AnswerStatus.FOR_DECISION:
        return _("Svaret väntar på beslut. Be den som beslutar att skicka tillbaka det.")
    if not own and not written.on_behalf:
        return _("De har själva börjat skriva. Deras utkast rörs inte.")
    return ""
