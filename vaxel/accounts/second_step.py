"""allauth's forms for the second step, in our words and without text inside the fields."""

from allauth.mfa.base import forms as steps
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.utils.translation import gettext_lazy as _

from vaxel.accounts.forms import Plain


class Authenticate(Plain, steps.AuthenticateForm):
    pass


class Reauthenticate(Plain, steps.ReauthenticateForm):
    pass


class ConnectApp(Plain, totp.ActivateTOTPForm):
    pass


class AddKey(Plain, webauthn.AddWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Nyckelns namn")
        self.fields["passwordless"].label = _("Logga in utan lösenord")
        self.fields["passwordless"].help_text = _(
            "Nyckeln räcker ensam, om den skyddas av fingeravtryck, ansikte eller pin."
        )


class RenameKey(Plain, webauthn.EditWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Nyckelns namn")
