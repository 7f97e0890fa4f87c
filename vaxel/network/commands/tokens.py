"""Keys for programs: each bound to one of one's own mandates, for a year at most."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.accounts import tokens
from vaxel.accounts.domain.tokens import Scope
from vaxel.accounts.models import ApiToken
from vaxel.calendar.clock import today
from vaxel.ui.refusal import Refusal

LONGEST = dt.timedelta(days=366)
MOST = 20
LONGEST_NAME = 80


def make_token(user, mandate_id, *, by, name, scopes, expires_on) -> tuple[ApiToken, str]:
    """The token, and its key to be shown once. Only for a mandate that one holds today."""
    _check(by, mandate_id, name.strip(), scopes, expires_on)
    with transaction.atomic():
        type(user).objects.select_for_update(no_key=True).get(pk=user.pk)  # two at once would both be the twentieth
        if ApiToken.objects.filter(user=user, revoked_at=None, expires_on__gt=today()).count() >= MOST:
            raise Refusal(_("Ni har redan tjugo nycklar. Ta bort en som inte används."), status=409)
        token, secret = tokens.make(user, mandate_id, name=name.strip(), scopes=scopes, expires_on=expires_on)
        _journal("network.make_token", token, by)
    return token, secret


def _check(by, mandate_id, name, scopes, expires_on):
    if mandate_id not in {mandate.id for mandate in by.mandates}:
        raise Refusal(_("Uppdraget är inte ert i dag. Välj ett av era egna."), field="mandate", status=403)
    if not 0 < len(name) <= LONGEST_NAME:
        raise Refusal(_("Skriv vad nyckeln är till för, med högst 80 tecken."), field="name")
    if not scopes or set(scopes) - set(Scope):
        raise Refusal(_("Välj minst en sak som nyckeln får göra."), field="scopes")
    if not today() < expires_on <= today() + LONGEST:
        raise Refusal(_("Välj en dag efter i dag och högst ett år bort."), field="expires_on")


def revoke_token(token, *, by) -> None:
    """At once; the programs that use it get a 401. There is no way back: make another."""
    with transaction.atomic():
        token.revoke()
        _journal("network.revoke_token", token, by)


def _journal(action, token, by):
    facts = {"token": token.pk, "mandate": token.mandate_id, "scopes": list(token.scopes), "to": token.expires_on}
    journal.record(action, by=by, obj=token, facts=facts)
