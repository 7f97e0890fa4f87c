"""The pages that everybody asks for in a round's last minute: what each foresees it then asks, and so saves a question."""

import pytest
from django.test import Client

from vaxel.accounts.models import User
from vaxel.composed import foreseeing as foreseeing_module
from vaxel.composed import moment
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Person
from vaxel.rounds.tests.world import make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world()


@pytest.fixture
def pages(world):
    """Name → (who opens it, its address)."""
    asked = world.sent(kinds=["municipality", "region"])
    contact, coordinator = world.actor(world.falun), world.actor(world.dalarna, Role.COORDINATOR)
    return {
        "one's own part": (contact, f"/forfragningar/{asked.pk}/{world.falun.pk}/"),
        "a county's page of a round": (coordinator, f"/forfragningar/{asked.pk}/"),
        "a contact's first page": (contact, "/"),
        "a coordinator's first page": (coordinator, "/"),
        "a contact's inbox": (contact, "/inkorg/"),
        "the sender's page of a round": (world.secretary, f"/forfragningar/{asked.pk}/"),
        "the sender reads a part": (world.secretary, f"/forfragningar/{asked.pk}/{world.falun.pk}/"),
        "the sender's first page": (world.secretary, "/"),
        "an approver's inbox": (world.actor(world.falun, Role.APPROVER), "/inkorg/"),
    }


def opened(actor, path):
    user, _ = User.objects.get_or_create(email=f"{actor.person_id}@x.example")
    Person.objects.filter(public_id=actor.person_id).update(user=user)
    browser = Client()
    browser.force_login(user)
    return browser.get(path)


FIRST = ["a contact's first page", "a coordinator's first page", "a contact's inbox"]


PARTS = ["one's own part", "a county's page of a round"]
OTHERS = ["the sender's page of a round", "the sender reads a part", "the sender's first page", "an approver's inbox"]


@pytest.mark.parametrize("name", [*PARTS, *FIRST, *OTHERS])
def test_fewer_questions_than_where_nothing_is_foreseen(pages, name, monkeypatch, django_assert_max_num_queries):
    opened(*pages[name])
    with django_assert_max_num_queries(100) as foreseeing:
        assert opened(*pages[name]).status_code == 200
    monkeypatch.setattr(foreseeing_module, "_any_of", lambda questions: [True] * len(questions))
    with django_assert_max_num_queries(100) as asking:
        assert opened(*pages[name]).status_code == 200
    assert len(foreseeing) < len(asking)


@pytest.mark.parametrize("name", [*PARTS, *FIRST])
def test_what_is_foreseen_is_asked_by_the_same_values(pages, name, monkeypatch):
    asked, foreseen = set(), []
    key, any_of = moment.key, foreseeing_module._any_of
    monkeypatch.setattr(moment, "key", lambda *one: asked.add(key(*one)) or key(*one))
    monkeypatch.setattr(foreseeing_module, "_any_of", lambda questions: foreseen.extend(questions) or any_of(questions))
    assert opened(*pages[name]).status_code == 200
    assert len(foreseen) >= 5
    assert [one.ask.__name__ for one in foreseen if key(one.ask, one.values) not in asked] == []
