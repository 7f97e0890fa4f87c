"""A mail that does not reach its receiver: the mail and the address are marked, and who sent it is told."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel.calendar.clock import now
from vaxel.notices import facts
from vaxel.notices.addresses import has_failed
from vaxel.notices.composing import host
from vaxel.notices.domain.bounce import UnreadableError, read_report
from vaxel.notices.models import Message
from vaxel.ui.refusal import Refusal


def take_bounce(raw: bytes, to: str = "") -> str:
    """A report as the mail server hands it over, and the sentence that says what came of it. The same again: nothing."""
    try:
        report = read_report(raw, to)
    except UnreadableError:
        raise Refusal(
            _("Det är ingen rapport om ett mejl som inte kom fram (RFC 3464). Lämna in hela meddelandet, oförändrat.")
        ) from None
    with transaction.atomic():
        messages = _meant(report.identities)
        if not report.is_final:
            return _("Rapporten säger inte att mejlet har studsat. Inget är ändrat.")
        new = [one for one in messages if one.bounced_at is None]
        mark_failed(new, f"{report.status} {report.words}".strip())
    if not new:
        return _("Den studsen är redan antecknad.")
    return _("Mejlet till %(address)s kom inte fram. Det är antecknat, och nästa i ordningen försöks.") % {
        "address": new[0].to
    }


def _meant(identities):
    for identity in identities:
        rows = Message.objects.select_for_update().filter(message_id=f"<{identity}@{host()}>")
        if found := list(rows.order_by("id")):
            return found
    raise Refusal(_("Rapporten hör inte till något mejl som Växel har skickat. Inget är ändrat."))


def mark_failed(messages, reason):
    """In the caller's transaction. What was about to be tried again is not: the answer was final."""
    moment = now()
    for one in messages:
        one.bounced_at, one.last_error = moment, reason[:300]
        one.given_up_at = one.given_up_at or (None if one.sent_at else moment)
        has_failed(one.to, reason)
    Message.objects.bulk_update(messages, ["bounced_at", "last_error", "given_up_at"])
    if messages:
        transaction.on_commit(lambda: facts.mail_failed.send(sender=Message))


def unheard(prefix):
    """The failed mails whose event key starts so, and that nobody has followed up yet. Lock them before acting."""
    rows = Message.objects.filter(bounced_at__isnull=False, followed_up_at=None)
    return rows.filter(event_key__startswith=prefix).order_by("id")


def followed_up(messages):
    """In the transaction that did what follows."""
    Message.objects.filter(pk__in=[one.pk for one in messages]).update(followed_up_at=now())
