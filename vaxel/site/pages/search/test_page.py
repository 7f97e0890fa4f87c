import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from vaxel import search
from vaxel.rounds.conftest import sweden  # noqa: F401 - a fixture
from vaxel.rounds.models import Round

ADDRESS = "/sok/"


def get(text=None, user=None, **asked):
    browser = Client()
    if user:
        browser.force_login(user)
    return browser.get(ADDRESS, asked if text is None else {"q": text, **asked})


def page(*args, **kwargs):
    return get(*args, **kwargs).content.decode()


@pytest.fixture
def two(sweden):  # noqa: F811
    """One that is open to all and one that is not."""
    made = [sweden.round(title=f"Elevhälsa i Dalarna {number}") for number in ("ett", "två")]
    Round.objects.filter(pk=made[0].pk).update(is_public=True)
    search.rebuild()
    return made


def test_anyone_finds_what_is_open_and_learns_nothing_of_the_rest(two):
    shown = page("elevhälsan dalarna")
    assert "En träff på ”elevhälsan dalarna”." in shown
    assert "Dalarna</b> ett" in shown and "</b> två" not in shown


def test_the_sender_finds_both_with_the_words_marked_in_number_and_kind(sweden, two):  # noqa: F811
    shown = page("elevhälsa", sweden.secretary())
    assert "2 träffar på ”elevhälsa”." in shown
    assert f'<a href="/forfragningar/{two[1].pk}/"><b>Elevhälsa</b> i Dalarna två</a>' in shown


def test_every_hit_opens(sweden, two):  # noqa: F811
    for user in (None, sweden.secretary(), sweden.contact()):
        browser = Client()
        if user:
            browser.force_login(user)
        groups = browser.get(ADDRESS, {"q": "dalarna"}).context["groups"]
        assert len(groups) > 1
        for hit in (hit for group in groups for hit in group["hits"]):
            assert browser.get(hit.url).status_code == 200, hit.url


def test_kinds_are_tabs_and_one_of_them_a_list_by_itself(sweden, two):  # noqa: F811
    shown = page("dalarna", sweden.secretary())
    assert 'href="/sok/?q=dalarna&amp;slag=rounds.round"' in shown
    chosen = get("dalarna", sweden.secretary(), slag="rounds.round")
    assert len(chosen.context["hits"]) == 2 and not chosen.context["groups"]
    assert get("dalarna", sweden.secretary(), slag="no.such").status_code == 200


def test_a_long_list_is_paged_and_a_page_beyond_it_is_a_sentence(sweden, two):  # noqa: F811
    for number in range(40):
        sweden.round(title=f"Elevhälsa {number}")
    search.rebuild()
    first = get("elevhälsa", sweden.secretary())
    assert len(first.context["hits"]) == 20 and "1–20 av 42" in first.content.decode()
    assert get("elevhälsa", sweden.secretary(), sida="3").status_code == 200
    for sida, status in (("4", 404), ("9" * 19, 404), ("x", 400)):
        assert get("elevhälsa", sweden.secretary(), sida=sida).status_code == status


def test_the_same_number_of_questions_for_one_hit_and_for_many(sweden, two):  # noqa: F811
    user = sweden.secretary()

    browser = Client()
    browser.force_login(user)

    def asked_for(address=ADDRESS):
        with CaptureQueriesContext(connection) as queries:
            browser.get(address, {"q": "elevhälsa"})
        return len(queries)

    before = asked_for()
    for number in range(30):
        sweden.round(title=f"Elevhälsa {number}")
    search.rebuild()
    reach_of_the_mandates, kinds_number_and_page = 2, 3
    assert asked_for() == before == asked_for("/om/") + reach_of_the_mandates + kinds_number_and_page


@pytest.mark.parametrize("text", ["", " ", "'", '"', "%", "*", "a" * 3000, "å" * 101, "<b>", "🙂", "i och"])
def test_whatever_is_typed_is_a_page(two, text):
    assert get(text).status_code == 200


def test_nothing_found_says_what_may_have_been_meant(two):
    shown = page("elevhäsla")
    assert "Ingen träff på ”elevhäsla”." in shown
    assert 'Menade ni <a href="/sok/?q=Elevh%C3%A4lsa">Elevhälsa</a>?' in shown
    assert "Vart och ett för sig finns" in page("elevhälsa falun")


def test_the_field_stands_on_every_page_but_the_search_page_itself(sweden, two):  # noqa: F811
    browser = Client()
    assert 'action="/sok/"' in browser.get("/").content.decode()
    assert 'id="shell-q"' not in browser.get(ADDRESS).content.decode()


def test_what_is_not_open_yet_is_not_found_by_its_receivers(sweden, two):  # noqa: F811
    tomorrow = dt.date(2126, 1, 1)
    Round.objects.filter(pk=two[0].pk).update(opens=tomorrow)
    assert "Ingen träff" in page("elevhälsa")
    assert "2 träffar" in page("elevhälsa", sweden.secretary())
