from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "vaxel.accounts"
    label = "accounts"

    def ready(self):
        from vaxel import journal

        journal.describe("accounts.invite", _("bjöd in till Växel"))
        journal.describe("accounts.revoke_invitation", _("tog tillbaka en inbjudan"))
