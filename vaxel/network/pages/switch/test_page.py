import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_mandates(little_sweden, acting):
    browser = acting(Role.COORDINATOR, little_sweden["county"])
    second = Mandate.objects.create(
        person=browser.person, body=little_sweden["region"], role=Role.CONTACT, valid_from=dt.date(2020, 1, 1)
    )
    return browser, second


def acts_for(browser):
    return browser.get(reverse("network")).wsgi_request.actor.body_id


def test_one_click_and_one_acts_for_the_other(two_mandates, little_sweden):
    browser, second = two_mandates
    assert acts_for(browser) == little_sweden["county"].pk
    answer = browser.post(reverse("switch_mandate"), {"mandate": second.pk, "next": "/natverk/"})
    assert answer["Location"] == "/natverk/"
    assert acts_for(browser) == little_sweden["region"].pk


@pytest.mark.parametrize("chosen", ["", "abc", "0", "999999999999999999999", "-1"])
def test_a_mandate_that_is_not_ones_own_does_not_exist(two_mandates, chosen):
    browser, _ = two_mandates
    assert browser.post(reverse("switch_mandate"), {"mandate": chosen}).status_code == 404


def test_the_way_onward_never_leaves_the_site(two_mandates):
    browser, second = two_mandates
    answer = browser.post(reverse("switch_mandate"), {"mandate": second.pk, "next": "//ond.example/"})
    assert answer["Location"] == reverse("start")


def test_when_the_chosen_mandate_ends_the_other_one_takes_over(two_mandates, little_sweden):
    browser, second = two_mandates
    browser.post(reverse("switch_mandate"), {"mandate": second.pk})
    Mandate.objects.filter(pk=second.pk).update(valid_to=dt.date(2026, 12, 1))
    with time_machine.travel("2026-12-01T08:00:00Z"):
        browser.force_login(browser.person.user)
        assert acts_for(browser) == little_sweden["county"].pk


def test_a_link_cannot_switch(two_mandates):
    browser, _ = two_mandates
    assert browser.get(reverse("switch_mandate")).status_code == 405
