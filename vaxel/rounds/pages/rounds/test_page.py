"""The list: one's own and what has come, the same number of queries however many, teaching when empty."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.domain.state import Flag, Outcome
from vaxel.rounds.models import Delivery, UnfoldedMark
from vaxel.rounds.tests.browsing import browser, text_of

LIST = "/forfragningar/"


@pytest.fixture
def noa(sweden):
    return browser(sweden.secretary())


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


@pytest.mark.parametrize("who", ["secretary", "contact", "coordinator"])
def test_as_many_queries_for_one_row_as_for_thirty(sweden, who):
    client = browser(getattr(sweden, who)())
    sweden.round()
    one = queries(client, LIST)
    for number in range(29):
        mark(sweden.round(title=f"Fråga {number}"))
    assert queries(client, LIST) == one


def mark(round):
    """An answer that no fold has taken yet."""
    delivery = Delivery.objects.filter(round=round).first()
    Delivery.objects.filter(pk=delivery.pk).update(state=Outcome.ANSWERED)
    UnfoldedMark.objects.create(round_id=round.pk, position=delivery.position)


def test_the_sender_sees_how_many_have_answered_and_the_county_its_own_part(sweden, noa):
    mark(sweden.round())
    assert '<b>1</b> <span class="soft">av 4' in text_of(noa.get(LIST))
    assert '<b>1</b> <span class="soft">av 3 i er del' in text_of(browser(sweden.coordinator()).get(LIST))


def test_what_one_owes_stands_out(sweden):
    sweden.round()
    page = text_of(browser(sweden.contact()).get(LIST))
    assert 'class="owed"' in page
    assert "En förfrågan är ute hos er." in page


def test_it_is_chosen_by_state_and_kind(sweden, noa):
    sweden.round(title="Är i gång")
    sweden.round(title="Är slut", state=RoundState.CLOSED, kind=RoundKind.SURVEY)
    page = text_of(noa.get(LIST + "?lage=closed"))
    assert "Är slut" in page
    assert 'name="lage"' in page
    assert "Är i gång" not in page
    assert "Är slut" not in text_of(noa.get(LIST + "?slag=account"))
    nothing = text_of(noa.get(LIST + "?slag=mailing"))
    assert "Ingen förfrågan stämmer" in nothing
    assert 'name="lage"' in nothing
    assert noa.get(LIST + "?slag=osv&lage=nej").status_code == 200


def test_an_empty_list_teaches_each_in_his_own_way(sweden, noa):
    page = text_of(noa.get(LIST))
    assert "Börja med att säga vad ni vill veta" in page
    assert 'name="lage"' not in page  # there is nothing to choose among
    assert "Inget har kommit till er än" in text_of(browser(sweden.contact()).get(LIST))


@pytest.mark.parametrize(("page", "status"), [("1", 200), ("2", 404), ("1" + "0" * 18, 404), ("-1", 400), ("x", 400)])
def test_a_page_that_is_not_is_a_sentence(sweden, noa, page, status):
    sweden.round()
    assert noa.get(LIST, {"sida": page}).status_code == status


def test_who_is_not_signed_in_is_asked_to(db):
    assert Client().get(LIST).status_code == 302


def test_whoever_is_here_already_is_not_asked_to_sign_in_where_nothing_is(noa):
    assert "byt uppdrag" in text_of(noa.get("/finns-inte/"))
    assert "logga in" in Client(headers={"accept-language": "sv"}).get("/finns-inte/").content.decode()


def test_a_round_of_others_is_not_there(sweden):
    sweden.round("falun", "mora")
    assert reverse("round", args=[1]) not in text_of(browser(sweden.contact("solna")).get(LIST))


def test_a_mailing_that_is_confirmed_is_no_debt_and_a_completion_is_one(sweden):
    mailing, asked = sweden.round(kind=RoundKind.MAILING), sweden.round()
    for round, state in ((mailing, Outcome.RECEIVED), (asked, Outcome.ANSWERED)):
        Delivery.objects.filter(round=round, body=sweden.bodies["falun"]).update(state=state)
    assert 'class="owed"' not in text_of(browser(sweden.contact()).get(LIST))
    Delivery.objects.filter(round=asked).update(state=Outcome.ANSWERED | Flag.COMPLETION_REQUESTED)
    assert text_of(browser(sweden.contact()).get(LIST)).count('class="owed"') == 1
