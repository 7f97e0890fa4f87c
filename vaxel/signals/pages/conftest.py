import pytest
from django.test import Client

from vaxel.accounts.models import User
from vaxel.network.models import Person
from vaxel.rounds.tests.world import make_world
from vaxel.signals.tests.world import Signals


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def signals(world):
    return Signals(world)


@pytest.fixture
def browser_of():
    """`browser_of(actor)`: signed in as that person."""

    def sign_in(actor):
        person = Person.objects.get(public_id=actor.person_id)
        if person.user is None:
            person.user = User.objects.create_user(person.email, "ett-langt-losenord")
            person.save()
        client = Client()
        client.force_login(person.user)
        return client

    return sign_in
