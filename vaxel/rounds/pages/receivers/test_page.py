import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from vaxel.calendar.clock import now
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.state import Outcome
from vaxel.rounds.models import Delivery
from vaxel.rounds.tests.browsing import browser, text_of


@pytest.fixture
def asked(sweden):
    asked = sweden.round()
    for key, days in (("falun", 2), ("mora", 9)):
        Delivery.objects.filter(round=asked, body=sweden.bodies[key]).update(
            state=Outcome.ANSWERED, received_at=now() - dt.timedelta(days=days), answered_at=now()
        )
    return asked


@pytest.fixture
def address(asked):
    return reverse("round_receivers", args=[asked.pk])


def test_how_long_each_took_the_longest_first(sweden, address):
    page = text_of(browser(sweden.secretary()).get(address, {"ordning": "tid"}))
    assert page.index("Mora kommun") < page.index("Falu kommun") < page.index("Orsa kommun")
    assert ">9</td>" in page


@pytest.mark.parametrize(("days", "words"), [(1, "inom 1 dag;"), (4, "inom 4 dagar;")])
def test_how_soon_half_of_them_answered(sweden, asked, address, days, words):
    asked.deliveries.filter(state=Outcome.ANSWERED).update(answered_at=asked.sent_at + dt.timedelta(days=days))
    assert words in text_of(browser(sweden.secretary()).get(address))


def test_those_who_have_not_answered(sweden, address):
    page = text_of(browser(sweden.secretary()).get(address, {"lage": "vantar"}))
    assert "Orsa kommun" in page
    assert "Falu kommun" not in page


def test_names_are_for_the_sender_and_the_own_county(sweden, address):
    page = text_of(browser(sweden.coordinator()).get(address))
    assert "Orsa kommun" in page
    assert "Solna" not in page
    page = text_of(browser(sweden.contact("solna")).get(address))
    assert "Orsa" not in page
    assert "Falu" not in page


def test_as_many_queries_for_one_as_for_many(sweden):
    small, noa = sweden.round("falun"), browser(sweden.secretary())
    for number in range(30):
        sweden.body(f"m{number}", Kind.MUNICIPALITY, f"Kommun{number}", f"9{number:03}", "dalarna", "mellan", "nation")
    large = sweden.round("falun", *(f"m{number}" for number in range(30)))
    assert queries(noa, large) == queries(noa, small)


def queries(client, round):
    address = reverse("round_receivers", args=[round.pk])
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        client.get(address)
    return len(caught)
