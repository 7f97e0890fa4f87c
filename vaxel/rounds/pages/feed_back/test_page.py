"""Closing, feeding back, and what the receiver then meets."""

import pytest
from django.urls import reverse

from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import UnfoldedMark
from vaxel.rounds.tests.browsing import browser, text_of


@pytest.fixture
def noa(sweden):
    return browser(sweden.secretary())


@pytest.fixture
def asked(sweden):
    asked = sweden.round()
    for place, (key, money) in enumerate((("falun", 71_250_000), ("mora", 20_000_000), ("orsa", 10_000_000))):
        sweden.answer(asked, key, {"money": money, "more": "no"})
        UnfoldedMark.objects.create(round_id=asked.pk, position=place)
    return asked


def test_an_open_round_is_closed_first_and_that_is_said_plainly(noa, asked):
    response = noa.get(reverse("round_feed_back", args=[asked.pk]))
    assert response["Location"] == reverse("round_close", args=[asked.pk])
    page = text_of(noa.get(response["Location"]))
    assert "Stäng redovisningen?" in page
    assert "En har inte svarat än och kan inte svara sedan." in page
    onward = noa.post(response["Location"])
    assert onward["Location"] == reverse("round_feed_back", args=[asked.pk])
    asked.refresh_from_db()
    assert asked.state == RoundState.CLOSED


@pytest.fixture
def closed(noa, asked):
    noa.post(reverse("round_close", args=[asked.pk]))
    return asked


def test_it_is_written_beside_the_compilation_and_seen_before_it_leaves(noa, closed):
    address = reverse("round_feed_back", args=[closed.pk])
    assert "1 012 500" in text_of(noa.get(address)).replace("\xa0", " ")
    page = text_of(noa.post(address, {"text": "Vi **höjer** taket.", "act": "preview"}))
    assert "<strong>höjer</strong>" in page
    closed.refresh_from_db()
    assert closed.state == RoundState.CLOSED
    noa.post(address, {"text": "Vi **höjer** taket.", "act": "send"})
    closed.refresh_from_db()
    assert closed.state == RoundState.FED_BACK


def test_nothing_written_is_no_feedback(noa, closed):
    response = noa.post(reverse("round_feed_back", args=[closed.pk]), {"text": " ", "act": "send"})
    assert response.status_code == 422
    assert "Skriv vad ni gjorde med svaren." in text_of(response)


@pytest.fixture
def fed_back(noa, closed):
    noa.post(reverse("round_feed_back", args=[closed.pk]), {"text": "Vi höjer taket.", "act": "send"})
    return closed


def test_every_receiver_reads_it_and_sees_its_own_part_beside_the_whole(sweden, fed_back):
    falun = browser(sweden.contact())
    assert "Vi höjer taket." in text_of(falun.get(reverse("round", args=[fed_back.pk])))
    own = reverse("round_own_feedback", args=[fed_back.pk, sweden.bodies["falun"].pk])
    page = text_of(falun.get(own)).replace("\xa0", " ")
    assert "Falu kommun bredvid länet och landet" in page
    assert "712 500 kr" in page
    assert "median 200 000 kr" in page


def test_one_receivers_own_part_is_not_anothers(sweden, fed_back):
    own = reverse("round_own_feedback", args=[fed_back.pk, sweden.bodies["falun"].pk])
    assert browser(sweden.contact("mora")).get(own).status_code == 404


def test_the_sender_alone_closes_and_feeds_back(sweden, asked):
    for name in ("round_close", "round_feed_back"):
        assert browser(sweden.coordinator()).post(reverse(name, args=[asked.pk])).status_code == 404
