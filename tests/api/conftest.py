"""Programs with keys, in a little Sweden."""

import datetime as dt
import json
import uuid
from dataclasses import dataclass

import pytest
from django.test import Client

from vaxel.accounts import tokens
from vaxel.accounts.domain.tokens import Scope
from vaxel.accounts.models import User
from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Person
from vaxel.rounds.tests.world import make_world

ROOT = "/api/v1"


@dataclass(frozen=True)
class Program:
    """Calls with one key: `program.post("/rounds", {...})`; each call that does something has a key of its own."""

    secret: str

    def call(self, method, path, data=None, key=None, **headers):
        body = "" if data is None else json.dumps(data)
        named = {"Authorization": f"Bearer {self.secret}", "Idempotency-Key": key or uuid.uuid4().hex, **headers}
        return Client(raise_request_exception=False).generic(
            method, ROOT + path, body, content_type="application/json", headers=named
        )

    def get(self, path, **headers):
        return self.call("GET", path, **headers)

    def post(self, path, data=None, key=None):
        return self.call("POST", path, data, key)

    def put(self, path, data):
        return self.call("PUT", path, data)

    def patch(self, path, data):
        return self.call("PATCH", path, data)


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def program(world):
    """`program(world.mora)`: its contact's key; `program(world.dalarna, Role.COORDINATOR, scopes=["read"])`."""

    def make(body, role=Role.CONTACT, scopes=tuple(Scope)):
        return Program(key_for(world.actor(body, role), scopes))

    return make


def key_for(actor, scopes=tuple(Scope)):
    person = Person.objects.get(public_id=actor.person_id)
    if person.user is None:
        person.user = User.objects.create_user(person.email)
        person.save()
    expires = today() + dt.timedelta(days=30)
    return tokens.make(person.user, actor.mandate_id, name="prov", scopes=scopes, expires_on=expires)[1]
