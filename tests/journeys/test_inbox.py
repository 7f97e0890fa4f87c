"""The inbox of someone with two mandates: one list, taken by keyboard, opened in the right mandate."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)


def test_through_the_inbox_by_keyboard(sign_in, axe):
    page = sign_in("coordinator")
    page.goto("/inkorg/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("väntar")
    axe(page)
    page.keyboard.press("j")
    page.keyboard.press("t")
    expect(page.get_by_text("du har tagit den").first).to_be_visible()
    page.get_by_role("link", name="Det jag har tagit").click()
    expect(page.locator("[data-inbox] > li")).to_have_count(1)
    page.get_by_role("button", name="Lämna tillbaka").click()
    expect(page.get_by_text("Den är lämnad tillbaka")).to_be_visible()
    page.goto("/inkorg/")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url("/inkorg/")


def test_a_colleague_sees_who_took_it(sign_in):
    first = sign_in("coordinator")
    first.goto("/inkorg/")
    first.get_by_role("button", name="Jag tar den").first.click()
    second = sign_in("second_coordinator")
    second.goto("/inkorg/")
    expect(second.get_by_text("har tagit den").first).to_be_visible()
    expect(second.get_by_role("button", name="Ta över").first).to_be_visible()
