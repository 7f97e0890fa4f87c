"""The same request with the same key is done once, and answered alike."""

import uuid

import pytest

from vaxel.accounts.models import ApiReply
from vaxel.network.domain.kinds import Role
from vaxel.rounds.models import Receipt, Round
from vaxel.rounds.tests.at_once import AtOnce

DRAFT = {"kind": "survey", "title": "Hur går det?"}


def test_a_repeated_request_makes_one_round(world, program):
    office, key = program(world.secretariat, Role.SECRETARIAT), uuid.uuid4().hex
    first, again = office.post("/rounds", DRAFT, key), office.post("/rounds", DRAFT, key)
    assert (first.status_code, first.json()) == (again.status_code, again.json())
    assert Round.objects.count() == 1


def test_a_key_used_for_something_else_is_refused(world, program):
    office, key = program(world.secretariat, Role.SECRETARIAT), uuid.uuid4().hex
    office.post("/rounds", DRAFT, key)
    other = office.post("/rounds", {**DRAFT, "title": "Något annat"}, key)
    assert other.status_code == 409
    assert "Välj en ny" in other.json()["detail"]
    assert Round.objects.count() == 1


def test_a_refused_request_can_be_mended_with_the_same_key(world, program):
    round = world.sent(audience={"bodies": [world.mora.pk]})
    mora, key = program(world.mora), uuid.uuid4().hex
    part = f"/rounds/{round.pk}/deliveries/{world.mora.pk}"
    assert mora.post(f"{part}/decline", {"text": " "}, key).status_code == 422
    assert not ApiReply.objects.exists()
    assert mora.post(f"{part}/decline", {"text": "Inga medel."}, key).status_code == 200


def test_without_a_key_nothing_is_done(world, program):
    office = program(world.secretariat, Role.SECRETARIAT)
    answer = office.call("POST", "/rounds", DRAFT, key=" ")
    assert answer.status_code == 422
    assert not Round.objects.exists()


@pytest.mark.parametrize("path", ["/rounds?state=%00", "/bodies/search?q=a%00"])
def test_a_character_that_nobody_writes_is_a_problem_too(world, program, path):
    answer = program(world.mora).get(path)
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


@pytest.mark.django_db(transaction=True)
def test_eight_at_once_leave_one_receipt(program, world, tmp_path):
    round = world.sent(audience={"bodies": [world.mora.pk]})
    mora, key = program(world.mora), uuid.uuid4().hex
    path = f"/rounds/{round.pk}/deliveries/{world.mora.pk}/nothing-to-report"
    threads = AtOnce(tmp_path)
    answers = threads.run(*[lambda: mora.post(path, {"text": ""}, key)] * 8)
    assert {answer.status_code for answer in answers} == {200}, [answer.content for answer in answers]
    assert len({answer.content for answer in answers}) == 1
    assert threads.see(lambda: Receipt.objects.filter(step="nothing_to_report").count()) == 1
