"""allauth's forms without text inside the fields: the label above says it, and it stays when one writes."""

from allauth.account import forms as lent


class Plain:
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class Login(Plain, lent.LoginForm):
    pass


class ChangePassword(Plain, lent.ChangePasswordForm):
    pass


class SetPassword(Plain, lent.SetPasswordForm):
    pass


class NewPassword(Plain, lent.ResetPasswordKeyForm):
    pass


class ForgottenPassword(Plain, lent.ResetPasswordForm):
    """Only a login that has a password can have forgotten it: an unused or revoked invitation is no way in."""

    def clean_email(self):
        email = super().clean_email()
        self.users = [user for user in self.users if user.has_usable_password()]
        return email
