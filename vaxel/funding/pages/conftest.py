import pytest
from django.test import Client

from vaxel.accounts.models import User
from vaxel.funding.tests.money import decided, drafted
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Person
from vaxel.rounds.tests.world import make_world


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def draft(world):
    return drafted(world)


@pytest.fixture
def agreement(world):
    """Decided by two."""
    return decided(world).agreement


@pytest.fixture
def browser(world):
    """`browser(world.falun)`: the contact there; `browser(None)`: someone without a login."""

    def signed_in(body, role=Role.CONTACT, *, another=0):
        client = Client(headers={"accept-language": "sv"})
        if body is not None:
            person = Person.objects.get(public_id=world.actor(body, role, another=another).person_id)
            if person.user is None:
                person.user = User.objects.create_user(f"{person.pk}@exempel.example", "ett långt lösenord här")
                person.save()
            client.force_login(person.user)
        return client

    return signed_in


@pytest.fixture
def writer(world, browser):
    return browser(world.secretariat, Role.SECRETARIAT)


@pytest.fixture
def colleague(world, browser):
    return browser(world.secretariat, Role.SECRETARIAT, another=1)
