"""A receiver's own part: one sentence, the amounts to the öre, the claim as pdf, and whoever may not see it does not."""

import io
import re

import pikepdf
import pytest
from django.urls import reverse

from vaxel.calendar import clock
from vaxel.funding.pages.requisition.found import body_of
from vaxel.funding.pages.requisition_body.claim import sheet_of
from vaxel.funding.queries.claims import part_of_body
from vaxel.funding.tests.browsing import browser, text
from vaxel.funding.tests.claiming import answer, called, delivery_of, requisitioned
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate
from vaxel.rounds.commands import answers
from vaxel.rounds.tests.world import make_world


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def call(world):
    call = called(world)
    approver = world.actor(world.mora, Role.APPROVER)
    Mandate.objects.filter(pk=approver.mandate_id).update(title="ekonomichef")
    return call


def address(call, body, name="requisition_body"):
    return reverse(name, args=[call.agreement_id, body.pk])


def test_one_sentence_says_how_much_until_when_and_who_attests(world, call):
    page = text(browser(world, world.mora).get(address(call, world.mora)))
    who = world.actor(world.mora, Role.APPROVER).name
    assert re.search(
        rf"Mora kommun är beviljad 593 461 kr, att rekvirera senast den [\w ]+ och attestera av {who}, ekonomichef\.",
        page,
    )
    assert "efter folkmängd 1 november 2019" in page
    assert "395 640,36 kr" in page


def test_nobody_to_attest_is_said(world, call):
    page = text(browser(world, world.varberg).get(address(call, world.varberg)))
    assert "Ingen attestant är upplagd" in page


def test_taken_up_whole_it_is_the_published_payout(world, call):
    requisitioned(call, world, world.mora)
    page = text(browser(world, world.mora).get(address(call, world.mora)))
    assert "Mora kommun har rekvirerat 593 461 kr, hela sin del." in page
    assert "Attesterat av" in page
    assert "ekonomichef" in page


def test_a_part_is_added_exactly_and_rounded_once(world, call):
    requisitioned(call, world, world.orsa, accept={"handlingsplaner"})
    page = text(browser(world, world.orsa).get(address(call, world.orsa)))
    assert "Orsa kommun har rekvirerat 134 115 kr och avstått från resten av sina 201 173 kr." in page
    assert "De exakta andelarna är 134 115,38 kr, avrundat en gång: −0,38 kr." in page
    assert "Vi har ingen som kan göra arbetet." in page


def test_gotland_has_both_its_parts_each_rounded_by_itself(world, call):
    requisitioned(call, world, world.gotland)
    page = text(browser(world, world.gotland).get(address(call, world.gotland)))
    assert "Som kommun" in page
    assert "Som region" in page


def test_the_claim_as_pdf_is_tagged_and_says_what_is_paid_to_whom_and_who_attested(world, call):
    kim = browser(world, world.mora)
    assert kim.get(address(call, world.mora, "requisition_claim")).status_code == 404
    answer(call, world.mora, by=world.actor(world.mora))
    assert kim.get(address(call, world.mora, "requisition_claim")).status_code == 404
    answers.decide(
        delivery_of(call, world.mora),
        by=world.actor(world.mora, Role.APPROVER),
        key=None,
        received_at=clock.now(),
    )
    made = kim.get(address(call, world.mora, "requisition_claim"))
    assert made["Content-Type"] == "application/pdf"
    content = b"".join(made.streaming_content) if made.streaming else made.content
    with pikepdf.open(io.BytesIO(content)) as file, file.open_metadata() as said:
        assert said.pdfa_status == "2A"
        assert said["dc:title"] == "Rekvisition av medel"
    assert content.count(b"/TH") >= 2


def test_the_claim_says_what_is_paid_to_whom_and_who_attested(world, call):
    requisitioned(call, world, world.mora)
    mora = body_of(world.mora.pk)
    sheet = sheet_of(call.agreement, mora, part_of_body(call.agreement, mora))
    assert sheet.sum == ("Att betala ut", "593\u00a0461\u00a0kr")
    facts, attest = dict(sheet.facts), dict(sheet.attest)
    assert (facts["Från"], facts["Till"]) == ("Mora kommun", "Nationella sekretariatet")
    assert facts["Bankgiro eller plusgiro"] == "5050-1055"
    assert facts["Kvittens"].startswith(call.round.number)
    (table,) = sheet.tables
    assert [row[1] for row in table.rows] == ["395\u00a0640,36\u00a0kr", "197\u00a0820,18\u00a0kr"]
    assert any("+0,46" in note for note in table.notes)
    assert attest["Attesterat av"].endswith(", ekonomichef")


def test_others_do_not_see_it(world, call):
    there = address(call, world.mora)
    assert browser(world, world.varberg).get(there).status_code == 404
    assert browser(world, world.orsa).get(there).status_code == 404
    assert browser().get(there).status_code == 302
    assert browser(world, world.dalarna, Role.COORDINATOR).get(there).status_code == 200
    assert browser(world, world.secretariat, Role.SECRETARIAT).get(there).status_code == 200


def test_a_body_without_a_part_has_no_page(world, call):
    there = address(call, world.clinic)
    assert browser(world, world.secretariat, Role.SECRETARIAT).get(there).status_code == 404


def test_the_amounts_stand_before_the_questions(world, call):
    page = browser(world, world.mora).get(reverse("delivery", args=[call.round_id, world.mora.pk])).content.decode()
    assert page.index('id="medel"') < page.index('id="svara"')
    assert "395\u00a0640,36" in page
    assert "Granska och lämna för beslut" in page
    assert "Inget att redovisa" not in page


def test_the_rounds_page_leads_to_the_sums(world, call):
    page = browser(world, world.secretariat, Role.SECRETARIAT).get(reverse("round", args=[call.round_id]))
    assert reverse("requisition", args=[call.agreement_id]) in page.content.decode()
