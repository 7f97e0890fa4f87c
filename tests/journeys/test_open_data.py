"""What anyone reads without a login: open data with a catalogue that a DCAT library reads, and no small numbers in it."""

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse
from rdflib import DCAT, DCTERMS, Graph

from vaxel.calendar import clock
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.commands import answers, rounds
from vaxel.rounds.queries.heard import heard
from vaxel.rounds.queries.said import said_by, told
from vaxel.rounds.tests.world import body, make_world, tie


@pytest.fixture
def world(db):
    return make_world()


def answer(world, round, one, number, plan="ja"):
    by = world.actor(one)
    delivery = world.delivery(round, one)
    answers.save_draft(delivery, {"q1": number, "q2": plan, "q3": "Något privat."}, by=by)
    answers.submit(delivery, by=by, key=world.key(), received_at=clock.now())


@pytest.fixture
def ended(world):
    """Public, to all municipalities; four answer, one of them alone in choosing no."""
    round = world.sent(is_public=True, title="Öppen fråga")
    for number, one in enumerate((world.falun, world.mora, world.varberg), 1):
        answer(world, round, one, number)
    answer(world, round, world.laholm, 10, "nej")
    rounds.close(round, by=world.secretary)
    return round


def rows(round):
    text = Client().get(reverse("open_data_file", args=[round.pk, "csv"])).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_figures_as_they_are_and_small_ones_held_back(ended):
    found = {(row["part"], row["question"], row["measure"]): row["value"] for row in rows(ended)}
    assert found["Sverige", "", "answered"] == "4"
    assert found["Sverige", "Hur många har fått stöd?", "total"] == "16"
    assert found["Sverige", "Finns en plan?: Nej", "chosen"] == ""
    assert found["Sverige", "Finns en plan?: Ja", "chosen"] == "", "else the one no is the total less the yes"
    assert {value for (part, *_), value in found.items() if part == "Gotlands län"} == {""}


def test_nobodys_words_and_nobodys_name_are_in_it(world, ended):
    text = Client().get(reverse("open_data_file", args=[ended.pk, "json"])).content.decode()
    assert "privat" not in text
    assert "Mora" not in text


def test_what_is_not_public_or_not_ended_is_not_there(world):
    hidden = world.sent(title="Inte öppen")
    running = world.sent(is_public=True)
    rounds.close(hidden, by=world.secretary)
    for one in (hidden, running):
        assert Client().get(reverse("open_data_file", args=[one.pk, "csv"])).status_code == 404


def test_a_dcat_library_reads_the_catalogue(ended):
    answer = Client().get(reverse("open_data_catalogue"))
    graph = Graph().parse(data=answer.content.decode(), format="json-ld")
    (catalogue,) = graph.subjects(predicate=DCAT.dataset, unique=True)
    titles = {
        str(title) for one in graph.objects(catalogue, DCAT.dataset) for title in graph.objects(one, DCTERMS.title)
    }
    assert "Öppen fråga" in titles
    addresses = {str(url) for url in graph.objects(predicate=DCAT.downloadURL)}
    assert len(addresses) == 3
    for address in addresses:
        assert Client().get("/" + address.split("/", 3)[3]).status_code == 200


def test_in_my_municipality(world, ended):
    rounds.feed_back(ended, "Vi ändrade vägledningen.", by=world.secretary)
    found = Client().get(reverse("find_municipality"), {"q": "2062"}, follow=True)
    assert found.redirect_chain == [(reverse("municipality", args=[world.mora.pk]), 302)]
    text = found.content.decode()
    assert "Vi ändrade vägledningen." in text
    assert "har inte svarat" not in text.replace("Vem som inte har svarat står inte någonstans.", "")
    assert Client().get(reverse("find_municipality"), {"q": "Ingenstans"}).status_code == 200
    assert Client().get(reverse("municipality", args=[world.north.pk])).status_code == 404


def test_who_was_heard_and_what_they_changed(world):
    organisations = [body(Kind.USER_ORGANISATION, name) for name in ("Ågrenska", "Attention")]
    for one in organisations:
        tie(one, world.nation)
    round = world.sent(audience={"bodies": [one.pk for one in organisations]})
    answer(world, round, organisations[0], 1)
    assert (heard(round).asked, heard(round).names) == (2, ("Ågrenska",))
    rounds.close(round, by=world.secretary)
    rounds.feed_back(round, "Ni fick oss att stryka fråga tre.", by=world.secretary)
    by = world.actor(organisations[0])
    (line,) = told(said_by(organisations[0].pk, by))
    assert line.led_to == "Ni fick oss att stryka fråga tre."
    assert not said_by(organisations[0].pk, world.actor(world.mora)).exists()
