"""An answer taken back: the words are still in the form, and can be sent again as they are."""

import pytest
from django.test import Client
from django.urls import reverse

from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.domain.state import Outcome, outcome

ANSWERS = {"money": "712 500", "more": "yes", "why": "Sen start", "seen": "{}"}


@pytest.fixture
def kim(sweden):
    client = Client()
    client.force_login(sweden.contact())
    return client


@pytest.fixture
def delivery(sweden):
    return sweden.delivery(sweden.round(), "falun")


def at(delivery, name="delivery"):
    return reverse(name, args=[delivery.round_id, delivery.body_id])


def test_what_was_taken_back_stays_in_the_form_and_is_sent_again_unchanged(kim, delivery):
    kim.post(at(delivery, "delivery_save"), {**ANSWERS, "do": "review"})
    kim.post(at(delivery, "delivery_review"), {"key": "first"})
    kim.post(at(delivery, "delivery_withdraw"), {"key": "back"})
    assert "Sen start" in kim.get(at(delivery)).content.decode()
    response = kim.post(at(delivery, "delivery_save"), {**ANSWERS, "do": "review"})
    assert response["Location"] == at(delivery, "delivery_review")
    kim.post(at(delivery, "delivery_review"), {"key": "second"})
    delivery.refresh_from_db()
    assert outcome(delivery.state) == Outcome.ANSWERED
    assert delivery.answers.get(status=AnswerStatus.SUBMITTED).values["why"] == "Sen start"


def test_an_empty_form_saved_begins_nothing(kim, delivery):
    kim.post(at(delivery, "delivery_save"), {"seen": "{}"})
    assert not delivery.answers.exists()


def test_the_page_read_through_sends_what_it_showed_and_nothing_newer(kim, delivery, sweden):
    kim.post(at(delivery, "delivery_save"), {**ANSWERS, "do": "review"})
    read = delivery.answers.get().version
    assert f'name="version" value="{read}"' in kim.get(at(delivery, "delivery_review")).content.decode()
    delivery.answers.update(revision=7)  # a colleague wrote on
    response = kim.post(at(delivery, "delivery_review"), {"key": "one", "version": read})
    assert (response.status_code, "har ändrats" in response.content.decode()) == (409, True)
    delivery.refresh_from_db()
    assert outcome(delivery.state) == Outcome.SENT
    kim.post(at(delivery, "delivery_review"), {"key": "two", "version": delivery.answers.get().version})
    delivery.refresh_from_db()
    assert outcome(delivery.state) == Outcome.ANSWERED
