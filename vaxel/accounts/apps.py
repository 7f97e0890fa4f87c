from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "vaxel.accounts"
    label = "accounts"

    def ready(self):
        from vaxel import journal
        from vaxel.accounts import security_log, sessions

        security_log.listen()
        sessions.listen()

        journal.describe("accounts.invite", _("bjöd in till Växel"))
        journal.describe("accounts.revoke_invitation", _("tog tillbaka en inbjudan"))
