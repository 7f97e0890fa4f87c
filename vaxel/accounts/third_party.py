"""The addresses that allauth gives us, each with its permission, so that none slips past the build.

`ACCESS_OF_THIRD_PARTY` is read by the test that demands a permission of every address; `urls.py` guards by the same
table.
allauth keeps its own guards besides (a fresh login before a second factor changes, say).
"""

from django.http import Http404

from vaxel.accounts.access import PUBLIC, SIGNED_IN, Rule

# Nobody signs up, nobody changes address on their own: an invitation has proved the address. The names must exist,
# since allauth builds links to them.
CLOSED = {
    "account_signup": "ny/",
    "account_email": "adress/",
    "account_email_verification_sent": "adress/skickad/",
    "account_confirm_email": "adress/<str:key>/bekrafta/",
    "account_confirm_login_code": "kod/",
}

ACCESS_OF_THIRD_PARTY: dict[str, Rule] = {
    "account_login": PUBLIC,
    "account_logout": PUBLIC,
    "account_inactive": PUBLIC,
    "account_reauthenticate": SIGNED_IN,
    "account_change_password": SIGNED_IN,
    "account_set_password": SIGNED_IN,
    "account_reset_password": PUBLIC,
    "account_reset_password_done": PUBLIC,
    "account_reset_password_from_key": PUBLIC,
    "account_reset_password_from_key_done": PUBLIC,
    "mfa_index": SIGNED_IN,
    "mfa_authenticate": PUBLIC,  # halfway in: the password is given, the second factor is not
    "mfa_reauthenticate": SIGNED_IN,
    "mfa_activate_totp": SIGNED_IN,
    "mfa_deactivate_totp": SIGNED_IN,
    "mfa_view_recovery_codes": SIGNED_IN,
    "mfa_generate_recovery_codes": SIGNED_IN,
    "mfa_download_recovery_codes": SIGNED_IN,
    "mfa_list_webauthn": SIGNED_IN,
    "mfa_add_webauthn": SIGNED_IN,
    "mfa_reauthenticate_webauthn": SIGNED_IN,
    "mfa_remove_webauthn": SIGNED_IN,
    "mfa_edit_webauthn": SIGNED_IN,
    "mfa_login_webauthn": PUBLIC,
    **dict.fromkeys(CLOSED, PUBLIC),
}


def closed(request, **_):
    """There is no such page in Växel, whoever asks."""
    raise Http404
