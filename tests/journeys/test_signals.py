"""A user organisation says something on a phone; three levels weigh it; it becomes a question; the organisation reads what it led to."""

import datetime as dt
import re

import pytest

from tests.journeys.hands import Pointing
from vaxel.calendar.clock import now, today
from vaxel.calendar.domain.days import next_working_day
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.models import Round
from vaxel.signals.commands import handling
from vaxel.signals.commands.writing import Words, write
from vaxel.signals.domain.kinds import SignalState
from vaxel.signals.models import Signal
from vaxel.site.example import journey
from vaxel.site.example.land import land

PHONE = {"width": 320, "height": 640}
TITLE = "Vi blir inte kallade när stödet följs upp"
TEXT = "Närstående i Falun berättar att ingen ringer dem när stödet ska följas upp. De vet mest om hur det går."
ALIKE = "Närstående kallas inte till uppföljningen av stödet"
ANSWER = "Vi frågar alla kommuner hur de kallar närstående."
LED_TO = "Två av tre kommuner har ingen rutin. Vi tar fram en mall för kallelsen."


@pytest.fixture
def people(sign_in, new_context, axe):
    def at_work(key, *, phone=False):
        person = Pointing(sign_in(key) if key else new_context().new_page(), axe)
        if phone:
            person.page.set_viewport_size(PHONE)
        person.opens("/")
        return person

    return at_work


def test_from_a_phone_to_what_it_led_to(people):
    organisation = people("user_organisation", phone=True)
    signal = when_the_organisation_signals_from_its_phone(organisation)
    when_dalarna_takes_it_and_sends_it_up(people("coordinator"))
    when_the_resource_centre_sends_it_on(people("process_leader"))

    secretariat, other = people("secretariat"), given_a_like_signal_at_the_nation()
    when_the_nation_merges_the_two(secretariat, other)
    round_ = when_it_makes_a_question_of_it(secretariat, signal)
    when_it_answers(secretariat, signal)
    then_the_organisation_reads_the_answer_and_that_it_became_a_question(organisation)

    when_the_question_is_sent_closed_and_fed_back(secretariat, round_)
    then_the_round_says_what_it_is_built_on(secretariat, round_)
    then_the_organisation_reads_what_it_led_to(organisation)
    then_so_does_the_other_author(people("contact"), other)


def when_the_organisation_signals_from_its_phone(organisation):
    organisation.follows("Signaler")
    organisation.follows("Ny signal")
    organisation.chooses(re.compile("^Behov"))
    organisation.writes("Rubrik", TITLE)
    organisation.writes("Vad ser ni?", TEXT)
    organisation.page.get_by_label("Var?").select_option(label="Falu kommun")
    organisation.page.get_by_label("Vem gäller det?").select_option(label="närstående och familjer")
    organisation.presses("Skicka signalen")
    organisation.heading("Den väntar hos Dalarnas län")
    organisation.sees("Svar kommer senast")
    return Signal.objects.latest("id")


def when_dalarna_takes_it_and_sends_it_up(coordinator):
    coordinator.sees("Fyra signaler väntar på svar")
    coordinator.follows(re.compile("Fyra signaler väntar på svar"))
    coordinator.follows(TITLE)
    coordinator.presses("Ta hand om den")
    coordinator.heading("väntar på ert svar, senast")
    coordinator.page.get_by_text("Skicka upp till Sjukvårdsregion Mellansverige").click()
    coordinator.presses("Skicka uppåt")  # without a reason
    coordinator.sees("Skriv varför signalen skickas vidare")
    coordinator.writes("Varför gäller den fler?", "Flera kommuner i länet säger detsamma.")
    coordinator.presses("Skicka uppåt")
    coordinator.heading("Den väntar hos Sjukvårdsregion Mellansverige")


def when_the_resource_centre_sends_it_on(leader):
    leader.opens("/signaler/att-hantera/")
    leader.follows(TITLE)
    leader.sees("Flera kommuner i länet säger detsamma.")
    leader.page.get_by_text("Skicka upp till Nationella kansliet").click()
    leader.writes("Varför gäller den fler?", "Alla sju län känner igen det.")
    leader.presses("Skicka uppåt")
    leader.heading("Den väntar hos Nationella kansliet")


def given_a_like_signal_at_the_nation():
    """Falun's own, by the commands everyone uses."""
    sweden = land(today())
    falun = journey.body(Kind.MUNICIPALITY, "2080")
    text = "Närstående i Falun kallas inte när stödet följs upp, fast de vet mest. Ingen ringer dem."
    words = Words("need", ALIKE, text, falun, "families")
    made = write(words, by=sweden.actor("contact"), key="", received_at=now())
    for key in ("coordinator", "process_leader"):
        handling.send_up(made, "Gäller fler.", by=sweden.actor(key), received_at=now())
    return made


def when_the_nation_merges_the_two(secretariat, other):
    secretariat.opens("/signaler/att-hantera/")
    secretariat.heading("Två signaler väntar på svar")
    secretariat.follows(ALIKE)
    secretariat.page.get_by_text("För ihop med en liknande").click()
    secretariat.page.get_by_label("Med vilken?").select_option(label=f"{TITLE}, Nationell Samverkan för Psykisk Hälsa")
    secretariat.writes("Varför hör de ihop?", "Samma behov, från två håll.")
    secretariat.presses("För ihop")
    secretariat.heading("Den går vidare ihop med en liknande signal")
    other.refresh_from_db()
    assert other.state == SignalState.MERGED


def when_it_makes_a_question_of_it(secretariat, signal):
    secretariat.follows(f"Hopförd med signal {signal.pk}")
    secretariat.page.get_by_text("Gör något av den").click()
    secretariat.presses("Gör det")
    secretariat.heading(TITLE)
    secretariat.sees("Bygger på två signaler")
    return Round.objects.latest("id")


def when_it_answers(secretariat, signal):
    secretariat.opens(f"/signaler/{signal.pk}/")
    secretariat.page.get_by_text("Svara den som skrev").click()
    secretariat.writes("Ert svar", ANSWER)
    secretariat.presses("Skicka svaret")
    secretariat.sees("Svaret är skickat")


def then_the_organisation_reads_the_answer_and_that_it_became_a_question(organisation):
    organisation.opens("/signaler/")
    organisation.follows(TITLE)
    organisation.heading("Den har lett till en fråga som håller på att skrivas")
    organisation.sees(ANSWER)
    organisation.sees("Alla sju län känner igen det.")


def when_the_question_is_sent_closed_and_fed_back(secretariat, round_):
    secretariat.opens(f"/forfragningar/{round_.pk}/redigera/")
    secretariat.chooses(re.compile("^Utskick"))
    secretariat.writes("Rubrik", "Hur kallar ni närstående?")
    secretariat.writes("Svara senast", next_working_day(today() + dt.timedelta(days=21)).isoformat())
    secretariat.presses("Till utskicket")
    secretariat.presses(re.compile("^Skicka till"))
    secretariat.follows("Stäng och återkoppla")
    secretariat.presses("Stäng")
    secretariat.writes("Vad svaren ledde till", LED_TO)
    secretariat.presses("Visa innan den skickas")
    secretariat.presses("Skicka återkopplingen")


def then_the_round_says_what_it_is_built_on(secretariat, round_):
    secretariat.opens(f"/forfragningar/{round_.pk}/")
    secretariat.sees("Bygger på två signaler")
    secretariat.sees(TITLE)


def then_the_organisation_reads_what_it_led_to(organisation):
    organisation.opens("/signaler/")
    organisation.follows(TITLE)
    organisation.heading("Den har lett till något, och det är återkopplat")
    organisation.sees(LED_TO)


def then_so_does_the_other_author(contact, other):
    contact.opens(f"/signaler/{other.pk}/")
    contact.sees(LED_TO)
    contact.sees(ANSWER)


def test_anyone_says_something_and_follows_it(people):
    """Without a login, on a phone, and answered by the county."""
    stranger = people(None, phone=True)
    stranger.follows("Säg något")
    stranger.chooses(re.compile("^Gott exempel"))
    stranger.writes("Rubrik", "Kaféet på biblioteket")
    stranger.presses("Skicka")
    stranger.sees("Två saker behöver rättas")
    stranger.writes("Vad ser du?", "Varje torsdag fikar unga och gamla tillsammans. Fler borde göra så.")
    stranger.page.get_by_label("Var?").select_option(label="Mora kommun")
    stranger.ticks(re.compile("^Får visas för alla"))
    stranger.presses("Skicka")
    stranger.heading("Den väntar hos Dalarnas län")
    follow = stranger.page.url

    coordinator = people("coordinator")
    coordinator.opens("/signaler/att-hantera/")
    coordinator.follows("Kaféet på biblioteket")
    coordinator.presses("Visa för alla")
    coordinator.page.get_by_text("Svara den som skrev").click()
    coordinator.writes("Ert svar", "Tack! Vi berättar om det för de andra biblioteken.")
    coordinator.presses("Skicka svaret")

    stranger.opens(follow)
    stranger.heading("Dalarnas län svarade i dag")
    stranger.sees("Vi berättar om det för de andra biblioteken.")
    stranger.follows("Goda exempel")
    stranger.sees("Kaféet på biblioteket")
