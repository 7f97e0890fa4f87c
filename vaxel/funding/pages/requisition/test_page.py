"""Who has requisitioned: the sentence, the sums, and names only to those who may see them."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from vaxel.funding.models import RequisitionCall
from vaxel.funding.tests.browsing import browser, text
from vaxel.funding.tests.claiming import called, requisitioned
from vaxel.funding.tests.money import decided
from vaxel.network.domain.kinds import Role
from vaxel.rounds.tests.world import make_world


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def call(world):
    return called(world)


def address(call):
    return reverse("requisition", args=[call.agreement_id])


def test_anyone_meets_the_sentence_and_the_sums_without_a_name(world, call):
    requisitioned(call, world, world.mora)
    requisitioned(call, world, world.orsa, accept=set())
    page = text(browser().get(address(call)))
    assert re.search(r"En av \w+ har rekvirerat\. \w+ har inte gjort det än, en har avstått; rätten faller bort", page)
    assert "färre än tre" in page
    assert "395 640,36" not in page
    assert "Orsa" not in page
    assert "Mora" not in page


def test_who_pays_sees_all_by_name_and_what_waits_first(world, call):
    requisitioned(call, world, world.mora)
    page = text(browser(world, world.secretariat, Role.SECRETARIAT).get(address(call)))
    assert page.index("Har inte rekvirerat än (") < page.index("Har rekvirerat (")
    assert "Varbergs kommun" in page
    assert "Mora kommun" in page
    assert "395 640,36 kr" in page


def test_a_county_sees_its_own_by_name_and_no_others(world, call):
    page = text(browser(world, world.dalarna, Role.COORDINATOR).get(address(call)))
    assert "Orsa kommun" in page
    assert "Varbergs kommun" not in page


def test_a_municipality_sees_itself_alone(world, call):
    page = text(browser(world, world.mora).get(address(call)))
    assert "Er del: Mora kommun" in page
    assert "Orsa kommun" not in page


def test_the_payer_begins_it_with_one_button(world):
    decision = decided(world, year=2027)
    agreement = decision.agreement
    secretary = browser(world, world.secretariat, Role.SECRETARIAT)
    page = text(secretary.get(reverse("requisition", args=[agreement.pk])))
    assert "Rekvisitionen är inte skickad än" in page
    assert "Gör ett utkast" in page
    again = {"attested": "1"}
    to = secretary.post(reverse("requisition_call", args=[agreement.pk]), again)
    assert to.status_code == 302
    assert to.url == secretary.post(reverse("requisition_call", args=[agreement.pk]), again).url
    assert RequisitionCall.objects.count() == 1
    assert "Rekvisition av medel" in text(secretary.get(to.url, follow=True))
    assert "Gör ett utkast" not in text(secretary.get(reverse("requisition", args=[agreement.pk])))


def test_the_agreements_page_says_how_far_it_has_come_and_leads_here(world, call):
    page = browser(world, world.mora).get(reverse("money_agreement", args=[call.agreement_id]))
    assert "Ingen av" in text(page)
    assert address(call) in page.content.decode()
    assert reverse("requisition_body", args=[call.agreement_id, world.mora.pk]) in page.content.decode()


def test_nobody_else_begins_it(world):
    decision = decided(world, year=2027)
    there = reverse("requisition_call", args=[decision.agreement_id])
    assert browser(world, world.mora).post(there).status_code == 404
    assert browser().post(there).status_code == 302
    assert not RequisitionCall.objects.exists()


def test_a_draft_is_not_here_yet(world):
    from vaxel.funding.tests.money import drafted

    there = reverse("requisition", args=[drafted(world).pk])
    assert browser(world, world.secretariat, Role.SECRETARIAT).get(there).status_code == 404
    assert browser().get(there).status_code == 302


def test_as_many_queries_for_one_as_for_three(world, call):
    secretary = browser(world, world.secretariat, Role.SECRETARIAT)
    secretary.get(address(call))

    def queries():
        with CaptureQueriesContext(connection) as seen:
            secretary.get(address(call))
        return len(seen)

    requisitioned(call, world, world.mora)
    one = queries()
    requisitioned(call, world, world.orsa, accept=set())
    requisitioned(call, world, world.falun, accept={"handlingsplaner"})
    assert queries() == one
