"""What the network's pages are tried with: a little Sweden and someone logged in for a body."""

import pytest
from django.test import Client

from vaxel.accounts.models import User
from vaxel.network.models import Mandate, Person
from vaxel.network.tests.conftest import LONG_AGO, little_sweden, make

__all__ = ["little_sweden", "make"]


@pytest.fixture
def acting(db):
    """acting(Role.COORDINATOR, county): a browser where someone with that mandate is logged in."""

    def _acting(role, body, name="Länssamordnare", **dates):
        number = User.objects.count()
        user = User.objects.create_user(f"person{number}@exempel.example", "en lugn höstmorgon i Orsa")
        person = Person.objects.create(user=user, name=name, email=user.email, phone="070-000 00 00")
        Mandate.objects.create(person=person, body=body, role=role, **{"valid_from": LONG_AGO, **dates})
        browser = Client()
        browser.force_login(user)
        browser.person = person
        return browser

    return _acting
