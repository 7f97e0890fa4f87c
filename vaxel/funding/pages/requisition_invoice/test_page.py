"""The claim as an electronic invoice: one line to the payout, and what it was checked against said plainly."""

import pytest
from django.urls import reverse
from lxml import etree

from vaxel.funding.queries.requisition_questions import ORG_NUMBER
from vaxel.funding.tests.browsing import browser, text
from vaxel.funding.tests.claiming import attest, called, delivery_of, values
from vaxel.network.domain.kinds import Role
from vaxel.rounds.commands import answers
from vaxel.rounds.tests.world import make_world

CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def call(world):
    return called(world, reference="3500", payer_org_number="222000-0315")


def claim(call, world, org_number):
    mine, by = delivery_of(call, world.mora), world.actor(world.mora)
    answers.save_draft(mine, values(call, world.mora) | {ORG_NUMBER: org_number}, by=by)
    answers.submit(mine, by=by, key=None, received_at=world.now())
    attest(call, world.mora, by=world.actor(world.mora, Role.APPROVER))


def address(call, world, name):
    return reverse(name, args=[call.agreement_id, world.mora.pk])


def test_the_invoice_holds_the_payout_and_the_reference_code(world, call):
    claim(call, world, "212000-2239")
    kim = browser(world, world.mora)
    made = kim.get(address(call, world, "requisition_invoice_file"))
    root = etree.fromstring(made.content)
    assert root.findtext(f".//{CBC}PayableAmount") == "593461.00"
    assert root.findtext(f".//{CBC}BuyerReference") == "3500"
    page = text(kim.get(address(call, world, "requisition_invoice")))
    assert "Peppols egna och svenska regler" in page or "inga regler är installerade" in page


def test_without_a_number_it_is_said_what_to_do(world, call):
    claim(call, world, "")
    page = text(browser(world, world.mora).get(address(call, world, "requisition_invoice")))
    assert "E-fakturan går inte att göra än." in page
    assert "organisationsnummer" in page
    assert browser(world, world.mora).get(address(call, world, "requisition_invoice_file")).status_code == 422


def test_nothing_taken_up_is_no_invoice(world, call):
    assert browser(world, world.mora).get(address(call, world, "requisition_invoice")).status_code == 404
