import datetime as dt
import uuid
from types import SimpleNamespace

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from vaxel.accounts import invitations
from vaxel.accounts.models import Invitation, User
from vaxel.notices.models import Message

BY = SimpleNamespace(person_id=uuid.uuid4(), mandate_id=7, name="Länssamordnare", is_system=False)
PASSWORD = {"password": "en lugn höstmorgon i Orsa"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return User.objects.create_user("ny@kommun.example")


@pytest.fixture
def link(user):
    return invitations.invite(user, by=BY, inviter="Länssamordnare, Dalarna", note="Välkommen till nätverket.")


def test_the_link_goes_by_mail_once_and_only_its_hash_is_kept(user, link):
    (message,) = Message.objects.all()
    assert message.to == user.email
    assert link in message.text
    assert Invitation.objects.get().token_hash not in link


def test_opening_the_link_says_who_invites_and_changes_nothing(client, link):
    page = client.get(link)
    assert "Länssamordnare, Dalarna bjuder in dig till Växel." in page.content.decode()
    assert Invitation.objects.get().is_open()
    assert client.get(link).status_code == 200


def test_choosing_a_password_logs_in_and_closes_the_link(client, user, link):
    assert client.post(link, PASSWORD).status_code == 302
    assert client.session["_auth_user_id"] == str(user.pk)
    again = Client().post(link, PASSWORD)
    assert again.status_code == 410
    assert "redan använd" in again.content.decode()


@pytest.mark.parametrize("password", ["kort", "password1234", "ny@kommun.example"])
def test_a_weak_password_is_refused_with_the_reason_at_the_field(client, user, link, password):
    answer = client.post(link, {"password": password})
    assert answer.status_code == 422
    assert answer.context["form"]["password"].errors
    assert Invitation.objects.get().is_open()


def test_an_expired_link_says_what_to_do(client, link):
    with time_machine.travel(timezone.now() + dt.timedelta(days=14, seconds=1)):
        answer = client.get(link)
    assert answer.status_code == 410
    assert "Be den som bjöd in dig" in answer.content.decode()


def test_a_link_taken_back_no_longer_opens(client, user, link):
    assert invitations.revoke(user, by=BY) == 1
    assert "återtagen" in client.post(link, PASSWORD).content.decode()
    user.refresh_from_db()
    assert not user.has_usable_password()


def test_a_new_invitation_closes_the_old(client, user, link):
    newer = invitations.invite(user, by=BY)
    assert client.get(link).status_code == 410
    assert client.get(newer).status_code == 200


@pytest.mark.parametrize("token", ["x", "../etc/passwd", "a" * 500])
def test_an_invented_link_is_gone_not_broken(client, token):
    assert client.get(reverse("invitation", args=["x"]).replace("/x/", f"/{token}/")).status_code in (404, 410)


def test_of_two_who_use_the_link_at_once_one_succeeds(user, link):
    found = invitations.find(link.rstrip("/").rsplit("/", 1)[1])
    assert invitations.use(found, "en lugn höstmorgon i Orsa")
    assert not invitations.use(found, "en annan lugn morgon")
