"""A function mailbox answers on a phone, without an account: opened, confirmed, written, signed, sent, taken back."""

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from vaxel.network.models import FunctionMailbox
from vaxel.rounds.domain.state import Outcome, outcome
from vaxel.rounds.models import Answer, AnsweringLink, Delivery, Receipt
from vaxel.rounds.pages.by_link.test_page import link_to

NARROW = {"width": 320, "height": 640}


@pytest.fixture
def delivery(sweden):
    cache.clear()
    FunctionMailbox.objects.create(body=sweden.bodies["falun"], address="kommun@falun.example")
    return sweden.delivery(sweden.round(), "falun")


@pytest.fixture
def look(axe):
    def holds(page):
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], page.url
        axe(page)

    return holds


def test_a_function_mailbox_answers_on_a_phone(new_context, delivery, look):
    _link, path = link_to(delivery)
    page = new_context(has_touch=True, is_mobile=True).new_page()
    page.set_viewport_size(NARROW)
    page.goto(path)
    look(page)
    then_opening_it_has_written_nothing()
    page.get_by_role("button", name="Bekräfta mottagande").tap()
    expect(page.get_by_text("Mottagandet är bekräftat.")).to_be_visible()
    page.get_by_label("Hur mycket användes till barn och unga?").fill("712 500")
    page.get_by_text("Nej", exact=True).tap()
    expect(page.get_by_text("Sparat")).to_be_visible()
    then_it_is_a_draft(delivery)
    page.get_by_role("button", name="Granska och skicka").tap()
    look(page)
    page.get_by_role("button", name="Skicka svar").tap()
    expect(page.get_by_role("link", name="Skriv ert namn")).to_be_visible()
    look(page)
    page.get_by_label("Ert namn").fill("Alva Ek")
    page.get_by_label("Er titel eller roll").fill("kanslist")
    page.get_by_role("button", name="Skicka svar").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ert svar är skickat.")
    expect(page.get_by_text("Alva Ek, kanslist enligt egen uppgift, via länk skickad till")).to_be_visible()
    look(page)
    then_it_is_sent(delivery)
    AnsweringLink.objects.update(revoked_at=delivery.round.sent_at)
    assert page.goto(path).status == 410
    expect(page.get_by_text("Länken är återkallad")).to_be_visible()
    look(page)


def then_opening_it_has_written_nothing():
    assert not Receipt.objects.exists()


def then_it_is_a_draft(delivery):
    assert Answer.objects.get(delivery=delivery).values == {"money": 71_250_000, "more": "no"}


def then_it_is_sent(delivery):
    assert outcome(Delivery.objects.get(pk=delivery.pk).state) == Outcome.ANSWERED
    assert Receipt.objects.get(step="answered").by_link.name == "Alva Ek"
