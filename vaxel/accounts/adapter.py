import uuid

from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vaxel import notices
from vaxel.ui.refusal import Refusal


class InvitedOnly(DefaultAccountAdapter):
    """Nobody signs up: a login comes by invitation from someone who holds a mandate above."""

    def is_open_for_signup(self, request):
        return False

    def render_mail(self, template_prefix, email, context, headers=None):
        """allauth's mails leave by the outbox, as ours do: a mail server that is away is tried again, and whoever asks
        for a new password gets the same answer as fast, whether the address has a login or not.
        """
        mail = super().render_mail(template_prefix, email, context, headers)
        mail.send = lambda *_args, **_more: _post(mail)
        return mail

    def pre_authenticate(self, request, **credentials):
        """Too many wrong passwords, from one address or for one login, get a page of their own (429)."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as too_many:
            raise Refusal(
                _("För många inloggningsförsök har misslyckats. Vänta fem minuter, eller välj ett nytt lösenord."),
                status=429,
            ) from too_many


def _post(mail):
    for address in mail.to:
        key = f"account:{uuid.uuid4()}"
        notices.post(key, to=address, subject=mail.subject, text=mail.body, language=get_language() or "sv")
    return len(mail.to)
