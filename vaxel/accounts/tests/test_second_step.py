"""A login with a second step is not open until the second is taken."""

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.urls import reverse

from vaxel.accounts.models import User

PASSWORD = "en lugn höstmorgon i Orsa"

pytestmark = pytest.mark.django_db


@pytest.fixture
def protected(client):
    cache.clear()
    user = User.objects.create_user("skyddad@exempel.example", PASSWORD)
    user.secret = generate_totp_secret()
    TOTP.activate(user, user.secret)
    RecoveryCodes.activate(user)
    return user


def code_of(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def give_password(client, user):
    return client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})


def test_the_password_alone_leads_to_the_second_step_and_no_further(client, protected):
    assert give_password(client, protected)["Location"].startswith(reverse("mfa_authenticate"))
    assert "_auth_user_id" not in client.session
    assert client.get(reverse("account")).status_code == 302


def test_the_code_opens(client, protected):
    give_password(client, protected)
    client.post(reverse("mfa_authenticate"), {"code": code_of(protected.secret)})
    assert client.session["_auth_user_id"] == str(protected.pk)


def test_a_wrong_code_does_not(client, protected):
    give_password(client, protected)
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "_auth_user_id" not in client.session


def test_security_is_not_changed_by_an_old_login(client, protected):
    client.force_login(protected)
    answer = client.post(reverse("mfa_deactivate_totp"))
    assert (
        reverse("mfa_reauthenticate") in answer["Location"] or reverse("account_reauthenticate") in answer["Location"]
    )


PAGES = ["mfa_index", "mfa_list_webauthn", "account_change_password", "account_reset_password", "account_logout"]


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_ones_own_is_ours_and_swedish(client, protected, name):
    client.force_login(protected)
    page = client.get(reverse(name), follow=True).content.decode()
    assert 'id="main"' in page
    assert 'lang="sv"' in page
