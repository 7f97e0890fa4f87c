"""A login that nobody uses ends; one where two steps are demanded opens nothing before the second."""

import datetime as dt

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.urls import reverse

from vaxel.accounts.models import User
from vaxel.accounts.sessions import EXACT_TO, SEEN

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return User.objects.create_user("lansamordnare@exempel.example", "en lugn höstmorgon i Orsa")


def _visit(client, minutes):
    with time_machine.travel(NOON + dt.timedelta(minutes=minutes), tick=False):
        answer = client.get(reverse("account"))
        answer.seen = client.session.get(SEEN)
        return answer


@pytest.fixture
def at_noon(client, user):
    with time_machine.travel(NOON, tick=False):
        client.force_login(user)
    return client


def test_one_who_works_is_never_idle(at_noon):
    assert [_visit(at_noon, minutes).status_code for minutes in (200, 430, 660)] == [200, 200, 200]


def test_one_who_was_away_logs_in_again_and_comes_back(at_noon):
    away = _visit(at_noon, 241)
    assert away["Location"] == f"{reverse('account_login')}?next={reverse('account')}"
    assert away["Clear-Site-Data"] == '"cache", "storage"'
    said = at_noon.get(away["Location"]).content.decode()
    assert "varit borta så länge" in said


def test_the_session_is_not_written_at_every_page(at_noon):
    seen = [_visit(at_noon, minutes).seen - int(NOON.timestamp()) for minutes in (1, 2, 6, 7)]
    assert seen == [0, 0, 360, 360]
    assert EXACT_TO == 300


def test_a_logout_clears_what_the_browser_kept(at_noon):
    with time_machine.travel(NOON, tick=False):
        assert "Clear-Site-Data" in at_noon.post(reverse("account_logout"))
        assert "Clear-Site-Data" not in at_noon.get(reverse("start"))


@pytest.fixture
def demanded(settings, client, user):
    settings.SECOND_STEP_REQUIRED = True
    client.force_login(user)
    return client


@pytest.mark.parametrize("name", ["account", "inbox", "start"])
def test_without_a_second_step_nothing_opens_but_the_choice_of_one(demanded, name):
    assert demanded.get(reverse(name))["Location"] == reverse("mfa_index")
    assert "krävs inloggning i två steg" in demanded.get(reverse("mfa_index")).content.decode()


@pytest.mark.parametrize("name", ["account_logout", "accessibility"])
def test_the_ways_out_stay_open(demanded, name):
    assert demanded.get(reverse(name)).status_code in {200, 302}
    assert demanded.get(reverse(name)).get("Location") != reverse("mfa_index")


def test_with_one_all_opens(demanded, user):
    Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})
    assert demanded.get(reverse("account")).status_code == 200


def test_a_visitor_and_the_example_are_not_asked(settings, client, user):
    settings.SECOND_STEP_REQUIRED = True
    assert client.get(reverse("start")).status_code == 200
    User.objects.filter(pk=user.pk).update(is_example=True)
    user.refresh_from_db()
    client.force_login(user)
    assert client.get(reverse("account")).status_code == 200


def test_no_page_of_who_is_logged_in_is_kept_by_the_browser(at_noon):
    with time_machine.travel(NOON, tick=False):
        for address in (reverse("account"), "/finns-inte/", reverse("about")):
            assert at_noon.get(address)["Cache-Control"] == "private, no-store"
        assert at_noon.post(reverse("account_logout"))["Cache-Control"] == "private, no-store"
        assert "no-store" not in at_noon.get(reverse("about")).get("Cache-Control", "")
