"""A round's own questions and answers, and corrections that reach also those who have answered."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import clock
from vaxel.rounds import permissions
from vaxel.rounds.commands import mail_running
from vaxel.rounds.commands.holding import locked
from vaxel.rounds.models import Correction, Enquiry
from vaxel.rounds.policies import RoundAct
from vaxel.ui.refusal import Refusal


def ask(round, body_id, text, *, by) -> Enquiry:
    """For the body that the mandate in use is of; who asked is never shown when the answer is published."""
    permissions.require(permissions.reads_round(by, round) and permissions.acts_at(by, body_id, permissions.ACTING))
    text = _said(text, _("Skriv vad ni vill fråga."))
    with transaction.atomic():
        now = locked(round, RoundAct.ASK)
        enquiry = Enquiry.objects.create(round=now, body_id=body_id, asked_by=by.person_id, text=text)
        mail_running.asked(enquiry, [now.owner_id])
        journal.record("rounds.ask", by=by, obj=now, on_behalf_of=body_id, facts={"enquiry": enquiry.pk})
    return enquiry


def reply(enquiry, text, publish, *, by) -> Enquiry:
    permissions.require(permissions.is_sender(by, enquiry.round))
    text = _said(text, _("Skriv ett svar på frågan."))
    with transaction.atomic():
        locked(enquiry.round, RoundAct.REPLY)
        enquiry.answer, enquiry.answered_at, enquiry.is_published = text, clock.now(), bool(publish)
        enquiry.save(update_fields=["answer", "answered_at", "is_published"])
        mail_running.replied(enquiry)
        facts = {"enquiry": enquiry.pk, "published": enquiry.is_published}
        journal.record("rounds.reply", by=by, obj=enquiry.round, on_behalf_of=by.body_id, facts=facts)
    return enquiry


def correct(round, text, *, by) -> Correction:
    permissions.require(permissions.is_sender(by, round))
    text = _said(text, _("Skriv vad som var fel och vad som gäller i stället."))
    with transaction.atomic():
        now = locked(round, RoundAct.CORRECT)
        correction = Correction.objects.create(round=now, text=text, by=by.person_id)
        mail_running.corrected(now, correction, sorted(_having(now)))
        journal.record("rounds.correct", by=by, obj=now, on_behalf_of=by.body_id, facts={"correction": correction.pk})
    return correction


def _having(round):
    """Those asked who have it, and those it was passed on to besides."""
    asked = round.deliveries.filter(waits_at=None).values_list("body_id", flat=True)
    return {*asked, *round.also_reached.values_list("body_id", flat=True)}


def _said(text, sentence):
    if not text.strip():
        raise Refusal(sentence, field="text")
    return text.strip()
