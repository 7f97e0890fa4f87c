from allauth.account.forms import ResetPasswordForm


class ForgottenPassword(ResetPasswordForm):
    """Only a login that has a password can have forgotten it: an unused or revoked invitation is no way in."""

    def clean_email(self):
        email = super().clean_email()
        self.users = [user for user in self.users if user.has_usable_password()]
        return email
