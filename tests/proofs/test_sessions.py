"""The promise of logins in short, and that a secret left behind, a form without a guard and a bare page would be found."""

import pytest
from django.http import HttpResponse

from proofs.doors.found import Found
from proofs.doors.scene import scene
from proofs.sessions import inside
from proofs.sessions.canaries import Canaries

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def here(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), scene() as found:
        yield found


def test_logins_are_throttled_and_sessions_renewed():
    assert inside._heard_for_one_login() <= 5
    assert inside._heard_from_one_address() <= 10
    assert not inside._rotated().wrong


def test_a_part_of_the_forms_and_pages(here):
    for found in (inside._forged(here, 25), inside._told(here, 25)):
        assert found.count > 10
        assert not found.wrong, found.wrong[:5]


def test_a_secret_in_a_log_is_found_however_it_was_quoted():
    sown = Canaries()
    secret = sown.known("abcdefghijklmnopqrstuvwxyz.signature", "a link")
    assert sown.hits({"log": f"Not Found: /lank/{secret.replace('.', '%2E')}/", "journal": ""}) == ["log: a link"]
    assert not sown.hits({"log": "Not Found: /lank/…/"})


def test_a_bare_page_is_found():
    found = Found()
    inside._judge(found, "a page", HttpResponse("hej"), private=True)
    assert "no policy" in found.wrong[0]
    assert "kept" in found.wrong[0]


def test_a_site_without_its_guard_against_forged_forms_is_found(here, settings):
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if "Csrf" not in one]
    assert inside._forged(here, 60).wrong
