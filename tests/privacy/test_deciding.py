"""From a proposal to what is gone, as two at the secretariat click it."""

import pytest
from django.test import Client
from django.urls import reverse

from vaxel.accounts.models import User
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Person
from vaxel.privacy.models import ErasureDecision
from vaxel.rounds.tests.world import make_world

SAID = {"email": "ek@example.org", "scope": "all", "ground": "schedule", "reason": "Slutat.", "words": "Eken\n"}


def logged_in(actor, address):
    person = Person.objects.get(public_id=actor.person_id)
    person.user = User.objects.create_user(address, "ett-långt-lösenord")
    person.save()
    client = Client()
    client.force_login(person.user)
    return client


@pytest.fixture
def two(db):
    world = make_world()
    Person.objects.create(name="Anna Ek", email="ek@example.org")
    office = (world.secretary, world.actor(world.secretariat, Role.SECRETARIAT, another=1))
    return [logged_in(one, f"{place}@example.org") for place, one in enumerate(office)]


def test_proposed_by_one_and_decided_by_another(two):
    first, second = two
    assert first.post(reverse("erasure_new"), SAID).status_code == 422  # no disposal decision
    assert first.post(reverse("erasure_new"), {**SAID, "email": "x@example.org", "reference": "G 1"}).status_code == 422
    made = first.post(reverse("erasure_new"), {**SAID, "reference": "G 1"})
    assert "Någon annan" in first.get(made["Location"]).content.decode()
    assert "Besluta och radera" in second.get(made["Location"]).content.decode()
    assert second.post(made["Location"], {"act": "decide"}).status_code == 302
    said = second.get(made["Location"]).content.decode()
    assert "Uppgifterna är raderade." in said
    assert "Anna Ek" not in said
    assert "Anna Ek" not in second.get(reverse("erasures")).content.decode()
    assert ErasureDecision.objects.get().words == []


def test_a_proposal_taken_away_erases_nothing(two):
    first, _second = two
    made = first.post(reverse("erasure_new"), {**SAID, "reference": "G 1"})
    first.post(made["Location"], {"act": "withdraw"})
    assert not ErasureDecision.objects.exists()
    assert Person.objects.filter(email="ek@example.org").exists()
