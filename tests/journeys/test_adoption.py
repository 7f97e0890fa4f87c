"""Two stories of what is spread: a method is retired in good order, and the spread is held against the need.

In Swedish, by the names that a screen reader says, and with axe at every page on the way.
"""

import datetime as dt
import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.journeys.hands import Pointing
from vaxel.adoption import ticks
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.models import AdoptionStep, Retirement, Thing
from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.models import Delivery
from vaxel.site.example import journey
from vaxel.site.example.cast import FALUN

METHOD = "Vård- och insatsprogram ADHD"
WHY = "Nyare kunskap pekar åt ett annat håll, och våra familjer får fel råd."
DECIDED = "Remissen visar att de flesta redan är på väg bort."
NEW = "Familjesamtal i tre steg"


@pytest.fixture
def people(sign_in, new_context, axe):
    """`people("contact")`: someone of the cast at their first page."""

    def at_work(key):
        person = Pointing(sign_in(key), axe)
        person.opens("/")
        return person

    at_work.stranger = lambda: Pointing(new_context().new_page(), axe)
    return at_work


def test_a_method_is_retired(people):
    thing = Thing.objects.get(name=METHOD)
    contact, secretariat = people("contact"), people("secretariat")
    given_falun_proposes_it(contact, thing)
    when_the_secretariat_asks_those_who_use_it(secretariat)
    found = Retirement.objects.get(thing=thing)
    then_those_who_use_it_have_the_remiss(found)

    when_the_remiss_is_closed_and_the_secretariat_decides(secretariat, found)
    when_a_second_person_confirms(people("head"), found)
    then_all_who_use_it_are_told(contact, found)

    given_the_day_has_come(found)
    when_falun_says_it_has_stopped(contact, thing)
    then_the_way_back_can_be_walked(people.stranger(), found)


def given_falun_proposes_it(contact, thing):
    contact.opens(reverse("thing", args=[thing.pk]))
    contact.follows("Föreslå att det fasas ut")
    contact.writes("Varför bör det fasas ut?", WHY)
    contact.presses("Lämna förslaget")
    contact.heading("Det är föreslaget")


def when_the_secretariat_asks_those_who_use_it(secretariat):
    secretariat.opens("/")
    secretariat.follows(f"Förslag om utfasning: {METHOD}")
    secretariat.sees(WHY)
    secretariat.presses("Fråga dem som använder det")
    secretariat.sees("Remissen är påbörjad")
    secretariat.presses("Till utskicket")
    secretariat.presses("Skicka till")
    secretariat.sees("Skickat")


def then_those_who_use_it_have_the_remiss(found):
    falun = journey.body(Kind.MUNICIPALITY, FALUN)
    assert Delivery.objects.filter(round=found.consultation, body=falun).exists()


def when_the_remiss_is_closed_and_the_secretariat_decides(secretariat, found):
    secretariat.opens(reverse("round", args=[found.consultation_id]))
    secretariat.follows("Stäng och återkoppla")
    secretariat.presses("Stäng")
    secretariat.opens("/")
    secretariat.follows(f"Remissen är klar: {METHOD}")
    secretariat.heading("är hörda")
    secretariat.follows("Skriv beslut")
    secretariat.chooses("Den fasas ut från en dag")
    secretariat.writes("Från vilken dag", (today() + dt.timedelta(days=60)).isoformat())
    secretariat.writes("Skälen till beslutet", DECIDED)
    secretariat.presses("Lämna till en kollega")
    secretariat.heading("väntar på en andra person")
    expect(secretariat.page.get_by_role("button", name="Bekräfta beslutet")).to_have_count(0)


def when_a_second_person_confirms(head, found):
    head.follows(f"Beslut om utfasning: {METHOD}")
    head.sees(DECIDED)
    head.presses("Bekräfta beslutet")
    head.heading("fasas ut från")
    head.sees("0 av")


def then_all_who_use_it_are_told(contact, found):
    found.refresh_from_db()
    contact.opens("/")
    contact.sees(f"Fasas ut: {METHOD}")
    contact.opens(reverse("delivery", args=[found.notice_id, journey.body(Kind.MUNICIPALITY, FALUN)]))
    contact.sees(DECIDED)
    contact.presses("Bekräfta mottagande")
    contact.opens(reverse("own_adoption", args=[journey.body(Kind.MUNICIPALITY, FALUN)]))
    contact.sees("Ska fasas ut senast")


def given_the_day_has_come(found):
    Retirement.objects.filter(pk=found.pk).update(from_day=today() - dt.timedelta(days=1))
    Thing.objects.filter(pk=found.thing_id).update(retires_on=today() - dt.timedelta(days=1))
    ticks.follow_up()


def when_falun_says_it_has_stopped(contact, thing):
    contact.opens("/")
    contact.follows(f"Utfasat, men i bruk hos er: {METHOD}")
    contact.chooses("Har slutat använda")
    contact.presses("Registrera")
    contact.heading("har slutat använda")
    assert AdoptionStep.objects.filter(thing=thing).latest("pk").stage == AdoptionStage.RETIRED


def then_the_way_back_can_be_walked(stranger, found):
    stranger.opens(reverse("thing", args=[found.thing_id]))
    stranger.heading("är utfasat sedan")
    stranger.follows("Förslaget")
    stranger.heading("är utfasat sedan")
    stranger.sees(WHY)
    stranger.sees(DECIDED)


def test_spread_against_need(people):
    secretariat, contact = people("secretariat"), people("contact")
    thing = given_something_new_is_followed(secretariat)
    when_falun_registers_and_shows_it(contact, thing)
    when_the_secretariat_reads_in_the_need(secretariat, thing)
    then_who_with_great_need_is_not_reached_comes_first(secretariat)
    then_the_county_sees_its_own(people("coordinator"), thing)
    then_an_outsider_sees_counts_alone(people.stranger(), thing)


def given_something_new_is_followed(secretariat):
    secretariat.follows("Införande")
    secretariat.follows("Lägg upp något som ska följas")
    secretariat.writes("Vad heter det?", NEW)
    secretariat.writes("Vad är det för slag?", "metod")
    secretariat.ticks("Kommuner")
    secretariat.presses("Spara")
    secretariat.heading(f"{NEW} används inte någonstans än")
    return Thing.objects.get(name=NEW)


def when_falun_registers_and_shows_it(contact, thing):
    contact.opens(reverse("own_adoption", args=[journey.body(Kind.MUNICIPALITY, FALUN)]))
    contact.follows(re.compile(f"Registrera.*{NEW}"))
    contact.chooses("Använder fullt ut")
    contact.writes("Vad bygger det på?", "Alla familjebehandlare är utbildade.")
    contact.presses("Registrera")
    contact.sees("bara ni ser det")
    contact.presses("Visa för länet och avsändaren nu")
    contact.sees("Nu ser länet och avsändaren")


def when_the_secretariat_reads_in_the_need(secretariat, thing):
    secretariat.opens(reverse("thing_need", args=[thing.pk]))
    secretariat.follows("Läs in siffror om behov")
    secretariat.writes("Vad mäter siffran?", "Familjer som söker stöd")
    secretariat.writes("Källa", "Egen kartläggning")
    secretariat.page.get_by_label("Fil med ett värde").set_input_files(
        {"name": "behov.csv", "mimeType": "text/csv", "buffer": _file().encode()}
    )
    secretariat.presses("Granska filen")
    secretariat.heading("15 av filens 17 rader kan föras in")
    secretariat.sees("Värdet är inget tal: 1")
    secretariat.presses("För in siffrorna")


def _file():
    """Dalarna's fifteen: Falun and Orsa with the greatest need; one row that is nobody, and one that is no number."""
    codes = "2021 2023 2026 2029 2031 2034 2039 2061 2062 2080 2081 2082 2083 2084 2085".split()
    need = {"2080": 90, "2034": 85, "2082": 80, "2061": 78}
    rows = [f"{code};{need.get(code, 10 + place)}" for place, code in enumerate(codes)]
    return "\n".join(["kod;värde", *rows, "9999;5", "0180;många"])


def then_who_with_great_need_is_not_reached_comes_first(secretariat):
    secretariat.heading("Av de 4 med störst behov använder 1")
    table = secretariat.page.get_by_role("table", name="Störst behov, inte nådda än")
    expect(table.get_by_role("row")).to_have_count(4)  # the head and three
    expect(table).to_contain_text("Orsa kommun")
    expect(table).not_to_contain_text("Falu kommun")


def then_the_county_sees_its_own(coordinator, thing):
    coordinator.opens(reverse("thing_need", args=[thing.pk]))
    coordinator.sees("Orsa kommun")


def then_an_outsider_sees_counts_alone(stranger, thing):
    stranger.opens(reverse("thing_need", args=[thing.pk]))
    stranger.heading("använder färre än tre")
    expect(stranger.page.get_by_role("main")).not_to_contain_text("Orsa")
