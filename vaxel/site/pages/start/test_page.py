import pytest
from django.test import Client

from vaxel.adoption.domain.retiring import Outcome
from vaxel.adoption.models import Retirement, Thing
from vaxel.calendar.clock import now, today
from vaxel.network.models import Body
from vaxel.rounds.conftest import sweden  # noqa: F401 - a fixture
from vaxel.rounds.models import Round


def page_for(user=None):
    browser = Client()
    if user:
        browser.force_login(user)
    return browser.get("/").content.decode()


@pytest.fixture
def public(sweden):  # noqa: F811
    asked = sweden.round(title="Redovisningen")
    Round.objects.filter(pk=asked.pk).update(is_public=True)
    return asked


def test_anyone_reads_on_from_what_is_going_on(public):
    page = page_for()
    assert "Det här händer nu" in page
    assert f'href="/forfragningar/{public.pk}/"' in page


def test_anyone_reads_what_is_decided_and_how_to_say_something(sweden):  # noqa: F811
    owner = Body.objects.order_by("pk").first()
    thing = Thing.objects.create(name="Häftet", kind="metod", owner=owner, since=today())
    page = page_for()
    assert "Det här är beslutat" not in page
    Retirement.objects.create(
        thing=thing, reason="", proposed_at=now(), outcome=Outcome.KEEP, state="kept", decided_at=now()
    )
    page = page_for()
    assert "Häftet används även i fortsättningen" in page
    assert 'href="/sag-nagot/"' in page


def test_a_municipality_meets_its_own_state_and_no_dash(sweden, public):  # noqa: F811
    page = page_for(sweden.contact())
    assert 'data-label="Läge">har inte svarat<' in page


def test_eight_empty_weeks_are_a_sentence_and_no_chart(sweden):  # noqa: F811
    assert "Inga svar ska in de veckorna." in page_for(sweden.secretary())
