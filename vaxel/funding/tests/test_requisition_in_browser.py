"""Two persons at a municipality take up its money, in Chromium: amounts first, then the choice, then the attestation."""

import re

import pytest
from playwright.sync_api import expect

from vaxel.funding.tests.browsing import user_of
from vaxel.funding.tests.claiming import called
from vaxel.network.domain.kinds import Role
from vaxel.rounds.tests.world import make_world


@pytest.fixture
def world(transactional_db):
    return make_world()


def test_one_writes_another_attests_and_the_claim_stands(world, page_for, axe):
    call = called(world)
    page = page_for(user_of(world, world.orsa))
    page.goto(f"/medel/{call.agreement_id}/rekvisition/{world.orsa.pk}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("201\u00a0173\u00a0kr")
    axe(page)
    page.get_by_role("link", name="Rekvirera eller avstå").click()
    expect(page.locator("#medel")).to_contain_text("134\u00a0115,38\u00a0kr")
    page.get_by_label("Vi rekvirerar").first.check()
    page.get_by_label("Vi avstår").last.check()
    page.get_by_label(re.compile("Varför avstår ni från Kunskapsbaserad")).fill("Vi har ingen som kan göra arbetet.")
    page.get_by_label("Bankgiro eller plusgiro").fill("5050-1055")
    axe(page)
    page.get_by_role("button", name="Granska och lämna för beslut").click()
    page.get_by_role("button", name="Lämna för beslut").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("väntar på beslut")

    other = page_for(user_of(world, world.orsa, Role.APPROVER))
    other.goto(f"/forfragningar/{call.round_id}/{world.orsa.pk}/")
    other.get_by_role("button", name="Besluta och skicka").click()
    other.get_by_role("link", name="Rekvisitionen, attesten och pdf").click()
    expect(other.get_by_role("heading", level=1)).to_contain_text("har rekvirerat 134\u00a0115\u00a0kr och avstått")
    expect(other.get_by_text("Attesterat av")).to_be_visible()
    axe(other)
    with other.expect_download() as fetched:
        other.get_by_role("link", name="Rekvisitionen som pdf").click()
    assert fetched.value.suggested_filename.endswith(".pdf")


@pytest.mark.static
def test_who_has_not_is_seen_on_the_narrowest_screen(world, page_for, axe):
    call = called(world)
    page = page_for(user_of(world, world.secretariat, Role.SECRETARIAT))
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"/medel/{call.agreement_id}/rekvisition/")
    expect(page.get_by_role("heading", name=re.compile("Har inte rekvirerat än"))).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    axe(page)
