"""A county passes a round on: to those who wait, once each, with a text to forward."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.kinds import Route
from vaxel.rounds.domain.state import Flag, Step
from vaxel.rounds.models import AlsoReached, Delivery, Receipt
from vaxel.rounds.pages.delivery.test_page import browser, text


@pytest.fixture
def asked(sweden):
    """Stepwise: the county's two wait at the county, which also holds a body that was not asked."""
    asked = sweden.round("falun", "mora", "solna", route=Route.STEPWISE)
    county = sweden.bodies["dalarna"]
    Delivery.objects.filter(round=asked, body__in=[sweden.bodies["falun"], sweden.bodies["mora"]]).update(
        waits_at=county
    )
    return asked


@pytest.fixture
def sam(sweden):
    return browser(sweden.coordinator())


def address(asked):
    return reverse("round_relay", args=[asked.pk])


def test_those_who_wait_are_chosen_from_the_start(sam, asked):
    page = text(sam.get(address(asked)))
    for words in (
        "2 väntar på att ni skickar vidare",
        "Falu kommun",
        "Mora kommun",
        "Orsa kommun",
        "Text att mejla vidare",
    ):
        assert words in page
    assert "Solna" not in page
    assert page.count("checked") == 2


def test_passed_on_once_however_often_it_is_pressed(sweden, sam, asked):
    chosen = [sweden.bodies["falun"].pk, sweden.bodies["orsa"].pk]
    for _time in range(2):
        answer = sam.post(address(asked), {"bodies": chosen, "text": "Hör av er", "key": "k"})
        assert answer.status_code in (302, 422)
    falun = sweden.delivery(asked, "falun")
    assert (falun.waits_at_id, falun.via_id, bool(falun.state & Flag.RELAYED)) == (
        None,
        sweden.bodies["dalarna"].pk,
        True,
    )
    assert Receipt.objects.filter(step=Step.RELAYED).count() == 1
    assert AlsoReached.objects.get().body == sweden.bodies["orsa"]


def test_nobody_chosen_is_said_at_the_field(sam, asked):
    answer = sam.post(address(asked), {"text": "", "key": "k"})
    assert answer.status_code == 422
    assert "Välj minst en mottagare" in text(answer)


def test_a_body_outside_ones_part_is_refused(sweden, sam, asked):
    answer = sam.post(address(asked), {"bodies": [sweden.bodies["solna"].pk], "key": "k"})
    assert answer.status_code == 422
    assert not Receipt.objects.exists()


def test_only_the_coordinating_body_may(sweden, asked):
    contact = browser(sweden.contact("solna"))
    assert contact.get(f"{address(asked)}?nod={sweden.bodies['dalarna'].pk}").status_code == 404
    assert (
        browser(sweden.coordinator("stockholm")).get(f"{address(asked)}?nod={sweden.bodies['dalarna'].pk}").status_code
        == 404
    )


def test_the_page_asks_the_database_equally_often(sweden, sam, asked):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            sam.get(address(asked))
        return len(seen)

    few = queries()
    for number in range(3):
        sweden.body(f"x{number}", Kind.MUNICIPALITY, f"Ny{number} kommun", f"29{number}", "dalarna", "mellan", "nation")
    assert queries() == few
