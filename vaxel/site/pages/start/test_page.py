import pytest
from django.test import Client

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


def test_a_municipality_meets_its_own_state_and_no_dash(sweden, public):  # noqa: F811
    page = page_for(sweden.contact())
    assert 'data-label="Läge">har inte svarat<' in page


def test_eight_empty_weeks_are_a_sentence_and_no_chart(sweden):  # noqa: F811
    assert "Inga svar ska in de veckorna." in page_for(sweden.secretary())
