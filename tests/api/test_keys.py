"""A key opens what its mandate opens, within its scopes, while the mandate holds; a cookie opens nothing."""

import datetime as dt

import pytest
from django.test import Client

from tests.api.conftest import ROOT, Program, key_for
from vaxel.accounts.models import ApiToken
from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate, Person


def test_who_the_key_acts_as(world, program):
    me = program(world.mora).get("/me").json()
    assert (me["body"], me["role"], me["body_name"]) == (world.mora.pk, "contact", "Mora kommun")


@pytest.mark.parametrize("secret", ["", "vaxel_fel", "Basic abc"])
def test_no_key_is_told_how(world, secret):
    answer = Program(secret).get("/me")
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    assert "Authorization: Bearer" in answer.json()["detail"]


def test_a_session_is_no_key(world, program):
    actor = world.actor(world.mora)
    key_for(actor)
    browser = Client()
    browser.force_login(Person.objects.get(public_id=actor.person_id).user)
    assert browser.get(f"{ROOT}/me").status_code == 401


@pytest.mark.parametrize(
    ("scopes", "method", "path", "data"),
    [
        (["answer", "send"], "GET", "/rounds", None),
        (["read", "send"], "POST", "/rounds/1/deliveries/1/confirm", None),
        (["read", "answer"], "POST", "/rounds", {"kind": "survey", "title": "Fråga"}),
    ],
)
def test_a_scope_left_out_is_left_out(world, program, scopes, method, path, data):
    answer = program(world.secretariat, Role.SECRETARIAT, scopes).call(method, path, data)
    assert answer.status_code == 403
    assert "rätten" in answer.json()["detail"]


def test_an_ended_mandate_ends_its_keys_the_same_day(world, program):
    mora = program(world.mora)
    assert mora.get("/me").status_code == 200
    long_ago = today() - dt.timedelta(days=9)
    Mandate.objects.filter(body=world.mora).update(valid_from=long_ago, valid_to=today())
    assert mora.get("/me").status_code == 403


@pytest.mark.parametrize("change", [{"revoked_at": "2026-01-01T00:00Z"}, {"expires_on": "2020-01-01"}])
def test_a_revoked_or_expired_key_is_none(world, program, change):
    mora = program(world.mora)
    ApiToken.objects.update(**change)
    assert mora.get("/me").status_code == 401


def test_another_mandate_of_the_same_person_is_not_reached(world):
    """Reading follows every mandate a person holds; a key has but one."""
    actor = world.actor(world.mora)
    person = Person.objects.get(public_id=actor.person_id)
    Mandate.objects.create(body=world.laholm, person=person, role=Role.CONTACT)
    theirs = world.sent(audience={"bodies": [world.laholm.pk]})
    assert Program(key_for(actor)).get(f"/rounds/{theirs.pk}").status_code == 404


def test_the_key_itself_is_kept_nowhere(world, program):
    secret = program(world.mora).secret
    kept = ApiToken.objects.values().get()
    assert secret not in str(kept)


def test_english_on_request(world):
    assert "your key" in Program("").get("/me", **{"Accept-Language": "en"}).json()["detail"]


def test_the_last_day_used_is_noted_once_a_day(world, program, django_assert_num_queries):
    mora = program(world.mora)
    mora.get("/me")
    assert ApiToken.objects.get().used_on == today()
    with django_assert_num_queries(4):
        mora.get("/me")
