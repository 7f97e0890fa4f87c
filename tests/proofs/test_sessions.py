"""The promise of logins in short, and that a secret left behind, a form without a guard and a bare page would be found."""

import pytest
from django.http import HttpResponse

from proofs.doors.found import Found
from proofs.promise import all_met
from proofs.sessions import inside
from proofs.sessions.canaries import Canaries

pytestmark = pytest.mark.django_db


def test_a_part_of_it():
    found = list(inside.figures(0.03))
    assert all_met(found), [one for one in found if not one.ok]


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


def test_a_site_without_its_guard_against_forged_forms_is_found(settings):
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if "Csrf" not in one]
    assert not all_met(list(inside.figures(0.02)))
