"""The first five minutes: one click per step, six steps, and the visitor does nothing else."""

import re

import pytest
from playwright.sync_api import expect

from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import Round
from vaxel.site.example.journey import TITLE
from vaxel.site.models import TourRound

# step → the strip says, the page's own heading or text that shows it, who one is
STEPS = [
    ("steg 1 av 6", "290 mottagare får redovisningen", "Handläggaren på kansliet"),
    ("steg 2 av 6", "15 väntar på att ni skickar vidare", "Länssamordnaren i Dalarna"),
    ("steg 3 av 6", "Bekräfta mottagande", "Kontaktpersonen i Falun"),
    ("steg 4 av 6", "Besluta och skicka", "Ekonomichefen i Falun"),
    ("steg 5 av 6", "Så svarade 15 av 15 i Dalarnas län", "Länssamordnaren i Dalarna"),
    ("steg 6 av 6", "kommuner har svarat", "Handläggaren på kansliet"),
]
START = "Följ en förfrågan genom Sverige"


@pytest.fixture
def visitor(year, new_context):
    page = new_context().new_page()
    page.refused = []
    page.on("response", lambda answer: answer.status >= 400 and page.refused.append(f"{answer.status} {answer.url}"))
    return page


def test_the_tour_leads_to_the_feedback_and_round_again(visitor, axe):
    when_they_set_out(visitor, START)
    for strip, shown, who in STEPS:
        then_the_page_shows(visitor, strip, shown, who)
        axe(visitor)
        when_they_go_on(visitor)
    then_falun_reads_what_it_led_to(visitor)
    axe(visitor)
    assert Round.objects.get(pk=TourRound.objects.latest("id").round_id).state == RoundState.FED_BACK

    when_they_set_out(visitor, "En gång till")
    then_the_page_shows(visitor, *STEPS[0])
    assert TourRound.objects.count() == 2
    when_they_leave(visitor)
    expect(visitor.get_by_role("button", name=START)).to_be_visible()
    expect(visitor.get_by_role("complementary", name="Rundtur")).to_have_count(0)
    expect(visitor.get_by_role("link", name="Logga in").first).to_be_visible()
    assert not visitor.refused


def test_what_the_visitor_does_with_their_own_hands_stands(visitor):
    """The strip then only leads on: nothing is done twice."""
    when_they_set_out(visitor, START)
    press(visitor.get_by_role("main"), "Skicka till 290")
    expect(strip_of(visitor).get_by_role("button", name="Vidare till Dalarna")).to_be_visible()
    when_they_go_on(visitor)
    when_they_go_on(visitor)
    press(visitor.get_by_role("main"), "Bekräfta mottagande")
    visitor.get_by_role("textbox", name="Hur mycket av medlen har ni använt?").fill("1234")
    expect(visitor.get_by_text("Sparat kl.")).to_be_visible()
    when_they_go_on(visitor)
    expect(visitor.get_by_role("main")).to_contain_text(re.compile(r"1\s234\skr"))
    press(visitor.get_by_role("main"), "Besluta och skicka")
    expect(strip_of(visitor).get_by_role("button", name="Låt resten av Sverige svara")).to_be_visible()
    when_they_go_on(visitor)
    then_the_page_shows(visitor, *STEPS[4])
    assert not visitor.refused


def strip_of(page):
    return page.get_by_role("complementary", name="Rundtur")


def press(place, name):
    page = getattr(place, "page", place)
    with page.expect_navigation():
        place.get_by_role("button", name=name).click()


def when_they_set_out(page, label):
    if page.url == "about:blank":
        page.goto("/")
    press(page, label)


def when_they_go_on(page):
    with page.expect_navigation():
        strip_of(page).get_by_role("button").first.click()


def when_they_leave(page):
    press(strip_of(page), "Avsluta")


def then_the_page_shows(page, strip, shown, who):
    expect(strip_of(page)).to_contain_text(strip)
    expect(page.get_by_role("main")).to_contain_text(shown)
    expect(page.get_by_role("banner")).to_contain_text(who)


def then_falun_reads_what_it_led_to(page):
    expect(strip_of(page)).to_contain_text("Rundturen är klar")
    main = page.get_by_role("main")
    for words in ("gemensam ingång för barn och unga", "Dalarnas län", "Riket", TITLE):
        expect(main).to_contain_text(words)
