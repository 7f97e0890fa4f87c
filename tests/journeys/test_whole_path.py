"""A round through Sweden: written, sent, passed on, answered, decided, compiled, closed, fed back and read.

Told twice, with and without JavaScript; the municipality's part the first time by keyboard alone. In Swedish, by the
names that a screen reader says, and with axe at every page on the way.
"""

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from tests.journeys.hands import Pointing, Typing
from vaxel.calendar.clock import today
from vaxel.calendar.domain.days import next_working_day
from vaxel.network.actor import NOBODY
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.domain.state import Outcome, outcome
from vaxel.rounds.models import Delivery, Round
from vaxel.search.checks import wrong
from vaxel.search.finding import find
from vaxel.search.sources import sources
from vaxel.site.example import journey
from vaxel.site.example.cast import FALUN
from vaxel.site.example.land import land
from vaxel.site.example.others import let_the_rest_answer
from vaxel.site.example.people import PASSWORD

TITLE = "Gemensam ingång för barn och unga"
MONEY = "Hur mycket har ni använt?"
BETTER = "Vad blev bättre?"
THEIR_WORDS = "Elevhälsan och socialtjänsten träffas varannan vecka."
LED_TO = "Vi tar fram ett stöd för gemensam ingång. Frågan ställs inte igen."


@pytest.fixture(params=[True, False], ids=["with-scripts", "without-scripts"])
def scripts(request):
    return request.param


@pytest.fixture
def people(sign_in, new_context, axe, scripts):
    """`people("approver")`: someone of the cast at their first page, with their own way of using it."""

    def look(page):
        if scripts:
            axe(page)

    def at_work(key, way=Pointing):
        person = way(sign_in(key, java_script_enabled=scripts), look)
        person.opens("/")
        return person

    at_work.stranger = lambda: Pointing(new_context(java_script_enabled=scripts).new_page(), look)
    return at_work


def test_a_round_through_sweden(people, scripts):
    secretariat = given_the_secretariat_logs_in(people.stranger())
    given_a_template_with_two_questions(secretariat)
    round_ = when_it_writes_a_round_to_all_municipalities(secretariat)
    when_it_sends(secretariat)
    then_every_municipality_has_it_and_dalarna_is_asked_to_pass_it_on(round_)

    when_dalarna_passes_it_on(people("coordinator"))
    contact = people("contact", Typing if scripts else Pointing)
    when_falun_confirms_and_answers(contact, scripts)
    then_nothing_has_left_falun(round_)
    when_falun_decides(people("approver"))
    then_falun_has_answered(round_)

    given_three_weeks_pass_and_sweden_answers(round_)
    when_dalarna_finishes_its_part(people("coordinator"))
    when_the_secretariat_closes_and_feeds_back(secretariat, round_)
    then_falun_reads_its_own_part_beside_the_others(people("contact"))
    then_all_that_was_said_can_be_found()


def given_the_secretariat_logs_in(stranger):
    stranger.opens("/")
    stranger.follows("Logga in")
    stranger.writes("E-post", "kansliet@vaxel.example")
    stranger.writes("Lösenord", PASSWORD)
    stranger.presses("Logga in")
    expect(stranger.page.get_by_text("Handläggaren på kansliet")).to_be_visible()
    return stranger


def given_a_template_with_two_questions(secretariat):
    secretariat.follows("Förfrågningar")
    secretariat.opens("/forfragningar/mallar/")
    secretariat.writes("Vad ska mallen heta?", TITLE)
    secretariat.presses("Skapa mallen")
    given_a_question(secretariat, "Belopp", MONEY)
    secretariat.page.get_by_text("Lägg till fråga").first.click()
    given_a_question(secretariat, "Fritext", BETTER)
    secretariat.sees("Två frågor, färdiga att använda")


def given_a_question(secretariat, kind, label):
    secretariat.presses(re.compile(f"^{kind}"))
    secretariat.writes("Frågan", label)
    secretariat.presses("Spara frågan")


def when_it_writes_a_round_to_all_municipalities(secretariat):
    secretariat.follows("Använd i en ny förfrågan")
    secretariat.chooses(re.compile("^Redovisning"))
    secretariat.writes("Rubrik", TITLE)
    secretariat.writes("Text till mottagarna", "Berätta kort hur medlen har använts. Två frågor.")
    secretariat.writes("Ersätter", "förra årets enkät")
    secretariat.ticks("Kommuner")
    secretariat.chooses(re.compile("^Stegvis"))
    secretariat.writes("Svara senast", next_working_day(today() + dt.timedelta(days=21)).isoformat())
    secretariat.presses("Till utskicket")
    secretariat.heading("290 mottagare")
    return Round.objects.filter(title=TITLE).latest("id")


def when_it_sends(secretariat):
    secretariat.presses("Skicka till 290")
    secretariat.sees("Skickat. Mejlen går om tio minuter")


def then_every_municipality_has_it_and_dalarna_is_asked_to_pass_it_on(round_):
    round_.refresh_from_db()
    assert round_.state == RoundState.OPEN
    assert round_.deliveries.count() == 290
    assert round_.deliveries.filter(waits_at=journey.body(Kind.COUNTY, "20")).count() == 15


def when_dalarna_passes_it_on(coordinator):
    coordinator.follows(re.compile(f"Skicka vidare.*{TITLE}|{TITLE}"))
    coordinator.heading("15 väntar på att ni skickar vidare")
    coordinator.follows("Skicka vidare till 15")
    coordinator.presses("Skicka vidare")
    coordinator.sees("Skickat vidare till 15")


def when_falun_confirms_and_answers(contact, scripts):
    contact.follows(re.compile(TITLE))
    contact.presses("Bekräfta mottagande")
    contact.sees("Mottagandet bekräftades av Kontaktpersonen i Falun")
    contact.writes(MONEY, "712500")
    contact.writes(BETTER, THEIR_WORDS)
    if scripts:
        expect(contact.page.get_by_text("Sparat kl.")).to_be_visible()
    contact.presses("Granska och lämna för beslut")
    contact.heading("Så ser svaret ut")
    contact.sees("712 500")
    contact.presses("Lämna för beslut")
    contact.sees("Inget har skickats")


def then_nothing_has_left_falun(round_):
    assert outcome(falun(round_).state) == Outcome.RECEIVED


def when_falun_decides(approver):
    approver.follows(re.compile(TITLE))
    approver.sees(THEIR_WORDS)
    approver.presses("Besluta och skicka")
    approver.sees("Till er registrator")


def then_falun_has_answered(round_):
    assert outcome(falun(round_).state) == Outcome.ANSWERED


def given_three_weeks_pass_and_sweden_answers(round_):
    let_the_rest_answer(round_, land(today()))


def when_dalarna_finishes_its_part(coordinator):
    coordinator.opens("/forfragningar/")
    coordinator.follows(TITLE)
    coordinator.heading("Alla 15 kommuner i Dalarnas län har svarat")
    coordinator.follows("Sammanställ er del")
    coordinator.heading("i Dalarnas län")
    coordinator.writes("Vad siffrorna betyder hos er", "De mindre kommunerna delar på en samordnare.")
    coordinator.presses("Färdigställ")
    coordinator.sees("Färdigställd")


def when_the_secretariat_closes_and_feeds_back(secretariat, round_):
    secretariat.opens(f"/forfragningar/{round_.pk}/")
    secretariat.heading("har svarat")
    secretariat.follows("Stäng och återkoppla")
    secretariat.presses("Stäng")
    secretariat.writes("Vad svaren ledde till", LED_TO)
    secretariat.presses("Visa innan den skickas")
    secretariat.sees("Så här läser mottagarna det")
    secretariat.presses("Skicka återkopplingen")
    round_.refresh_from_db()
    assert round_.state == RoundState.FED_BACK


def then_falun_reads_its_own_part_beside_the_others(contact):
    contact.follows(re.compile(TITLE))
    contact.sees(LED_TO)
    contact.follows("Er del bredvid länet och landet")
    contact.sees(LED_TO)
    for words in ("712 500 kr", "Dalarnas län", "Riket"):
        contact.sees(words)


def falun(round_):
    return Delivery.objects.get(round=round_, body=journey.body(Kind.MUNICIPALITY, FALUN))


def then_all_that_was_said_can_be_found():
    """By whoever may see it: the index has followed every command on the way."""
    assert [fault for source in sources() for fault in wrong(source)] == []
    fed_back = find("stöd gemensam ingång", NOBODY, "rounds.round")[1]
    assert [entry.title for entry in fed_back if entry.title == TITLE] == []  # it is not open to anyone
