"""Notice of a retirement, and its follow-up: a mailing with receipts, then time does the rest."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.adoption.commands import letters
from vaxel.adoption.domain.life import ThingState
from vaxel.adoption.domain.retiring import Outcome, RetirementState
from vaxel.adoption.models import Retirement, Thing
from vaxel.adoption.queries.users import own_users, shown_users
from vaxel.calendar import clock
from vaxel.calendar.domain.phrases import day_long
from vaxel.network.actor import SYSTEM
from vaxel.rounds.commands.rounds import create_round, feed_back
from vaxel.rounds.commands.send import send
from vaxel.rounds.commands.wording import in_swedish
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.models import Delivery, Round
from vaxel.rounds.permissions import creates_round


@in_swedish
def tell_users(retirement, *, by, received_at) -> Round | None:
    """A mailing to all who are shown to use it. The two who decided are the two that a large sending wants."""
    users = shown_users(retirement.thing)
    if not users:
        return None
    sender = by if creates_round(by) else SYSTEM
    made = create_round(
        by=sender,
        owner_id=retirement.thing.owner_id,
        kind=RoundKind.MAILING,
        title=_("Fasas ut: %(name)s") % {"name": retirement.thing.name},
        text=_text(retirement),
        audience={"bodies": users},
        minutes=5,
    )
    Round.objects.filter(pk=made.pk).update(asked_to_confirm_by=retirement.prepared_by)
    send(made, by=sender, received_at=received_at)
    return made


@in_swedish
def answer_those_heard(retirement, *, by):
    """The decision is what became of the remiss: fed back to everyone who was asked, who is then not owed it any more."""
    round = retirement.consultation
    if round is not None and round.state == RoundState.CLOSED:
        kept = _("Beslut: %(name)s behålls.") % {"name": retirement.thing.name}
        text = f"{kept}\n\n{retirement.decision}" if retirement.outcome == Outcome.KEEP else _text(retirement)
        feed_back(round, text, by=by if creates_round(by) else SYSTEM)


def _text(retirement):
    said = {
        "name": retirement.thing.name,
        "day": day_long(retirement.from_day),
        "reason": retirement.decision,
        "other": retirement.replacement.name if retirement.replacement else "",
    }
    parts = [_("**%(name)s** ska inte användas från %(day)s.") % said]
    if retirement.replacement:
        parts.append(_("Det ersätts av **%(other)s**.") % said)
    parts.append(_("Skälen till beslutet:\n\n%(reason)s") % said)
    parts.append(_("Registrera under Införande hos er när ni har slutat använda det."))
    return "\n\n".join(parts)


def follow_up() -> int:
    """For the tick: tells those who have come to be seen since, reminds once when the day has come, ends when nobody
    uses it any more. How many letters.
    """
    under_way = Retirement.objects.filter(state=RetirementState.PHASING_OUT).order_by("pk")
    return sum(_follow(one) for one in under_way.values_list("pk", flat=True))


def _follow(pk):
    with transaction.atomic():
        rows = Retirement.objects.select_for_update(of=("self",)).select_related("thing", "replacement")
        retirement = rows.filter(pk=pk, state=RetirementState.PHASING_OUT).first()
        if retirement is None:
            return 0
        if clock.today() < retirement.from_day:
            return letters.told(retirement, _not_told(retirement))
        return _after_the_day(retirement)


def _not_told(retirement):
    had = Delivery.objects.filter(round=retirement.notice_id).values_list("body_id", flat=True)
    return sorted(set(shown_users(retirement.thing)) - set(had))


def _after_the_day(retirement):
    Thing.objects.filter(pk=retirement.thing_id, state=ThingState.BEING_RETIRED).update(state=ThingState.RETIRED)
    users, letters_sent = own_users(retirement.thing), 0
    if not users:
        retirement.state, retirement.ended_at = RetirementState.ENDED, clock.now()
        journal.record("adoption.end_retirement", by=SYSTEM, obj=retirement, facts={"thing": retirement.thing_id})
    elif retirement.reminded_at is None:
        letters_sent = letters.still_in_use(retirement, users)
        retirement.reminded_at = clock.now()
        facts = {"thing": retirement.thing_id, "letters": letters_sent}
        journal.record("adoption.remind_retirement", by=SYSTEM, obj=retirement, facts=facts)
    retirement.save(update_fields=["state", "ended_at", "reminded_at"])
    return letters_sent
