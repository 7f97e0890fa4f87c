"""The sender's pages in a real browser: reachable to all, nothing wider than a narrow screen, live where it helps."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from vaxel.network.models import TilePlace
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import Enquiry, Round, UnfoldedMark

NEW = "/forfragningar/ny/"
NARROW = {"width": 320, "height": 800}


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


@pytest.fixture
def asked(sweden):
    for place, key in enumerate(("falun", "mora", "orsa", "solna")):
        TilePlace.objects.create(layout="municipalities", body=sweden.bodies[key], column=place, row=0)
    for place, key in enumerate(("dalarna", "stockholm")):
        TilePlace.objects.create(layout="counties", body=sweden.bodies[key], column=place, row=0)
    asked = sweden.round(text="# Hej\n\nBerätta.", is_public=True)
    for place, key in enumerate(("falun", "mora", "orsa")):
        sweden.answer(asked, key, {"money": 71_250_000 + place, "more": "yes", "why": "Sen start"})
        UnfoldedMark.objects.create(round_id=asked.pk, position=place)
    Enquiry.objects.create(round=asked, body=sweden.bodies["falun"], text="Räknas elevhälsan?")
    return asked


PAGES = [
    "round",
    "round_receivers",
    "round_remind",
    "round_prolong",
    "round_talk",
    "round_correct",
    "round_close",
    "compilation",
]


@pytest.mark.static
@pytest.mark.parametrize("name", PAGES)
def test_open_to_all_and_no_wider_than_the_screen(page_for, sweden, asked, axe, name):
    page = page_for(sweden.secretary())
    page.set_viewport_size(NARROW)
    page.goto(reverse(name, args=[asked.pk]))
    axe(page)
    assert fits(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    axe(page)


@pytest.mark.static
def test_the_countys_view_and_the_public_one(page_for, new_context, sweden, asked, axe):
    page = page_for(sweden.coordinator())
    page.set_viewport_size(NARROW)
    page.goto(reverse("round", args=[asked.pk]))
    axe(page)
    assert fits(page)
    anyone = new_context().new_page()
    anyone.goto(reverse("round", args=[asked.pk]))
    axe(anyone)


@pytest.mark.static
@pytest.mark.parametrize("state", [RoundState.CLOSED, RoundState.FED_BACK])
def test_feeding_back_and_fed_back(page_for, sweden, asked, axe, state):
    from vaxel.calendar.clock import now

    written = {"feedback": "Vi **höjer** taket.", "fed_back_at": now()} if state == RoundState.FED_BACK else {}
    Round.objects.filter(pk=asked.pk).update(state=state, closed_at=now(), **written)
    name = "round_feed_back" if state == RoundState.CLOSED else "round"
    page = page_for(sweden.secretary())
    page.set_viewport_size(NARROW)
    page.goto(reverse(name, args=[asked.pk]))
    axe(page)
    if state == RoundState.FED_BACK:
        falun = page_for(sweden.contact())
        falun.set_viewport_size(NARROW)
        falun.goto(reverse("round_own_feedback", args=[asked.pk, sweden.bodies["falun"].pk]))
        axe(falun)
        assert fits(falun)


def test_the_draft_by_keyboard_with_the_count_following(page_for, sweden, asked, axe):
    page = page_for(sweden.secretary())
    page.set_viewport_size(NARROW)
    page.goto(NEW)
    axe(page)
    expect(page.locator("#reach .big-number")).to_have_text("4")
    page.get_by_label("Kommuner", exact=True).focus()
    page.keyboard.press("Space")
    expect(page.locator("#reach")).to_contain_text("Välj minst en nivå")
    page.get_by_label("Också dessa").fill("Orsa, 2062")
    page.keyboard.press("Tab")
    expect(page.locator("#reach .big-number")).to_have_text("2")


@pytest.mark.static
def test_a_day_in_the_calendar_fills_the_field_and_loses_nothing(page_for, sweden, asked):
    page = page_for(sweden.secretary())
    page.goto(NEW)
    page.get_by_label("Rubrik").fill("Elevhälsa")
    day = page.locator(".month button.off").last
    wanted = day.get_attribute("value")
    day.click()
    expect(page.get_by_label("Svara senast")).to_have_value(wanted)
    expect(page.locator("#due [role=status]")).to_contain_text("är ingen arbetsdag")
    page.get_by_role("button", name=re.compile("i stället")).click()
    expect(page.locator("#due [role=status]")).to_have_count(0)
    expect(page.get_by_label("Rubrik")).to_have_value("Elevhälsa")


@pytest.mark.parametrize("scripts", [True, False])
def test_from_draft_to_sent_and_recalled(page_for, sweden, asked, axe, scripts):
    page = page_for(sweden.secretary(), java_script_enabled=scripts)
    page.goto(NEW)
    page.get_by_label(re.compile("^Utskick")).check()
    page.get_by_label("Rubrik").fill("Nytt program")
    page.get_by_label("Text till mottagarna").fill("Läs det här.")
    page.get_by_label("Dalarnas län").or_(page.get_by_label("Dalarnas", exact=True)).first.check()
    page.get_by_role("button", name="Räkna om").click()
    expect(page.locator("#reach .big-number")).to_have_text("3")
    page.get_by_role("button", name="Till utskicket").click()
    expect(page.locator("h1")).to_have_text("3 mottagare får utskicket.")
    if scripts:
        axe(page)
    page.get_by_role("button", name="Skicka till 3").click()
    expect(page.locator("h1")).to_contain_text("Ingen av 3 tillfrågade kommuner")
    page.get_by_role("button", name=re.compile("Ångra utskicket")).click()
    expect(page.locator("h1")).to_contain_text("Utskicket ångrades.")


@pytest.mark.static
def test_the_draft_fits_a_narrow_screen(page_for, sweden, asked, axe):
    page = page_for(sweden.secretary())
    page.set_viewport_size(NARROW)
    page.goto(NEW)
    axe(page)
    assert fits(page)


@pytest.mark.static
def test_the_list_is_narrowed_without_leaving_it(page_for, sweden, asked, axe):
    page = page_for(sweden.secretary())
    page.set_viewport_size(NARROW)
    page.goto("/forfragningar/")
    axe(page)
    assert fits(page)
    page.get_by_label("Slag").select_option("survey")
    expect(page.locator("#rows")).to_contain_text("Ingen förfrågan stämmer")
