"""What the one small script does, and that everything works without it."""

import pytest
from playwright.sync_api import expect

from vaxel.ui.tests.pages_for_tests import SAVED

pytestmark = [pytest.mark.django_db, pytest.mark.static, pytest.mark.urls("vaxel.ui.tests.pages_for_tests")]


@pytest.fixture(autouse=True)
def nothing_saved():
    SAVED.clear()


@pytest.fixture
def page(new_context):
    page = new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto("/prov/form/")
    return page


def test_what_is_written_is_saved_and_said(page):
    page.get_by_label("Text").first.fill("Första utkastet")
    expect(page.locator("[data-saved]")).to_contain_text("Sparat kl.")
    assert SAVED[-1]["text"] == "Första utkastet"


def test_a_lost_line_loses_nothing(page):
    page.context.set_offline(True)
    page.get_by_label("Text").first.fill("Skrivet på tåget")
    expect(page.locator("[data-saved]")).to_contain_text("Ingen förbindelse")
    assert not SAVED
    page.context.set_offline(False)
    expect(page.locator("[data-saved]")).to_contain_text("Sparat kl.")
    assert SAVED[-1]["text"] == "Skrivet på tåget"


def test_what_was_kept_is_there_again_after_the_page_was_closed(page):
    page.context.set_offline(True)
    page.get_by_label("Text").first.fill("Skrivet på tåget")
    expect(page.locator("[data-saved]")).to_contain_text("Ingen förbindelse")
    context = page.context
    page.close()
    context.set_offline(False)
    page = context.new_page()
    page.goto("/prov/form/")
    expect(page.get_by_label("Text").first).to_have_value("Skrivet på tåget")
    expect(page.locator("[data-saved]")).to_contain_text("Sparat kl.")
    assert page.evaluate("localStorage.length") == 0


def test_a_double_click_sends_once(page):
    page.get_by_label("Text").first.fill("En gång")
    page.get_by_role("button", name="Skicka").dblclick()
    expect(page.get_by_text("tagit emot")).to_be_visible()
    assert len(SAVED) == 1


def test_a_text_is_copied(page):
    page.get_by_role("button", name="Kopiera texten").click()
    expect(page.get_by_role("button", name="Kopierad")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "Hej"


@pytest.mark.parametrize(("link", "said"), [("#ask", "Svarstiden gick ut"), ("#ask-gone", "Den här sidan finns inte")])
def test_a_fault_in_a_part_is_said_above_and_the_part_is_left_alone(page, link, said):
    page.locator(link).click()
    expect(page.locator("#said")).to_contain_text(said)
    expect(page.locator("#part")).to_have_text("orört")


@pytest.mark.parametrize("address", ["/prov/nej/", "/finns-inte/", "/prov/pang/"])
def test_fault_pages_read_well_for_all(new_context, axe, address):
    page = new_context().new_page()
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(address)
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_all_of_it_works_without_scripts(new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/prov/form/")
    page.get_by_label("Text").first.fill("Utan")
    page.get_by_role("button", name="Skicka").click()
    expect(page.get_by_text("tagit emot")).to_be_visible()
    assert SAVED[-1]["text"] == "Utan"
