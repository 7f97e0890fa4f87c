"""The builder in a real browser: from a name to a question ready to use, by keyboard alone."""

import pytest
from playwright.sync_api import expect

from vaxel.rounds.models import Template


@pytest.fixture
def page(page_for, sweden):
    page = page_for(sweden.secretary())
    page.goto("/forfragningar/mallar/")
    return page


def press(page, name):
    page.get_by_role("button", name=name).first.focus()
    page.keyboard.press("Enter")


def test_a_first_question_by_keyboard(page, axe):
    axe(page)
    page.get_by_label("Vad ska mallen heta?").focus()
    page.keyboard.type("Enkät om samverkan")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Enkät om samverkan")
    axe(page)
    press(page, "Ja eller nej")
    expect(page.get_by_label("Frågan", exact=True)).to_be_focused()
    axe(page)
    page.keyboard.type("Har ni en gemensam ingång?")
    press(page, "Spara frågan")
    expect(page.get_by_text("En fråga, färdig att använda")).to_be_visible()
    axe(page)
    (question,) = Template.objects.get().versions.get().content["sections"][0]["questions"]
    assert question["label"] == "Har ni en gemensam ingång?"


def test_a_removal_is_undone(page):
    page.get_by_label("Vad ska mallen heta?").fill("Enkät")
    page.keyboard.press("Enter")
    press(page, "Kort text")
    page.get_by_label("Frågan", exact=True).fill("Vem är kontakt?")
    press(page, "Spara frågan")
    press(page, "Ta bort Vem är kontakt?")
    expect(page.get_by_text("Borttaget: ”Vem är kontakt?”")).to_be_visible()
    press(page, "Ångra")
    expect(page.get_by_role("button", name="Ändra Vem är kontakt?")).to_be_visible()


@pytest.mark.static
def test_at_320_px_nothing_scrolls_sideways(page, sweden):
    page.set_viewport_size({"width": 320, "height": 800})
    template = sweden.template(frozen=False).template
    page.goto(f"/forfragningar/mallar/{template.pk}/?oppen=more")
    expect(page.get_by_label("Svarsalternativ")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
