"""One line an event; nothing in it that is secret, and nothing that someone sent can pose as a line of ours."""

import logging

import pytest
from django.urls import reverse

from vaxel.accounts.models import User
from vaxel.ui.logging import WithoutRows, WithoutTokens

PASSWORD = "en lugn höstmorgon i Orsa"

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(caplog):
    caplog.set_level(logging.INFO, "vaxel.security")
    return lambda: [record.getMessage() for record in caplog.records if record.name == "vaxel.security"]


@pytest.fixture
def user():
    return User.objects.create_user("lansamordnare@exempel.example", PASSWORD)


def test_a_login_and_how_it_was_made(client, user, said):
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    client.post(reverse("account_logout"))
    assert said() == [
        f"event=logged_in from=127.0.0.1 person={user.pk} by=password",
        f"event=logged_out from=127.0.0.1 person={user.pk}",
    ]


def test_a_failed_login_tells_neither_address_nor_password(client, user, said):
    for _again in range(2):
        client.post(reverse("account_login"), {"login": user.email, "password": "hemligt fel"})
    first, second = said()
    assert first.startswith("event=login_failed from=127.0.0.1 login=")
    assert first == second, "the same login is seen to be the same"
    assert user.email not in first
    assert "hemligt" not in first


def test_a_refusal_says_who_and_which_rule(client, user, said):
    client.force_login(user)
    client.get(reverse("round_new"))
    assert said()[-1].startswith(f"event=refused from=127.0.0.1 person={user.pk} rule=")
    assert "method=GET path=/" in said()[-1]


def test_a_visitor_who_is_asked_to_log_in_is_no_event_but_a_post_is(client, said):
    client.get(reverse("account"))
    assert said() == []
    client.post(reverse("account"))
    assert "person=None" not in said()[0]
    assert said()[0].startswith("event=refused")


def test_a_new_password_is_told(client, user, said):
    client.force_login(user)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    new = "tre grodor seglar mot Visby"
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert f"event=password_changed from=127.0.0.1 person={user.pk}" in said()


def test_what_someone_sent_stays_in_its_line():
    record = logging.LogRecord(
        "x", logging.INFO, "", 0, "Not Found: %s", ("/a\r\n2026 INFO event=logged_in\x1b[0m",), None
    )
    WithoutTokens().filter(record)
    assert record.getMessage() == "Not Found: /a\\r\\n2026 INFO event=logged_in\\x1b[0m"


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Not Found: /api/v1/vaxel_4f1c9a22b7e04d5f8a", "Not Found: /api/v1/…"),
        ("Not Found: /sag-nagot/folj/hemlig/4f1c9a22b7e04d5f8a11/x", "Not Found: /sag-nagot/folj/…/…/x"),
        ("Not Found: /forfragningar/12/1280/granska/", "Not Found: /forfragningar/12/1280/granska/"),
        ("Not Found: /static/ui/vaxel.0123456789ab.css", "Not Found: /static/ui/vaxel.0123456789ab.css"),
        ("Not Found: /medel/overenskommelser/paminnelser/", "Not Found: /medel/overenskommelser/paminnelser/"),
    ],
)
def test_a_long_word_that_names_no_page_is_not_told(line, left):
    record = logging.makeLogRecord({"msg": line})
    WithoutTokens().filter(record)
    assert record.msg == left


def test_a_fault_is_told_without_the_row_that_the_database_refused():
    said = (
        'duplicate key\nDETAIL:  Key (email)=(alva@exempel.example) already exists.\nCONTEXT:  COPY x, line 1: "Alva"'
    )
    told = WithoutRows("%(message)s").formatException((ValueError, ValueError(said), None))
    assert told == "ValueError: duplicate key"
