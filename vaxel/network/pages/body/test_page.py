import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from vaxel.calendar import FOREVER
from vaxel.network.actor import SYSTEM
from vaxel.network.commands.bodies import rename, set_mailbox
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Identity, Mandate, Neighbour, Peer, Person, Population
from vaxel.network.pages.body import sections

pytestmark = pytest.mark.django_db

LONG_AGO = dt.date(2000, 1, 1)


def page_of(client, body, **query):
    return client.get(reverse("body", args=[body.pk]), query)


def text_of(client, body, **query):
    return page_of(client, body, **query).content.decode()


def seat(body, role=Role.CONTACT, person=None, **facts):
    return Mandate.objects.create(body=body, role=role, person=person, **{"valid_from": LONG_AGO, **facts})


@pytest.fixture
def holder():
    return Person.objects.create(name="Kontakt i Mora", email="kontakt@mora.example", phone="0250-00 00 00")


def test_the_sentence_says_where_it_belongs_and_how_many_act(client, little_sweden, holder):
    seat(little_sweden["mora"], person=holder)
    seat(little_sweden["mora"], Role.APPROVER)
    page = text_of(client, little_sweden["mora"])
    assert "Mora kommun hör till Dalarnas län och Sjukvårdsregion Mellansverige." in page
    assert "Två uppdrag, ett vakant." in page


def test_anyone_sees_roles_vacancies_and_the_mailbox_but_no_name(client, little_sweden, holder):
    seat(little_sweden["mora"], person=holder, title="förvaltningschef")
    seat(little_sweden["mora"], Role.APPROVER)
    set_mailbox(little_sweden["mora"], "registrator@mora.example", by=SYSTEM)
    page = text_of(client, little_sweden["mora"])
    assert "Kontaktperson" in page
    assert "vakant" in page
    assert "registrator@mora.example" in page
    for hidden in (holder.name, holder.email, holder.phone, "förvaltningschef"):
        assert hidden not in page


def test_a_login_without_a_mandate_sees_no_more_than_anyone(client, little_sweden, holder, acting):
    seat(little_sweden["mora"], person=holder)
    stranger = acting(
        Role.CONTACT, little_sweden["falun"], valid_from=dt.date(2001, 1, 1), valid_to=dt.date(2002, 1, 1)
    )
    assert holder.name not in text_of(stranger, little_sweden["mora"])


def test_another_county_sees_names_but_not_their_addresses(little_sweden, make, holder, acting):
    elsewhere = make(Kind.COUNTY, "Uppsala län", code="03", below=little_sweden["mellan"])
    seat(little_sweden["mora"], person=holder)
    page = text_of(acting(Role.COORDINATOR, elsewhere), little_sweden["mora"])
    assert holder.name in page
    assert holder.email not in page
    assert holder.phone not in page


def test_the_own_county_sees_addresses(little_sweden, holder, acting):
    seat(little_sweden["mora"], person=holder)
    for browser in (
        acting(Role.CONTACT, little_sweden["falun"]),
        acting(Role.COORDINATOR, little_sweden["county"]),
        acting(Role.APPROVER, little_sweden["region"]),
    ):
        assert holder.email in text_of(browser, little_sweden["mora"])


def test_who_manages_gets_the_way_there_and_nobody_else_does(client, little_sweden, acting):
    way = reverse("manage_body", args=[little_sweden["mora"].pk])
    assert way in text_of(acting(Role.COORDINATOR, little_sweden["county"]), little_sweden["mora"])
    assert way not in text_of(acting(Role.CONTACT, little_sweden["falun"]), little_sweden["mora"])
    assert way not in text_of(client, little_sweden["mora"])


def test_a_mandate_stops_counting_the_day_it_ends(little_sweden, acting):
    until = dt.date(2026, 11, 24)
    browser = acting(Role.COORDINATOR, little_sweden["county"], valid_to=until)
    way = reverse("manage_body", args=[little_sweden["mora"].pk])
    with time_machine.travel("2026-11-23T22:59:00Z", tick=False):
        browser.force_login(browser.person.user)
        assert way in text_of(browser, little_sweden["mora"])
    with time_machine.travel("2026-11-23T23:00:00Z", tick=False):
        assert way not in text_of(browser, little_sweden["mora"])


def test_any_day_shows_the_name_and_the_people_of_that_day(client, little_sweden, holder, acting):
    rename(little_sweden["region"], "Region Dalarne", by=SYSTEM, day=dt.date(2026, 1, 1))
    seat(little_sweden["region"], person=holder, valid_to=dt.date(2010, 1, 1))
    browser = acting(Role.CONTACT, little_sweden["falun"])
    then = text_of(browser, little_sweden["region"], dag="2005-05-05")
    assert "<h1>Region Dalarna hörde till" in then
    assert holder.name in then
    now = text_of(browser, little_sweden["region"])
    assert "<h1>Region Dalarne hör till" in now
    assert holder.name not in now


def test_before_its_time_the_page_says_that_it_was_not(client, little_sweden):
    assert "Mora kommun fanns inte 1 januari 1990." in text_of(client, little_sweden["mora"], dag="1990-01-01")


def test_a_wrong_day_is_400_and_an_unknown_body_404(client, little_sweden):
    assert page_of(client, little_sweden["mora"], dag="31/1").status_code == 400
    assert client.get("/natverk/999999999999999999/").status_code == 404
    assert client.get("/natverk/9999999999999999999/").status_code == 404


def test_facts_neighbours_and_peers(client, little_sweden):
    mora, falun = little_sweden["mora"], little_sweden["falun"]
    for year, people in ((2000, 20_500), (2025, 20_818)):
        Population.objects.create(
            body=mora, kind=Kind.MUNICIPALITY, reference_date=dt.date(year, 12, 31), people=people, source="SCB"
        )
    Neighbour.objects.create(body=mora, neighbour=falun)
    Peer.objects.create(body=mora, peer=falun, likeness="övergripande", year=2025)
    page = text_of(client, mora)
    assert "20\u00a0818" in page
    assert "Från 20\u00a0500 år 2000 till 20\u00a0818 år 2025" in page
    assert page.count(f'href="{reverse("body", args=[falun.pk])}"') == 2


def test_what_lies_above_the_network_has_room_here(client, little_sweden, monkeypatch):
    def owes(request, body_id, day):
        return sections.Section("Väntar på svar", "ui/components/note/note.html", {"body": body_id})

    monkeypatch.setattr(sections, "sections", [owes, lambda *_: None])
    page = text_of(client, little_sweden["mora"])
    assert page.count("<h2>Väntar på svar</h2>") == 1


def test_as_many_questions_with_one_seat_as_with_many(little_sweden, make, acting, holder):
    browser = acting(Role.COORDINATOR, little_sweden["county"])
    mora = little_sweden["mora"]
    seat(mora, person=holder)
    counts = []
    for turn in range(2):
        with CaptureQueriesContext(connection) as asked:
            text_of(browser, mora)
        counts.append(len(asked))
        for number in range(4):
            make(Kind.UNIT, f"Enhet {number}", code=f"E{turn}{number}", below=mora)
            other = make(Kind.MUNICIPALITY, f"Granne {number}", code=f"90{turn}{number}", below=little_sweden["county"])
            Neighbour.objects.create(body=mora, neighbour=other)
            Peer.objects.create(body=mora, peer=other, likeness="övergripande", year=2025)
            person = Person.objects.create(name=f"Person {number}", email=f"p{turn}{number}@mora.example")
            seat(mora, Role.MEMBER, person=person)
    assert counts[0] == counts[1]


def test_an_open_mandate_has_no_end(little_sweden, holder, acting):
    seat(little_sweden["mora"], person=holder, valid_to=FOREVER)
    assert "slutar" not in text_of(acting(Role.CONTACT, little_sweden["mora"]), little_sweden["mora"])


def test_a_county_is_called_by_its_short_name_unless_that_would_say_the_same_twice(client, little_sweden, make):
    uppsala = make(Kind.COUNTY, "Uppsala län", code="03", short_name="Uppsala", below=little_sweden["mellan"])
    namesake = make(Kind.MUNICIPALITY, "Uppsala kommun", code="0380", short_name="Uppsala", below=uppsala)
    tierp = make(Kind.MUNICIPALITY, "Tierps kommun", code="0360", short_name="Tierp", below=uppsala)
    assert "Uppsala kommun hör till Uppsala län och Sjukvårdsregion" in text_of(client, namesake)
    assert "Tierps kommun hör till Uppsala och Sjukvårdsregion" in text_of(client, tierp)
    stops = [stop["label"] for stop in page_of(client, namesake).context["trail"]]
    assert stops == ["Sverige", "Sjukvårdsregion Mellansverige", "Uppsala", "Uppsala kommun"]


def test_a_body_of_two_kinds_says_both(client, little_sweden):
    gotland = little_sweden["region"]
    Identity.objects.create(
        body=gotland, kind=Kind.MUNICIPALITY, code="0980", name="Region Gotland", valid_from=LONG_AGO
    )
    assert "Kommun 0980 och region 20" in text_of(client, gotland)
