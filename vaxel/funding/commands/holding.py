"""An agreement held for a change: locked, allowed by policy, journalled in the same transaction."""

from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.funding import permissions, policies
from vaxel.funding.domain.life import AgreementAct
from vaxel.funding.models import Agreement
from vaxel.ui.refusal import Refusal


@contextmanager
def changing(agreement, *, by, revision=None, action="funding.edit_agreement", **facts):
    """Yields the agreement as it is now, for a change of its draft. `revision`: what the person's page was made of."""
    permissions.require(permissions.edits_agreement(by, agreement))
    with transaction.atomic():
        now = held(agreement, AgreementAct.EDIT)
        if revision is not None and now.revision != revision:
            raise Refusal(
                _(
                    "Någon annan har ändrat överenskommelsen sedan ni öppnade den. Ladda om sidan och gör ändringen igen."
                ),
                status=policies.CONFLICT,
            )
        yield now
        now.revision += 1
        now.save()
        journal.record(action, by=by, obj=now, on_behalf_of=by.body_id, facts=facts)


def held(agreement, act) -> Agreement:
    """Locked until the transaction ends; refused if its state does not allow the act."""
    now = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    policies.allow(act, now.state)
    return now
