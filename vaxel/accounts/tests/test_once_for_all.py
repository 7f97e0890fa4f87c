"""A page for anyone is made once: never for who has logged in, never past an act, and never with somebody's token."""

import re
import time
from types import SimpleNamespace

import pytest
from django.test import Client

from vaxel import journal
from vaxel.accounts import once_for_all

pytestmark = pytest.mark.django_db
PATH = "/lattlast/"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]*)"')


@pytest.fixture(autouse=True)
def keeps(settings):
    settings.ONCE_FOR_ALL_SECONDS = 10
    once_for_all._kept.clear()
    yield
    once_for_all._kept.clear()


def test_the_second_costs_one_question(django_assert_num_queries):
    first = Client().get(PATH)
    with django_assert_num_queries(1):
        second = Client().get(PATH)
    assert TOKEN.sub("", second.text) == TOKEN.sub("", first.text)
    assert second["Content-Type"] == first["Content-Type"]


def test_each_browser_has_its_own_token_and_may_use_it():
    browsers = [Client(enforce_csrf_checks=True) for _ in range(2)]
    tokens = [TOKEN.search(browser.get(PATH).text).group(1) for browser in browsers]
    assert tokens[0] != tokens[1]
    for browser, token in zip(browsers, tokens, strict=True):
        form = {"language": "en", "next": PATH, "csrfmiddlewaretoken": token}
        assert browser.post("/konto/sprak/", form).status_code == 302
    other = {"language": "en", "csrfmiddlewaretoken": tokens[0]}
    assert browsers[1].post("/konto/sprak/", other).status_code == 403


def test_an_act_is_seen_at_once():
    Client().get(PATH)
    journal.record("accounts.invite", by=SimpleNamespace(person_id=None, mandate_id=None), facts={})
    Client().get(PATH)
    assert len(once_for_all._kept) == 2


def test_it_grows_old(settings, monkeypatch):
    settings.ONCE_FOR_ALL_SECONDS = 0.001
    Client().get(PATH)
    (first,) = once_for_all._kept.values()
    time.sleep(0.002)
    Client().get(PATH)
    (second,) = once_for_all._kept.values()
    assert second.until > first.until


@pytest.mark.parametrize("path", [f"{PATH}?q=1"])
def test_a_question_in_the_address_is_answered(path):
    Client().get(path)
    assert not once_for_all._kept


def test_whoever_is_logged_in_has_a_page_of_their_own(django_user_model):
    kept = Client().get(PATH)
    own = Client()
    own.force_login(django_user_model.objects.create(email="kim@falun.example"))
    assert "/konto/ut/" in own.get(PATH).text or "logga" in own.get(PATH).text.lower()
    assert len(once_for_all._kept) == 1
    assert TOKEN.sub("", Client().get(PATH).text) == TOKEN.sub("", kept.text)


def test_another_language_is_another_page():
    swedish, english = Client().get(PATH), Client(headers={"cookie": "django_language=en"}).get(PATH)
    assert (swedish["Content-Language"], english["Content-Language"]) == ("sv", "en")
    assert 'lang="sv"' in swedish.text
    assert 'lang="en"' in english.text


def test_a_message_is_nobody_elses():
    Client(headers={"cookie": "messages=x"}).get(PATH)
    assert not once_for_all._kept


def test_what_is_not_there_is_not_kept():
    assert Client().get("/min-kommun/9999999/").status_code == 404
    assert not once_for_all._kept


def test_never_more_than_so_many(monkeypatch):
    monkeypatch.setattr(once_for_all, "MOST", 2)
    for path in (PATH, "/oppna-data/", "/min-kommun/"):
        Client().get(path)
    assert len(once_for_all._kept) == 2
