"""Where a program wants to be told: bound to the key's mandate, and told from now on."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.journal.sealing import head
from vaxel.notices.domain.addresses import is_fit
from vaxel.notices.domain.signing import new_secret
from vaxel.notices.models import Webhook
from vaxel.notices.webhooks.registry import types
from vaxel.ui.refusal import Refusal

MOST = 10


def add_webhook(user, *, by, url, events=()) -> Webhook:
    """The secret stands on the answer, and is not shown again."""
    if not is_fit(url):
        raise Refusal(_("Adressen går inte att använda. Skriv den som https://system.exempel.se/vaxel."), field="url")
    if unknown := set(events) - set(types()):
        raise Refusal(
            _("Händelsen ”%s” finns inte. Se vilka som finns i beskrivningen.") % min(unknown), field="events"
        )
    with transaction.atomic():
        type(user).objects.select_for_update().get(pk=user.pk)
        if Webhook.objects.filter(user_id=user.pk, stopped_at=None).count() >= MOST:
            raise Refusal(_("Ni har redan tio adresser. Ta bort en som inte används."), status=409)
        made = Webhook.objects.create(
            user_id=user.pk,
            mandate_id=by.mandate_id,
            url=url,
            events=sorted(set(events)),
            secret=new_secret(),
            told_up_to=head().number,
        )
        journal.record("network.add_webhook", by=by, obj=made, on_behalf_of=by.body_id)
    return made


def remove_webhook(hook, *, by) -> None:
    """What still waits for it is gone too."""
    with transaction.atomic():
        journal.record("network.remove_webhook", by=by, obj=hook, on_behalf_of=by.body_id)
        hook.delete()
