"""One workbook for a whole county: a column per body, drafts made ready, the bodies' own drafts left alone."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from vaxel.rounds.domain.state import Outcome, outcome
from vaxel.rounds.models import Answer, Delivery, Receipt
from vaxel.rounds.pages.delivery.test_page import browser, text
from vaxel.rounds.pages.workbook.test_page import plain, upload


@pytest.fixture
def round(sweden):
    return sweden.round()


@pytest.fixture
def sam(sweden):
    return browser(sweden.coordinator())


def at(round, name="round_workbook", *more):
    return reverse(name, args=[round.pk, *more])


def fetched(client, round):
    answer = client.get(at(round, "round_workbook_file"))
    assert answer.status_code == 200
    return load_workbook(io.BytesIO(answer.content))


def previewed(client, round, **cells):
    opened = fetched(client, round)
    for address, value in cells.items():
        opened["Svar"][address] = value
    answer = client.post(at(round), {"file": upload(opened)})
    return answer["Location"], client.get(answer["Location"])


def test_a_column_for_each_that_has_not_answered(sweden, round, sam):
    sweden.answer(round, "orsa", {"money": 100})
    heads = [cell.value for cell in fetched(sam, round)["Svar"][2]]
    assert heads[4:] == ["Falu kommun", "Mora kommun"]


def test_drafts_are_made_ready_and_nothing_is_sent(sweden, round, sam):
    address, page = previewed(sam, round, E4="100", F4="mycket", G4="300", G5="Nej")
    for words in ("Tre svar tas in", "Falu kommun", "Mora kommun", "är inget belopp"):
        assert words in plain(page)
    sam.post(address, {"seen": page.context["seen"]})
    made = {answer.delivery.body_id: answer for answer in Answer.objects.select_related("delivery")}
    falun, orsa = (made[sweden.bodies[key].pk] for key in ("falun", "orsa"))
    assert (falun.values, falun.on_behalf) == ({"money": 10_000}, True)
    assert orsa.values == {"money": 30_000, "more": "no"}
    assert not Receipt.objects.exists()


def test_what_a_body_has_begun_itself_is_left_alone(sweden, round, sam):
    address, _page = previewed(sam, round, E4="100", F4="200")
    falun = sweden.delivery(round, "falun")
    kim = browser(sweden.contact())
    kim.post(reverse("delivery_save", args=[round.pk, falun.body_id]), {"money": "7", "seen": "{}"})
    page = sam.get(address)
    assert "Falu kommun: De har själva börjat skriva" in text(page)
    sam.post(address, {"seen": page.context["seen"]})
    assert Answer.objects.get(delivery=falun).values == {"money": 700}
    assert Answer.objects.get(delivery=sweden.delivery(round, "mora")).values == {"money": 20_000}


def test_one_that_has_answered_since_is_told(sweden, round, sam):
    address, _page = previewed(sam, round, E4="100")
    sweden.answer(round, "falun", {"money": 100})
    assert "har redan svarat själv" in text(sam.get(address))


def test_the_body_takes_it_over_and_it_is_then_its_own(sweden, round, sam):
    address, page = previewed(sam, round, E4="100")
    sam.post(address, {"seen": page.context["seen"]})
    falun, kim = sweden.delivery(round, "falun"), browser(sweden.contact())
    part = [round.pk, falun.body_id]
    assert "Svaret är förberett åt er" in text(kim.get(reverse("delivery", args=part)))
    kim.post(reverse("delivery_save", args=part), {"more": "no", "money": "100", "seen": "{}"})
    kim.post(reverse("delivery_review", args=part), {"key": "k"})
    answer = Answer.objects.get(delivery=falun, status="submitted")
    assert (answer.on_behalf, answer.values) == (False, {"money": 10_000, "more": "no"})


def test_registering_begins_with_what_was_made_ready(sweden, round, sam):
    from vaxel.rounds.pages.register_answer.test_page import source

    address, page = previewed(sam, round, E4="100")
    sam.post(address, {"seen": page.context["seen"]})
    falun = sweden.delivery(round, "falun")
    register = reverse("delivery_register", args=[round.pk, falun.body_id])
    assert 'value="100"' in text(sam.get(register))
    sam.post(register, {"money": "100", "source": source(), "key": "r"})
    assert outcome(Delivery.objects.get(pk=falun.pk).state) == Outcome.ANSWERED
    assert Answer.objects.get(delivery=falun).status == "submitted"


def test_only_for_ones_own_and_only_ones_own_previews(sweden, round, sam):
    address, _page = previewed(sam, round, E4="100")
    colleague = browser(sweden.person("dalarna", "coordinator", "Bo"))
    assert colleague.get(address).status_code == 404
    assert browser(sweden.coordinator("stockholm")).get(address).status_code == 404
    assert browser(sweden.contact()).get(at(round)).status_code == 404


@pytest.mark.parametrize("keys", [("falun",), ("falun", "mora", "orsa")])
def test_as_many_queries_however_many_bodies(sweden, sam, keys, django_assert_num_queries):
    asked = sweden.round(*keys)
    cells = dict(zip(("E4", "F4", "G4"), ("1", "2", "3"), strict=False))
    address, _page = previewed(sam, asked, **{place: cells[place] for place in list(cells)[: len(keys)]})
    with django_assert_num_queries(14):
        sam.get(address)
    with django_assert_num_queries(10):
        sam.get(at(asked, "round_workbook_file"))
