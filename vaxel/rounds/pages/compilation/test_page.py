"""The compilation: figures for the part one looks at, texts where they may be read, a county's own words."""

import csv
import io
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Lineage
from vaxel.network.models import Closure, Succession
from vaxel.rounds.models import NodeCompilation, UnfoldedMark
from vaxel.rounds.tests.browsing import browser

SAID = (
    ("falun", {"money": 71_250_000, "more": "yes", "why": "Sen start i Falun"}),
    ("mora", {"money": 20_000_000, "more": "no"}),
    ("solna", {"money": 10_000_050, "more": "yes", "why": "=HYPERLINK(1)"}),
)


def text_of(response):
    return response.content.decode().replace("\xa0", " ")


@pytest.fixture
def asked(sweden):
    asked = sweden.round(answers_public=False)
    for place, (key, values) in zip((0, 1, 3), SAID, strict=True):
        sweden.answer(asked, key, values)
        UnfoldedMark.objects.create(round_id=asked.pk, position=place)
    return asked


@pytest.fixture
def address(asked):
    return reverse("compilation", args=[asked.pk])


@pytest.fixture
def dalarna(sweden):
    return {"nod": sweden.bodies["dalarna"].pk}


def test_the_sender_reads_exact_figures_choices_and_texts_with_names(sweden, address):
    page = text_of(browser(sweden.secretary()).get(address))
    assert "Så svarade 3 av 4." in page
    assert "1 012 500,50 kr" in page
    assert "Sen start i Falun" in page
    assert "Falu kommun" in page
    assert "2 av 2 som fick frågan har svarat" in page


def test_a_county_sees_its_own_part_by_default(sweden, address):
    page = text_of(browser(sweden.coordinator()).get(address))
    assert "Så svarade 2 av 3 i Dalarnas län." in page
    assert "912 500 kr" in page
    assert "HYPERLINK" not in page


def test_a_receiver_reads_no_other_bodys_words(sweden, address):
    page = text_of(browser(sweden.contact("mora")).get(address, {"nod": "alla"}))
    assert "1 012 500,50 kr" in page
    assert "Sen start i Falun" not in page
    assert "Falu kommun" not in page


def test_too_few_to_show_without_telling_who(sweden, dalarna):
    public = sweden.round("falun", "mora", "orsa", is_public=True)
    sweden.answer(public, "falun", {"money": 71_250_000, "more": "no"})
    UnfoldedMark.objects.create(round_id=public.pk, position=0)
    page = text_of(browser(sweden.contact("solna")).get(reverse("compilation", args=[public.pk]), dalarna))
    assert "För få har svarat" in page
    assert "712 500 kr" not in page


def test_what_another_county_could_be_reckoned_from_is_not_shown(sweden, address, dalarna):
    """The whole less Dalarna is Solna's own, the only one asked in Stockholm."""
    assert browser(sweden.contact("orsa")).get(address, dalarna).status_code == 200
    assert browser(sweden.contact("solna")).get(address, dalarna).status_code == 404


def test_the_county_writes_finishes_and_is_told_when_something_changes(sweden, asked, address, dalarna):
    sam = browser(sweden.coordinator())
    sam.post(address, {**dalarna, "text": "Vi **fick** sent.", "revision": 0, "act": "finish"})
    assert NodeCompilation.objects.get().finished_at
    page = text_of(sam.get(address))
    assert "<strong>fick</strong>" in page
    assert "Färdigställd" in page
    sweden.answer(asked, "orsa", {"money": 1, "more": "no"})
    assert "Ett svar har ändrats sedan ni färdigställde" in text_of(sam.get(address))
    sam.post(address, {**dalarna, "act": "reopen"})
    assert NodeCompilation.objects.get().finished_at is None


def test_the_second_of_two_writers_is_told_and_keeps_the_text(sweden, address, dalarna):
    sam = browser(sweden.coordinator())
    sam.post(address, {**dalarna, "text": "Först", "revision": 0, "act": "save"})
    late = sam.post(address, {**dalarna, "text": "Sedan", "revision": 0, "act": "save"})
    assert late.status_code == 409
    assert "Någon annan har sparat" in text_of(late)
    assert "Sedan" in text_of(late)
    assert NodeCompilation.objects.get().text == "Först"


def test_the_sender_reads_the_countys_words_and_a_receiver_does_not_write(sweden, address, dalarna):
    browser(sweden.coordinator()).post(address, {**dalarna, "text": "Våra ord", "revision": 0, "act": "finish"})
    assert "Våra ord" in text_of(browser(sweden.secretary()).get(address))
    response = browser(sweden.contact()).post(address, {**dalarna, "text": "x", "revision": 1, "act": "save"})
    assert response.status_code == 403
    assert NodeCompilation.objects.get().text == "Våra ord"


@pytest.mark.parametrize("who", ["secretary", "coordinator"])
def test_as_many_queries_however_many_have_answered(sweden, who):
    few, many, client = sweden.round(), sweden.round(), browser(getattr(sweden, who)())
    sweden.answer(few, "falun", {"money": 1, "more": "no"})
    for key in ("falun", "mora", "orsa", "solna"):
        sweden.answer(many, key, {"money": 1, "more": "yes", "why": "x"})
    assert queries(client, many) == queries(client, few)


def queries(client, round):
    address = reverse("compilation", args=[round.pk])
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        client.get(address)
    return len(caught)


# -- to take along ----------------------------------------------------------------------------------------------------


def test_csv_is_guarded_and_holds_what_one_may_open(sweden, asked):
    response = browser(sweden.secretary()).get(reverse("round_export", args=[asked.pk, "csv"]))
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][:4] == ["Kod", "Namn", "Län", "Läge"]
    by_name = {row[1]: row for row in rows[1:]}
    assert by_name["Solna stad"][6] == "100000,5"
    assert not by_name["Solna stad"][8].startswith("=")
    assert len(rows) == 5


def test_a_county_takes_its_own_part_along(sweden, asked):
    response = browser(sweden.coordinator()).get(reverse("round_export", args=[asked.pk, "json"]))
    found = json.loads(response.content)
    assert {row["Namn"] for row in found} == {"Falu kommun", "Mora kommun", "Orsa kommun"}


def test_a_receiver_takes_its_own_answer_along(sweden, asked):
    response = browser(sweden.contact("mora")).get(reverse("round_export", args=[asked.pk, "xlsx"]))
    rows = list(load_workbook(io.BytesIO(response.content)).active.values)
    assert [row[1] for row in rows[1:]] == ["Mora kommun"]
    assert rows[1][6] == 200_000


def test_an_unknown_form_is_not_there(sweden, asked):
    assert browser(sweden.secretary()).get(reverse("round_export", args=[asked.pk, "exe"])).status_code == 404


# -- by today's division ----------------------------------------------------------------------------------------------


@pytest.fixture
def divided(sweden, asked):
    """Falun has been split since the round was sent, and Mora has moved to Stockholm's county."""
    day, bodies = today(), sweden.bodies
    Succession.objects.create(before=bodies["falun"], after=bodies["orsa"], kind=Lineage.SPLIT, day=day)
    Closure.objects.filter(descendant=bodies["mora"], ancestor=bodies["dalarna"]).update(ancestor=bodies["stockholm"])
    return asked


def test_todays_division_names_what_was_split_on_the_pages_and_in_the_table(sweden, divided, address):
    noa, by_today = browser(sweden.secretary()), {"som": "idag"}
    whole = text_of(noa.get(reverse("round", args=[divided.pk]), by_today))
    assert "Har delats sedan dess och räknas inte till någon del: Falu kommun." in whole
    assert f"{reverse('round_export', args=[divided.pk, 'csv'])}?som=idag" in whole
    rows = noa.get(reverse("round_export", args=[divided.pk, "json"]), by_today)
    county = {row["Namn"]: row["Län"] for row in json.loads(rows.content)}
    assert county == {
        "Falu kommun": "delad sedan dess, räknas inte till något län",
        "Mora kommun": "Stockholms län",
        "Orsa kommun": "Dalarnas län",
        "Solna stad": "Stockholms län",
    }
    part = text_of(noa.get(address, {**by_today, "nod": sweden.bodies["stockholm"].pk}))
    assert "Så svarade 2 av 2 i Stockholms län." in part


def test_where_few_have_moved_the_two_divisions_are_not_set_beside_each_other_for_outsiders(sweden, divided, address):
    """Stockholm's sum today less its sum then is what Mora alone answered."""
    mora = browser(sweden.contact("orsa"))
    for where in (reverse("round", args=[divided.pk]), address):
        page = text_of(mora.get(where, {"som": "idag", "nod": "alla"}))
        assert "dagens indelning skulle peka ut dem" in page
        assert "Har delats" not in page
