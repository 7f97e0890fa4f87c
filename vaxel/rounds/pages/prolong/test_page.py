import datetime as dt

import pytest
from django.urls import reverse

from vaxel.calendar.clock import today
from vaxel.rounds.models import Delivery
from vaxel.rounds.tests.browsing import browser, text_of


@pytest.fixture
def asked(sweden):
    return sweden.round()


@pytest.fixture
def address(asked):
    return reverse("round_prolong", args=[asked.pk])


@pytest.fixture
def noa(sweden):
    return browser(sweden.secretary())


def test_for_all(noa, asked, address):
    new = asked.due + dt.timedelta(days=7)
    page = text_of(noa.post(address, {"due": new.isoformat(), "whom": "all"}, follow=True))
    assert "Svarstiden är förlängd till" in page
    asked.refresh_from_db()
    assert asked.due == new


def test_for_one_alone(noa, sweden, asked, address):
    new, orsa = asked.due + dt.timedelta(days=7), sweden.bodies["orsa"].pk
    noa.post(address, {"due": new.isoformat(), "whom": "some", "bodies": [orsa]})
    assert sweden.delivery(asked, "orsa").due == new
    assert Delivery.objects.exclude(due=None).count() == 1
    asked.refresh_from_db()
    assert asked.due < new


@pytest.mark.parametrize(
    ("days", "whom", "sentence"),
    [
        (-1, "all", "Svarstiden kan bara förlängas."),
        (7, "some", "Välj minst en mottagare"),
        (None, "all", "Välj en dag."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_moves(noa, asked, address, days, whom, sentence):
    due = "" if days is None else (asked.due + dt.timedelta(days=days)).isoformat()
    response = noa.post(address, {"due": due, "whom": whom})
    assert response.status_code == 422
    assert sentence in text_of(response)
    before = asked.due
    asked.refresh_from_db()
    assert asked.due == before


def test_a_day_picked_in_the_calendar_prolongs_nothing_yet(noa, asked, address):
    picked = asked.due + dt.timedelta(days=5)
    response = noa.post(address, {"pick_due": picked.isoformat(), "whom": "all"})
    assert f'value="{picked}"' in text_of(response)
    before = asked.due
    asked.refresh_from_db()
    assert asked.due == before
    part = noa.post(address, {"pick_due": picked.isoformat(), "whom": "all"}, headers={"HX-Request": "true"})
    assert text_of(part).strip().startswith('<div id="due"')


def test_the_link_beside_a_name_has_chosen_it(noa, sweden, address):
    page = text_of(noa.get(address, {"mottagare": sweden.bodies["orsa"].pk}))
    assert f'value="{sweden.bodies["orsa"].pk}"' in page
    assert page.count("checked") == 2  # "bara dem jag väljer" and Orsa


def test_the_sender_alone_prolongs(sweden, address):
    assert browser(sweden.coordinator()).get(address).status_code == 404


def test_days_up_to_the_one_that_holds_are_no_choice(noa, asked, address):
    assert f'value="{asked.due}"' not in text_of(noa.get(address))
    assert today() < asked.due


def test_a_day_at_the_end_of_the_calendar_is_a_sentence(noa, asked, address):
    response = noa.post(address, {"due": "9999-12-31", "whom": "all"})
    assert response.status_code == 422
    assert "fem år bort" in text_of(response)
    asked.refresh_from_db()
    assert asked.due.year < 9999
