"""Search as somebody uses it: by the key, while typing, and with nothing but the form."""

import re

import pytest
from playwright.sync_api import expect

from vaxel import search
from vaxel.rounds.conftest import sweden  # noqa: F401 - a fixture
from vaxel.rounds.models import Round

pytestmark = pytest.mark.static  # what is found is tried on both databases in test_page.py


@pytest.fixture
def found(sweden):  # noqa: F811
    for title in ("Elevhälsa i Dalarna", "Elevråd i Halland"):
        Round.objects.filter(pk=sweden.round(title=title).pk).update(is_public=True)
    search.rebuild()


def test_by_the_key_and_narrower_with_every_word(found, new_context, live_server, axe):
    page = new_context().new_page()
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(live_server.url)
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Sök i allt ni får se")).to_be_focused()
    page.keyboard.type("elev")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("2 träffar på ”elev”.")
    axe(page)
    page.keyboard.press("/")
    page.keyboard.press("End")
    page.keyboard.type("hälsa dal")
    expect(page.get_by_role("heading", level=1)).to_have_text("En träff på ”elevhälsa dal”.")
    expect(page).to_have_url(re.compile("q=elevh%C3%A4lsa"))
    expect(page.get_by_role("searchbox")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.get_by_role("link", name="Elevhälsa i Dalarna").click()
    expect(page).to_have_title(re.compile("Elevhälsa i Dalarna"))


def test_the_key_can_be_turned_off(found, new_context, live_server):
    page = new_context().new_page()
    page.goto(f"{live_server.url}/sok/")
    page.get_by_role("button", name="Stäng av").click()
    page.goto(live_server.url)
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Sök i allt ni får se")).not_to_be_focused()


def test_without_scripts(found, new_context, live_server):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url)
    page.get_by_role("searchbox", name="Sök i allt ni får se").fill("a" * 100)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ingen träff")
    page.get_by_role("searchbox").fill("elevhälsan")
    page.get_by_role("button", name="Sök").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("En träff på ”elevhälsan”.")
