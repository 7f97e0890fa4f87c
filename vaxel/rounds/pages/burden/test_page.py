"""The nation's burden as anyone meets it."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from vaxel.calendar.clock import now
from vaxel.rounds.models import Round
from vaxel.rounds.pages.delivery.test_page import text
from vaxel.rounds.queries import total_burden

ADDRESS = "/forfragningar/belastning/"


@pytest.fixture(autouse=True)
def nothing_held(sweden):
    total_burden._held.clear()


def test_anyone_reads_what_the_municipalities_have_been_asked(sweden, client):
    sweden.round(minutes=90, audience={"kinds": ["municipality"]})
    sweden.round(minutes=None, audience={"kinds": ["municipality"]})
    page = text(client.get(ADDRESS))
    assert "Kommunerna har hittills i år fått två förfrågningar, i snitt 1,5 timmar per kommun." in page
    assert "En av årets förfrågningar anger ingen tid" in page
    assert "Redovisning av 2026" not in page  # no round is named


def test_an_earlier_year_and_none_at_all(sweden, client):
    assert "Kommunerna har inte fått någon förfrågan i år." in text(client.get(ADDRESS))
    asked = sweden.round(minutes=30)
    before = now() - dt.timedelta(days=400)
    Round.objects.filter(pk=asked.pk).update(sent_at=before)
    page = text(client.get(f"{ADDRESS}?ar={before.year}"))
    assert f"Kommunerna fick en förfrågan {before.year}, i snitt 30 minuter per kommun." in page
    assert client.get(f"{ADDRESS}?ar=1901").status_code == 404


def test_every_year_as_csv(sweden, client):
    sweden.round(minutes=90)
    lines = client.get("/forfragningar/belastning.csv").content.decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert "Nationell nivå" in lines[1]
    assert "360" in lines[1]  # four municipalities, 90 minutes each


@pytest.mark.parametrize("number", [1, 3])
def test_the_same_queries_however_many(sweden, number):
    for _one in range(number):
        sweden.round()
    client = Client()
    client.get(ADDRESS)
    with CaptureQueriesContext(connection) as seen:
        client.get(ADDRESS)
    assert len(seen) == 3
