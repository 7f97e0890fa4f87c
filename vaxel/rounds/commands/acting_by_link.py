"""What somebody does by a link: the body's own acts, with a note of which link and who they said they were."""

from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel.calendar import clock
from vaxel.rounds.by_link import GONE
from vaxel.rounds.commands import answers, deliveries
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.link_actor import LinkActor
from vaxel.rounds.models import AnsweringLink, ByLink
from vaxel.ui.refusal import Refusal

LONGEST = 120


def confirm(link, **act):
    with _held(link) as by:
        receipt = deliveries.confirm_receipt(link.delivery, by=by, **act)
        if receipt.received_at == act["received_at"]:  # else a colleague's, which stays theirs
            _noted(link, receipt=receipt)
    return receipt


def writing_by(link) -> LinkActor:
    """For saving a draft, a file or a workbook, where what fits stays saved although the rest is refused."""
    with _held(link) as by:
        return by


def submit(link, name, title, **act):
    """Sent, or (None) left for the body's own decision; whoever sends says who they are."""
    name = _said(name)
    with _held(link) as by:
        receipt = answers.submit(link.delivery, by=by, **act)
        waits = None if receipt else link.delivery.answers.get(status=AnswerStatus.FOR_DECISION)
        _noted(link, name, title, receipt=receipt, answer=waits)
    return receipt


def nothing_to_report(link, note, name, title, **act):
    name = _said(name)
    with _held(link) as by:
        receipt = deliveries.nothing_to_report(link.delivery, note, by=by, **act)
        _noted(link, name, title, receipt=receipt)
    return receipt


def decline(link, reason, name, title, **act):
    name = _said(name)
    with _held(link) as by:
        receipt = deliveries.decline(link.delivery, reason, by=by, **act)
        _noted(link, name, title, receipt=receipt)
    return receipt


@contextmanager
def _held(link):
    """The link's row is ours until the act is done: taken back at the same moment, one of the two comes first."""
    with transaction.atomic():
        now = AnsweringLink.objects.select_for_update(of=("self",), no_key=True).get(pk=link.pk)
        if now.revoked_at:
            raise Refusal(_("Länken är återkallad. Använd den senaste ni har fått, eller be om en ny."), status=GONE)
        now.used_at, now.last_used_at = now.used_at or clock.now(), clock.now()
        now.save(update_fields=["used_at", "last_used_at"])
        yield LinkActor(link=link)


def _said(name):
    if not name.strip():
        raise Refusal(_("Skriv ert namn, så att det framgår vem som svarade."), field="name")
    return name


def _noted(link, name="", title="", *, receipt=None, answer=None):
    """Once for each receipt, however often the button was pressed; left for decision anew, the latest name stands."""
    said = {"link": link, "name": name.strip()[:LONGEST], "title": title.strip()[:LONGEST]}
    if receipt is not None:
        ByLink.objects.get_or_create(receipt=receipt, defaults=said)
    else:
        ByLink.objects.update_or_create(answer=answer, receipt=None, defaults=said)
