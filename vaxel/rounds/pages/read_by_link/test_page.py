"""The link in the mail: questions, documents and files before login; it reads and never writes."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from vaxel import files
from vaxel.network.actor import SYSTEM
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.links import token_of
from vaxel.rounds.models import Receipt


@pytest.fixture
def delivery(sweden):
    return sweden.delivery(sweden.round(text="Läs **först**."), "falun")


def get(name, *args):
    return Client().get(reverse(name, args=args))


def test_the_questions_are_read_without_login_and_nothing_is_written(delivery):
    answer = get("delivery_link", token_of(delivery))
    page = answer.content.decode()
    assert answer.status_code == 200
    for words in (
        "Från Nationella kansliet",
        "till Falu kommun",
        "Hur mycket användes",
        "Logga in för att svara",
        "<strong>först</strong>",
    ):
        assert words in page
    assert "Besvaras bara om svaret på fråga 2" in page
    assert not Receipt.objects.exists()


def test_the_address_is_kept_from_others(delivery):
    answer = get("delivery_link", token_of(delivery))
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer["X-Robots-Tag"]


@pytest.mark.parametrize(("extension", "begins"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_the_questions_as_a_file(delivery, extension, begins):
    answer = get("delivery_link_questions", token_of(delivery), extension)
    assert answer.content.startswith(begins)
    assert "attachment" in answer["Content-Disposition"]


def test_another_format_does_not_exist(delivery):
    assert get("delivery_link_questions", token_of(delivery), "exe").status_code == 404


def test_documents_of_this_round_alone(sweden, delivery):
    own = files.attach_bytes(
        "Brev.txt", b"Hej", owner_type="rounds.round", owner_id=delivery.round_id, by=SYSTEM, kind="document"
    )
    other = files.attach_bytes(
        "Annat.txt", b"Nej", owner_type="rounds.round", owner_id=sweden.round("mora").pk, by=SYSTEM, kind="document"
    )
    token = token_of(delivery)
    assert "Brev.txt" in get("delivery_link", token).content.decode()
    assert get("delivery_link_document", token, own.public_id).content == b"Hej"
    assert get("delivery_link_document", token, other.public_id).status_code == 404


@pytest.mark.parametrize("token", ["x", "WzEsMV0:1abc:forfalskad", "a" * 500])
def test_a_link_that_is_not_ours_says_what_to_do(db, token):
    answer = get("delivery_link", token)
    assert answer.status_code == 410
    assert "Logga in i Växel" in answer.content.decode()


def test_an_expired_link_says_what_to_do(delivery):
    token = token_of(delivery)
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=400), tick=True):
        assert get("delivery_link", token).status_code == 410


def test_a_recalled_round_is_gone(delivery):
    delivery.round.state = RoundState.RECALLED
    delivery.round.save()
    assert get("delivery_link", token_of(delivery)).status_code == 410


def test_a_closed_round_is_still_read(delivery):
    delivery.round.state = RoundState.CLOSED
    delivery.round.save()
    page = get("delivery_link", token_of(delivery)).content.decode()
    assert "stängd" in page
    assert "Logga in för att svara" not in page


def test_a_post_is_no_way_in(delivery):
    assert Client().post(reverse("delivery_link", args=[token_of(delivery)])).status_code == 405
