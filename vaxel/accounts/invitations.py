"""An invitation: a link by e-mail that opens a login once, within fourteen days, unless it is taken back."""

import datetime as dt
import hashlib
import secrets

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from vaxel import journal, notices
from vaxel.accounts.models import Invitation

LETTER = _("{inviter} bjuder in dig till Växel. Välj ett lösenord här:\n\n{link}\n\nLänken gäller en gång, i 14 dagar.")
LIFETIME = dt.timedelta(days=14)


def invite(user, *, by, inviter="", note="") -> str:
    """The link, which is also sent by e-mail. An earlier link to the same login stops working.

    `inviter` is what the invited person reads; without it, the name of `by`.
    """
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        revoke(user, by=by)
        invitation = Invitation.objects.create(
            user=user,
            token_hash=_hash(token),
            inviter=inviter or by.name,
            note=note,
            expires_at=timezone.now() + LIFETIME,
        )
        link = settings.BASE_URL + reverse("invitation", args=[token])
        journal.record("accounts.invite", by=by, obj=user)
        _post(invitation, link, inviter or by.name)
    return link


def revoke(user, *, by) -> int:
    """How many open links to the login were taken back."""
    taken_back = _open(user.invitations).update(revoked_at=timezone.now())
    if taken_back:
        journal.record("accounts.revoke_invitation", by=by, obj=user)
    return taken_back


def find(token) -> Invitation | None:
    """The invitation behind a link, open or not."""
    return Invitation.objects.select_related("user").filter(token_hash=_hash(token)).first()


def use(invitation, password) -> bool:
    """Sets the password and closes the link. False if someone else used it, or took it back, in the meantime."""
    with transaction.atomic():
        if not _open(Invitation.objects.filter(pk=invitation.pk)).update(used_at=timezone.now()):
            return False
        invitation.user.set_password(password)
        invitation.user.save(update_fields=["password"])
    return True


def _post(invitation, link, inviter):
    with translation.override(invitation.user.language):
        notices.post(
            f"invitation:{invitation.pk}",
            to=invitation.user.email,
            subject=_("Inbjudan till Växel"),
            text=LETTER.format(inviter=inviter, link=link),
            language=invitation.user.language,
        )


def _open(invitations):
    return invitations.filter(used_at=None, revoked_at=None, expires_at__gt=timezone.now())


def _hash(token):
    return hashlib.sha256(token.encode()).hexdigest()
