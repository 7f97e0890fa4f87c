"""Logging in and one's own login, under /konto/. allauth's views, at Swedish addresses, guarded like our own."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path, re_path

from vaxel.accounts.access import access
from vaxel.accounts.pages.account.page import account as my_account
from vaxel.accounts.pages.account.page import log_out_everywhere
from vaxel.accounts.pages.example.page import become
from vaxel.accounts.pages.invitation.page import invitation
from vaxel.accounts.pages.language.page import language
from vaxel.accounts.pages.rhythm.page import mail_rhythm
from vaxel.accounts.third_party import ACCESS_OF_THIRD_PARTY, CLOSED, closed


def guarded(view, name):
    return access(ACCESS_OF_THIRD_PARTY[name])(view)


def lent(route, view, name):
    return path(route, guarded(view, name), name=name)


RESET_LINK = r"^losenord/lank/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"

urlpatterns = [
    path("", my_account, name="account"),
    path("logga-ut-overallt/", log_out_everywhere, name="log_out_everywhere"),
    path("mejl/", mail_rhythm, name="mail_rhythm"),
    path("sprak/", language, name="language"),
    path("inbjudan/<str:token>/", invitation, name="invitation"),
    path("exempel/<uuid:public_id>/", become, name="example_login"),
    lent("logga-in/", account.login, "account_login"),
    lent("logga-ut/", account.logout, "account_logout"),
    lent("avslutad/", account.account_inactive, "account_inactive"),
    lent("bekrafta/", account.reauthenticate, "account_reauthenticate"),
    lent("losenord/byt/", account.password_change, "account_change_password"),
    lent("losenord/valj/", account.password_set, "account_set_password"),
    lent("losenord/glomt/", account.password_reset, "account_reset_password"),
    lent("losenord/glomt/skickat/", account.password_reset_done, "account_reset_password_done"),
    lent("losenord/klart/", account.password_reset_from_key_done, "account_reset_password_from_key_done"),
    re_path(
        RESET_LINK,
        guarded(account.password_reset_from_key, "account_reset_password_from_key"),
        name="account_reset_password_from_key",
    ),
    lent("sakerhet/", mfa.index, "mfa_index"),
    lent("sakerhet/kod/", mfa.authenticate, "mfa_authenticate"),
    lent("sakerhet/bekrafta/", mfa.reauthenticate, "mfa_reauthenticate"),
    lent("sakerhet/app/satt-pa/", totp.activate_totp, "mfa_activate_totp"),
    lent("sakerhet/app/stang-av/", totp.deactivate_totp, "mfa_deactivate_totp"),
    lent("sakerhet/koder/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    lent("sakerhet/koder/nya/", codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    lent("sakerhet/koder/hamta/", codes.download_recovery_codes, "mfa_download_recovery_codes"),
    lent("sakerhet/nycklar/", webauthn.list_webauthn, "mfa_list_webauthn"),
    lent("sakerhet/nycklar/ny/", webauthn.add_webauthn, "mfa_add_webauthn"),
    lent("sakerhet/nycklar/bekrafta/", webauthn.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    lent("sakerhet/nycklar/logga-in/", webauthn.login_webauthn, "mfa_login_webauthn"),
    lent("sakerhet/nycklar/<int:pk>/ta-bort/", webauthn.remove_webauthn, "mfa_remove_webauthn"),
    lent("sakerhet/nycklar/<int:pk>/andra/", webauthn.edit_webauthn, "mfa_edit_webauthn"),
    *(lent(route, closed, name) for name, route in CLOSED.items()),
]
