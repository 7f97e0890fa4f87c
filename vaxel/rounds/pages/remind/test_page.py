import datetime as dt

import pytest
from django.urls import reverse

from vaxel.calendar.clock import now
from vaxel.network.models import FunctionMailbox
from vaxel.rounds.domain.state import Flag, Outcome
from vaxel.rounds.models import Delivery, Reminder, UnfoldedMark
from vaxel.rounds.tests.browsing import browser, text_of


@pytest.fixture
def asked(sweden):
    asked = sweden.round()
    Delivery.objects.filter(round=asked, body=sweden.bodies["falun"]).update(state=Outcome.ANSWERED)
    UnfoldedMark.objects.create(round_id=asked.pk, position=0)
    sweden.contact("mora")
    FunctionMailbox.objects.create(body=sweden.bodies["solna"], address="solna@example.org")
    return asked


def test_who_is_reminded_and_how_is_shown_before(sweden, asked):
    page = text_of(browser(sweden.secretary()).get(reverse("round_remind", args=[asked.pk])))
    assert "Tre påminns, inga andra." in page
    assert "kontaktpersonen" in page
    assert "funktionsbrevlådan" in page
    assert "ingen adress finns" in page
    assert "Falu kommun" not in page
    assert not Reminder.objects.exists()


def test_the_missing_alone_are_reminded_and_the_unreachable_named(sweden, asked):
    client = browser(sweden.secretary())
    page = text_of(client.post(reverse("round_remind", args=[asked.pk]), follow=True))
    assert "Två påmindes." in page
    assert "Ingen adress finns till Orsa kommun." in page
    assert Reminder.objects.filter(round=asked).count() == 3


def test_twice_the_same_day_sends_nothing_new(sweden, asked):
    client = browser(sweden.secretary())
    client.post(reverse("round_remind", args=[asked.pk]))
    page = text_of(client.post(reverse("round_remind", args=[asked.pk]), follow=True))
    assert "Tre hade redan påmints i dag" in page
    assert Reminder.objects.filter(round=asked).count() == 3


def test_the_county_reminds_within_its_own_part(sweden, asked):
    client = browser(sweden.coordinator())
    node = sweden.bodies["dalarna"].pk
    client.post(reverse("round_remind", args=[asked.pk]), {"nod": node})
    reminded = set(Reminder.objects.values_list("body_id", flat=True))
    assert reminded == {sweden.bodies["mora"].pk, sweden.bodies["orsa"].pk}


def test_nobody_else_may(sweden, asked):
    address = reverse("round_remind", args=[asked.pk])
    assert browser(sweden.contact("solna")).get(address).status_code == 404
    assert browser(sweden.contact("solna")).post(address, {"nod": sweden.bodies["dalarna"].pk}).status_code == 404
    assert not Reminder.objects.exists()


def test_who_is_to_complete_is_reminded_too_and_the_next_in_order_is_shown(sweden, asked):
    state = Outcome.ANSWERED | Flag.COMPLETION_REQUESTED
    Delivery.objects.filter(round=asked, body=sweden.bodies["falun"]).update(state=state)
    sweden.contact("falun")
    FunctionMailbox.objects.create(body=sweden.bodies["mora"], address="mora@example.org")
    facts = {"matter": "answer", "reached": "contact", "day": dt.date(2026, 1, 8), "at": now()}
    Reminder.objects.create(round=asked, body=sweden.bodies["mora"], **facts)
    page = text_of(browser(sweden.secretary()).get(reverse("round_remind", args=[asked.pk])))
    assert "Fyra påminns, inga andra." in page
    assert "ska komplettera sitt svar" in page
    mora = page[page.index("Mora kommun") :]
    assert "funktionsbrevlådan" in mora[: mora.index("</tr>")]
