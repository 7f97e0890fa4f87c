"""Er belastning: who reads it, what it says, and that it costs the same however much there is."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from vaxel.calendar.clock import today
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import Round
from vaxel.rounds.pages.delivery.test_page import browser, text


def address(sweden, key="falun", query=""):
    return reverse("body_load", args=[sweden.bodies[key].pk]) + query


def test_it_opens_with_how_much_is_due_and_names_each_round(sweden):
    asked = sweden.round(title="Enkät om samverkan", minutes=90)
    page = text(browser(sweden.contact()).get(address(sweden)))
    assert "Ett svar ska in de närmaste åtta veckorna: omkring 1,5 timmar." in page
    assert f'href="/forfragningar/{asked.pk}/{sweden.bodies["falun"].pk}/"' in page
    assert "Nationella kansliet" in page


def test_what_is_said_is_no_load_ahead_and_stays_in_the_year(sweden):
    asked = sweden.round(title="Enkät om samverkan", due=today())
    sweden.answer(asked, "falun", {"money": 1})
    page = text(browser(sweden.contact()).get(address(sweden)))
    assert "Inga svar ska in de närmaste åtta veckorna." in page
    assert page.count("Enkät om samverkan") == 1
    assert "klar" in page


def test_the_county_reads_it_and_a_neighbour_does_not(sweden):
    sweden.round()
    assert browser(sweden.coordinator()).get(address(sweden)).status_code == 200
    assert browser(sweden.contact("mora")).get(address(sweden)).status_code == 404


@pytest.mark.parametrize("query", ["?ar=1999", "?ar=x", "?ar=²", "?ar=99999999999999999999"])
def test_a_year_without_anything_is_a_sentence(sweden, query):
    assert browser(sweden.contact()).get(address(sweden, query=query)).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_same_queries_however_many(sweden, number):
    client = browser(sweden.contact())
    for _one in range(number):
        sweden.round()
    Round.objects.filter(pk=sweden.round(due=today() - dt.timedelta(days=400)).pk).update(state=RoundState.CLOSED)
    client.get(address(sweden))
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address(sweden)).status_code == 200
    assert len(seen) == 13
