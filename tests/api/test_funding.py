"""Money for programs: agreements as they were decided, what if, and the two files of `vaxel allocate`."""

import pytest

from tests.api.test_matrix import FILES
from vaxel.funding.domain.receipt import Receipt, check
from vaxel.funding.models import Agreement, Decision, Scenario
from vaxel.funding.tests.claiming import answer, called
from vaxel.funding.tests.money import decided, drafted
from vaxel.network.domain.kinds import Role


@pytest.fixture
def agreement(world):
    return decided(world).agreement


def share(outputs, stream, code):
    found = next(one for one in outputs["streams"] if one["key"] == stream)
    return next(one["share_ore"] for one in found["shares"] if one["code"] == code)


def test_what_is_decided_is_read_as_it_was_decided(world, program, agreement):
    found = program(world.laholm)
    assert [one["name"] for one in found.get("/agreements?year=2020").json()["items"]] == ["Psykisk hälsa 2020"]
    whole = found.get(f"/agreements/{agreement.pk}").json()
    assert [one["key"] for one in whole["streams"]][:2] == ["handlingsplaner", "kunskapsbaserad"]
    assert whole["deadlines"][0] == {"link": "requisition", "day": "2020-12-01"}
    kept = found.get(f"/agreements/{agreement.pk}/allocation").json()
    assert kept["decided"] is True
    assert share(kept["outputs"], "handlingsplaner", "2062") == 395_640_36  # S3: Mora
    assert check(Receipt(**{name: kept[name] for name in ("version", "inputs", "outputs", "sha256")})) == []


def test_a_draft_is_read_by_those_it_concerns(world, program):
    draft = drafted(world)
    assert program(world.mora).get(f"/agreements/{draft.pk}").status_code == 404
    assert program(world.mora).get("/agreements").json()["total"] == 0
    near = program(world.secretariat, world.secretary.role)
    assert near.get(f"/agreements/{draft.pk}/allocation").json()["decided"] is False


def test_what_if_is_computed_and_nothing_is_kept(world, program, agreement):
    path, asked = f"/agreements/{agreement.pk}/scenario", {"streams": {"handlingsplaner": {"pot_ore": 100_000_000_00}}}
    answer = program(world.mora).post(path, asked).json()
    assert share(answer["outputs"], "handlingsplaner", "2062") == 197_820_18
    assert (Agreement.objects.count(), Decision.objects.count(), Scenario.objects.count()) == (1, 1, 0)
    unknown = program(world.mora).post(path, {"streams": {"annat": {"pot_ore": 1}}})
    assert (unknown.status_code, unknown.json()["detail"]) == (
        422,
        "Överenskommelsen har ingen inriktning som heter ”annat”.",
    )


def test_two_files_give_what_the_command_gives(world, program):
    found = program(world.mora)
    assert found.post("/allocations", FILES).json()["outputs"]["payouts"][0]["payout_kr"] == 100
    wrong = found.post(
        "/allocations", {**FILES, "agreement": FILES["agreement"].replace("pot_kr = 100", "pot_kr = -1")}
    )
    assert wrong.status_code == 422
    assert "agreement rad 7" in wrong.json()["detail"]


def test_names_of_who_has_requisitioned_go_to_who_pays_and_the_own_county(world, program):
    call = called(world, attested=False)
    answer(call, world.mora, by=world.actor(world.mora))
    path = f"/agreements/{call.agreement_id}/requisitions"
    pays = program(world.secretariat, Role.SECRETARIAT).get(path).json()
    assert pays["sent"] is True
    assert pays["counts"]["requisitioned"] == 1
    assert sum(pays["sums"].values()) == pays["granted_ore"]
    assert pays["names"][str(world.mora.pk)] == "requisitioned"
    county = program(world.dalarna, Role.COORDINATOR).get(path).json()
    assert county["sums"] is None
    assert str(world.mora.pk) in county["names"]
    assert str(world.laholm.pk) not in county["names"]
    assert set(program(world.laholm).get(path).json()["names"]) == {str(world.laholm.pk)}


def test_what_a_body_was_granted_is_public_and_what_is_left_is_not(world, program, agreement):
    path = f"/bodies/{world.mora.pk}/money"
    own, other = program(world.mora).get(path).json(), program(world.laholm).get(path).json()
    assert own["grants"] == other["grants"]
    assert [(one["stream"], one["share_ore"]) for one in own["grants"]] == [
        ("handlingsplaner", 395_640_36), ("kunskapsbaserad", 197_820_18)
    ]  # fmt: skip
    assert own["payouts"] == [{"agreement": agreement.pk, "kind": "municipality", "payout_ore": 593_461_00}]
    assert other["standings"] is None
    assert own["standings"] is not None
    assert program(world.dalarna, Role.COORDINATOR).get(path).json()["standings"] is not None
    assert program(world.mora).get("/bodies/999999/money").status_code == 404
