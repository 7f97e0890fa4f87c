"""Links to answer by, by hand: sent anew, taken back. Those that go out with the letter: issuing_links.py."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import clock
from vaxel.rounds import permissions
from vaxel.rounds.commands import mail, steps
from vaxel.rounds.commands.issuing_links import new_link, path_of
from vaxel.rounds.models import AnsweringLink
from vaxel.rounds.policies import Act
from vaxel.rounds.queries.link_targets import targets_of
from vaxel.ui.refusal import Refusal


def send_link(delivery, target_key, *, by) -> AnsweringLink:
    """To one of the body's own addresses (`target_key`: see `LinkTarget.key`). Earlier links to the same one stop working."""
    permissions.require(permissions.manages_links(by, delivery))
    target = _chosen(delivery, target_key)
    with transaction.atomic():
        now = steps.locked(delivery)
        steps.allow(Act.WRITE, now, clock.now())
        if not now.round.answer_by_link:
            raise Refusal(_("Avsändaren vill att svaren lämnas inloggat. Bjud in någon i stället."), status=409)
        _take_back(_open(now).filter(mandate=target.mandate_id, mailbox=target.mailbox_id), by)
        link, secret = new_link(now, target, by)
        link.save(force_insert=True)
        journal.record("rounds.issue_link", by=by, obj=now, on_behalf_of=by.body_id, facts={"link": link.pk})
        mail.link(now, target.address, path_of(secret), link.pk)
    return link


def _chosen(delivery, key):
    for target in targets_of([delivery.body_id], clock.today()).get(delivery.body_id, []):
        if target.key == key:
            return target
    raise Refusal(_("Adressen hör inte till organisationen i dag. Ladda om sidan och välj på nytt."))


def revoke_link(link, *, by) -> None:
    """At once and for good; what has been done by it stands."""
    permissions.require(permissions.manages_links(by, link.delivery))
    with transaction.atomic():
        if _take_back(AnsweringLink.objects.filter(pk=link.pk, revoked_at=None), by):
            facts = {"link": link.pk}
            journal.record("rounds.revoke_link", by=by, obj=link.delivery, on_behalf_of=by.body_id, facts=facts)


def _open(delivery):
    return AnsweringLink.objects.filter(delivery=delivery.pk, revoked_at=None)


def _take_back(links, by):
    return links.update(revoked_at=clock.now(), revoked_by=by.person_id)
