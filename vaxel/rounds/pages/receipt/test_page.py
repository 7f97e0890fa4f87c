"""The copy for the own register, to those who may open the answer."""

import pytest
from django.urls import reverse

from vaxel.rounds.pages.delivery.test_page import browser, send, text


@pytest.fixture
def delivery(sweden):
    return sweden.delivery(sweden.round())


def address(delivery):
    return reverse("delivery_copy", args=[delivery.round_id, delivery.body_id])


def test_nothing_sent_nothing_to_copy(sweden, delivery):
    assert browser(sweden.contact()).get(address(delivery)).status_code == 404


def test_pdf_and_a_line_for_the_register_with_the_own_number(sweden, delivery):
    kim = browser(sweden.contact())
    send(kim, delivery)
    copy = kim.get(address(delivery), {"dnr": "KS 2026/12", "format": "pdf"})
    assert copy.content.startswith(b"%PDF")
    line = kim.get(address(delivery), {"dnr": "KS 2026/12", "format": "csv"})
    assert "KS 2026/12" in line.content.decode()
    assert "Kim, utredare" in line.content.decode()
    assert "KS 2026/12" not in text(kim.get(reverse("delivery", args=[delivery.round_id, delivery.body_id])))


def test_a_neighbour_gets_none(sweden, delivery):
    send(browser(sweden.contact()), delivery)
    assert browser(sweden.contact("mora")).get(address(delivery)).status_code == 404
