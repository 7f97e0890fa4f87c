from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vaxel.ui.refusal import Refusal


class InvitedOnly(DefaultAccountAdapter):
    """Nobody signs up: a login comes by invitation from someone who holds a mandate above."""

    def is_open_for_signup(self, request):
        return False

    def pre_authenticate(self, request, **credentials):
        """Too many wrong passwords, from one address or for one login, get a page of their own (429)."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as too_many:
            raise Refusal(
                _("För många inloggningsförsök har misslyckats. Vänta fem minuter, eller välj ett nytt lösenord."),
                status=429,
            ) from too_many
