"""Every page of the network and of one's account in a real browser: axe, 320 px, keyboard, live search."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate, UnitImport

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def region(little_sweden, acting):
    """The region's contact, with a vacant seat and a file waiting."""
    browser = acting(Role.CONTACT, little_sweden["region"], name="Kontakt i regionen")
    browser.vacant = Mandate.objects.create(body=little_sweden["region"], role=Role.APPROVER, title="ekonomichef")
    rows = [
        [2, "P1", "Helt annan klinik", "", None],
        [3, "P2", "Öppenvården", "P1", None],
        [4, "", "Utan id", "", None],
    ]
    browser.draft = UnitImport.objects.create(principal=little_sweden["region"], file_name="enheter.csv", rows=rows)
    return browser


def addresses(region, body):
    names = ("body", "manage_body", "appoint", "units", "new_unit", "import_units")
    yield from (reverse(name, args=[body.pk]) for name in names)
    yield reverse("end_mandate", args=[region.vacant.pk])
    yield reverse("fill_mandate", args=[region.vacant.pk])
    yield reverse("correct_holder", args=[Mandate.objects.get(person=region.person).pk])
    yield reverse("unit_import", args=[region.draft.pk])
    yield from (reverse(name) for name in ("network", "account", "mfa_index", "account_change_password"))
    yield reverse("network") + "?q=mora&dag=2010-01-01"


@pytest.mark.static
def test_every_page_is_accessible_and_fits_a_phone(page_for, axe, region, little_sweden):
    page = page_for(region.person.user)
    for address in addresses(region, little_sweden["region"]):
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.goto(address).status == 200
            axe(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{address} is wider than {width}"


@pytest.mark.static
def test_the_login_pages_are_accessible_to_anyone(new_context, axe, little_sweden):
    page = new_context().new_page()
    for name in ("account_login", "account_reset_password", "network"):
        page.goto(reverse(name))
        axe(page)


@pytest.mark.static
def test_hits_come_as_one_writes_and_the_address_follows(new_context, little_sweden):
    page = new_context().new_page()
    page.goto(reverse("network"))
    page.get_by_label("Namn eller kod").press_sequentially("mor")
    expect(page.get_by_role("link", name="Mora kommun")).to_be_visible()
    page.wait_for_url("**q=mor**")
    assert page.title().startswith("Nätverket")


def test_a_vacant_seat_is_filled_by_keyboard_alone_and_without_javascript(page_for, region, little_sweden):
    page = page_for(region.person.user, java_script_enabled=False)
    page.goto(reverse("manage_body", args=[little_sweden["region"].pk]))
    page.get_by_role("link", name="Tillsätt").press("Enter")
    page.get_by_label("Namn").fill("Ny attestant")
    page.get_by_label("E-post").fill("attestant@dalarna.example")
    page.get_by_role("button", name="Tillsätt platsen").press("Enter")
    expect(page.get_by_text("Ny attestant har fått uppdraget och en inbjudan med e-post.")).to_be_visible()


@pytest.mark.static
def test_ones_own_menu_closes_when_one_tabs_past_it(page_for, region):
    page = page_for(region.person.user)
    page.goto(reverse("account"))
    menu = page.locator(".shell-me details")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("open", "")
    for _stop in range(menu.locator("a, button").count()):
        page.keyboard.press("Tab")
        expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    expect(menu).not_to_have_attribute("open", "")
