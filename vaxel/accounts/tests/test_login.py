"""Logging in: throttled, the session made anew, every link closed that ought to be."""

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from vaxel.accounts.models import User
from vaxel.notices import sending
from vaxel.notices.models import Message

PASSWORD = "en lugn höstmorgon i Orsa"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _forget_attempts():
    cache.clear()


@pytest.fixture
def user():
    return User.objects.create_user("lansamordnare@exempel.example", PASSWORD)


def log_in(client, email, password):
    return client.post(reverse("account_login"), {"login": email, "password": password})


def test_the_page_speaks_swedish(client):
    assert "Glömt lösenordet?" in client.get(reverse("account_login")).content.decode()


def test_the_right_password_opens(client, user):
    assert log_in(client, user.email.upper(), PASSWORD).status_code == 302
    assert client.session["_auth_user_id"] == str(user.pk)


def test_the_session_is_a_new_one_after_login(client, user):
    client.post(reverse("language"), {"language": "sv"})
    client.session.save()
    session = client.session
    session["planted"] = 1
    session.save()
    client.cookies["sessionid"] = session.session_key
    log_in(client, user.email, PASSWORD)
    assert client.session.session_key != session.session_key


def test_ten_wrong_passwords_are_stopped_with_a_sentence(client, user):
    answers = [log_in(client, user.email, f"fel lösenord {attempt}") for attempt in range(10)]
    assert answers[0].status_code == 200
    assert answers[-1].status_code == 429
    assert "Vänta fem minuter" in answers[-1].content.decode()
    assert log_in(client, user.email, PASSWORD).status_code == 429, "the right one waits as well"


def test_ten_wrong_passwords_for_ten_different_logins_are_stopped_too(client):
    answers = [log_in(client, f"nummer{attempt}@exempel.example", "gissning") for attempt in range(11)]
    assert [answer.status_code for answer in answers] == [200] * 10 + [429]


def test_a_wrong_password_tells_nothing_about_who_has_a_login(client, user):
    known = log_in(client, user.email, "fel").context["form"].non_field_errors()
    unknown = log_in(client, "ingen@exempel.example", "fel").context["form"].non_field_errors()
    assert known == unknown


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_email_verification_sent"])
def test_nobody_signs_up_or_changes_address_on_their_own(client, user, name):
    assert client.get(reverse(name)).status_code == 404
    client.force_login(user)
    assert client.post(reverse(name), {"email": "ny@exempel.example"}).status_code == 404


def test_a_forgotten_password_gets_a_link_that_sets_a_new_one(client, user):
    client.post(reverse("account_reset_password"), {"email": user.email})
    sending.tick()
    assert mail.outbox[0].subject.strip() == "Välj nytt lösenord i Växel"
    link = next(word for word in mail.outbox[0].body.split() if word.startswith("http"))
    form = client.get(link, follow=True)
    new = {"password1": "en ny mening att minnas", "password2": "en ny mening att minnas"}
    client.post(form.redirect_chain[-1][0], new)
    user.refresh_from_db()
    assert user.check_password("en ny mening att minnas")


def test_no_mail_to_whoever_someone_types_nor_to_a_login_without_password(client):
    User.objects.create_user("inbjuden@exempel.example")
    for address in ("okand@exempel.example", "inbjuden@exempel.example"):
        assert client.post(reverse("account_reset_password"), {"email": address}).status_code == 302
    sending.tick()
    assert mail.outbox == []


def test_a_mail_server_that_is_away_is_no_matter_for_who_asks(client, user, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    assert client.post(reverse("account_reset_password"), {"email": user.email}).status_code == 302
    assert Message.objects.get().sent_at is None


def test_once_sent_the_row_keeps_no_way_in(client, user):
    client.post(reverse("account_reset_password"), {"email": user.email})
    waiting = Message.objects.get().text
    sending.tick()
    link = next(word for word in mail.outbox[0].body.split() if word.startswith("http"))
    assert link in waiting
    kept = Message.objects.get()
    assert kept.sent_at
    assert link not in kept.text
    assert "/lank/…" in kept.text


def test_a_post_without_its_token_is_refused(user):
    from django.test import Client

    careful = Client(enforce_csrf_checks=True)
    assert log_in(careful, user.email, PASSWORD).status_code == 403
