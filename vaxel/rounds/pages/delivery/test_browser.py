"""The delivery in a real browser: saved as one writes, nothing lost when the line is, by keyboard, on a narrow screen."""

import re

import pytest
from playwright.sync_api import expect

from vaxel.rounds.models import Answer


@pytest.fixture
def address(sweden):
    asked = sweden.round()
    delivery = sweden.delivery(asked)
    return f"/forfragningar/{asked.pk}/{delivery.body_id}/"


@pytest.fixture
def page(page_for, sweden, address):
    page = page_for(sweden.contact())
    page.goto(address)
    return page


def saved(page):
    expect(page.locator("[data-saved]")).to_have_text(re.compile("Sparat kl"))


def test_what_one_writes_is_saved_a_moment_later(page):
    page.get_by_label("Hur mycket användes till barn och unga?").fill("712 500")
    saved(page)
    assert Answer.objects.get().values == {"money": 71_250_000}


def test_what_is_saved_is_not_sent_again_when_one_leaves_the_field_but_what_is_taken_back_is(page):
    sent = []
    page.on("request", lambda request: sent.append(request) if "x-autosave" in request.headers else None)
    money = page.get_by_label("Hur mycket användes till barn och unga?")
    money.fill("712 500")
    saved(page)
    money.blur()
    page.wait_for_timeout(1200)  # longer than what is written waits
    assert len(sent) == 1
    with page.expect_request(lambda request: "x-autosave" in request.headers):
        money.fill("")
    saved(page)


def test_two_changes_in_a_row_are_both_saved(page):
    field = page.get_by_label("Hur mycket användes till barn och unga?")
    field.fill("1")
    saved(page)
    with page.expect_response(re.compile("spara")):
        field.fill("")
    page.wait_for_timeout(200)
    assert Answer.objects.get().values == {}


def lose_the_line(page):
    page.context.set_offline(True)
    page.get_by_label("Hur mycket användes till barn och unga?").fill("640 000")
    expect(page.locator("[data-saved]")).to_have_text(re.compile("Ingen förbindelse"))


def test_a_lost_line_loses_nothing(page):
    lose_the_line(page)
    page.context.set_offline(False)
    saved(page)
    assert Answer.objects.get().values == {"money": 64_000_000}


def test_nor_does_a_closed_browser(page, address):
    lose_the_line(page)
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto(address)
    expect(page.get_by_label("Hur mycket användes till barn och unga?")).to_have_value(re.compile("640.000"))
    saved(page)
    assert Answer.objects.get().values == {"money": 64_000_000}


@pytest.mark.static
def test_a_question_shows_when_its_condition_is_met(page):
    why = page.get_by_label("Varför blev det över?")
    expect(why).to_be_hidden()
    page.get_by_label("Ja", exact=True).check()
    expect(why).to_be_visible()
    page.get_by_label("Nej", exact=True).check()
    expect(why).to_be_hidden()


@pytest.mark.static
def test_without_scripts_every_question_is_there_with_its_condition(page_for, sweden, address):
    page = page_for(sweden.contact(), java_script_enabled=False)
    page.goto(address)
    expect(page.get_by_label("Varför blev det över?")).to_be_visible()
    expect(page.get_by_text("Besvaras bara om svaret på fråga 2 är ”Ja”.")).to_be_visible()


def test_from_first_key_to_receipt_by_keyboard(page, axe):
    axe(page)
    page.get_by_label("Hur mycket användes till barn och unga?").focus()
    page.keyboard.type("712 500")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")  # the group begins at "no answer"; up is "Nej"
    expect(page.get_by_label("Nej", exact=True)).to_be_checked()
    page.get_by_role("button", name="Granska och skicka").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Så ser svaret ut som ni skickar.")
    axe(page)
    page.get_by_role("button", name="Skicka svar").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("article", name=re.compile("Kvittens"))).to_be_visible()
    axe(page)


def test_enter_in_a_field_saves_and_sends_nothing(page):
    page.get_by_label("Hur mycket användes till barn och unga?").fill("5")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Utkastet är sparat. Inget har skickats.")).to_be_visible()


@pytest.mark.static
def test_errors_are_read_first_and_lead_to_their_fields(page, axe):
    page.get_by_label("Hur mycket användes till barn och unga?").fill("mycket")
    page.get_by_role("button", name="Granska och skicka").click()
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    axe(page)
    summary.get_by_role("link").first.click()
    expect(page.get_by_label("Hur mycket användes till barn och unga?")).to_be_focused()


@pytest.mark.static
def test_at_320_px_nothing_scrolls_sideways(page_for, sweden, address):
    page = page_for(sweden.contact())
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
