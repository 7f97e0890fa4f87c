"""Taking a sending back while its mail still waits."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal, notices
from vaxel.calendar import clock
from vaxel.rounds import permissions
from vaxel.rounds.commands.announce import MAIL_AFTER
from vaxel.rounds.commands.holding import locked, show
from vaxel.rounds.commands.send import RECEIPTS, run
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.domain.state import Outcome, Step
from vaxel.rounds.models import Answer, Delivery, Receipt, Round, StateVector, UnfoldedMark
from vaxel.rounds.policies import RoundAct
from vaxel.rounds.queries.vectors import kept
from vaxel.ui.refusal import Refusal


def recall(round, *, by) -> Round:
    """Within ten minutes, unless somebody has acted: nobody was asked, and no mail leaves."""
    permissions.require(permissions.sends_round(by, round))
    with transaction.atomic():
        now = locked(round, RoundAct.RECALL)
        if clock.now() >= now.sent_at + MAIL_AFTER:
            raise Refusal(
                _("Tio minuter har gått, och breven har lämnat Växel. Skicka en rättelse eller stäng förfrågan."),
                status=409,
            )
        _untouched(now)
        told = {
            "step": Step.RECALLED,
            "sent": Outcome.NOT_ASKED,
            "at": clock.now(),
            "person": by.person_id,
            "mandate": by.mandate_id,
        }
        run(RECEIPTS, {"round": now.pk, **told})
        StateVector.objects.filter(round=now).update(**kept(now.frame, bytes(now.frame.size)))
        now.state = RoundState.RECALLED
        now.save(update_fields=["state"])
        notices.cancel(prefix=f"round:{now.pk}:")
        journal.record("rounds.recall", by=by, obj=now, on_behalf_of=now.owner_id)
    show(round, now)
    return round


def _untouched(round):
    """Takes every delivery in one statement: whoever acts at this very moment either comes before, and stops it, or after."""
    waiting = Delivery.objects.filter(round=round, state=Outcome.SENT).update(state=Outcome.NOT_ASKED, waits_at=None)
    acted = (
        waiting < round.frame.size
        or Receipt.objects.filter(delivery__round=round).exclude(step=Step.SENT).exists()
        or Answer.objects.filter(delivery__round=round).exists()
        or UnfoldedMark.objects.filter(round_id=round.pk).exists()
        or round.also_reached.exists()
    )
    if acted:
        raise Refusal(
            _("Någon har redan börjat med förfrågan. Skicka en rättelse eller stäng den i stället."), status=409
        )
